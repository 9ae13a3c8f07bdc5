"""One lift on the Lifts page: its number, its trend with the reason, its chart, its records, and what to know."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from hamcore.athlete import AthleteState
from hamcore.catalog import Catalog
from hamcore.charts.plot import Plot, View
from hamcore.frames import Shown, Span, best_set, smoothed
from hamcore.model.exercise import Function
from hamcore.model.log import LoggedSet
from hamcore.rules.exposures import CURRENT_DAYS, Exposure
from hamcore.rules.history import ExerciseHistory
from hamcore.rules.level_line import LinePoint
from hamcore.rules.records import Record
from hamcore.rules.strength import READS_LOW, IndexName, index_name
from hamcore.rules.trend import LAYOFF_DAYS, TrendState
from hamcore.screens import words
from hamcore.screens.lift_choice import Choice, Period
from hamcore.screens.record_words import INDEX_WORDS, detail_words, same_work, set_in
from hamcore.screens.trend_words import STATE_WORDS, reason
from hamcore.screens.wording import estimate_number, estimate_range, percent
from hamcore.units import LoadUnit, from_kg

SHOWN_RECORDS = 3
_READS_LOW_SOURCE = "lesuer_1997"
_NO_E1RM = {
    Function.BALLISTIC_HINGE: "No e1RM for swings: they are not taken near failure, so their repetitions say nothing "
    "about a maximum. Load and repetitions are shown instead.",
}
_NO_E1RM_BODY = "No e1RM here: the logged load leaves out what the body adds. Load and repetitions are shown instead."


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One set that was best at something: what was done, at what it was best and how sure that is, when."""

    what: str
    detail: str
    day: str


@dataclass(frozen=True, slots=True)
class LiftCard:
    """One lift, decided. ``plot`` is None where there is nothing to draw, and ``missing`` says why.

    ``state`` is None for an exercise without an e1RM; ``notes`` are the things to know about its number.
    """

    key: str
    name: str
    function: Function
    value: str
    value_words: str
    state: TrendState | None
    state_words: str
    reason: str
    notes: tuple[str, ...]
    plot: Plot | None
    plot_words: str
    missing: str
    records: tuple[RecordLine, ...]


def lift_card(state: AthleteState, key: str, choice: Choice, period: Period, today: date) -> LiftCard:
    """The card of one exercise for the chosen days, view and unit."""
    history = state.history(key)
    name, function = state.catalog.display_name(key), state.catalog.function_of(key)
    index = index_name(key, function)
    plot = _plot(history, name, function, choice, period)
    trend = history.trend(today)
    is_estimated = any(exposure.e1rm_kg is not None for exposure in history.exposures)
    records = in_days(history.records, period.first, period.last)
    return LiftCard(
        key=key,
        name=name,
        function=function,
        **_headline(history, choice, index, today),
        state=trend.state if is_estimated else None,
        state_words=STATE_WORDS[trend.state] if is_estimated else "",
        reason=reason(trend, today) if is_estimated else "",
        notes=_notes(state.catalog, key, function, history) if history.exposures else (),
        plot=plot,
        plot_words=_plot_words(plot, STATE_WORDS[trend.state] if is_estimated else "", today) if plot else "",
        missing="" if plot else _missing(history, name, today),
        records=_record_lines(records, index, choice.unit, today, more_is_harder=history.rules.more_is_harder),
    )


def shown_in(history: ExerciseHistory, first: date, last: date, unit: LoadUnit) -> Shown:
    """The part of a history between two days, both inside, as charts take it."""
    exposures, line = history.exposures, history.line().points
    return Shown(
        exposures=exposures[bisect_left(exposures, first, key=_day) : bisect_right(exposures, last, key=_day)],
        line=line[bisect_left(line, first, key=_day) : bisect_right(line, last, key=_day)],
        records=in_days(history.records, first, last),
        unit=unit,
        formula=history.rules.formula,
    )


def _day(item: Exposure | LinePoint) -> date:
    return item.day


def in_days(records: Sequence[Record], first: date, last: date) -> list[Record]:
    """The records between two days, both inside, oldest first."""
    start = bisect_left(records, first, key=lambda record: record.entry.day)
    return list(records[start : bisect_right(records, last, key=lambda record: record.entry.day)])


def _plot(history: ExerciseHistory, name: str, function: Function, choice: Choice, period: Period) -> Plot | None:
    shown = shown_in(history, period.first, period.last, choice.unit)
    if not shown.exposures:
        return None
    view = choice.view if shown.line else View.LOAD
    spans = [*_layoffs(history.exposures, period), *_other_unit(shown)]
    return Plot(name, function, view, shown, period.first, period.last, tuple(spans))


def _layoffs(exposures: Sequence[Exposure], period: Period) -> list[Span]:
    """The gaps of 21 days and more in the period, the one still going on included."""
    days = [exposure.day for exposure in exposures]
    pairs = zip(days, [*days[1:], period.last], strict=True)
    return [
        Span(max(before, period.first), min(after, period.last), f"{round((after - before).days / 7)} weeks off")
        for before, after in pairs
        if (after - before).days >= LAYOFF_DAYS and after > period.first and before < period.last
    ]


def _other_unit(shown: Shown) -> list[Span]:
    """The spells logged in the other unit, unless everything shown was."""
    typed = [(exposure.day, _typed_unit(exposure)) for exposure in shown.exposures]
    known = [(day, unit) for day, unit in typed if unit]
    if all(unit is not shown.unit for _, unit in known):
        return []
    spells = []
    for unit, run in groupby(known, key=lambda item: item[1]):
        days = [day for day, _ in run]
        if unit is not shown.unit:
            spells.append(Span(days[0], days[-1], f"logged in {unit}"))
    return spells


