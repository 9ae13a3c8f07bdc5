"""The gym floor: one open workout, logged with one tap a set. A tap is kept in the browser until it is stored.

Streamlit sends a component's whole source again whenever its data change. So the floor itself has data that never
change, and what it shows comes in two parts through a component of a few lines: the facts of the exercises, which stay
as they are while sets are logged and are then not sent again, and what is new after every tap.
"""

import json
import zlib
from typing import Any, Literal

import streamlit as st

from hamcore.screens.floor_document import FloorDocument
from pages._components.assets import read

FACTS, NOW = "facts", "now"
"""The parts of the document. The floor's key with a part's name behind it is the key of the part."""
_FIXED: tuple[Literal["workout_id", "mode", "unit", "title", "address"], ...] = (
    "workout_id",
    "mode",
    "unit",
    "title",
    "address",
)

_FLOOR = st.components.v2.component(
    "hamcore_floor",
    html=read("floor/floor.html"),
    css=read("shared/base.css", "shared/chips.css", "shared/marks.css", "rest/ring.css", "floor/floor.css"),
    js=read(
        "rest/engine.js",
        "rest/paint.js",
        "floor/meeting.js",
        "floor/nodes.js",
        "floor/queue.js",
        "floor/sets.js",
        "floor/panel.js",
        "floor/draw.js",
        "floor/floor.js",
    ),
)
_PART = st.components.v2.component("hamcore_floor_part", js=read("floor/meeting.js", "floor/part.js"))


def mount(key: str, document: FloorDocument) -> None:
    """Show ``document``. What was tapped is in the session under ``key`` before the next run draws anything."""
    _FLOOR(key=key, data=[{"floor": key}], on_floor_change=lambda: None)
    for name, values in parts(document).items():
        _PART(key=part_key(key, name), data=[{"floor": key, "name": name, **values}])


def part_key(key: str, name: str) -> str:
    """The key of a part of the floor mounted under ``key``."""
    return f"{key}_{name}"


def parts(document: FloorDocument) -> dict[str, dict[str, Any]]:
    """The facts and what is new after every tap; the same ``stamp`` in both tells that they belong together.

    The sets of the exercise on view are new, those of the others are among the facts.
    """
    facts: dict[str, Any] = {name: document[name] for name in _FIXED}
    now: dict[str, Any] = {name: value for name, value in document.items() if name not in (*_FIXED, "exercises")}
    facts["exercises"] = [
        exercise if exercise["key"] != now["current"] else {**exercise, "rows": []}
        for exercise in document["exercises"]
    ]
    now["rows"] = [
        row for exercise in document["exercises"] if exercise["key"] == now["current"] for row in exercise["rows"]
    ]
    stamp = zlib.crc32(json.dumps(facts).encode())
    return {FACTS: facts | {"stamp": stamp}, NOW: now | {"stamp": stamp}}


def value(key: str) -> dict[str, Any] | None:
    """What the browser sent last from the floor mounted under ``key``: a ``FloorValue``, not yet looked at."""
    state = st.session_state.get(key)
    sent = state.get("floor") if state is not None else None
    return sent if isinstance(sent, dict) else None
