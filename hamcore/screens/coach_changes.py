"""What an edit of the log does to later recommendations, in words, before it is saved."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hamcore.catalog import Catalog
from hamcore.rules.recommendation import Outcome, Recommendation, RecommendationChange, Shift
from hamcore.rules.records import Record, RecordKind
from hamcore.screens import words
from hamcore.screens.coach_facts import load_or_body, on_day
from hamcore.screens.record_words import set_in
from hamcore.screens.trend_words import STATE_WORDS
from hamcore.units import LoadUnit


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """What follows for one exercise; ``lines`` is empty where nothing does."""

    exercise: str
    name: str
    lines: tuple[str, ...]


def change_words(change: RecommendationChange, catalog: Catalog, unit: LoadUnit, today: date) -> ChangeWords:
    """What follows from an edit for one exercise: next time first, then later workouts, records, trend."""
    lines = [*_shifts(change.shifts, catalog, unit, today), *_records(change, unit)]
    if change.trend_before is not change.trend_after:
        before, after = STATE_WORDS[change.trend_before].lower(), STATE_WORDS[change.trend_after].lower()
        lines.append(f"The trend becomes {after} instead of {before}.")
    return ChangeWords(change.exercise, catalog.display_name(change.exercise), tuple(lines))


def _shifts(shifts: Sequence[Shift], catalog: Catalog, unit: LoadUnit, today: date) -> Iterator[str]:
    """The next workout first; of past ones how many were suggested something else, with the first of them."""
    for shift in shifts:
        if not shift.workout_id:
            yield f"Next time: {_instead(shift, catalog, unit)}."
    past = [shift for shift in shifts if shift.workout_id]
    if past:
        more = f", and {words.count_words(len(past) - 1, 'later workout')} too" if len(past) > 1 else ""
        yield f"The suggestion {on_day(past[0].day, today)} would have been {_instead(past[0], catalog, unit)}{more}."


def _instead(shift: Shift, catalog: Catalog, unit: LoadUnit) -> str:
    before, after = _target(shift.before, unit), _target(shift.after, unit)
    if before != after:
        return f"{after} instead of {before}"
    old, new = (catalog.progression[rec.rule].title.lower() for rec in (shift.before, shift.after))
    return f"{after} as before, for another reason ({new}, not {old})" if old != new else f"{after} as before"


def _target(rec: Recommendation, unit: LoadUnit) -> str:
    if rec.outcome is Outcome.NONE:
        return "no suggestion"
    aims = [target.aim for target in rec.targets]
    return f"{load_or_body(rec.load, unit)} {words.TIMES} {', '.join(map(str, aims))}"


def _records(change: RecommendationChange, unit: LoadUnit) -> Iterator[str]:
    if change.records_gained:
        yield f"A best so far is gained: {_named(change.records_gained, unit)}."
    if change.records_lost:
        yield f"No longer a best so far: {_named(change.records_lost, unit)}."


def _named(records: Sequence[Record], unit: LoadUnit) -> str:
    return "; ".join(f"{set_in(record.entry, unit)} ({_KINDS[record.kind]})" for record in records)


_KINDS = {
    RecordKind.E1RM: "estimate",
    RecordKind.HEAVIEST: "load",
    RecordKind.MOST_REPS: "repetitions at this load",
    RecordKind.HEAVIEST_FOR_REPS: "load for these repetitions",
}
