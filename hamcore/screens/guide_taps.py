"""What a tap of the stretching page says: a hold, a tick, a report. Nothing that comes from a browser is trusted."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from hamcore.athlete import AthleteState
from hamcore.model.log import OWN_NAME, Side
from hamcore.model.stretching import LONGEST_NAME, Hold, HoldKind, Occasion
from hamcore.model.symptom import Symptom, SymptomKind
from hamcore.rules.stretch_dose import dose_done, dose_of, ticked
from hamcore.rules.stretch_due import planned_on

LONGEST_ID = 64
_OLDEST = timedelta(days=7)
_Values = Mapping[str, Any]
Word = TypeVar("Word", bound=StrEnum)


class BadTapError(ValueError):
    """A tap that says something impossible; the text tells the person what is allowed."""


def hold_of(tap: _Values, known: Collection[str], today: date) -> Hold:
    """The hold that a ``log`` tap says; ``known`` are the keys of the stretches there are.

    A hold of a stretch that was deleted meanwhile is taken, as what was done was done. Raises BadTapError with the
    limit named.
    """
    stretch = str(tap.get("stretch") or "")
    if stretch not in known and not (stretch.startswith(OWN_NAME) and len(stretch) <= len(OWN_NAME) + LONGEST_NAME):
        raise BadTapError("This stretch is not one HamCore knows. Reload the page.")
    try:
        return Hold(
            hold_id=tap_id(tap),
            day=_day(tap, today),
            stretch=stretch,
            side=_word(tap, "side", Side),
            seconds=_whole(tap, "seconds"),
            reps=_whole(tap, "reps"),
            kind=HoldKind.GUIDED,
            when=_word(tap, "when", Occasion),
        )
    except BadTapError:
        raise
    except ValueError as error:
        words = str(error)
        raise BadTapError(f"{words[:1].upper()}{words[1:]}.") from error


def tick_of(tap: _Values, state: AthleteState, today: date) -> tuple[date, str, tuple[Hold, ...]]:
    """The day and stretch of a ``tick`` or ``untick`` tap, and what the tick writes down.

    What was timed that day already counts: only the rounds that are missing are ticked. Raises BadTapError for a day to
    come or a stretch nobody knows.
    """
    key = str(tap.get("stretch") or "")
    try:
        day = date.fromisoformat(str(tap.get("day") or ""))
    except ValueError as error:
        raise BadTapError("This tick does not say its day.") from error
    if day > today:
        raise BadTapError(f"A day that is still to come cannot be ticked: {day.isoformat()}. Today is the last one.")
    stretch = state.stretches.get(key)
    if stretch is None:
        return day, key, ()
    slot = next((one for one in planned_on(state.active_routine, day) if one.stretch_id == key), None)
    dose = dose_of(stretch, slot)
    timed = [one for one in state.holds if one.day == day and one.stretch == key and one.kind is HoldKind.GUIDED]
    done = dict(zip(dose.sides, dose_done(timed, dose).rounds, strict=True))
    all_of_it = ticked(day, key, dose)
    return day, key, tuple(one for place, one in enumerate(all_of_it) if place % dose.rounds >= done[one.side])


def symptom_of(tap: _Values, today: date) -> Symptom:
    """The report that a ``symptom`` tap says. Raises BadTapError for a kind nobody knows."""
    kind = _word(tap, "kind", SymptomKind)
    if kind is None:
        raise BadTapError("This report does not say what hurts. Report it again.")
    return Symptom(tap_id(tap), kind, today)


def tap_id(tap: _Values, field: str = "id") -> str:
    """The id of a tap, or of the hold it is ``of``. Raises BadTapError where it is none."""
    value = tap.get(field)
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST_ID or not value.isprintable():
        raise BadTapError("This tap does not say what it is about. Reload the page.")
    return value


def _day(tap: _Values, today: date) -> date:
    """The day the session began on: today, or one of the last days where the connection was lost meanwhile."""
    try:
        day = date.fromisoformat(str(tap.get("day") or ""))
    except ValueError as error:
        raise BadTapError("This hold does not say its day.") from error
    # A browser and a server in different time zones may be a day apart.
    if not today - _OLDEST <= day <= today + timedelta(days=1):
        raise BadTapError(f"A hold is from the last 7 days up to today, not from {day.isoformat()}.")
    return min(day, today)


def _whole(tap: _Values, field: str) -> int | None:
    value = tap.get(field)
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise BadTapError(f"A hold has a whole number of {'seconds' if field == 'seconds' else 'repetitions'}.")
    return value


def _word(tap: _Values, field: str, kind: type[Word]) -> Word | None:
    value = tap.get(field)
    if value in (None, ""):
        return None
    try:
        return kind(str(value))
    except ValueError as error:
        raise BadTapError(f"{value!r} is not one of {', '.join(kind)}.") from error
