"""Each check of claims and notes meets a record that breaks it, and reports exactly that."""

import pytest

from hamcore.problems import Problem
from tests.unit.catalog.sample import FILES, problems_with, spoilt

FOR, AGAINST = "claims/for_it.toml", "claims/against_it.toml"
REASON, STOP = "notes/reason.toml", "notes/stop.toml"


def places(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(problem.where, problem.column) for problem in problems]


ONE_VALUE = {
    "no statement": (FOR, 'statement = "It does."\n', "", "statement", "is missing; a text is needed"),
    "a statement too long": (FOR, "It does.", "x" * 161, "statement", "allowed are 160"),
    "an unknown topic": (FOR, '"injury"', '"luck"', "topic", "'luck'; allowed are anatomy"),
    "an unknown strength": (FOR, '"contested"', '"certain"', "strength", "'certain'; allowed are strong, moderate"),
    "a figure without a source": (FOR, '["checked"]', "[]", "sources", "at least one entry is needed"),
    "no sources at all": (FOR, 'sources = ["checked"]\n', "", "sources", "is missing; a list is needed"),
    "a source that does not exist": (FOR, '"checked"', '"lost"', "sources", "no file sources/lost.toml"),
    "a source nobody read": (FOR, '"checked"', '"unread"', "sources", "'unread', which is not verified"),
    "no word on verification": (FOR, "verified = true\n", "", "verified", "is missing; true or false is needed"),
    "a partner that does not exist": (FOR, '["against_it"]', '["nobody"]', "contested_with", "no file claims/nobody"),
    "an exercise that does not exist": (FOR, '["curl"]', '["jump"]', "exercises", "no file exercises/jump.toml"),
    "an unknown belly": (FOR, "sources =", 'bellies = ["gracilis"]\nsources =', "bellies", "has 'gracilis'"),
    "an unknown function": (FOR, "sources =", 'functions = ["jump"]\nsources =', "functions", "has 'jump'"),
    "an unknown key": (FOR, "sources =", 'effect = "big"\nsources =', "effect", "is not a key of this record"),
    "a note of no kind": (STOP, '"stop"', '"hint"', "kind", "'hint'; allowed are reason"),
    "a note without a place": (STOP, "order = 1", "order = 0", "order", "is 0; allowed is 1 to 99"),
    "a note that leans on nothing": (STOP, '["for_it", "against_it"]', "[]", "claims", "at least one entry is needed"),
    "a note with a lost claim": (STOP, '"for_it", "against_it"', '"lost"', "claims", "no file claims/lost.toml"),
}


@pytest.mark.parametrize(("where", "old", "new", "column", "message"), ONE_VALUE.values(), ids=ONE_VALUE)
def test_a_wrong_value_is_reported_with_file_and_key(where: str, old: str, new: str, column: str, message: str) -> None:
    problems = [problem for problem in spoilt(where, old, new) if problem.where == where]

    assert places(problems) == [(where, column)]
    assert message in problems[0].message


def test_a_contested_claim_is_contested_both_ways() -> None:
    problems = spoilt(AGAINST, 'contested_with = ["for_it"]\n', "")

    assert places(problems) == [(FOR, "contested_with")]
    assert "does not name it back" in problems[0].message


def test_a_claim_that_another_contests_is_marked_contested() -> None:
    problems = spoilt(FOR, '"contested"', '"strong"')

    assert places(problems) == [(FOR, "strength")]
    assert "must be contested" in problems[0].message


def test_a_claim_cannot_contest_itself() -> None:
    problems = spoilt(FOR, '["against_it"]', '["against_it", "for_it"]')

    assert places(problems) == [(FOR, "contested_with")]
    assert "names the claim itself" in problems[0].message


def test_an_unverified_claim_may_rest_on_an_unverified_source() -> None:
    text = FILES[FOR].replace("verified = true", "verified = false").replace('"checked"', '"unread"')

    assert problems_with({FOR: text}) == []


def test_a_note_shows_both_sides() -> None:
    problems = spoilt(REASON, '["for_it", "against_it"]', '["for_it"]')

    assert places(problems) == [(REASON, "claims")]
    assert "without 'against_it', which says otherwise" in problems[0].message


def test_two_notes_of_a_kind_cannot_have_one_place() -> None:
    problems = [problem for problem in spoilt(STOP, '"stop"', '"reason"') if problem.where == STOP]

    assert places(problems) == [(STOP, "order")]
    assert "is 1, as in 'reason'" in problems[0].message
