"""The filters over the claims: topics, strength, words, and whether what is not verified is shown."""

import streamlit as st

from hamcore.model.claim import Topic
from hamcore.model.source import Strength
from hamcore.screens.claim_rows import STRENGTH_WORDS
from hamcore.screens.claims_panel import TOPIC_WORDS, ClaimFilter


def choose() -> ClaimFilter:
    """Draw the filters; what they ask for. They keep their values while other pages are visited."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        search = st.text_input(
            "Search the claims",
            placeholder="Words, an author, a number",
            icon=":material/search:",
            key="claims_search",
            width=320,
            persist_state="session",
        )
        unverified = st.toggle("Show unverified", key="claims_unverified", persist_state="session")
    topics = st.pills(
        "Topic",
        list(Topic),
        selection_mode="multi",
        format_func=TOPIC_WORDS.__getitem__,
        key="claims_topics",
        persist_state="session",
    )
    strengths = st.pills(
        "Strength",
        list(Strength),
        selection_mode="multi",
        format_func=STRENGTH_WORDS.__getitem__,
        key="claims_strengths",
        persist_state="session",
    )
    return ClaimFilter(frozenset(topics), frozenset(strengths), search or "", unverified)
