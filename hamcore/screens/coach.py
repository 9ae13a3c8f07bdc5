"""What the page on suggested loads shows: the rules in order, a worked example of each, and what surrounds them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hamcore.catalog import Catalog
from hamcore.model.exercise import Exercise
from hamcore.model.progression import RuleNote, Tag
from hamcore.model.settings import Settings
from hamcore.rules.deload import LEAST_LIFTS, WEEKS_SINCE_LIGHT
from hamcore.rules.loadable import loadable_for
from hamcore.rules.recommendation import RuleId
from hamcore.rules.techniques import SURE_AFTER
from hamcore.rules.warm_up import LIGHT_KG, MOST_JUMP, SHARES
from hamcore.screens.claim_rows import SourceLink, source_link
from hamcore.screens.coach_words import TAG_WORDS
from hamcore.screens.rule_examples import Example, example
from hamcore.screens.rule_figures import FIGURES, filled
from hamcore.screens.wording import listed, load_in, percent
from hamcore.screens.words import THIN, load_number
from hamcore.units import Load, LoadUnit


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule: its place in the order, what it rests on, its words and its example."""

    number: int
    rule_id: RuleId
    title: str
    tag: Tag
    tag_words: str
    when: str
    then: str
    never: str
    sources: tuple[SourceLink, ...]
    example: Example


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Rules that follow one another, under one heading."""

    title: str
    words: str
    rules: tuple[RuleRow, ...]


@dataclass(frozen=True, slots=True)
class CoachScreen:
    """The page. ``always`` holds for every rule, ``steps`` are the person's own smallest steps, ``around`` the rest."""

    lead: str
    tags: tuple[tuple[Tag, str, str], ...]
    always: tuple[str, ...]
    groups: tuple[RuleGroup, ...]
    steps: tuple[tuple[str, str], ...]
    around: tuple[tuple[str, str], ...]


def build(settings: Settings, catalog: Catalog, today: date) -> CoachScreen:
    """The page for a person's unit and equipment."""
    numbers = {rule_id: number for number, rule_id in enumerate(catalog.progression, 1)}
    rows = {
        rule_id: _row(numbers[rule_id], rule_id, note, catalog, settings, today)
        for rule_id, note in catalog.progression.items()
    }
    return CoachScreen(
        lead=LEAD,
        tags=tuple((tag, TAG_WORDS[tag], words) for tag, words in TAG_NOTES.items()),
        always=ALWAYS,
        groups=tuple(
            RuleGroup(title, words, tuple(rows[rule] for rule in RuleId if rule in rules and rule in rows))
            for title, words, rules in _GROUPS
        ),
        steps=tuple(_steps(settings, catalog)),
        around=_around(settings.load_unit),
    )


def _row(number: int, rule_id: RuleId, note: RuleNote, catalog: Catalog, settings: Settings, today: date) -> RuleRow:
    return RuleRow(
        number=number,
        rule_id=rule_id,
        title=note.title,
        tag=note.tag,
        tag_words=TAG_WORDS[note.tag],
        when=filled(note.when),
        then=filled(note.then),
        never=filled(note.never),
        sources=tuple(source_link(catalog.sources[one]) for one in note.sources),
        example=example(rule_id, catalog, settings, today),
    )


LEAD = (
    "One set of rules decides what to lift next. They are asked in the order below, and the first that fits decides. "
    "Nothing is counted up or stored: your log is read anew each time, so a corrected set corrects what follows. "
    "The examples are those of a usual gym."
)

TAG_NOTES: Mapping[Tag, str] = {
    Tag.EVIDENCE: "studies, or a guideline that rests on them",
    Tag.CONVENTION: "what coaches and textbooks do; nobody has shown that it is best",
    Tag.ARTICLE: "from the article that HamCore started from",
    Tag.COMPUTED: "our own arithmetic",
}

ALWAYS = (
    "Warm-up sets never count.",
    "Sets beyond the plan never change the next load. They count for your weekly sets.",
    "Drop sets, rest-pause and forced repetitions never move the plan. One to failure counts with nothing in reserve.",
    "Reserve is what you say it is, and a reserve you did not note is not held against you.",
    "Of a left and a right set the weaker side decides.",
    "An exercise goes by its own sets alone. Swapping it for another moves neither.",
    "Every load is one that your equipment can make; one you lifted elsewhere is rounded to the nearest, and says so.",
    "Under a name of your own nobody knows the equipment, so there a load you lifted stays as it is.",
    "A suggestion is never an order: log what you did, and the next one follows from that.",
)

