"""What one person set: unit, body weight, week, bar, plates, formula, routine."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from hamcore.dates import Weekday
from hamcore.units import Load, LoadUnit


class Formula(StrEnum):
    """The seven equations that estimate a one-rep maximum from repetitions."""

    EPLEY = "epley"
    BRZYCKI = "brzycki"
    LANDER = "lander"
    LOMBARDI = "lombardi"
    MAYHEW = "mayhew"
    OCONNER = "oconner"
    WATHAN = "wathan"


@dataclass(frozen=True, slots=True)
class Plate:
    """A kind of plate and how many pairs of it the person owns."""

    load: Load
    pairs: int


def _kg(*rows: tuple[str, int]) -> tuple[Plate, ...]:
    return tuple(Plate(Load(Decimal(value), LoadUnit.KG), pairs) for value, pairs in rows)


_BAR = Load(Decimal(20), LoadUnit.KG)
_PLATES = _kg(("25", 2), ("20", 2), ("15", 1), ("10", 2), ("5", 2), ("2.5", 2), ("1.25", 2))


@dataclass(frozen=True, slots=True)
class Settings:
    """One person's settings; the defaults are a usual gym in kilograms."""

    load_unit: LoadUnit = LoadUnit.KG
    body_weight: Load | None = None
    week_start: Weekday = Weekday.MONDAY
    bar: Load = _BAR
    plates: tuple[Plate, ...] = _PLATES
    formula: Formula = Formula.EPLEY
    routine_id: str = "article_split"
