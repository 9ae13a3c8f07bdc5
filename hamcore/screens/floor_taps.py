"""What a tap of the gym floor says: a set, or a change of the plan. Nothing that comes from a browser is trusted."""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from hamcore.model.exercise import Tempo
from hamcore.model.log import Form, LoggedSet, SetType, Side, Workout
from hamcore.model.plan import PlanItem, WorkoutPlan
from hamcore.screens.floor_document import Limits
from hamcore.units import Load, LoadUnit, parse_decimal, plain

MOST_REPS = 1000
MOST_RIR = 10
MOST_NOTE = 500
MOST_LOAD = {LoadUnit.KG: Decimal(700), LoadUnit.LB: Decimal(1500)}
"""More is a slip of the finger, such as a fraction's comma that gets lost: 102,5 becomes 1025."""

_TEMPO = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{1,2})-([0-9]{1,2})", re.ASCII)
_Values = Mapping[str, Any]
Word = TypeVar("Word", bound=StrEnum)


class BadTapError(ValueError):
    """A tap that says something impossible; the text tells the person what is allowed."""


def limits(unit: LoadUnit) -> Limits:
    """The largest numbers a set may have, with loads in ``unit``.

    >>> limits(LoadUnit.KG)["load"]
    700.0
    """
    return {"load": float(MOST_LOAD[unit]), "reps": MOST_REPS, "rir": MOST_RIR, "note": MOST_NOTE}


def entry_of(tap: _Values, workout: Workout, was: LoggedSet | None = None) -> LoggedSet:
    """The set that a ``log`` or ``edit`` tap says; ``was`` is the stored set an edit changes.

    Numbers of ``was`` are allowed whatever they are, as imported ones are kept. A set with time or distance keeps it.
    Raises BadTapError with the limit named.
    """
    load = _load(tap, was)
    return LoggedSet(
        workout_id=workout.workout_id,
        set_no=was.set_no if was else 1,
        position=was.position if was else 1,
        day=was.day if was else workout.day,
        exercise=was.exercise if was else _text(tap, "exercise"),
        set_type=_word(tap, "type", SetType) or SetType.WORKING,
        load=load,
        load_kg=load.kg if load else None,
        reps=_reps(tap, was),
        rir=_rir(tap, was),
        seconds=was.seconds if was else None,
        distance_m=was.distance_m if was else None,
        note=_note(tap, was),
        side=_word(tap, "side", Side),
        form=_word(tap, "form", Form),
        tempo=_tempo(tap),
    )


def changed_plan(plan: WorkoutPlan, tap: _Values) -> WorkoutPlan:
    """The plan after a tap that changes it, all but ``add``; doing it twice changes no more.

    An exercise that the plan does not hold (swapped away in another window) leaves it as it is.
    """
    items = list(plan.items)
    key, to = str(tap.get("exercise", "")), str(tap.get("to", ""))
    match tap.get("op"):
        case "skip" | "unskip" as op:
            items = [replace(item, is_skipped=op == "skip") if item.exercise == key else item for item in items]
        case "move":
            items = _ordered(items, tap)
        case "swap":
            items = _swapped(items, key, to)
        case "superset":
            items = _together(items, key, to) if to else _alone(items, key)
        case "remove":
            items = [item for item in _alone(items, key) if item.exercise != key]
    return replace(plan, items=tuple(items))


def plan_with(plan: WorkoutPlan, item: PlanItem, tap: _Values) -> WorkoutPlan:
    """The plan with ``item`` where an ``add`` tap has it; one that is there already stays as it is."""
    if any(one.exercise == item.exercise for one in plan.items):
        return plan
    return replace(plan, items=tuple(_ordered([*plan.items, item], tap)))


def _ordered(items: list[PlanItem], tap: _Values) -> list[PlanItem]:
    """The exercises as the tap has them; one it does not name comes last."""
    order = {str(name): place for place, name in enumerate(tap.get("order") or ())}
    return sorted(items, key=lambda item: order.get(item.exercise, len(order)))


