"""A weekly plan: days of slots. It holds no personal numbers."""

from collections.abc import Iterator
from dataclasses import dataclass

from hamcore.dates import Weekday
from hamcore.model.exercise import Bounds, Prescription
from hamcore.model.log import SetType

TECHNIQUES = (SetType.DROP, SetType.REST_PAUSE, SetType.FORCED)
"""The kinds of last set that a plan may ask for: they save time, and none of them is meant for a compound lift."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One exercise on one day of a routine, with its prescription; any of ``alternatives`` may take its place.

    ``exercise_id`` is an exercise key: an id, or an own name. Slots of a day with the same ``superset`` above 0 are
    done in turn. ``technique`` is the kind of the last set (drop, rest-pause, forced), None for a plain one.
    """

    exercise_id: str
    prescription: Prescription
    alternatives: tuple[str, ...] = ()
    superset: int = 0
    technique: SetType | None = None


@dataclass(frozen=True, slots=True)
class StretchSlot:
    """One stretch on one day: ``rounds`` on each side, each held for ``hold_s`` seconds or done ``reps`` times.

    Exactly one of ``hold_s`` and ``reps`` is set.
    """

    stretch_id: str
    rounds: int
    hold_s: Bounds | None = None
    reps: Bounds | None = None

    def __post_init__(self) -> None:
        """Refuse a stretch that is both a hold and repetitions, or neither."""
        if (self.hold_s is None) == (self.reps is None):
            raise ValueError("a stretch is held or done in repetitions: exactly one of the two")


@dataclass(frozen=True, slots=True)
class RoutineDay:
    """One day of a routine and its weekday, with what is done on it in order."""

    name: str
    weekday: Weekday
    items: tuple[Slot | StretchSlot, ...]

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The exercises of the day, in order."""
        return tuple(item for item in self.items if isinstance(item, Slot))

    @property
    def stretches(self) -> tuple[StretchSlot, ...]:
        """The stretches of the day, in order."""
        return tuple(item for item in self.items if isinstance(item, StretchSlot))


@dataclass(frozen=True, slots=True)
class Routine:
    """A weekly plan. ``why`` says in one sentence why it is as it is.

    A weekday appears at most once. A day may hold stretches alone: it is then no training day.
    """

    routine_id: str
    name: str
    why: str
    days: tuple[RoutineDay, ...]
    sources: tuple[str, ...] = ()

    @property
    def training_days(self) -> tuple[RoutineDay, ...]:
        """The days with exercises."""
        return tuple(day for day in self.days if day.slots)

    @property
    def stretch_days(self) -> tuple[Weekday, ...]:
        """The weekdays with stretches."""
        return tuple(day.weekday for day in self.days if day.stretches)

    def slots(self) -> Iterator[tuple[RoutineDay, Slot]]:
        """Every exercise of the week with its day."""
        return ((day, slot) for day in self.days for slot in day.slots)
