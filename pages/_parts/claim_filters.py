"""The filters over the claims: topics, strength, words, and whether what is not verified is shown."""

import streamlit as st

from hamcore.model.claim import Topic
from hamcore.screens.claims_panel import TOPIC_WORDS, ClaimFilter
from pages._parts.evidence_filters import search_and_unverified, strengths


def choose() -> ClaimFilter:
    """Draw the filters; what they ask for. They keep their values while other pages are visited."""
    search, unverified = search_and_unverified("claims", "Search the claims", "Words, an author, a number")
    topics = st.pills(
        "Topic",
        list(Topic),
        selection_mode="multi",
        format_func=TOPIC_WORDS.__getitem__,
        key="claims_topics",
        persist_state="session",
    )
    return ClaimFilter(frozenset(topics), strengths("claims"), search, unverified)
