"""Names of exercises as a person or a file wrote them, and the exercise each of them means."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from hamcore.model.log import OWN_NAME
from hamcore.storage.coding import exercise_key
from hamcore.storage.digest import seal
from hamcore.storage.sqlite import Session

_ADD = """
    INSERT INTO exercise_names (athlete_id, name_no, name, exercise_id, seal)
    VALUES (:athlete_id, :name_no, :name, :exercise_id, :seal) ON CONFLICT DO NOTHING"""
_REMAP = """
    UPDATE exercise_names SET exercise_id = :exercise_id, seal = :seal
    WHERE athlete_id = :athlete_id AND name = :name"""


def stored_names(session: Session, athlete_id: str) -> dict[str, tuple[int, str | None]]:
    """Name as written to its number and exercise id (None: kept as the person's own name)."""
    rows = session.rows(
        "SELECT name, name_no, exercise_id FROM exercise_names WHERE athlete_id = :athlete_id", athlete_id=athlete_id
    )
    return {name: (name_no, exercise_id) for name, name_no, exercise_id in rows}


def numbered(session: Session, athlete_id: str, names: Mapping[str, str | None]) -> dict[str, int]:
    """The number of each of ``names``; those not stored yet are added with their exercise id."""
    known = stored_names(session, athlete_id)
    new = [name for name in names if name not in known]
    first = 1 + max((number for number, _ in known.values()), default=0)
    rows = [
        (athlete_id, number, name, names[name], seal(number, name, names[name]))
        for number, name in enumerate(new, start=first)
    ]
    if rows:
        session.bulk(_ADD, rows)
    return {name: known[name][0] for name in names if name in known} | {row[2]: row[1] for row in rows}


def number_of_exercise(session: Session, athlete_id: str, exercise: str) -> int:
    """The number under which a set of this exercise key is stored; an exercise id serves as its own name."""
    own = exercise.startswith(OWN_NAME)
    name = exercise.removeprefix(OWN_NAME) if own else exercise
    found = session.one(
        "SELECT name_no FROM exercise_names WHERE athlete_id = :athlete_id AND name = :name",
        athlete_id=athlete_id,
        name=name,
    )
    return int(found[0]) if found else numbered(session, athlete_id, {name: None if own else exercise})[name]


def key_of_exercise(session: Session, athlete_id: str, exercise: str) -> str:
    """The key under which a set stored with this one is read: an own name may mean an exercise by now."""
    name = exercise.removeprefix(OWN_NAME)
    found = session.one(
        "SELECT exercise_id FROM exercise_names WHERE athlete_id = :athlete_id AND name = :name",
        athlete_id=athlete_id,
        name=name,
    )
    return exercise if found is None else exercise_key(name, found[0])


class Renaming(NamedTuple):
    """How many names were not known before, and how many known ones got another meaning."""

    added: int
    changed: int


def remap(session: Session, athlete_id: str, names: Mapping[str, str | None]) -> Renaming:
    """Let each name mean its exercise from now on, in all of the history."""
    known = stored_names(session, athlete_id)
    added = {name: target for name, target in names.items() if name not in known}
    changed = {name: target for name, target in names.items() if name in known and known[name][1] != target}
    numbered(session, athlete_id, added)
    for name, exercise_id in changed.items():
        sealed = seal(known[name][0], name, exercise_id)
        session.run(_REMAP, athlete_id=athlete_id, name=name, exercise_id=exercise_id, seal=sealed)
    return Renaming(len(added), len(changed))


def written_names(names: Mapping[str, tuple[int, str | None]]) -> dict[str, str | None]:
    """The names a person or file wrote, without those that stand for an exercise picked from the list."""
    return {name: exercise_id for name, (_, exercise_id) in names.items() if name != exercise_id}


def keys_by_number(names: Mapping[str, tuple[int, str | None]]) -> Iterable[tuple[int, str]]:
    """Name number and exercise key of every name."""
    for name, (number, exercise_id) in names.items():
        yield number, exercise_key(name, exercise_id)
