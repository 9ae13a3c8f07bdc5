"""Which loads a person's equipment can make for an exercise: rounding to them and stepping between them."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from hamcore.model.exercise import Exercise, LoadKind
from hamcore.model.settings import Plate, Settings
from hamcore.rules.plates import HEAVIEST_KG, makeable_loads, shown
from hamcore.units import Load, LoadUnit

BARS = frozenset(("barbell", "smith_machine", "trap_bar"))
"""Equipment that is loaded with plates."""


class Direction(StrEnum):
    """Which way to round."""

    NEAREST = "nearest"
    """A tie goes to the lower load."""
    DOWN = "down"
    UP = "up"


@dataclass(frozen=True, slots=True)
class Loadable:
    """The loads that can be made, in the person's unit: ``values`` to hundredths, ascending, never empty.

    A load in the other unit is converted first. Below the lightest load the lightest is taken, above the heaviest the
    heaviest, whatever the direction.
    """

    values: tuple[Decimal, ...]
    unit: LoadUnit

    def round(self, load: Load, direction: Direction = Direction.NEAREST) -> Load:
        """The load that can be made next to ``load``.

        >>> stack = Loadable(tuple(map(Decimal, (5, 10, 15))), LoadUnit.KG)
        >>> [str(stack.round(Load(Decimal(12), LoadUnit.KG), way).value) for way in Direction]
        ['10', '10', '15']
        >>> str(stack.round(Load(Decimal("12.5"), LoadUnit.KG)).value)
        '10'
        """
        value = load.in_unit(self.unit)
        lower = self.values[max(bisect_right(self.values, value) - 1, 0)]
        upper = self.values[min(bisect_left(self.values, value), len(self.values) - 1)]
        if direction is Direction.DOWN:
            return Load(lower, self.unit)
        if direction is Direction.UP:
            return Load(upper, self.unit)
        return Load(upper if upper - value < value - lower else lower, self.unit)

    def step_up(self, load: Load) -> Load | None:
        """The next heavier load, None if there is none.

        >>> stack = Loadable(tuple(map(Decimal, (5, 10, 15))), LoadUnit.KG)
        >>> stack.step_up(Load(Decimal(10), LoadUnit.KG)).value, stack.step_up(Load(Decimal(15), LoadUnit.KG))
        (Decimal('15'), None)
        """
        place = bisect_right(self.values, self._shown(load))
        return Load(self.values[place], self.unit) if place < len(self.values) else None

    def step_down(self, load: Load) -> Load | None:
        """The next lighter load, None if there is none."""
        place = bisect_left(self.values, self._shown(load)) - 1
        return Load(self.values[place], self.unit) if place >= 0 else None

    def is_loadable(self, load: Load) -> bool:
        """Whether ``load`` can be made, read to a hundredth."""
        value = self._shown(load)
        place = bisect_left(self.values, value)
        return place < len(self.values) and self.values[place] == value

    def around(self, load: Load, count: int) -> tuple[Load, ...]:
        """Up to ``count`` loads on either side of ``load`` and the loads it lies on, ascending: buttons go by these."""
        value = self._shown(load)
        first = max(bisect_left(self.values, value) - count, 0)
        last = bisect_right(self.values, value) + count
        return tuple(Load(one, self.unit) for one in self.values[first:last])

    def _shown(self, load: Load) -> Decimal:
        return shown(load.in_unit(self.unit))


def loadable_for(exercise: Exercise | None, settings: Settings) -> Loadable:
    """What can be loaded for ``exercise``; None, an exercise nobody has defined, goes by a pair of the smallest plates.

    Bars take the bar and the plates; dumbbells, machines and cables multiples of their step; kettlebells the owned
    ones. Load on the body and on bands goes by single smallest plates from 0 on; help of a machine by its step from 0.

    >>> from hamcore.model.settings import Plate
    >>> kg = lambda number: Load(Decimal(number), LoadUnit.KG)
    >>> unknown = loadable_for(None, Settings(plates=(Plate(kg("1.25"), 1),)))
    >>> [str(value) for value in unknown.values[:3]]
    ['0', '2.5', '5']
    """
    unit = settings.load_unit
    if exercise is None:
        return _grid(_smallest_plate(settings, plates=2), unit, starts_at_none=True)
    helps_or_adds = exercise.load_kind in (LoadKind.BODY_WEIGHT, LoadKind.ASSISTED)
    if exercise.equipment in BARS and not helps_or_adds:
        return _made_of_plates(settings.bar, settings.plates, unit)
    if exercise.equipment == "kettlebell":
        return _owned(settings.owned_kettlebells, unit)
    step_of = _STEPS.get(exercise.equipment)
    step = step_of(settings) if step_of else _smallest_plate(settings, plates=1)
    return _grid(step, unit, starts_at_none=helps_or_adds or step_of is None)


def _smallest_plate(settings: Settings, plates: int) -> Load:
    """So many of the smallest plate; without any plates those of a usual gym."""
    owned = settings.plates or Settings().plates
    smallest = min((plate.load for plate in owned), key=lambda load: load.kg)
    return Load(plates * smallest.value, smallest.unit)


@lru_cache(maxsize=64)
def _made_of_plates(bar: Load, plates: tuple[Plate, ...], unit: LoadUnit) -> Loadable:
    return Loadable(tuple(sorted(makeable_loads(bar, plates, unit))), unit)


def _owned(loads: tuple[Load, ...], unit: LoadUnit) -> Loadable:
    return Loadable(tuple(sorted({shown(load.in_unit(unit)) for load in loads})), unit)


@lru_cache(maxsize=64)
def _grid(step: Load, unit: LoadUnit, *, starts_at_none: bool) -> Loadable:
    """Multiples of ``step``, each converted by itself so that rounding does not add up."""
    count = int(HEAVIEST_KG / step.in_unit(LoadUnit.KG))
    first = 0 if starts_at_none else 1
    return Loadable(
        tuple(shown(Load(step.value * place, step.unit).in_unit(unit)) for place in range(first, count + 1)), unit
    )


_STEPS: Mapping[str, Callable[[Settings], Load]] = {
    "dumbbell": lambda settings: settings.steps.dumbbell,
    "machine": lambda settings: settings.steps.machine,
    "cable": lambda settings: settings.steps.cable,
}
