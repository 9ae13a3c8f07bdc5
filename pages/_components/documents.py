"""Movements, models and lengths as the plain values a component receives as its data."""

from collections.abc import Mapping
from typing import Any

from hamcore.model.muscle import Belly
from hamcore.motion import LengthModel, LengthModels, Movement
from hamcore.motion.movement import Prop
from hamcore.motion.segments import Segments

BELLY_NAMES: Mapping[Belly, str] = {
    Belly.BICEPS_FEMORIS_LONG_HEAD: "Biceps femoris, long head",
    Belly.SEMITENDINOSUS: "Semitendinosus",
    Belly.SEMIMEMBRANOSUS: "Semimembranosus",
    Belly.BICEPS_FEMORIS_SHORT_HEAD: "Biceps femoris, short head",
}
"""The bellies in the order they are shown."""
LENGTH_TITLE = "Model muscle length, % of standing"
LENGTH_FOOTNOTE = (
    "A generic computer model of one adult leg, evaluated on a drawn movement. Not a measurement of you. "
    "Expect about ±5 points."
)
LENGTH_IS_NOT_EFFORT = "Length is where the muscle works, not how hard."


def belly_names() -> dict[str, str]:
    """Belly to its name."""
    return {belly.value: name for belly, name in BELLY_NAMES.items()}


def model_document(model: LengthModel) -> dict[str, list[list[float]]]:
    """Belly to its terms, each ``[exponent of hip, exponent of knee, coefficient]``."""
    return {belly.value: [list(term) for term in terms] for belly, terms in model.terms.items()}


def models_document(models: LengthModels) -> list[dict[str, list[list[float]]]]:
    """The recommended model first, then the others of the band."""
    others = [model for model in models.by_name.values() if model is not models.recommended]
    return [model_document(model) for model in (models.recommended, *others)]


def segments_document(segments: Segments) -> dict[str, float]:
    """Segment to its length in fractions of stature."""
    return {name: getattr(segments, name) for name in Segments.__slots__}


def path_document(movement: Movement) -> dict[str, Any]:
    """A movement's way over the length map: its cycle, times, hip and knee angles."""
    angles = {channel: list(movement.angles_deg[channel]) for channel in ("hip", "knee")}
    return {"name": movement.name, "cycle": movement.cycle.value, "t": list(movement.times), "angles": angles}


def movement_document(movement: Movement) -> dict[str, Any]:
    """Everything the drawn athlete needs."""
    implement = movement.implement
    return path_document(movement) | {
        "id": movement.movement_id,
        "anchor": movement.anchor,
        "at": list(movement.at),
        "begins": movement.begins,
        "angles": {channel: list(values) for channel, values in movement.angles_deg.items()},
        "implement": {"kind": implement.kind, "at": implement.at} if implement else None,
        "hands": {"to": movement.hands.to, "bend": movement.hands.bend, "open": movement.hands.is_open},
        "arms_between_legs": movement.arms_between_legs,
        "far_arm_opposite": movement.far_arm_is_opposite,
        "props": [_prop(prop) for prop in movement.props],
    }


def _prop(prop: Prop) -> dict[str, Any]:
    document: dict[str, Any] = {"kind": prop.kind, "front": prop.is_in_front}
    if prop.points:
        document |= {"points": [list(point) for point in prop.points], "width": prop.width}
    if prop.at:
        document["at"] = list(prop.at)
    if prop.radius:
        document["radius"] = prop.radius
    if prop.joint:
        document |= {"joint": prop.joint, "pivot": prop.pivot, "along": prop.along, "ahead": prop.ahead}
    return document
