"""The gym floor: one open workout, logged with one tap a set. A tap is kept in the browser until it is stored."""

from typing import Any

import streamlit as st

from hamcore.screens.floor_document import FloorDocument
from pages._components.assets import read

_FLOOR = st.components.v2.component(
    "hamcore_floor",
    html=read("floor/floor.html"),
    css=read("shared/base.css", "shared/chips.css", "shared/marks.css", "rest/ring.css", "floor/floor.css"),
    js=read(
        "rest/engine.js",
        "rest/paint.js",
        "floor/nodes.js",
        "floor/queue.js",
        "floor/sets.js",
        "floor/panel.js",
        "floor/draw.js",
        "floor/floor.js",
    ),
)


def mount(key: str, document: FloorDocument) -> None:
    """Show ``document``. What was tapped is in the session under ``key`` before the next run draws anything."""
    _FLOOR(key=key, data=[document], on_floor_change=lambda: None)


def value(key: str) -> dict[str, Any] | None:
    """What the browser sent last from the floor mounted under ``key``: a ``FloorValue``, not yet looked at."""
    state = st.session_state.get(key)
    sent = state.get("floor") if state is not None else None
    return sent if isinstance(sent, dict) else None
