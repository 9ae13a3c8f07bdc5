"""What HamCore says about the hamstrings, and how sure that is."""

from dataclasses import dataclass
from enum import StrEnum

from hamcore.model.exercise import Function
from hamcore.model.muscle import Belly
from hamcore.model.source import Strength


class Topic(StrEnum):
    """What a claim is about."""

    ANATOMY = "anatomy"
    INJURY = "injury"
    PERFORMANCE = "performance"
    KNEE = "knee"
    BACK = "back"
    EXERCISES = "exercises"
    TRAINING = "training"
    FLEXIBILITY = "flexibility"
    STRENGTH_ESTIMATE = "strength_estimate"
    SAFETY = "safety"


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement with its figure, the people it was found in, and its sources; the last three may be empty.

    ``strength`` says how well it is supported. ``verified`` is false where only memory or one secondary account stands
    behind it; it is then hidden unless asked for. ``contested_with`` are the claims that say otherwise: they are
    always shown together. ``bellies``, ``exercises``, ``stretches`` and ``functions`` are what it is about, if
    anything in particular.
    """

    claim_id: str
    topic: Topic
    statement: str
    strength: Strength
    sources: tuple[str, ...]
    figure: str = ""
    population: str = ""
    caveat: str = ""
    verified: bool = True
    contested_with: tuple[str, ...] = ()
    bellies: tuple[Belly, ...] = ()
    exercises: tuple[str, ...] = ()
    stretches: tuple[str, ...] = ()
    functions: tuple[Function, ...] = ()


class NoteKind(StrEnum):
    """What a note is for."""

    REASON = "reason"
    """A reason the source article gives, answered."""
    BENEFIT = "benefit"
    """A benefit the source article names, answered."""
    EVERYDAY = "everyday"
    """What the hamstrings do in an everyday task."""
    UNKNOWN = "unknown"
    """A question nobody has answered yet."""
    STOP = "stop"
    """When to stop, and what to do then."""


@dataclass(frozen=True, slots=True)
class Note:
    """A few words that rest on claims. ``said`` is what the source article says, empty where it says nothing.

    ``order`` is the place among the notes of its kind, from 1. ``lines`` are signs to look for. A note with
    ``functions`` belongs to exercises of those functions, without any to all.
    """

    note_id: str
    kind: NoteKind
    order: int
    title: str
    words: str
    claims: tuple[str, ...]
    said: str = ""
    lines: tuple[str, ...] = ()
    functions: tuple[Function, ...] = ()
