"""A small catalog for tests: four exercises and two routines, so that shipped definitions may change freely."""

from hamcore.catalog import Catalog
from hamcore.dates import Weekday
from hamcore.model.exercise import (
    Bounds,
    Exercise,
    Function,
    Laterality,
    LengthClass,
    LoadKind,
    Mechanic,
    Prescription,
    SetCredits,
    Tempo,
)
from hamcore.model.muscle import Belly
from hamcore.model.routine import Routine, RoutineDay, Slot

TWO_JOINT = tuple(belly for belly in Belly if belly is not Belly.BICEPS_FEMORIS_SHORT_HEAD)


def prescription(reps: tuple[int, int] = (6, 8), rest_s: tuple[int, int] = (120, 180)) -> Prescription:
    return Prescription(3, Bounds(*reps), Bounds(*rest_s), Tempo(2, 0, 1, 0))


def exercise(
    exercise_id: str,
    name: str,
    function: Function,
    weighted: float,
    *,
    length: LengthClass = LengthClass.LONG,
    bellies: tuple[Belly, ...] = TWO_JOINT,
    load_kind: LoadKind = LoadKind.EXTERNAL,
    planned: Prescription | None = None,
) -> Exercise:
    return Exercise(
        exercise_id=exercise_id,
        name=name,
        short_name=name.split()[-1].capitalize(),
        aliases=(),
        function=function,
        equipment="barbell",
        laterality=Laterality.BILATERAL,
        load_kind=load_kind,
        mechanic=Mechanic.COMPOUND,
        length_class=length,
        bellies=bellies,
        credits=SetCredits(1 if weighted else 0, weighted, min(weighted, 0.5), "test"),
        prescription=planned or prescription(),
        cues=(),
        mistakes=(),
        easier=(),
        harder=(),
        sources=(),
    )


DEADLIFT = exercise("barbell_deadlift", "Barbell deadlift", Function.HIP_HINGE, 0.5)
RDL = exercise("romanian_deadlift", "Romanian deadlift", Function.HIP_HINGE, 1, planned=prescription(rest_s=(120, 120)))
CURL = exercise(
    "seated_leg_curl",
    "Seated leg curl",
    Function.KNEE_FLEXION,
    1,
    bellies=tuple(Belly),
    planned=prescription((10, 12), (60, 90)),
)
SWING = exercise(
    "kettlebell_swing",
    "Kettlebell swing",
    Function.BALLISTIC_HINGE,
    0.5,
    length=LengthClass.MIDDLE,
    planned=prescription((12, 15), (60, 90)),
)
NORDIC = exercise("nordic_curl", "Nordic curl", Function.KNEE_FLEXION, 1, load_kind=LoadKind.BODY_WEIGHT)
ASSISTED = exercise("assisted_nordic", "Assisted Nordic", Function.KNEE_FLEXION, 1, load_kind=LoadKind.ASSISTED)
SQUAT = exercise("squat", "Squat", Function.OTHER, 0, length=LengthClass.NONE, bellies=())

EXERCISES = {one.exercise_id: one for one in (DEADLIFT, RDL, CURL, SWING, NORDIC, ASSISTED, SQUAT)}


def _day(name: str, weekday: Weekday, *exercises: Exercise) -> RoutineDay:
    return RoutineDay(name, weekday, tuple(Slot(one.exercise_id, one.prescription) for one in exercises))


SPLIT = Routine(
    routine_id="article_split",
    name="Two days",
    why="",
    days=(_day("Day A", Weekday.MONDAY, DEADLIFT, CURL), _day("Day B", Weekday.THURSDAY, RDL, SWING)),
    stretch_days=(Weekday.TUESDAY, Weekday.SATURDAY),
    sources=(),
)
ONE_DAY = Routine(
    routine_id="article_one_day",
    name="One day",
    why="",
    days=(_day("Hamstrings", Weekday.WEDNESDAY, DEADLIFT, RDL, CURL, SWING),),
    stretch_days=(),
    sources=(),
)

CATALOG = Catalog(
    exercises=EXERCISES,
    stretches={},
    muscles={},
    routines={routine.routine_id: routine for routine in (SPLIT, ONE_DAY)},
    sources={},
    ids_by_name={},
)
