"""The gym floor: one open workout, logged with one tap a set. A tap is kept in the browser until it is stored.

Streamlit sends a component's whole source again whenever its data change, and draws again whatever a run mounts. So
there are three: the floor itself, whose data never change; the facts of the exercises, which stay as they are while
sets are logged; and the little that is new after every tap, which also brings the taps to Python. The first two can
stand outside the part of a page that a tap runs.
"""

import json
import zlib
from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

import streamlit as st

from hamcore.screens.floor_document import FloorDocument
from pages._components.assets import read

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


class Parts(NamedTuple):
    """A document in two: the facts and what is new. The same ``stamp`` in both tells that they belong together."""

    facts: Mapping[str, Any]
    now: Mapping[str, Any]

    @property
    def stamp(self) -> int:
        """Changes whenever the facts change."""
        return int(self.facts["stamp"])


def parts(document: FloorDocument) -> Parts:
    """The parts of a document. The sets of the exercise on view are new, those of the others are among the facts."""
    facts: dict[str, Any] = {name: document[name] for name in _FIXED}
    now: dict[str, Any] = {name: value for name, value in document.items() if name not in (*_FIXED, "exercises")}
    facts["exercises"] = [
        exercise if exercise["key"] != now["current"] else {**exercise, "rows": []}
        for exercise in document["exercises"]
    ]
    now["rows"] = next((one["rows"] for one in document["exercises"] if one["key"] == now["current"]), [])
    stamp = zlib.crc32(json.dumps(facts).encode())
    return Parts(facts | {"stamp": stamp}, now | {"stamp": stamp})


def mount_frame(key: str, document: Parts) -> None:
    """Mount the floor with the facts; a run in which these change has to mount both again."""
    _FLOOR(key=f"{key}_frame", data=[{"floor": key}])
    _PART(key=f"{key}_facts", data=[{"floor": key, "name": "facts", **document.facts}])


def mount_now(key: str, document: Parts) -> None:
    """Mount what is new. What was tapped is in the session under ``key`` before the next run draws anything."""
    _PART(key=key, data=[{"floor": key, "name": "now", **document.now}], on_floor_change=lambda: None)


def value(key: str) -> dict[str, Any] | None:
    """What the browser sent last from the floor mounted under ``key``: a ``FloorValue``, not yet looked at."""
    state = st.session_state.get(key)
    sent = state.get("floor") if state is not None else None
    return sent if isinstance(sent, dict) else None
