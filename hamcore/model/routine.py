"""A weekly plan: days of slots. It holds no personal numbers."""

from dataclasses import dataclass

from hamcore.dates import Weekday
from hamcore.model.exercise import Prescription


@dataclass(frozen=True, slots=True)
class Slot:
    """One exercise on one day of a routine, with its prescription; any of ``alternatives`` may take its place."""

    exercise_id: str
    prescription: Prescription
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RoutineDay:
    """One training day of a routine and the weekday it is meant for."""

    name: str
    weekday: Weekday
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Routine:
    """A weekly plan. ``why`` says in one sentence why it is as it is."""

    routine_id: str
    name: str
    why: str
    days: tuple[RoutineDay, ...]
    stretch_days: tuple[Weekday, ...]
    sources: tuple[str, ...]
