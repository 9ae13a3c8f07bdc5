"""The table of meet lifts as it is shipped, and what each check finds in a spoilt one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from hamcore.catalog.standards import AGES_FILE, LOADS_FILE, SOURCES, load_standards, read_standards
from hamcore.model.settings import Sex
from hamcore.places import data_dir
from hamcore.rules.standards import Basis
from tests.unit.shipped import shipped

LOADS = (data_dir() / LOADS_FILE).read_text(encoding="utf-8")
AGES = (data_dir() / AGES_FILE).read_text(encoding="utf-8")


def test_the_shipped_table_is_whole() -> None:
    table, problems = load_standards(data_dir())
    assert problems == []
    assert table
    assert sum(map(len, table.rows.values())) == 72
    assert {key: len(rows) for key, rows in table.rows.items()} == {
        (basis, sex): 20 if sex is Sex.MALE else 16 for basis in Basis for sex in Sex
    }
    assert sum(map(len, table.age_factors.values())) == 134
    assert shipped().standards == table


def test_both_sources_are_recorded() -> None:
    assert set(SOURCES) <= set(shipped().sources)


def test_files_that_are_not_there_are_problems_and_give_no_table(tmp_path: Path) -> None:
    table, problems = load_standards(tmp_path)
    assert table is None
    assert [problem.where for problem in problems] == [LOADS_FILE, AGES_FILE]


def first_row(change: Callable[[list[str]], list[str]]) -> Callable[[str], str]:
    def spoil(text: str) -> str:
        head, row, *rest = text.splitlines()
        return "\n".join([head, ",".join(change(row.split(","))), *rest])

    return spoil


def cell(place: int, value: str) -> Callable[[str], str]:
    return first_row(lambda cells: [*cells[:place], value, *cells[place + 1 :]])


@pytest.mark.parametrize(
    ("spoil", "line", "part"),
    [
        (lambda text: text.replace("basis", "base", 1), 1, "must name the columns"),
        (lambda _: "", 1, "must name the columns"),
        (first_row(lambda cells: cells[:-1]), 2, "has 11 cells; 12 are needed"),
        (cell(0, "worst"), 2, "worst"),
        (cell(1, "X"), 2, "X"),
        (cell(2, "heavy"), 2, "heavy"),
        (cell(2, "nan"), 2, "kilograms above 0"),
        (cell(2, "56"), 0, "rows are 5 kg apart"),
        (cell(3, "199"), 2, "at least 200"),
        (cell(3, "1.5"), 2, "1.5"),
        (cell(4, "19"), 2, "outside 20 to 510"),
        (cell(11, "511"), 2, "outside 20 to 510"),
        (cell(11, "nan"), 2, "outside 20 to 510"),
        (cell(5, "105.9"), 2, "do not rise"),
        (cell(11, "251.1"), 0, "a column falls"),
        (lambda text: text.replace("first_meet,F", "first_meet,M"), 0, "has 0 rows"),
    ],
)
def test_a_spoilt_table_of_loads_is_found_and_not_used(spoil: Callable[[str], str], line: int, part: str) -> None:
    table, problems = read_standards(spoil(LOADS), AGES)
    assert table is None
    assert any(problem.where == LOADS_FILE and problem.line == line and part in problem.message for problem in problems)


@pytest.mark.parametrize(
    ("spoil", "line", "part"),
    [
        (lambda text: text.replace("sex,", "sexes,", 1), 1, "must name the columns"),
        (cell(3, "0.29"), 2, "allowed is 0.3 to 1.05"),
        (cell(3, "nan"), 2, "allowed is 0.3 to 1.05"),
        (cell(1, "young"), 2, "young"),
        (lambda text: text.replace("M,50,", "M,49,"), 0, "every age from 14 to 80"),
        (lambda text: text.replace("F,28,5887,1.0", "F,28,5887,0.95"), 0, "near 1 from 24 to 31"),
    ],
)
def test_a_spoilt_table_of_ages_is_found_and_not_used(spoil: Callable[[str], str], line: int, part: str) -> None:
    table, problems = read_standards(LOADS, spoil(AGES))
    assert table is None
    assert any(problem.where == AGES_FILE and problem.line == line and part in problem.message for problem in problems)
