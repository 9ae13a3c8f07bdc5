"""What became of the stretching: days, minutes a week, range over time with the load beside it, each in plain words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import fmean, median

from hamcore.athlete import AthleteState
from hamcore.charts.plot import Plot, View
from hamcore.charts.stretch_plot import CalendarDay, CalendarPlot, DayKind, RangePlot, RangePoint, WeekBar, WeeksPlot
from hamcore.dates import week_start
from hamcore.model.range_test_note import RangeTestNote
from hamcore.model.stretching import Hold, RangeTestName, RangeUnit, unit_of
from hamcore.motion import MotionLibrary
from hamcore.motion.rdl_depth import KNEE_DEG, hip_as_long
from hamcore.rules.range_tests import MOST_GROUPED, RangeTrend, Z, further_is_more, range_trend
from hamcore.rules.stretch_due import planned_on
from hamcore.rules.stretching import (
    DAYS_PER_WEEK,
    LOWER_MARK_S,
    UPPER_MARK_S,
    StretchKind,
    StretchWeek,
    kind_of,
    leg_seconds,
    stretch_weeks,
)
from hamcore.screens import lifts
from hamcore.screens.lift_choice import Choice, Span
from hamcore.screens.range_tests import SIDES, STATE_WORDS, reason, value_words
from hamcore.screens.stretch_words import SIDE_WORDS, minutes_words
from hamcore.screens.wording import MINUS, WEEKDAYS, listed
from hamcore.screens.words import count_words, day_words

SHOWN_WEEKS = 26
LEAST_WEEKS = 4
"""Weeks since the first hold below which nothing is said of a habit."""
RDL = "romanian_deadlift"
_KIND_WORDS = {
    DayKind.STRETCHED: "",
    DayKind.GLIDES: "nerve glides only",
    DayKind.PASSED: "nothing logged; your routine has stretches on this weekday",
    DayKind.FREE: "nothing logged",
}


@dataclass(frozen=True, slots=True)
class RangeChart:
    """One test over time. ``plot`` is None without readings; ``words`` describe it to who cannot see it.

    ``reading`` says what the readings say, one line a side; ``beside`` is the load of the Romanian deadlift over the
    same days, None where it was not lifted, with ``beside_words`` under it.
    """

    test: RangeTestName
    title: str
    axis: str
    plot: RangePlot | None
    words: str
    reading: tuple[str, ...]
    beside: Plot | None
    beside_words: str


@dataclass(frozen=True, slots=True)
class ProgressScreen:
    """The three kinds of charts; ``weeks`` and ``calendar`` are None before the first hold."""

    weeks: WeeksPlot | None
    weeks_words: str
    weeks_reading: str
    calendar: CalendarPlot | None
    calendar_words: str
    calendar_reading: str
    ranges: tuple[RangeChart, ...]


def build(state: AthleteState, library: MotionLibrary, today: date) -> ProgressScreen:
    """The charts on ``today``: the last 26 weeks, and the readings of the last year."""
    past = [hold for hold in state.holds if hold.day <= today]
    weeks = stretch_weeks(past, state.stretches, today, SHOWN_WEEKS, state.settings.week_start)
    ranges = tuple(_range(state, library, note, today) for note in state.catalog.range_tests.values())
    if not past:
        none = "No holds yet. The first one starts the picture."
        return ProgressScreen(None, "", none, None, "", none, ranges)
    return ProgressScreen(
        weeks=WeeksPlot("Minutes a leg", tuple(_bar(week, today) for week in weeks), (LOWER_MARK_S, UPPER_MARK_S)),
        weeks_words=_weeks_words(weeks),
        weeks_reading=weeks_reading(past, weeks, today),
        calendar=_calendar(state, past, today),
        calendar_words=f"{count_words(sum(len(week.done) for week in weeks), 'day')} in the last {SHOWN_WEEKS} weeks.",
        calendar_reading=calendar_reading(past, weeks, today),
        ranges=ranges,
    )


def _bar(week: StretchWeek, today: date) -> WeekBar:
    left, right = week.seconds.left, week.seconds.right
    leg = left if left.static <= right.static else right
    moving = leg.dynamic
    also = [f"{minutes_words(moving)} moving"] if moving else []
    also += [f"{minutes_words(leg.nerve)} of nerve glides"] if leg.nerve else []
    also += [f"the other leg {minutes_words(week.seconds.more_static)}"] if left.static != right.static else []
    return WeekBar(
        start=week.days.start,
        static_s=leg.static,
        moving_s=moving,
        first=f"Week of {day_words(week.days.start, today)} · {minutes_words(leg.static)} still a leg",
        second=", ".join([count_words(len(week.done), "day"), *also]),
    )


def _weeks_words(weeks: Sequence[StretchWeek]) -> str:
    newest = weeks[-1].seconds
    return (
        f"Minutes of stretching a leg in each of the last {len(weeks)} weeks, with marks at 5 and 10 minutes. "
        f"This week: {minutes_words(newest.less_static)} of still holds."
    )


def _whole(holds: Sequence[Hold], weeks: Sequence[StretchWeek], today: date) -> list[StretchWeek]:
    """The weeks that are over and lie after the first hold; this week is not judged before its end."""
    first = min(hold.day for hold in holds)
    return [week for week in weeks if week.days.end > first and week.days.end <= today]


def weeks_reading(holds: Sequence[Hold], weeks: Sequence[StretchWeek], today: date) -> str:
    """What the minutes of the weeks that are over say, in one or two sentences."""
    whole = _whole(holds, weeks, today)
    if len(whole) < LEAST_WEEKS:
        return f"Cannot tell yet: {count_words(len(whole), 'whole week')} so far, about {LEAST_WEEKS} make a picture."
    seconds = [week.seconds.less_static for week in whole]
    enough = sum(one >= LOWER_MARK_S for one in seconds)
    usual = minutes_words(round(median(seconds)))
    return (
        f"{enough} of the last {count_words(len(whole), 'whole week')} reached 5 minutes of still holds a leg; the one "
        f"in the middle had {usual}. Lifting through the whole range is not in these minutes and widens range as well."
    )


def calendar_reading(holds: Sequence[Hold], weeks: Sequence[StretchWeek], today: date) -> str:
    """How many of the weeks that are over had two days or more."""
    whole = _whole(holds, weeks, today)
    if len(whole) < LEAST_WEEKS:
        return f"Cannot tell yet: {count_words(len(whole), 'whole week')} so far, about {LEAST_WEEKS} make a picture."
    enough = sum(len(week.done) >= DAYS_PER_WEEK.lo for week in whole)
    return f"{enough} of the last {count_words(len(whole), 'whole week')} had two days of stretching or more."


def _calendar(state: AthleteState, past: Sequence[Hold], today: date) -> CalendarPlot:
    first = week_start(today, state.settings.week_start) - timedelta(weeks=SHOWN_WEEKS - 1)
    by_day: dict[date, list[Hold]] = {}
    for hold in past:
        by_day.setdefault(hold.day, []).append(hold)
    days = [first + timedelta(days=at) for at in range((today - first).days + 1)]
    begun = min(hold.day for hold in past)
    return CalendarPlot(
        name="Days",
        days=tuple(_day(state, by_day.get(day, []), day, (first, begun), today) for day in days),
        weeks=SHOWN_WEEKS,
        row_words=tuple(WEEKDAYS[(state.settings.week_start + at) % 7][:3] for at in range(7)),
    )


def _day(state: AthleteState, holds: Sequence[Hold], day: date, since: tuple[date, date], today: date) -> CalendarDay:
    """One day; ``since`` are the calendar's first day and that of the first hold, before which no plan went by."""
    first, begun = since
    at = (day - first).days
    kind = _kind(state, holds, day, today)
    kind = DayKind.FREE if kind is DayKind.PASSED and day < begun else kind
    both = leg_seconds(holds, state.stretches)
    still, moving = both.less_static, min(both.left.dynamic, both.right.dynamic)
    said = [f"{minutes_words(still)} still a leg"] if still else []
    said += [f"{minutes_words(moving)} moving"] if moving else []
    names = [
        state.stretches[key].name for key in dict.fromkeys(hold.stretch for hold in holds) if key in state.stretches
    ]
    done = listed(said) or ("one leg" if kind is DayKind.STRETCHED else "")
    return CalendarDay(
        day=day,
        week=at // 7,
        row=at % 7,
        kind=kind,
        first=f"{WEEKDAYS[day.weekday()]} {day_words(day, today)} · {_KIND_WORDS[kind] or done}",
        second=listed(names),
    )


