"""Everything about one exercise or stretch."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hamcore.athlete import AthleteState
from hamcore.catalog import Catalog
from hamcore.model.claim import Claim, NoteKind
from hamcore.model.exercise import CountingRule, Exercise, Function, LengthClass, Stretch
from hamcore.motion import MotionLibrary, Movement
from hamcore.screens.claim_rows import BY_STRENGTH, ClaimRow, SourceLink, claim_rows, figures, source_link
from hamcore.screens.claims_panel import notes_of
from hamcore.screens.exercise_history import OwnHistory, own_history
from hamcore.screens.exercise_words import (
    EQUIPMENT_WORDS,
    LATERALITY_WORDS,
    LENGTH_MEANING,
    LENGTH_NOTE,
    LENGTH_WORDS,
    LEVEL_WORDS,
    LOAD_WORDS,
    RULE_WORDS,
    credit_words,
    dose_facts,
    rule_reason,
    stretch_facts,
)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A common mistake and what to do instead, which may be empty."""

    what: str
    fix: str


@dataclass(frozen=True, slots=True)
class CreditLine:
    """What one set counts under a rule, and why."""

    rule: str
    credit: str
    reason: str


@dataclass(frozen=True, slots=True)
class StopSign:
    """When to stop: what to look for, and what to do then."""

    title: str
    words: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A link to another entry."""

    entry_id: str
    name: str


@dataclass(frozen=True, slots=True)
class ExerciseDetail:
    """One entry. ``history`` is None for a stretch, which is not logged in sets."""

    entry_id: str
    name: str
    function: Function
    facts: tuple[tuple[str, str], ...]
    movement: Movement | None
    length_title: str
    length_words: str
    length_note: str
    cues_title: str
    cues: tuple[str, ...]
    mistakes: tuple[Mistake, ...]
    dose: tuple[tuple[str, str], ...]
    dose_note: str
    credits: tuple[CreditLine, ...]
    bellies: str
    easier: tuple[Step, ...]
    harder: tuple[Step, ...]
    variants: tuple[Step, ...]
    rows: tuple[ClaimRow, ...]
    sources: tuple[SourceLink, ...]
    stops: tuple[StopSign, ...]
    history: OwnHistory | None


def exercise_detail(state: AthleteState, library: MotionLibrary, entry_id: str, today: date) -> ExerciseDetail | None:
    """The entry with this id; None if there is none."""
    exercise = state.catalog.exercises.get(entry_id)
    if exercise:
        return _exercise(state, library, exercise, today)
    stretch = state.catalog.stretches.get(entry_id)
    return _stretch(state.catalog, library, stretch) if stretch else None


def _exercise(state: AthleteState, library: MotionLibrary, one: Exercise, today: date) -> ExerciseDetail:
    catalog = state.catalog
    steps = _steps(catalog, one)
    return ExerciseDetail(
        entry_id=one.exercise_id,
        name=one.name,
        function=one.function,
        facts=(
            ("Equipment", EQUIPMENT_WORDS[one.equipment]),
            ("Legs", LATERALITY_WORDS[one.laterality]),
            ("Level", LEVEL_WORDS[one.level]),
        ),
        movement=library.movement_of(one.exercise_id),
        length_title=_length_title(one.length_class),
        length_words=LENGTH_MEANING[one.length_class],
        length_note="" if one.length_class is LengthClass.NONE else LENGTH_NOTE,
        cues_title="Set-up and cues",
        cues=one.cues,
        mistakes=_mistakes(one.mistakes, one.fixes),
        dose=dose_facts(one),
        dose_note=LOAD_WORDS[one.load_kind] if dose_facts(one) else "",
        credits=tuple(
            CreditLine(RULE_WORDS[rule], credit_words(one.credits.under(rule)), rule_reason(one, rule))
            for rule in CountingRule
        ),
        bellies=_bellies(catalog, one),
        easier=steps[0],
        harder=steps[1],
        variants=_variants(catalog, one, {step.entry_id for way in steps for step in way}),
        rows=claim_rows(catalog, _claims(catalog, one.exercise_id, one.family, one.function)),
        sources=_sources(catalog, one.sources),
        stops=tuple(_stops(catalog, one.function)),
        history=own_history(state, one.exercise_id, today),
    )


def _stretch(catalog: Catalog, library: MotionLibrary, one: Stretch) -> ExerciseDetail:
    movement = library.movement_of(one.stretch_id)
    length = movement.length_class if movement else LengthClass.NONE
    credit = f"Credited to {one.credit} by the source article." if one.credit else ""
    kind = "A nerve technique, not a stretch to push." if one.nerve_technique else ""
    return ExerciseDetail(
        entry_id=one.stretch_id,
        name=one.name,
        function=Function.STRETCH,
        facts=(
            ("Kind", "Moving" if one.dynamic else "Held still"),
            ("Legs", "Each side" if one.each_side else "Both legs"),
            ("When", "After training or on days off"),
        ),
        movement=movement,
        length_title=_length_title(length),
        length_words=LENGTH_MEANING[length],
        length_note="" if length is LengthClass.NONE else LENGTH_NOTE,
        cues_title="How to",
        cues=one.how_to,
        mistakes=_mistakes(one.mistakes, one.fixes),
        dose=stretch_facts(one),
        dose_note=" ".join(part for part in (kind, credit) if part),
        credits=(),
        bellies="",
        easier=(),
        harder=(),
        variants=(),
        rows=claim_rows(catalog, _claims(catalog, one.stretch_id, one.stretch_id, Function.STRETCH)),
        sources=_sources(catalog, one.sources),
        stops=(
            StopSign("Stop at the first of these", "Ease off and leave this one out today.", one.stop_signs),
            *_stops(catalog, Function.STRETCH),
        ),
        history=None,
    )


def _length_title(length: LengthClass) -> str:
    return "No length class" if length is LengthClass.NONE else f"{LENGTH_WORDS[length]} muscle length"


def _mistakes(mistakes: Sequence[str], fixes: Sequence[str]) -> tuple[Mistake, ...]:
    padded = [*fixes, *[""] * len(mistakes)]
    return tuple(Mistake(what, fix) for what, fix in zip(mistakes, padded, strict=False))


def _steps(catalog: Catalog, one: Exercise) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """Easier and harder ones, also those that only say so in their own record."""
    others = catalog.exercises.values()
    easier = dict.fromkeys((*one.easier, *(o.exercise_id for o in others if one.exercise_id in o.harder)))
    harder = dict.fromkeys((*one.harder, *(o.exercise_id for o in others if one.exercise_id in o.easier)))
    return _links(catalog, easier), _links(catalog, harder)


def _links(catalog: Catalog, ids: Iterable[str]) -> tuple[Step, ...]:
    return tuple(Step(key, catalog.display_name(key)) for key in ids if key in catalog.exercises)


def _variants(catalog: Catalog, one: Exercise, said: set[str]) -> tuple[Step, ...]:
    family = [key for key, other in catalog.exercises.items() if other.family == one.family]
    return _links(catalog, (key for key in family if key != one.exercise_id and key not in said))


def _bellies(catalog: Catalog, one: Exercise) -> str:
    names = [catalog.muscles[belly].name for belly in one.bellies if belly in catalog.muscles]
    if not names:
        return "None of the four bellies is loaded much."
    if len(names) == len(catalog.muscles):
        return "Works all four bellies."
    return "Works the three bellies that cross hip and knee. The short head crosses the knee only and is left out."


def _claims(catalog: Catalog, entry_id: str, family: str, function: Function) -> Iterator[str]:
    """The claims about the entry itself, then its family, then its function; the best supported first."""
    claims = sorted(catalog.claims.items(), key=lambda item: BY_STRENGTH[item[1].strength])
    yield from (key for key, claim in claims if entry_id in _about(claim))
    yield from (key for key, claim in claims if family in _about(claim))
    yield from (key for key, claim in claims if function in claim.functions)


def _about(claim: Claim) -> tuple[str, ...]:
    return (*claim.exercises, *claim.stretches)


def _sources(catalog: Catalog, ids: Iterable[str]) -> tuple[SourceLink, ...]:
    return tuple(source_link(catalog.sources[key]) for key in ids if key in catalog.sources)


def _stops(catalog: Catalog, function: Function) -> Iterator[StopSign]:
    for note in notes_of(catalog, NoteKind.STOP):
        if not note.functions or function in note.functions:
            yield StopSign(note.title, figures(note.words), note.lines)
