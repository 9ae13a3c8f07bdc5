"""Which stretching is due on a day, and whether holds stand before a heavy hinge of the same session (rule 17)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hamcore.dates import Weekday, week_of
from hamcore.model.exercise import Stretch
from hamcore.model.routine import Routine, RoutineDay, StretchSlot
from hamcore.model.stretching import Hold, Occasion
from hamcore.rules.routine_parts import LONG_HOLD_S, Definitions, holds_before
from hamcore.rules.stretch_dose import Dose, DoseState, dose_done, dose_of
from hamcore.rules.stretching import StretchWeek, leg_seconds, stretch_week


@dataclass(frozen=True, slots=True)
class DueStretch:
    """One stretch that the routine plans for a day, with its dose and how much of it the day holds."""

    key: str
    dose: Dose
    state: DoseState


@dataclass(frozen=True, slots=True)
class StretchDue:
    """What stretching asks for on a day.

    ``planned`` are the routine's stretches of the day; ``coming`` is the next day with any, None without a routine
    that has some; ``passed`` are the planned days of this week before the day on which nothing was stretched: nothing
    to catch up with, the week counts days and not which.
    """

    planned: tuple[DueStretch, ...]
    coming: date | None
    passed: tuple[date, ...]
    week: StretchWeek

    @property
    def left(self) -> tuple[DueStretch, ...]:
        """The stretches of the day that are not done."""
        return tuple(one for one in self.planned if one.state is not DoseState.DONE)

    @property
    def is_done(self) -> bool:
        """Whether stretches were planned for the day and all of them are done."""
        return bool(self.planned) and not self.left


def planned_on(routine: Routine | None, day: date) -> tuple[StretchSlot, ...]:
    """The stretches a routine plans for a day; a stretch that stands there twice counts once, with its larger dose.

    >>> planned_on(None, date(2026, 5, 1))
    ()
    """
    weekday = Weekday(day.weekday())
    slots = [slot for one in (routine.days if routine else ()) if one.weekday is weekday for slot in one.stretches]
    largest: dict[str, StretchSlot] = {}
    for slot in sorted(slots, key=lambda slot: -slot.rounds):
        largest.setdefault(slot.stretch_id, slot)
    return tuple(largest[key] for key in dict.fromkeys(slot.stretch_id for slot in slots))


def stretch_due(
    routine: Routine | None,
    holds: Iterable[Hold],
    stretches: Mapping[str, Stretch],
    today: date,
    first: Weekday = Weekday.MONDAY,
) -> StretchDue:
    """What stretching asks for on ``today``: the routine's stretches of the day against what was done.

    >>> stretch_due(None, (), {}, date(2026, 5, 1)).coming is None
    True
    """
    days = week_of(today, first)
    inside = [hold for hold in holds if hold.day in days]
    week = stretch_week(inside, stretches, today, first)
    weekdays = set(routine.stretch_days) if routine else set()
    ahead = (today + timedelta(days=after) for after in range(1, 8))
    before = (days.start + timedelta(days=after) for after in range((today - days.start).days))
    return StretchDue(
        planned=tuple(
            _due(slot, inside, stretches, today) for slot in planned_on(routine, today) if slot.stretch_id in stretches
        ),
        coming=next((day for day in ahead if Weekday(day.weekday()) in weekdays), None),
        passed=tuple(day for day in before if Weekday(day.weekday()) in weekdays and day not in week.done),
        week=week,
    )


def _due(slot: StretchSlot, holds: Iterable[Hold], stretches: Mapping[str, Stretch], day: date) -> DueStretch:
    dose = dose_of(stretches[slot.stretch_id], slot)
    mine = [hold for hold in holds if hold.stretch == slot.stretch_id and hold.day == day]
    return DueStretch(slot.stretch_id, dose, dose_done(mine, dose).state)


class WarnedBy(StrEnum):
    """Where the holds before a heavy hinge come from."""

    LOGGED = "logged"
    """They were done today, and the hinge is still to come."""
    PLANNED = "planned"
    """The routine puts them before the hinge."""


@dataclass(frozen=True, slots=True)
class HoldsWarning:
    """Still holds of ``seconds`` a leg come before the heavy hinge ``exercise`` in one session."""

    by: WarnedBy
    seconds: int
    exercise: str


def holds_warning(
    holds: Iterable[Hold],
    day: RoutineDay | None,
    trained: Iterable[str],
    known: Definitions,
    today: date,
) -> HoldsWarning | None:
    """Whether 60 s or more of still holds a leg stand before a heavy hinge that is still to do today (``behm_2016``).

    ``day`` is the training day to do today, None if there is none; ``trained`` are the exercises done today. Holds said
    to be done after training do not count. What was done comes before what is planned.

    >>> holds_warning([], None, [], Definitions({}, {}), date(2026, 5, 1)) is None
    True
    """
    done = set(trained)
    hinges = [slot for slot in (day.slots if day else ()) if known.is_heavy(slot) and slot.exercise_id not in done]
    if day is None or not hinges:
        return None
    before = [hold for hold in holds if hold.day == today and hold.when is not Occasion.AFTER_TRAINING]
    held_s = leg_seconds(before, known.stretches).more_static
    if held_s >= LONG_HOLD_S:
        return HoldsWarning(WarnedBy.LOGGED, held_s, hinges[0].exercise_id)
    planned_s = holds_before(day, known)[1]
    return HoldsWarning(WarnedBy.PLANNED, planned_s, hinges[-1].exercise_id) if planned_s >= LONG_HOLD_S else None