def _kind(state: AthleteState, holds: Sequence[Hold], day: date, today: date) -> DayKind:
    if any(kind_of(hold, state.stretches) is not StretchKind.NERVE for hold in holds):
        return DayKind.STRETCHED
    if holds:
        return DayKind.GLIDES
    return DayKind.PASSED if day < today and planned_on(state.active_routine, day) else DayKind.FREE


def _range(state: AthleteState, library: MotionLibrary, note: RangeTestNote, today: date) -> RangeChart:
    unit = unit_of(note.test)
    which = SIDES if unit is RangeUnit.DEG else (None,)
    trends = [trend for side in which if (trend := range_trend(state.range_tests, note.test, side, today)).readings]
    plot = _range_plot(library, note, trends, today) if trends else None
    beside = _load_beside(state, plot, today) if plot and note.test is RangeTestName.STRAIGHT_LEG_RAISE else None
    return RangeChart(
        test=note.test,
        title=note.title,
        axis=f"{'degrees' if unit is RangeUnit.DEG else 'cm past the feet'}, up is further",
        plot=plot,
        words=_range_words(note, trends),
        reading=tuple(range_reading(trend) for trend in trends) or ("Cannot tell yet: no readings of the last year.",),
        beside=beside,
        beside_words=(
            "Working loads of the Romanian deadlift over the same days. Both may move for reasons of their own; the "
            "two lines side by side are no proof that one moved the other."
            if beside
            else ""
        ),
    )


