"""Loads and lengths with their unit, exactly as a person typed them, and the conversions between units."""

import re
from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum

KG_PER_LB = Decimal("0.45359237")
"""Kilograms in one avoirdupois pound, exact by definition."""

_PLAIN_DECIMAL = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,12})?", re.ASCII)


class LoadUnit(StrEnum):
    """The two units a load can be typed in."""

    KG = "kg"
    LB = "lb"


@dataclass(frozen=True, slots=True)
class Load:
    """A load as typed: the number and its unit. Two loads are equal only if both are.

    ``marked`` is how the equipment that makes the load is marked, where its number in ``unit`` is a conversion of that
    (rounded to hundredths): 225.97 lb, made of a bar and plates of 102.5 kg. It never tells two loads apart.

    >>> Load(Decimal("135"), LoadUnit.LB).in_unit(LoadUnit.KG)
    Decimal('61.23496995')
    """

    value: Decimal
    unit: LoadUnit
    marked: "Load | None" = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Refuse infinities and not-a-number."""
        if not self.value.is_finite():
            raise ValueError(f"a load is a finite number, not {self.value}")

    def in_unit(self, unit: LoadUnit) -> Decimal:
        """The exact value in ``unit``, not rounded to anything loadable."""
        return convert(self.value, self.unit, unit)

    @property
    def kg(self) -> float:
        """The load in kilograms, for arithmetic."""
        return float(self.in_unit(LoadUnit.KG))


def convert(value: Decimal, unit: LoadUnit, to: LoadUnit) -> Decimal:
    """``value`` in ``unit`` as an exact value in the unit ``to`` (1 lb = 0.45359237 kg).

    >>> convert(Decimal("100"), LoadUnit.KG, LoadUnit.LB).quantize(Decimal("0.001"))
    Decimal('220.462')
    """
    if unit is to:
        return value
    return value * KG_PER_LB if unit is LoadUnit.LB else value / KG_PER_LB


def from_kg(kg: float, unit: LoadUnit) -> float:
    """Kilograms as a number in ``unit``, for arithmetic and drawing; not rounded.

    >>> from_kg(100.0, LoadUnit.KG), round(from_kg(100.0, LoadUnit.LB), 2)
    (100.0, 220.46)
    """
    return kg if unit is LoadUnit.KG else kg / float(KG_PER_LB)


def parse_decimal(text: str) -> Decimal | None:
    """The number in ``text`` (plain digits, optional minus and fraction), without trailing zeros; else None.

    Exponents, underscores, thousands separators, ``nan`` and non-ASCII digits are refused.

    >>> parse_decimal("120.0"), parse_decimal("62.50"), parse_decimal("1e3"), parse_decimal("nan")
    (Decimal('120'), Decimal('62.5'), None, None)
    """
    if _PLAIN_DECIMAL.fullmatch(text) is None:
        return None
    return plain(Decimal(text))


def plain(value: Decimal) -> Decimal:
    """``value`` without trailing zeros and without an exponent.

    >>> str(plain(Decimal("1.200E+2")))
    '120'
    """
    normal = value.normalize() + 0  # the sum turns minus zero into zero
    exponent = normal.as_tuple().exponent
    return normal.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else normal


def round_to_step(value: Decimal, step: Decimal) -> Decimal:
    """``value`` rounded to a multiple of ``step``; a tie goes to the even multiple. Raises ValueError if step <= 0.

    >>> round_to_step(Decimal("61.2"), Decimal("2.5"))
    Decimal('60.0')
    """
    if step <= 0:
        raise ValueError(f"a step is more than 0, not {step}")
    return (value / step).quantize(Decimal(1), rounding=ROUND_HALF_EVEN) * step
