"""How much was moved each week, and how long the workouts took."""

from collections.abc import Sequence

from hamcore.athlete import AthleteState
from hamcore.charts.volume_plot import Bar, BarsPlot, Segment, Shade
from hamcore.rules.volume_weeks import LONGEST_MIN, means, middle, minutes_of, minutes_weeks, tonnage_weeks
from hamcore.screens.volume_card import (
    LEAST_WEEKS,
    NOT_OVER,
    Table,
    VolumeCard,
    cannot_tell,
    count_ticks,
    newest_first,
    week_words,
)
from hamcore.screens.volume_choice import Choice
from hamcore.screens.volume_sets import FUNCTIONS, SHORT_WORDS, stacked
from hamcore.screens.volume_weeks import Weeks
from hamcore.screens.wording import FUNCTION_WORDS
from hamcore.screens.words import THIN, count_words, number_words
from hamcore.units import LoadUnit, from_kg

_TONNAGE_NOTES = (
    (
        "Load times repetitions of the working sets that count for the hamstrings. A load in one hand counts twice; "
        "your own body and the help of a machine are not in it. It says how much was moved, not how hard it was."
    ),
    "Every load is converted exactly from the unit it was typed in and then added up: pounds and kilograms never mix.",
)


def tonnage_card(state: AthleteState, choice: Choice, weeks: Weeks) -> VolumeCard:
    """Load times repetitions by function, in the chosen unit."""
    done = {key: history.until(weeks.today) for key, history in weeks.histories.items()}
    in_kg = tonnage_weeks(done, state.catalog.exercises, weeks.starts, state.settings.week_start)
    unit = choice.unit
    amounts = [{function: from_kg(kg, unit) for function, kg in week.items()} for week in in_kg]
    totals = [sum(week.values()) for week in amounts]
    shown = [function for function in FUNCTIONS if any(function in week for week in amounts)]
    bars = []
    for run in weeks.runs:
        mean = means(amounts, run)
        told = [f"{SHORT_WORDS[one]} {number_words(round(mean[one]))}" for one in shown if mean.get(one)]
        bars.append(
            Bar(
                start=weeks.starts[run[0]],
                segments=stacked([mean.get(function, 0.0) for function in shown]),
                first=f"{week_words(weeks.starts[run[0]], len(run), weeks.today)} · "
                f"{_amount(sum(mean.values()), unit)}{' a week' if len(run) > 1 else _open(weeks, run)}",
                second=" · ".join(told) or "nothing",
            )
        )
    top = max((segment.hi for bar in bars for segment in bar.segments), default=0.0) * 1.08
    usual = middle(totals[: weeks.whole]) if weeks.whole >= LEAST_WEEKS else None
    shades = tuple(Shade(function) for function in shown)
    return VolumeCard(
        key="tonnage",
        title="Tonnage a week",
        value=number_words(round(totals[-1] if usual is None else usual)),
        value_words=f"{unit} this week" if usual is None else f"{unit} in the middle one of {weeks.whole} whole weeks",
        plot=BarsPlot("Tonnage", tuple(bars), shades, (), (0, top), count_ticks(top), weeks.step) if top else None,
        words=f"Load times repetitions in {unit} in each of {count_words(len(weeks.starts), 'week')} by function.",
        reading=_tonnage_reading(totals[: weeks.whole], unit) if top else "No set with a load in these weeks.",
        legend=tuple((shade, FUNCTION_WORDS[function]) for shade, function in zip(shades, shown, strict=True)),
        notes=_TONNAGE_NOTES,
        table=Table(
            ("Week of", f"All ({unit})", *(f"{FUNCTION_WORDS[one]} ({unit})" for one in FUNCTIONS)),
            newest_first(
                [
                    (start, round(total, 1), *(round(week.get(one, 0.0), 1) for one in FUNCTIONS))
                    for start, total, week in zip(weeks.starts, totals, amounts, strict=True)
                ]
            ),
        ),
    )


def _open(weeks: Weeks, run: range) -> str:
    return f", {NOT_OVER}" if run[-1] == weeks.whole else ""


def _amount(value: float, unit: LoadUnit) -> str:
    return f"{number_words(round(value))}{THIN}{unit}"


def _tonnage_reading(totals: Sequence[float], unit: LoadUnit) -> str:
    if len(totals) < LEAST_WEEKS:
        return cannot_tell(len(totals))
    return (
        f"The middle one of the last {len(totals)} whole weeks moved {_amount(middle(totals), unit)}, the most was "
        f"{_amount(max(totals), unit)}, the least {_amount(min(totals), unit)}."
    )


def minutes_card(state: AthleteState, weeks: Weeks) -> VolumeCard:
    """How long a workout took: the middle one of each week."""
    begun = weeks.starts[0]
    workouts = [one for one in state.log.workouts.values() if begun <= one.day <= weeks.today]
    timed = minutes_weeks(workouts, weeks.starts, state.settings.week_start)
    known = sum(len(week) for week in timed)
    bars = []
    for run in weeks.runs:
        inside = [value for at in run for value in timed[at]]
        usual = middle(inside)
        bars.append(
            Bar(
                start=weeks.starts[run[0]],
                segments=(Segment(0, 0.0, usual),) if inside else (),
                first=f"{week_words(weeks.starts[run[0]], len(run), weeks.today)} · "
                + (f"{round(usual)}{THIN}min a workout" if inside else "no workout with a time"),
                second=f"{count_words(len(inside), 'workout')}, {round(sum(inside))}{THIN}min together",
            )
        )
    everything = [value for week in timed for value in week]
    top = max((segment.hi for bar in bars for segment in bar.segments), default=0.0) * 1.1
    rows = [(one.day, one.title, minutes) for one in workouts for minutes in (minutes_of(one),) if minutes]
    return VolumeCard(
        key="minutes",
        title="Minutes a workout",
        value=f"{round(middle(everything))}" if everything else "–",
        value_words=f"min in the middle one of {count_words(known, 'workout')}" if everything else "no time known",
        plot=BarsPlot("Minutes a workout", tuple(bars), (Shade(None, 0.6),), (), (0, top), count_ticks(top), weeks.step)
        if top
        else None,
        words="Minutes of the middle workout in each week, of all workouts whose duration is known.",
        reading=_minutes_reading(everything, len(workouts)),
        legend=(),
        notes=(
            (
                "The whole workout, whatever was trained in it, from its start to its end as logged. More than "
                f"{LONGEST_MIN // 60} hours is taken for a clock nobody stopped and left out."
            ),
        ),
        table=Table(
            ("Day", "Workout", "Minutes"),
            tuple((day, title, round(minutes, 1)) for day, title, minutes in sorted(rows, reverse=True)),
        ),
    )


def _minutes_reading(known: Sequence[float], workouts: int) -> str:
    if not known:
        return "Cannot tell: no workout in these weeks says how long it took."
    missing = f" {count_words(workouts - len(known), 'workout')} without a time." if workouts > len(known) else ""
    if len(known) < LEAST_WEEKS:
        return f"Cannot tell yet: {count_words(len(known), 'workout')} with a time so far.{missing}"
    return (
        f"Half of {number_words(len(known))} workouts took {round(middle(known))} minutes or less; the shortest took "
        f"{round(min(known))}, the longest {round(max(known))}.{missing}"
    )
