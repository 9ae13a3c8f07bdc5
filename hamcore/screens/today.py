"""What the Today page shows: what is due, the week's sets, the newest records, the two main lifts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hamcore.athlete import AthleteState, NewRecord
from hamcore.model.exercise import CountingRule, Function
from hamcore.model.plan import WorkoutPlan
from hamcore.model.routine import Routine
from hamcore.rules.exposures import CURRENT_DAYS, Estimate
from hamcore.rules.level_line import NEIGHBOURS, level_line
from hamcore.rules.records import RecordKind
from hamcore.rules.strength import READS_LOW, IndexName, index_name
from hamcore.rules.trend import TrendState
from hamcore.rules.volume import TARGET_FROM, TARGET_TO, WeekBand, band
from hamcore.screens import words
from hamcore.screens.due_card import DueCard, due_card, plan_today
from hamcore.screens.record_words import INDEX_WORDS, detail_words, same_work, set_in
from hamcore.screens.stretch_card import StretchCard, stretch_card
from hamcore.screens.trend_words import STATE_WORDS, line_words, reason
from hamcore.screens.wording import (
    estimate_number,
    estimate_range,
    sets_number,
    weekday_words,
)
from hamcore.units import LoadUnit, from_kg

MAIN_LIFTS = ("barbell_deadlift", "romanian_deadlift")
SPARK_SESSIONS = 30
SHOWN_RECORDS = 4

BAND_WORDS = {
    WeekBand.LOW: "Under 4 so far; a whole week under 4 is low.",
    WeekBand.BUILDING: "From 4 to under 10: building.",
    WeekBand.TARGET: "In the band of 10 to 20.",
    WeekBand.ABOVE: "Above 20: no added benefit was shown.",
}
"""What a week's weighted sets so far mean."""


class Action(StrEnum):
    """What a person can do next."""

    IMPORT = "import"
    DEMO = "demo"
    WORKOUT = "workout"
    LIFTS = "lifts"


_FIRST_ACTIONS = (Action.IMPORT, Action.DEMO, Action.WORKOUT)


@dataclass(frozen=True, slots=True)
class FunctionLine:
    """Weighted sets of one function done this week, of those the routine plans; ``raw`` counts every set as one."""

    function: Function
    done: float
    planned: float
    raw: float


