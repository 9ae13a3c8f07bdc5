"""The findings in words: every figure is filled in, and the sentences read as they should."""

import pytest
from hypothesis import HealthCheck, given, settings

from hamcore.model.routine import Routine
from hamcore.rules.finding import FIXES, NUMBERS, FindingId, Tone
from hamcore.rules.routine_check import check
from hamcore.screens.finding_words import FindingWords, finding_words
from tests.unit.rules.routines import ROUTINES, SHIPPED, routine


def words(plan: Routine) -> dict[str, FindingWords]:
    found = check(plan, SHIPPED.exercises, SHIPPED.stretches)
    return {one.finding_id: finding_words(one, plan, SHIPPED) for one in found}


CLOSE = "mon: seated 4x10-12, dl 3x6-8 drop; tue: swing 3x12-15, rdl 4x6-8 r45, fold 2x30s"
SAID = [
    ("hinges_close", "24\u202fh between the heavy hinges of Monday and Tuesday.", "Move Tuesday to Wednesday"),
    ("hinge_not_first", "Other work comes before Barbell deadlift on Monday.", "Put Barbell deadlift first"),
    ("swing_first", "Kettlebell swing before the heavy hinge on Tuesday.", "Put Kettlebell swing last"),
    ("short_rest", "As little as 45\u202fs between the sets of Romanian deadlift.", "Rest 60\u202fs at least"),
    ("technique_on_compound", "Barbell deadlift: the last set is no plain one.", "Plain sets of Barbell deadlift"),
    ("few_stretch_days", "Stretching on 1 of 7 days.", "Add Standing forward bend on Monday"),
    ("both_functions", "7 weighted sets at the hip and 4 at the knee.", ""),
]


@pytest.mark.parametrize(("finding_id", "said", "fix"), SAID)
def test_a_finding_says_what_it_saw_and_what_would_change_it(finding_id: str, said: str, fix: str) -> None:
    found = words(routine(CLOSE))[finding_id]
    assert (found.said, found.fix) == (said, fix)


def test_a_curl_in_a_long_position_takes_the_place_of_another_by_name() -> None:
    plan = routine("mon: seated 4x10-12, fold 2x30s; thu: bend 2x30s")
    assert words(plan)["one_day"].fix == "Put Seated leg curl on Friday"


def test_what_rests_on_custom_says_so() -> None:
    found = words(SHIPPED.routines["article_split"])["hinges_spaced"]
    assert (found.tone, found.tag_words, found.sources) == (Tone.FINE, "Convention", ())
    assert "48\u202fh" in found.why


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROUTINES)
def test_no_sentence_keeps_a_brace_or_a_gap(plan: Routine) -> None:
    for finding in check(plan, SHIPPED.exercises, SHIPPED.stretches):
        assert tuple(name for name, _ in finding.numbers) == NUMBERS.get(finding.finding_id, ())
        assert finding.fix is None or finding.fix.name in FIXES[finding.finding_id]
        found = finding_words(finding, plan, SHIPPED)
        for text in (found.said, found.why, found.fix):
            assert "{" not in text
            assert "  " not in text
            assert text == text.strip()
        assert found.title
        assert bool(found.fix) == (finding.fix is not None)


def test_every_finding_has_its_words_in_order() -> None:
    assert list(SHIPPED.findings) == list(FindingId)
