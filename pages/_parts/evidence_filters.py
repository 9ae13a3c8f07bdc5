"""The filters that the claims and the sources share: words, how well supported, and what is not verified."""

import streamlit as st

from hamcore.model.source import Strength
from hamcore.screens.claim_rows import STRENGTH_WORDS


def search_and_unverified(key: str, label: str, placeholder: str) -> tuple[str, bool]:
    """The words to look for, and whether what is not verified is shown. They last while other pages are visited."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        search = st.text_input(
            label,
            placeholder=placeholder,
            icon=":material/search:",
            key=f"{key}_search",
            width=320,
            persist_state="session",
        )
        unverified = st.toggle("Show unverified", key=f"{key}_unverified", persist_state="session")
    return search or "", unverified


def strengths(key: str) -> frozenset[Strength]:
    """The strengths asked for; none chosen means all."""
    chosen = st.pills(
        "Strength",
        list(Strength),
        selection_mode="multi",
        format_func=STRENGTH_WORDS.__getitem__,
        key=f"{key}_strengths",
        persist_state="session",
    )
    return frozenset(chosen)
