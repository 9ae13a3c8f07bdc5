"""The share file of a routine: everything needed to have the same week on another machine.

JSON, ``{"hamcore_routine": 1, "routine": {...}, "names": {...}}``; ``names`` tells how the exercises and stretches of
the routine are called, for a reader whose definitions are older. Whatever the bytes are, reading them never raises.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from hamcore.catalog import Catalog
from hamcore.catalog.routine_values import MAX_NAME, routine_from, routine_values
from hamcore.model.log import OWN_NAME
from hamcore.model.routine import Routine, RoutineDay, Slot, StretchSlot
from hamcore.problems import Problem, Severity

VERSION = 1
MAX_BYTES = 256 * 1024
"""A week full of everything takes about 50 KB."""
MARK = "hamcore_routine"
SUFFIX = ".hamcore-routine.json"
_MOST_PROBLEMS = 100
_LONGEST_MESSAGE = 300
_NUMBERS = re.compile(r"\[\n[\d,\s]+\]", re.ASCII)
_NOT_ONE = "is not a routine that HamCore shared"


@dataclass(frozen=True, slots=True)
class SharedRoutine:
    """What a share file holds: the routine (None if it cannot be used) and everything to say about it.

    A problem of severity warning is a note: the routine is there, and something of it was understood differently.
    """

    routine: Routine | None
    problems: tuple[Problem, ...] = ()


def write_routine(routine: Routine, catalog: Catalog) -> bytes:
    """The share file of a routine, to be read by people too."""
    text = json.dumps(document(routine, catalog), ensure_ascii=False, indent=1)
    # A real line break inside brackets is never part of a text, where it would be written as \n.
    text = _NUMBERS.sub(lambda found: re.sub(r"\s+", " ", found[0]).replace("[ ", "[").replace(" ]", "]"), text)
    return (text + "\n").encode("utf-8", "replace")


def document(routine: Routine, catalog: Catalog) -> dict[str, object]:
    """The routine as the table that the share file and the link hold."""
    stretches = {item.stretch_id for day in routine.days for item in day.stretches}
    keys = {key for _, slot in routine.slots() for key in (slot.exercise_id, *slot.alternatives)}
    names = {key: catalog.display_name(key) for key in sorted(keys) if key in catalog.exercises}
    names |= {key: catalog.stretches[key].name for key in sorted(stretches) if key in catalog.stretches}
    return {MARK: VERSION, "routine": routine_values(routine), "names": names}


def read_routine(data: bytes, where: str, catalog: Catalog) -> SharedRoutine:
    """The routine in the bytes of a share file called ``where``. Writes nothing, never raises.

    An exercise that no definition covers is kept under its own name, a stretch without one is left out; each with a
    note.
    """
    if len(data) > MAX_BYTES:
        return _refused(where, f"is larger than {MAX_BYTES // 1024} KB; a shared routine is smaller by far")
    try:
        values = json.loads(data.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError:
        return _refused(where, f"{_NOT_ONE}: it is not UTF-8 text")
    except RecursionError:
        return _refused(where, f"{_NOT_ONE}: it is nested too deeply")
    except ValueError as error:
        line = getattr(error, "lineno", 0)
        return _refused(where, f"{_NOT_ONE}, or only a part of one: the text breaks off or is no JSON", line)
    return from_document(values, where, catalog)


def from_document(values: object, where: str, catalog: Catalog) -> SharedRoutine:
    """The routine in a table as `document` makes it, whatever ``values`` are."""
    if not isinstance(values, Mapping) or MARK not in values:
        return _refused(where, f"{_NOT_ONE}: it does not begin with {MARK!r}")
    version = values[MARK]
    if type(version) is not int or version < 1:
        return _refused(where, f"has {MARK} {_shown(version)}; a whole number from 1 up is needed")
    if version > VERSION:
        return _refused(where, f"was shared by a newer HamCore (its version is {version}, this one reads {VERSION})")
    inner, names = values.get("routine"), values.get("names", {})
    if not isinstance(inner, Mapping) or not isinstance(names, Mapping):
        return _refused(where, "has no table 'routine', or 'names' is no table")
    routine, problems = routine_from(inner, where, place="routine.")
    if routine is None:
        return SharedRoutine(None, tuple(_bounded(problems, where)))
    known = _Known(catalog, {key: name for key, name in names.items() if _is_name(name)})
    settled = _settled(routine, known)
    return SharedRoutine(settled, tuple(_bounded(list(_notes(routine, known, where)), where)))


@dataclass(frozen=True, slots=True)
class _Known:
    """What this installation knows, and how the file calls what it does not."""

    catalog: Catalog
    names: Mapping[str, str]

    def key(self, key: str) -> str:
        """The key under which an exercise of the file goes here."""
        if key in self.catalog.exercises or key.startswith(OWN_NAME):
            return key
        name = self.names.get(key, key)
        return self.catalog.exercise_id_for(name) or (OWN_NAME + name)


def _settled(routine: Routine, known: _Known) -> Routine:
    days = tuple(replace(day, items=tuple(_items(day, known))) for day in routine.days)
    kept = (source_id for source_id in routine.sources if source_id in known.catalog.sources)
    return replace(routine, days=days, sources=tuple(kept))


def _items(day: RoutineDay, known: _Known) -> Iterator[Slot | StretchSlot]:
    for item in day.items:
        if isinstance(item, Slot):
            others = tuple(dict.fromkeys(map(known.key, item.alternatives)))
            yield replace(item, exercise_id=known.key(item.exercise_id), alternatives=others)
        elif item.stretch_id in known.catalog.stretches:
            yield item


def _notes(routine: Routine, known: _Known, where: str) -> Iterator[Problem]:
    keys = dict.fromkeys(key for _, slot in routine.slots() for key in (slot.exercise_id, *slot.alternatives))
    for key in keys:
        here = known.key(key)
        if here != key:
            name = known.catalog.display_name(here)
            kept = "is kept under that name" if here.startswith(OWN_NAME) else "goes by that name here"
            yield _note(where, f"{name!r}: this HamCore has no exercise {key!r}, so it {kept}")
    for stretch_id in dict.fromkeys(item.stretch_id for day in routine.days for item in day.stretches):
        if stretch_id not in known.catalog.stretches:
            name = known.names.get(stretch_id, stretch_id)
            yield _note(where, f"{name!r} is a stretch this HamCore does not know; it was left out")
    if any(source_id not in known.catalog.sources for source_id in routine.sources):
        yield _note(where, "names sources this HamCore does not have; they were left out")


def _note(where: str, message: str) -> Problem:
    return Problem(where, message, Severity.WARNING)


def _refused(where: str, message: str, line: int = 0) -> SharedRoutine:
    return SharedRoutine(None, (Problem(where, message, line=line),))


def _bounded(problems: list[Problem], where: str) -> Iterable[Problem]:
    """Problems a page can show: what the file says is cut short and made printable."""
    for one in problems[:_MOST_PROBLEMS]:
        yield replace(one, message=_short(one.message), column=_short(one.column))
    if len(problems) > _MOST_PROBLEMS:
        yield Problem(where, f"has {len(problems) - _MOST_PROBLEMS:,} more problems")


def _short(text: str) -> str:
    printable = "".join(character if character.isprintable() else "?" for character in text[:_LONGEST_MESSAGE])
    return printable + ("…" if len(text) > _LONGEST_MESSAGE else "")


def _shown(value: object) -> str:
    return _short(repr(value)) if isinstance(value, str | float | int) else f"a {type(value).__name__}"


def _is_name(name: object) -> bool:
    return isinstance(name, str) and 0 < len(name.strip()) <= MAX_NAME - len(OWN_NAME) and name.isprintable()


def _no_number(text: str) -> None:
    raise ValueError(text)