def range_reading(trend: RangeTrend) -> str:
    """What the readings of one side say, with the numbers behind it."""
    side = "" if trend.side is None else f"{SIDE_WORDS[trend.side]}: "
    said = STATE_WORDS[trend.state]
    return f"{side}{said if not side else said[0].lower() + said[1:]}. {reason(trend)}"


def _range_words(note: RangeTestNote, trends: Sequence[RangeTrend]) -> str:
    newest = [
        f"{SIDE_WORDS[trend.side].lower()} {value_words(latest.comparable, latest.unit)}"
        for trend in trends
        if (latest := trend.latest)
    ]
    count = sum(len(trend.readings) for trend in trends)
    return f"{note.title} over time, {count_words(count, 'reading')}. Newest: {listed(newest)}." if newest else ""


def _range_plot(library: MotionLibrary, note: RangeTestNote, trends: Sequence[RangeTrend], today: date) -> RangePlot:
    points = [point for trend in trends for point in _points(library, trend, today)]
    points.sort(key=lambda point: (point.day, point.side))
    days = [point.day for point in points]
    return RangePlot(
        name=note.title,
        unit="degrees" if unit_of(note.test) is RangeUnit.DEG else "cm",
        points=tuple(points),
        sides=tuple(SIDE_WORDS[trend.side] for trend in trends),
        first=min(days),
        last=max(*days, min(days) + timedelta(days=14)),
        is_turned=not further_is_more(note.test),
    )


def _points(library: MotionLibrary, trend: RangeTrend, today: date) -> list[RangePoint]:
    """Each reading with the mean of it and up to two before it, and what reading alone does to such a mean."""
    values = [one.comparable for one in trend.readings]
    points = []
    for at, one in enumerate(trend.readings):
        last = values[max(0, at + 1 - MOST_GROUPED) : at + 1]
        mean, spread = fmean(last), Z * trend.noise / len(last) ** 0.5
        value = value_words(one.comparable, one.unit)
        side = "" if trend.side is None else f"{SIDE_WORDS[trend.side].lower()} "
        band = f"{_round(mean - spread)} to {value_words(round(mean + spread), one.unit)}"
        points.append(
            RangePoint(
                day=one.day,
                side=SIDE_WORDS[trend.side],
                value=one.comparable,
                mean=mean,
                lo=mean - spread,
                hi=mean + spread,
                first=f"{day_words(one.day, today)} · {side}{value}",
                second=f"mean {band}{_depth(library, trend, mean)}",
            )
        )
    return points


def _depth(library: MotionLibrary, trend: RangeTrend, mean: float) -> str:
    """The hip bend of a Romanian deadlift that is as long in the model as the mean raise."""
    if trend.test is not RangeTestName.STRAIGHT_LEG_RAISE:
        return ""
    hip = hip_as_long(library.models.recommended, mean, KNEE_DEG)
    return f"; model RDL hip about {5 * round(hip / 5)}°"


def _round(value: float) -> str:
    return f"{round(value)}".replace("-", MINUS)


def _load_beside(state: AthleteState, plot: RangePlot, today: date) -> Plot | None:
    """The load of the Romanian deadlift over the days of a range chart; None without sets in them."""
    days = (plot.first, min(plot.last, today))
    choice = Choice((RDL,), Span.DATES, View.LOAD, state.settings.load_unit, days)
    beside = next((card.plot for card in lifts.build(state, choice, today).cards), None)
    return replace(beside, first=plot.first, last=plot.last) if beside else None
