"""The weekly board on a page: what the person did since the last run, then the board itself.

A page asks for ``arranged`` first, keeps what comes of it, and mounts ``board`` with the routine as it is then::

    answer = board.arranged("board", routine.routine_id, keys)
    if answer:
        routine = replace(routine, days=answer.days)
    board.board("board", board_document(routine, ...))
"""

from collections.abc import Mapping

import streamlit as st

from hamcore.screens.board_answer import REFUSED, Answer, Keys, read_answer
from hamcore.screens.board_document import BoardDocument
from pages._components.board import mount


def arranged(key: str, subject: str, keys: Keys) -> Answer | None:
    """The week of the plan ``subject`` as the person arranged it since the last run, once; None where nothing happened.

    What could not have come from the board is refused whole: the board then shows the plan as it was, and says so.
    """
    state = st.session_state.get(key)
    sent = state.get("week") if isinstance(state, Mapping) else None
    if not isinstance(sent, Mapping):
        return None
    client, seq = sent.get("client"), sent.get("seq")
    if not isinstance(client, str) or not isinstance(seq, int):
        return None
    known_client, known_seq = _seen(key)
    if client == known_client and seq <= known_seq:
        return None
    st.session_state[f"{key}:seen"] = (client[:40], seq)
    if sent.get("subject") != subject:
        return None
    answer = read_answer(sent, keys)
    st.session_state[f"{key}:refused"] = answer is None
    return answer


def board(key: str, document: BoardDocument) -> None:
    """Mount the board under ``key``, which is also the key ``arranged`` was asked with."""
    client, ack = _seen(key)
    is_refused = st.session_state.pop(f"{key}:refused", False)
    notice = REFUSED if is_refused else document["notice"]
    mount(key, {**document, "notice": notice}, client, ack)


def _seen(key: str) -> tuple[str, int]:
    seen: tuple[str, int] = st.session_state.get(f"{key}:seen", ("", 0))
    return seen
