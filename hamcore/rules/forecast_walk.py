"""Weeks of one exercise played forward: each workout is what the rules suggest after the ones before it.

What a workout leads to depends on a few exposures only, so every situation is worked out once and looked up by all
simulated runs that come to it.
"""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate, pairwise
from math import comb
from random import Random
from typing import NamedTuple

from hamcore.model.exercise import Exercise, Prescription, ProgressionKind, Tempo
from hamcore.model.log import LoggedSet, SetType
from hamcore.model.settings import Formula
from hamcore.rules.coach_case import LOOK_BACK, CoachFrame, usual_progression
from hamcore.rules.exposures import Exposure, exposures
from hamcore.rules.progression import recommend
from hamcore.rules.recommendation import Outcome as LoadOutcome
from hamcore.rules.recommendation import RuleId, SetTarget
from hamcore.rules.success_rate import SuccessRate
from hamcore.units import Load

DEPTH = 2
"""Exposures that the rules look back to, but for the tempo rule."""


@dataclass(frozen=True, slots=True)
class Lift:
    """One exercise to play forward: its past (oldest first), and the coming workouts with it, in order.

    ``frame`` holds for all of them, but for its day.
    """

    key: str
    exercise: Exercise | None
    past: Sequence[Exposure]
    coming: tuple[tuple[date, Prescription], ...]
    frame: CoachFrame


class Outcome(NamedTuple):
    """How a workout would go: its load (None for the body alone), the repetitions of each set, their tempo."""

    load: Load | None
    reps: tuple[int, ...]
    tempo: Tempo

    @property
    def load_kg(self) -> float | None:
        """The load in kilograms."""
        return self.load.kg if self.load else None

    def exposure(self, key: str, day: date, formula: Formula = Formula.EPLEY, *, estimable: bool = False) -> Exposure:
        """The workout as an exposure on ``day``."""
        load_kg, name = self.load_kg, day.isoformat()
        first = LoggedSet(name, 1, 1, day, key, SetType.WORKING, self.load, load_kg, 1, None, None, None, "")
        sets = [
            first._replace(set_no=number, position=number, reps=reps, tempo=self.tempo)
            for number, reps in enumerate(self.reps, 1)
        ]
        return exposures(sets, formula, estimable=estimable)[0]


class Choices(NamedTuple):
    """What a workout can come to: numbers of outcomes by how many sets reach their aims, and the rule behind it."""

    rule: RuleId
    numbers: tuple[int, ...]


Tail = tuple[int, ...]
"""Numbers of the last outcomes of a run, the latest last."""


