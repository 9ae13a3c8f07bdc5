"""What one workout says about an exercise's plan: which sets are judged, at which load, and how they went."""

from collections.abc import Iterable, Sequence, Set
from math import inf
from typing import NamedTuple

from hamcore.model.exercise import Exercise, LoadKind, Prescription
from hamcore.model.log import Form, LoggedSet, SetType, Side
from hamcore.rules.exposures import Exposure
from hamcore.units import Load

JUDGED_TYPES = frozenset((SetType.WORKING, SetType.FAILURE))
"""Drop sets, rest-pause and forced repetitions save time and never move the plan."""
LEAST_RESERVE = 1
"""Repetitions left in reserve that the top of the range asks for, where a reserve was noted."""
SAME_LOAD = 0.005
"""Loads that differ by less than this share are the same: 220 lb are 99.8 kg."""


class Attempt(NamedTuple):
    """One set as judged; of a left and a right set the weaker side.

    ``hardness`` is the load in kilograms, with a minus sign for help, 0 without load. ``rir`` is None where none was
    noted. ``is_whole`` is False where only one of two sides was done.
    """

    sets: tuple[LoggedSet, ...]
    load: Load | None
    hardness: float
    reps: int
    rir: float | None
    is_whole: bool

    def reaches(self, reps: int) -> bool:
        """Whether ``reps`` were done with one in reserve; a repetition more counts as one in reserve."""
        return self.reps >= reps and (self.rir is None or self.reps + self.rir >= reps + LEAST_RESERVE)


class Judged(NamedTuple):
    """One exposure against a plan.

    ``attempts`` are at most as many as planned, in order; ``taken`` are those and the sets of one side alone that
    stood in their place. ``missing`` counts planned sets that were not done at ``load`` (or heavier). ``forms`` are
    what was noted of the taken sets.
    """

    exposure: Exposure
    load: Load | None
    hardness: float
    attempts: tuple[Attempt, ...]
    taken: tuple[Attempt, ...]
    missing: int
    forms: Set[Form | None]

    def is_miss(self, lo: int) -> bool:
        """Whether a set ended under the range, or one side of it did."""
        return any(attempt.reps < lo for attempt in self.taken)

    def all_have(self, reps: int) -> bool:
        """Whether all planned sets were done with at least so many repetitions."""
        return not self.missing and all(attempt.reps >= reps for attempt in self.attempts)

    def all_reach(self, reps: int) -> bool:
        """As `all_have`, with one repetition in reserve where a reserve was noted."""
        return not self.missing and all(attempt.reaches(reps) for attempt in self.attempts)

    @property
    def sets(self) -> tuple[LoggedSet, ...]:
        """The judged sets as logged."""
        return tuple(entry for attempt in self.taken for entry in attempt.sets)


def sign_of(exercise: Exercise | None) -> float:
    """1 where more load is harder, -1 for help."""
    return -1.0 if exercise is not None and exercise.load_kind is LoadKind.ASSISTED else 1.0


def judge(exposure: Exposure, prescription: Prescription, sign: float) -> Judged:
    """Judge the sets of one workout; ``sign`` is that of the exercise (`sign_of`).

    The load judged is the one most sets were done with; of equally many, the hardest. Sets at that load count in order
    up to the planned number, later ones are extra. Where some are missing, harder sets that reached the bottom of the
    range stand in for them, the best first; easier ones do not.

    >>> from datetime import date
    >>> from hamcore.model.exercise import Bounds, Tempo
    >>> from hamcore.rules.exposures import exposures
    >>> plan = Prescription(3, Bounds(6, 8), Bounds(120, 180), Tempo(2, 1, 1, 1))
    >>> row = LoggedSet("w", 1, 1, date(2026, 3, 2), "x", SetType.WORKING, None, 100.0, 8, None, None, None, "")
    >>> done = [row, row._replace(set_no=2, reps=7), row._replace(set_no=3, load_kg=95.0), row._replace(set_no=4)]
    >>> judged = judge(exposures(done)[0], plan, 1.0)
    >>> judged.hardness, [attempt.reps for attempt in judged.attempts], judged.missing
    (100.0, [8, 7, 8], 0)
    """
    counted = [entry for entry in exposure.sets if entry.set_type in JUDGED_TYPES]
    attempts = _attempts(counted or exposure.sets, sign)
    main = _main(attempts)
    if not counted:
        return Judged(exposure, main.load, main.hardness, (), (), prescription.sets, frozenset())
    taken = _taken(attempts, main.hardness, prescription)
    whole = tuple([attempt for attempt in taken if attempt.is_whole])
    forms = {entry.form for attempt in taken for entry in attempt.sets}
    return Judged(exposure, main.load, main.hardness, whole, taken, prescription.sets - len(whole), forms)


def _taken(attempts: Sequence[Attempt], hardness: float, prescription: Prescription) -> tuple[Attempt, ...]:
    """The attempts that count, in order."""
    margin = SAME_LOAD * abs(hardness)
    places = [place for place, one in enumerate(attempts) if abs(one.hardness - hardness) <= margin]
    places = places[: prescription.sets]
    if len(places) < min(prescription.sets, len(attempts)):
        harder = [
            place
            for place, one in enumerate(attempts)
            if one.hardness - hardness > margin and one.is_whole and one.reps >= prescription.reps.lo
        ]
        harder.sort(key=lambda place: _quality(attempts[place]), reverse=True)
        places = sorted(places + harder[: prescription.sets - len(places)])
    return tuple(attempts[place] for place in places)


def _quality(attempt: Attempt) -> tuple[int, float]:
    return attempt.reps, inf if attempt.rir is None else attempt.rir


def _main(attempts: Sequence[Attempt]) -> Attempt:
    """The first attempt at the load most attempts were done with; the hardest of equally many."""
    if len({attempt.hardness for attempt in attempts}) == 1:
        return attempts[0]
    counts: dict[float, int] = {}
    for attempt in attempts:
        counts[attempt.hardness] = counts.get(attempt.hardness, 0) + 1
    hardness = max(counts, key=lambda load: (counts[load], load))
    return next(attempt for attempt in attempts if attempt.hardness == hardness)


def _attempts(sets: Iterable[LoggedSet], sign: float) -> list[Attempt]:
    """The attempts in order: the first left set with the first right one, the second with the second, and so on."""
    attempts: list[Attempt] = []
    waiting: dict[Side, list[int]] = {Side.LEFT: [], Side.RIGHT: []}
    for entry in sets:
        rir = 0.0 if entry.set_type is SetType.FAILURE else entry.rir
        kg = entry.load_kg or 0.0
        one = Attempt((entry,), entry.load if kg else None, sign * kg, entry.reps or 0, rir, entry.side is None)
        if entry.side is None:
            attempts.append(one)
            continue
        other = Side.RIGHT if entry.side is Side.LEFT else Side.LEFT
        if waiting[other]:
            place = waiting[other].pop(0)
            attempts[place] = _weaker(attempts[place], one)
        else:
            waiting[entry.side].append(len(attempts))
            attempts.append(one)
    return attempts


def _weaker(one: Attempt, other: Attempt) -> Attempt:
    """Both sides of one set: the easier load, the fewer repetitions, the lower of the noted reserves."""
    easier = one if one.hardness <= other.hardness else other
    reserves = [rir for rir in (one.rir, other.rir) if rir is not None]
    return Attempt(
        one.sets + other.sets,
        easier.load,
        easier.hardness,
        min(one.reps, other.reps),
        min(reserves, default=None),
        is_whole=True,
    )
