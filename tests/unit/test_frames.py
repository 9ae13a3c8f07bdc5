"""Frames: one row per session or set, rounded, in the unit asked for, and small."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.frames import (
    MOST_SESSIONS,
    ROW_COLUMNS,
    SetRow,
    Shown,
    Span,
    best_set,
    row_frame,
    session_frame,
    set_frame,
    smoothed,
    span_frame,
    thinned,
)
from hamcore.model.log import LoggedSet
from hamcore.rules.exposures import exposures
from hamcore.rules.level_line import LinePoint, level_line
from hamcore.rules.records import records
from hamcore.units import LoadUnit
from tests.unit.rules.sets import FIRST, a_set, weekly


def shown(sets: list[LoggedSet], unit: LoadUnit = LoadUnit.KG) -> Shown:
    history = exposures(sets)
    return Shown(history, level_line(history).points, records(history), unit)


THREE = [
    a_set("100", 8, set_no=1),
    a_set("100", 9, set_no=2),
    a_set("60", 10, set_no=3),
    a_set("110", 5, day=FIRST + timedelta(days=7), rir=2),
]


def test_every_working_set_is_a_row_and_the_best_of_each_session_is_marked() -> None:
    frame = set_frame(shown(THREE))
    assert frame.session.tolist() == [0, 0, 0, 1]
    assert frame.load_kg.tolist() == [100, 100, 60, 110]
    assert frame.is_best.tolist() == [False, True, False, True]
    assert frame.is_record.tolist() == [False, False, False, True]
    assert frame.place.tolist() == [-1, 0, 1, 0]
    assert frame.sets.tolist() == [3, 3, 3, 1]


def test_a_missing_rir_stays_missing() -> None:
    assert set_frame(shown(THREE)).rir.isna().tolist() == [True, True, True, False]


def test_pounds_are_converted_and_the_column_says_so() -> None:
    frame = set_frame(shown([a_set("100", 5)], LoadUnit.LB))
    assert frame.load_lb.tolist() == pytest.approx([220.5])
    assert "load_kg" not in frame


def test_a_session_without_an_estimate_is_no_row_of_the_line() -> None:
    sets = [a_set("100", 15), a_set("100", 5, day=FIRST + timedelta(days=7))]
    frame = session_frame(shown(sets))
    assert frame.e1rm_kg.tolist() == pytest.approx([116.7])
    assert frame.session.tolist() == [0]


def test_the_band_holds_the_lowest_and_highest_formula_around_the_line() -> None:
    frame = session_frame(shown(weekly(["100"] * 5, reps=5)))
    assert frame.trend_kg.tolist() == pytest.approx([116.7] * 5)
    assert frame.lo_kg.tolist() == pytest.approx([112.5] * 5)
    assert frame.hi_kg.tolist() == pytest.approx([119.0] * 5)


def test_a_session_has_the_range_of_its_own_set_beside_that_of_the_line() -> None:
    frame = session_frame(shown(weekly(["100", "100", "120"], reps=5)))
    assert frame.set_lo_kg.tolist() == pytest.approx([112.5, 112.5, 135.0])
    assert frame.set_hi_kg.tolist() == pytest.approx([119.0, 119.0, 142.8])
    assert (frame.set_lo_kg <= frame.e1rm_kg).all()
    assert (frame.e1rm_kg <= frame.set_hi_kg).all()


def test_a_load_is_as_typed_and_one_of_the_other_unit_to_a_tenth() -> None:
    sets = [a_set("61.25", 5), a_set("135", 5, unit=LoadUnit.LB, day=FIRST + timedelta(days=7))]
    assert set_frame(shown(sets)).load_kg.tolist() == pytest.approx([61.25, 61.2])
    assert session_frame(shown(sets)).load_kg.tolist() == pytest.approx([61.25, 61.2])


def test_low_confidence_and_records_are_marked() -> None:
    sets = [a_set("100", 5), a_set("90", 12, day=FIRST + timedelta(days=7)), a_set("120", 5, day=FIRST + timedelta(14))]
    frame = session_frame(shown(sets))
    assert frame.is_low.tolist() == [False, True, False]
    assert frame.is_record.tolist() == [False, False, True]


def test_a_day_is_that_day_in_the_frame() -> None:
    assert [str(day.date()) for day in session_frame(shown(weekly(["100"] * 2))).day] == ["2026-01-05", "2026-01-12"]


def test_the_line_starts_anew_after_a_layoff_and_no_smoothing_crosses_it() -> None:
    points = [LinePoint(FIRST + timedelta(days=n), kg, 0, 0, part) for n, (kg, part) in enumerate([(100, 0), (60, 1)])]
    assert smoothed(points) == [100, 60]


@given(st.lists(st.floats(50, 200), min_size=1, max_size=40))
def test_smoothing_stays_between_the_lowest_and_the_highest(levels: list[float]) -> None:
    points = [LinePoint(FIRST + timedelta(days=n), level, 0, 0, 0) for n, level in enumerate(levels)]
    low, high = min(levels) - 1e-9, max(levels) + 1e-9
    assert all(low <= level <= high for level in smoothed(points))


@pytest.mark.parametrize("count", [MOST_SESSIONS, MOST_SESSIONS + 1, 3 * MOST_SESSIONS])
def test_a_line_has_at_most_two_thousand_points_and_keeps_records_and_the_newest(count: int) -> None:
    history = exposures(weekly(["100"] * 3, reps=5)) * (count // 3 + 1)
    history = [replace_id(exposure, number) for number, exposure in enumerate(history[:count])]
    kept = thinned(history, {"5", "17"})
    assert len(kept) <= MOST_SESSIONS + 2
    assert {5, 17, *range(count - 100, count)} <= set(kept)
    assert kept == sorted(kept)


def replace_id(exposure, number: int):  # type: ignore[no-untyped-def]
    return exposure._replace(workout_id=str(number))


def test_a_session_costs_few_bytes_on_its_way_to_the_browser() -> None:
    count = 1000
    frame = session_frame(shown(weekly(["100"] * count)))
    assert len(frame) == count
    assert frame.memory_usage(index=False).sum() <= 56 * count


def test_without_load_or_estimate_the_best_set_has_the_most_repetitions() -> None:
    (exposure,) = exposures([a_set(None, 5, set_no=1), a_set(None, 9, set_no=2)])
    assert best_set(exposure).reps == 9


def test_the_words_of_an_annotation_stay_inside_the_plot() -> None:
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    frame = span_frame([Span(first, date(2026, 1, 5), "b"), Span(date(2026, 6, 1), date(2026, 6, 3), "c")], first, last)
    assert frame.middle.tolist()[0] >= frame.start.tolist()[0] + timedelta(days=40)
    assert str(frame.middle.tolist()[1].date()) == "2026-06-02"
    assert frame.row.tolist() == [0, 1]


def test_a_row_of_the_table_shows_the_load_as_typed_and_converted() -> None:
    row = SetRow(FIRST, "Deadlift", 1, a_set("135", 5, unit=LoadUnit.LB), 71.441, "normal")
    frame = row_frame([row], LoadUnit.KG)
    assert list(frame.columns) == [column.format("kg") for column in ROW_COLUMNS]
    assert frame.iloc[0].tolist()[4:] == ["135 lb", 61.23, 5, None, 71.4, "normal"]


def test_a_table_without_rows_still_has_its_columns() -> None:
    assert len(row_frame([], LoadUnit.LB).columns) == len(ROW_COLUMNS)


def test_another_formula_moves_the_band_with_it() -> None:
    one = shown(weekly(["100"] * 3, reps=5))
    assert replace(one, unit=LoadUnit.LB).formula is one.formula
    assert session_frame(one).hi_kg.max() > session_frame(one).trend_kg.max()
