"""Best so far: e1RM, heaviest load, most repetitions at a load, heaviest load for a number of repetitions."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from math import exp, inf, log
from statistics import median
from typing import NamedTuple, Self

from hamcore.model.log import LoggedSet
from hamcore.rules.exposures import Exposure
from hamcore.rules.noise import NOISE_SESSIONS, beats_noise, noise_of_logs

LEVEL_SESSIONS = 5
"""The level before a record is the median of this many sessions before it."""
_MOST_REPS = 100
"""Repetitions above this are compared as this many."""


class RecordKind(StrEnum):
    """What was better than ever before."""

    E1RM = "e1rm"
    HEAVIEST = "heaviest"
    MOST_REPS = "most_reps"
    """More repetitions than ever at this load or more."""
    HEAVIEST_FOR_REPS = "heaviest_for_reps"
    """More load than ever for this many repetitions or more."""


_ORDER = tuple(RecordKind)


class Record(NamedTuple):
    """One best so far. At most one of a kind in a workout.

    ``value`` and ``before`` (the best until then) are kilograms, or repetitions for `RecordKind.MOST_REPS`.
    ``within_noise`` says that it does not stand out of normal session-to-session variation; None where the set has no
    e1RM to judge it by.
    """

    kind: RecordKind
    entry: LoggedSet
    value: float
    before: float
    within_noise: bool | None

    @property
    def rank(self) -> int:
        """0 for the most telling kind, more for the others."""
        return _ORDER.index(self.kind)


class RecordBook:
    """The bests of one exercise so far; fed one exposure after the other. Nothing beaten, no record: a first is none.

    ``more_is_harder=False`` is for assistance, where less load is better.
    """

    __slots__ = ("_best_kg", "_front", "_recent_logs", "_reps_at", "_sign", "_top")

    def __init__(self, *, more_is_harder: bool = True) -> None:
        self._sign = 1.0 if more_is_harder else -1.0
        self._best_kg = 0.0
        self._top = -inf
        self._front = [-inf] * (_MOST_REPS + 1)  # index: repetitions; the most load for at least as many
        self._reps_at: dict[float, int] = {}
        self._recent_logs: list[float] = []

    def copy(self) -> Self:
        """An independent book with the same bests."""
        other = type(self).__new__(type(self))
        other._sign, other._best_kg, other._top = self._sign, self._best_kg, self._top
        other._front, other._reps_at = self._front.copy(), self._reps_at.copy()
        other._recent_logs = self._recent_logs.copy()
        return other

    def add(self, exposure: Exposure) -> list[Record]:
        """The records of the next exposure, which then belongs to the book."""
        front, reps_at, sign = self._front, self._reps_at, self._sign
        better, more = [], []
        for entry in exposure.sets:  # the hot path of a long history, hence places instead of names
            load, reps = (entry[7] or 0.0) * sign, entry[8] or 0
            if reps > reps_at.get(load, 0):
                more.append((load, reps))
                if load > front[reps if reps < _MOST_REPS else _MOST_REPS]:
                    better.append(entry)
        found = self._rep_records(better) if better else []
        if exposure.e1rm_kg is not None and not exposure.low_confidence:
            found = self._take_estimate(exposure, exposure.e1rm_kg, found)
        for load, reps in more:
            reps_at[load] = max(reps, reps_at.get(load, 0))
        for entry in better:
            self._raise_front(self._load(entry), entry.reps or 0)
        return found

    def _take_estimate(self, exposure: Exposure, estimate: float, found: list[Record]) -> list[Record]:
        """Records with their place in the noise, a new best e1RM first; the estimate then belongs to the book."""
        if exposure.best is not None and estimate > self._best_kg > 0:
            found.insert(0, Record(RecordKind.E1RM, exposure.best, estimate, self._best_kg, None))
        judged = [record._replace(within_noise=self._within_noise(record.entry, exposure)) for record in found]
        self._best_kg = max(self._best_kg, estimate)
        self._recent_logs.append(log(estimate))
        if len(self._recent_logs) > 2 * NOISE_SESSIONS:
            del self._recent_logs[:-NOISE_SESSIONS]
        return judged

    def _rep_records(self, better: Sequence[LoggedSet]) -> list[Record]:
        """At most one record of each kind among sets that beat every earlier one; the best of a kind is kept.

        Of equal sets the first one keeps it, as it does for the e1RM.
        """
        found: dict[RecordKind, Record] = {}
        for entry in sorted(better, key=lambda entry: (self._load(entry), entry.reps or 0), reverse=True):
            record = self._rep_record(entry)
            if record is not None:
                found.setdefault(record.kind, record)
        return sorted(found.values(), key=lambda record: record.rank)

    def _rep_record(self, entry: LoggedSet) -> Record | None:
        load, reps = self._load(entry), entry.reps or 0
        known = self._reps_at.get(load)
        if known is not None:
            return Record(RecordKind.MOST_REPS, entry, reps, known, None)
        if load > self._top > -inf:
            return Record(RecordKind.HEAVIEST, entry, abs(load), abs(self._top), None)
        before = self._front[min(reps, _MOST_REPS)]
        if before > -inf:
            return Record(RecordKind.HEAVIEST_FOR_REPS, entry, abs(load), abs(before), None)
        return None

    def _within_noise(self, entry: LoggedSet, exposure: Exposure) -> bool | None:
        """Whether the e1RM of ``entry`` is inside the noise around the level before; None if that cannot be told.

        No set has a higher e1RM than the best one: if that stays inside the noise, so do the others.
        """
        if exposure.e1rm_kg is None or not self._recent_logs:
            return None
        level_kg = exp(median(self._recent_logs[-LEVEL_SESSIONS:]))
        if not beats_noise(exposure.e1rm_kg, level_kg, noise_of_logs(self._recent_logs[-NOISE_SESSIONS:])):
            return True
        return False if entry is exposure.best else None

    def _raise_front(self, load: float, reps: int) -> None:
        self._top = max(self._top, load)
        for fewer in range(min(reps, _MOST_REPS), -1, -1):
            if self._front[fewer] >= load:
                break
            self._front[fewer] = load

    def _load(self, entry: LoggedSet) -> float:
        return (entry.load_kg or 0.0) * self._sign


def records(history: Iterable[Exposure], *, more_is_harder: bool = True) -> list[Record]:
    """Every record of one exercise, oldest first.

    >>> from datetime import date
    >>> from hamcore.model.log import SetType
    >>> from hamcore.rules.exposures import exposures
    >>> one = LoggedSet("a", 1, 1, date(2026, 3, 2), "x", SetType.WORKING, None, 100.0, 6, None, None, None, "")
    >>> more = one._replace(workout_id="b", day=date(2026, 3, 9), reps=7)
    >>> [(r.kind.value, round(r.value, 1), r.within_noise) for r in records(exposures([one, more]))]
    [('e1rm', 123.3, True), ('most_reps', 7, True)]
    """
    book = RecordBook(more_is_harder=more_is_harder)
    return [record for exposure in history for record in book.add(exposure)]
