"""Every percentage, risk ratio and dose on the Learn pages is carried by a claim; no sentence says what it must not."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache

import pytest

from hamcore.motion import load_motion
from hamcore.places import app_dir, data_dir
from hamcore.screens import exercises, sources, why
from hamcore.screens.claims_panel import ClaimFilter
from hamcore.screens.exercise_gallery import GalleryFilter
from hamcore.screens.training_share import BellySets
from tests.unit.demo_state import TODAY, shipped, state_of
from tests.unit.memory_store import WholeStore

PAGE_FILES = (
    "pages/why.py",
    "pages/exercises.py",
    "pages/sources.py",
    "pages/_parts/claim_filters.py",
    "pages/_parts/exercise_view.py",
    "pages/_parts/gallery_filters.py",
    "pages/_parts/learn_look.py",
    "pages/_parts/source_view.py",
)
OWN_NUMBERS = {"history", "dose"}
"""Fields that hold a person's own numbers, or the dose of the record itself, which has checks of its own."""

NUMBER_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
UNITS = {
    "set": r"sets?",
    "rep": r"rep(?:s|etitions?)?",
    "s": r"s(?:ec(?:onds?)?)?",
    "min": r"min(?:utes?)?",
    "week": r"weeks?",
    "day": r"days?",
    "time": r"times",
    "session": r"sessions?",
}
NUMBER = rf"\d+(?:\.\d+)?|{'|'.join(NUMBER_WORDS)}"
RANGE = rf"({NUMBER})(?: ?(?:–|-|to|or|and) ?({NUMBER}))?"
PERCENT = re.compile(r"(\d+(?:\.\d+)?) ?%")
RISK = re.compile(r"\b(RR|OR|HR) (\d+(?:\.\d+)?)")
DOSES = {
    unit: re.compile(rf"\b{RANGE}(?: or more| more| weekly| weighted| slow| straight)* {words}\b", re.I)
    for unit, words in UNITS.items()
}
SAYS_ITSELF = {("week", "4"), ("time", "4")}
"""The four weeks that the page looks back."""

Token = tuple[str, str]


def tokens(text: str) -> set[Token]:
    """The percentages, risk ratios and doses in a text."""
    plain = text.replace("\u202f", " ").replace("\u00a0", " ")
    found: set[Token] = {("%", number) for number in PERCENT.findall(plain)}
    found |= set(RISK.findall(plain))
    for unit, pattern in DOSES.items():
        found |= {(unit, _digits(number)) for pair in pattern.findall(plain) for number in pair if number}
    return found


def _digits(number: str) -> str:
    low = number.lower()
    return str(NUMBER_WORDS.index(low) + 1) if low in NUMBER_WORDS else number


