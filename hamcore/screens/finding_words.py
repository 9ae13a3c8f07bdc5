"""The findings of the routine check in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from hamcore.catalog import Catalog
from hamcore.dates import Weekday
from hamcore.model.progression import Tag
from hamcore.model.routine import Routine, Slot
from hamcore.rules.finding import Finding, Fix, MoveDays, Place, Tone
from hamcore.rules.routine_parts import LEAST_HOURS, LEAST_REST_S, LONG_HOLD_S
from hamcore.rules.volume import LOW_BELOW, TARGET_FROM, TARGET_TO
from hamcore.screens.coach_words import TAG_WORDS
from hamcore.screens.wording import WEEKDAYS, listed, sets_number
from hamcore.screens.words import THIN

_UNITS: Mapping[str, str] = {"hours": f"{THIN}h", "seconds": f"{THIN}s"}


@dataclass(frozen=True, slots=True)
class FindingWords:
    """A finding as it is shown. ``fix`` is the label of its change, empty without one; ``sources`` are source ids."""

    finding_id: str
    tone: Tone
    title: str
    said: str
    why: str
    tag: Tag
    tag_words: str
    sources: tuple[str, ...]
    fix: str


def finding_words(finding: Finding, routine: Routine, catalog: Catalog) -> FindingWords:
    """The words of a finding of ``routine``."""
    note = catalog.findings[finding.finding_id]
    figures = {**FIGURES, **{name: sets_number(value) + _UNITS.get(name, "") for name, value in finding.numbers}}
    names = [_item_name(routine, place, catalog) for place in finding.where if place.position is not None]
    figures["items"] = _listed(names)
    figures["days"] = _days(place.weekday for place in finding.where)
    return FindingWords(
        finding_id=finding.finding_id,
        tone=finding.tone,
        title=note.title,
        said=note.said.format_map(figures),
        why=note.why.format_map(FIGURES),
        tag=note.tag,
        tag_words=TAG_WORDS[note.tag],
        sources=note.sources,
        fix=note.fixes[finding.fix.name].format_map(_fix_figures(finding.fix, catalog)) if finding.fix else "",
    )


def _fix_figures(fix: Fix, catalog: Catalog) -> Mapping[str, str]:
    names = [_name(key, catalog) for key in fix.subjects]
    moves = [move for change in fix.changes if isinstance(change, MoveDays) for move in change.moves]
    return {
        **FIGURES,
        "items": _listed(names),
        "days": _days(fix.weekdays),
        "old": names[0] if names else "",
        "new": names[-1] if names else "",
        "moves": _listed([f"{WEEKDAYS[before]} to {WEEKDAYS[after]}" for before, after in moves]),
    }


def _listed(parts: Sequence[str]) -> str:
    return listed(list(dict.fromkeys(parts))) if parts else ""


def _days(weekdays: Iterable[Weekday]) -> str:
    return _listed([WEEKDAYS[day] for day in sorted(set(weekdays))])


def _item_name(routine: Routine, place: Place, catalog: Catalog) -> str:
    day = next(day for day in routine.days if day.weekday is place.weekday)
    item = day.items[place.position or 0]
    return _name(item.exercise_id if isinstance(item, Slot) else item.stretch_id, catalog)


def _name(key: str, catalog: Catalog) -> str:
    stretch = catalog.stretches.get(key)
    return stretch.name if stretch else catalog.display_name(key)


FIGURES: Mapping[str, str] = MappingProxyType(
    {
        "low_below": str(LOW_BELOW),
        "target_from": str(TARGET_FROM),
        "target_to": str(TARGET_TO),
        "least_rest": f"{LEAST_REST_S}{THIN}s",
        "least_hours": f"{LEAST_HOURS}{THIN}h",
        "long_hold": f"{LONG_HOLD_S}{THIN}s",
    }
)
"""The figures of the code that the words name."""
