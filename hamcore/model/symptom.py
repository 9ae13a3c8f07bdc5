"""What a person reported that asks for care before load."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SymptomKind(StrEnum):
    """What was reported, by what it stops (rule 19)."""

    RED_FLAG = "red_flag"
    """A sign to stop and seek care: no load and no stretch is suggested."""
    SIT_BONE_PAIN = "sit_bone_pain"
    """An ache at the sit bone: no forward bends and no deep hinges."""
    NERVE_SIGNS = "nerve_signs"
    """Tingling, numbness or pain below the knee: no flossing."""


@dataclass(frozen=True, slots=True)
class Symptom:
    """One report; it holds until the person says it has gone (``cleared_on``)."""

    symptom_id: str
    kind: SymptomKind
    noted_on: date
    cleared_on: date | None = None


@dataclass(frozen=True, slots=True)
class SymptomNote:
    """What a kind of symptom looks like and what it stops, in words. ``notes`` name the notes with its signs."""

    kind: SymptomKind
    title: str
    stops: str
    notes: tuple[str, ...]
    signs: tuple[str, ...] = ()
