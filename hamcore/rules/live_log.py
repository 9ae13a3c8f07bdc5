"""A log in memory that takes one changed workout at a time."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple

from hamcore.model.log import LoggedSet, TrainingLog, Workout

_day = attrgetter("day")


class Change(NamedTuple):
    """What a changed workout did to one exercise.

    ``latest`` holds the sets of the workout if it is (or was) the exercise's latest one, so that only the end of the
    exercise's history is new; None if something further back changed.
    """

    exercise: str
    workout_id: str
    latest: Sequence[LoggedSet] | None


class LiveLog:
    """Workouts and sets, in order of day, start, workout id and position, as a log is loaded.

    Another thread may read while a workout is replaced: lists change by one assignment, mappings are exchanged.
    """

    def __init__(self, workouts: Mapping[str, Workout], sets: Mapping[str, Sequence[LoggedSet]]) -> None:
        self._workouts = dict(workouts)
        self._sets = {key: list(history) for key, history in sets.items() if history}

    @property
    def log(self) -> TrainingLog:
        """The log as it is now; its lists go on changing with it."""
        return TrainingLog(self._workouts, self._sets)

    def sets_of(self, exercise: str) -> Sequence[LoggedSet]:
        """The sets of an exercise, oldest first."""
        return self._sets.get(exercise, ())

    def replace(self, workout_id: str, workout: Workout | None, sets: Sequence[LoggedSet]) -> list[Change]:
        """Put a workout with its sets in the place of what was known of it; None for ``workout`` removes it.

        The cost does not depend on the length of the log if the workout is the latest.
        """
        before = self._workouts.get(workout_id)
        self._put(workout_id, workout)
        fresh: dict[str, list[LoggedSet]] = {}
        for entry in sets if workout else ():
            fresh.setdefault(entry.exercise, []).append(entry)
        changes = self._take_out(workout_id, before.day, fresh) if before else []
        return changes + [self._insert(key, workout_id, entries) for key, entries in fresh.items()]

    def _put(self, workout_id: str, workout: Workout | None) -> None:
        if workout and workout_id in self._workouts:
            self._workouts[workout_id] = workout
        elif workout:
            self._workouts = {**self._workouts, workout_id: workout}
        else:
            self._workouts = {key: kept for key, kept in self._workouts.items() if key != workout_id}

    def _take_out(self, workout_id: str, day: date, fresh: dict[str, list[LoggedSet]]) -> list[Change]:
        """Remove the sets of a workout from every exercise; where they can be exchanged in place, that is done."""
        changes = []
        for key in [key for key, history in self._sets.items() if history[-1].day >= day]:
            start, end = self._span(key, workout_id, day)
            if start < end and not self._is_same(key, (start, end), fresh):
                changes.append(self._cut(key, workout_id, (start, end), fresh))
        return changes

    def _is_same(self, key: str, span: tuple[int, int], fresh: dict[str, list[LoggedSet]]) -> bool:
        """Whether the new sets are the old ones in the same place; they are then done with."""
        start, end = span
        entries = fresh.get(key, [])
        same = entries == self._sets[key][start:end] and self._is_in_place(key, start, end, entries)
        if same:
            del fresh[key]
        return same

    def _span(self, key: str, workout_id: str, day: date) -> tuple[int, int]:
        history = self._sets[key]
        start = bisect_left(history, day, key=_day)
        while start < len(history) and history[start].day == day and history[start].workout_id != workout_id:
            start += 1
        end = start
        while end < len(history) and history[end].workout_id == workout_id:
            end += 1
        return start, end

    def _cut(self, key: str, workout_id: str, span: tuple[int, int], fresh: dict[str, list[LoggedSet]]) -> Change:
        history, (start, end) = self._sets[key], span
        is_latest = end == len(history)
        entries = fresh.get(key, [])
        stays = is_latest and entries and self._is_in_place(key, start, end, entries)
        new = fresh.pop(key) if stays else []
        history[start:end] = new
        if not history:
            self._sets = {other: kept for other, kept in self._sets.items() if other != key}
        return Change(key, workout_id, new if is_latest else None)

    def _is_in_place(self, key: str, start: int, end: int, entries: Sequence[LoggedSet]) -> bool:
        """Whether ``entries`` belong at this place of the history: the start of a workout may change, and its order."""
        history = self._sets[key]
        after_before = not start or self._order(history[start - 1]) < self._order(entries[0])
        return after_before and (end == len(history) or self._order(entries[-1]) < self._order(history[end]))

    def _insert(self, key: str, workout_id: str, entries: list[LoggedSet]) -> Change:
        history = self._sets.get(key)
        if history is None:
            self._sets = {**self._sets, key: entries.copy()}
            return Change(key, workout_id, entries)
        if self._order(history[-1]) < self._order(entries[0]):
            history.extend(entries)
            return Change(key, workout_id, entries)
        at = bisect_left(history, self._order(entries[0]), key=self._order)
        history[at:at] = entries
        return Change(key, workout_id, None)

    def _order(self, entry: LoggedSet) -> tuple[date, str, str, int]:
        workout = self._workouts.get(entry.workout_id)
        return entry.day, workout.started_at if workout else "", entry.workout_id, entry.position
