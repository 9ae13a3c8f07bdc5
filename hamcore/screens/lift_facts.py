"""The four facts of the Lifts page: ratio, effort, change, sessions. None of them is a verdict."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hamcore.athlete import AthleteState
from hamcore.charts.plot import View
from hamcore.dates import week_start
from hamcore.frames import best_set, smoothed
from hamcore.rules.ratio import RatioPoint, ratios
from hamcore.screens import words
from hamcore.screens.lift_card import LiftCard
from hamcore.screens.lift_choice import PAIR, Period
from hamcore.screens.wording import MINUS
from hamcore.units import LoadUnit, from_kg

EFFORT = (1, 3)
"""Repetitions in reserve that count as hard without failure, both inside."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One number with its name above and its reason below."""

    name: str
    value: str
    reason: str


def facts(state: AthleteState, cards: Sequence[LiftCard], period: Period, today: date) -> tuple[Fact, ...]:
    """The four facts of the shown lifts and days."""
    change = _change(cards, period, today)
    return (_ratio(state, period, today), _effort(cards), change, _sessions(state, cards, period))


def _ratio(state: AthleteState, period: Period, today: date) -> Fact:
    """RDL to deadlift with its own range; there is no proven target, so nothing is said about it."""
    name = "RDL : deadlift"
    deadlift, romanian = (state.history(key).exposures for key in PAIR)
    points = [point for point in ratios(romanian, deadlift, today) if period.first <= point.day <= period.last]
    if not points:
        return Fact(name, "–", "needs sessions of both lifts within 28 days")
    low, high = (f"{choose(points, key=_share).ratio:.2f}" for choose in (min, max))
    span = low if low == high else f"{low}–{high}"
    return Fact(name, f"{points[-1].ratio:.2f}", f"your own {span} {period.words}; there is no target")


def _share(point: RatioPoint) -> float:
    return point.ratio


def _effort(cards: Sequence[LiftCard]) -> Fact:
    """The share of working sets with a RIR that were done at 1 to 3 in reserve."""
    sets = [entry for card in cards if card.plot for exposure in card.plot.shown.exposures for entry in exposure.sets]
    known = [entry.rir for entry in sets if entry.rir is not None]
    name = f"Sets at {EFFORT[0]}–{EFFORT[1]} RIR"
    if not known:
        return Fact(name, "–", "no set has a RIR" if sets else "no sets in these days")
    share = sum(EFFORT[0] <= rir <= EFFORT[1] for rir in known) / len(known)
    return Fact(
        name,
        f"{100 * share:.0f}{words.THIN}%",
        f"of {words.count_words(len(known), 'set')} with a RIR, {len(sets)} done",
    )


def _change(cards: Sequence[LiftCard], period: Period, today: date) -> Fact:
    """How far the drawn line of the first lift went, or without one its best load."""
    card = cards[0]
    name = f"Change {period.words}"
    if card.plot is None:
        return Fact(name, "–", f"{card.name}: no sessions")
    shown = card.plot.shown
    since = f"since {words.day_words(shown.exposures[0].day, today)}"
    levels = smoothed(shown.line)
    if card.plot.view is View.E1RM and len(levels) > 1:
        return Fact(name, _signed(levels[-1] - levels[0], shown.unit), f"{card.name}, trend line {since}")
    loads = [best_set(exposure).load_kg or 0.0 for exposure in shown.exposures]
    if len(loads) < 2:
        return Fact(name, "–", f"{card.name}: one session")
    return Fact(name, _signed(loads[-1] - loads[0], shown.unit), f"{card.name}, load of the best set {since}")


def _signed(kg: float, unit: LoadUnit) -> str:
    value = round(from_kg(kg, unit))
    sign = "+" if value > 0 else MINUS if value < 0 else "±"
    return f"{sign}{abs(value)}{words.THIN}{unit}"


def _sessions(state: AthleteState, cards: Sequence[LiftCard], period: Period) -> Fact:
    """Sessions with the shown lifts and the weeks that had one."""
    exposures = [exposure for card in cards if card.plot for exposure in card.plot.shown.exposures]
    first_day = state.settings.week_start
    trained = {week_start(exposure.day, first_day) for exposure in exposures}
    weeks = (week_start(period.last, first_day) - week_start(period.first, first_day)).days // 7 + 1
    count = len({exposure.workout_id for exposure in exposures})
    return Fact("Sessions", words.number_words(count), f"in {len(trained)} of {words.count_words(weeks, 'week')}")
