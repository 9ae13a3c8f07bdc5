"""The smallest change of the last one or two workouts that would have led to another load, found by trying."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from hamcore.model.exercise import Exercise, Prescription
from hamcore.model.log import Form, LoggedSet, SetType, Side
from hamcore.rules.coach_case import LOOK_BACK, CoachFrame
from hamcore.rules.exposures import Exposure
from hamcore.rules.growth import PAST_TOP_LARGE
from hamcore.rules.judging import LEAST_RESERVE, Judged, judge, sign_of
from hamcore.rules.pauses import LONG_LAYOFF_DAYS
from hamcore.rules.progression import before_workout, recommend
from hamcore.rules.recommendation import Flip, Recommendation, RuleId
from hamcore.rules.trend import LAYOFF_DAYS

_LAST, _BEFORE = -1, -2
_PAUSES = {RuleId.LAYOFF: LAYOFF_DAYS - 1, RuleId.LONG_LAYOFF: LONG_LAYOFF_DAYS - 1}
_FLAWED = (Form.BROKE, Form.BACK_ROUNDED, Form.PAIN)


class Change(NamedTuple):
    """A change of one workout. ``size`` counts repetitions, steps of reserve, form notes and days changed."""

    size: int
    place: int
    before: tuple[LoggedSet, ...]
    after: tuple[LoggedSet, ...]
    added: tuple[LoggedSet, ...] = ()


def flip(
    found: Recommendation,
    history: Sequence[Exposure],
    exercise: Exercise | None,
    key: str,
    prescription: Prescription | None,
    frame: CoachFrame,
    *,
    workout_id: str = "",
    others: Sequence[LoggedSet] = (),
) -> Flip | None:
    """The smallest tried change after which another load would be recommended than in ``found``; None if none does.

    The arguments are those that led to ``found``. Repetitions are tried one by one: fewer in one set, more in all that
    need them; then reserve in whole steps, form notes taken back, missing sets added, and for a layoff a later day.

    >>> from decimal import Decimal
    >>> from hamcore.model.exercise import Bounds, Tempo
    >>> from hamcore.rules.exposures import exposures
    >>> from hamcore.rules.loadable import Loadable
    >>> from hamcore.units import Load, LoadUnit
    >>> bar = Loadable(tuple(Decimal(20) + Decimal("2.5") * n for n in range(60)), LoadUnit.KG)
    >>> plan = Prescription(3, Bounds(6, 8), Bounds(120, 180), Tempo(2, 1, 1, 1))
    >>> load, day = Load(Decimal(100), LoadUnit.KG), date(2026, 3, 2)
    >>> row = LoggedSet("w", 1, 1, day, "name:Pull", SetType.WORKING, load, 100.0, 8, None, None, None, "")
    >>> done = exposures([row, row._replace(set_no=2), row._replace(set_no=3)])
    >>> asked = (done, None, "name:Pull", plan, CoachFrame(date(2026, 3, 9), bar))
    >>> other = flip(recommend(*asked), *asked)
    >>> other.after[0].set_no, other.after[0].reps, other.rule.value, str(other.load.value)
    (3, 7, 'add_reps', '100')
    """
    plan = prescription or (exercise.prescription if exercise else None)
    past = before_workout(history, frame.day, workout_id)
    if plan is None or not (past or others):
        return None
    for change in sorted(changes_to_try(found, past, plan, sign_of(exercise)), key=lambda one: one.size):
        then_past, then_others = applied(change, past, others)
        then = recommend(then_past, exercise, key, prescription, frame, others=then_others)
        if then.asks != found.asks:
            return Flip(change.before, change.after, then.rule, then.outcome, then.load, change.added)
    return None


def applied(
    change: Change, past: Sequence[Exposure], others: Sequence[LoggedSet]
) -> tuple[Sequence[Exposure], Sequence[LoggedSet]]:
    """The past and the other sets of the latest workout as they would be after a change."""
    swaps = dict(zip(map(_place, change.before), change.after, strict=True))
    then_others = [swaps.get(_place(entry), entry) for entry in others]
    if len(past) < -change.place:
        return past, then_others
    old = past[change.place]
    sets = (*(swaps.get(_place(entry), entry) for entry in old.sets), *change.added)
    fresh = old._replace(sets=sets, day=sets[0].day)
    end = len(past) + change.place
    return [*past[max(0, end - LOOK_BACK) : end], fresh, *past[end + 1 :]], then_others


def _place(entry: LoggedSet) -> tuple[str, int]:
    return entry.workout_id, entry.set_no


def changes_to_try(
    found: Recommendation,
    past: Sequence[Exposure],
    plan: Prescription,
    sign: float,
) -> Iterator[Change]:
    """The candidates; of equal size, what comes first is tried first."""
    if found.rule is RuleId.PAIN:
        yield _clean(found.facts)
        return
    if found.rule in _PAUSES:
        yield _later(past[-1], found.day, _PAUSES[found.rule])
        return
    for place in (_LAST, _BEFORE):
        if len(past) < -place:
            continue
        judged = judge(past[place], plan, sign)
        yield from _fewer(judged, plan, place)
        yield from _more(judged, plan, place)


def _clean(sets: Iterable[LoggedSet]) -> Change:
    flawed = tuple(entry for entry in sets if entry.form in _FLAWED)
    return Change(len(flawed), _LAST, flawed, tuple(entry._replace(form=Form.CLEAN) for entry in flawed))


def _later(exposure: Exposure, day: date, gap_days: int) -> Change:
    """The same workout on a later day, so that the gap is short enough."""
    moved = day - timedelta(days=gap_days)
    after = tuple(entry._replace(day=moved) for entry in exposure.sets)
    return Change((moved - exposure.day).days, _LAST, exposure.sets, after)


def _fewer(judged: Judged, plan: Prescription, place: int) -> Iterator[Change]:
    """One set less good: repetitions down to just under the range, then nothing left in reserve."""
    for entry in reversed(judged.sets):
        for reps in range((entry.reps or 0) - 1, max(plan.reps.lo - 2, 0), -1):
            yield _change(place, [(entry, entry._replace(reps=reps))])
    for entry in reversed(judged.sets):
        for rir in range(ceil(entry.rir) - 1 if entry.rir else -1, -1, -1):
            yield _change(place, [(entry, entry._replace(rir=float(rir)))])


def _more(judged: Judged, plan: Prescription, place: int) -> Iterator[Change]:
    """All sets better: up to each number of repetitions that can matter, in reserve or beyond, with clean form."""
    for goal in range(plan.reps.lo, plan.reps.hi + PAST_TOP_LARGE + 1):
        for raises in (_with_reserve, _beyond, _as_counted):
            pairs = [(entry, raises(entry, goal)) for attempt in judged.taken for entry in attempt.sets]
            yield _change(place, pairs)
            if judged.missing:
                yield _change(place, pairs, _added(judged, goal))


def _with_reserve(entry: LoggedSet, goal: int) -> LoggedSet:
    """``goal`` repetitions, with one in reserve where the noted reserve is less."""
    reps = max(entry.reps or 0, goal)
    rir = entry.rir
    if rir is not None and reps + rir < goal + LEAST_RESERVE:
        rir = float(LEAST_RESERVE)
    return _cleaned(entry)._replace(reps=reps, rir=rir)


def _beyond(entry: LoggedSet, goal: int) -> LoggedSet:
    """So many repetitions that the noted reserve is enough for ``goal``."""
    rir = 0.0 if entry.set_type is SetType.FAILURE else entry.rir
    need = goal if rir is None else max(goal, ceil(goal + LEAST_RESERVE - rir))
    return _cleaned(entry)._replace(reps=max(entry.reps or 0, need))


def _as_counted(entry: LoggedSet, goal: int) -> LoggedSet:
    """``goal`` repetitions, whatever the reserve."""
    return _cleaned(entry)._replace(reps=max(entry.reps or 0, goal))


def _cleaned(entry: LoggedSet) -> LoggedSet:
    return entry._replace(form=Form.CLEAN) if entry.form in _FLAWED else entry


def _added(judged: Judged, reps: int) -> tuple[LoggedSet, ...]:
    """The sets that are missing at the load judged, with ``reps`` each: the other side where one was done."""
    model = max(judged.exposure.sets, key=lambda entry: entry.load == judged.load)
    number = max(entry.set_no for entry in judged.exposure.sets)
    lone = [attempt.sets[0] for attempt in judged.taken if not attempt.is_whole]
    whole = judged.missing - len(lone)
    wanted = [entry._replace(side=_other(entry.side)) for entry in lone] + [model._replace(side=None)] * whole
    return tuple(
        entry._replace(
            set_no=number + extra, position=number + extra, reps=reps, rir=None, form=None, set_type=SetType.WORKING
        )
        for extra, entry in enumerate(wanted, 1)
    )


def _other(side: Side | None) -> Side:
    return Side.LEFT if side is Side.RIGHT else Side.RIGHT


def _change(place: int, pairs: Iterable[tuple[LoggedSet, LoggedSet]], added: tuple[LoggedSet, ...] = ()) -> Change:
    changed = [(old, new) for old, new in pairs if old != new]
    size = sum(map(_size, changed)) + sum(entry.reps or 0 for entry in added)
    return Change(size, place, tuple(old for old, _ in changed), tuple(new for _, new in changed), added)


def _size(pair: tuple[LoggedSet, LoggedSet]) -> int:
    old, new = pair
    reserve = ceil(abs((new.rir or 0) - (old.rir or 0)))
    return abs((new.reps or 0) - (old.reps or 0)) + reserve + (new.form is not old.form)
