"""How screens write numbers that rules computed, and loads of a person who changed units."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

from hamcore.model.exercise import Function
from hamcore.model.log import LoggedSet
from hamcore.screens import words
from hamcore.units import Load, LoadUnit, from_kg, plain

MINUS = "\N{MINUS SIGN}"
FUNCTION_WORDS = {
    Function.HIP_HINGE: "Hip hinge",
    Function.KNEE_FLEXION: "Knee flexion",
    Function.COMBINED: "Hip + knee",
    Function.BALLISTIC_HINGE: "Ballistic hinge",
    Function.STRETCH: "Stretch",
    Function.OTHER: "Other",
}
"""The word for each function; a colour or a mark never stands without it or its exercise's name."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TENTH = Decimal("0.1")
_SMALL = 20


def estimate_number(kg: float, unit: LoadUnit) -> str:
    """An estimate as a number: whole, below 20 with one decimal. Finer would claim more than is known.

    >>> estimate_number(156.6, LoadUnit.KG), estimate_number(12.34, LoadUnit.KG)
    ('157', '12.3')
    """
    value = from_kg(kg, unit)
    return f"{value:.0f}" if value >= _SMALL else f"{value:.1f}"


def estimate_words(kg: float, unit: LoadUnit) -> str:
    """An estimate with its unit."""
    return f"{estimate_number(kg, unit)}{words.THIN}{unit}"


def estimate_range(lo_kg: float, hi_kg: float, unit: LoadUnit) -> str:
    """A range of estimates with an en dash; one number if both ends read the same.

    >>> estimate_range(112.5, 119, LoadUnit.KG), estimate_range(100, 100.2, LoadUnit.KG)
    ('112–119\\u202fkg', '100\\u202fkg')
    """
    lo, hi = estimate_number(lo_kg, unit), estimate_number(hi_kg, unit)
    return f"{lo}{words.THIN}{unit}" if lo == hi else f"{lo}–{hi}{words.THIN}{unit}"


def load_in(load: Load, unit: LoadUnit) -> str:
    """A load in the person's unit; one typed in the other unit is converted to tenths, with what was typed behind it.

    >>> load_in(Load(Decimal("122.5"), LoadUnit.KG), LoadUnit.KG)
    '122.5\\u202fkg'
    >>> load_in(Load(Decimal(135), LoadUnit.LB), LoadUnit.KG)
    '61.2\\u202fkg (135\\u202flb)'
    """
    if load.unit is unit:
        return words.load_words(load)
    return f"{plain(load.in_unit(unit).quantize(_TENTH))}{words.THIN}{unit} ({words.load_words(load)})"


def sets_in(sets: Sequence[LoggedSet], unit: LoadUnit) -> str:
    """Sets of repetitions in one line, those with the same load together, as ``120 kg × 8, 8, 7; 100 kg × 10``."""
    groups = []
    for load, group in groupby(sets, key=lambda entry: entry.load):
        reps = ", ".join(str(entry.reps) for entry in group)
        has_load = load is not None and load.value != 0
        groups.append(f"{load_in(load, unit)} {words.TIMES} {reps}" if load and has_load else f"{reps} reps")
    return "; ".join(groups)


def signed_percent(share: float, digits: int = 1) -> str:
    """A share as a percentage with its sign, a true minus, and no sign for zero.

    >>> signed_percent(0.0061), signed_percent(-0.0149), signed_percent(0.0001)
    ('+0.6\\u202f%', '−1.5\\u202f%', '0.0\\u202f%')
    """
    number = f"{abs(100 * share):.{digits}f}"
    if float(number) == 0:
        return f"{number}{words.THIN}%"
    return f"{'+' if share > 0 else MINUS}{number}{words.THIN}%"


def percent(share: float) -> str:
    """A share as a percentage without a needless decimal.

    >>> percent(0.042), percent(0.03)
    ('4.2\\u202f%', '3\\u202f%')
    """
    return f"{round(100 * share, 1):g}{words.THIN}%"


def sets_number(credit: float) -> str:
    """A count of weighted sets: halves as they are.

    >>> sets_number(8.5), sets_number(9.0)
    ('8.5', '9')
    """
    return f"{credit:g}"


def weekday_words(day: date) -> str:
    """A day with its weekday.

    >>> weekday_words(date(2026, 11, 22))
    'Sunday 22 November'
    """
    return f"{WEEKDAYS[day.weekday()]} {day.day} {day:%B}"


def ago_words(days: int) -> str:
    """How long ago a day was.

    >>> ago_words(0), ago_words(1), ago_words(12)
    ('today', 'yesterday', '12 days ago')
    """
    return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")


def listed(parts: Sequence[str]) -> str:
    """Parts as people list them.

    >>> listed(["Monday"]), listed(["Monday", "Thursday", "Saturday"])
    ('Monday', 'Monday, Thursday and Saturday')
    """
    return parts[-1] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""
