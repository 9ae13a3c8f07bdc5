"""Each check of the findings in words meets a record that breaks it, and reports exactly that."""

import pytest

from tests.unit.catalog.sample import problems_with, spoilt

REST = "findings/short_rest.toml"

ONE_VALUE = {
    "no title": ('title = "A title"\n', "", "title", "is missing; a text is needed"),
    "nothing said": ('"Few."', '" "', "said", "is empty; a text is needed"),
    "a brace that names no figure": ('"Few."', '"Few {."', "said", "a brace that names no figure"),
    "an unknown tag": ('"evidence"', '"luck"', "tag", "'luck'; allowed are evidence, convention"),
    "no source of evidence": ('["checked"]', "[]", "sources", "at least one entry is needed"),
    "a source nobody read": ('"checked"', '"unread"', "sources", "'unread', which is not verified"),
    "no label of a fix": ('longer_rest = "Do it"\n', "", "fixes.longer_rest", "is missing; a text is needed"),
    "a fix it cannot have": ('"Do it"', '"Do it"\nadd_sets = "No"', "fixes.add_sets", "is not a key of this record"),
}


@pytest.mark.parametrize(("old", "new", "column", "message"), ONE_VALUE.values(), ids=ONE_VALUE)
def test_a_wrong_value_is_reported_with_file_and_key(old: str, new: str, column: str, message: str) -> None:
    (problem,) = spoilt(REST, old, new)

    assert (problem.where, problem.column) == (REST, column)
    assert message in problem.message


def test_a_convention_may_do_without_a_source() -> None:
    assert spoilt(REST, 'tag = "evidence"\nsources = ["checked"]\n', 'tag = "convention"\n') == []


def test_labels_where_there_is_nothing_to_fix_are_reported() -> None:
    (problem,) = spoilt("findings/two_days.toml", 'tag = "evidence"\n', 'tag = "evidence"\nfixes = {}\n')

    assert (problem.where, problem.column) == ("findings/two_days.toml", "fixes")


def test_a_finding_without_its_file_is_missed() -> None:
    (problem,) = problems_with({REST: None})

    assert (problem.where, problem.column) == (REST, "")
    assert "is missing; each finding has its file" in problem.message


def test_a_file_for_a_finding_that_the_code_does_not_know_is_refused() -> None:
    (problem,) = problems_with({"findings/guess.toml": 'title = "A"\n'})

    assert "is none of too_few_sets" in problem.message
