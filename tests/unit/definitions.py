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
    Stretch,
    Tempo,
)
from hamcore.model.muscle import Belly
from hamcore.model.routine import Routine, RoutineDay, Slot, StretchSlot

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


def stretch(stretch_id: str, name: str, hold_s: Bounds | None, *, nerve: bool = False) -> Stretch:
    return Stretch(
        stretch_id=stretch_id,
        name=name,
        aliases=(),
        dynamic=hold_s is None,
        nerve_technique=nerve,
        each_side=hold_s is None,
        hold_s=hold_s,
        reps=None if hold_s else Bounds(8, 10),
        rounds=Bounds(2, 4),
        days_per_week=Bounds(2, 3),
        how_to=(),
        mistakes=(),
        stop_signs=(),
        credit="",
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


FOLD = stretch("forward_bend", "Forward bend", Bounds(15, 30))
SCOOP = stretch("scoop", "Scoop", None)
FLOSS = stretch("floss", "Flossing", None, nerve=True)
HOLD = StretchSlot("forward_bend", 2, hold_s=Bounds(15, 30))
GLIDE = StretchSlot("scoop", 1, reps=Bounds(8, 10))

STRETCHES = {one.stretch_id: one for one in (FOLD, SCOOP, FLOSS)}

SPLIT = Routine(
    routine_id="article_split",
    name="Two days",
    why="",
    days=(
        _day("Day A", Weekday.MONDAY, DEADLIFT, CURL),
        _day("Day B", Weekday.THURSDAY, RDL, SWING),
        RoutineDay("Stretches", Weekday.TUESDAY, (HOLD,)),
        RoutineDay("Stretches", Weekday.SATURDAY, (HOLD, GLIDE)),
    ),
)
ONE_DAY = Routine(
    routine_id="article_one_day",
    name="One day",
    why="",
    days=(_day("Hamstrings", Weekday.WEDNESDAY, DEADLIFT, RDL, CURL, SWING),),
)

CATALOG = Catalog(
    exercises=EXERCISES,
    stretches=STRETCHES,
    muscles={},
    routines={routine.routine_id: routine for routine in (SPLIT, ONE_DAY)},
    sources={},
    ids_by_name={},
)
