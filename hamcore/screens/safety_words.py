"""What is said about symptoms: the signs to choose from, what each kind stops, and which still hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hamcore.catalog import Catalog
from hamcore.model.symptom import Symptom, SymptomKind, SymptomNote
from hamcore.rules.safety import holds_on
from hamcore.screens.words import day_words

URGENT = "stop_urgent"
"""The note with the signs that are not to be waited with."""


@dataclass(frozen=True, slots=True)
class SignList:
    """Signs under one heading, and what to do when one of them is there; ``is_urgent``: not to be waited with."""

    title: str
    words: str
    signs: tuple[str, ...]
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class SymptomChoice:
    """One kind of symptom to report: its signs, and what is held back while it is there."""

    kind: SymptomKind
    title: str
    stops: str
    lists: tuple[SignList, ...]


@dataclass(frozen=True, slots=True)
class HeldSymptom:
    """A report that still holds: since when, what it stops, what to do."""

    symptom_id: str
    kind: SymptomKind
    title: str
    since: str
    stops: str
    advice: tuple[str, ...]


def choices(catalog: Catalog) -> tuple[SymptomChoice, ...]:
    """What can be reported, the gravest first."""
    known = (catalog.symptoms[kind] for kind in SymptomKind if kind in catalog.symptoms)
    return tuple(SymptomChoice(one.kind, one.title, one.stops, _lists(one, catalog)) for one in known)


def _lists(one: SymptomNote, catalog: Catalog) -> tuple[SignList, ...]:
    own = (SignList(one.title, one.stops, one.signs),) if one.signs else ()
    notes = ((note_id, catalog.notes[note_id]) for note_id in one.notes if note_id in catalog.notes)
    return (*own, *(SignList(note.title, note.words, note.lines, note_id == URGENT) for note_id, note in notes))


def held(symptoms: Iterable[Symptom], catalog: Catalog, today: date) -> tuple[HeldSymptom, ...]:
    """The reports that hold today, the newest first."""
    active = sorted((one for one in symptoms if holds_on(one, today)), key=lambda one: one.noted_on, reverse=True)
    return tuple(_held(one, catalog, today) for one in active)


def _held(one: Symptom, catalog: Catalog, today: date) -> HeldSymptom:
    note = catalog.symptoms.get(one.kind)
    lists = _lists(note, catalog) if note else ()
    return HeldSymptom(
        symptom_id=one.symptom_id,
        kind=one.kind,
        title=note.title if note else one.kind.value,
        since=f"since {day_words(one.noted_on, today)}" if one.noted_on > date.min else "for an unknown time",
        stops=note.stops if note else "",
        advice=tuple(part.words for part in lists if part.words != (note.stops if note else "")),
    )


def stop_words(kind: SymptomKind, catalog: Catalog) -> str:
    """Why nothing is suggested, in one line."""
    note = catalog.symptoms.get(kind)
    return f"{note.title}: {_lower(note.stops)}" if note else kind.value


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
