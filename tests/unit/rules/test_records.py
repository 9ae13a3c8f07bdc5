"""Records: what was better than ever before, and whether it stands out of the noise."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.model.log import LoggedSet, Side
from hamcore.rules.exposures import exposures
from hamcore.rules.records import Record, RecordBook, RecordKind, records
from tests.unit.rules.sets import FIRST, a_set, weekly


def kinds(sets: list[LoggedSet], *, more_is_harder: bool = True) -> list[tuple[str, float]]:
    found = records(exposures(sets), more_is_harder=more_is_harder)
    return [(record.kind.value, round(record.value, 2)) for record in found]


def after(*sets: tuple[str | None, int]) -> list[LoggedSet]:
    """One workout a week with one set each."""
    return [a_set(load, reps, day=FIRST + timedelta(weeks=week)) for week, (load, reps) in enumerate(sets)]


def test_a_first_session_is_no_record() -> None:
    assert kinds([a_set("100", 5), a_set("110", 5, set_no=2)]) == []


@pytest.mark.parametrize(
    ("sets", "expected"),
    [
        (after(("100", 5), ("100", 5)), []),
        (after(("100", 5), ("100", 6)), [("e1rm", 120.0), ("most_reps", 6)]),
        (after(("100", 8), ("110", 3)), [("heaviest", 110)]),
        (after(("100", 5), ("102.5", 5)), [("e1rm", 119.58), ("heaviest", 102.5)]),
        (after(("100", 8), ("120", 1), ("110", 3)), [("heaviest", 120), ("heaviest_for_reps", 110)]),
        (after(("100", 5), ("90", 4)), []),
        (after(("100", 5), ("60", 20)), []),
        (after(("100", 5), ("60", 20), ("60", 21)), [("most_reps", 21)]),
        (after((None, 5), (None, 6)), [("most_reps", 6)]),
    ],
    ids=lambda value: str(value)[:40] if isinstance(value, list) and value and isinstance(value[0], tuple) else "",
)
def test_a_record_says_what_it_is_best_at(sets: list[LoggedSet], expected: list[tuple[str, float]]) -> None:
    assert kinds(sets) == expected


def test_only_the_best_of_a_kind_in_a_workout_is_kept() -> None:
    start = [a_set("100", 5)]
    later = [
        a_set(load, 5, day=FIRST + timedelta(days=7), set_no=i) for i, load in enumerate(["105", "110", "107.5"], 1)
    ]
    assert kinds(start + later) == [("e1rm", 128.33), ("heaviest", 110)]


def test_of_equal_sets_in_a_workout_the_first_has_every_record() -> None:
    later = [a_set("105", 5, day=FIRST + timedelta(days=7), set_no=number) for number in (1, 2, 3)]
    found = records(exposures([a_set("100", 5), *later]))
    assert [(record.kind, record.entry.set_no) for record in found] == [(RecordKind.E1RM, 1), (RecordKind.HEAVIEST, 1)]


def test_an_estimate_of_low_confidence_makes_no_record() -> None:
    assert kinds(after(("100", 8), ("95", 12))) == []


def test_less_help_is_better_for_an_assisted_exercise() -> None:
    history = exposures(after(("40", 6), ("50", 6), ("35", 6)), estimable=False)
    found = records(history, more_is_harder=False)
    assert [(record.kind, record.value, record.before) for record in found] == [(RecordKind.HEAVIEST, 35, 40)]


def test_a_record_names_what_it_beat() -> None:
    best, heaviest = records(exposures(after(("100", 5), ("105", 5))))
    assert best.before == pytest.approx(116.667, abs=1e-3)
    assert heaviest.before == 100


@pytest.mark.parametrize(("load", "within"), [("111.6", True), ("111.7", False)])
def test_a_record_is_within_the_noise_until_it_is_2_77_times_the_noise_above_the_level(load: str, within: bool) -> None:
    found = records(exposures(weekly(["100", "100", load])))
    assert {record.within_noise for record in found} == {within}


def test_the_level_is_the_middle_of_the_last_five_sessions_not_one_lucky_day() -> None:
    found = records(exposures(weekly(["100", "100", "109", "100", "100", "112"])))
    assert [record.within_noise for record in found if record.entry.load_kg == 112] == [False, False]


def test_without_an_estimate_nothing_is_said_about_noise() -> None:
    found = records(exposures(after(("24", 15), ("28", 15)), estimable=False))
    assert [(record.kind, record.within_noise) for record in found] == [(RecordKind.HEAVIEST, None)]


SETS = st.lists(
    st.tuples(st.integers(0, 8), st.sampled_from([None, "60", "80", "100", "102.5", "120"]), st.integers(1, 15)),
    max_size=40,
)


def _sets(rows: list[tuple[int, str | None, int]]) -> list[LoggedSet]:
    rows = sorted(rows, key=lambda row: row[0])
    return [a_set(load, reps, day=FIRST + timedelta(days=d), set_no=i) for i, (d, load, reps) in enumerate(rows)]


@given(SETS)
def test_no_record_set_was_matched_before_it(rows: list[tuple[int, str | None, int]]) -> None:
    sets = _sets(rows)
    for record in records(exposures(sets)):
        before = [entry for entry in sets if entry.day < record.entry.day]
        if record.kind is not RecordKind.E1RM:
            load, reps = record.entry.load_kg or 0, record.entry.reps or 0
            assert not any((entry.load_kg or 0) >= load and (entry.reps or 0) >= reps for entry in before)
        assert record.value > record.before


@given(SETS)
def test_every_new_heaviest_load_is_a_record(rows: list[tuple[int, str | None, int]]) -> None:
    history = exposures(_sets(rows))
    found = {record.entry.workout_id: record for record in records(history) if record.kind is RecordKind.HEAVIEST}
    top: float | None = None
    for exposure in history:
        heaviest = max((entry.load_kg or 0) for entry in exposure.sets)
        assert (exposure.workout_id in found) == (top is not None and heaviest > top)
        top = max(top or 0, heaviest)


@given(SETS, SETS)
def test_a_copied_book_goes_its_own_way(
    rows: list[tuple[int, str | None, int]], more: list[tuple[int, str | None, int]]
) -> None:
    book = RecordBook()
    for exposure in exposures(_sets(rows)):
        book.add(exposure)
    copy = book.copy()
    history = exposures(_sets(more))
    first: list[Record] = [record for exposure in history for record in book.add(exposure)]
    assert [record for exposure in history for record in copy.add(exposure)] == first


def test_a_set_of_one_side_beats_an_earlier_set_of_either() -> None:
    first = [a_set("20", 8, side=side, set_no=number) for number, side in enumerate((Side.LEFT, Side.RIGHT), 1)]
    later = [
        entry._replace(day=FIRST + timedelta(days=7), workout_id="b", reps=reps)
        for entry, reps in zip(first, (8, 9), strict=True)
    ]
    (most,) = [record for record in records(exposures(first + later)) if record.kind is RecordKind.MOST_REPS]
    assert (most.entry.side, most.value, most.before) == (Side.RIGHT, 9, 8)
