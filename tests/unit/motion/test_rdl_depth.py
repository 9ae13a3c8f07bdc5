"""The reading "how low should my Romanian deadlift go?": a model, labelled as one, that behaves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.motion import MotionLibrary, load_motion
from hamcore.motion.pose import angles_at
from hamcore.motion.rdl_depth import BarLevel, hip_as_long, rdl_depth
from hamcore.places import data_dir

RAISES = st.floats(30, 110)


@pytest.fixture(scope="module")
def library() -> MotionLibrary:
    return load_motion(data_dir())[0]


@pytest.mark.parametrize(("raised", "hip"), [(60, 73), (70, 84), (80, 96)])
def test_a_raise_is_as_long_as_a_deeper_hinge_with_bent_knees(library: MotionLibrary, raised: float, hip: int) -> None:
    found = rdl_depth(library, raised)
    assert found is not None
    assert found.hip_deg == hip
    assert found.hip_range_deg[0] < hip < found.hip_range_deg[1]


@pytest.mark.parametrize(("raised", "there"), [(29.9, False), (30, True), (float("nan"), False)])
def test_a_small_raise_is_not_looked_up(library: MotionLibrary, raised: float, *, there: bool) -> None:
    assert (rdl_depth(library, raised) is not None) is there


def test_a_raise_past_the_model_counts_as_its_end(library: MotionLibrary) -> None:
    found = [rdl_depth(library, raised) for raised in (90, 95, 110)]
    assert len({(one.hip_deg, one.hip_range_deg[1]) for one in found if one}) == 1


def test_the_drawn_lift_shows_the_depth_or_says_that_it_ends_before(library: MotionLibrary) -> None:
    shown, beyond = rdl_depth(library, 65), rdl_depth(library, 80)
    assert shown is not None
    assert beyond is not None
    movement = library.movements["romanian_deadlift"]
    assert round(angles_at(movement, shown.phase)["hip"]) == shown.hip_deg
    assert (shown.goes_beyond, beyond.goes_beyond, beyond.phase) == (False, True, 1.0)
    assert (shown.bar, beyond.bar) == (BarLevel.AT_KNEE, BarLevel.BELOW_KNEE)


@given(raised=RAISES, more=st.floats(0, 20))
def test_a_larger_raise_never_reads_higher(library: MotionLibrary, raised: float, more: float) -> None:
    one, other = rdl_depth(library, raised), rdl_depth(library, raised + more)
    assert one is not None
    assert other is not None
    assert one.hip_deg <= other.hip_deg
    assert one.phase <= other.phase
    assert one.hip_range_deg <= other.hip_range_deg


@given(raised=st.floats(30, 85), knee=st.floats(0, 30))
def test_the_hinge_has_the_length_of_the_raise(library: MotionLibrary, raised: float, knee: float) -> None:
    model = library.models.recommended
    hip = hip_as_long(model, raised, knee)
    assert model.mean_length(hip, knee) == pytest.approx(model.mean_length(raised, 0), abs=1e-4)
    assert hip >= raised - 0.1
