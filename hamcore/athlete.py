"""One athlete's log in memory with everything computed from it, kept in step with the store."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from heapq import merge
from itertools import islice
from threading import RLock
from typing import NamedTuple, Protocol, runtime_checkable

from hamcore.catalog import Catalog
from hamcore.dates import Days, week_start
from hamcore.model.exercise import CountingRule, LoadKind, Stretch
from hamcore.model.log import LoggedSet, TrainingLog, Workout
from hamcore.model.routine import Routine
from hamcore.model.settings import Settings
from hamcore.model.stretching import Hold, OwnStretch, RangeTest, StretchLog
from hamcore.model.symptom import Symptom
from hamcore.rules.history import ExerciseHistory, HistoryRules
from hamcore.rules.live_log import Change, LiveLog
from hamcore.rules.records import Record
from hamcore.rules.strength import estimable
from hamcore.rules.volume import WeekCredits, week_credits
from hamcore.units import Load

_ONE_DAY = timedelta(days=1)

MANY_WORKOUTS = 100
"""Above this many changed workouts, an import for one, reading the log anew is quicker than taking them singly."""


class LogSource(Protocol):
    """What the state needs of a store. The revision grows with every write of the athlete."""

    def revision(self, athlete_id: str) -> int:
        """The athlete's revision now."""

    def load_log(self, athlete_id: str) -> TrainingLog:
        """The whole log; the sets of an exercise in order of day, start, workout id and position."""

    def load_settings(self, athlete_id: str) -> Settings:
        """The athlete's settings, the defaults if none were saved."""

    def body_weights(self, athlete_id: str) -> Mapping[date, Load]:
        """Day to what the athlete weighed on it, oldest first."""

    def symptoms(self, athlete_id: str) -> tuple[Symptom, ...]:
        """What the athlete reported that asks for care, the oldest first."""

    def own_routines(self, athlete_id: str) -> Mapping[str, Routine]:
        """Routine id to the athlete's own routine, the oldest first."""

    def stretching(self, athlete_id: str, since: int) -> StretchLog | None:
        """The athlete's stretching; None if nothing of it changed after the revision ``since`` (-1: never None)."""


class Changes(Protocol):
    """What changed since an earlier revision, a whole workout at a time."""

    @property
    def revision(self) -> int:
        """The revision these changes lead to."""

    @property
    def workouts(self) -> Mapping[str, Workout | None]:
        """Every changed workout as it is now, None if it is gone."""

    @property
    def sets(self) -> Mapping[str, Sequence[LoggedSet]]:
        """All sets of a changed workout, in order of position."""


@runtime_checkable
class ChangeSource(Protocol):
    """A store that can also say what changed, so that one more set does not read the whole log again."""

    def load_changes(self, athlete_id: str, since: int) -> Changes | None:
        """What changed after the revision ``since``; None if the log has to be read whole."""


class NewRecord(NamedTuple):
    """A record and the key of its exercise."""

    exercise: str
    record: Record


def _day_of(new: NewRecord) -> date:
    return new.record.entry.day


