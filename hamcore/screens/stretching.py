"""What the Stretching page shows first: the week, and the checklist of a day."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hamcore.athlete import AthleteState
from hamcore.dates import week_of
from hamcore.model.exercise import Stretch
from hamcore.model.routine import StretchSlot
from hamcore.model.stretching import Hold, HoldKind
from hamcore.rules.due import due
from hamcore.rules.routine_parts import Definitions
from hamcore.rules.safety import SafetyGate, gate_on
from hamcore.rules.stretch_dose import Dose, DoseState, by_stretch, dose_done, dose_of, ticked
from hamcore.rules.stretch_due import HoldsWarning, StretchDue, WarnedBy, holds_warning, planned_on, stretch_due
from hamcore.rules.stretching import (
    LOWER_MARK_S,
    UPPER_MARK_S,
    LegSeconds,
    StretchKind,
    StretchWeek,
    WeekMark,
    leg_seconds,
    seconds_of,
)
from hamcore.screens import words
from hamcore.screens.safety_words import HeldSymptom, SymptomChoice, choices, held
from hamcore.screens.stretch_words import (
    KIND_WORDS,
    NERVE_WORDS,
    SIDE_WORDS,
    closed_words,
    dose_words,
    hold_words,
    kind_of_stretch,
    minutes_words,
)
from hamcore.screens.wording import WEEKDAYS, listed, weekday_words

MARK_WORDS = {
    WeekMark.NONE: "No still holds yet this week. Lifting through the whole range counts for your range as well.",
    WeekMark.UNDER: (
        "Under 5 minutes a leg so far. Studies of gains in range used 5 minutes a week or more; lifting through the "
        "whole range widens it about as much as stretching."
    ),
    WeekMark.BETWEEN: "Between 5 and 10 minutes a leg: the time with which studies found range to grow.",
    WeekMark.OVER: "10 minutes a leg or more: gains were found to level off about here. More is no harm and no hurry.",
}
SOURCES = ("acsm_2011", "thomas_2018", "ingram_2024", "alizadeh_2023", "behm_2016")
"""The sources of what the page says about days, marks and holds before lifting."""
_STATE_WORDS = {DoseState.OPEN: "open", DoseState.DONE: "done"}


class DayMark(StrEnum):
    """Where a day of the week stands."""

    DONE = "done"
    GLIDES = "glides"
    """Nerve glides alone: no day of stretching."""
    TODAY = "today"
    """Planned for today and not begun."""
    PLANNED = "planned"
    """Ahead, and the routine has stretches on it."""
    PASSED = "passed"
    """Planned and gone by; nothing to catch up with."""
    FREE = "free"


_DAY_WORDS = {
    DayMark.DONE: "stretched",
    DayMark.GLIDES: "nerve glides only",
    DayMark.TODAY: "planned for today",
    DayMark.PLANNED: "planned",
    DayMark.PASSED: "was planned, nothing logged",
    DayMark.FREE: "nothing planned",
}


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day of the week. ``is_open``: it is not in the future, so something can be logged on it."""

    day: date
    letter: str
    mark: DayMark
    words: str
    is_today: bool
    is_chosen: bool
    is_open: bool


@dataclass(frozen=True, slots=True)
class LegBar:
    """The week of one leg: still seconds against the marks; moving ones and nerve glides beside them."""

    label: str
    static_s: int
    words: str
    also: str


@dataclass(frozen=True, slots=True)
class StretchWeekCard:
    """The week against two to three days and the marks at 5 and 10 minutes. ``scale_s`` is the end of the bars."""

    days_done: int
    days_words: str
    days: tuple[DayCell, ...]
    legs: tuple[LegBar, ...]
    marks_s: tuple[int, int]
    scale_s: int
    mark: WeekMark
    mark_words: str


@dataclass(frozen=True, slots=True)
class HoldLine:
    """One hold of the day, to correct or delete."""

    hold: Hold
    words: str


@dataclass(frozen=True, slots=True)
class ChecklistRow:
    """One stretch on a day.

    ``tick`` are the holds that ticking it stores; ``is_ticked`` if there are ticked ones, which unticking deletes.
    ``closed`` says why it is not suggested and where to turn; what was done can be logged all the same.
    """

    key: str
    name: str
    kind: StretchKind
    kind_words: str
    nerve: str
    dose: str
    is_planned: bool
    is_own: bool
    state: DoseState
    state_words: str
    seconds_words: str
    closed: str
    stop_signs: tuple[str, ...]
    tick: tuple[Hold, ...]
    is_ticked: bool
    holds: tuple[HoldLine, ...]


