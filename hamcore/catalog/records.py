"""Muscle, routine and source definitions from their tables."""

import re

from hamcore.catalog.exercises import prescription
from hamcore.catalog.fields import Fields
from hamcore.dates import Weekday
from hamcore.model.log import SetType
from hamcore.model.muscle import Belly, Joint, Muscle
from hamcore.model.routine import TECHNIQUES, Routine, RoutineDay, Slot, StretchSlot
from hamcore.model.source import Source, Strength

_DOI = re.compile(r"10\.[0-9]{4,9}/\S+", re.ASCII)
_PMID = re.compile(r"[1-9][0-9]{0,7}", re.ASCII)


def muscle(belly: str, fields: Fields) -> Muscle:
    """The belly in ``fields``; to be used only if they are sound and ``belly`` is a value of ``Belly``."""
    return Muscle(
        belly=Belly(belly),
        name=fields.text("name"),
        short_name=fields.text("short_name"),
        origin=fields.text("origin"),
        insertion=fields.text("insertion"),
        nerve=fields.text("nerve"),
        joints=fields.choices("joints", Joint),
        actions=fields.texts("actions"),
        fibre_length_mm=fields.number("fibre_length_mm", 10, 500),
        fibre_length_sd_mm=fields.number("fibre_length_sd_mm", 0, 100),
        pennation_deg=fields.number("pennation_deg", 0, 45),
        pennation_sd_deg=fields.number("pennation_sd_deg", 0, 20),
        pcsa_cm2=fields.number("pcsa_cm2", 0.5, 50),
        pcsa_share=fields.number("pcsa_share", 0, 1),
        mass_g=fields.number("mass_g", 1, 1000),
        sources=fields.ids("sources", "sources"),
    )


def routine(routine_id: str, fields: Fields) -> Routine:
    """The routine in ``fields``; to be used only if they are sound."""
    return Routine(
        routine_id=routine_id,
        name=fields.text("name"),
        why=fields.text("why"),
        days=tuple(_day(day) for day in fields.tables("days")),
        sources=fields.ids("sources", "sources"),
    )


def source(source_id: str, fields: Fields) -> Source:
    """The source in ``fields``; to be used only if they are sound. Title and journal may not both be absent."""
    title, journal = fields.text("title", default=""), fields.text("journal", default="")
    if not title and not journal:
        fields.note("title", "is missing, and so is journal; at least one of them is needed")
    return Source(
        source_id=source_id,
        authors=fields.text("authors"),
        year=fields.whole("year", 1900, 2100) if fields.has("year") else None,
        title=title,
        journal=journal,
        doi=_matching(fields, "doi", _DOI, "a DOI as 10.1234/abc"),
        strength=fields.choice("strength", Strength),
        pmid=_matching(fields, "pmid", _PMID, "a PubMed number of up to eight digits, in quotes"),
        verified=fields.flag("verified"),
    )


def _day(fields: Fields) -> RoutineDay:
    return RoutineDay(
        name=fields.text("name"),
        weekday=fields.choice("weekday", Weekday),
        items=tuple(_item(item) for item in fields.tables("items")),
    )


def _item(fields: Fields) -> Slot | StretchSlot:
    """An item that names a stretch is one; any other is an exercise, so that a nameless item misses the usual key."""
    return _stretch_slot(fields) if fields.has("stretch") else _slot(fields)


def _slot(fields: Fields) -> Slot:
    return Slot(
        exercise_id=fields.one_id("exercise", "exercises"),
        prescription=prescription(fields),
        alternatives=fields.ids("alternatives", "exercises", default=()),
        superset=fields.whole("superset", 1, 9) if fields.has("superset") else 0,
        technique=_technique(fields) if fields.has("technique") else None,
    )


def _technique(fields: Fields) -> SetType:
    technique = fields.choice("technique", SetType)
    if technique not in TECHNIQUES:
        fields.note("technique", f"is {technique.value!r}; allowed are {', '.join(TECHNIQUES)}")
    return technique


def _stretch_slot(fields: Fields) -> StretchSlot:
    # Repetitions make a moving stretch, else a hold is asked for: the other key is unknown then.
    moving = fields.has("reps")
    return StretchSlot(
        stretch_id=fields.one_id("stretch", "stretches"),
        rounds=fields.whole("rounds", 1, 5),
        hold_s=None if moving else fields.bounds("hold_s", 5, 120),
        reps=fields.bounds("reps", 3, 30) if moving else None,
    )


def _matching(fields: Fields, key: str, pattern: re.Pattern[str], wanted: str) -> str:
    value = fields.text(key, default="")
    if value and pattern.fullmatch(value) is None:
        fields.note(key, f"is {value!r}; {wanted} is needed")
    return value
