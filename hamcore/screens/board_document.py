"""What the weekly board receives and sends, and a routine as such a document.

The board is given the seven days, everything a card can be (the palette) and every word it shows; it sends back the
seven days. Numbers are whole, seconds are seconds, ranges are ``[lo, hi]`` with both ends inside.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypedDict

from hamcore.dates import Weekday
from hamcore.model.exercise import Bounds, Exercise, Function, LengthClass, Mechanic, Prescription, Stretch, Tempo
from hamcore.model.log import OWN_NAME
from hamcore.model.routine import Routine, Slot, StretchSlot
from hamcore.screens.board_words import PROGRESSION_WORDS, TECHNIQUE_WORDS, WORDS
from hamcore.screens.exercise_words import EQUIPMENT_WORDS, LENGTH_WORDS
from hamcore.screens.wording import FUNCTION_WORDS, WEEKDAYS
from hamcore.units import LoadUnit, plain

LIMITS: Mapping[str, tuple[int, int]] = {
    "sets": (1, 10),
    "reps": (1, 50),
    "rest_s": (0, 600),
    "tempo": (0, 60),
    "exposures": (1, 2),
    "hold_s": (5, 300),
    "rounds": (1, 10),
    "stretch_reps": (1, 50),
}
"""The lowest and highest number of each field of a card."""
MAX_STEP = 100
"""The largest own step of a progression, in either unit; the smallest is anything above 0."""
MAX_ITEMS = 20
"""The most cards on one day."""
MAX_NAME = 40
"""The longest name of a day, in characters."""
_ANY_STRETCH = "stretching"
_ARTICLE = "source_article"
_USUAL = Prescription(3, Bounds(8, 12), Bounds(60, 120), Tempo(2, 0, 1, 0))


class StepDocument(TypedDict):
    """An own step as typed, such as ``{"value": "2.5", "unit": "kg"}``."""

    value: str
    unit: str


class ExerciseEdit(TypedDict):
    """What a person can change on the card of an exercise.

    ``progression`` is empty for what is usual for the exercise (``exposures`` and ``step`` then say nothing),
    ``technique`` empty for a plain last set. Neighbours on a day with the same ``superset`` above 0 are done in turn.
    """

    sets: int
    reps: list[int]
    rest_s: list[int]
    tempo: list[int]
    progression: str
    exposures: int
    step: StepDocument | None
    technique: str
    superset: int
    alternatives: list[str]


class StretchEdit(TypedDict):
    """What a person can change on the card of a stretch. Exactly one of ``hold_s`` and ``reps`` is a range."""

    rounds: int
    hold_s: list[int] | None
    reps: list[int] | None


class ItemDocument(TypedDict):
    """One card. ``look``: in words, what a finding says about it, empty for nothing; ``marked``: drawn out for now."""

    kind: str
    key: str
    edit: ExerciseEdit | StretchEdit
    look: str
    marked: bool


class DayDocument(TypedDict):
    """One day, in the order of the person's week. ``weekday`` 0 is Monday; ``minutes`` in words, empty for none."""

    weekday: int
    label: str
    short: str
    name: str
    minutes: str
    items: list[ItemDocument]


class EntryDocument(TypedDict):
    """One thing a card can be. ``search``: every spelling; ``offered``: whether the palette lists it.

    ``unwise`` says in words why a technique does not suit it, empty where it does.
    """

    kind: str
    key: str
    name: str
    short: str
    function: str
    note: str
    search: str
    unwise: str
    defaults: ExerciseEdit | StretchEdit
    offered: bool


class Choice(TypedDict):
    """One value of a list with its word."""

    value: str
    word: str


class BoardDocument(TypedDict):
    """Everything the board shows. ``subject`` names the plan shown: another one begins another undo history.

    ``notice``: one sentence the board says aloud and shows, such as why an edit was not taken; empty for none.
    """

    subject: str
    days: list[DayDocument]
    palette: list[EntryDocument]
    functions: list[Choice]
    techniques: list[Choice]
    progressions: list[Choice]
    unit: str
    limits: dict[str, list[int]]
    words: dict[str, str]
    notice: str


Place = tuple[Weekday, int]
"""A card of a routine: its weekday and its position among the items of the day, from 0."""


@dataclass(frozen=True, slots=True)
class Remarks:
    """What the page adds to the cards: minutes in words by weekday, findings in words and marks by place."""

    minutes: Mapping[Weekday, str] = field(default_factory=dict)
    looks: Mapping[Place, str] = field(default_factory=dict)
    marked: frozenset[Place] = frozenset()
    notice: str = ""


def board_document(
    routine: Routine,
    palette: Sequence[EntryDocument],
    remarks: Remarks,
    *,
    unit: LoadUnit = LoadUnit.KG,
    first: Weekday = Weekday.MONDAY,
) -> BoardDocument:
    """The document of a routine. Own names on its cards need no entry in ``palette``."""
    known = {(entry["kind"], entry["key"]) for entry in palette}
    own = [own_entry(slot.exercise_id) for _, slot in routine.slots() if ("exercise", slot.exercise_id) not in known]
    return {
        "subject": routine.routine_id,
        "days": [_day(routine, Weekday((first + offset) % 7), remarks) for offset in range(7)],
        "palette": [*palette, *{entry["key"]: entry for entry in own}.values()],
        "functions": [{"value": function.value, "word": FUNCTION_WORDS[function]} for function in Function],
        "techniques": [{"value": value, "word": word} for value, word in TECHNIQUE_WORDS.items()],
        "progressions": [{"value": value, "word": word} for value, word in PROGRESSION_WORDS.items()],
        "unit": unit.value,
        "limits": {name: list(ends) for name, ends in LIMITS.items()}
        | {"step": [0, MAX_STEP], "items": [0, MAX_ITEMS], "name": [0, MAX_NAME]},
        "words": dict(WORDS),
        "notice": remarks.notice,
    }


