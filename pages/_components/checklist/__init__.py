"""The week of stretching with the checklist of one day; a tick is kept in the browser until it is stored.

As with the guided session there are two components: one with the script, which travels once, and one with the week,
which is handed over to it in the browser.
"""

from typing import Any

import streamlit as st

from hamcore.screens.checklist_document import ChecklistDocument
from pages._components.assets import read

SCRIPTS = ("rest/engine.js", "floor/nodes.js", "floor/queue.js", "guide/meeting.js", "checklist/checklist.js")
"""The files of the script, in the order in which they make one module."""
_LIST = st.components.v2.component(
    "hamcore_checklist",
    html=read("checklist/checklist.html"),
    css=read("shared/base.css", "floor/floor.css", "checklist/checklist.css"),
    js=read(*SCRIPTS),
)
_WEEK = st.components.v2.component("hamcore_checklist_week", js=read("guide/meeting.js", "guide/news.js"))


def mount(key: str, document: ChecklistDocument) -> None:
    """Show the week. What was ticked is in the session under ``key`` before the next run draws anything."""
    _LIST(key=key, data=[{"guide": key}], on_ticks_change=lambda: None)
    _WEEK(key=f"{key}_week", data=[{**document, "guide": key}])


def value(key: str) -> dict[str, Any] | None:
    """What the browser sent last from the checklist under ``key``: ``client``, ``seq``, ``day``, ``events``."""
    state = st.session_state.get(key)
    sent = state.get("ticks") if state is not None else None
    return sent if isinstance(sent, dict) else None
