"""Estimated one-rep maximum: golden values, limits, and properties that hold for every set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.model.exercise import Function, LoadKind
from hamcore.model.settings import Formula
from hamcore.rules.strength import (
    Confidence,
    IndexName,
    confidence,
    e1rm,
    e1rm_band,
    estimable,
    factor,
    factor_table,
    index_name,
)

LOADS = st.floats(min_value=0.25, max_value=1000)
RIRS = st.none() | st.sampled_from([0, 0.5, 1, 1.5, 2, 2.5, 3, 4, 6])
FORMULAS = st.sampled_from(Formula)


@pytest.mark.parametrize(
    ("formula", "at_5", "at_10", "at_15"),
    [
        (Formula.EPLEY, 116.7, 133.3, 150.0),
        (Formula.BRZYCKI, 112.5, 133.3, 163.6),
        (Formula.LANDER, 113.7, 134.1, 163.3),
        (Formula.LOMBARDI, 117.5, 125.9, 131.1),
        (Formula.MAYHEW, 119.0, 130.9, 141.7),
        (Formula.OCONNER, 112.5, 125.0, 137.5),
        (Formula.WATHAN, 116.6, 134.7, 150.9),
    ],
    ids=str,
)
def test_each_formula_gives_its_published_values_for_100_kg(
    formula: Formula, at_5: float, at_10: float, at_15: float
) -> None:
    assert [round(100 * factor(r, formula), 1) for r in (5, 10, 15)] == [at_5, at_10, at_15]


def test_epley_and_brzycki_agree_exactly_at_ten() -> None:
    assert e1rm(100, 10, formula=Formula.EPLEY) == pytest.approx(e1rm(100, 10, formula=Formula.BRZYCKI), rel=1e-12)
    assert e1rm(100, 10) == pytest.approx(133.3333, abs=1e-4)


@pytest.mark.parametrize("formula", Formula)
def test_a_single_to_failure_is_the_load_itself(formula: Formula) -> None:
    assert e1rm(142.5, 1, formula=formula) == 142.5
    assert e1rm(142.5, 1, 0, formula) == 142.5
    assert e1rm_band(142.5, 1) == (142.5, 142.5)


@pytest.mark.parametrize("reps_to_failure", [0.5, 37, 40])
def test_the_equations_refuse_what_they_do_not_cover(reps_to_failure: float) -> None:
    with pytest.raises(ValueError, match="1 to 36"):
        factor(reps_to_failure, Formula.BRZYCKI)


@pytest.mark.parametrize(
    ("reps", "rir", "expected"),
    [
        (9, None, Confidence.NORMAL),
        (10, None, Confidence.NORMAL),
        (11, None, Confidence.LOW),
        (12, None, Confidence.LOW),
        (13, None, Confidence.NONE),
        (37, None, Confidence.NONE),
        (8, 2, Confidence.NORMAL),
        (8, 2.5, Confidence.LOW),
        (9, 3, Confidence.LOW),
        (10, 3, Confidence.NONE),
        (12, 0, Confidence.LOW),
        (12, 1, Confidence.NONE),
        (5, 3, Confidence.NORMAL),
        (5, 3.5, Confidence.LOW),
        (5, 10, Confidence.LOW),
        (0, None, Confidence.NONE),
    ],
)
def test_confidence_falls_with_repetitions_and_with_a_vague_reserve(
    reps: int, rir: float | None, expected: Confidence
) -> None:
    assert confidence(reps, rir) is expected
    assert (e1rm(100, reps, rir) is None) == (expected is Confidence.NONE)


def test_repetitions_in_reserve_count_as_repetitions_up_to_three() -> None:
    assert e1rm(100, 5, 3) == e1rm(100, 8)
    assert e1rm(100, 5, 3.5) == e1rm(100, 5)
    assert e1rm(100, 5, -1) == e1rm(100, 5)


@pytest.mark.parametrize(("load_kg", "reps"), [(None, 5), (0, 5), (-10, 5), (100, None), (100, 0), (100, 37)])
def test_a_set_without_load_or_with_too_many_repetitions_gives_none(load_kg: float | None, reps: int | None) -> None:
    assert e1rm(load_kg, reps) is None
    assert e1rm_band(load_kg, reps) is None


@given(LOADS, st.integers(1, 11), RIRS, FORMULAS)
def test_one_more_repetition_never_lowers_the_estimate(
    load_kg: float, reps: int, rir: float | None, formula: Formula
) -> None:
    fewer, more = e1rm(load_kg, reps, rir, formula), e1rm(load_kg, reps + 1, rir, formula)
    if fewer is not None and more is not None:
        assert more > fewer


@given(LOADS, LOADS, st.integers(1, 12), RIRS, FORMULAS)
def test_more_load_never_lowers_the_estimate(
    one: float, other: float, reps: int, rir: float | None, formula: Formula
) -> None:
    lighter, heavier = sorted([one, other])
    low, high = e1rm(lighter, reps, rir, formula), e1rm(heavier, reps, rir, formula)
    if low is not None and high is not None:
        assert high >= low


@given(LOADS, st.integers(1, 14), RIRS, FORMULAS)
def test_the_band_holds_every_formula_and_no_estimate_is_below_the_load(
    load_kg: float, reps: int, rir: float | None, formula: Formula
) -> None:
    value, band = e1rm(load_kg, reps, rir, formula), e1rm_band(load_kg, reps, rir)
    assert (value is None) == (band is None)
    if value is not None and band is not None:
        assert load_kg <= band.lo_kg <= value <= band.hi_kg


@pytest.mark.parametrize("formula", Formula)
def test_the_table_for_many_sets_says_the_same_as_one_set_at_a_time(formula: Formula) -> None:
    table = factor_table(formula)
    assert len(table) == 23
    for total, (times, low) in table.items():
        reps, rir = (int(total), 0) if total == int(total) else (int(total) - 1, 1.5)
        if reps:
            assert e1rm(80, reps, rir, formula) == 80 * times
            assert (confidence(reps, rir) is Confidence.LOW) == low


@pytest.mark.parametrize(
    ("function", "kind", "expected"),
    [
        (Function.HIP_HINGE, LoadKind.EXTERNAL, True),
        (Function.KNEE_FLEXION, LoadKind.PER_HAND, True),
        (Function.OTHER, LoadKind.EXTERNAL, True),
        (Function.BALLISTIC_HINGE, LoadKind.EXTERNAL, False),
        (Function.STRETCH, LoadKind.EXTERNAL, False),
        (Function.KNEE_FLEXION, LoadKind.BODY_WEIGHT, False),
        (Function.COMBINED, LoadKind.ASSISTED, False),
    ],
)
def test_swings_and_loads_that_leave_out_the_body_give_no_estimate(
    function: Function, kind: LoadKind, expected: bool
) -> None:
    assert estimable(function, kind) is expected


@pytest.mark.parametrize(
    ("exercise", "function", "expected"),
    [
        ("barbell_deadlift", Function.HIP_HINGE, IndexName.E1RM),
        ("romanian_deadlift", Function.HIP_HINGE, IndexName.STRENGTH_INDEX),
        ("seated_leg_curl", Function.KNEE_FLEXION, IndexName.STRENGTH_INDEX),
        ("name:Bench", Function.OTHER, IndexName.E1RM),
    ],
)
def test_hamstring_exercises_other_than_the_deadlift_have_a_strength_index(
    exercise: str, function: Function, expected: IndexName
) -> None:
    assert index_name(exercise, function) is expected
