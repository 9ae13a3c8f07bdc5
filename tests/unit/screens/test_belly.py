import pytest

from hamcore.model.exercise import Function
from hamcore.model.muscle import Belly
from hamcore.screens.belly import belly_panel, is_built_for_force
from tests.unit.demo_state import shipped

BUILD = {
    Belly.BICEPS_FEMORIS_LONG_HEAD: True,
    Belly.BICEPS_FEMORIS_SHORT_HEAD: False,
    Belly.SEMITENDINOSUS: False,
    Belly.SEMIMEMBRANOSUS: True,
}


@pytest.mark.parametrize(("belly", "for_force"), BUILD.items())
def test_two_bellies_are_built_for_force_and_two_for_range(belly: Belly, for_force: bool) -> None:
    assert is_built_for_force(shipped().muscles[belly]) is for_force
    assert belly_panel(shipped(), belly).built_title == ("Built for force" if for_force else "Built for range")


def test_a_belly_that_crosses_both_joints_is_said_to_do_both() -> None:
    panel = belly_panel(shipped(), Belly.SEMITENDINOSUS)

    words = "".join(panel.lead)
    assert words.startswith("Runs from the sit bone to the inner side of the upper shin bone. It extends the hip")
    assert panel.actions == ((Function.HIP_HINGE, "Hip: extends"), (Function.KNEE_FLEXION, "Knee: flexes, turns in"))
    assert ("Crosses", "Hip and knee") in panel.facts


def test_the_short_head_is_said_to_do_nothing_at_the_hip() -> None:
    panel = belly_panel(shipped(), Belly.BICEPS_FEMORIS_SHORT_HEAD)

    assert "does nothing at the hip" in "".join(panel.lead)
    assert panel.actions == ((Function.KNEE_FLEXION, "Knee: flexes, turns out"),)
    assert ("Crosses", "Knee only") in panel.facts
    assert {key for key, _ in panel.exercises} == {"seated_leg_curl", "lying_leg_curl", "nordic_curl"}


def test_strong_words_alternate_with_plain_ones() -> None:
    for belly in (None, *Belly):
        lead = belly_panel(shipped(), belly).lead
        assert all(part.startswith(("extend", "bend")) for part in lead[1::2])


def test_the_shares_fill_the_bar_largest_first_with_the_chosen_one_marked() -> None:
    shares = belly_panel(shipped(), Belly.SEMIMEMBRANOSUS).shares

    assert sum(one.share for one in shares) == pytest.approx(1, abs=0.001)
    assert [one.share for one in shares] == sorted((one.share for one in shares), reverse=True)
    assert [one.belly for one in shares if one.is_chosen] == [Belly.SEMIMEMBRANOSUS]
    assert shares[0].words == "46.5\u202f%"


def test_the_share_carries_its_source() -> None:
    row = belly_panel(shipped(), Belly.SEMIMEMBRANOSUS).share_row

    assert row is not None
    assert row.sources[0].words == "Ward 2009"


def test_with_no_belly_chosen_the_group_is_described() -> None:
    panel = belly_panel(shipped(), None)

    assert panel.title == "Three muscles, four bellies"
    assert not any(one.is_chosen for one in panel.shares)
    assert panel.exercises == ()