@dataclass(frozen=True, slots=True)
class StretchingScreen:
    """The page, decided, for the day ``day`` of the checklist. ``warning`` and ``due_words`` may be empty."""

    day: date
    day_words: str
    due_words: str
    warning: str
    week: StretchWeekCard
    rows: tuple[ChecklistRow, ...]
    symptoms: tuple[HeldSymptom, ...]
    choices: tuple[SymptomChoice, ...]
    is_empty: bool


def build(state: AthleteState, today: date, day: date | None = None) -> StretchingScreen:
    """The page on ``today`` with the checklist of ``day`` (None or a day to come: today)."""
    chosen = min(day or today, today)
    found = stretch_due(state.active_routine, state.holds, state.stretches, chosen, state.settings.week_start)
    return StretchingScreen(
        day=chosen,
        day_words=weekday_words(chosen),
        due_words=due_words(state, found) if chosen == today else "",
        warning=warning_words(state, today) if chosen == today else "",
        week=_week(state, found, today, chosen),
        rows=_rows(state, chosen),
        symptoms=held(state.symptoms, state.catalog, today),
        choices=choices(state.catalog),
        is_empty=not state.holds,
    )


def due_words(state: AthleteState, found: StretchDue) -> str:
    """What is due, in one sentence; empty for a routine without stretches."""
    if found.left:
        return f"Today: {listed([state.stretches[one.key].name for one in found.left])}."
    if found.is_done:
        return "What your routine plans for today is done."
    return f"Next in your routine: {WEEKDAYS[found.coming.weekday()]}." if found.coming else ""


def warning(state: AthleteState, today: date) -> HoldsWarning | None:
    """Whether long still holds stand before a heavy hinge of today's session."""
    routine = state.active_routine
    if routine is None:
        return None
    first = state.settings.week_start
    done = state.done_in(week_of(today, first))
    plan = due(routine, done, state.catalog.function_of, today, first)
    known = Definitions(state.catalog.exercises, state.stretches)
    return holds_warning(state.holds, plan.due.day if plan.due else None, done.get(today, ()), known, today)


def warning_words(state: AthleteState, today: date) -> str:
    """The warning in words, empty for none."""
    found = warning(state, today)
    if found is None:
        return ""
    name, seconds = state.catalog.display_name(found.exercise), minutes_words(found.seconds)
    where = "are logged" if found.by is WarnedBy.LOGGED else "stand in your routine"
    return (
        f"{seconds} of still holds a leg {where} before the {name.lower()}. From 60{words.THIN}s on, still holds cost "
        "a little strength for some minutes; hold after the lifting, or move and warm up well in between."
    )


def _week(state: AthleteState, found: StretchDue, today: date, chosen: date) -> StretchWeekCard:
    week = found.week
    count = len(week.done)
    most = max(week.seconds.more_static, UPPER_MARK_S)
    return StretchWeekCard(
        days_done=count,
        days_words=f"{words.count_words(count, 'day')} of 2–3 a week",
        days=tuple(_cell(state, week, today, chosen, week.days.start + timedelta(days=at)) for at in range(7)),
        legs=(_leg("Left leg", week.seconds.left), _leg("Right leg", week.seconds.right)),
        marks_s=(LOWER_MARK_S, UPPER_MARK_S),
        scale_s=most + most // 5,
        mark=week.mark,
        mark_words=MARK_WORDS[week.mark],
    )


def _leg(label: str, leg: LegSeconds) -> LegBar:
    also = [f"{minutes_words(leg.dynamic)} moving"] if leg.dynamic else []
    also += [f"{minutes_words(leg.nerve)} of nerve glides"] if leg.nerve else []
    return LegBar(label, leg.static, f"{minutes_words(leg.static)} still", listed(also))


def _cell(state: AthleteState, week: StretchWeek, today: date, chosen: date, day: date) -> DayCell:
    mark = _mark(state, week, today, day)
    name = WEEKDAYS[day.weekday()]
    return DayCell(
        day=day,
        letter=name[0],
        mark=mark,
        words=f"{name}, {words.day_words(day, today)}: {_DAY_WORDS[mark]}",
        is_today=day == today,
        is_chosen=day == chosen,
        is_open=day <= today,
    )


