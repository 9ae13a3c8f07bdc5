"""Short digests: of a workout's day and sets, to tell a changed workout from an unchanged one, and of the facts in a
row. Both tell damage from health: a flipped bit in the file is not seen by the database itself."""

import marshal
from collections.abc import Sequence
from hashlib import blake2b

from hamcore.storage.sqlite import Row, Session

_CONTENT = """
    SELECT set_no, position, name_no, set_type, load, reps, rir, seconds, distance_m, note, side, form, tempo FROM sets
    WHERE athlete_id = :athlete_id AND workout_id = :workout_id AND deleted_at IS NULL ORDER BY set_no"""
_FACTS = """
    SELECT workout_id, day, started_at, title, note, duration_s, source FROM workouts
    WHERE athlete_id = :athlete_id AND workout_id = :workout_id"""
_MARSHAL_VERSION = 2
_NUMBERS, _PLAIN = 2, 10
_NOTHING_NOTED = (None, None, None)


def sets_digest(day: str, contents: Sequence[Row], numbers: Sequence[Row] = ()) -> str:
    """The digest of a day and the contents of its sets, 16 characters.

    A content is a plain tuple of text, numbers and None: all of a set row but its number and position, and without
    side, form and tempo if none of the three was noted. ``numbers`` has number and position of each set, unless they
    simply count from 1.

    ``marshal`` is only the quickest way to bytes (a third of the time of JSON); nothing is ever read back from it, and
    its version 2 writes the same bytes on every Python.

    >>> sets_digest("2026-11-24", [(1, "working", "100 kg", 5, None, None, None, "")])
    '25dc91d6dd56b6c7'
    """
    return blake2b(marshal.dumps((day, list(contents), list(numbers)), _MARSHAL_VERSION), digest_size=8).hexdigest()


def digest_of_rows(day: str, rows: Sequence[Row]) -> str:
    """The digest of rows as stored: number and position first; side, form and tempo last."""
    numbers = [row[:_NUMBERS] for row in rows]
    counted = all(pair == (place, place) for place, pair in enumerate(numbers, 1))
    contents = [row[_NUMBERS : _PLAIN if row[_PLAIN:] == _NOTHING_NOTED else None] for row in rows]
    return sets_digest(day, contents, () if counted else numbers)


def renewed(session: Session, athlete_id: str, workout_id: str) -> tuple[str, str]:
    """The digest and the seal of a stored workout as it is now."""
    found = session.one(_FACTS, athlete_id=athlete_id, workout_id=workout_id)
    facts = found or ("",) * 7
    rows = session.rows(_CONTENT, athlete_id=athlete_id, workout_id=workout_id)
    digest = digest_of_rows(facts[1], rows)
    return digest, seal(*facts, digest)


def seal(*values: str | float | None) -> str:
    """The digest of what a row says, 16 characters."""
    return blake2b(marshal.dumps(values, _MARSHAL_VERSION), digest_size=8).hexdigest()
