"""The length formula against the grid it was fitted to, and what it must never do."""

import pytest

from hamcore.model.muscle import Belly
from hamcore.motion import MotionLibrary
from hamcore.motion.muscle_length import RECOMMENDED, TWO_JOINT
from hamcore.motion.pose import angles_at
from tests.unit.motion.conftest import grid

STANDING_LENGTH_MM = {
    Belly.BICEPS_FEMORIS_LONG_HEAD: 421.51,
    Belly.BICEPS_FEMORIS_SHORT_HEAD: 229.96,
    Belly.SEMIMEMBRANOSUS: 413.14,
    Belly.SEMITENDINOSUS: 455.78,
}
LONG, MEMBRANOSUS, TENDINOSUS = (
    Belly.BICEPS_FEMORIS_LONG_HEAD,
    Belly.SEMIMEMBRANOSUS,
    Belly.SEMITENDINOSUS,
)


def test_every_model_reproduces_its_grid_to_a_tenth_of_a_percent(library: MotionLibrary) -> None:
    errors = [
        (abs(library.models.by_name[model].length(Belly(belly), hip, knee) - value), model, belly, hip, knee)
        for hip, knee, model, belly, value in grid("length_grid.csv")
        if -20 <= hip <= 120 and knee <= 140
    ]
    assert len(errors) > 2000
    worst = max(errors)
    assert worst[0] <= 0.0011, worst


def test_the_recommended_model_stays_within_seven_hundredths_of_a_percent(library: MotionLibrary) -> None:
    worst = max(
        abs(library.models.recommended.length(Belly(belly), hip, knee) - value)
        for hip, knee, model, belly, value in grid("length_grid.csv")
        if model == RECOMMENDED and hip <= 120 and knee <= 140
    )
    assert worst <= 0.0007


@pytest.mark.parametrize(("name", "limit_mm"), [("hip_arm_grid.csv", 2.5), ("knee_arm_grid.csv", 4.5)])
def test_moment_arms_are_the_slopes_of_the_length(library: MotionLibrary, name: str, limit_mm: float) -> None:
    errors = []
    for hip, knee, _, belly_name, value in grid(name):
        belly = Belly(belly_name)
        if not (-20 <= hip <= 120 and knee <= 140):
            continue
        arm = library.models.recommended.hip_arm if name.startswith("hip") else library.models.recommended.knee_arm
        errors.append(abs(arm(belly, hip, knee) * STANDING_LENGTH_MM[belly] - value))
    assert len(errors) > 600
    assert max(errors) <= limit_mm
    assert sum(error**2 for error in errors) / len(errors) < 1.5


@pytest.mark.parametrize(
    ("hip", "knee", "percent"),
    [
        (45, 0, (110.9, 109.9, 110.6)),
        (90, 0, (120.7, 118.8, 120.7)),
        (90, 20, (118.4, 116.1, 117.6)),
        (0, 90, (89.2, 86.6, 84.5)),
        (20, 110, (91.5, 88.2, 86.0)),
    ],
)
def test_known_lengths_come_out_within_a_tenth_of_a_percent(
    library: MotionLibrary, hip: float, knee: float, percent: tuple[float, ...]
) -> None:
    model = library.models.recommended
    found = [100 * model.length(belly, hip, knee) for belly in (LONG, MEMBRANOSUS, TENDINOSUS)]
    assert found == pytest.approx(percent, abs=0.1)


def test_every_belly_of_every_model_is_at_its_standing_length_in_standing(library: MotionLibrary) -> None:
    for model in library.models.by_name.values():
        assert [model.length(belly, 0, 0) for belly in Belly] == [1, 1, 1, 1]


def test_the_short_head_does_not_know_the_hip(library: MotionLibrary) -> None:
    for model in library.models.by_name.values():
        lengths = {model.length(Belly.BICEPS_FEMORIS_SHORT_HEAD, hip, 60) for hip in range(-20, 121, 10)}
        assert len(lengths) == 1
        assert model.hip_arm(Belly.BICEPS_FEMORIS_SHORT_HEAD, 60, 60) == 0


def test_bending_the_hip_lengthens_and_bending_the_knee_shortens_on_every_movement(library: MotionLibrary) -> None:
    model = library.models.recommended
    for movement in library.movements.values():
        for step in range(41):
            angles = angles_at(movement, step / 40)
            hip, knee = angles["hip"], angles["knee"]
            for belly in TWO_JOINT:
                if hip <= 110:
                    assert model.length(belly, hip + 1, knee) > model.length(belly, hip, knee)
                assert model.length(belly, hip, knee + 1) < model.length(belly, hip, knee)


def test_the_band_holds_every_model_and_stays_narrow_in_the_used_region(library: MotionLibrary) -> None:
    widths = []
    for hip in range(0, 101, 10):
        for knee in range(0, 111, 10):
            band = library.models.band(LONG, hip, knee)
            assert band is not None
            assert band[0] <= library.models.recommended.length(LONG, hip, knee) <= band[1]
            widths.append(band[1] - band[0])
    assert 0 < max(widths) < 0.04


@pytest.mark.parametrize(("knee", "is_given"), [(120, True), (121, False)])
def test_there_is_no_band_where_a_model_no_longer_holds(library: MotionLibrary, knee: float, is_given: bool) -> None:
    assert (library.models.band(LONG, 20, knee) is not None) is is_given


@pytest.mark.parametrize(("outside", "end"), [((-30, 0), (-20, 0)), ((130, 0), (120, 0)), ((0, 150), (0, 140))])
def test_angles_outside_the_range_count_as_its_end(
    library: MotionLibrary, outside: tuple[float, float], end: tuple[float, float]
) -> None:
    model = library.models.recommended
    assert model.length(LONG, *outside) == model.length(LONG, *end)
