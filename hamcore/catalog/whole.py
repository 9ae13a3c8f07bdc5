"""Checks of the definitions as a whole: nothing is left out, muscles and routines are possible, the article is kept."""

from collections.abc import Iterator

from hamcore.catalog.definitions import Catalog
from hamcore.model.exercise import Function, Mechanic
from hamcore.model.muscle import Belly, Joint
from hamcore.model.routine import Routine, RoutineDay, Slot, StretchSlot
from hamcore.problems import Problem

ARTICLE_ROUTINES = ("article_one_day", "article_split")
"""The two routines of the source article: 12 sets a week, which weigh 9 when a helper's set counts half."""

ARTICLE_RAW_SETS, ARTICLE_WEIGHTED_SETS = 12, 9.0

TWO_JOINT = frozenset(Belly) - {Belly.BICEPS_FEMORIS_SHORT_HEAD}
"""The bellies that cross hip and knee."""


def check_whole(catalog: Catalog, unsound: frozenset[str]) -> Iterator[Problem]:
    """The problems of the whole. ``unsound`` are the files with a problem of their own, not to be missed as well."""
    if not any(where.startswith("exercises/") for where in unsound):
        yield from _coverage(catalog)
    for belly in Belly:
        if belly not in catalog.muscles and f"muscles/{belly}.toml" not in unsound:
            yield Problem("muscles", f"hold no record of {belly}; each belly needs one")
    yield from _muscles(catalog)
    yield from _routines(catalog)
    for routine_id in ARTICLE_ROUTINES:
        where = f"routines/{routine_id}.toml"
        routine = catalog.routines.get(routine_id)
        if routine:
            yield from _article(routine, where, catalog)
        elif where not in unsound:
            yield Problem("routines", f"hold no {routine_id}.toml; the source article's routines are always shipped")


def _coverage(catalog: Catalog) -> Iterator[Problem]:
    """All four bellies and all functions have an exercise."""
    trained = {belly for one in catalog.exercises.values() if one.credits.raw for belly in one.bellies}
    for belly in Belly:
        if belly not in trained:
            yield Problem("exercises", f"hold no exercise that trains {belly}; each belly needs one")
    for function in Function:
        if all(one.function is not function for one in catalog.exercises.values()):
            yield Problem("exercises", f"hold no exercise with the function {function}; each needs one")


def _muscles(catalog: Catalog) -> Iterator[Problem]:
    """The shares make a whole, and only the short head leaves out the hip."""
    for belly, muscle in catalog.muscles.items():
        wanted = {Joint.HIP, Joint.KNEE} if belly in TWO_JOINT else {Joint.KNEE}
        if {*muscle.joints} != wanted:
            message = f"are not those it crosses: {', '.join(joint for joint in Joint if joint in wanted)}"
            yield Problem(f"muscles/{belly}.toml", message, column="joints")
    whole = sum(muscle.pcsa_share for muscle in catalog.muscles.values())
    if len(catalog.muscles) == len(Belly) and abs(whole - 1) > 0.005:
        yield Problem("muscles", f"have shares that add up to {whole:.3f}; they must add up to 1", column="pcsa_share")


def _routines(catalog: Catalog) -> Iterator[Problem]:
    """A routine uses a weekday once, and an exercise once a day."""
    for routine in catalog.routines.values():
        where = f"routines/{routine.routine_id}.toml"
        weekdays = [day.weekday for day in routine.days]
        for weekday in sorted({one for one in weekdays if weekdays.count(one) > 1}):
            yield Problem(
                where, f"plan two days on {weekday.name.lower()}; one day of training is one day", column="days"
            )
        for number, day in enumerate(routine.days, 1):
            ids = [item.exercise_id if isinstance(item, Slot) else item.stretch_id for item in day.items]
            for item_id in sorted({one for one in ids if ids.count(one) > 1}):
                message = f"has {item_id!r} twice; put the sets into one item"
                yield Problem(where, message, column=f"days[{number}].items")
            yield from _items(day, f"days[{number}].items", where, catalog)


def _items(day: RoutineDay, place: str, where: str, catalog: Catalog) -> Iterator[Problem]:
    """Stretches are done as defined, techniques stand on one-joint exercises, a superset has at least two members."""
    supersets = [slot.superset for slot in day.slots if slot.superset]
    for number, item in enumerate(day.items, 1):
        if isinstance(item, StretchSlot):
            stretch = catalog.stretches.get(item.stretch_id)
            if stretch and stretch.dynamic != (item.reps is not None):
                wanted = "in repetitions: write reps" if stretch.dynamic else "as a hold: write hold_s"
                yield Problem(where, f"has {item.stretch_id!r}, which is done {wanted}", column=f"{place}[{number}]")
            continue
        exercise = catalog.exercises.get(item.exercise_id)
        if item.technique and exercise and exercise.mechanic is Mechanic.COMPOUND:
            message = f"is for one-joint exercises, and {item.exercise_id!r} is a compound lift"
            yield Problem(where, message, column=f"{place}[{number}].technique")
        if item.superset and supersets.count(item.superset) == 1:
            message = f"is {item.superset}, and no other exercise of the day has it; a superset needs two"
            yield Problem(where, message, column=f"{place}[{number}].superset")


def _article(routine: Routine, where: str, catalog: Catalog) -> Iterator[Problem]:
    """The article's routines come to the article's sets a week."""
    if any(slot.exercise_id not in catalog.exercises for _, slot in routine.slots()):
        return
    raw, weighted = _weekly_sets(routine, catalog)
    if (raw, weighted) != (ARTICLE_RAW_SETS, ARTICLE_WEIGHTED_SETS):
        wanted = f"{ARTICLE_RAW_SETS} raw and {ARTICLE_WEIGHTED_SETS:g} weighted"
        message = f"come to {raw:g} raw and {weighted:g} weighted sets a week; the source article has {wanted}"
        yield Problem(where, message, column="days")


def _weekly_sets(routine: Routine, catalog: Catalog) -> tuple[float, float]:
    counted = [(slot.prescription.sets, catalog.exercises[slot.exercise_id].credits) for _, slot in routine.slots()]
    return sum(sets * one.raw for sets, one in counted), sum(sets * one.weighted for sets, one in counted)