def texts(value: object) -> Iterator[str]:
    """Every text inside a screen, the person's own numbers left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BellySets):
        yield value.name
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in OWN_NUMBERS and field.name != "movement":
                yield from texts(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from texts(one)


def literals(path: str) -> Iterator[str]:
    tree = ast.parse((app_dir() / path).read_text(encoding="utf-8"))
    yield from (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str))


@cache
def page_texts() -> tuple[str, ...]:
    """All text of the three pages, for every belly, exercise, stretch and source."""
    state, (library, _) = state_of(WholeStore()), load_motion(data_dir())
    catalog = shipped()
    screens: list[object] = [why.build(state, TODAY, belly=belly) for belly in (None, *catalog.muscles)]
    screens.append(why.build(state, TODAY, asked=ClaimFilter(search="a", unverified=True)))
    screens.append(exercises.build(state, library, TODAY, asked=GalleryFilter(variants=True)))
    entries = (*catalog.exercises, *catalog.stretches, "unknown")
    screens += [exercises.build(state, library, TODAY, entry_id=entry_id) for entry_id in entries]
    # Titles of publications say what they say; what counts here is what HamCore says about them.
    found = sources.build(catalog, unverified=True)
    screens += [row.supports for row in found.rows]
    drawn = [text for screen in screens for text in texts(screen)]
    return tuple(dict.fromkeys([*drawn, *(text for path in PAGE_FILES for text in literals(path))]))


@cache
def carried() -> frozenset[Token]:
    found: set[Token] = set(SAYS_ITSELF)
    for claim in shipped().claims.values():
        for text in (claim.statement, claim.figure, claim.population, claim.caveat):
            found |= tokens(text)
    return frozenset(found)


def own_doses() -> frozenset[Token]:
    """Seconds that a cue may name because the tempo of an exercise or the hold of a stretch has them."""
    tempi = [one.prescription.tempo for one in shipped().exercises.values()]
    seconds = {part for tempo in tempi for part in (tempo.lower_s, tempo.bottom_s, tempo.lift_s, tempo.top_s)}
    return frozenset(("s", str(second)) for second in seconds if second)


def test_all_text_of_the_pages_was_read() -> None:
    assert len(page_texts()) > 900
    assert "Squats and presses leave the back of the thigh behind" in page_texts()
    assert any("Move the leg" in text for text in page_texts())


def test_no_page_text_has_a_number_that_no_claim_carries() -> None:
    allowed = carried() | own_doses()

    loose = {text: tokens(text) - allowed for text in page_texts()}

    assert {text: found for text, found in loose.items() if found} == {}


INVENTED = (
    "Cuts strains by 43 %.",
    "RR 0.21 against strains.",
    "Do 37 sets a week.",
    "Hold it for 45 seconds.",
    "Takes 11 weeks.",
    "twelve days",
)


@pytest.mark.parametrize("text", INVENTED)
def test_an_invented_number_would_be_found(text: str) -> None:
    assert tokens(text)
    assert not tokens(text) <= carried() | own_doses()


MUST_NOT = {
    "preventing": r"\bprevents?\b|\bprotects? you|\bbulletproof|\binjury-proof",
    "a personal risk": r"\byour (injury )?risk\b(?! *\.)",
    "thresholds": r"\b337 N|\b10\.56",
    "curing": r"\bcures?\b|\bheals\b|\bfix(es)? your (back|posture)",
    "isolating": r"\bisolates?\b|\btargets? only|\bonly the hamstring",
    "a true maximum": r"\btrue max\b|\byour real maximum",
    "breaking plateaus": r"\bplateau",
    "a limit of sets": r"\btoo many sets|\bdangerous|\bovertrain",
    "a safe load": r"\bsafely?\b|\bunsafe\b",
    "men only": r"\bfor men\b(?! who)",
    "ranking": r"\bking of\b|\boptimal\b|\bthe best (exercise|builder)",
    "activation": r"\bactivat|\bEMG\b",
    "endorsement": r"\brecommended by\b|\bendorse",
    "clearance": r"\bcleared to|\bready to return",
}


@pytest.mark.parametrize("pattern", MUST_NOT.values(), ids=MUST_NOT)
def test_no_sentence_makes_a_claim_that_must_not_be_made(pattern: str) -> None:
    quoted = {note.said for note in shipped().notes.values()} | {one.title for one in shipped().sources.values()}
    ours = [text for text in page_texts() if text not in quoted]

    assert [text for text in ours if re.search(pattern, text, re.IGNORECASE)] == []


FORBIDDEN_EXAMPLES = (
    "Nordics prevent strains, it prevents injury.",
    "It lowers your injury risk by a lot",
    "337 N is enough.",
    "Stretching cures back pain.",
    "This isolates the long head.",
    "It shows your real maximum.",
    "Drop sets break a plateau.",
    "More sets are dangerous.",
    "You can safely stretch.",
    "A plan for men.",
    "The best exercise there is.",
    "High activation.",
    "Recommended by therapists.",
    "You are cleared to run.",
)


@pytest.mark.parametrize("text", FORBIDDEN_EXAMPLES)
def test_the_search_finds_what_must_not_be_said(text: str) -> None:
    assert any(re.search(pattern, text, re.IGNORECASE) for pattern in MUST_NOT.values())


def test_lengths_are_never_shown_without_the_note_that_they_are_a_model() -> None:
    state, (library, _) = state_of(WholeStore()), load_motion(data_dir())
    for entry_id in (*shipped().exercises, *shipped().stretches):
        detail = exercises.build(state, library, TODAY, entry_id=entry_id).detail
        assert detail is not None
        has_class = detail.length_title != "No length class"
        assert has_class == ("Not a measurement of you" in detail.length_note)
