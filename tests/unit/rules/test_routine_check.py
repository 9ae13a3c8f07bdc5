"""The check of a routine: a golden table, and for each finding where it appears and where it just does not."""

from pathlib import Path

import pytest

from hamcore.dates import Weekday
from hamcore.model.routine import Routine
from hamcore.rules.finding import Finding, FindingId, Place, Tone
from hamcore.rules.routine_check import check
from tests.unit.rules.routines import SHIPPED, routine

GOLDEN = Path(__file__).parents[2] / "golden" / "routine_check.txt"
BASE = "mon: dl 3x6-8, seated 4x10-12, fold 2x30s; thu: rdl 4x6-8, swing 3x12-15, bend 2x30s"
"""A routine with nothing worth a look; each case changes one thing."""


def found(plan: Routine) -> tuple[Finding, ...]:
    return check(plan, SHIPPED.exercises, SHIPPED.stretches)


def ids(text: str) -> set[FindingId]:
    return {one.finding_id for one in found(routine(text))}


def line(one: Finding) -> str:
    """A finding as a line: tone, id, places, numbers and what the fix does."""
    numbers = " ".join(f"{name} {value:g}" for name, value in one.numbers)
    parts = [f"{one.tone} {one.finding_id}", " ".join(map(place_words, one.where)), numbers]
    if one.fix:
        days = " ".join(map(short, one.fix.weekdays))
        parts.append(" ".join(["->", one.fix.name, days, *one.fix.subjects]))
    return "  " + " | ".join(part for part in parts if part)


def short(day: Weekday) -> str:
    return day.name[:3].lower()


def place_words(place: Place) -> str:
    return short(place.weekday) + ("" if place.position is None else str(place.position + 1))


def test_the_golden_table_holds() -> None:
    blocks = GOLDEN.read_text(encoding="utf-8").strip().split("\n\n")
    assert len(blocks) >= 40
    made = []
    for block in blocks:
        what, text, *_ = block.split("\n")
        plan = SHIPPED.routines[text[1:]] if text.startswith("@") else routine(text)
        made.append("\n".join([what, text, *map(line, found(plan))]))
    assert "\n\n".join(made) == "\n\n".join(blocks), "review the change of the table, then write it to the golden file"


def test_the_golden_table_shows_every_finding() -> None:
    assert {one for one in FindingId if f" {one.value}" not in GOLDEN.read_text(encoding="utf-8")} == set()


def test_the_base_has_nothing_worth_a_look() -> None:
    assert {one.finding_id for one in found(routine(BASE)) if one.tone is Tone.LOOK} == set()


def replaced(*pairs: str) -> str:
    text = BASE
    for old, new in zip(pairs[::2], pairs[1::2], strict=True):
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


