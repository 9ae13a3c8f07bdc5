"""Sources: everything HamCore leans on, with what rests on it."""

import streamlit as st

from hamcore.model.source import Strength
from hamcore.screens import sources
from hamcore.screens.claim_rows import STRENGTH_WORDS
from pages._parts import frame, learn_look, marks, source_view
from pages._parts.session import Here, here


def draw(me: Here) -> None:
    """Search, then one row for each source."""
    frame.begin(me, "Learn", "Sources")
    learn_look.apply()
    marks.draw(
        marks.lead(
            "Every number on these pages comes from here. Mostly abstracts were read, not whole papers. A DOI opens "
            "the publication; nothing is fetched before you do."
        )
    )
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        search = st.text_input(
            "Search the sources",
            placeholder="An author, a title, an exercise",
            icon=":material/search:",
            key="sources_search",
            width=320,
            persist_state="session",
        )
        unverified = st.toggle("Show unverified", key="sources_unverified", persist_state="session")
    strengths = st.pills(
        "Strength",
        list(Strength),
        selection_mode="multi",
        format_func=STRENGTH_WORDS.__getitem__,
        key="sources_strengths",
        persist_state="session",
    )
    view = sources.build(me.catalog, search or "", frozenset(strengths), unverified=unverified)
    marks.draw(marks.quiet(view.summary))
    with st.container(border=True, key="card_sources"):
        if view.rows:
            marks.draw(source_view.source_list(view.rows))
        else:
            marks.draw(marks.text("No source fits all of that. Take a word away."))


draw(here())
