"""Exposures: what counts, which set is the best, and the current estimate."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.model.log import SetType, Side
from hamcore.model.settings import Formula
from hamcore.rules.exposures import current_estimate, exposures
from hamcore.rules.strength import Confidence, confidence, e1rm
from tests.unit.rules.sets import FIRST, a_set, weekly


def test_a_warm_up_is_never_part_of_an_exposure() -> None:
    warm = a_set("140", 5, set_type=SetType.WARM_UP, set_no=1)
    (only,) = exposures([warm, a_set("100", 5, set_no=2)])
    assert [entry.set_no for entry in only.sets] == [2]
    assert only.heaviest is only.best is only.sets[0]


def test_a_workout_of_warm_ups_or_timed_sets_alone_is_no_exposure() -> None:
    assert exposures([a_set(set_type=SetType.WARM_UP), a_set(None, None, seconds=30, set_no=2)]) == []


@pytest.mark.parametrize("kind", [kind for kind in SetType if kind is not SetType.WARM_UP])
def test_every_other_type_of_set_is_work(kind: SetType) -> None:
    assert len(exposures([a_set(set_type=kind)])[0].sets) == 1


def test_two_workouts_on_one_day_are_two_exposures() -> None:
    history = exposures([a_set(workout="morning"), a_set(workout="evening")])
    assert [exposure.workout_id for exposure in history] == ["morning", "evening"]


def test_the_best_set_and_the_heaviest_set_need_not_be_the_same() -> None:
    (only,) = exposures([a_set("120", 1, set_no=1), a_set("110", 8, set_no=2), a_set("120", 2, set_no=3)])
    assert (only.best, only.heaviest) == (only.sets[1], only.sets[2])
    assert only.e1rm_kg == pytest.approx(110 * (1 + 8 / 30))
    assert only.tonnage_kg == 120 + 880 + 240


def test_an_estimate_of_normal_confidence_goes_before_a_higher_one_of_low_confidence() -> None:
    (only,) = exposures([a_set("100", 12, set_no=1), a_set("100", 8, set_no=2)])
    assert (only.best, only.low_confidence) == (only.sets[1], False)


def test_without_any_other_set_a_low_confidence_one_is_used_and_says_so() -> None:
    (only,) = exposures([a_set("100", 11, set_no=1), a_set("100", 12, set_no=2), a_set("100", 13, set_no=3)])
    assert (only.best, only.low_confidence) == (only.sets[1], True)


def test_an_exposure_above_the_repetition_limits_has_a_heaviest_set_and_no_estimate() -> None:
    (only,) = exposures([a_set("24", 15)])
    assert (only.best, only.e1rm_kg, only.low_confidence) == (None, None, False)
    assert only.heaviest is only.sets[0]


def test_an_exercise_that_allows_no_estimate_gets_none() -> None:
    (only,) = exposures([a_set("24", 5)], estimable=False)
    assert (only.best, only.e1rm_kg) == (None, None)


def test_a_body_weight_set_counts_as_a_set_without_load() -> None:
    (only,) = exposures([a_set("0", 5), a_set(None, 5, set_no=2)])
    assert (len(only.sets), only.heaviest, only.e1rm_kg) == (2, None, None)


@pytest.mark.parametrize(
    ("sides", "count", "tonnage"),
    [
        ((None, None), 2, 400),
        ((Side.LEFT, Side.RIGHT), 1, 200),
        ((Side.LEFT, Side.RIGHT, Side.LEFT, Side.RIGHT), 2, 400),
        ((Side.LEFT, Side.LEFT, Side.RIGHT), 2, 300),
        ((Side.LEFT,), 1, 100),
        ((None, Side.RIGHT, Side.LEFT), 2, 400),
    ],
    ids=str,
)
def test_a_left_and_a_right_set_are_one_set(sides: tuple[Side | None, ...], count: int, tonnage: float) -> None:
    (only,) = exposures([a_set("20", 10, set_no=number, side=side) for number, side in enumerate(sides, 1)])
    assert (only.set_count, only.tonnage_kg) == (count, tonnage)
    assert len(only.sets) == len(sides)


SETS = st.lists(
    st.tuples(
        st.integers(0, 4),
        st.sampled_from(["20", "62.5", "100", "140"]),
        st.integers(1, 15),
        st.none() | st.sampled_from([0, 1, 1.25, 2.5, 3, 5]),
    ),
    min_size=1,
    max_size=25,
)


@given(SETS, st.sampled_from(Formula))
def test_the_fast_pass_finds_the_same_best_set_as_asking_every_set(
    rows: list[tuple[int, str, int, float | None]], formula: Formula
) -> None:
    rows.sort(key=lambda row: row[0])
    sets = [a_set(w, r, day=FIRST + timedelta(days=d), set_no=i, rir=rir) for i, (d, w, r, rir) in enumerate(rows)]
    for exposure in exposures(sets, formula):
        ranked = [
            (confidence(s.reps, s.rir) is Confidence.NORMAL, value, -s.set_no)
            for s in exposure.sets
            if s.reps and (value := e1rm(s.load_kg, s.reps, s.rir, formula)) is not None
        ]
        best = max(ranked, default=None)
        assert exposure.e1rm_kg == (best and best[1])
        assert (exposure.best and -exposure.best.set_no) == (best and best[2])
    assert sum(len(exposure.sets) for exposure in exposures(sets, formula)) == len(sets)


@pytest.mark.parametrize(("days_later", "found"), [(0, True), (27, True), (28, False)])
def test_the_current_estimate_looks_back_28_days(days_later: int, found: bool) -> None:
    history = exposures(weekly(["100"]))
    assert (current_estimate(history, FIRST + timedelta(days=days_later)) is not None) is found


def test_the_current_estimate_is_the_best_of_the_window_not_the_last() -> None:
    history = exposures(weekly(["100", "110", "105"]))
    current = current_estimate(history, FIRST + timedelta(days=14))
    assert current is not None
    assert current.exposure is history[1]
    assert current.band.lo_kg < current.kg < current.band.hi_kg


def test_the_current_estimate_leaves_out_days_after_today() -> None:
    history = exposures(weekly(["100", "140"]))
    current = current_estimate(history, FIRST)
    assert current is not None
    assert current.exposure is history[0]


def test_the_current_estimate_prefers_normal_confidence() -> None:
    history = exposures([a_set("100", 8), a_set("100", 12, day=FIRST + timedelta(days=7))])
    current = current_estimate(history, FIRST + timedelta(days=7))
    assert current is not None
    assert (current.exposure, current.low_confidence) == (history[0], False)
