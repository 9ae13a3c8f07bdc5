"""Where a deadlift would sit among people who entered a powerlifting meet: a lookup in a table, never a level.

Competitors chose the sport and trained for a day, so the table says nothing about people who lift and do not compete.
Source: openpowerlifting.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from hamcore.model.settings import Sex

PERCENTILES = (5, 10, 25, 50, 75, 90, 95, 99)
"""The columns of the table; what lies between them is interpolated, what lies outside is not told."""
ADULT = 18
"""Years of age from which the comparison may be shown."""
ESTIMATE_SHARE = 0.05
"""An estimate from repetitions is read with this share to either side: it is no judged single."""
STEP_KG = 5.0
"""From one body weight of the table to the next."""


class Basis(StrEnum):
    """Which lift of each lifter the table holds; the first is the default."""

    FIRST_MEET = "first_meet"
    """The deadlift of the first raw meet."""
    BEST = "best"
    """The heaviest raw deadlift of any meet, which favours those who came back."""


class StandardRow(NamedTuple):
    """The loads in kilograms at `PERCENTILES` for one body weight, and how many lifters are within 2.5 kg of it."""

    body_weight_kg: float
    lifters: int
    loads_kg: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Standards:
    """The table by basis and sex, rows from light to heavy in steps of 5 kg, and the age factors by sex and age."""

    rows: Mapping[tuple[Basis, Sex], Sequence[StandardRow]]
    age_factors: Mapping[Sex, Mapping[int, float]]


class Band(NamedTuple):
    """The percentiles something lies between: ``low`` None is below the 5th, ``high`` None above the 99th."""

    low: int | None
    high: int | None


def may_compare(age: int | None) -> bool:
    """Whether the comparison may be shown: never under 18; an unknown age is an adult's.

    >>> may_compare(17), may_compare(18), may_compare(None)
    (False, True, True)
    """
    return age is None or age >= ADULT


def age_surely_reached(birth_year: int, year: int) -> int:
    """The age that anyone born in ``birth_year`` has on every day of ``year``.

    >>> age_surely_reached(2008, 2026), age_surely_reached(2007, 2026)
    (17, 18)
    """
    return year - birth_year - 1


def row_at(standards: Standards, basis: Basis, sex: Sex, body_weight_kg: float) -> StandardRow:
    """The loads at a body weight, interpolated between two rows; the ends of the table hold outside it.

    ``lifters`` are those of the nearer row (the lighter of two equally near), ``body_weight_kg`` is the one used.
    """
    rows = standards.rows[basis, sex]
    weight = min(max(body_weight_kg, rows[0].body_weight_kg), rows[-1].body_weight_kg)
    place = min(int((weight - rows[0].body_weight_kg) // STEP_KG), len(rows) - 2)
    lower, upper = rows[place], rows[place + 1]
    share = (weight - lower.body_weight_kg) / STEP_KG
    loads = tuple(a + share * (b - a) for a, b in zip(lower.loads_kg, upper.loads_kg, strict=True))
    return StandardRow(weight, (lower if share <= 0.5 else upper).lifters, loads)


def age_factor(standards: Standards, sex: Sex, age: int | None) -> float:
    """The median lift at an age as a share of that at 24 to 31; 14 and 80 hold beyond them, 1 for an unknown age."""
    factors = standards.age_factors[sex]
    return 1.0 if age is None else factors[min(max(age, min(factors)), max(factors))]


def percentile(row: StandardRow, load_kg: float) -> float | None:
    """The percentile of a load, interpolated between the columns; None below the 5th and above the 99th.

    >>> row = StandardRow(80, 9, (100, 110, 130, 150, 170, 190, 200, 220))
    >>> percentile(row, 120), percentile(row, 100), percentile(row, 99.9), percentile(row, 220.1)
    (17.5, 5.0, None, None)
    """
    loads = row.loads_kg
    if not loads[0] <= load_kg <= loads[-1]:
        return None
    place = min(bisect_right(loads, load_kg), len(loads) - 1)
    share = (load_kg - loads[place - 1]) / (loads[place] - loads[place - 1])
    below, above = PERCENTILES[place - 1], PERCENTILES[place]
    return below + share * (above - below)


def band(row: StandardRow, low_kg: float, high_kg: float) -> Band:
    """The columns that a range of loads lies between: the nearest at or below its low end and above its high end.

    >>> row = StandardRow(80, 9, (100, 110, 130, 150, 170, 190, 200, 220))
    >>> band(row, 112, 120), band(row, 108, 132), band(row, 96, 104), band(row, 215, 230)
    (Band(low=10, high=25), Band(low=5, high=50), Band(low=None, high=10), Band(low=95, high=None))
    """
    below, above = bisect_right(row.loads_kg, low_kg), bisect_right(row.loads_kg, high_kg)
    return Band(PERCENTILES[below - 1] if below else None, PERCENTILES[above] if above < len(PERCENTILES) else None)


def estimate_band(row: StandardRow, load_kg: float) -> Band:
    """The band of an estimate: the columns around it with `ESTIMATE_SHARE` to either side."""
    return band(row, load_kg * (1 - ESTIMATE_SHARE), load_kg * (1 + ESTIMATE_SHARE))
