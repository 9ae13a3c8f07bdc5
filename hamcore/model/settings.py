"""What one person set: unit, body weight, week, bar, plates, steps of other equipment, formula, routine, comparison."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from hamcore.dates import Weekday
from hamcore.units import Load, LoadUnit

EARLIEST_BIRTH, LATEST_BIRTH = 1900, 2100
"""Years of birth that can be kept, both inside."""


class Sex(StrEnum):
    """Which of the two tables of a sport a person wants to be compared with; no rule of training depends on it."""

    FEMALE = "F"
    MALE = "M"


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


@dataclass(frozen=True, slots=True)
class Steps:
    """The smallest change of load on equipment that is not loaded with plates; one dumbbell, one stack."""

    dumbbell: Load
    machine: Load
    cable: Load


_BAR = Load(Decimal(20), LoadUnit.KG)
_PLATES = _kg(("25", 2), ("20", 2), ("15", 1), ("10", 2), ("5", 2), ("2.5", 2), ("1.25", 2))
_KG_STEPS = ("2", "5", "2.5")
_LB_STEPS = ("5", "10", "5")
_KG_KETTLEBELLS = ("4", "8", "12", "16", "20", "24", "28", "32", "36", "40", "44", "48")
_LB_KETTLEBELLS = ("9", "18", "26", "35", "44", "53", "62", "70", "80", "88", "97", "106")
"""The same bells as they are marked in pounds."""


def usual_steps(unit: LoadUnit) -> Steps:
    """The steps of a usual gym in ``unit``.

    >>> usual_steps(LoadUnit.LB).machine
    Load(value=Decimal('10'), unit=<LoadUnit.LB: 'lb'>)
    """
    values = _KG_STEPS if unit is LoadUnit.KG else _LB_STEPS
    return Steps(*(Load(Decimal(value), unit) for value in values))


def usual_kettlebells(unit: LoadUnit) -> tuple[Load, ...]:
    """The kettlebells of a usual gym, lightest first."""
    values = _KG_KETTLEBELLS if unit is LoadUnit.KG else _LB_KETTLEBELLS
    return tuple(Load(Decimal(value), unit) for value in values)


@dataclass(frozen=True, slots=True)
class Settings:
    """One person's settings; the defaults are a usual gym in kilograms.

    A step of None and no kettlebells at all stand for those of a usual gym in the person's unit: see `steps` and
    `owned_kettlebells`.
    """

    load_unit: LoadUnit = LoadUnit.KG
    body_weight: Load | None = None
    week_start: Weekday = Weekday.MONDAY
    bar: Load = _BAR
    plates: tuple[Plate, ...] = _PLATES
    formula: Formula = Formula.EPLEY
    routine_id: str = "article_split"
    dumbbell_step: Load | None = None
    """Per hand."""
    machine_step: Load | None = None
    cable_step: Load | None = None
    kettlebells: tuple[Load, ...] = ()
    sex: Sex | None = None
    """For the comparison with meet lifters alone, which is off without it."""
    birth_year: int | None = None
    """For that comparison alone."""

    @property
    def steps(self) -> Steps:
        """The steps that hold: the person's own, else the usual ones of the unit."""
        usual = usual_steps(self.load_unit)
        return Steps(
            dumbbell=self.dumbbell_step or usual.dumbbell,
            machine=self.machine_step or usual.machine,
            cable=self.cable_step or usual.cable,
        )

    @property
    def owned_kettlebells(self) -> tuple[Load, ...]:
        """The kettlebells that can be used, lightest first."""
        return self.kettlebells or usual_kettlebells(self.load_unit)