def _mark(state: AthleteState, week: StretchWeek, today: date, day: date) -> DayMark:
    if day in week.done:
        return DayMark.DONE
    if day in week.glides:
        return DayMark.GLIDES
    if not planned_on(state.active_routine, day):
        return DayMark.FREE
    return DayMark.TODAY if day == today else DayMark.PASSED if day < today else DayMark.PLANNED


def _rows(state: AthleteState, day: date) -> tuple[ChecklistRow, ...]:
    """The planned stretches in the routine's order, then the others, then what was done of stretches now unknown."""
    slots = {slot.stretch_id: slot for slot in planned_on(state.active_routine, day)}
    done = by_stretch(state.holds, day)
    known = state.stretches
    keys = dict.fromkeys((*(key for key in slots if key in known), *known))
    rows = [
        _row(state, known[key], slots.get(key), done.get(key, ()), gate_on(state.symptoms, day), day) for key in keys
    ]
    return (*rows, *(_unknown(state, key, holds) for key, holds in done.items() if key not in known))


def _row(
    state: AthleteState,
    stretch: Stretch,
    slot: StretchSlot | None,
    holds: tuple[Hold, ...],
    gate: SafetyGate,
    day: date,
) -> ChecklistRow:
    dose, kind = dose_of(stretch, slot), kind_of_stretch(stretch)
    found = dose_done(holds, dose)
    return ChecklistRow(
        key=stretch.stretch_id,
        name=stretch.name,
        kind=kind,
        kind_words=KIND_WORDS[kind],
        nerve=NERVE_WORDS if kind is StretchKind.NERVE else "",
        dose=dose_words(dose),
        is_planned=slot is not None,
        is_own=stretch.stretch_id in state.own_stretches,
        state=found.state,
        state_words=_STATE_WORDS.get(found.state) or _part_words(dose, found.rounds),
        seconds_words=_seconds_words(state, holds),
        closed=closed_words(gate, stretch, state.catalog),
        stop_signs=stretch.stop_signs,
        tick=ticked(day, stretch.stretch_id, dose),
        is_ticked=any(hold.kind is HoldKind.TICKED for hold in holds),
        holds=tuple(HoldLine(hold, hold_words(hold)) for hold in holds),
    )


def _part_words(dose: Dose, rounds: tuple[int, ...]) -> str:
    """How far a dose is, as ``left 2 of 2, right 1 of 2``."""
    parts = [
        f"{SIDE_WORDS[side].lower()} {done} of {dose.rounds}" for side, done in zip(dose.sides, rounds, strict=True)
    ]
    return ", ".join(parts) if dose.sides != (None,) else f"{rounds[0]} of {dose.rounds}"


def _seconds_words(state: AthleteState, holds: tuple[Hold, ...]) -> str:
    """The time of each leg, as one where both are the same."""
    if not holds:
        return ""
    both = leg_seconds(holds, state.stretches)
    left, right = (leg.static + leg.dynamic + leg.nerve for leg in (both.left, both.right))
    if left == right:
        return f"{minutes_words(left)} a leg"
    return f"{minutes_words(left)} left, {minutes_words(right)} right"


def _unknown(state: AthleteState, key: str, holds: tuple[Hold, ...]) -> ChecklistRow:
    """The row of an own stretch that was deleted since: what was done of it counts and can be corrected."""
    kind = StretchKind.DYNAMIC if holds[0].reps is not None else StretchKind.STATIC
    return ChecklistRow(
        key=key,
        name=state.catalog.display_name(key),
        kind=kind,
        kind_words=KIND_WORDS[kind],
        nerve="",
        dose="",
        is_planned=False,
        is_own=False,
        state=DoseState.DONE,
        state_words=f"{minutes_words(sum(map(seconds_of, holds)))} in all",
        seconds_words=_seconds_words(state, holds),
        closed="",
        stop_signs=(),
        tick=(),
        is_ticked=any(hold.kind is HoldKind.TICKED for hold in holds),
        holds=tuple(HoldLine(hold, hold_words(hold)) for hold in holds),
    )