def _day(routine: Routine, weekday: Weekday, remarks: Remarks) -> DayDocument:
    day = next((day for day in routine.days if day.weekday == weekday), None)
    items = [
        item_document(item, remarks.looks.get((weekday, at), ""), marked=(weekday, at) in remarks.marked)
        for at, item in enumerate(day.items if day else ())
    ]
    return {
        "weekday": weekday.value,
        "label": WEEKDAYS[weekday],
        "short": WEEKDAYS[weekday][:3],
        "name": day.name if day else "",
        "minutes": remarks.minutes.get(weekday, ""),
        "items": items,
    }


def item_document(item: Slot | StretchSlot, look: str = "", *, marked: bool = False) -> ItemDocument:
    """One card of a routine."""
    if isinstance(item, StretchSlot):
        edit = stretch_edit(item.rounds, item.hold_s, item.reps)
        return {"kind": "stretch", "key": item.stretch_id, "edit": edit, "look": look, "marked": marked}
    return {"kind": "exercise", "key": item.exercise_id, "edit": exercise_edit(item), "look": look, "marked": marked}


def exercise_edit(slot: Slot) -> ExerciseEdit:
    """The fields of an exercise's card."""
    dose = slot.prescription
    growth = dose.progression
    step = growth.step if growth else None
    return {
        "sets": dose.sets,
        "reps": [dose.reps.lo, dose.reps.hi],
        "rest_s": [dose.rest_s.lo, dose.rest_s.hi],
        "tempo": [dose.tempo.lower_s, dose.tempo.bottom_s, dose.tempo.lift_s, dose.tempo.top_s],
        "progression": growth.kind.value if growth else "",
        "exposures": growth.exposures if growth else 1,
        "step": {"value": str(plain(step.value)), "unit": step.unit.value} if step else None,
        "technique": slot.technique.value if slot.technique else "",
        "superset": slot.superset,
        "alternatives": list(slot.alternatives),
    }


def stretch_edit(rounds: int, hold_s: Bounds | None, reps: Bounds | None) -> StretchEdit:
    """The fields of a stretch's card."""
    return {
        "rounds": rounds,
        "hold_s": [hold_s.lo, hold_s.hi] if hold_s else None,
        "reps": [reps.lo, reps.hi] if reps else None,
    }


def palette(exercises: Iterable[Exercise], stretches: Iterable[Stretch]) -> list[EntryDocument]:
    """Everything a card can be, by function and name: what the source article names first, variants behind the rest."""
    order = list(Function)
    named = sorted(exercises, key=lambda one: (order.index(one.function), one.name))
    held = sorted(stretches, key=lambda one: one.name)
    entries = [(bool(one.variant_of), _ARTICLE not in one.sources, exercise_entry(one)) for one in named]
    entries += [(False, _ARTICLE not in one.sources, stretch_entry(one)) for one in held]
    return [entry for _, _, entry in sorted(entries, key=lambda ranked: ranked[:2])]


def exercise_entry(exercise: Exercise, dose: Prescription | None = None) -> EntryDocument:
    """An exercise in the palette, starting with ``dose`` or its usual prescription."""
    length = exercise.length_class
    class_words = f"{LENGTH_WORDS[length].lower()} length" if length is not LengthClass.NONE else ""
    is_compound = exercise.mechanic is Mechanic.COMPOUND
    return {
        "kind": "exercise",
        "key": exercise.exercise_id,
        "name": exercise.name,
        "short": exercise.short_name,
        "function": exercise.function.value,
        "note": " · ".join(part for part in (EQUIPMENT_WORDS[exercise.equipment], class_words) if part),
        "search": " ".join((exercise.name, *exercise.aliases)).casefold(),
        "unwise": WORDS["technique_unwise"] if is_compound else "",
        "defaults": exercise_edit(Slot(exercise.exercise_id, dose or exercise.prescription)),
        "offered": exercise.exercise_id != _ANY_STRETCH,
    }


def stretch_entry(stretch: Stretch) -> EntryDocument:
    """A stretch in the palette, starting with its fewest rounds."""
    return {
        "kind": "stretch",
        "key": stretch.stretch_id,
        "name": stretch.name,
        "short": stretch.name,
        "function": Function.STRETCH.value,
        "note": WORDS["each_side"] if stretch.each_side else "",
        "search": " ".join((stretch.name, *stretch.aliases)).casefold(),
        "unwise": "",
        "defaults": stretch_edit(stretch.rounds.lo, stretch.hold_s, stretch.reps),
        "offered": True,
    }


def own_entry(key: str) -> EntryDocument:
    """A card under the person's own name, which the palette does not offer."""
    name = key.removeprefix(OWN_NAME)
    return {
        "kind": "exercise",
        "key": key,
        "name": name,
        "short": name,
        "function": Function.OTHER.value,
        "note": "",
        "search": name.casefold(),
        "unwise": "",
        "defaults": exercise_edit(Slot(key, _USUAL)),
        "offered": False,
    }
