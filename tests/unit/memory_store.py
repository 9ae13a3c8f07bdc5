"""A store in memory: a plain second implementation of what the athlete's state asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from hamcore.model.log import LoggedSet, TrainingLog, Workout
from hamcore.model.routine import Routine
from hamcore.model.settings import Settings
from hamcore.model.stretching import StretchLog
from hamcore.model.symptom import Symptom
from hamcore.units import Load


@dataclass(frozen=True)
class Changed:
    """What changed since a revision."""

    revision: int
    workouts: Mapping[str, Workout | None]
    sets: Mapping[str, Sequence[LoggedSet]]


@dataclass
class WholeStore:
    """A store that can only hand out the whole log."""

    settings: Settings = field(default_factory=Settings)
    workouts: dict[str, tuple[Workout, list[LoggedSet]]] = field(default_factory=dict)
    changed_in: dict[str, int] = field(default_factory=dict)
    weights: dict[date, Load] = field(default_factory=dict)
    reports: list[Symptom] = field(default_factory=list)
    plans: dict[str, Routine] = field(default_factory=dict)
    stretched: StretchLog = field(default_factory=StretchLog)
    stretched_in: int = 0
    stretch_reads: int = 0
    at: int = 0
    whole_reads: int = 0

    def revision(self, athlete_id: str) -> int:
        return self.at if athlete_id else -1

    def load_settings(self, athlete_id: str) -> Settings:
        return self.settings if athlete_id else Settings()

    def body_weights(self, athlete_id: str) -> Mapping[date, Load]:
        return dict(sorted(self.weights.items())) if athlete_id else {}

    def symptoms(self, athlete_id: str) -> tuple[Symptom, ...]:
        return tuple(self.reports) if athlete_id else ()

    def own_routines(self, athlete_id: str) -> Mapping[str, Routine]:
        return dict(self.plans) if athlete_id else {}

    def stretching(self, athlete_id: str, since: int) -> StretchLog | None:
        if since >= 0 and (self.stretched_in <= since or not athlete_id):
            return None
        self.stretch_reads += 1
        return self.stretched

    def load_log(self, athlete_id: str) -> TrainingLog:
        self.whole_reads += bool(athlete_id)
        sets: dict[str, list[LoggedSet]] = {}
        rows = [(w.day, w.started_at, w.workout_id, s.position, s) for w, own in self.workouts.values() for s in own]
        for *_, entry in sorted(rows, key=lambda row: row[:4]):
            sets.setdefault(entry.exercise, []).append(entry)
        return TrainingLog({key: workout for key, (workout, _) in self.workouts.items()}, sets)

    def write(self, workout: Workout, sets: Sequence[LoggedSet]) -> None:
        """Add or replace a workout; its sets take its day and their place in it."""
        own = [
            entry._replace(workout_id=workout.workout_id, day=workout.day, set_no=i, position=i)
            for i, entry in enumerate(sets, 1)
        ]
        self.workouts[workout.workout_id] = (workout, own)
        self._touch(workout.workout_id)

    def delete(self, workout_id: str) -> None:
        self.workouts.pop(workout_id, None)
        self._touch(workout_id)

    def save_settings(self, **changes: object) -> None:
        self.settings = replace(self.settings, **changes)  # type: ignore[arg-type]
        self.at += 1

    def weigh(self, day: date, load: Load) -> None:
        self.weights[day] = load
        self.at += 1

    def report(self, symptom: Symptom) -> None:
        self.reports.append(symptom)
        self.at += 1

    def save_routine(self, routine: Routine) -> None:
        self.plans[routine.routine_id] = routine
        self.at += 1

    def stretch(self, stretched: StretchLog) -> None:
        self.stretched = stretched
        self.at += 1
        self.stretched_in = self.at

    def _touch(self, workout_id: str) -> None:
        self.at += 1
        self.changed_in[workout_id] = self.at


class ChangingStore(WholeStore):
    """A store that also tells what changed."""

    def load_changes(self, athlete_id: str, since: int) -> Changed | None:
        changed = [key for key, at in self.changed_in.items() if at > since and athlete_id]
        now = {key: self.workouts.get(key) for key in changed}
        return Changed(
            self.at,
            {key: found[0] if found else None for key, found in now.items()},
            {key: found[1] for key, found in now.items() if found},
        )
