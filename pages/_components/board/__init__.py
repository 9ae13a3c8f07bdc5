"""The weekly board: seven days of cards, moved by mouse, touch and keyboard, changed in place.

Nothing is sent while a card is in the air or a panel is open. A drop or a saved change is one message with the whole
week; the board shows it at once, and what Python holds comes back with the number of the last message it has seen, so
a slow answer never undoes a newer change.

Streamlit sends a component's whole source and data again whenever its data change. So there are two: the board, with
the palette, the words and the limits, which never change and therefore travel once; and its days, a few kilobytes that
travel with every change and are handed over to the board in the browser.
"""

from typing import Any

import streamlit as st

from hamcore.screens.board_document import BoardDocument
from pages._components.assets import read

SCRIPTS = ("meeting", "dom", "week", "cards", "drag", "keys", "palette", "panel", "board")
"""The files of the component's script, in the order in which they make one module."""
FIXED = ("palette", "functions", "techniques", "progressions", "unit", "limits", "words")
"""The parts of the document that stay as they are while somebody plans."""
_BOARD = st.components.v2.component(
    "hamcore_board",
    html=read("board/board.html"),
    css=read("shared/base.css", "shared/chips.css", "shared/marks.css", "board/board.css", "board/panel.css"),
    js=read(*(f"board/{name}.js" for name in SCRIPTS)),
)
_DAYS = st.components.v2.component("hamcore_board_days", js=read("board/meeting.js", "board/days.js"))


def mount(key: str, document: BoardDocument, client: str, ack: int) -> None:
    """Mount the board. ``ack`` is the number of the last message seen from ``client``.

    The value under ``key`` has ``week``: client, seq, subject, layout (seven lists of kind, key, edit) and names (seven
    texts).
    """
    fixed, days = parts(document, key)
    _BOARD(key=key, data=[fixed], on_week_change=lambda: None)
    _DAYS(key=f"{key}_days", data=[{**days, "client": client, "ack": ack}])


def parts(document: BoardDocument, key: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """What stays and what changes, both with the name under which they find each other in the browser."""
    fixed: dict[str, Any] = {name: value for name, value in document.items() if name in FIXED}
    days: dict[str, Any] = {name: value for name, value in document.items() if name not in FIXED}
    return {**fixed, "board": key}, {**days, "board": key}
