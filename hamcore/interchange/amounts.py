"""What a set's cells say was done: load, repetitions, time and distance, with everything odd about them."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from typing import NamedTuple

from hamcore.interchange.columns import Role
from hamcore.interchange.fold import fold
from hamcore.interchange.parsed import RecordClass
from hamcore.problems import Severity
from hamcore.units import LoadUnit

LOAD_UNITS = dict.fromkeys(
    ["kg", "kgs", "kilo", "kilos", "kilogram", "kilograms", "kilogrammes"], LoadUnit.KG
) | dict.fromkeys(["lb", "lbs", "pound", "pounds"], LoadUnit.LB)
METRES = (
    dict.fromkeys(["m", "meter", "meters", "metre", "metres"], 1.0)
    | dict.fromkeys(["km", "kilometer", "kilometers", "kilometre", "kilometres"], 1000.0)
    | dict.fromkeys(["mi", "mile", "miles"], 1609.344)
    | dict.fromkeys(["ft", "feet"], 0.3048)
    | dict.fromkeys(["yd", "yards"], 0.9144)
    | {"cm": 0.01}
)
"""Metres in one unit of length, exact by definition."""

HEAVIEST = {LoadUnit.LB: 3000.0, LoadUnit.KG: 1360.77711, None: 3000.0}
"""Above this a load is a slip of the finger: 3000 lb, or 3000 of an unknown unit."""
MOST_REPS = 1000
LONGEST_SET_S = 86_400.0

_NUMBER = re.compile(r"([+-]?)([0-9]{1,9})(?:([.,])([0-9]{0,30}))?", re.ASCII)
_CLOCK = re.compile(r"(?:([0-9]{1,4}):)?([0-9]{1,4}):([0-9]{1,2}(?:\.[0-9]{1,9})?)", re.ASCII)
_SPOKEN_PART = re.compile(r"([0-9]{1,9})\s*([a-z]{1,12})\.?,?\s*", re.ASCII)
_SPOKEN_UNITS = {"d": 86_400, "j": 86_400, "h": 3600, "u": 3600, "t": 3600, "m": 60, "s": 1}
_LONGEST_SPOKEN = 60
_FINEST = Decimal(1).scaleb(-12)


class Fault(NamedTuple):
    """What is wrong with one cell of a row: an error leaves the row out, a warning does not."""

    role: Role
    message: str
    severity: Severity = Severity.ERROR


class Reading(NamedTuple):
    """What the cells of a row amount to; the class is that of a set of the usual kind (``WORKING``) or another."""

    record_class: RecordClass
    load: str
    unit: LoadUnit | None
    reps: int | None
    seconds: float | None
    distance_m: float | None
    faults: tuple[Fault, ...] = ()


AmountCells = tuple[str, str, str, str, str, str]
"""The cells load, its unit, repetitions, seconds, distance, its unit."""
AMOUNTS = (Role.LOAD, Role.LOAD_UNIT, Role.REPS, Role.SECONDS, Role.DISTANCE, Role.DISTANCE_UNIT)


def read_number(text: str, *, decimal_comma: bool = False) -> Decimal | str:
    """The number in ``text``; a text that says what is wrong with it otherwise. Plain digits only.

    A comma is a decimal sign only if ``decimal_comma`` and not before three digits, where it could mean thousands.

    >>> read_number("62.50"), read_number("62,5", decimal_comma=True)
    (Decimal('62.50'), Decimal('62.5'))
    >>> read_number("1,000", decimal_comma=True)
    "'1,000' could be a thousand or one: write it without a comma"
    """
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return f"'{text[:40]}' is not a number: plain digits with at most one point"
    sign, whole, comma, fraction = match.groups()
    if comma == "," and (not decimal_comma or len(fraction) == 3):
        meaning = "could be a thousand or one" if len(fraction) == 3 else "has a comma"
        return f"'{text}' {meaning}: write it without a comma"
    return Decimal(f"{sign}{whole}.{fraction or '0'}")


def load_text(value: Decimal) -> str:
    """``value`` without trailing zeros, rounded to 12 decimals (other programs write the noise of conversions).

    >>> load_text(Decimal("120.0")), load_text(Decimal("61.235042773811365"))
    ('120', '61.235042773811')
    """
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -12:
        value = value.quantize(_FINEST, rounding=ROUND_HALF_EVEN)
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def read_seconds(text: str, *, decimal_comma: bool = False) -> float | str:
    """A length of time in seconds: plain seconds, ``H:MM:SS``, ``MM:SS``, or words such as ``1h 38min``.

    >>> read_seconds("1h 6m"), read_seconds("0:01:30"), read_seconds("45"), read_seconds("1 Std. 5 Min.")
    (3960.0, 90.0, 45.0, 3900.0)
    """
    text = text.strip()
    number = read_number(text, decimal_comma=decimal_comma)
    if isinstance(number, Decimal):
        return float(number) if number >= 0 else f"'{text}' is less than no time"
    if match := _CLOCK.fullmatch(text):
        hours, minutes, seconds = match.groups()
        return int(hours or 0) * 3600.0 + int(minutes) * 60.0 + float(seconds)
    spoken = _spoken_seconds(fold(text)) if len(text) <= _LONGEST_SPOKEN else None
    return f"'{text[:40]}' is not a length of time: seconds, H:MM:SS or 1h 6m" if spoken is None else spoken


def _spoken_seconds(text: str) -> float | None:
    """Seconds in words: the first letter tells days, hours, minutes and seconds in the languages seen (Std = hours)."""
    total, at = 0.0, 0
    while match := _SPOKEN_PART.match(text, at):
        word = match[2]
        size = 3600 if word.startswith("st") else _SPOKEN_UNITS.get(word[0])
        if size is None:
            return None
        total += int(match[1]) * size
        at = match.end()
    return total if at and at == len(text) else None


@dataclass(frozen=True, slots=True)
class Amounts:
    """How the amounts of one file are read.

    ``unit`` and ``metres`` (metres in one unit of distance) are for rows that do not say themselves, None where
    unknown. ``zero_is_none``: a load or repetitions of 0 mean nothing was entered. ``nothing_done`` is said of a row
    without repetitions, time and distance.
    """

    unit: LoadUnit | None
    metres: float | None
    decimal_comma: bool = False
    zero_is_none: bool = True

    def read(self, cells: AmountCells) -> Reading:
        """What the cells amount to. A cell that cannot be read makes the row unreadable."""
        load_cell, unit_cell, reps_cell, seconds_cell, distance_cell, distance_unit_cell = cells
        faults: list[Fault] = []
        load = self._load(load_cell, faults)
        unit = self._unit(unit_cell, faults) if load else None
        reps = self._reps(reps_cell, faults)
        seconds = self._seconds(seconds_cell, faults)
        distance = self._distance(distance_cell, faults)
        distance_m = self._metres(distance, distance_unit_cell, faults) if distance else None
        if any(fault.severity is Severity.ERROR for fault in faults):
            return Reading(RecordClass.UNREADABLE, "", None, None, None, None, tuple(faults))
        if load and abs(float(load)) > HEAVIEST[unit]:
            faults.append(Fault(Role.LOAD, f"{load} {unit or ''} is more than anybody lifts", Severity.WARNING))
        record_class = _class_of(reps, seconds, distance)
        return Reading(record_class, load, unit, reps, seconds, distance_m, tuple(faults))

    def _number(self, role: Role, text: str, faults: list[Fault]) -> Decimal | None:
        if not text or text.isspace():
            return None
        number = read_number(text, decimal_comma=self.decimal_comma)
        if isinstance(number, str):
            faults.append(Fault(role, number))
            return None
        return number

    def _load(self, text: str, faults: list[Fault]) -> str:
        number = self._number(Role.LOAD, text, faults)
        if number is None or (not number and self.zero_is_none):
            return ""
        if number < 0:
            faults.append(Fault(Role.LOAD, f"{text} is less than nothing: kept as help", Severity.WARNING))
        return load_text(number)

    def _unit(self, text: str, faults: list[Fault]) -> LoadUnit | None:
        word = fold(text).rstrip(".")
        if not word:
            return self.unit
        if word not in LOAD_UNITS:
            faults.append(Fault(Role.LOAD_UNIT, f"'{text[:40]}' is not a unit of load: kg or lb"))
        return LOAD_UNITS.get(word)

    def _reps(self, text: str, faults: list[Fault]) -> int | None:
        number = self._number(Role.REPS, text, faults)
        if number is None or (not number and self.zero_is_none):
            return None
        if number < 0 or number != int(number):
            faults.append(Fault(Role.REPS, f"'{text}' is not a number of repetitions: a whole number from 0"))
        elif number > MOST_REPS:
            faults.append(Fault(Role.REPS, f"{text} repetitions in one set", Severity.WARNING))
        return int(number)

    def _seconds(self, text: str, faults: list[Fault]) -> float | None:
        if not text or text.isspace():
            return None
        seconds = read_seconds(text, decimal_comma=self.decimal_comma)
        if isinstance(seconds, str):
            faults.append(Fault(Role.SECONDS, seconds))
            return None
        if seconds > LONGEST_SET_S:
            faults.append(Fault(Role.SECONDS, f"{text} is longer than a day", Severity.WARNING))
        return seconds or None

    def _distance(self, text: str, faults: list[Fault]) -> Decimal | None:
        number = self._number(Role.DISTANCE, text, faults)
        if number is not None and number < 0:
            faults.append(Fault(Role.DISTANCE, f"'{text}' is less than no distance"))
        return number

    def _metres(self, distance: Decimal, unit_text: str, faults: list[Fault]) -> float | None:
        word = fold(unit_text).rstrip(".")
        metres = METRES.get(word) if word else self.metres
        if metres is None:
            said = f"'{unit_text[:20]}' is not a unit of length" if word else "the file has no unit of length"
            message = f"distance {distance.normalize():f} is left out: {said} (m, km, mi, ft, yd)"
            faults.append(Fault(Role.DISTANCE_UNIT if word else Role.DISTANCE, message, Severity.WARNING))
            return None
        return float(distance) * metres


def _class_of(reps: int | None, seconds: float | None, distance: Decimal | None) -> RecordClass:
    if reps:
        return RecordClass.WORKING
    if distance:
        return RecordClass.DISTANCE
    return RecordClass.TIMED if seconds else RecordClass.PLANNED


def read_effort(text: str, *, is_rir: bool, decimal_comma: bool) -> float | str | None:
    """Repetitions in reserve from an RPE (10 - RPE) or RIR cell; None if empty; what is wrong with it otherwise.

    >>> read_effort("8.5", is_rir=False, decimal_comma=False), read_effort("11", is_rir=False, decimal_comma=False)
    (1.5, "'11' is not an RPE: 1 to 10")
    """
    if not text or text.isspace():
        return None
    number = read_number(text, decimal_comma=decimal_comma)
    if isinstance(number, Decimal):
        if is_rir and number >= 0:
            return float(number)
        if not is_rir and 0 <= number <= 10:
            return float(10 - number) if number else None
    return f"'{text[:40]}' is not an {'RIR: 0 or more' if is_rir else 'RPE: 1 to 10'}"
