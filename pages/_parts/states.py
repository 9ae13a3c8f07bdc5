"""What a page shows when it has nothing to show, and what it says when something cannot be done."""

import re
from collections.abc import Sequence

import streamlit as st

from hamcore.problems import Problem, Severity
from pages._parts import marks

_SHOWN = 200
_WORDS = {Severity.ERROR: "Not used", Severity.WARNING: "Please check"}


def plain(text: str) -> str:
    """``text`` for a place that reads Markdown (titles, labels, toasts), so that it looks exactly as written.

    Punctuation is escaped; an address, which Markdown would turn into a link by itself, is broken by an invisible
    joiner.

    >>> plain("*5 x 5* :red[now]")
    '\\\\*5 x 5\\\\* \\\\:red\\\\[now\\\\]'
    """
    words = " ".join(text.split())
    escaped = "".join("\\" + sign if sign in _MARKDOWN else sign for sign in words)
    return _ADDRESS.sub(lambda found: found[0] + _JOINER, escaped)


_MARKDOWN = frozenset("\\`*_{}[]()<>#+-.!|~:$&^=\"'")
_ADDRESS = re.compile(r"https?|ftp|www|@|mailto|xmpp", re.IGNORECASE)
_JOINER = "\N{WORD JOINER}"


def page_title(over: str, title: str) -> None:
    """The overline and the title every page starts with; a person's own words stay as written."""
    marks.draw(marks.overline(over))
    st.title(plain(title), anchor=False)


def empty(key: str, title: str, words: str, *, page: str, action: str, icon: str) -> None:
    """An empty state: what will be here, and the one obvious next action, which opens a page."""
    with st.container(border=True, key=f"card_{key}"):
        marks.draw(marks.heading(title, large=True), marks.lead(words))
        if st.button(action, type="primary", icon=icon, key=f"go_{key}"):
            st.switch_page(page)


def failure(title: str, what: str, mend: str) -> None:
    """Something failed: what, where and how to mend it. The only use of the error colour besides stop signs."""
    with st.container(border=True, key="card_failure"):
        marks.draw(
            marks.state_tag(marks.Tone.ERROR, "error", "Not done"),
            marks.heading(title, large=True),
            marks.text(what),
            marks.quiet(mend),
        )


def problem_table(problems: Sequence[Problem], caption: str) -> None:
    """Problems with line, column and reason; the first two hundred, and how many more there are."""
    lines = [
        (str(problem.line or "–"), problem.column or "–", _WORDS[problem.severity], problem.message)
        for problem in problems[:_SHOWN]
    ]
    marks.draw(marks.table(caption, ("Line", "Column", "State", "Reason"), lines))
    if len(problems) > _SHOWN:
        marks.draw(marks.quiet(f"{len(problems) - _SHOWN} more like these are not listed."))
