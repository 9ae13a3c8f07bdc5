"""The moving athlete's skeleton on dense frames of every movement."""

from itertools import pairwise
from math import dist

import pytest

from hamcore.motion import MotionLibrary, Movement, Pose, pose_at

STATURE_M = 1.75
PHASES = tuple(step / 200 for step in range(201))


_KNOWN: dict[str, list[Pose]] = {}


def frames(library: MotionLibrary, movement: Movement) -> list[Pose]:
    if movement.movement_id not in _KNOWN:
        _KNOWN[movement.movement_id] = [pose_at(movement, t, library.segments) for t in PHASES]
    return _KNOWN[movement.movement_id]


def bar_to_mid_foot_cm(library: MotionLibrary, movement_id: str) -> list[float]:
    poses = frames(library, library.movements[movement_id])
    return [100 * STATURE_M * (pose.joints["bar"][0] - pose.joints["mid"][0]) for pose in poses]


def test_no_bone_changes_its_length(library: MotionLibrary) -> None:
    s = library.segments
    bones = {
        ("hip", "knee"): s.thigh,
        ("knee", "ankle"): s.shank,
        ("hip", "lumbar"): s.pelvis,
        ("lumbar", "shoulder"): s.thorax,
        ("shoulder", "head"): s.neck + s.head_radius,
        ("shoulder", "elbow"): s.upper_arm,
        ("elbow", "wrist"): s.forearm,
        ("elbow", "grip"): s.forearm + s.grip,
        ("heel", "toe"): s.foot,
    }
    for movement in library.movements.values():
        for pose in frames(library, movement):
            for (start, end), length in bones.items():
                assert abs(dist(pose.joints[start], pose.joints[end]) - length) < 1e-9


def test_the_anchor_stays_where_it_is_held(library: MotionLibrary) -> None:
    for movement in library.movements.values():
        for pose in frames(library, movement):
            assert dist(pose.joints[movement.anchor], movement.at) < 1e-9


@pytest.mark.parametrize("movement_id", ["barbell_deadlift", "romanian_deadlift", "good_morning", "kettlebell_swing"])
def test_a_foot_on_the_floor_stays_flat_and_still(library: MotionLibrary, movement_id: str) -> None:
    for pose in frames(library, library.movements[movement_id]):
        assert pose.joints["heel"][1] == pytest.approx(0, abs=1e-9)
        assert pose.joints["toe"][1] == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize(
    ("movement_id", "joint", "limit_cm"),
    [("hip_thrust", "mid", 0.35), ("hamstring_scoop", "mid2", 1.3), ("nordic_curl", "ankle", 1e-6)],
)
def test_a_closed_chain_holds_its_other_end(
    library: MotionLibrary, movement_id: str, joint: str, limit_cm: float
) -> None:
    poses = frames(library, library.movements[movement_id])
    places = [pose.far_joints["mid"] if joint.endswith("2") else pose.joints[joint] for pose in poses]
    assert 100 * STATURE_M * max(dist(place, places[0]) for place in places) <= limit_cm


@pytest.mark.parametrize(
    ("movement_id", "least", "most"),
    [
        ("barbell_deadlift", 2.4, 3.2),
        ("romanian_deadlift", -1.1, 2.4),
        ("single_leg_romanian_deadlift", -0.8, 2.4),
    ],
)
def test_the_bar_travels_over_the_middle_of_the_foot(
    library: MotionLibrary, movement_id: str, least: float, most: float
) -> None:
    distances = bar_to_mid_foot_cm(library, movement_id)
    assert min(distances) == pytest.approx(least, abs=0.1)
    assert max(distances) == pytest.approx(most, abs=0.1)
    assert max(abs(distance) for distance in distances) < 4


@pytest.mark.parametrize(("movement_id", "sign"), [("barbell_deadlift", 1), ("romanian_deadlift", -1)])
def test_the_bar_never_turns_back_on_its_way(library: MotionLibrary, movement_id: str, sign: int) -> None:
    heights = [pose.joints["bar"][1] for pose in frames(library, library.movements[movement_id])]
    assert all(sign * (late - early) > -1e-9 for early, late in pairwise(heights))


def test_the_deadlift_starts_with_the_plates_on_the_floor(library: MotionLibrary) -> None:
    pose = pose_at(library.movements["barbell_deadlift"], 0, library.segments)
    assert 100 * STATURE_M * pose.joints["bar"][1] == pytest.approx(22.5, abs=0.1)


def test_hands_that_reach_for_the_bar_hold_it(library: MotionLibrary) -> None:
    reaching = [movement for movement in library.movements.values() if movement.hands.to == "bar"]
    assert {movement.movement_id for movement in reaching} == {"good_morning", "hip_thrust"}
    for movement in reaching:
        for pose in frames(library, movement):
            assert 100 * STATURE_M * dist(pose.joints["grip"], pose.joints["bar"]) <= 0.1


def test_no_joint_sinks_into_the_floor(library: MotionLibrary) -> None:
    for movement in library.movements.values():
        for pose in frames(library, movement):
            lowest = min(y for _, y in (*pose.joints.values(), *pose.far_joints.values()))
            assert 100 * STATURE_M * lowest >= -1.5, movement.movement_id
