"""Any order of writes, deletions, restores, imports, undos and restarts leaves what a plain model says."""

import tempfile
from dataclasses import replace
from datetime import date, datetime, timedelta
from operator import attrgetter
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule

from hamcore.model.log import LoggedSet, SetType, Side, Workout
from hamcore.storage import LOCAL_ATHLETE, LogResult, LogStatus, Store, open_store
from hamcore.storage.digest import sets_digest
from hamcore.storage.imports import ImportPlan, ImportRecord, NewWorkout, SetContent
from tests.unit.storage.examples import a_set, a_workout

ME, STRANGER = LOCAL_ATHLETE, "stranger"
EXERCISES = st.sampled_from(["barbell_deadlift", "romanian_deadlift", "name:My lift"])
LOADS = st.sampled_from(["100", "62.5", "0"])


class Model:
    """What should be stored: per athlete, workouts and sets with whether they are deleted."""

    def __init__(self) -> None:
        self.workouts: dict[tuple[str, str], tuple[Workout, bool]] = {}
        self.sets: dict[tuple[str, str, int], tuple[LoggedSet, bool]] = {}

    def history(self, athlete: str) -> set[LoggedSet]:
        return {
            entry._replace(day=self.workouts[owner, workout_id][0].day)
            for (owner, workout_id, _), (entry, gone) in self.sets.items()
            if owner == athlete and not gone and not self.workouts[owner, workout_id][1]
        }

    def alike(self, entry: LoggedSet) -> list[LoggedSet]:
        """The sets counted together with ``entry``, in order."""

        def kind(one: LoggedSet) -> tuple[object, ...]:
            return one.workout_id, one.exercise, one.side, one.set_type is SetType.WARM_UP

        there = [one for (owner, *_), (one, gone) in self.sets.items() if owner == ME and not gone]
        return sorted((one for one in there if kind(one) == kind(entry)), key=attrgetter("set_no"))


