"""The guided stretching session: chosen, timed and kept in the browser until each hold is stored.

Streamlit sends a component's whole source and data again whenever its data change. So there are two: the session, with
its script, the stretches and their drawings, which stay for the day; and its news, a few bytes after each hold, which
are handed over to the session in the browser.
"""

from typing import Any

import streamlit as st

from hamcore.screens.guide_document import GuideFixed, GuideNews
from pages._components.assets import read

SCRIPTS = (
    "rest/engine.js",
    "rest/paint.js",
    "floor/nodes.js",
    "floor/queue.js",
    "shared/motion.js",
    "shared/body.js",
    "figure/athlete.js",
    *(f"guide/{name}.js" for name in ("meeting", "session", "sound", "words", "picture", "draw", "guide")),
)
"""The files of the session's script, in the order in which they make one module."""
CHANGING = ("offered", "offers")
"""The parts of the document that change with a hold: a stretch that is done is no longer chosen to begin with."""
_GUIDE = st.components.v2.component(
    "hamcore_guide",
    html=read("guide/guide.html"),
    css=read(
        "shared/base.css",
        "shared/chips.css",
        "shared/figure.css",
        "shared/marks.css",
        "rest/ring.css",
        "floor/floor.css",
        "guide/guide.css",
    ),
    js=read(*SCRIPTS),
)
_NEWS = st.components.v2.component("hamcore_guide_news", js=read("guide/meeting.js", "guide/news.js"))


def mount(key: str, fixed: GuideFixed, news: GuideNews) -> None:
    """Show the session. What was held is in the session under ``key`` before the next run draws anything."""
    stays, changes = parts(fixed, news, key)
    _GUIDE(key=key, data=[stays], on_guide_change=lambda: None)
    _NEWS(key=f"{key}_news", data=[changes])


def parts(fixed: GuideFixed, news: GuideNews, key: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """What stays and what changes with a hold, both with the name under which they find each other in the browser."""
    stays: dict[str, Any] = {name: value for name, value in fixed.items() if name not in CHANGING}
    changes: dict[str, Any] = {name: value for name, value in fixed.items() if name in CHANGING}
    return {**stays, "guide": key}, {**changes, **news, "guide": key}


def value(key: str) -> dict[str, Any] | None:
    """What the browser sent last from the session mounted under ``key``: a ``GuideValue``, not yet looked at."""
    state = st.session_state.get(key)
    sent = state.get("guide") if state is not None else None
    return sent if isinstance(sent, dict) else None
