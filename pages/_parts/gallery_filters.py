"""The filters over the gallery of exercises. They keep their values while other pages are visited."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from hamcore.catalog import Catalog
from hamcore.model.exercise import Function, Laterality, LengthClass, Level
from hamcore.screens.exercise_gallery import GalleryFilter, offered_equipment
from hamcore.screens.exercise_words import EQUIPMENT_WORDS, LATERALITY_WORDS, LENGTH_WORDS, LEVEL_WORDS
from hamcore.screens.wording import FUNCTION_WORDS

Option = TypeVar("Option", bound=str)
_LENGTHS = (LengthClass.LONG, LengthClass.MIDDLE, LengthClass.SHORT)


def choose(catalog: Catalog) -> GalleryFilter:
    """Draw the filters; what they ask for."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        search = st.text_input(
            "Search",
            placeholder="A name, as any app writes it",
            icon=":material/search:",
            key="gallery_search",
            width=320,
            persist_state="session",
        )
        equipment = st.multiselect(
            "Equipment",
            offered_equipment(catalog),
            format_func=EQUIPMENT_WORDS.__getitem__,
            key="gallery_equipment",
            placeholder="Any",
            width=260,
            persist_state="session",
        )
        variants = st.toggle("Show variants", key="gallery_variants", persist_state="session")
    functions = _pills("Function", list(Function), FUNCTION_WORDS.__getitem__, "gallery_functions")
    with st.container(horizontal=True, gap="small"):
        lengths = _pills("Muscle length", _LENGTHS, LENGTH_WORDS.__getitem__, "gallery_lengths")
        legs = _pills("Legs", list(Laterality), LATERALITY_WORDS.__getitem__, "gallery_legs")
        levels = _pills("Level", list(Level), LEVEL_WORDS.__getitem__, "gallery_levels")
    return GalleryFilter(functions, frozenset(equipment), lengths, legs, levels, search or "", variants)


def _pills(label: str, options: Sequence[Option], words: Callable[[Option], str], key: str) -> frozenset[Option]:
    chosen = st.pills(
        label,
        list(options),
        selection_mode="multi",
        format_func=words,
        key=key,
        width="content",
        persist_state="session",
    )
    return frozenset(chosen)
