"""Sources: everything HamCore leans on, with what rests on it."""

import streamlit as st

from hamcore.screens import sources
from pages._parts import frame, learn_look, marks, source_view
from pages._parts.evidence_filters import search_and_unverified, strengths
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
    search, unverified = search_and_unverified("sources", "Search the sources", "An author, a title, an exercise")
    view = sources.build(me.catalog, search, strengths("sources"), unverified=unverified)
    marks.draw(marks.quiet(view.summary))
    with st.container(border=True, key="card_sources"):
        if view.rows:
            marks.draw(source_view.source_list(view.rows))
        else:
            marks.draw(marks.text("No source fits all of that. Take a word away."))


draw(here())
