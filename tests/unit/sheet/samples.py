"""Sheets to draw: shipped ones, and one with hostile and long texts."""

from dataclasses import replace

from hamcore.dates import Weekday
from hamcore.model.exercise import Bounds
from hamcore.model.log import SetType
from hamcore.model.routine import Routine, RoutineDay, Slot, StretchSlot
from tests.unit.shipped import shipped

CATALOG = shipped()
SPLIT = CATALOG.routines["article_split"]


def slot(key: str, sets: int = 3, **more: object) -> Slot:
    known = CATALOG.exercises.get(key, CATALOG.exercises["romanian_deadlift"])
    return Slot(key, replace(known.prescription, sets=sets), **more)  # type: ignore[arg-type]


BUSY = Routine(
    "busy",
    'A <script>alert("1")</script> week & more of it than a title line can ever hold, 漢字 and 😀 too',
    "Because <b>everything</b> & “all” has to be on it.",
    (
        RoutineDay(
            "Heavy",
            Weekday.MONDAY,
            (
                slot("barbell_deadlift"),
                slot("seated_leg_curl", superset=1, technique=SetType.REST_PAUSE),
                slot("ball_leg_curl", superset=1),
                slot("name:Меня зовут штанга с очень длинным именем"),
                StretchSlot("lying_towel_stretch", 10, hold_s=Bounds(15, 30)),
            ),
        ),
        RoutineDay("", Weekday.WEDNESDAY, (slot("single_leg_romanian_deadlift"), slot("nordic_curl", 10))),
        RoutineDay("", Weekday.SUNDAY, tuple(map(slot, sorted(CATALOG.exercises)[:6]))),
    ),
)
FULL = Routine("full", "Full", "", tuple(RoutineDay("", day, 20 * (slot("nordic_curl", 10),)) for day in Weekday))
"""As much as a routine can hold: seven days of twenty exercises of ten sets."""
EMPTY = Routine("empty", "Nothing yet", "", ())
