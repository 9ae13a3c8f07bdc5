"""A routine played forward some weeks by the rules of progression, from what a person lifts now.

Twice: if every set is made, and at the rate at which the person made the sets that were suggested so far. It is a
calculation and no promise: `Assumption` names what it takes for granted.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from hamcore.model.exercise import Exercise
from hamcore.model.routine import Routine
from hamcore.model.settings import Formula
from hamcore.rules.coach_case import CoachFrame
from hamcore.rules.deload import DeloadOffer, offer
from hamcore.rules.exposures import Exposure
from hamcore.rules.forecast_result import Band, Forecast, LiftForecast, WeekBand, WeekPoint
from hamcore.rules.forecast_walk import Lift, Outcome, Walk, all_made, runs_of
from hamcore.rules.progression import recommend
from hamcore.rules.recommendation import RuleId
from hamcore.rules.schedule import dates_of
from hamcore.rules.success_rate import SuccessRate, success_rate
from hamcore.rules.trend import TrendState, trend

LEAST_WEEKS, MOST_WEEKS = 8, 16
RUNS = 200
LOW, HIGH = 0.1, 0.9
"""The band holds the middle 80 % of the runs."""


def lifts_of(
    routine: Routine,
    start: date,
    weeks: int,
    exercises: Mapping[str, Exercise],
    past_of: Callable[[str], Sequence[Exposure]],
    frame_of: Callable[[str], CoachFrame],
) -> tuple[Lift, ...]:
    """The exercises of ``routine`` with their coming workouts, each with its past before ``start`` and its frame.

    >>> lifts_of(Routine("r", "Empty", "", ()), date(2026, 3, 2), 8, {}, lambda key: (), lambda key: None)
    ()
    """
    coming: dict[str, list[tuple[date, int]]] = {}
    slots = [slot for _, slot in routine.slots()]
    for day, planned in dates_of(routine, start, weeks):
        for slot in planned.slots:
            coming.setdefault(slot.exercise_id, []).append((day, slots.index(slot)))
    return tuple(
        Lift(
            key,
            exercises.get(key),
            [exposure for exposure in past_of(key) if exposure.day < start],
            tuple((day, slots[at].prescription) for day, at in days),
            frame_of(key),
        )
        for key, days in coming.items()
    )


def forecast(
    lifts: Sequence[Lift],
    start: date,
    weeks: int,
    *,
    seed: int,
    runs: int = RUNS,
    formula: Formula = Formula.EPLEY,
) -> Forecast:
    """Play ``lifts`` forward for ``weeks`` (8 to 16) from ``start`` on. The same ``seed`` gives the same answer.

    Workouts after the last week are left out, and so is a lift without any.

    ValueError for another number of weeks or no run at all.

    >>> forecast((), date(2026, 3, 2), 8, seed=1).lifts
    ()
    """
    if not LEAST_WEEKS <= weeks <= MOST_WEEKS or runs < 1:
        raise ValueError(f"a play forward takes {LEAST_WEEKS} to {MOST_WEEKS} weeks and at least one run")
    end = start + timedelta(weeks=weeks)
    within = [replace(lift, coming=tuple(pair for pair in lift.coming if pair[0] < end)) for lift in lifts]
    # A chance of its own for each exercise: one more of them leaves the others as they are.
    played = [_play(lift, runs, Random(f"{seed} {lift.key}")) for lift in within if lift.coming]  # noqa: S311 - no secret
    stop, offered = _light_week(played, start, weeks, formula)
    shown = weeks if stop is None else stop + 1
    return Forecast(start, weeks, tuple(_summed(one, start, weeks, shown, formula) for one in played), stop, offered)


@dataclass(frozen=True, slots=True)
class _Played:
    """One lift with the numbers of its outcomes: if all is made, and of every run, session by session."""

    walk: Walk
    made: list[tuple[RuleId, int]]
    runs: list[list[int]]
    rate: SuccessRate

    @property
    def lift(self) -> Lift:
        """The exercise."""
        return self.walk.lift

    def usual(self) -> list[Outcome]:
        """The outcomes of the run that ends in the middle of all of them."""
        if not self.runs:
            return []
        outcomes = self.walk.outcomes
        order = sorted(range(len(self.runs[-1])), key=lambda run: (_rank(outcomes[self.runs[-1][run]]), run))
        middle = order[len(order) // 2]
        return [outcomes[numbers[middle]] for numbers in self.runs]


def _rank(outcome: Outcome) -> tuple[float, tuple[int, ...]]:
    return (outcome.load_kg or 0.0, outcome.reps)


def _play(lift: Lift, runs: int, chance: Random) -> _Played:
    walk = Walk(lift)
    plan = lift.coming[0][1]
    rate = success_rate(lift.past, lift.exercise, lift.key, plan, lift.frame)
    made = all_made(walk)
    return _Played(walk, made, runs_of(walk, rate, runs, chance) if rate.is_enough and made else [], rate)


def _light_week(
    played: Sequence[_Played], start: date, weeks: int, formula: Formula
) -> tuple[int | None, DeloadOffer | None]:
    """The first week after which a lighter one would be offered, on the middle runs, and the offer."""
    histories = {one.lift.key: _exposures(one, formula) for one in played if one.runs}
    if len(histories) < 2:
        return None, None
    for week in range(weeks):
        last = start + timedelta(days=7 * week + 6)
        states = {key: trend([one for one in past if one.day <= last], last).state for key, past in histories.items()}
        found = offer(states, ())
        if found:
            return week, found
    return None, None


def _exposures(one: _Played, formula: Formula) -> list[Exposure]:
    """The past and the middle run of a lift."""
    days = [day for day, _ in one.lift.coming]
    coming = (
        outcome.exposure(one.lift.key, day, formula, estimable=True)
        for outcome, day in zip(one.usual(), days, strict=False)
    )
    return [*one.lift.past[-_TREND_SESSIONS:], *coming]


_TREND_SESSIONS = 40
"""More than a trend ever looks at."""


def _summed(one: _Played, start: date, weeks: int, end: int, formula: Formula) -> LiftForecast:
    week_of = [(day - start).days // 7 for day, _ in one.lift.coming]
    last = {week: session for session, week in enumerate(week_of)}
    outcomes = one.walk.outcomes
    made = [_point(week, *one.made[at], outcomes) for week, at in last.items() if at < len(one.made)]
    usual = [_band(week, one.runs[at], outcomes) for week, at in last.items() if at < len(one.runs) and week < end]
    ceilings = (point.week for point in made if point.rule is RuleId.NOTHING_HEAVIER)
    final = start + timedelta(days=7 * weeks - 1)
    known = bool(one.runs) and trend(_exposures(one, formula), final).state is not TrendState.NOT_ENOUGH_SESSIONS
    return LiftForecast(one.lift.key, tuple(made), tuple(usual), one.rate, _no_load(one), next(ceilings, None), known)


def _point(week: int, rule: RuleId, number: int, outcomes: Sequence[Outcome]) -> WeekPoint:
    outcome = outcomes[number]
    return WeekPoint(week, outcome.load_kg, outcome.reps[0], rule)


def _band(week: int, numbers: Sequence[int], outcomes: Sequence[Outcome]) -> WeekBand:
    counts = Counter(numbers)
    with_load = any(outcomes[number].load for number in counts)
    loads = {number: outcomes[number].load_kg or 0.0 for number in counts}
    reps = {number: float(outcomes[number].reps[0]) for number in counts}
    return WeekBand(week, _quantiles(counts, loads) if with_load else None, _quantiles(counts, reps))


def _quantiles(counts: Counter[int], values: Mapping[int, float]) -> Band:
    """The band of ``values``, each as often as it came up."""
    order = sorted(values[number] for number in counts.elements())
    lo, mid, hi = (order[round(share * (len(order) - 1))] for share in (LOW, 0.5, HIGH))
    return Band(lo, mid, hi)


def _no_load(one: _Played) -> RuleId | None:
    """The rule that suggests no load for the first workout, None if one is suggested."""
    if one.made:
        return None
    lift = one.lift
    day, plan = lift.coming[0]
    return recommend(lift.past, lift.exercise, lift.key, plan, replace(lift.frame, day=day)).rule
