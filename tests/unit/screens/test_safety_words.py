"""What can be reported, what still holds, and what is said about it."""

from datetime import date

import pytest

from hamcore.model.symptom import Symptom, SymptomKind
from hamcore.screens.safety_words import choices, held, stop_words
from tests.unit.shipped import shipped

TODAY = date(2026, 5, 4)


def test_every_kind_can_be_reported_the_gravest_first_with_its_signs() -> None:
    found = choices(shipped())

    assert [choice.kind for choice in found] == list(SymptomKind)
    assert all(sum(len(part.signs) for part in choice.lists) for choice in found)


def test_the_red_flags_begin_with_what_is_urgent() -> None:
    signs = [sign for part in choices(shipped())[0].lists for sign in part.signs]

    assert "saddle" in signs[0]
    assert any("pop" in sign for sign in signs)
    assert any("Chest pain" in sign for sign in signs)


def test_the_urgent_signs_and_no_others_are_marked_as_such() -> None:
    lists = [part for choice in choices(shipped()) for part in choice.lists]
    assert [part.title for part in lists if part.is_urgent] == ["Seek urgent care"]
    assert len(lists) > 1


def test_what_holds_is_shown_newest_first_and_what_has_gone_is_not() -> None:
    reports = [
        Symptom("old", SymptomKind.NERVE_SIGNS, date(2026, 4, 1)),
        Symptom("new", SymptomKind.SIT_BONE_PAIN, date(2026, 5, 2)),
        Symptom("gone", SymptomKind.RED_FLAG, date(2026, 4, 1), cleared_on=TODAY),
        Symptom("ahead", SymptomKind.RED_FLAG, date(2026, 5, 5)),
    ]
    found = held(reports, shipped(), TODAY)

    assert [(one.symptom_id, one.since) for one in found] == [("new", "since 2 May"), ("old", "since 1 Apr")]
    assert all(one.advice and one.stops for one in found)


def test_a_report_whose_day_was_lost_still_holds() -> None:
    (one,) = held([Symptom("a", SymptomKind.RED_FLAG, date.min)], shipped(), TODAY)
    assert one.since == "for an unknown time"


@pytest.mark.parametrize("kind", SymptomKind)
def test_a_stop_says_in_one_line_what_was_reported_and_what_it_stops(kind: SymptomKind) -> None:
    words = stop_words(kind, shipped())
    assert words.startswith(f"{shipped().symptoms[kind].title}: ")
    assert words.endswith(".")