_GROUPS: tuple[tuple[str, str, tuple[RuleId, ...]], ...] = (
    (
        "Before any load",
        "Is there a reason to suggest none, or nothing to go by?",
        (RuleId.RED_FLAG, RuleId.PAIN, RuleId.FIRST_TIME, RuleId.TIMED_WORK),
    ),
    ("After a pause", "How long ago was it?", (RuleId.LONG_LAYOFF, RuleId.LAYOFF, RuleId.DELOAD, RuleId.NO_PLAN)),
    (
        "How the last time went",
        "Was it clean, whole, and inside the range?",
        (
            RuleId.BACK_ROUNDED,
            RuleId.FORM_BROKE,
            RuleId.NOT_COMPARABLE,
            RuleId.MISSED_TWICE,
            RuleId.MISSED_ONCE,
            RuleId.HOLD_POWER,
        ),
    ),
    (
        "At the top of the range",
        f"Every planned set got there, with {FIGURES['top_rir']} in reserve where you noted it. What grows now?",
        (
            RuleId.SLOWER_FIRST,
            RuleId.REPS_FIRST,
            RuleId.NOTHING_HEAVIER,
            RuleId.STEP_LOAD,
            RuleId.CONFIRM_TOP,
        ),
    ),
    ("Everything else", "The usual day.", (RuleId.ADD_REPS,)),
)

_EQUIPMENT = (
    ("Barbell", "barbell"),
    ("Each dumbbell", "dumbbell"),
    ("Machine stack", "machine"),
    ("Cable stack", "cable"),
    ("Kettlebell", "kettlebell"),
)


def _steps(settings: Settings, catalog: Catalog) -> Iterable[tuple[str, str]]:
    """The first two loads that can be made with each kind of equipment, and the step between them."""
    for name, equipment in _EQUIPMENT:
        exercise = _one_with(equipment, catalog)
        if exercise is None:
            continue
        loads = loadable_for(exercise, settings).loads(end=3)
        if any(load.marked for load in loads):
            yield name, f"{', '.join(load_in(load, settings.load_unit) for load in loads)} …"
        else:
            yield name, f"{', '.join(map(load_number, loads))}{THIN}{settings.load_unit} …"


def _one_with(equipment: str, catalog: Catalog) -> Exercise | None:
    return next((one for one in catalog.exercises.values() if one.equipment == equipment), None)


def _around(unit: LoadUnit) -> tuple[tuple[str, str], ...]:
    """Titles and words of what is not a rule of progression; the figures are those of the code."""
    shares = listed([percent(float(share)) for share in SHARES])
    light = f"{Load(Decimal(LIGHT_KG), LoadUnit.KG).in_unit(unit):.0f}{THIN}{unit}"
    return (
        ("Warm-up sets", _WARM_UP.format(shares=shares, jump=percent(float(MOST_JUMP)), light=light)),
        ("Plates", _PLATES),
        ("Lighter weeks", _LIGHTER.format(lifts=LEAST_LIFTS, weeks=WEEKS_SINCE_LIGHT)),
        ("Drop sets, rest-pause, forced repetitions", _TECHNIQUES.format(workouts=SURE_AFTER)),
        ("Records", _RECORDS),
    )


_WARM_UP = (
    "The bar, then {shares} of the working load, rounded down to what you can load. No jump is larger than {jump} "
    "where something in between can be loaded. None for swings, body weight, and working loads up to {light} in all."
)
_PLATES = (
    "Every combination of the plates you own is tried, kilograms and pounds mixed too. Where a load cannot be made, "
    "the nearest below and above are named."
)
_LIGHTER = (
    "Offered when at least {lifts} lifts are level or falling and none of the last {weeks} weeks was light. Never "
    "begun by itself, and never a full stop."
)
_TECHNIQUES = (
    "Offered on isolation exercises only, after {workouts} workouts in a row without a note of bad form. "
    "They save time."
)
_RECORDS = "Best so far, with a note when it is within what differs from one session to the next anyway."
