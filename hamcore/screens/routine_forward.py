"""A routine played forward, in words and plots: if every set is made, and at the person's own rate."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hamcore.athlete import AthleteState
from hamcore.charts.forecast_plot import ForecastPlot, WeekRow
from hamcore.coach import frame_of
from hamcore.model.exercise import Function
from hamcore.model.routine import Routine
from hamcore.rules.exposures import Exposure
from hamcore.rules.forecast import RUNS, forecast, lifts_of
from hamcore.rules.forecast_result import Assumption, Forecast, LiftForecast, WeekBand, WeekPoint
from hamcore.rules.success_rate import LEAST_EXPOSURES, SuccessRate
from hamcore.screens.coach_offers import deload_words
from hamcore.screens.words import THIN, TIMES, count_words, day_words
from hamcore.units import LoadUnit, from_kg

WEEKS = (8, 12, 16)
"""The lengths that are offered."""
SEED = 1
"""The same routine and log always give the same picture."""
ASSUMPTIONS = {
    Assumption.EVERY_WORKOUT: "No workout is missed or moved, and the routine stays as it is.",
    Assumption.AS_SUGGESTED: "The load is always the suggested one, and no set goes past its aim.",
    Assumption.ONE_SHORT: "A set that is not made ends one repetition short; the last sets fail first.",
    Assumption.SAME_RATE: "Your rate stays what it was, whatever the load.",
    Assumption.SETS_ALONE: "Sets go well or not by themselves. Good and bad days would make the band wider.",
    Assumption.NO_RESERVE: "No effort is noted.",
}
WHAT_IT_IS = (
    "The rules of progression applied to your present numbers, week after week. A calculation and no promise: nobody "
    "gains by schedule."
)


@dataclass(frozen=True, slots=True)
class LiftForward:
    """One exercise. ``missing`` says why there is nothing to draw; ``plot`` is None then."""

    key: str
    name: str
    function: Function
    now: str
    value: str
    value_words: str
    notes: tuple[str, ...]
    missing: str
    plot: ForecastPlot | None
    plot_words: str


@dataclass(frozen=True, slots=True)
class Forward:
    """The routine played forward. ``stop`` says why the play ends early, empty if it does not."""

    weeks: int
    lifts: tuple[LiftForward, ...]
    stop: str
    assumptions: tuple[str, ...]


def build(state: AthleteState, routine: Routine, today: date, weeks: int) -> Forward:
    """Play ``routine`` forward from ``today`` on."""
    lifts = lifts_of(
        routine,
        today,
        weeks,
        state.catalog.exercises,
        lambda key: state.history(key).until(today),
        lambda key: frame_of(state, key, today),
    )
    found = forecast(lifts, today, weeks, seed=SEED, formula=state.settings.formula)
    order = list(dict.fromkeys(slot.exercise_id for _, slot in routine.slots()))
    return Forward(
        weeks=weeks,
        lifts=tuple(
            _lift(state, one, found, today) for one in sorted(found.lifts, key=lambda one: order.index(one.key))
        ),
        stop=_stop_words(state, found),
        assumptions=tuple(ASSUMPTIONS[one] for one in found.assumptions),
    )


def _stop_words(state: AthleteState, found: Forecast) -> str:
    if found.stop is None or found.offer is None:
        return ""
    return (
        f"At your rate the play stops after week {found.stop + 1}. A lighter week would be offered then: "
        f"{deload_words(found.offer, state.catalog)} What follows is your choice, so nothing is drawn past it."
    )


def _lift(state: AthleteState, one: LiftForecast, found: Forecast, today: date) -> LiftForward:
    unit = state.settings.load_unit
    last = next(iter(state.history(one.key).until(today)[-1:]), None)
    name, function = state.catalog.display_name(one.key), state.catalog.function_of(one.key)
    rows = tuple(_rows(one, last, found, unit))
    drawn = bool(one.made)
    value, value_words = _ends(one, unit)
    return LiftForward(
        key=one.key,
        name=name,
        function=function,
        now=f"Now {_done(last, unit)}, {day_words(last.day, today)}" if last else "",
        value=value,
        value_words=value_words,
        notes=tuple(_notes(one, drawn=drawn)),
        missing="" if drawn else _missing(state, one),
        plot=_plot(name, function, found, rows) if drawn else None,
        plot_words=f"{name} played forward: {value}. {value_words}.",
    )


def _plot(name: str, function: Function, found: Forecast, rows: tuple[WeekRow, ...]) -> ForecastPlot:
    stop = None if found.stop is None else found.stop + 1
    return ForecastPlot(name, function, found.weeks, rows, stop, "a lighter week would be offered")


def _missing(state: AthleteState, one: LiftForecast) -> str:
    if not state.history(one.key).until(date.max):
        return "Not logged yet. After the first workout with it the rules have a load to begin from."
    rule = state.catalog.progression.get(one.no_load) if one.no_load else None
    title = f" ({rule.title.lower()})" if rule else ""
    return f"The rules suggest no load for it now{title}, so there is nothing to begin from."


def _ends(one: LiftForecast, unit: LoadUnit) -> tuple[str, str]:
    """The value of the last week, and what it stands for."""
    if not one.made:
        return "", ""
    last = one.made[-1]
    made = f"In {count_words(last.week + 1, 'week')} if every set is made"
    if not one.usual:
        return _point(last, unit), made
    end = one.usual[-1]
    when = "" if end.week == last.week else f" in week {end.week + 1}"
    return _point(last, unit), f"{made}; {_band(end, unit)}{when} at your rate"


def _notes(one: LiftForecast, *, drawn: bool) -> Iterator[str]:
    if not drawn:
        return
    yield rate_words(one.rate)
    if one.ceiling is not None:
        yield f"From week {one.ceiling + 1} on you own nothing heavier to load, so only repetitions grow."
    if one.usual and not one.trend_known:
        yield "Too few workouts to tell a plateau: one would not be seen here."


def rate_words(rate: SuccessRate) -> str:
    """The rate and what it was taken from, or why there is none.

    >>> rate_words(SuccessRate(18, 36, 12))
    'Your rate: 18 of 36 suggested sets made in the last 12 workouts.'
    """
    if not rate.is_enough:
        have = count_words(rate.exposures, "workout")
        return f"No rate of your own yet: {have} to judge, {LEAST_EXPOSURES} are needed. So there is no band."
    return f"Your rate: {rate.reached} of {rate.sets} suggested sets made in the last {rate.exposures} workouts."


def _rows(one: LiftForecast, last: Exposure | None, found: Forecast, unit: LoadUnit) -> Iterator[WeekRow]:
    """Now as week 0, then the end of every week."""
    in_load = any(point.load_kg for point in one.made)
    start = _now_value(last, unit, in_load=in_load) if last else None
    yield WeekRow(
        0, start, start if one.usual else None, start if one.usual else None, f"Now · {_done(last, unit)}", ""
    )
    points, bands = {point.week: point for point in one.made}, {band.week: band for band in one.usual}
    for week in range(found.weeks):
        point, band = points.get(week), bands.get(week)
        lo, hi = _band_ends(band, unit, in_load=in_load)
        yield WeekRow(
            week + 1,
            _value(point, unit, in_load=in_load) if point else None,
            lo,
            hi,
            f"Week {week + 1} · {_point(point, unit)} if all is made" if point else f"Week {week + 1}",
            f"{_band(band, unit)} at your rate" if band else "",
        )


def _now_value(last: Exposure, unit: LoadUnit, *, in_load: bool) -> float | None:
    top = last.heaviest or last.sets[0]
    if in_load:
        return round(from_kg(top.load_kg or 0.0, unit), 2)
    return float(top.reps or 0)


def _value(point: WeekPoint, unit: LoadUnit, *, in_load: bool) -> float:
    return round(from_kg(point.load_kg or 0.0, unit), 2) if in_load else float(point.reps)


def _band_ends(band: WeekBand | None, unit: LoadUnit, *, in_load: bool) -> tuple[float | None, float | None]:
    if band is None:
        return None, None
    if in_load and band.load_kg:
        return round(from_kg(band.load_kg.lo, unit), 2), round(from_kg(band.load_kg.hi, unit), 2)
    return band.reps.lo, band.reps.hi


def _done(last: Exposure | None, unit: LoadUnit) -> str:
    if last is None:
        return "not logged yet"
    top = last.heaviest or last.sets[0]
    reps = str(top.reps or 0)
    return f"{_number(top.load_kg, unit)} {TIMES} {reps}" if top.load_kg else f"{reps} reps"


def _point(point: WeekPoint, unit: LoadUnit) -> str:
    if point.load_kg:
        return f"{_number(point.load_kg, unit)} {TIMES} {point.reps}"
    return count_words(point.reps, "rep")


def _band(band: WeekBand, unit: LoadUnit) -> str:
    if band.load_kg and band.load_kg.hi:
        return f"{_range(from_kg(band.load_kg.lo, unit), from_kg(band.load_kg.hi, unit))}{THIN}{unit}"
    return f"{_range(band.reps.lo, band.reps.hi)} reps"


def _range(lowest: float, highest: float) -> str:
    lo, hi = (f"{round(end, 1):g}" for end in (lowest, highest))
    return lo if lo == hi else f"{lo}–{hi}"


def _number(kg: float | None, unit: LoadUnit) -> str:
    return f"{round(from_kg(kg or 0.0, unit), 1):g}{THIN}{unit}"


BAND_WORDS = f"Shaded: the middle 80{THIN}% of {RUNS} plays at your own rate. Dashed: if every set is made."
