"""How screens write loads, ranges, days and counts: the same everywhere."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from hamcore.model.exercise import Bounds, Prescription
from hamcore.model.log import LoggedSet, SetType
from hamcore.units import Load, plain

THIN = "\N{NARROW NO-BREAK SPACE}"
"""Between a number and its unit."""

TIMES = "×"
_TENTH = Decimal("0.1")

SET_TYPE_WORDS = {
    SetType.WARM_UP: "Warm-up",
    SetType.WORKING: "Working",
    SetType.DROP: "Drop set",
    SetType.REST_PAUSE: "Rest-pause",
    SetType.FORCED: "Forced reps",
    SetType.FAILURE: "To failure",
}


def load_words(load: Load) -> str:
    """A load as typed, with its unit; a conversion of what the equipment makes to a tenth, as more is not known.

    >>> from decimal import Decimal
    >>> from hamcore.units import LoadUnit
    >>> load_words(Load(Decimal("122.50"), LoadUnit.KG))
    '122.5\u202fkg'
    >>> load_words(Load(Decimal("225.97"), LoadUnit.LB, marked=Load(Decimal("102.5"), LoadUnit.KG)))
    '226\u202flb'
    """
    return f"{load_number(load)}{THIN}{load.unit}"


def load_number(load: Load) -> str:
    """The number of a load in its unit, as `load_words` writes it."""
    return str(plain(load.value.quantize(_TENTH) if load.marked else load.value))


def range_words(bounds: Bounds) -> str:
    """A range with an en dash, or the one number it holds.

    >>> range_words(Bounds(6, 8)), range_words(Bounds(5, 5))
    ('6–8', '5')
    """
    return str(bounds.lo) if bounds.lo == bounds.hi else f"{bounds.lo}–{bounds.hi}"


def rest_words(rest_s: Bounds) -> str:
    """A rest in seconds, or in minutes where both ends are whole minutes of two or more.

    >>> rest_words(Bounds(120, 180)), rest_words(Bounds(60, 90))
    ('2–3\u202fmin', '60–90\u202fs')
    """
    if rest_s.lo >= 120 and rest_s.lo % 60 == 0 and rest_s.hi % 60 == 0:
        return f"{range_words(Bounds(rest_s.lo // 60, rest_s.hi // 60))}{THIN}min"
    return f"{range_words(rest_s)}{THIN}s"


def prescription_words(prescription: Prescription) -> str:
    """Sets, repetitions and rest in one line."""
    return f"{prescription.sets} {TIMES} {range_words(prescription.reps)}, rest {rest_words(prescription.rest_s)}"


def day_words(day: date, today: date) -> str:
    """A day as people write it; the year only where it is not this year's.

    >>> day_words(date(2026, 11, 16), date(2026, 11, 24)), day_words(date(2025, 3, 2), date(2026, 11, 24))
    ('16 Nov', '2 Mar 2025')
    """
    return f"{day.day} {day:%b}" if day.year == today.year else f"{day.day} {day:%b} {day.year}"


def number_words(count: int) -> str:
    """A whole number, thousands apart by a thin space.

    >>> number_words(980), number_words(12480)
    ('980', '12\u202f480')
    """
    return f"{count:,}".replace(",", THIN)


def count_words(count: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> count_words(1, "set"), count_words(12480, "set")
    ('1 set', '12\u202f480 sets')
    """
    return f"{number_words(count)} {one if count == 1 else many or one + 's'}"


def set_words(entry: LoggedSet) -> str:
    """What was done in one set: load and repetitions, or time, or distance.

    Seconds are rounded to whole ones, metres to one decimal.
    """
    parts = [load_words(entry.load)] if entry.load and entry.load.value else []
    if entry.reps is not None:
        parts.append(f"{TIMES} {entry.reps}" if parts else count_words(entry.reps, "rep"))
    if entry.seconds:
        parts.append(f"{entry.seconds:.0f}{THIN}s")
    if entry.distance_m:
        parts.append(f"{entry.distance_m:g}{THIN}m")
    return " ".join(parts) or "nothing entered"


def sets_words(sets: Sequence[LoggedSet]) -> str:
    """Several sets in one line: repetitions of the same load together.

    An example: ``120 kg × 8, 8, 7; 100 kg × 10``.
    """
    groups: list[str] = []
    last: Load | None = None
    for entry in sets:
        if groups and entry.reps is not None and entry.load is not None and entry.load == last:
            groups[-1] += f", {entry.reps}"
        else:
            groups.append(set_words(entry))
        last = entry.load if entry.reps is not None else None
    return "; ".join(groups)
