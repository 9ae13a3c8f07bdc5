"""The length map: model length over hip and knee bend, with movements as paths and a moving dot on each.

Choosing what to compare, playing and reading off happen in the browser; nothing is sent to the server.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from hamcore.model.exercise import Function
from hamcore.motion import MotionLibrary, Movement
from hamcore.motion.length_note import LENGTH_CREDIT
from hamcore.motion.movement import Kind
from pages._components.assets import read
from pages._components.documents import LENGTH_FOOTNOTE, LENGTH_IS_NOT_EFFORT, model_document, path_document

HINT = "Point at the map, or touch it, to read a length."
FIRST_CHOSEN = ("romanian_deadlift", "seated_leg_curl", "lying_leg_curl", "nordic_curl")
"""Long, long, middle, short: what the map shows before anything is chosen."""
_MAP = st.components.v2.component(
    "hamcore_length_map",
    html=read("length_map/length_map.html"),
    css=read("shared/base.css", "shared/chips.css", "shared/marks.css", "length_map/length_map.css"),
    js=read("shared/motion.js", "length_map/length_map.js"),
)


def length_map(
    key: str,
    library: MotionLibrary,
    functions: Mapping[str, Function],
    *,
    chosen: Sequence[str] = FIRST_CHOSEN,
) -> None:
    """Mount the map with every movement that has a function in ``functions`` (movement id to function).

    ``chosen`` are the movement ids shown at first; after that the choice is the person's until the page is left.
    """
    _MAP(key=key, data=[map_document(library, functions, chosen)])


def map_document(library: MotionLibrary, functions: Mapping[str, Function], chosen: Sequence[str]) -> dict[str, Any]:
    """The data: ``model`` (the recommended one), ``movements`` (path, class, function), ``chosen``, words."""
    return {
        "model": model_document(library.models.recommended),
        "movements": [
            _entry(library.movements[movement_id], function)
            for movement_id, function in functions.items()
            if movement_id in library.movements
        ],
        "chosen": [movement_id for movement_id in chosen if movement_id in functions],
        "hint": HINT,
        "footnote": f"{LENGTH_IS_NOT_EFFORT} {LENGTH_FOOTNOTE} {LENGTH_CREDIT}",
    }


def _entry(movement: Movement, function: Function) -> dict[str, Any]:
    return path_document(movement) | {
        "id": movement.movement_id,
        "length_class": movement.length_class.value,
        "function": function.value,
        "reference": movement.kind is Kind.REFERENCE,
    }