FEW = ("dl 3x6-8, ", "", "rdl 4x", "rdl 1x", "swing 3x12-15", "squat 3x6-8")
THREE = "mon: rdl 3x6-8, seated 4x10-12; wed: dl 3x6-8; sat: lying 3x10-12, scoop 1x8-10; sun: bend 2x30s"
EDGES = [
    # finding, where it appears, where it just does not
    (FindingId.TOO_FEW_SETS, replaced(*FEW, "seated 4x", "seated 2x"), replaced(*FEW, "seated 4x", "seated 3x")),
    (FindingId.BUILDING_SETS, replaced("swing 3x", "swing 0x"), replaced("swing 3x", "swing 1x")),
    (FindingId.MORE_THAN_NEEDED, replaced("seated 4x", "seated 14x"), replaced("seated 4x", "seated 13x")),
    (FindingId.NO_HINGE, replaced("dl 3x6-8, ", "", "rdl 4x6-8, ", ""), replaced("dl 3x6-8, ", "")),
    (FindingId.NO_KNEE_FLEXION, replaced("seated 4x10-12", "thrust 4x8-12"), replaced("seated 4x", "ball 4x")),
    (
        FindingId.NO_LONG_LENGTH,
        "mon: lying 5x10-12, fold 2x30s; thu: ball 5x10-12, bend 2x30s",
        "mon: seated 5x10-12, fold 2x30s; thu: ball 5x10-12, bend 2x30s",
    ),
    (FindingId.HINGES_CLOSE, BASE.replace("thu", "tue"), BASE.replace("thu", "wed")),
    (FindingId.HINGES_CLOSE, BASE.replace("thu", "sun"), BASE.replace("thu", "sat")),
    (FindingId.HINGES_CLOSE, BASE.replace("thu", "tue"), BASE.replace("thu: rdl 4x6-8", "tue: rdl 4x8-11")),
    (FindingId.HINGES_CLOSE, BASE.replace("thu: rdl 4x6-8", "tue: rdl 4x8-10"), BASE),
    (
        FindingId.HINGE_NOT_FIRST,
        replaced("dl 3x6-8, seated 4x10-12", "seated 4x10-12, dl 3x6-8"),
        replaced("dl 3x6-8, seated 4x10-12", "squat 3x6-8, dl 3x6-8, seated 4x10-12"),
    ),
    (
        FindingId.HINGE_NOT_FIRST,
        replaced("dl 3x6-8", "rdl 3x6-8, dl 3x6-8"),
        replaced("dl 3x6-8", "dl 3x6-8, rdl 3x6-8"),
    ),
    (
        FindingId.SWING_FIRST,
        replaced("rdl 4x6-8, swing 3x12-15", "swing 3x12-15, rdl 4x6-8"),
        replaced("rdl 4x6-8, swing 3x12-15", "swing 3x12-15, rdl 4x10-12"),
    ),
    (FindingId.HOLDS_BEFORE_HINGE, replaced("dl 3x", "bend 2x30s, dl 3x"), replaced("dl 3x", "bend 1x59s, dl 3x")),
    (FindingId.HOLDS_BEFORE_HINGE, replaced("dl 3x", "bend 1x60s, dl 3x"), replaced("dl 3x", "scoop 3x20, dl 3x")),
    (
        FindingId.HOLDS_BEFORE_HINGE,
        replaced("dl 3x", "fold 1x30s, bend 1x30s, dl 3x", ", fold 2x30s", ""),
        replaced("dl 3x", "fold 2x29s, dl 3x", ", fold 2x30s", ""),
    ),
    (FindingId.TECHNIQUE_ON_COMPOUND, replaced("rdl 4x6-8", "rdl 4x6-8 drop"), replaced("4x10-12", "4x10-12 drop")),
    (FindingId.SHORT_REST, replaced("4x10-12", "4x10-12 r59"), replaced("4x10-12", "4x10-12 r60")),
    (FindingId.ONE_DAY, replaced("rdl 4x6-8, swing", "swing"), replaced("rdl 4x6-8, swing 3x12-15", "rdl 1x6-8")),
    (FindingId.FEW_STRETCH_DAYS, replaced(", bend 2x30s", ""), replaced("bend 2x30s", "scoop 1x8")),
    (FindingId.FEW_STRETCH_DAYS, replaced("bend 2x30s", "floss 1x8-12"), BASE),
    (FindingId.VOLUME_FITS, replaced("swing 3x", "swing 1x"), replaced("swing 3x", "swing 0x")),
    (FindingId.BOTH_FUNCTIONS, replaced("seated 4x", "nordic 4x"), replaced("seated 4x", "squat 4x")),
    (FindingId.LONG_LENGTH, "mon: seated 3x10-12", "mon: lying 3x10-12"),
    (FindingId.HINGES_SPACED, BASE.replace("thu", "wed"), BASE.replace("thu", "tue")),
    (FindingId.HINGES_SPACED, BASE, replaced("rdl 4x6-8", "rdl 4x8-11")),
    (FindingId.HINGE_FIRST, BASE, replaced("rdl 4x6-8, swing 3x12-15", "swing 3x12-15, rdl 4x6-8")),
    (FindingId.TWO_DAYS, BASE, replaced("rdl 4x6-8, ", "")),
    (FindingId.STRETCH_DAYS, BASE, replaced(", fold 2x30s", "")),
]


@pytest.mark.parametrize(("finding_id", "appears", "just_not"), EDGES)
def test_a_finding_appears_and_one_step_away_it_does_not(finding_id: FindingId, appears: str, just_not: str) -> None:
    assert finding_id in ids(appears)
    assert finding_id not in ids(just_not)


def test_every_finding_has_an_edge() -> None:
    assert {one for one, _, _ in EDGES} == set(FindingId)


def test_an_own_exercise_is_not_judged() -> None:
    plan = routine(replaced("dl 3x6-8", "own 3x6-8, dl 3x6-8"))
    assert {one.finding_id for one in found(plan) if one.tone is Tone.LOOK} == set()


def test_the_articles_twelve_sets_are_nine_weighted() -> None:
    (volume,) = (one for one in found(SHIPPED.routines["article_split"]) if one.finding_id is FindingId.BUILDING_SETS)
    assert dict(volume.numbers) == {"weighted": 9, "raw": 12}


@pytest.mark.parametrize("routine_id", sorted(SHIPPED.routines))
def test_a_shipped_routine_has_nothing_worth_a_look_but_that_one_day_could_be_two(routine_id: str) -> None:
    look = {one.finding_id for one in found(SHIPPED.routines[routine_id]) if one.tone is Tone.LOOK}
    assert look == ({FindingId.ONE_DAY} if routine_id == "article_one_day" else set())
