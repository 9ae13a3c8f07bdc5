"""What one workout is meant to hold: the plan beside the record, kept from its start on."""

from dataclasses import dataclass

from hamcore.model.exercise import Prescription
from hamcore.model.log import Workout


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One exercise of a workout. ``prescription`` None for one the person added without a plan.

    ``superset``: items with the same number above 0 are done in turn, 0 stands alone. ``swapped_for`` is the exercise
    key the routine names here, empty if it was not swapped. ``is_skipped``: the person leaves it out this time.
    ``is_added``: the person put it into the workout, so they can take it out again.
    """

    exercise: str
    prescription: Prescription | None
    superset: int = 0
    swapped_for: str = ""
    is_skipped: bool = False
    is_added: bool = False


@dataclass(frozen=True, slots=True)
class WorkoutPlan:
    """A workout that was started, with what is planned for it in order.

    It is stored when the workout is started, so that it outlives the browser and the server; the workout itself reaches
    the log with its first set. ``is_open`` until the person finishes. ``is_deload``: half the sets on purpose.
    """

    workout: Workout
    items: tuple[PlanItem, ...]
    is_open: bool = True
    is_deload: bool = False
