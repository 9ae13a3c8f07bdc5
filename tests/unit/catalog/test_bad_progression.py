"""Each check of the rules in words and of the symptoms meets a record that breaks it, and reports exactly that."""

import pytest

from tests.unit.catalog.sample import problems_with, spoilt

RULE, SYMPTOM = "progression/layoff.toml", "symptoms/red_flag.toml"

ONE_VALUE = {
    "no title": (RULE, 'title = "A rule"\n', "", "title", "is missing; a text is needed"),
    "a title too long": (RULE, "A rule", "x" * 61, "title", "allowed are 60"),
    "no word on what never happens": (RULE, 'never = "More."\n', "", "never", "is missing; a text is needed"),
    "an unknown tag": (RULE, '"convention"', '"luck"', "tag", "'luck'; allowed are evidence, convention"),
    "no source": (RULE, '["checked"]', "[]", "sources", "at least one entry is needed"),
    "a source that does not exist": (RULE, '"checked"', '"lost"', "sources", "no file sources/lost.toml"),
    "a source nobody read": (RULE, '"checked"', '"unread"', "sources", "'unread', which is not verified"),
    "a brace left open": (RULE, "{layoff_days} days", "{layoff_days days", "when", "a brace that names no figure"),
    "a figure without a name": (RULE, "{layoff_days} days", "{} days", "when", "a brace that names no figure"),
    "a symptom without signs": (SYMPTOM, '["stop"]', "[]", "notes", "at least one entry is needed"),
    "a symptom with a lost note": (SYMPTOM, '["stop"]', '["lost"]', "notes", "no file notes/lost.toml"),
    "signs from a note about something else": (SYMPTOM, '["stop"]', '["reason"]', "notes", "a note of kind reason"),
}


@pytest.mark.parametrize(("where", "old", "new", "column", "message"), ONE_VALUE.values(), ids=ONE_VALUE)
def test_a_wrong_value_is_reported_with_file_and_key(where: str, old: str, new: str, column: str, message: str) -> None:
    (problem,) = spoilt(where, old, new)

    assert (problem.where, problem.column) == (where, column)
    assert message in problem.message


@pytest.mark.parametrize("where", [RULE, SYMPTOM])
def test_a_rule_or_symptom_without_its_file_is_missed(where: str) -> None:
    (problem,) = problems_with({where: None})

    assert (problem.where, problem.column) == (where, "")
    assert "is missing; each rule and each kind of symptom has its file" in problem.message


@pytest.mark.parametrize("where", ["progression/guess.toml", "symptoms/mood.toml"])
def test_a_file_for_a_rule_or_symptom_that_the_code_does_not_know_is_refused(where: str) -> None:
    (problem,) = problems_with({where: 'title = "A"\n'})

    assert problem.where == where
    assert "is none of" in problem.message
