"""A routine as plain values (texts, numbers, lists, tables) and back: what the share file and the store write.

An exercise goes by its key: the id of a definition, or ``name:`` and the person's own name. Whether a definition of
that id exists is not asked here: the file may come from another version, the stored text from an older one.
"""

from collections.abc import Iterator, Mapping, Sequence

from hamcore.catalog.exercises import prescription
from hamcore.catalog.fields import Fields
from hamcore.dates import Weekday
from hamcore.model.exercise import Prescription, Progression, ProgressionKind
from hamcore.model.log import OWN_NAME, SetType
from hamcore.model.routine import TECHNIQUES, Routine, RoutineDay, Slot, StretchSlot
from hamcore.problems import Problem
from hamcore.units import Load, LoadUnit, parse_decimal, plain

MAX_ITEMS = 20
"""The most exercises and stretches on one day."""
MAX_NAME = 120
"""The longest name of a routine, and the longest key of an exercise, in characters."""
MAX_DAY_NAME = 40
MAX_STEP = 100
"""The largest own step of a progression, in either unit; the smallest is anything above 0."""


def routine_values(routine: Routine) -> dict[str, object]:
    """The routine as values that JSON can hold; equal routines give equal values. What says nothing is left out.

    >>> routine_values(Routine("mine", "My week", "", ()))
    {'id': 'mine', 'name': 'My week'}
    """
    values = {
        "id": routine.routine_id,
        "name": routine.name,
        "why": routine.why,
        "sources": list(routine.sources),
        "days": [_day_values(day) for day in routine.days],
    }
    return {key: value for key, value in values.items() if value}


def routine_from(values: Mapping[str, object], where: str, *, place: str = "") -> tuple[Routine | None, list[Problem]]:
    """The routine in ``values``, or None and everything that is wrong with them. Never raises.

    ``where`` names the file in the problems; ``place`` is what leads to ``values`` in it, such as ``routine.``.

    >>> routine, problems = routine_from({"id": "mine", "name": "My week", "days": [{"weekday": "Someday"}]}, "a file")
    >>> print(problems[0])
    a file: days[1].weekday: is 'Someday'; allowed are monday, tuesday, wednesday, thursday, friday, saturday, sunday
    """
    fields = Fields(values, where, {}, prefix=place)
    days = [_day(day) for day in _tables(fields, "days")]
    weekdays = [day.weekday for day in days]
    if fields.is_sound and len(set(weekdays)) < len(weekdays):  # an unknown weekday was read as Monday
        fields.note("days", "has a weekday twice; each may be there once")
    routine = Routine(
        routine_id=fields.text("id", longest=MAX_NAME),
        name=fields.text("name", longest=MAX_NAME),
        why=fields.text("why", default=""),
        days=tuple(days),
        sources=fields.texts("sources", default=()),
    )
    problems = fields.finish()
    return (routine if fields.is_sound and not problems else None), problems


def _day_values(day: RoutineDay) -> dict[str, object]:
    values = {
        "weekday": day.weekday.name.lower(),
        "name": day.name,
        "items": [_item_values(item) for item in day.items],
    }
    return {key: value for key, value in values.items() if value}


def _item_values(item: Slot | StretchSlot) -> dict[str, object]:
    if isinstance(item, Slot):
        return {key: value for key, value in _slot_values(item) if value}
    span = item.hold_s or item.reps
    ends = [span.lo, span.hi] if span else []
    return {"stretch": item.stretch_id, "rounds": item.rounds, ("hold_s" if item.hold_s else "reps"): ends}


def _slot_values(slot: Slot) -> Iterator[tuple[str, object]]:
    planned = slot.prescription
    tempo = planned.tempo
    yield "exercise", slot.exercise_id
    yield "sets", planned.sets
    yield "reps", [planned.reps.lo, planned.reps.hi]
    yield "rest_s", [planned.rest_s.lo, planned.rest_s.hi]
    yield "tempo", [tempo.lower_s, tempo.bottom_s, tempo.lift_s, tempo.top_s]
    yield "progression", planned.progression and _progression_values(planned.progression)
    yield "technique", slot.technique and slot.technique.value
    yield "superset", slot.superset
    yield "alternatives", list(slot.alternatives)


def _progression_values(one: Progression) -> dict[str, object]:
    values: dict[str, object] = {"kind": one.kind.value, "exposures": one.exposures}
    return values | ({"step": f"{plain(one.step.value)} {one.step.unit.value}"} if one.step else {})


def _tables(fields: Fields, key: str) -> Sequence[Fields]:
    return fields.tables(key) if fields.has(key) else ()


def _day(fields: Fields) -> RoutineDay:
    items = tuple(_item(item) for item in _tables(fields, "items"))
    if len(items) > MAX_ITEMS:
        fields.note("items", f"has {len(items)} entries; allowed are {MAX_ITEMS}")
    return RoutineDay(fields.text("name", default="", longest=MAX_DAY_NAME), fields.choice("weekday", Weekday), items)


def _item(fields: Fields) -> Slot | StretchSlot:
    if not fields.has("stretch"):
        return _slot(fields)
    # As in the definitions: repetitions make a moving stretch, else a hold is asked for.
    moving = fields.has("reps")
    return StretchSlot(
        stretch_id=fields.text("stretch", longest=MAX_NAME),
        rounds=fields.whole("rounds", 1, 10),
        hold_s=None if moving else fields.bounds("hold_s", 5, 300),
        reps=fields.bounds("reps", 1, 50) if moving else None,
    )


def _slot(fields: Fields) -> Slot:
    planned = prescription(fields)
    return Slot(
        exercise_id=_key(fields),
        prescription=Prescription(planned.sets, planned.reps, planned.rest_s, planned.tempo, _progression(fields)),
        alternatives=_alternatives(fields),
        superset=fields.whole("superset", 1, MAX_ITEMS) if fields.has("superset") else 0,
        technique=_technique(fields) if fields.has("technique") else None,
    )


def _key(fields: Fields) -> str:
    key = fields.text("exercise", longest=MAX_NAME)
    if key.startswith(OWN_NAME) and not key.removeprefix(OWN_NAME).strip():
        fields.note("exercise", f"has no name after {OWN_NAME}")
    return key


def _alternatives(fields: Fields) -> tuple[str, ...]:
    keys = fields.texts("alternatives", default=())
    if len(keys) > MAX_ITEMS or any(len(key) > MAX_NAME for key in keys):
        fields.note("alternatives", f"allowed are {MAX_ITEMS} exercises of at most {MAX_NAME} characters")
    return keys


def _technique(fields: Fields) -> SetType:
    technique = fields.choice("technique", SetType)
    if technique not in TECHNIQUES:
        fields.note("technique", f"is {technique.value!r}; allowed are {', '.join(TECHNIQUES)}")
    return technique


def _progression(fields: Fields) -> Progression | None:
    if not fields.has("progression"):
        return None
    inner = fields.table("progression")
    return Progression(inner.choice("kind", ProgressionKind), inner.whole("exposures", 1, 2), _step(inner))


def _step(fields: Fields) -> Load | None:
    if not fields.has("step"):
        return None
    text = fields.text("step")
    number, _, unit = text.partition(" ")
    value = parse_decimal(number)
    if value is None or not 0 < value <= MAX_STEP or unit not in set(LoadUnit):
        fields.note("step", f"is {text!r}; a number above 0 and at most {MAX_STEP} with its unit is needed, as 2.5 kg")
        return None
    return Load(value, LoadUnit(unit))
