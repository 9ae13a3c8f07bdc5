"""What the weekly board sends back, as days of a routine. Nothing is trusted: types, limits, keys."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from typing import TypeVar

from hamcore.dates import Weekday
from hamcore.model.exercise import Bounds, Prescription, Progression, ProgressionKind, Tempo
from hamcore.model.log import OWN_NAME
from hamcore.model.routine import RoutineDay, Slot, StretchSlot
from hamcore.screens.board_document import LIMITS, MAX_ITEMS, MAX_NAME, MAX_STEP
from hamcore.screens.board_words import TECHNIQUES
from hamcore.units import Load, LoadUnit, parse_decimal

MAX_KEY = 120
"""The longest key of an exercise: ``OWN_NAME`` and the person's own name."""
REFUSED = "That change did not fit the plan, so nothing of it was kept."

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Keys:
    """What a card may stand for: ids of exercises and of stretches. A person's own name is always allowed."""

    exercises: frozenset[str]
    stretches: frozenset[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """The week as the person arranged it: the days with something on them, Monday first."""

    days: tuple[RoutineDay, ...]


class _UnsoundError(ValueError):
    """Something the board itself would never send."""


def read_answer(value: Mapping[str, object], keys: Keys) -> Answer | None:
    """The days in ``value``, whose ``layout`` and ``names`` hold one entry per weekday from Monday; None if unsound.

    >>> read_answer({"layout": [[]] * 7, "names": [""] * 7}, Keys(frozenset(), frozenset()))
    Answer(days=())
    >>> read_answer({"layout": [], "names": []}, Keys(frozenset(), frozenset())) is None
    True
    """
    try:
        layout, names = _list(value.get("layout"), 7, 7), _list(value.get("names"), 7, 7)
        days = (_day(Weekday(at), layout[at], names[at], keys) for at in range(7))
        return Answer(tuple(day for day in days if day.items))
    except _UnsoundError:
        return None


def _day(weekday: Weekday, items: object, name: object, keys: Keys) -> RoutineDay:
    read = [_item(_mapping(item), keys) for item in _list(items, 0, MAX_ITEMS)]
    return RoutineDay(_text(name, MAX_NAME).strip(), weekday, tuple(with_supersets(read)))


def with_supersets(items: Sequence[Slot | StretchSlot]) -> Iterator[Slot | StretchSlot]:
    """The items with supersets numbered from 1: exercises that follow each other in one group, never one alone."""
    number = 0
    for group, run in groupby(items, key=lambda item: item.superset if isinstance(item, Slot) else 0):
        members = list(run)
        is_superset = group > 0 and len(members) > 1
        number += is_superset
        for item in members:
            yield replace(item, superset=number if is_superset else 0) if isinstance(item, Slot) else item


def _item(item: Mapping[str, object], keys: Keys) -> Slot | StretchSlot:
    edit = _mapping(item.get("edit"))
    key = _text(item.get("key"), MAX_KEY)
    if item.get("kind") == "stretch" and key in keys.stretches:
        return _stretch(key, edit)
    if item.get("kind") == "exercise" and _is_exercise(key, keys):
        return _slot(key, edit, keys)
    raise _UnsoundError(key)


def _is_exercise(key: str, keys: Keys) -> bool:
    return key in keys.exercises or (key.startswith(OWN_NAME) and bool(key.removeprefix(OWN_NAME).strip()))


def _stretch(key: str, edit: Mapping[str, object]) -> StretchSlot:
    hold_s, reps = edit.get("hold_s"), edit.get("reps")
    if (hold_s is None) == (reps is None):
        raise _UnsoundError("held or repeated")
    return StretchSlot(
        key,
        _whole(edit.get("rounds"), "rounds"),
        hold_s=None if hold_s is None else _bounds(hold_s, "hold_s"),
        reps=None if reps is None else _bounds(reps, "stretch_reps"),
    )


def _slot(key: str, edit: Mapping[str, object], keys: Keys) -> Slot:
    dose = Prescription(
        sets=_whole(edit.get("sets"), "sets"),
        reps=_bounds(edit.get("reps"), "reps"),
        rest_s=_bounds(edit.get("rest_s"), "rest_s"),
        tempo=Tempo(*(_whole(part, "tempo") for part in _list(edit.get("tempo"), 4, 4))),
        progression=_progression(edit),
    )
    alternatives = tuple(_text(other, MAX_KEY) for other in _list(edit.get("alternatives"), 0, MAX_ITEMS))
    if not all(_is_exercise(other, keys) for other in alternatives):
        raise _UnsoundError("alternatives")
    technique = _one_of(edit.get("technique"), {"": None, **{kind.value: kind for kind in TECHNIQUES}})
    return Slot(key, dose, alternatives, _within(edit.get("superset"), 0, MAX_ITEMS), technique)


def _progression(edit: Mapping[str, object]) -> Progression | None:
    kind = _one_of(edit.get("progression"), {"": None, **{kind.value: kind for kind in ProgressionKind}})
    exposures, step = _whole(edit.get("exposures"), "exposures"), _step(edit.get("step"))
    return Progression(kind, exposures, step) if kind else None


def _step(value: object) -> Load | None:
    if value is None:
        return None
    typed = _mapping(value)
    number = parse_decimal(_text(typed.get("value"), 12))
    unit = _one_of(typed.get("unit"), {unit.value: unit for unit in LoadUnit})
    if number is None or not Decimal(0) < number <= MAX_STEP:
        raise _UnsoundError("step")
    return Load(number, unit)


def _mapping(value: object) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise _UnsoundError("not a mapping")
    return value


def _list(value: object, fewest: int, most: int) -> list[object]:
    if not isinstance(value, list) or not fewest <= len(value) <= most:
        raise _UnsoundError("not a list of that length")
    return value


def _text(value: object, longest: int) -> str:
    if not isinstance(value, str) or len(value) > longest or not value.isprintable():
        raise _UnsoundError("not a text of that length")
    return value


def _one_of(value: object, allowed: Mapping[str, _Value]) -> _Value:
    if not isinstance(value, str) or value not in allowed:
        raise _UnsoundError("not one of the choices")
    return allowed[value]


def _within(value: object, lowest: int, highest: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= highest:
        raise _UnsoundError("not a number within the limits")
    return value


def _whole(value: object, name: str) -> int:
    return _within(value, *LIMITS[name])


def _bounds(value: object, name: str) -> Bounds:
    lo, hi = (_whole(end, name) for end in _list(value, 2, 2))
    if lo > hi:
        raise _UnsoundError("upside down")
    return Bounds(lo, hi)
