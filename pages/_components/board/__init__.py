"""The weekly board: seven days of cards, moved by mouse, touch and keyboard, changed in place.

Nothing is sent while a card is in the air or a panel is open. A drop or a saved change is one message with the whole
week; the board shows it at once, and what Python holds comes back with the number of the last message it has seen, so
a slow answer never undoes a newer change.

What never changes while somebody plans (palette, words, limits) is most of the document. The browser keeps it for as
long as the tab lives and says so with every message; from then on only the days travel.
"""

import json
from hashlib import blake2s
from typing import Any

import streamlit as st

from hamcore.screens.board_document import BoardDocument
from pages._components.assets import read

SCRIPTS = ("dom", "week", "cards", "drag", "keys", "palette", "panel", "board")
"""The files of the component's script, in the order in which they make one module."""
FIXED = ("palette", "functions", "techniques", "progressions", "limits", "words")
"""The parts of the document that the browser keeps."""
_BOARD = st.components.v2.component(
    "hamcore_board",
    html=read("board/board.html"),
    css=read("shared/base.css", "shared/chips.css", "shared/marks.css", "board/board.css", "board/panel.css"),
    js=read(*(f"board/{name}.js" for name in SCRIPTS)),
)


def mount(key: str, document: BoardDocument, *, client: str, ack: int, has: str) -> None:
    """Mount the board. ``ack`` is the number of the last message seen from ``client``; ``has`` names what it keeps.

    The value under ``key`` has ``week``: client, seq, subject, has, layout (seven lists of kind, key, edit) and names
    (seven texts).
    """
    _BOARD(key=key, data=[sent_document(document, client, ack, has)], on_week_change=lambda: None)


def sent_document(document: BoardDocument, client: str, ack: int, has: str) -> dict[str, Any]:
    """The document as it travels: ``fixed`` is left out where the browser has it, ``fixed_id`` says which it is."""
    fixed = {name: value for name, value in document.items() if name in FIXED}
    name = blake2s(json.dumps(fixed).encode(), digest_size=8).hexdigest()
    changing = {name: value for name, value in document.items() if name not in FIXED}
    return {**changing, "client": client, "ack": ack, "fixed_id": name, "fixed": None if has == name else fixed}
