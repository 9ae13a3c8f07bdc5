"""One exercise's log as it stood at any time, and what an edit of it changes."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from hamcore.model.log import LoggedSet, Workout
from hamcore.rules.coach_case import LOOK_BACK
from hamcore.rules.exposures import Exposure
from hamcore.rules.history import ExerciseHistory
from hamcore.rules.recommendation import Recommendation, RecommendationChange, Shift
from hamcore.rules.records import Record, RecordKind

_day = attrgetter("day")
_Order = tuple[date, str, str]


class Past(NamedTuple):
    """What a recommendation may look at: the exposures, and the sets of the latest workout that are no exposure."""

    exposures: Sequence[Exposure]
    others: Sequence[LoggedSet]


class ExerciseLog(NamedTuple):
    """The sets of one exercise, oldest first, what the rules made of them, and the workouts they belong to."""

    sets: Sequence[LoggedSet]
    history: ExerciseHistory
    workouts: Mapping[str, Workout]

    def order(self, entry: LoggedSet | Exposure) -> _Order:
        """The place of a set's workout in a log: day, start, id."""
        workout = self.workouts.get(entry.workout_id)
        return entry.day, workout.started_at if workout else "", entry.workout_id

    def at(self, day: date, before: _Order | None = None) -> Past:
        """The past as of ``day``, and before a workout if one is given."""
        exposures = self.history.until(day)
        end = len(exposures)
        while before and end and self.order(exposures[end - 1]) >= before:
            end -= 1
        return Past(exposures if end == len(exposures) else exposures[:end], self._others(day, before))

    def _others(self, day: date, before: _Order | None) -> Sequence[LoggedSet]:
        """The sets of the latest workout that are no work in repetitions: warm-ups, seconds, metres."""
        end = bisect_right(self.sets, day, key=_day)
        while before and end and self.order(self.sets[end - 1]) >= before:
            end -= 1
        start = end
        while start and self.sets[start - 1].workout_id == self.sets[end - 1].workout_id:
            start -= 1
        return [entry for entry in self.sets[start:end] if not entry.is_working]


def with_edits(log: ExerciseLog, key: str, workout_id: str, edited: Mapping[int, LoggedSet | None]) -> ExerciseLog:
    """The log after an edit of one workout: a set number leads to the changed set, or to None where it is deleted.

    A set that was moved here from another exercise is taken up, one that was moved away left out.
    """
    kept = [entry for entry in log.sets if entry.workout_id != workout_id or entry.set_no not in edited]
    fresh = [entry for entry in edited.values() if entry is not None and entry.exercise == key]
    sets = sorted([*kept, *fresh], key=lambda entry: (*log.order(entry), entry.position))
    return ExerciseLog(sets, ExerciseHistory(sets, log.history.rules), log.workouts)


def edit_change(
    key: str,
    workout_id: str,
    logs: tuple[ExerciseLog, ExerciseLog],
    recommend_at: Callable[[Past, date], Recommendation],
    today: date,
) -> RecommendationChange:
    """What an edit of the workout ``workout_id`` does to one exercise, from its log before and after."""
    before, after = logs
    shifts = [
        Shift(later, day, recommend_at(before.at(day, order), day), recommend_at(after.at(day, order), day))
        for later, day, order in (*_later(logs, workout_id, today), ("", today, None))
    ]
    return RecommendationChange(
        exercise=key,
        shifts=tuple(shift for shift in shifts if _seen(shift.before) != _seen(shift.after)),
        records_gained=_only_in(after.history.records, before.history.records),
        records_lost=_only_in(before.history.records, after.history.records),
        trend_before=before.history.trend(today).state,
        trend_after=after.history.trend(today).state,
    )


def _seen(found: Recommendation) -> tuple[object, ...]:
    return found.rule, found.outcome, found.targets


def _later(logs: tuple[ExerciseLog, ExerciseLog], workout_id: str, today: date) -> Iterator[tuple[str, date, _Order]]:
    """The workouts after the edited one that a rule could see from, with the day they were on: before or after.

    A workout further on than the rules look back is out of reach.
    """
    found: dict[_Order, str] = {}
    for log in logs:
        exposures = log.history.until(today)
        places = [place for place, exposure in enumerate(exposures) if exposure.workout_id == workout_id]
        first = places[0] if places else _gap(log, logs, workout_id)
        for exposure in exposures[first : first + LOOK_BACK + 1]:
            if exposure.workout_id != workout_id:
                found[log.order(exposure)] = exposure.workout_id
    for order in sorted(found):
        yield found[order], order[0], order


def _gap(log: ExerciseLog, logs: tuple[ExerciseLog, ExerciseLog], workout_id: str) -> int:
    """Where the workout would stand in a log that does not hold it."""
    orders = [other.order(entry) for other in logs for entry in other.sets if entry.workout_id == workout_id]
    return bisect_right(log.history.exposures, min(orders), key=log.order) if orders else 0


def _only_in(records: Sequence[Record], others: Sequence[Record]) -> tuple[Record, ...]:
    known = {_name(record) for record in others}
    return tuple(record for record in records if _name(record) not in known)


def _name(record: Record) -> tuple[RecordKind, str]:
    return record.kind, record.entry.workout_id
