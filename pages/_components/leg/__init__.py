"""Move the leg: hip and knee sliders drive a side view and four length bars, all in the browser.

Nothing is sent to the server, neither while a slider moves nor afterwards.
"""

from typing import Any

import streamlit as st

from hamcore.motion import MotionLibrary
from hamcore.motion.length_note import BAND_CREDIT, LENGTH_CREDIT
from hamcore.motion.muscle_length import NARROW_KNEE_DEG
from hamcore.motion.positions import named_positions
from pages._components.assets import read
from pages._components.documents import (
    LENGTH_FOOTNOTE,
    LENGTH_IS_NOT_EFFORT,
    LENGTH_TITLE,
    belly_names,
    models_document,
)

LESSON = (
    "Bending the hip lengthens three of the four; bending the knee shortens all four. The short head crosses only the "
    "knee, so a hinge never takes it through its range."
)
READ_EACH_ALONE = "Read each bar against its own standing length; the model cannot compare one belly with another."
_LEG = st.components.v2.component(
    "hamcore_leg",
    html=read("leg/leg.html"),
    css=read("shared/base.css", "shared/chips.css", "leg/leg.css"),
    js=read("shared/motion.js", "shared/body.js", "leg/leg.js"),
)


def leg(key: str, library: MotionLibrary, *, start: str = "RDL, bottom") -> None:
    """Mount the leg at the named position ``start`` (names in ``hamcore.motion.positions``)."""
    _LEG(key=key, data=[leg_document(library, start)])


def leg_document(library: MotionLibrary, start: str) -> dict[str, Any]:
    """The data: ``models`` (recommended first), ``positions`` and ``start`` (hip, knee in degrees), ``names``, words.

    ``band_until_knee``: the knee bend in degrees up to which all models hold.
    """
    positions = [{"name": item.name, "hip": item.hip_deg, "knee": item.knee_deg} for item in named_positions(library)]
    return {
        "models": models_document(library.models),
        "positions": positions,
        "start": next(item for item in positions if item["name"] == start),
        "names": belly_names(),
        "band_until_knee": NARROW_KNEE_DEG,
        "title": LENGTH_TITLE,
        "lesson": LESSON,
        "footnote": f"{LENGTH_IS_NOT_EFFORT} {READ_EACH_ALONE} {LENGTH_FOOTNOTE} {LENGTH_CREDIT} {BAND_CREDIT}",
    }