class Walk:
    """The situations of one lift that were come to so far, and the outcomes they lead to, by number."""

    def __init__(self, lift: Lift) -> None:
        """Nothing was come to yet."""
        self.lift = lift
        self.outcomes: list[Outcome] = []
        plans = list(dict.fromkeys(plan for _, plan in lift.coming))
        kinds = {(plan.progression or usual_progression(lift.exercise)).kind for plan in plans}
        self.depth = LOOK_BACK if ProgressionKind.TEMPO in kinds else DEPTH
        self._numbers: dict[tuple[float | None, tuple[int, ...], Tempo], int] = {}
        self._exposures: list[Exposure] = []
        # What a session has of its own, as a small number: its plan and the days since the workouts before it.
        self._plans = [plans.index(plan) for _, plan in lift.coming]
        self._kinds: dict[tuple[int, tuple[int, ...]], int] = {}
        self._kind_of: dict[tuple[int, int], int] = {}
        self._next: dict[tuple[int, Tail], Choices | None] = {}

    def choices(self, session: int, tail: Tail) -> Choices | None:
        """What workout ``session`` can come to after ``tail``; None where no load is suggested."""
        at = session, len(tail)
        kind = self._kind_of.get(at)
        if kind is None:
            own = self._plans[session], self._gaps(*at)
            kind = self._kind_of[at] = self._kinds.setdefault(own, len(self._kinds))
        situation = kind, tail
        if situation not in self._next:
            self._next[situation] = self._work_out(session, tail)
        return self._next[situation]

    def follow(self, session: int, tail: Tail, number: int) -> Tail:
        """The tail for the workout after ``session``, in which outcome ``number`` came about.

        Only as much as the rules ask for: a second miss, the top twice in a row and the tempo rule look further back
        than the last workout.
        """
        tail = (*tail, number)[-self.depth :]
        if self.depth > DEPTH or len(tail) < DEPTH or session + 1 == len(self.lift.coming):
            return tail
        plan = self.lift.coming[session + 1][1]
        exposures = plan.progression.exposures if plan.progression else 1
        is_miss = min(self.outcomes[tail[-1]].reps) < plan.reps.lo
        return tail if is_miss or exposures > 1 else tail[-1:]

    def _gaps(self, session: int, tail: int) -> tuple[int, ...]:
        """Days between the workout and those before it that the rules may look at."""
        days = [day for day, _ in self.lift.coming[session - tail : session + 1]]
        past = [exposure.day for exposure in self.lift.past[-1:]] if tail == session else []
        return tuple((after - before).days for before, after in pairwise([*past, *days]))

    def _work_out(self, session: int, tail: Tail) -> Choices | None:
        lift = self.lift
        day, plan = lift.coming[session]
        days = [when for when, _ in lift.coming[session - len(tail) : session]]
        # The rules look at the day of an exposure and not at those of its sets.
        done = [self._exposures[number]._replace(day=when) for number, when in zip(tail, days, strict=True)]
        past = lift.past[-LOOK_BACK:] if len(tail) == session else ()
        suggested = recommend([*past, *done], lift.exercise, lift.key, plan, replace(lift.frame, day=day))
        if suggested.outcome is LoadOutcome.NONE:
            return None
        return Choices(suggested.rule, tuple(self._numbered(suggested.targets)))

    def _numbered(self, targets: Sequence[SetTarget]) -> Iterator[int]:
        """Numbers of the outcomes with no set made, one, and so on: the last sets are the first to fail."""
        aims = tuple(target.aim for target in targets)
        short = tuple(max(aim - 1, 1) for aim in aims)
        load, tempo = targets[0].load, targets[0].tempo
        load_kg = load.kg if load else None
        for made in range(len(aims) + 1):
            reps = aims[:made] + short[made:]
            key = load_kg, reps, tempo
            number = self._numbers.get(key)
            if number is None:
                number = self._numbers[key] = len(self.outcomes)
                self.outcomes.append(Outcome(load, reps, tempo))
                self._exposures.append(self.outcomes[-1].exposure(self.lift.key, self.lift.coming[0][0]))
            yield number


def all_made(walk: Walk) -> list[tuple[RuleId, int]]:
    """The rules and numbers of the outcomes if every set is made; it ends where no load is suggested."""
    tail: Tail = ()
    made = []
    for session in range(len(walk.lift.coming)):
        choices = walk.choices(session, tail)
        if choices is None:
            break
        made.append((choices.rule, choices.numbers[-1]))
        tail = walk.follow(session, tail, choices.numbers[-1])
    return made


def runs_of(walk: Walk, rate: SuccessRate, runs: int, chance: Random) -> list[list[int]]:
    """Numbers of the outcomes of each run, session by session.

    Each run has its own rate, drawn from what the log leaves open about it (a uniform prior); each set is made or not
    by itself.
    """
    shares = [chance.betavariate(rate.reached + 1, rate.sets - rate.reached + 1) for _ in range(runs)]
    tables: dict[int, list[list[float]]] = {}
    tails: list[Tail] = [()] * runs
    sessions: list[list[int]] = []
    draw = chance.random
    for session in range(len(walk.lift.coming)):
        done: list[int] = []
        ways: dict[Tail, tuple[list[list[float]], tuple[int, ...], list[Tail]]] = {}
        for run, tail in enumerate(tails):
            way = ways.get(tail)
            if way is None:
                choices = walk.choices(session, tail)
                if choices is None:
                    return sessions
                numbers = choices.numbers
                if len(numbers) not in tables:
                    tables[len(numbers)] = [_table(share, len(numbers) - 1) for share in shares]
                way = tables[len(numbers)], numbers, [walk.follow(session, tail, number) for number in numbers]
                ways[tail] = way
            table, numbers, tails_after = way
            made = bisect(table[run], draw())
            done.append(numbers[made])
            tails[run] = tails_after[made]
        sessions.append(done)
    return sessions


def _table(share: float, sets: int) -> list[float]:
    """The chance of fewer than 1, 2 ... sets made of ``sets``."""
    chances = (comb(sets, made) * share**made * (1 - share) ** (sets - made) for made in range(sets))
    return list(accumulate(chances))