def _swapped(items: list[PlanItem], key: str, to: str) -> list[PlanItem]:
    if not to or any(item.exercise == to for item in items):
        return items
    return [
        replace(item, exercise=to, swapped_for="" if to == item.swapped_for else item.swapped_for or key)
        if item.exercise == key
        else item
        for item in items
    ]


def _alone(items: list[PlanItem], key: str) -> list[PlanItem]:
    """``key`` out of its superset; one that is left with nobody stands alone too."""
    number = next((item.superset for item in items if item.exercise == key), 0)
    left = sum(item.superset == number for item in items) - 1
    return [
        replace(item, superset=0)
        if item.superset == number and number and (item.exercise == key or left == 1)
        else item
        for item in items
    ]


def _together(items: list[PlanItem], key: str, to: str) -> list[PlanItem]:
    """``key`` in turn with ``to``, in the superset ``to`` has or in a new one."""
    numbers = {item.exercise: item.superset for item in items}
    if key == to or key not in numbers or to not in numbers or (numbers[to] and numbers[key] == numbers[to]):
        return items
    number = numbers[to] or max(numbers.values()) + 1
    return [replace(item, superset=number) if item.exercise in (key, to) else item for item in _alone(items, key)]


def _text(tap: _Values, name: str) -> str:
    value = tap.get(name)
    if not isinstance(value, str) or not value.strip():
        raise BadTapError("This entry names no exercise, so it cannot be stored.")
    return value


def _word(tap: _Values, name: str, words: type[Word]) -> Word | None:
    value = tap.get(name) or None
    if value is None:
        return None
    try:
        return words(value)
    except ValueError as error:
        raise BadTapError(f"{value!r} is not a {name} a set can have.") from error


def _load(tap: _Values, was: LoggedSet | None) -> Load | None:
    """The load, rounded to nothing; empty: the body alone.

    >>> _load({"load": "82.50", "unit": "kg"}, None)
    Load(value=Decimal('82.5'), unit=<LoadUnit.KG: 'kg'>)
    """
    text = str(tap.get("load") or "").replace(",", ".")
    if not text:
        return None
    unit = _word(tap, "unit", LoadUnit) or LoadUnit.KG
    value = parse_decimal(text)
    most = MOST_LOAD[unit]
    if value is not None and was and was.load == Load(plain(value), unit):
        return was.load
    if value is None or not 0 <= value <= most:
        raise BadTapError(f"A load is a number from 0 to {most} {unit}, not {text[:20]}.")
    return Load(value, unit)


def _reps(tap: _Values, was: LoggedSet | None) -> int:
    reps = tap.get("reps")
    if was and was.reps is not None and reps == was.reps:
        return was.reps
    if not isinstance(reps, int) or isinstance(reps, bool) or not 1 <= reps <= MOST_REPS:
        raise BadTapError(f"Repetitions are a whole number from 1 to {MOST_REPS}, not {str(reps)[:20]}.")
    return reps


def _rir(tap: _Values, was: LoggedSet | None) -> float | None:
    rir = tap.get("rir")
    if rir is None or (was and rir == was.rir):
        return was.rir if was and rir is not None else None
    if not isinstance(rir, int | float) or isinstance(rir, bool) or not 0 <= rir <= MOST_RIR:
        raise BadTapError(f"Reps in reserve are from 0 to {MOST_RIR}, not {str(rir)[:20]}.")
    return float(rir)


def _note(tap: _Values, was: LoggedSet | None) -> str:
    note = str(tap.get("note") or "").strip()
    if len(note) > MOST_NOTE and not (was and was.note == note):
        raise BadTapError(f"A note has at most {MOST_NOTE} letters, not {len(note)}.")
    return note


def _tempo(tap: _Values) -> Tempo | None:
    text = str(tap.get("tempo") or "").strip()
    if not text:
        return None
    found = _TEMPO.fullmatch(text)
    if found is None:
        raise BadTapError("A tempo is four numbers of seconds with dashes between them, such as 3-1-1-0.")
    return Tempo(*map(int, found.groups()))