@dataclass(frozen=True, slots=True)
class WeekCard:
    """This week's sets for the hamstrings against the band.

    ``plan_words`` say why a routine plans less than the band; empty where it does not.
    """

    weighted: float
    raw: float
    planned: float
    summary: str
    band: WeekBand
    band_words: str
    plan_words: str
    band_from: float
    band_to: float
    lines: tuple[FunctionLine, ...]


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One set that was best so far: what was done, at what it was best and how sure that is, when."""

    key: str
    name: str
    function: Function
    what: str
    detail: str
    day: str


@dataclass(frozen=True, slots=True)
class TrendCard:
    """One lift: its current estimate and where it is going.

    ``value`` and ``unit_words`` are empty without an estimate in the last 28 days; ``series`` and ``spread`` (half the
    range) are in the person's unit, one number a session, at most 30.
    """

    key: str
    name: str
    function: Function
    label: str
    value: str
    unit_words: str
    band: str
    note: str
    state: TrendState
    state_words: str
    reason: str
    series: tuple[float, ...]
    spread: tuple[float, ...]
    series_words: str


@dataclass(frozen=True, slots=True)
class TodayScreen:
    """The Today page, decided. An empty log has ``is_empty`` and only ``actions``, the first of them the main one.

    ``stretching`` is there even then, for a person who only stretches.
    """

    day_words: str
    is_empty: bool
    actions: tuple[Action, ...]
    due: DueCard | None
    week: WeekCard | None
    stretching: StretchCard | None
    trends: tuple[TrendCard, ...]
    records: tuple[RecordLine, ...]


def build(state: AthleteState, today: date, plans: Sequence[WorkoutPlan] = ()) -> TodayScreen:
    """The page of ``today`` from a refreshed state; ``plans`` are the workouts that are not finished, newest first."""
    over = weekday_words(today)
    if not state.log.sets:
        stretching = stretch_card(state, today) if state.holds else None
        return TodayScreen(over, True, _FIRST_ACTIONS, None, None, stretching, (), ())
    found = plan_today(state, today, plans)
    due = due_card(state, *found, today, plans) if found else None
    return TodayScreen(
        day_words=over,
        is_empty=False,
        actions=(Action.WORKOUT, Action.LIFTS) if due and due.is_due else (Action.LIFTS, Action.WORKOUT),
        due=due,
        week=_week(state, found[0] if found else None, today),
        stretching=stretch_card(state, today),
        trends=tuple(trend_card(state, key, today) for key in MAIN_LIFTS),
        records=_records(state, today),
    )


def _week(state: AthleteState, routine: Routine | None, today: date) -> WeekCard:
    weighted = state.weekly_credits(today)
    raw = state.weekly_credits(today, CountingRule.RAW)
    planned = _planned(state, routine)
    lines = tuple(
        FunctionLine(
            function,
            weighted.by_function.get(function, 0.0),
            planned.get(function, 0.0),
            raw.by_function.get(function, 0),
        )
        for function in Function
        if function in weighted.by_function or function in raw.by_function or planned.get(function)
    )
    where = band(weighted.total)
    total = sum(planned.values())
    plan = f"; the routine plans {sets_number(total)} weighted" if total else ""
    return WeekCard(
        weighted=weighted.total,
        raw=raw.total,
        planned=total,
        summary=f"weighted sets, {words.count_words(round(raw.total), 'set')} as counted one by one{plan}",
        band=where,
        band_words=BAND_WORDS[where],
        plan_words=_plan_words(routine, total),
        band_from=TARGET_FROM,
        band_to=TARGET_TO,
        lines=lines,
    )


def _plan_words(routine: Routine | None, weighted: float) -> str:
    """Why a routine lies under the band."""
    if routine is None or not 0 < weighted < TARGET_FROM:
        return ""
    sets = sum(slot.prescription.sets for day in routine.days for slot in day.slots)
    return (
        f"The {words.count_words(sets, 'set')} of this routine are {sets_number(weighted)} weighted: an exercise that "
        "works the hamstrings in part counts half. The band is a mark to see where you are, not a duty."
    )


def _planned(state: AthleteState, routine: Routine | None) -> dict[Function, float]:
    """Weighted sets a week that a routine plans, by function."""
    planned: dict[Function, float] = {}
    for slot in (slot for day in (routine.days if routine else ()) for slot in day.slots):
        credit = state.catalog.credits_of(slot.exercise_id)
        function = state.catalog.function_of(slot.exercise_id)
        if credit and credit.weighted:
            planned[function] = planned.get(function, 0.0) + slot.prescription.sets * credit.weighted
    return planned


def _records(state: AthleteState, today: date) -> tuple[RecordLine, ...]:
    """The newest sets that were best at something, newest first; all kinds of sets alike on one line."""
    by_set: dict[tuple[object, ...], list[NewRecord]] = {}
    for new in state.newest_records(len(RecordKind) * SHOWN_RECORDS, today):
        by_set.setdefault(same_work(new.record.entry), []).append(new)
    return tuple(_record_line(state, group, today) for group in list(by_set.values())[:SHOWN_RECORDS])


def _record_line(state: AthleteState, group: list[NewRecord], today: date) -> RecordLine:
    key, first = group[0]
    function = state.catalog.function_of(key)
    return RecordLine(
        key=key,
        name=state.catalog.display_name(key),
        function=function,
        what=set_in(first.entry, state.settings.load_unit),
        detail=detail_words(
            [new.record for new in group],
            index_name(key, function),
            more_is_harder=state.history(key).rules.more_is_harder,
        ),
        day=words.day_words(first.entry.day, today),
    )


def trend_card(state: AthleteState, key: str, today: date) -> TrendCard:
    """One lift's current estimate with its band, its trend state with the reason, and a short line."""
    history, unit = state.history(key), state.settings.load_unit
    function = state.catalog.function_of(key)
    index = index_name(key, function)
    trend, current = history.trend(today), history.current(today)
    line = level_line(history.until(today)[-SPARK_SESSIONS - NEIGHBOURS :])
    points = line.points[-SPARK_SESSIONS:]
    if current:
        band_words = _band_words(current, index, unit)
    else:
        band_words = f"No estimate from the last {CURRENT_DAYS} days." if history.until(today) else "Not logged yet."
    return TrendCard(
        key=key,
        name=state.catalog.display_name(key),
        function=function,
        label=f"{state.catalog.short_name(key)} {INDEX_WORDS[index]}",
        value=estimate_number(current.kg, unit) if current else "",
        unit_words=unit.value if current else "",
        band=band_words,
        note=_lift_note(key, low_confidence=bool(current and current.low_confidence)),
        state=trend.state,
        state_words=STATE_WORDS[trend.state],
        reason=reason(trend, today),
        series=tuple(from_kg(point.level_kg, unit) for point in points),
        spread=tuple(from_kg(point.hi_kg - point.level_kg, unit) for point in points),
        series_words=f"Last {words.count_words(len(points), 'session')}. {line_words(line)}" if points else "",
    )


def _band_words(current: Estimate, index: IndexName, unit: LoadUnit) -> str:
    """What the estimate is, and how good an e1RM is at best: an index of no tested exercise claims nothing."""
    good_to = f" Good to about ±5{words.THIN}% at best." if index is IndexName.E1RM else ""
    return f"Best of {CURRENT_DAYS} days; seven formulas {estimate_range(*current.band, unit)}.{good_to}"


def _lift_note(key: str, *, low_confidence: bool) -> str:
    notes = ["From 11 or 12 repetitions: low confidence."] if low_confidence else []
    if key in READS_LOW:
        notes.append("The formulas tended to read low for the deadlift in one study.")
    return " ".join(notes)