class StoreMachine(RuleBasedStateMachine):
    """The store and the model side by side."""

    workouts = Bundle("workouts")
    sets = Bundle("sets")
    taps = Bundle("taps")
    imports = Bundle("imports")
    store: Store

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.now = datetime(2026, 11, 24, 18, 30)
        self.model = Model()
        self.count = 0
        self.restart(first=True)

    def clock(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    @rule()
    def restart(self, *, first: bool = False) -> None:
        if not first:
            self.store.close()
        path = Path(self.folder.name)
        self.store = open_store(f"sqlite:///{path / 'hamcore.db'}", backup_dir=path / "backups", clock=self.clock)

    def teardown(self) -> None:
        if hasattr(self, "store"):
            assert self.store.check().problems == ()
            self.store.close()
            self.folder.cleanup()

    def fresh(self, prefix: str) -> str:
        self.count += 1
        return f"{prefix}{self.count:03}"

    @rule(target=workouts, day=st.integers(1, 5))
    def add_workout(self, day: int) -> str:
        workout = a_workout(self.fresh("w"), date(2026, 11, day))
        assert self.store.add_workout(ME, workout)
        assert not self.store.add_workout(ME, workout)
        self.model.workouts[ME, workout.workout_id] = workout, False
        return workout.workout_id

    @rule(workout_id=workouts, day=st.integers(1, 5))
    def move_workout(self, workout_id: str, day: int) -> None:
        workout, gone = self.model.workouts[ME, workout_id]
        moved = replace(workout, day=date(2026, 11, day))
        assert self.store.edit_workout(ME, moved) is not gone
        if not gone:
            self.model.workouts[ME, workout_id] = moved, False

    @rule(workout_id=workouts)
    def delete_workout(self, workout_id: str) -> None:
        workout, gone = self.model.workouts[ME, workout_id]
        assert not self.store.delete_workout(STRANGER, workout_id)
        assert self.store.delete_workout(ME, workout_id) is not gone
        self.model.workouts[ME, workout_id] = workout, True

    @rule(workout_id=workouts)
    def restore_workout(self, workout_id: str) -> None:
        workout, gone = self.model.workouts[ME, workout_id]
        assert not self.store.restore_workout(STRANGER, workout_id)
        assert self.store.restore_workout(ME, workout_id) is gone
        self.model.workouts[ME, workout_id] = workout, False

    @rule(target=sets, workout_id=workouts, exercise=EXERCISES, load=LOADS)
    def add_set(self, workout_id: str, exercise: str, load: str) -> tuple[str, int]:
        number = self.store.next_set_no(ME, workout_id)
        entry = a_set(number, workout_id, exercise, load)
        gone = self.model.workouts[ME, workout_id][1]
        assert self.store.add_set(ME, entry) is not gone
        assert not self.store.add_set(ME, entry)
        assert not self.store.add_set(STRANGER, entry)
        if not gone:
            self.model.sets[ME, workout_id, number] = entry, False
        return workout_id, number

    @rule(
        target=taps,
        workout_id=workouts,
        exercise=EXERCISES,
        side=st.sampled_from([None, *Side]),
        kind=st.sampled_from([SetType.WARM_UP, SetType.WORKING, SetType.DROP]),
        number=st.integers(1, 3),
        keep_both=st.booleans(),
    )
    def tap(
        self, workout_id: str, exercise: str, side: Side | None, kind: SetType, number: int, *, keep_both: bool
    ) -> tuple[str, str, int]:
        workout, gone = self.model.workouts[ME, workout_id]
        entry = a_set(1, workout_id, exercise)._replace(side=side, set_type=kind)
        alike = self.model.alike(entry)
        taken = len(alike) >= number and not keep_both
        set_no = self.store.next_set_no(ME, workout_id)
        new = entry._replace(set_no=set_no, position=set_no, day=workout.day)
        expected = LogResult(LogStatus.ADDED, new)
        if taken:
            expected = LogResult(LogStatus.TAKEN, alike[number - 1]._replace(day=workout.day))
        if gone:
            expected = LogResult(LogStatus.GONE, None)
        entry_id = self.fresh("tap")
        assert self.store.log_entry(ME, workout, entry, entry_id, number, keep_both=keep_both) == expected
        if expected.status is LogStatus.ADDED:
            self.model.sets[ME, workout_id, set_no] = new, False
        return workout_id, entry_id, set_no if expected.status is LogStatus.ADDED else 0

    @rule(which=taps)
    def take_a_tap_back(self, which: tuple[str, str, int]) -> None:
        workout_id, _, set_no = which
        if set_no:
            entry, is_deleted = self.model.sets[ME, workout_id, set_no]
            assert self.store.delete_set(ME, workout_id, set_no) is not is_deleted
            self.model.sets[ME, workout_id, set_no] = entry, True

    @rule(which=taps, number=st.integers(1, 3), keep_both=st.booleans())
    def send_again(self, which: tuple[str, str, int], number: int, *, keep_both: bool) -> None:
        workout_id, entry_id, set_no = which
        workout, gone = self.model.workouts[ME, workout_id]
        if not set_no:
            return
        entry, is_deleted = self.model.sets[ME, workout_id, set_no]
        status = LogStatus.GONE if gone else LogStatus.REPEATED
        there = None if gone or is_deleted else entry._replace(day=workout.day)
        again = self.store.log_entry(ME, workout, a_set(1, workout_id), entry_id, number, keep_both=keep_both)
        assert again == (status, there)

    @rule(which=sets, exercise=EXERCISES, load=LOADS)
    def edit_set(self, which: tuple[str, int], exercise: str, load: str) -> None:
        workout_id, number = which
        entry, gone = self.model.sets.get((ME, *which), (None, True))
        edited = a_set(number, workout_id, exercise, load, reps=9)
        assert not self.store.edit_set(STRANGER, edited)
        assert self.store.edit_set(ME, edited) is not gone
        if entry is not None and not gone:
            self.model.sets[ME, workout_id, number] = edited, False

    @rule(which=sets)
    def delete_set(self, which: tuple[str, int]) -> None:
        entry, gone = self.model.sets.get((ME, *which), (None, True))
        assert not self.store.delete_set(STRANGER, *which)
        assert self.store.delete_set(ME, *which) is not gone
        if entry is not None:
            self.model.sets[ME, *which] = entry, True

    @rule(which=sets)
    def restore_set(self, which: tuple[str, int]) -> None:
        entry, gone = self.model.sets.get((ME, *which), (None, False))
        assert self.store.restore_set(ME, *which) is gone
        if entry is not None:
            self.model.sets[ME, *which] = entry, False

    @rule(target=imports, sizes=st.lists(st.integers(1, 3), min_size=1, max_size=3))
    def import_workouts(self, sizes: list[int]) -> tuple[str, tuple[str, ...]]:
        import_id = self.fresh("i")
        numbers = self.store.import_basis(ME)
        name_no = numbers.names.get("Squat", (1 + max((no for no, _ in numbers.names.values()), default=0), None))[0]
        made = [self._new_workout(size, name_no) for size in sizes]
        plan = self._plan(import_id, made, numbers.revision)
        assert self.store.write_import(ME, plan)
        assert not self.store.write_import(ME, plan)
        return import_id, tuple(new.workout.workout_id for new in made)

    def _new_workout(self, size: int, name_no: int) -> NewWorkout:
        workout = replace(a_workout(self.fresh("w")), source="strong")
        sets: list[SetContent] = [(name_no, "working", "100 kg", 5, None, None, None, "")] * size
        self.model.workouts[ME, workout.workout_id] = workout, False
        for no in range(1, size + 1):
            entry = a_set(no, workout.workout_id, "name:Squat")._replace(rir=None)
            self.model.sets[ME, workout.workout_id, no] = entry, False
        return NewWorkout(workout, sets, sets_digest(workout.day.isoformat(), sets))

    def _plan(self, import_id: str, made: list[NewWorkout], revision: int) -> ImportPlan:
        record = ImportRecord(
            import_id, "strong", "", "x.csv", self.clock(), 0, len(made), None, None, undone=False, summary=""
        )
        return ImportPlan(record, "", revision, {"Squat": None}, made, ())

    @rule(which=consumes(imports))
    def undo_import(self, which: tuple[str, tuple[str, ...]]) -> None:
        import_id, workout_ids = which
        assert not self.store.undo_import(STRANGER, import_id)
        assert self.store.undo_import(ME, import_id)
        assert not self.store.undo_import(ME, import_id)
        for workout_id in workout_ids:
            del self.model.workouts[ME, workout_id]
        for key in [key for key in self.model.sets if key[1] in workout_ids]:
            del self.model.sets[key]

    @invariant()
    def the_history_is_that_of_the_model(self) -> None:
        if not hasattr(self, "store"):
            return
        for athlete in (ME, STRANGER):
            log = self.store.load_log(athlete)
            assert {entry for entries in log.sets.values() for entry in entries} == self.model.history(athlete)


TestStore = StoreMachine.TestCase
TestStore.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
