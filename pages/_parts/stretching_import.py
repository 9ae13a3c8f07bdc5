"""A stretching file dropped on the import page: what is in it, the button that adds it, and the way back."""

import streamlit as st

from hamcore.interchange import Limits
from hamcore.interchange.stretch_file import is_stretching
from hamcore.model.stretching import StretchLog
from hamcore.screens.words import count_words
from hamcore.transfer import StretchPreview, preview_stretching, write_stretches
from pages._parts import import_flow, marks, notices, states
from pages._parts.import_flow import OpenImport
from pages._parts.session import Here

LIMITS = Limits(size=5_000_000, records=50_000)
"""Far above a lifetime of holds, and read in a moment."""
_SHOWN_PROBLEMS = 100


def is_one(file: OpenImport) -> bool:
    """Whether the open file is HamCore's own CSV of stretching."""
    return is_stretching(file.data)


def draw(me: Here, file: OpenImport) -> None:
    """What adding the file would do, before anything is stored."""
    preview = preview_stretching(file.data, file.name, me.state.stretching, me.today, LIMITS)
    if not preview.file.is_one:
        why = preview.file.problems[0].message
        states.failure("This file cannot be read", f"{file.name} {why}", "Nothing was stored. Export it again.")
        return
    with st.container(border=True, key="card_confirm"):
        marks.draw(
            marks.heading("Stretching from HamCore", large=True),
            marks.text(f"In the file: {size_words(preview.file.log)}."),
            marks.text(_new_words(preview)),
        )
        if preview.new_count:
            st.button(
                f"Add {count_words(preview.new_count, 'record')}",
                type="primary",
                icon=":material/check:",
                key="confirm_stretching",
                on_click=add,
                args=(me, preview),
            )
            marks.draw(marks.quiet("Written as one step: all of it or none of it. You can undo it right afterwards."))
    if preview.file.problems:
        with st.container(border=True, key="card_problems"):
            marks.draw(
                marks.heading("Rows to know about"),
                marks.rows(
                    marks.row(f"Line {one.line}" if one.line else file.name, f"{one.column} {one.message}".strip())
                    for one in preview.file.problems[:_SHOWN_PROBLEMS]
                ),
            )


def add(me: Here, preview: StretchPreview) -> None:
    """Store what the preview showed and leave the file."""
    with notices.reported():
        added = write_stretches(preview, me.store, me.athlete_id)
        import_flow.leave()
        notices.tell(f"Added: {size_words(added)}.", undo=lambda: me.store.delete_stretching(me.athlete_id, added))


def size_words(log: StretchLog) -> str:
    """How much a log of stretching holds."""
    return (
        f"{count_words(len(log.holds), 'hold')}, {count_words(len(log.range_tests), 'range reading')}, "
        f"{count_words(len(log.own), 'own stretch', 'own stretches')}"
    )


def _new_words(preview: StretchPreview) -> str:
    if not preview.new_count:
        return "All of it is here already. There is nothing to add."
    return f"New: {size_words(preview.new)}. What you deleted here stays deleted."
