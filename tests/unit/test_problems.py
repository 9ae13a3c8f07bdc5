"""A problem says where it is and what is wrong in one line."""

import pytest

from hamcore.problems import Problem, Severity


@pytest.mark.parametrize(
    ("problem", "line"),
    [
        (Problem("log.csv", "is empty"), "log.csv: is empty"),
        (Problem("log.csv", "not a number", line=4), "log.csv:4: not a number"),
        (Problem("log.csv", "not a number", line=4, column="Reps"), "log.csv:4: Reps: not a number"),
        (Problem("a.toml", "missing", column="name"), "a.toml: name: missing"),
    ],
)
def test_a_problem_reads_as_place_and_message(problem: Problem, line: str) -> None:
    assert str(problem) == line


def test_a_problem_is_an_error_unless_said_otherwise() -> None:
    assert Problem("log.csv", "is empty").severity is Severity.ERROR
