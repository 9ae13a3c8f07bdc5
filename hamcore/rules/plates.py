"""Which plates go on each side of a bar, found by an exact search over the plates a person owns."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from functools import lru_cache

from hamcore.model.settings import Plate
from hamcore.units import KG_PER_LB, Load, LoadUnit, plain

HEAVIEST_KG = 1000
"""No bar is loaded beyond this."""

MOST_SUMS = 50_000
"""Past this many different weights for one side the lightest kinds of plates are left out, so the search stays short.

A usual gym makes about 120, a mix of kilogram and pound plates about 13 000.
"""

_HUNDREDTH = Decimal("0.01")
# Whole numbers of 10^-11 kg hold thousandths of a kilogram and of a pound alike, exactly.
_PER_KG = 10**11
_DIGITS = Decimal("0.001")

# A way to load a side is one whole number, the smaller the better: the plates in all, then, against it, how many of
# each kind, the heaviest kind in front. Adding a plate adds a number, and comparing two ways compares two numbers.
_BASE = 64
_MOST_KINDS = 20
_ONE_PLATE = _BASE**_MOST_KINDS


@dataclass(frozen=True, slots=True)
class PlateAnswer:
    """What to put on each side, or the nearest loads that can be made.

    ``per_side`` is heaviest first, empty for the bar alone and where ``is_exact`` is false. ``below`` and ``above``
    are the nearest loads that can be made, in the unit that was asked for to hundredths; None where there is none, and
    where the load itself can be made.
    """

    per_side: tuple[Load, ...]
    is_exact: bool
    below: Load | None = None
    above: Load | None = None


def plates_per_side(load: Load, bar: Load, plates: Iterable[Plate]) -> PlateAnswer:
    """The plates for ``load``, as few as can be and of these the heaviest first.

    A load counts as made when it reads the same to a hundredth of its unit, as people see it. Plates in kilograms and
    in pounds may be mixed.

    >>> kg = lambda number: Load(Decimal(number), LoadUnit.KG)
    >>> owned = [Plate(kg(15), 1), Plate(kg(10), 2), Plate(kg("2.5"), 1)]
    >>> [str(plate.value) for plate in plates_per_side(kg(60), kg(20), owned).per_side]
    ['10', '10']
    >>> answer = plates_per_side(kg(63), kg(20), owned)
    >>> answer.is_exact, str(answer.below.value), str(answer.above.value)
    (False, '60', '65')
    """
    kinds = _heaviest_first(plates)
    makeable = makeable_loads(bar, kinds, load.unit)
    wanted = shown(load.value)
    if wanted in makeable:
        return PlateAnswer(tuple(_picked(makeable[wanted], kinds)), is_exact=True)
    below = max((value for value in makeable if value < wanted), default=None)
    above = min((value for value in makeable if value > wanted), default=None)
    return PlateAnswer((), is_exact=False, below=_load(below, load.unit), above=_load(above, load.unit))


@lru_cache(maxsize=64)
def makeable_loads(bar: Load, plates: tuple[Plate, ...], unit: LoadUnit) -> Mapping[Decimal, int]:
    """Every load in ``unit`` (to hundredths) that bar and plates make; the value encodes the best way to do so."""
    per_unit = _PER_KG if unit is LoadUnit.KG else _whole(Load(Decimal(1), LoadUnit.LB))
    found: dict[Decimal, int] = {}
    for side, way in _sides(_heaviest_first(plates), (HEAVIEST_KG * _PER_KG - _whole(bar)) // 2).items():
        value = shown(Decimal(_whole(bar) + 2 * side) / per_unit)
        found[value] = min(way, found.get(value, way))
    return found


def shown(value: Decimal) -> Decimal:
    """A number of kilograms or pounds as people see it: hundredths, without trailing zeros.

    >>> str(shown(Decimal("132.2773"))), str(shown(Decimal("60.00")))
    ('132.28', '60')
    """
    return plain(value.quantize(_HUNDREDTH, rounding=ROUND_HALF_EVEN))


def _sides(plates: tuple[Plate, ...], heaviest: int) -> dict[int, int]:
    """Each weight one side can have, with the best way to make it: the fewest plates, then the heaviest first."""
    sums = {0: 0}
    for place, plate in enumerate(plates):
        one_more = _ONE_PLATE - _BASE ** (_MOST_KINDS - 1 - place)
        grown = dict(sums)
        for count in range(1, min(plate.pairs, _BASE - 1) + 1):
            weight, cost = count * _whole(plate.load), count * one_more
            for before, way in sums.items():
                side = before + weight
                if side <= heaviest and way + cost < grown.get(side, way + cost + 1):
                    grown[side] = way + cost
            if len(grown) > MOST_SUMS:
                return sums
        sums = grown
    return sums


def _picked(way: int, plates: tuple[Plate, ...]) -> Iterator[Load]:
    """The plates of a way, heaviest first."""
    counts = -way % _ONE_PLATE
    for place, plate in enumerate(plates):
        yield from [plate.load] * (counts // _BASE ** (_MOST_KINDS - 1 - place) % _BASE)


def _heaviest_first(plates: Iterable[Plate]) -> tuple[Plate, ...]:
    """At most ``_MOST_KINDS`` kinds; the settings allow no more."""
    return tuple(sorted(plates, key=lambda plate: -_whole(plate.load))[:_MOST_KINDS])


def _whole(load: Load) -> int:
    """A load as a whole number of 10^-11 kg, after rounding to a thousandth of its unit."""
    value = load.value.quantize(_DIGITS, rounding=ROUND_HALF_EVEN)
    return int(value * (1 if load.unit is LoadUnit.KG else KG_PER_LB) * _PER_KG)


def _load(value: Decimal | None, unit: LoadUnit) -> Load | None:
    return None if value is None else Load(value, unit)
