"""What a reader makes of a file: every record in exactly one class, workouts with their sets, and open questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from hamcore.interchange.columns import ColumnMapping
from hamcore.model.exercise import Tempo
from hamcore.model.log import Form, SetType, Side
from hamcore.problems import Problem
from hamcore.units import LoadUnit


class RecordClass(StrEnum):
    """What a record of a file is. Only the first four are sets."""

    WORKING = "working"
    WARM_UP = "warm_up"
    DROP = "drop"
    FAILURE = "failure"
    TIMED = "timed"
    DISTANCE = "distance"
    NOTE = "note"
    REST_TIMER = "rest_timer"
    PLANNED = "planned"
    UNREADABLE = "unreadable"


SET_CLASSES = (RecordClass.WORKING, RecordClass.WARM_UP, RecordClass.DROP, RecordClass.FAILURE)


class Question(StrEnum):
    """What a file leaves open and a person has to answer before anything is written."""

    UNIT = "unit"
    LAYOUT = "layout"


class ParsedSet(NamedTuple):
    """One performed set, timed or distance entry of a file, in file order.

    ``name`` is exactly as in the file. ``load`` is the decimal text of the load without trailing zeros (``"62.5"``,
    at most 12 decimals), empty for none, negative where the file says so; ``unit`` None where the file does not say.
    A set with ``reps`` was done in repetitions, whatever else it has. ``rir`` in repetitions. Equal sets of a
    file are the same object, so work on a set can be remembered by its identity.
    """

    name: str
    set_type: SetType
    load: str
    unit: LoadUnit | None
    reps: int | None
    rir: float | None
    seconds: float | None
    distance_m: float | None
    note: str
    side: Side | None = None
    form: Form | None = None
    tempo: Tempo | None = None


class ParsedWorkout(NamedTuple):
    """One workout of a file. ``started_at`` is ``YYYY-MM-DDTHH:MM:SS`` local, or empty if the file has only a day."""

    day: date
    started_at: str
    title: str
    note: str
    duration_s: int | None
    sets: list[ParsedSet]


@dataclass(frozen=True, slots=True)
class UnitEvidence:
    """The most used loads of a file without a unit, as a hint for the person: (load text, times used)."""

    top_loads: tuple[tuple[str, int], ...]
    leaning: LoadUnit | None


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A file read whole. The counts in ``classes`` add up to ``records``; workouts are oldest first."""

    source: str
    variant: str
    records: int
    classes: Mapping[RecordClass, int]
    workouts: Sequence[ParsedWorkout]
    unit: LoadUnit | None
    """The one unit of the file; None if it has none or several."""
    questions: frozenset[Question] = frozenset()
    evidence: UnitEvidence | None = None
    header: tuple[str, ...] = ()
    sample: tuple[tuple[str, ...], ...] = ()
    """A few rows of a file of unknown layout, for the person who says what its columns are."""
    suggestion: ColumnMapping | None = None
    """What the columns of a file of unknown layout could be."""
    problems: Sequence[Problem] = field(default=())
