"""One movement definition -> ``Movement`` and what is wrong with it."""

from collections.abc import Mapping
from itertools import pairwise

from hamcore.model.exercise import LengthClass
from hamcore.motion.movement import (
    CHANNELS,
    FAR_CHANNELS,
    JOINTS,
    Cycle,
    Hands,
    Implement,
    Kind,
    Movement,
    Prop,
)
from hamcore.motion.records import Record
from hamcore.problems import Problem

IMPLEMENTS = ("barbell", "dumbbell", "kettlebell")
HOLDS = ("grip", "hip_crease", "upper_back")
REACHES = ("bar", "chest", "thigh")
PROPS = ("pad", "frame", "roller", "ball", "lever", "towel")
LARGEST_ANGLE_DEG = 200.0
_ON_BODY = ("hip_crease", "upper_back")


def read_movement(movement_id: str, where: str, values: Mapping[str, object]) -> tuple[Movement, list[Problem]]:
    """The movement of one definition; with any problem the movement must not be used."""
    problems: list[Problem] = []
    record = Record(where, values, problems)
    kind = record.choice("kind", Kind)
    cycle = record.choice("cycle", Cycle)
    times, angles = _keyframes(record, cycle)
    implement = _implement(record)
    movement = Movement(
        movement_id=movement_id,
        name=record.text("name"),
        kind=kind,
        shows=record.texts("shows"),
        length_class=record.choice("length_class", LengthClass),
        cycle=cycle,
        begins=record.one_of("begins", ("lifting", "lowering"), None if kind is Kind.EXERCISE else ""),
        anchor=record.one_of("anchor", JOINTS),
        at=record.point("at"),
        base=record.text("base"),
        load=record.text("load"),
        has_load_direction=record.flag("moments"),
        source=record.text("source"),
        times=times,
        angles_deg=angles,
        implement=implement,
        hands=_hands(record, implement),
        arms_between_legs=record.flag("arms_between_legs"),
        far_arm_is_opposite=record.flag("far_arm_opposite"),
        props=tuple(_prop(item) for item in record.tables("props")),
    )
    record.refuse_the_rest()
    return movement, problems


def _keyframes(record: Record, cycle: Cycle) -> tuple[tuple[float, ...], dict[str, tuple[float, ...]]]:
    table = record.table("angles_deg")
    if table is None:
        record.report("angles_deg", "is missing; it must be a table of angles with t")
        return (0.0, 1.0), dict.fromkeys(CHANNELS, (0.0, 0.0))
    times = table.numbers("t")
    rises = all(early < late for early, late in pairwise(times))
    if len(times) < 2 or times[0] != 0 or times[-1] != 1 or not rises:
        table.report("t", "must rise from 0 to 1")
    far = FAR_CHANNELS if set(FAR_CHANNELS) & set(table.keys()) else ()
    angles = {channel: table.numbers(channel) for channel in (*CHANNELS, *far)}
    for channel, values in angles.items():
        _check_angles(table, channel, values, len(times), is_loop=cycle is Cycle.LOOP)
    table.refuse_the_rest()
    return times, angles


def _check_angles(table: Record, channel: str, values: tuple[float, ...], times: int, *, is_loop: bool) -> None:
    if not values:
        return
    if len(values) != times:
        table.report(channel, f"must have one angle for each of the {times} times, not {len(values)}")
    if any(abs(value) > LARGEST_ANGLE_DEG for value in values):
        table.report(channel, f"angles lie between -{LARGEST_ANGLE_DEG:g} and {LARGEST_ANGLE_DEG:g} degrees")
    if channel.startswith("knee") and min(values) < 0:
        table.report(channel, "a knee does not bend forwards; angles start at 0")
    if is_loop and values[0] != values[-1]:
        table.report(channel, "a loop must end where it starts")


def _implement(record: Record) -> Implement | None:
    table = record.table("implement")
    if table is None:
        return None
    implement = Implement(table.one_of("kind", IMPLEMENTS), table.one_of("at", HOLDS))
    table.refuse_the_rest()
    return implement


def _hands(record: Record, implement: Implement | None) -> Hands:
    table = record.table("hands")
    if table is None:
        return Hands()
    hands = Hands(
        to=table.one_of("to", REACHES, ""),
        bend=round(table.number("bend", 1)),
        is_open=table.one_of("shape", ("grip", "open"), "grip") == "open",
    )
    if hands.bend not in (-1, 1):
        table.report("bend", "must be 1 or -1")
    if hands.to == "bar" and (implement is None or implement.at not in _ON_BODY):
        table.report("to", "hands reach for a bar only where the bar rests on the body")
    table.refuse_the_rest()
    return hands


def _prop(record: Record) -> Prop:
    kind = record.one_of("kind", PROPS)
    is_line, is_round = kind in ("pad", "frame"), kind in ("roller", "ball", "lever")
    prop = Prop(
        kind=kind,
        points=record.points("points") if is_line else (),
        width=record.number("width") if is_line else 0.0,
        at=record.point("at") if kind == "roller" else None,
        radius=record.number("radius") if is_round else 0.0,
        joint=record.one_of("joint", JOINTS) if kind in ("ball", "lever") else "",
        pivot=record.one_of("pivot", JOINTS) if kind == "lever" else "",
        along=record.number("along", 0.0),
        ahead=record.number("ahead", 0.0),
        is_in_front=record.flag("front"),
    )
    record.refuse_the_rest()
    return prop
