"""What the parts of a routine are for the hamstrings: strength work, swings, the heaviest hinge, holds before it."""

from collections.abc import Iterator
from dataclasses import dataclass

from hamcore.dates import Weekday
from hamcore.model.exercise import Exercise, Function, LengthClass
from hamcore.model.routine import Routine, RoutineDay, Slot, StretchSlot
from hamcore.rules.schedule import Exercises, Stretches, is_heavy_hinge

LEAST_REST_S = 60
"""Rest between sets below this is shorter than what was found to help."""
LEAST_HOURS = 48
"""Hours between heavy hinges that coaches ask for; no study of it was found."""
LONG_HOLD_S = 60
"""Seconds a leg from which still holds cost strength in the minutes after."""
LEAST_STRETCH_DAYS = 2
LEAST_STRENGTH_DAYS = 2
STRENGTH = (Function.HIP_HINGE, Function.KNEE_FLEXION, Function.COMBINED)
"""The functions of slow work under load; a swing is power work."""


def is_strength(exercise: Exercise) -> bool:
    """Whether an exercise is slow work under load that counts for the hamstrings."""
    return exercise.function in STRENGTH and exercise.credits.weighted > 0


@dataclass(frozen=True, slots=True)
class Definitions:
    """The exercises and stretches by id that a check looks things up in."""

    exercises: Exercises
    stretches: Stretches

    def of(self, slot: Slot) -> Exercise | None:
        """The definition of a slot's exercise, None for an own name."""
        return self.exercises.get(slot.exercise_id)

    def function(self, slot: Slot) -> Function:
        """The function of a slot's exercise."""
        exercise = self.of(slot)
        return exercise.function if exercise else Function.OTHER

    def is_strength(self, slot: Slot) -> bool:
        """Whether a slot is slow work under load that counts for the hamstrings."""
        exercise = self.of(slot)
        return exercise is not None and is_strength(exercise)

    def is_hinge(self, slot: Slot) -> bool:
        """Whether a slot is a hip hinge that counts."""
        return self.is_strength(slot) and self.function(slot) is Function.HIP_HINGE

    def bends_knee(self, slot: Slot) -> bool:
        """Whether a slot bends the knee against a load, alone or with the hip."""
        return self.is_strength(slot) and not self.is_hinge(slot)

    def is_long(self, slot: Slot) -> bool:
        """Whether a slot loads the hamstrings at long lengths."""
        exercise = self.of(slot)
        return exercise is not None and self.is_strength(slot) and exercise.length_class is LengthClass.LONG

    def is_swing(self, slot: Slot) -> bool:
        """Whether a slot is power work at the hip."""
        return self.function(slot) is Function.BALLISTIC_HINGE

    def is_heavy(self, slot: Slot) -> bool:
        """Whether a slot is a heavy hinge."""
        return is_heavy_hinge(slot, self.exercises)

    def heaviness(self, slot: Slot) -> tuple[float, int]:
        """A key that is lower for the heavier of two heavy hinges.

        A hinge that counts half is a pull from the floor, which the whole body shares and which moves the most; then
        fewer repetitions mean more load.
        """
        exercise = self.of(slot)
        return (exercise.credits.weighted if exercise else 1, slot.prescription.reps.hi)

    def is_hold(self, item: Slot | StretchSlot) -> bool:
        """Whether an item is a stretch that is held."""
        return isinstance(item, StretchSlot) and item.hold_s is not None

    def is_stretching(self, item: Slot | StretchSlot) -> bool:
        """Whether an item is a stretch; a glide of a nerve is none."""
        if not isinstance(item, StretchSlot):
            return False
        stretch = self.stretches.get(item.stretch_id)
        return stretch is None or not stretch.nerve_technique


def indexed_slots(day: RoutineDay) -> Iterator[tuple[int, Slot]]:
    """The exercises of a day with their positions among its items."""
    return ((at, item) for at, item in enumerate(day.items) if isinstance(item, Slot))


def last_heavy(day: RoutineDay, known: Definitions) -> int | None:
    """The position of the last heavy hinge of a day, None without one."""
    return max((at for at, slot in indexed_slots(day) if known.is_heavy(slot)), default=None)


def first_out_of_order(day: RoutineDay, known: Definitions) -> tuple[int, int] | None:
    """Positions of the day's heaviest hinge and of the exercise that stands first in its place; None if it is first."""
    heavy = [(known.heaviness(slot), at) for at, slot in indexed_slots(day) if known.is_heavy(slot)]
    work = [(at, slot) for at, slot in indexed_slots(day) if known.is_strength(slot)]
    if not heavy:
        return None
    first_at, first = work[0]
    heaviest, at = min(heavy)
    if known.is_heavy(first) and known.heaviness(first) == heaviest:
        return None
    return at, first_at


def swings_before(day: RoutineDay, known: Definitions) -> tuple[int, ...]:
    """The positions of swings that come before a heavy hinge of the day."""
    last = last_heavy(day, known)
    return tuple(at for at, slot in indexed_slots(day) if last is not None and at < last and known.is_swing(slot))


def holds_before(day: RoutineDay, known: Definitions) -> tuple[tuple[int, ...], int]:
    """The positions of holds before the day's last heavy hinge, and their seconds a leg."""
    last = last_heavy(day, known)
    held = {
        at: item.rounds * item.hold_s.hi
        for at, item in enumerate(day.items)
        if last is not None and at < last and isinstance(item, StretchSlot) and item.hold_s
    }
    return tuple(held), sum(held.values())


def strength_days(routine: Routine, known: Definitions) -> tuple[RoutineDay, ...]:
    """The days with slow work under load for the hamstrings."""
    return tuple(day for day in routine.days if any(known.is_strength(slot) for slot in day.slots))


def stretching_days(routine: Routine, known: Definitions) -> tuple[Weekday, ...]:
    """The weekdays with a stretch that is no glide of a nerve."""
    return tuple(sorted(day.weekday for day in routine.days if any(map(known.is_stretching, day.items))))
