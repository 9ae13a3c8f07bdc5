"""What stays as it is on the gym floor while sets of an exercise are logged: its target, reason, loads and words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from hamcore.catalog import Catalog
from hamcore.model.exercise import Exercise, Function, Laterality, LoadKind
from hamcore.model.log import LoggedSet
from hamcore.model.plan import PlanItem
from hamcore.model.settings import Settings
from hamcore.rules.loadable import Loadable, loadable_for
from hamcore.rules.recommendation import Recommendation, RuleId
from hamcore.rules.warm_up import WarmUpSet, warm_ups
from hamcore.screens import words
from hamcore.screens.coach_facts import SIDE_WORDS
from hamcore.screens.coach_offers import plate_words
from hamcore.screens.coach_words import Reasoning, reasoning
from hamcore.screens.exercise_words import LOAD_WORDS
from hamcore.screens.floor_document import Paragraph
from hamcore.screens.floor_rows import load_text
from hamcore.screens.floor_swaps import swaps
from hamcore.screens.floor_taps import limits
from hamcore.screens.floor_target import headline, no_headline
from hamcore.screens.wording import FUNCTION_WORDS, sets_in
from hamcore.units import Load, LoadUnit, plain

_FIRST_TIME = "The first time: the next workout starts from what you do now."
AROUND = 12
"""Loads offered on each side of the target; beyond them the buttons go by the smallest step."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """All that the steady part of an exercise follows from: equal grounds give equal words.

    ``around`` is the load whose neighbours are offered.
    """

    item: PlanItem
    place: str
    superset: str
    rec: Recommendation
    last: Sequence[LoggedSet]
    others: frozenset[str]
    is_past: bool
    around: Load | None
    settings: Settings
    today: date


class Steady(NamedTuple):
    """What stays as it is while sets of the exercise are logged.

    ``ramp`` are its warm-ups, ``plates`` the words for what goes on the bar, by the loads around the target.
    """

    values: Mapping[str, Any]
    ramp: Sequence[WarmUpSet]
    plates: Mapping[str, str]


_KEPT: dict[str, tuple[Catalog, Grounds, Steady]] = {}
"""The last steady part of each exercise: a set that is logged changes one exercise, and of that one only the sets."""
_MOST_KEPT = 64


def steady(catalog: Catalog, grounds: Grounds) -> Steady:
    """The steady part of an exercise, taken from the last time where it follows from the same."""
    key = grounds.item.exercise
    kept = _KEPT.get(key)
    if kept and kept[0] is catalog and kept[1] == grounds:
        return kept[2]
    if len(_KEPT) >= _MOST_KEPT:
        _KEPT.clear()
    made = _made(catalog, key, grounds)
    _KEPT[key] = catalog, grounds, made
    return made


def _made(catalog: Catalog, key: str, grounds: Grounds) -> Steady:
    rec, settings, is_past = grounds.rec, grounds.settings, grounds.is_past
    exercise = catalog.exercises.get(key)
    unit = settings.load_unit
    function = catalog.function_of(key)
    loadable = loadable_for(exercise, settings)
    why = reasoning(rec, catalog, unit, grounds.today)
    lead, tail = _beside_the_load(exercise)
    near = _near(loadable, grounds.around)
    plates = {load_text(load): plate_words(load, exercise, settings) for load in near if load.value}
    values = {
        "key": key,
        "name": catalog.display_name(key),
        "function": function.value,
        "function_word": FUNCTION_WORDS[function],
        "place": grounds.place,
        "superset": grounds.superset,
        "is_skipped": grounds.item.is_skipped,
        "headline": no_headline(unit) if is_past else headline(rec, unit),
        "reason": "" if is_past or rec.stopped_by is not None else why.line,
        "reason_then": _FIRST_TIME if rec.rule is RuleId.FIRST_TIME and not is_past else "",
        "reasoning": [] if is_past else _paragraphs(why),
        "last": _last(grounds.last, unit, grounds.today),
        "plates": "" if is_past else plate_words(rec.load, exercise, settings),
        "plates_for": {load: text for load, text in plates.items() if text},
        "cues": list(exercise.cues) if exercise else [],
        "bar_note": LOAD_WORDS.get(exercise.load_kind, "") if exercise else "",
        "stop": why.line if rec.stopped_by is not None and not is_past else "",
        "load_lead": lead,
        "load_tail": tail,
        "unit": unit.value,
        "loads": [words.load_number(load) for load in near],
        "step": _step(loadable),
        "asks": "" if is_past else _asks(exercise, rec, loadable, grounds.last),
        "least": _least(exercise, loadable),
        "is_removable": not is_past and (grounds.item.is_added or grounds.item.prescription is None),
        "each_side": exercise is not None and exercise.laterality is Laterality.UNILATERAL,
        "limits": limits(unit),
        "swaps": [] if is_past else swaps(catalog, key, grounds.others),
        "rest_words": words.rest_words(rec.targets[0].rest_s) if rec.targets and not is_past else "",
    }
    ramp = () if is_past or function is Function.BALLISTIC_HINGE else warm_ups(rec.load, exercise, settings)
    return Steady(values, ramp, plates)


def _paragraphs(why: Reasoning) -> list[Paragraph]:
    """The rule, the sets it looked at, what would have flipped it, what is not known."""
    parts: list[Paragraph] = [
        {"title": f"Rule: {why.rule}", "lines": [why.when, why.then, f"Rests on: {why.rests_on}."]}
    ]
    if why.facts:
        parts.append({"title": "Judged by", "lines": list(why.facts)})
    if why.would_change:
        parts.append({"title": "What would have changed it", "lines": [why.would_change]})
    if why.unknown:
        parts.append({"title": "Not known", "lines": list(why.unknown)})
    return parts


def _last(last: Sequence[LoggedSet], unit: LoadUnit, today: date) -> str:
    if not last:
        return ""
    sides = {entry.side for entry in last if entry.side}
    done = (
        "; ".join(f"{SIDE_WORDS[side]} {sets_in([e for e in last if e.side is side], unit)}" for side in sorted(sides))
        if sides
        else sets_in([entry for entry in last if entry.reps], unit) or words.sets_words(last)
    )
    return f"{words.day_words(last[0].day, today)}: {done}"


def _beside_the_load(exercise: Exercise | None) -> tuple[str, str]:
    """What stands before the number of the load and after its unit."""
    kind = exercise.load_kind if exercise else LoadKind.EXTERNAL
    return ("+" if kind is LoadKind.BODY_WEIGHT else ""), {
        LoadKind.PER_HAND: "per hand",
        LoadKind.ASSISTED: "help",
    }.get(kind, "")


def _least(exercise: Exercise | None, loadable: Loadable) -> str:
    """The lightest load a set can have; empty where a set may be without one: of the body, a band, an own exercise."""
    if exercise is None or exercise.load_kind is LoadKind.BODY_WEIGHT:
        return ""
    if exercise.load_kind is LoadKind.ASSISTED:
        return "0"
    return load_text(loadable.loads(0, 1)[0])


def _asks(exercise: Exercise | None, rec: Recommendation, loadable: Loadable, last: Sequence[LoggedSet]) -> str:
    """What a person has to say before the first set: nothing where it is known, or where none is used."""
    if exercise is None or exercise.load_kind is LoadKind.BODY_WEIGHT or rec.load is not None:
        return ""
    if exercise.load_kind is LoadKind.ASSISTED:
        return "" if last else "help"
    return "load" if loadable.values[0] or not last else ""


def _near(loadable: Loadable, around: Load | None) -> tuple[Load, ...]:
    """The loads the buttons walk."""
    return loadable.around(around, AROUND) if around else loadable.loads(end=AROUND)


def _step(loadable: Loadable) -> str:
    if len(loadable.values) < 2:
        return "2.5"
    return str(plain(loadable.values[-1] - loadable.values[-2]))
