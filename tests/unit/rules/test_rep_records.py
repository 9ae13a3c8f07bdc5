"""The best load for each number of repetitions: at least so many; of equal ones the first; the same as it grows."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.model.log import LoggedSet, SetType
from hamcore.rules.exposures import exposures
from hamcore.rules.rep_records import MOST_REPS, rep_records
from tests.unit.rules.sets import FIRST, a_set

done = st.lists(st.tuples(st.integers(0, 12), st.integers(1, 20)), max_size=30)


def sets_of(rows: list[tuple[int, int]]) -> list[LoggedSet]:
    return [
        a_set(str(10 * load), reps, day=FIRST + timedelta(days=place // 3), set_no=place % 3 + 1)
        for place, (load, reps) in enumerate(rows)
    ]


def test_a_set_of_eight_counts_for_one_to_eight_and_a_heavier_triple_for_one_to_three() -> None:
    triple = a_set("120", 3, day=FIRST + timedelta(days=7))
    found = rep_records(exposures([a_set("100", 8), triple]))
    assert [best.reps for best in found] == list(range(1, 9))
    assert [best.entry.load_kg for best in found] == [120, 120, 120, 100, 100, 100, 100, 100]
    assert found[2].entry.day == FIRST + timedelta(days=7)
    assert found[3].entry.day == FIRST


def test_of_equal_loads_the_first_keeps_it() -> None:
    again = a_set("100", 5, day=FIRST + timedelta(days=7))
    assert {best.entry.day for best in rep_records(exposures([a_set("100", 5), again]))} == {FIRST}


@pytest.mark.parametrize(("reps", "last"), [(14, 14), (15, 15), (16, 15), (100, 15)])
def test_the_table_ends_at_fifteen_repetitions(reps: int, last: int) -> None:
    assert rep_records(exposures([a_set("40", reps)]))[-1].reps == last


def test_warm_ups_do_not_count_and_no_sets_give_no_table() -> None:
    assert rep_records(exposures([a_set("200", 5, set_type=SetType.WARM_UP)])) == []
    assert rep_records([]) == []


def test_with_help_from_a_machine_less_is_better() -> None:
    sets = [a_set("30", 5), a_set("20", 5, day=FIRST + timedelta(days=7))]
    assert {best.entry.load_kg for best in rep_records(exposures(sets), more_is_harder=False)} == {20}


def test_a_set_without_a_load_is_there_until_one_with_a_load_beats_it() -> None:
    found = rep_records(exposures([a_set(None, 12), a_set("5", 8, day=FIRST + timedelta(days=7))]))
    assert [best.entry.load_kg for best in found] == [5.0] * 8 + [None] * 4


@given(done)
def test_each_row_is_what_a_plain_search_finds(rows: list[tuple[int, int]]) -> None:
    sets = sets_of(rows)
    found = {best.reps: best.entry.load_kg for best in rep_records(exposures(sets))}
    for reps in range(1, MOST_REPS + 1):
        able = [entry.load_kg for entry in sets if (entry.reps or 0) >= reps]
        assert found.get(reps) == (max(load for load in able if load is not None) if able else None)


@given(done)
def test_one_more_set_never_takes_a_best_away_and_more_repetitions_never_mean_more_load(
    rows: list[tuple[int, int]],
) -> None:
    before: dict[int, float] = {}
    for count in range(len(rows) + 1):
        found = rep_records(exposures(sets_of(rows[:count])))
        loads = [best.entry.load_kg or 0.0 for best in found]
        assert loads == sorted(loads, reverse=True)
        after = {best.reps: best.entry.load_kg or 0.0 for best in found}
        assert all(after[reps] >= load for reps, load in before.items())
        before = after
