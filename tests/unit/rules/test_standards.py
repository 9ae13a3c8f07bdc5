"""The table of meet lifts: every known pair, its clamps, and what never goes down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.model.settings import Sex
from hamcore.rules.standards import (
    PERCENTILES,
    Band,
    Basis,
    Standards,
    age_factor,
    age_surely_reached,
    band,
    estimate_band,
    may_compare,
    percentile,
    row_at,
)
from tests.unit.shipped import shipped

BELOW, ABOVE = "<5", ">99"


def table() -> Standards:
    found = shipped().standards
    assert found is not None
    return found


def place(basis: Basis, sex: Sex, weight_kg: float, load_kg: float, age: int | None = None) -> float | str:
    row = row_at(table(), basis, sex, weight_kg)
    compared = load_kg / age_factor(table(), sex, age)
    found = percentile(row, compared)
    if found is None:
        return BELOW if compared < row.loads_kg[0] else ABOVE
    return round(found, 1)


@pytest.mark.parametrize(
    ("basis", "sex", "weight_kg", "load_kg", "age", "expected"),
    [
        ("best", "M", 82, 180, None, 9.9),
        ("best", "M", 82, 220, None, 46.6),
        ("best", "M", 82, 300, None, 97.8),
        ("best", "M", 93, 100, None, BELOW),
        ("best", "M", 170, 260, None, 40.3),
        ("best", "M", 50, 150, None, 36.1),
        ("best", "F", 63, 100, None, 9.1),
        ("best", "F", 63, 135, None, 53.3),
        ("best", "F", 72.5, 150, None, 61.5),
        ("best", "F", 130, 240, None, ABOVE),
        ("first_meet", "M", 82, 180, None, 15.3),
        ("first_meet", "F", 63, 100, None, 13.7),
        ("best", "M", 90, 200, 52, 43.5),
        ("best", "F", 60, 100, 45, 18.4),
        ("best", "M", 75, 150, 16, 17.1),
    ],
)
def test_known_lifts_sit_where_they_were_computed_to_sit(
    basis: str, sex: str, weight_kg: float, load_kg: float, age: int | None, expected: float | str
) -> None:
    assert place(Basis(basis), Sex(sex), weight_kg, load_kg, age) == expected


def test_twice_the_body_weight_is_below_the_best_of_those_who_compete_and_low_among_first_meets() -> None:
    assert place(Basis.BEST, Sex.MALE, 80, 160) == BELOW
    assert place(Basis.FIRST_MEET, Sex.MALE, 80, 160) == 5.8


def test_the_first_meet_comes_first() -> None:
    assert next(iter(Basis)) is Basis.FIRST_MEET


@pytest.mark.parametrize("basis", Basis)
@pytest.mark.parametrize("sex", Sex)
def test_a_load_on_a_column_is_that_percentile_and_beyond_the_ends_is_not_told(basis: Basis, sex: Sex) -> None:
    for weight in (row.body_weight_kg for row in table().rows[basis, sex]):
        row = row_at(table(), basis, sex, weight)
        assert [percentile(row, load) for load in row.loads_kg] == list(PERCENTILES)
        assert percentile(row, row.loads_kg[0] - 0.001) is None
        assert percentile(row, row.loads_kg[-1] + 0.001) is None


@pytest.mark.parametrize(("sex", "lightest", "heaviest"), [(Sex.MALE, 55, 150), (Sex.FEMALE, 45, 120)])
@pytest.mark.parametrize("basis", Basis)
def test_a_body_weight_outside_the_table_takes_its_end(
    basis: Basis, sex: Sex, lightest: float, heaviest: float
) -> None:
    assert row_at(table(), basis, sex, lightest - 20) == row_at(table(), basis, sex, lightest)
    assert row_at(table(), basis, sex, heaviest + 20) == row_at(table(), basis, sex, heaviest)
    assert row_at(table(), basis, sex, heaviest - 20) != row_at(table(), basis, sex, heaviest)


def test_the_lifters_are_those_of_the_nearer_body_weight() -> None:
    counts = [row_at(table(), Basis.BEST, Sex.MALE, weight).lifters for weight in (80, 82.5, 82.6, 85)]
    assert counts == [18393, 18393, 8407, 8407]


@pytest.mark.parametrize("sex", Sex)
def test_an_age_outside_the_table_takes_its_end_and_an_unknown_one_changes_nothing(sex: Sex) -> None:
    assert age_factor(table(), sex, 5) == age_factor(table(), sex, 14) < age_factor(table(), sex, 15)
    assert age_factor(table(), sex, 99) == age_factor(table(), sex, 80) < age_factor(table(), sex, 79)
    assert age_factor(table(), sex, None) == 1


@pytest.mark.parametrize(("age", "expected"), [(17, False), (18, True), (80, True), (None, True)])
def test_nobody_under_eighteen_is_compared(age: int | None, expected: bool) -> None:
    assert may_compare(age) is expected


def test_a_year_of_birth_gives_the_age_that_is_sure_on_any_day() -> None:
    assert [age_surely_reached(year, 2026) for year in (2009, 2008, 2007)] == [16, 17, 18]


@pytest.mark.parametrize("at", range(len(PERCENTILES)))
def test_a_band_has_columns_at_both_ends_or_none_beyond_the_table(at: int) -> None:
    row = row_at(table(), Basis.FIRST_MEET, Sex.MALE, 80)
    load = row.loads_kg[at]
    after = PERCENTILES[at + 1] if at + 1 < len(PERCENTILES) else None
    before = PERCENTILES[at - 1] if at else None
    assert band(row, load, load) == Band(PERCENTILES[at], after)
    assert band(row, load - 0.001, load - 0.001) == Band(before, PERCENTILES[at])


weights = st.floats(20, 250)
loads = st.floats(1, 600)


@given(basis=st.sampled_from(Basis), sex=st.sampled_from(Sex), weight=weights, one=loads, other=loads)
def test_more_load_never_sits_lower(basis: Basis, sex: Sex, weight: float, one: float, other: float) -> None:
    row = row_at(table(), basis, sex, weight)
    low, high = sorted((one, other))
    lower, higher = percentile(row, low), percentile(row, high)
    if lower is not None and higher is not None:
        assert 5 <= lower <= higher <= 99
    if low > row.loads_kg[-1] or high < row.loads_kg[0]:
        assert lower is None
        assert higher is None
    first, second = estimate_band(row, low), estimate_band(row, high)
    assert (first.low or 0) <= (second.low or 0)
    assert (first.high or 100) <= (second.high or 100)


@given(basis=st.sampled_from(Basis), sex=st.sampled_from(Sex), one=weights, other=weights)
def test_a_heavier_body_never_lowers_a_column(basis: Basis, sex: Sex, one: float, other: float) -> None:
    lighter, heavier = (row_at(table(), basis, sex, weight) for weight in sorted((one, other)))
    assert all(a <= b + 1e-9 for a, b in zip(lighter.loads_kg, heavier.loads_kg, strict=True))


@given(basis=st.sampled_from(Basis), sex=st.sampled_from(Sex), weight=weights, load=loads)
def test_the_band_of_an_estimate_holds_its_percentile(basis: Basis, sex: Sex, weight: float, load: float) -> None:
    row = row_at(table(), basis, sex, weight)
    found, at = estimate_band(row, load), percentile(row, load)
    if at is not None:
        assert (found.low or 0) <= at <= (found.high or 100)
