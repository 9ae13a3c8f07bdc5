"""What the Today page shows: what is due, the week's sets, the newest records, the two main lifts."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hamcore.athlete import AthleteState, NewRecord
from hamcore.model.exercise import CountingRule, Function
from hamcore.model.routine import Routine
from hamcore.rules.level_line import NEIGHBOURS, level_line
from hamcore.rules.records import RecordKind
from hamcore.rules.strength import READS_LOW, IndexName, index_name
from hamcore.rules.trend import TrendState
from hamcore.rules.volume import TARGET_FROM, TARGET_TO, WeekBand, band
from hamcore.screens import words
from hamcore.screens.due_card import DueCard, StretchCard, due_card, plan_today, stretch_card
from hamcore.screens.trend_words import STATE_WORDS, line_words, reason
from hamcore.screens.wording import (
    estimate_number,
    estimate_range,
    in_unit,
    load_in,
    sets_number,
    weekday_words,
)

MAIN_LIFTS = ("barbell_deadlift", "romanian_deadlift")
SPARK_SESSIONS = 30
SHOWN_RECORDS = 4

_BAND_WORDS = {
    WeekBand.LOW: "Under 4 so far; a whole week under 4 is low.",
    WeekBand.BUILDING: "From 4 to under 10: building.",
    WeekBand.TARGET: "In the band of 10 to 20.",
    WeekBand.ABOVE: "Above 20: no added benefit was shown.",
}


class Action(StrEnum):
    """What a person can do next."""

    IMPORT = "import"
    DEMO = "demo"
    WORKOUT = "workout"
    LIFTS = "lifts"


@dataclass(frozen=True, slots=True)
class FunctionLine:
    """Weighted sets of one function done this week, of those the routine plans; ``raw`` counts every set as one."""

    function: Function
    done: float
    planned: float
    raw: float


@dataclass(frozen=True, slots=True)
class WeekCard:
    """This week's sets for the hamstrings against the band."""

    weighted: float
    raw: float
    planned: float
    summary: str
    band: WeekBand
    band_words: str
    band_from: float
    band_to: float
    lines: tuple[FunctionLine, ...]


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One set that was best so far, with all that it was best at. ``noise`` is empty where nothing can be said."""

    key: str
    name: str
    function: Function
    what: str
    kinds: str
    day: str
    noise: str


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
    """The Today page, decided. An empty log has ``is_empty`` and only ``actions``, the first of them the main one."""

    day_words: str
    is_empty: bool
    actions: tuple[Action, ...]
    due: DueCard | None
    week: WeekCard | None
    stretching: StretchCard | None
    trends: tuple[TrendCard, ...]
    records: tuple[RecordLine, ...]


def build(state: AthleteState, today: date) -> TodayScreen:
    """The page of ``today`` from a refreshed state."""
    over = weekday_words(today)
    if not state.log.sets:
        return TodayScreen(over, True, (Action.IMPORT, Action.DEMO, Action.WORKOUT), None, None, None, (), ())
    found = plan_today(state, today)
    due = due_card(state, *found, today) if found else None
    return TodayScreen(
        day_words=over,
        is_empty=False,
        actions=(Action.WORKOUT, Action.LIFTS) if due and due.is_due else (Action.LIFTS, Action.WORKOUT),
        due=due,
        week=_week(state, found[0] if found else None, today),
        stretching=stretch_card(found[1], today) if found else None,
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
        band_words=_BAND_WORDS[where],
        band_from=TARGET_FROM,
        band_to=TARGET_TO,
        lines=lines,
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
    """The newest sets that were best at something, newest first; several kinds of one set on one line."""
    by_set: dict[tuple[str, int], list[NewRecord]] = {}
    for new in state.newest_records(len(RecordKind) * SHOWN_RECORDS, today):
        by_set.setdefault((new.record.entry.workout_id, new.record.entry.set_no), []).append(new)
    return tuple(_record_line(state, group, today) for group in list(by_set.values())[:SHOWN_RECORDS])


def _record_line(state: AthleteState, group: list[NewRecord], today: date) -> RecordLine:
    key, record = group[0]
    entry = record.entry
    function = state.catalog.function_of(key)
    load = f"{load_in(entry.load, state.settings.load_unit)} " if entry.load and entry.load.value else ""
    kinds = [_kind_words(new, index_name(key, function), assisted=_is_assisted(state, key)) for new in group]
    return RecordLine(
        key=key,
        name=state.catalog.display_name(key),
        function=function,
        what=f"{load}{words.TIMES} {entry.reps}" if load else words.count_words(entry.reps or 0, "rep"),
        kinds="; ".join([kinds[0], *(kind[0].lower() + kind[1:] for kind in kinds[1:])]),
        day=words.day_words(entry.day, today),
        noise=_noise_words([new.record.within_noise for new in group]),
    )


def _is_assisted(state: AthleteState, key: str) -> bool:
    return not state.history(key).rules.more_is_harder


def _kind_words(new: NewRecord, index: IndexName, *, assisted: bool) -> str:
    match new.record.kind:
        case RecordKind.E1RM:
            return f"Best {_index_words(index)} so far"
        case RecordKind.HEAVIEST:
            return "Least help so far" if assisted else "Heaviest so far"
        case RecordKind.MOST_REPS:
            return "Most reps at this load"
        case RecordKind.HEAVIEST_FOR_REPS:
            return (
                f"{'Least help' if assisted else 'Heaviest'} for {words.count_words(new.record.entry.reps or 0, 'rep')}"
            )


def _index_words(index: IndexName) -> str:
    return "e1RM" if index is IndexName.E1RM else "strength index"


def _noise_words(within: list[bool | None]) -> str:
    if True in within:
        return "within normal session-to-session variation"
    return "more than normal session-to-session variation" if False in within else ""


def trend_card(state: AthleteState, key: str, today: date) -> TrendCard:
    """One lift's current estimate with its band, its trend state with the reason, and a short line."""
    history, unit = state.history(key), state.settings.load_unit
    function = state.catalog.function_of(key)
    index = index_name(key, function)
    trend, current = history.trend(today), history.current(today)
    line = level_line(history.until(today)[-SPARK_SESSIONS - NEIGHBOURS :])
    points = line.points[-SPARK_SESSIONS:]
    if current:
        spread = estimate_range(*current.band, unit)
        band_words = f"Seven formulas: {spread}. Any estimate is good to about ±5{words.THIN}%."
    else:
        band_words = "No estimate from the last 28 days." if history.until(today) else "Not logged yet."
    return TrendCard(
        key=key,
        name=state.catalog.display_name(key),
        function=function,
        label=f"{state.catalog.short_name(key)} {_index_words(index)}",
        value=estimate_number(current.kg, unit) if current else "",
        unit_words=unit.value if current else "",
        band=band_words,
        note=_lift_note(key, low_confidence=bool(current and current.low_confidence)),
        state=trend.state,
        state_words=STATE_WORDS[trend.state],
        reason=reason(trend, today),
        series=tuple(in_unit(point.level_kg, unit) for point in points),
        spread=tuple(in_unit(point.hi_kg - point.level_kg, unit) for point in points),
        series_words=f"Last {words.count_words(len(points), 'session')}. {line_words(line)}" if points else "",
    )


def _lift_note(key: str, *, low_confidence: bool) -> str:
    notes = ["From 11 or 12 repetitions: low confidence."] if low_confidence else []
    if key in READS_LOW:
        notes.append("The formulas tended to read low for the deadlift in one study.")
    return " ".join(notes)
