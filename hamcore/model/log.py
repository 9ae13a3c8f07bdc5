"""What was done: workouts and their sets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from hamcore.model.exercise import Tempo
from hamcore.units import Load

OWN_NAME = "name:"
"""Prefix of the key of an exercise that no definition covers; the person's own name for it follows."""


class SetType(StrEnum):
    """How a set was meant. All but a warm-up are working sets."""

    WARM_UP = "warm_up"
    WORKING = "working"
    DROP = "drop"
    REST_PAUSE = "rest_pause"
    FORCED = "forced"
    FAILURE = "failure"


class Side(StrEnum):
    """The leg that did a set. A set without a side was done by both, or by each in turn alike."""

    LEFT = "left"
    RIGHT = "right"


class Form(StrEnum):
    """What the person noted about how a set went. Nothing noted is not the same as clean."""

    CLEAN = "clean"
    BROKE = "broke"
    """The form got worse before the end."""
    BACK_ROUNDED = "back_rounded"
    PAIN = "pain"


class LoggedSet(NamedTuple):
    """One set as stored. A named tuple and not a dataclass: a history holds a hundred thousand of them.

    ``exercise`` is an exercise id, or ``OWN_NAME`` + the name for an exercise without a definition. ``load_kg`` is
    ``load`` in kilograms for arithmetic (None without a load). Exactly one of ``reps``, ``seconds``, ``distance_m``
    says what was done; the others are None (a carry may have both seconds and distance). ``side``, ``form`` and
    ``tempo`` are None where the person noted nothing.
    """

    workout_id: str
    set_no: int
    position: int
    day: date
    exercise: str
    set_type: SetType
    load: Load | None
    load_kg: float | None
    reps: int | None
    rir: float | None
    seconds: float | None
    distance_m: float | None
    note: str
    side: Side | None = None
    form: Form | None = None
    tempo: Tempo | None = None

    @property
    def is_working(self) -> bool:
        """Whether the set counts as work: done in repetitions and not a warm-up."""
        return self.set_type is not SetType.WARM_UP and bool(self.reps)


@dataclass(frozen=True, slots=True)
class Workout:
    """One training session. ``day`` is the written local day of its start, whatever the time zone.

    ``started_at`` is local wall-clock time ``YYYY-MM-DDTHH:MM:SS`` or empty where the source gives only a day;
    ``duration_s`` None where unknown; ``source`` names where it came from (``manual``, ``demo``, ``strong`` ...).
    """

    workout_id: str
    day: date
    started_at: str
    title: str
    note: str
    duration_s: int | None
    source: str


@dataclass(frozen=True, slots=True)
class TrainingLog:
    """One athlete's whole history. Sets of an exercise are in order of day, start, position."""

    workouts: Mapping[str, Workout]
    sets: Mapping[str, Sequence[LoggedSet]]
    """Exercise key to its sets, oldest first."""
