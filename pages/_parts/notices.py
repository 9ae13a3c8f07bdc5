"""What a page says about the last action: done, with a way back, or not done and why."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

import streamlit as st

from hamcore.storage import StorageError
from pages._parts import marks, states

_KEY = "last_action"
_PAGE = "last_action_page"


class Outcome(StrEnum):
    """What became of the last action."""

    DONE = "done"
    REFUSED = "refused"
    """Not done because of what was typed or chosen."""
    FAILED = "failed"
    """Not done because of the database or the disk."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Words about the last action; ``undo`` takes it back."""

    words: str
    outcome: Outcome
    undo: Callable[[], object] | None = None


def tell(words: str, undo: Callable[[], object] | None = None) -> None:
    """Show ``words`` at the top of the page until the next action, with an Undo button if there is a way back."""
    st.session_state[_KEY] = Notice(words, Outcome.DONE, undo)


def refuse(words: str) -> None:
    """Show why the last action was not done and what is allowed: above, and beside whatever was tapped further down."""
    st.session_state[_KEY] = Notice(words, Outcome.REFUSED)
    st.toast(states.plain(words), icon=":material/edit:")


def clear() -> None:
    """Drop the notice of an earlier action."""
    st.session_state.pop(_KEY, None)


def latest() -> Notice | None:
    """The notice of the last action, None if there is none to show."""
    notice: Notice | None = st.session_state.get(_KEY)
    return notice


@contextmanager
def reported() -> Iterator[None]:
    """Turn a failed write inside the block into a notice: what, where, how to mend it."""
    try:
        yield
    except StorageError as error:
        st.session_state[_KEY] = Notice(str(error), Outcome.FAILED)


def show(page: str) -> None:
    """The notice of the last action on ``page``; another page's notice is dropped.

    Its place is always there, so that nothing below it is made anew when a notice comes or goes.
    """
    with st.container(key="notice"):
        notice = latest()
        if st.session_state.setdefault(_PAGE, page) != page:
            st.session_state[_PAGE] = page
            clear()
            return
        if notice is None:
            return
        tone, symbol, word = _MANNER[notice.outcome]
        with st.container(border=True, horizontal=True, vertical_alignment="center", key="card_notice"):
            marks.draw(marks.beside_words(marks.state_tag(tone, symbol, word), notice.words))
            if notice.undo:
                st.button("Undo", icon=":material/undo:", key="notice_undo", on_click=_undo, args=(notice,))
            st.button("Close", type="tertiary", key="notice_close", on_click=clear)


_MANNER = {
    Outcome.DONE: (marks.Tone.GOOD, "check", "Done"),
    Outcome.REFUSED: (marks.Tone.LOOK, "edit", "Not done yet"),
    Outcome.FAILED: (marks.Tone.ERROR, "error", "Not done"),
}


def _undo(notice: Notice) -> None:
    clear()
    with reported():
        if notice.undo:
            notice.undo()
