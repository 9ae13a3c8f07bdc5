"""The part of the store that holds what was done and planned: workouts, their sets and plans."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from hamcore.model.log import LoggedSet, TrainingLog, Workout
from hamcore.model.plan import WorkoutPlan
from hamcore.storage import entries, log, plans, workouts
from hamcore.storage.base import StoreBase
from hamcore.storage.entries import LogResult, LogStatus
from hamcore.storage.errors import StorageKind
from hamcore.storage.sqlite import Session


class LogStore(StoreBase):
    """Workouts, sets and plans."""

    def load_log(self, athlete_id: str) -> TrainingLog:
        """The whole history."""
        with self._database.read() as session, self._readable():
            return log.load_log(session, athlete_id)

    def load_changes(self, athlete_id: str, since: int) -> log.LogChanges | None:
        """The workouts changed after revision ``since``; None if the whole history has to be loaded again."""
        with self._database.read() as session, self._readable():
            return log.load_changes(session, athlete_id, since)

    def next_set_no(self, athlete_id: str, workout_id: str) -> int:
        """A set number that no set of this workout ever had."""
        with self._database.read() as session:
            return workouts.next_set_no(session, athlete_id, workout_id)

    def add_workout(self, athlete_id: str, workout: Workout) -> bool:
        """Store a new workout."""
        return self._change(athlete_id, lambda session: workouts.add_workout(session, athlete_id, workout))

    def edit_workout(self, athlete_id: str, workout: Workout) -> bool:
        """Change the facts of a stored workout."""
        return self._change(athlete_id, lambda session: workouts.edit_workout(session, athlete_id, workout))

    def delete_workout(self, athlete_id: str, workout_id: str) -> bool:
        """Delete a workout with its sets; can be restored for 30 days."""
        now = self._now()
        return self._change(athlete_id, lambda session: workouts.delete_workout(session, athlete_id, workout_id, now))

    def restore_workout(self, athlete_id: str, workout_id: str) -> bool:
        """Bring back a deleted workout."""
        return self._change(athlete_id, lambda session: workouts.restore_workout(session, athlete_id, workout_id))

    def add_set(self, athlete_id: str, entry: LoggedSet) -> bool:
        """Store a new set of a stored workout; its exercise is an id or an own name."""
        return self._change(athlete_id, lambda session: workouts.add_set(session, athlete_id, entry))

    def edit_set(self, athlete_id: str, entry: LoggedSet) -> bool:
        """Change the stored set that has this workout and number."""
        return self._change(athlete_id, lambda session: workouts.edit_set(session, athlete_id, entry))

    def delete_set(self, athlete_id: str, workout_id: str, set_no: int) -> bool:
        """Delete one set; can be restored for 30 days."""
        now = self._now()
        return self._change(
            athlete_id, lambda session: workouts.delete_set(session, athlete_id, workout_id, set_no, now)
        )

    def restore_set(self, athlete_id: str, workout_id: str, set_no: int) -> bool:
        """Bring back a deleted set."""
        return self._change(athlete_id, lambda session: workouts.restore_set(session, athlete_id, workout_id, set_no))

    def log_entry(
        self,
        athlete_id: str,
        workout: Workout,
        entry: LoggedSet,
        entry_id: str,
        number: int,
        *,
        keep_both: bool = False,
    ) -> LogResult:
        """Store a set that was tapped, once, however often it is sent.

        It goes to the end of ``workout``, which is stored with its first set; number and position in ``entry`` do not
        count. ``entry_id`` is made where the tap was and stays the same when it is sent again. ``number`` says which
        set the person saw themselves logging, counted from 1 over those of the exercise with the same side, warm-ups
        apart: if that one is there already, from another window, nothing is written unless ``keep_both``. Raises
        ValueError for a number below 1 or an empty id.
        """
        if not entry_id or number < 1:
            raise ValueError(f"an entry has an id and a number from 1 on, not {entry_id!r} and {number}")
        results: list[LogResult] = []

        def store(session: Session) -> bool:
            with self._readable():
                done = entries.log_entry(session, athlete_id, workout, entry, entry_id, number, keep_both=keep_both)
            results.append(done)
            return done.status is LogStatus.ADDED

        self._change(athlete_id, store)
        return results[0]

    def set_no_of(self, athlete_id: str, workout_id: str, entry_id: str) -> int | None:
        """The number of the set that ``log_entry`` stored under this id, deleted or not; None if there is none."""
        with self._database.read() as session:
            return entries.set_no_of(session, athlete_id, workout_id, entry_id)

    def plan(self, athlete_id: str, workout_id: str) -> WorkoutPlan | None:
        """The plan of a workout; None if there is none or the workout is deleted.

        The facts of a workout that is stored are those stored; ``edit_workout`` changes them.
        """
        with self._database.read() as session, self._readable():
            return plans.load(session, athlete_id, workout_id)

    def open_plans(self, athlete_id: str) -> list[WorkoutPlan]:
        """The plans of all workouts started and not finished, the newest first."""
        with self._database.read() as session, self._readable():
            return plans.load_open(session, athlete_id)

    def save_plan(self, athlete_id: str, plan: WorkoutPlan) -> bool:
        """Store the plan of a workout, over the one there was; not if the workout is deleted."""
        now = self._now()
        return self._change(athlete_id, lambda session: plans.save(session, athlete_id, plan, now))

    def change_plan(
        self, athlete_id: str, workout_id: str, how: Callable[[WorkoutPlan], WorkoutPlan]
    ) -> WorkoutPlan | None:
        """Store what ``how`` makes of the plan as it is at this moment, so that no other window's change is lost.

        The plan after it; None if there is none. ``how`` is called once, while nobody else can write: it has to be
        quick and ask nothing of the store.
        """
        now = self._now()
        changed: list[WorkoutPlan | None] = []

        def store(session: Session) -> bool:
            with self._readable():
                before = plans.load(session, athlete_id, workout_id)
            after = before and how(before)
            if after and after.workout.workout_id != workout_id:
                raise ValueError("a plan keeps its workout")
            changed.append(after)
            return after is not None and plans.save(session, athlete_id, after, now)

        self._change(athlete_id, store)
        return changed[0]

    def delete_plan(self, athlete_id: str, workout_id: str) -> bool:
        """Let a plan go; what was logged stays."""
        return self._change(athlete_id, lambda session: plans.delete(session, athlete_id, workout_id))

    @contextmanager
    def _readable(self) -> Iterator[None]:
        """Turn a value that no program writes, met while reading, into the error of a damaged file."""
        try:
            yield
        except (ValueError, KeyError) as error:
            raise self._database.trouble(StorageKind.DAMAGED, f"({error})") from error