class AthleteState:
    """An athlete's log, histories, settings, body weights, symptoms, routines and stretching.

    Safe to share between the threads of several sessions. Nothing is read before the first `refresh`. Histories are
    built when first asked for; a change updates or drops only those it touches, and the result is always that of a
    fresh state.
    """

    def __init__(self, source: LogSource, athlete_id: str, catalog: Catalog) -> None:
        self.athlete_id = athlete_id
        self.catalog = catalog
        self.revision = -1
        self.settings = Settings()
        self.body_weights: Mapping[date, Load] = {}
        """Day to what the athlete weighed on it, oldest first."""
        self.symptoms: tuple[Symptom, ...] = ()
        """All that was reported and asks for care before load, gone or not, the oldest first."""
        self.own_routines: Mapping[str, Routine] = {}
        """Routine id to the athlete's own routine, the oldest first."""
        self._stretching = StretchLog()
        self._source = source
        self._lock = RLock()
        self._live = LiveLog({}, {})
        self._histories: dict[str, ExerciseHistory] = {}

    @property
    def log(self) -> TrainingLog:
        """The log as of the last refresh, to be read only."""
        return self._live.log

    def refresh(self) -> bool:
        """Bring the state up to the store's revision; whether anything had to be read. Errors of the store pass on."""
        with self._lock:
            revision = self._source.revision(self.athlete_id)
            if revision == self.revision:
                return False
            since, self.revision = self.revision, self._read(revision)
            # Read last: a write after this makes the next refresh read again, one before it is never missed.
            self._take_settings(self._source.load_settings(self.athlete_id))
            self.body_weights = self._source.body_weights(self.athlete_id)
            self.symptoms = self._source.symptoms(self.athlete_id)
            self.own_routines = self._source.own_routines(self.athlete_id)
            self._stretching = self._source.stretching(self.athlete_id, since) or self._stretching
            return True

    def _read(self, revision: int) -> int:
        """Take what changed, or the whole log; the revision that is now in memory."""
        changes = self._load_changes()
        if changes is None or len(changes.workouts) > MANY_WORKOUTS:
            self._take_log(self._source.load_log(self.athlete_id))
            return revision
        for workout_id, workout in changes.workouts.items():
            for change in self._live.replace(workout_id, workout, changes.sets.get(workout_id, ())):
                self._update(change)
        return changes.revision

    def _load_changes(self) -> Changes | None:
        if self.revision < 0 or not isinstance(self._source, ChangeSource):
            return None
        return self._source.load_changes(self.athlete_id, self.revision)

    def _take_log(self, log: TrainingLog) -> None:
        live = LiveLog(log.workouts, log.sets)
        for key in [key for key in self._histories if self._live.sets_of(key) != live.sets_of(key)]:
            del self._histories[key]
        self._live = live

    def _take_settings(self, settings: Settings) -> None:
        if (settings.formula, settings.week_start) != (self.settings.formula, self.settings.week_start):
            self._histories.clear()
        self.settings = settings

    def _update(self, change: Change) -> None:
        history = self._histories.get(change.exercise)
        if history is None:
            return
        if change.latest is None:
            del self._histories[change.exercise]
        else:
            history.replace_last(change.workout_id, change.latest)

    @property
    def routines(self) -> Mapping[str, Routine]:
        """Routine id to routine: the athlete's own first, then the shipped ones that have none of theirs in place."""
        shipped = {key: one for key, one in self.catalog.routines.items() if key not in self.own_routines}
        return {**self.own_routines, **shipped}

    def routine(self, routine_id: str) -> Routine | None:
        """The athlete's own routine of that id, else the shipped one, else None."""
        return self.own_routines.get(routine_id) or self.catalog.routines.get(routine_id)

    @property
    def active_routine(self) -> Routine | None:
        """The routine the athlete follows; None if none is chosen or it was deleted."""
        return self.routine(self.settings.routine_id)

    @property
    def stretching(self) -> StretchLog:
        """Everything of the athlete's stretching."""
        return self._stretching

    @property
    def holds(self) -> tuple[Hold, ...]:
        """Every stretch that was done, in order of day."""
        return self._stretching.holds

    @property
    def range_tests(self) -> tuple[RangeTest, ...]:
        """Every reading of a range test, in order of day."""
        return self._stretching.range_tests

    @property
    def own_stretches(self) -> Mapping[str, OwnStretch]:
        """Key to a stretch the athlete added, in order of name."""
        return self._stretching.own

    @property
    def stretches(self) -> Mapping[str, Stretch]:
        """Key to stretch: the shipped ones by id, then the athlete's own as ``name:`` and the name."""
        return {**self.catalog.stretches, **{key: one.definition() for key, one in self.own_stretches.items()}}

    def body_weight_on(self, day: date) -> Load | None:
        """What the athlete weighed on ``day``: the latest entry up to it, the settings' if there is none, or None."""
        weights = self.body_weights
        days = list(weights)
        place = bisect_right(days, day)
        return weights[days[place - 1]] if place else self.settings.body_weight

    def exercises(self) -> list[str]:
        """The keys of all logged exercises, the most often logged first."""
        sets = self.log.sets
        return sorted(sets, key=lambda key: (-len(sets[key]), key))

    def history(self, exercise: str) -> ExerciseHistory:
        """What the rules know of one exercise; an empty history if it was never logged."""
        with self._lock:
            known = self._histories.get(exercise)
            if known is None:
                known = ExerciseHistory(self._live.sets_of(exercise), self._rules(exercise))
                self._histories[exercise] = known
            return known

    def _rules(self, exercise: str) -> HistoryRules:
        definition = self.catalog.exercises.get(exercise)
        kind = definition.load_kind if definition else LoadKind.EXTERNAL
        return HistoryRules(
            formula=self.settings.formula,
            week_start=self.settings.week_start,
            estimable=estimable(self.catalog.function_of(exercise), kind),
            more_is_harder=kind is not LoadKind.ASSISTED,
        )

    def weekly_credits(self, day: date, rule: CountingRule = CountingRule.WEIGHTED) -> WeekCredits:
        """The set credits of the week ``day`` lies in, under a counting rule."""
        start = week_start(day, self.settings.week_start)
        keys = [key for key in self.log.sets if key in self.catalog.exercises]
        sets = {key: self.history(key).sets_in_week(start) for key in keys}
        return week_credits(start, {key: count for key, count in sets.items() if count}, self.catalog.exercises, rule)

    def newest_records(self, count: int, today: date) -> list[NewRecord]:
        """The ``count`` newest records of all exercises up to ``today``, newest first."""
        newest_first = (self._newest_first(key, today) for key in self.log.sets)
        found = islice(merge(*newest_first, key=_day_of, reverse=True), count)
        return sorted(found, key=lambda new: (-_day_of(new).toordinal(), new.exercise, new.record.rank))

    def _newest_first(self, exercise: str, today: date) -> Iterator[NewRecord]:
        for record in reversed(self.history(exercise).records_until(today)):
            yield NewRecord(exercise, record)

    def done_in(self, days: Days) -> dict[date, dict[str, int]]:
        """How many working sets of each exercise were done, for each day of ``days`` that has any."""
        done: dict[date, dict[str, int]] = {}
        for key in self.log.sets:
            for exposure in reversed(self.history(key).until(days.end - _ONE_DAY)):
                if exposure.day < days.start:
                    break
                counts = done.setdefault(exposure.day, {})
                counts[key] = counts.get(key, 0) + exposure.set_count
        return done