def _typed_unit(exposure: Exposure) -> LoadUnit | None:
    load = best_set(exposure).load
    return load.unit if load else None


def _headline(history: ExerciseHistory, choice: Choice, index: IndexName, today: date) -> dict[str, str]:
    """The card's number with its words: the current estimate, or in the load view the heaviest set of 28 days."""
    current = history.current(today)
    if current and choice.view is View.E1RM:
        band = _unbroken(estimate_range(*current.band, choice.unit))
        low = ", low confidence" if current.low_confidence else ""
        words_ = f"{choice.unit} {INDEX_WORDS[index]}, seven formulas {band}{low}"
        return {"value": estimate_number(current.kg, choice.unit), "value_words": words_}
    recent = [entry for entry in _recent_sets(history.exposures, today) if entry.load_kg]
    heaviest = max(recent, key=lambda entry: (entry.load_kg or 0, entry.reps or 0), default=None)
    if heaviest and heaviest.load_kg:
        number = f"{round(from_kg(heaviest.load_kg, choice.unit), 1):g}"
        return {
            "value": number,
            "value_words": f"{choice.unit} {words.TIMES} {heaviest.reps}, heaviest set of {CURRENT_DAYS} days",
        }
    most = max((entry.reps or 0 for entry in _recent_sets(history.exposures, today)), default=0)
    if most:
        return {"value": str(most), "value_words": f"reps, most in a set of {CURRENT_DAYS} days"}
    return {"value": "–", "value_words": f"nothing in the last {CURRENT_DAYS} days"}


def _unbroken(range_words: str) -> str:
    """A range that a line never ends in."""
    return range_words.replace("–", "\N{WORD JOINER}–\N{WORD JOINER}")


def _recent_sets(exposures: Sequence[Exposure], today: date) -> list[LoggedSet]:
    after = today - timedelta(days=CURRENT_DAYS)
    recent: list[LoggedSet] = []
    for exposure in reversed(exposures):
        if exposure.day <= after:
            break
        recent += exposure.sets
    return recent


def _notes(catalog: Catalog, key: str, function: Function, history: ExerciseHistory) -> tuple[str, ...]:
    """What to know about the number of this lift."""
    if not history.rules.estimable:
        return (_NO_E1RM.get(function, _NO_E1RM_BODY),)
    line = history.line()
    if not line.points:
        return ("No set here gives an e1RM: that takes a load and at most 12 repetitions with those in reserve.",)
    whose = "Your own sessions" if line.noise.own else "Sessions"
    notes = [
        f"The current {INDEX_WORDS[index_name(key, function)]} is the best of {CURRENT_DAYS} days.",
        f"{whose} differ by about {percent(line.noise.share)} without any change in strength.",
    ]
    if key in READS_LOW:
        source = catalog.sources.get(_READS_LOW_SOURCE)
        by = f" ({source.authors.split()[0]} and others {source.year})" if source else ""
        notes.append(f"The formulas tended to read low for the deadlift in one study{by}.")
    elif index_name(key, function) is IndexName.STRENGTH_INDEX:
        notes.append("No study tested the formulas on this exercise: the index compares only with itself.")
    return tuple(notes)


def _plot_words(plot: Plot, state_words: str, today: date) -> str:
    """The chart in words, for those who do not see it: what, when, from where to where, the verdict."""
    shown, unit = plot.shown, plot.shown.unit
    sessions = words.count_words(len(shown.exposures), "session")
    days = [words.day_words(exposure.day, today) for exposure in (shown.exposures[0], shown.exposures[-1])]
    if plot.view is View.E1RM:
        levels = smoothed(shown.line)
        ends = [estimate_number(levels[place], unit) for place in (0, -1)]
        what = f"e1RM of {sessions} from {days[0]} to {days[1]}; the line goes from {ends[0]} to {ends[1]} {unit}"
    else:
        bests = [best_set(exposure) for exposure in (shown.exposures[0], shown.exposures[-1])]
        ends = [set_in(entry, unit) for entry in bests]
        what = f"load of every working set in {sessions} from {days[0]} to {days[1]}; best set {ends[0]} first, "
        what += f"{ends[1]} last"
    verdict = f" Trend: {state_words.lower()}." if state_words else ""
    return f"{plot.name}: {what}.{verdict} The same numbers are in the table further down."


def _missing(history: ExerciseHistory, name: str, today: date) -> str:
    if not history.exposures:
        return f"{name} has no set done in repetitions yet."
    last = words.day_words(history.exposures[-1].day, today)
    return f"Nothing in these days. The last session with this exercise was on {last}; choose a longer time."


def _record_lines(
    records: Sequence[Record], index: IndexName, unit: LoadUnit, today: date, *, more_is_harder: bool
) -> tuple[RecordLine, ...]:
    """The newest sets with a record, newest first; all kinds of sets alike on one line."""
    by_set: dict[tuple[object, ...], list[Record]] = {}
    for record in records:
        by_set.setdefault(same_work(record.entry), []).append(record)
    newest = list(by_set.values())[::-1][:SHOWN_RECORDS]
    return tuple(
        RecordLine(
            what=set_in(group[0].entry, unit),
            detail=detail_words(group, index, more_is_harder=more_is_harder),
            day=words.day_words(group[0].entry.day, today),
        )
        for group in newest
    )
