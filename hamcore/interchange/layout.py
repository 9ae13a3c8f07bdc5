"""How the rows of one file are read: where everything is, and what the source's words mean."""

from collections.abc import Callable
from dataclasses import dataclass

from hamcore.interchange.amounts import Amounts
from hamcore.interchange.columns import Columns, Role
from hamcore.interchange.dates import Moment
from hamcore.interchange.parsed import RecordClass
from hamcore.model.log import SetType

Kind = SetType | RecordClass
"""What a set-type cell says: a kind of set, or that the row is none."""


def as_written(text: str) -> str:
    """``text`` itself: most sources write names and notes as they are."""
    return text


def no_repair(_row: list[str]) -> list[str] | None:
    """None: most sources write each row with as many cells as the header."""
    return None


@dataclass(frozen=True, slots=True)
class Layout:
    """How the rows of one file are read.

    ``key``: the roles that together tell workouts apart. ``read_start`` and ``read_kind`` return what they read, or
    what is wrong. ``text`` restores names and notes. ``repair`` mends a row with the wrong number of cells.
    ``not_exercises``: folded names that mark a rest timer. ``notes_repeat``: an exercise's note stands on each of its
    rows. ``keep_empty``: a row without exercise is a workout without sets, and sets in which nothing was done are
    kept.
    """

    source: str
    variant: str
    columns: Columns
    key: tuple[Role, Role, Role]
    amounts: Amounts
    read_start: Callable[[str], Moment | str]
    read_kind: Callable[[str], Kind | str]
    text: Callable[[str], str] = as_written
    repair: Callable[[list[str]], list[str] | None] = no_repair
    not_exercises: frozenset[str] = frozenset()
    notes_repeat: bool = False
    keep_empty: bool = False
