"""The claims and notes that ship with the program."""

import re

import pytest

from hamcore.catalog import Catalog
from hamcore.catalog.standards import SOURCES
from hamcore.model.claim import NoteKind, Topic
from hamcore.model.exercise import Function, Level
from hamcore.model.source import Strength

PAIRS = (
    ("nordic_halves_strains", "nordic_effect_unclear"),
    ("stiffness_and_back_pain", "back_pain_no_conclusion"),
)


def test_every_topic_and_every_strength_has_claims(shipped: Catalog) -> None:
    assert len(shipped.claims) >= 120
    assert {claim.topic for claim in shipped.claims.values()} == set(Topic)
    assert {claim.strength for claim in shipped.claims.values()} == set(Strength)


@pytest.mark.parametrize("pair", PAIRS)
def test_both_sides_of_a_dispute_name_each_other(shipped: Catalog, pair: tuple[str, str]) -> None:
    one, other = (shipped.claims[key] for key in pair)

    assert one.contested_with == (other.claim_id,)
    assert other.contested_with == (one.claim_id,)
    assert (one.verified, other.verified) == (True, True)


def test_few_claims_are_unverified_and_they_say_why(shipped: Catalog) -> None:
    unverified = [claim for claim in shipped.claims.values() if not claim.verified]

    assert 0 < len(unverified) < 10
    assert all(re.search(r"[Oo]ne secondary account|[Oo]nly the citation", claim.caveat) for claim in unverified)


def test_a_muscle_signal_is_never_called_growth(shipped: Catalog) -> None:
    about_signals = [claim for claim in shipped.claims.values() if re.search("signal", claim.statement)]

    assert len(about_signals) > 5
    for claim in about_signals:
        assert "signal" in claim.caveat or claim.claim_id == "signal_is_not_growth"
        assert claim.strength is not Strength.STRONG or claim.claim_id == "signal_is_not_growth"


def test_what_the_source_article_asks_for_is_a_convention(shipped: Catalog) -> None:
    only_article = [claim for claim in shipped.claims.values() if claim.sources == ("source_article",)]

    assert len(only_article) >= 4
    assert {claim.strength for claim in only_article} == {Strength.CONVENTION}


def test_every_verified_source_of_evidence_is_used(shipped: Catalog) -> None:
    cited = {key for claim in shipped.claims.values() for key in claim.sources}
    cited |= {key for one in shipped.exercises.values() for key in (*one.sources, one.credits.source)}
    for records in (shipped.stretches, shipped.muscles, shipped.routines):
        cited |= {key for one in records.values() for key in one.sources}
    cited |= set(SOURCES)

    assert set(shipped.sources) - cited == set()


def test_the_articles_reasons_and_benefits_are_all_answered(shipped: Catalog) -> None:
    notes = [one for one in shipped.notes.values() if one.kind in (NoteKind.REASON, NoteKind.BENEFIT)]

    said = " ".join(note.said.lower() for note in notes)
    for word in ("squats and presses", "sprint", "jump", "knee", "strain", "lower back", "posture", "hips", "looks"):
        assert word in said or any(word in note.title.lower() for note in notes)
    assert all(note.said and note.words and note.claims for note in notes)


def test_everyday_tasks_open_questions_and_stop_signs_are_there(shipped: Catalog) -> None:
    kinds = {kind: [one for one in shipped.notes.values() if one.kind is kind] for kind in NoteKind}

    assert {note.note_id for note in kinds[NoteKind.EVERYDAY]} == {
        "walking",
        "stairs",
        "standing_up",
        "bending",
        "sink",
    }
    assert len(kinds[NoteKind.UNKNOWN]) >= 6
    signs = [line.lower() for note in kinds[NoteKind.STOP] for line in note.lines]
    for word in ("pop", "bruising", "sit bone", "numbness", "bladder", "chest pain"):
        assert any(word in sign for sign in signs)


@pytest.mark.parametrize("function", Function)
def test_every_function_has_stop_signs(shipped: Catalog, function: Function) -> None:
    stops = [one for one in shipped.notes.values() if one.kind is NoteKind.STOP]

    assert any(not one.functions or function in one.functions for one in stops)


def test_every_mistake_has_a_way_out(shipped: Catalog) -> None:
    pairs = [(one.mistakes, one.fixes) for one in shipped.exercises.values()]
    pairs += [(one.mistakes, one.fixes) for one in shipped.stretches.values()]

    assert all(len(mistakes) == len(fixes) > 0 for mistakes, fixes in pairs)


def test_levels_are_judged_not_left_open(shipped: Catalog) -> None:
    levels = [one.level for one in shipped.exercises.values()]

    assert min(levels.count(level) for level in Level) >= 10
    assert shipped.exercises["nordic_curl"].level is Level.DEMANDING
    assert shipped.exercises["assisted_nordic_curl"].level is Level.SOME_PRACTICE
    assert shipped.exercises["kettlebell_deadlift"].level is Level.FIRST


def test_no_publication_is_listed_twice(shipped: Catalog) -> None:
    dois = [source.doi for source in shipped.sources.values() if source.doi]

    assert len(dois) == len(set(dois))
