"""What a person types of a range test: a reading, or the problem of each field with its limit named."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hamcore.model.log import Side
from hamcore.model.stretching import (
    CENTIMETRES,
    DEGREES,
    LONGEST_NOTE,
    ZERO_POINT_CM,
    RangeTest,
    RangeTestName,
    RangeUnit,
    unit_of,
)
from hamcore.screens.wording import MINUS
from hamcore.screens.words import THIN, day_words
from hamcore.units import parse_decimal

EARLIEST = date(1970, 1, 1)
_UNIT_WORDS = {RangeUnit.DEG: "degrees", RangeUnit.CM: "cm"}


@dataclass(frozen=True, slots=True)
class ReadingFields:
    """What a form says of a reading. ``value`` and ``zero_point`` are typed, with a point or a comma.

    ``side`` does not count for a test of both legs at once, ``zero_point`` not for angles.
    """

    day: date
    test: RangeTestName
    side: Side
    value: str
    zero_point: str = ""
    warm: bool = True
    note: str = ""


def read_reading(fields: ReadingFields, test_id: str, today: date) -> tuple[RangeTest | None, Mapping[str, str]]:
    """The reading a form says, None with a sentence for each field that is wrong.

    >>> said = ReadingFields(date(2026, 5, 1), RangeTestName.STRAIGHT_LEG_RAISE, Side.LEFT, "400")
    >>> read_reading(said, "t", date(2026, 5, 1))[1]["value"]
    'An angle lies from 0 to 180\u202fdegrees, not at 400.'
    """
    problems = _day_problem(fields.day, today) | _note_problem(fields.note)
    unit, zero = unit_of(fields.test), None
    value = _number(fields.value, "value", problems)
    if unit is RangeUnit.CM:
        zero = _number(fields.zero_point, "zero_point", problems)
        _check("The zero point", zero, ZERO_POINT_CM, unit, ("zero_point", problems))
        if value is not None and zero is not None and "zero_point" not in problems:
            _check("A reach past the feet", value - zero, CENTIMETRES, unit, ("value", problems))
    else:
        _check("An angle", value, DEGREES, unit, ("value", problems))
    if problems or value is None:
        return None, problems
    side = None if unit is RangeUnit.CM else fields.side
    note = fields.note.strip()
    return RangeTest(test_id, fields.day, fields.test, side, value, unit, zero, fields.warm, note), problems


def day_problem(day: date, today: date) -> str:
    """Why nothing can be logged on a day, empty if something can.

    >>> day_problem(date(2026, 5, 2), date(2026, 5, 1))
    '2 May is still to come; the latest day is today, 1 May.'
    """
    if day > today:
        return f"{day_words(day, today)} is still to come; the latest day is today, {day_words(today, today)}."
    return f"The earliest day is {day_words(EARLIEST, today)}." if day < EARLIEST else ""


def _day_problem(day: date, today: date) -> dict[str, str]:
    said = day_problem(day, today)
    return {"day": said} if said else {}


def _note_problem(note: str) -> dict[str, str]:
    length = len(note.strip())
    return {"note": f"A note has at most {LONGEST_NOTE} characters, not {length}."} if length > LONGEST_NOTE else {}


def _number(text: str, field: str, problems: dict[str, str]) -> float | None:
    """A typed number; a comma is a point, a true minus a minus."""
    value: Decimal | None = parse_decimal(text.strip().replace(",", ".").replace(MINUS, "-").removeprefix("+"))
    if value is None:
        problems[field] = f"“{text.strip()[:20]}” is no number." if text.strip() else "A number is needed."
        return None
    return float(value)


def _check(
    what: str, value: float | None, limits: tuple[float, float], unit: RangeUnit, at: tuple[str, dict[str, str]]
) -> None:
    """Note in the problems of ``at`` that the value of its field lies outside of ``limits``."""
    field, problems = at
    if value is not None and not limits[0] <= value <= limits[1]:
        span = f"from {_signed(limits[0])} to {_signed(limits[1])}{THIN}{_UNIT_WORDS[unit]}"
        problems[field] = f"{what} lies {span}, not at {_signed(value)}."


def _signed(value: float) -> str:
    return f"{value:g}".replace("-", MINUS)
