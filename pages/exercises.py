"""Exercises: a gallery of moving figures, and each exercise or stretch at its own address."""

import streamlit as st

from hamcore.screens import exercises
from hamcore.screens.exercise_gallery import Gallery, GalleryEntry
from hamcore.screens.wording import FUNCTION_WORDS
from pages._components.figure import Card, gallery
from pages._parts import exercise_view, frame, gallery_filters, learn_look, marks, states
from pages._parts.motion_library import motion_library
from pages._parts.sections import PAGES
from pages._parts.session import Here, here

ADDRESS = "exercise"
PAGE = PAGES / "exercises.py"


def draw_gallery(me: Here) -> None:
    """The filters and everything that fits them."""
    frame.begin(me, "Learn", "Exercises")
    learn_look.apply()
    asked = gallery_filters.choose(me.catalog)
    found = exercises.build(me.state, motion_library(), me.today, asked=asked).gallery
    if found:
        marks.draw(marks.quiet(found.summary))
        draw_cards(found)


def draw_cards(found: Gallery) -> None:
    """Moving cards first, then those that only have words."""
    if not found.moving and not found.still:
        with st.container(border=True, key="card_none"):
            marks.draw(marks.text("Nothing fits all of that. Take a filter or a word away."))
        return
    if found.moving:
        opened = gallery("gallery", [card(entry) for entry in found.moving if entry.movement], motion_library())
        if opened:
            st.switch_page(PAGE, query_params={ADDRESS: opened})
    if found.still:
        marks.draw(marks.heading("Without a moving figure", large=True))
        grid = st.grid(3, min_column_width=260)
        for entry in found.still:
            with grid.container(border=True, key=f"card_still_{entry.entry_id}", height="stretch", gap="xsmall"):
                st.page_link(PAGE, label=f"**{states.plain(entry.name)}**", query_params={ADDRESS: entry.entry_id})
                marks.draw(marks.beside(marks.chip(entry.function)), marks.quiet(note(entry)))


def card(entry: GalleryEntry) -> Card:
    """One moving card."""
    assert entry.movement is not None
    return Card(
        entry_id=entry.entry_id,
        name=entry.name,
        function=entry.function,
        function_word=FUNCTION_WORDS[entry.function],
        note=note(entry),
        address=f"exercises?{ADDRESS}={entry.entry_id}",
        movement=entry.movement,
    )


def note(entry: GalleryEntry) -> str:
    """The note of a card, with the variants behind it."""
    return entry.note + (f" · {entry.variants} variants" if entry.variants > 1 else " · 1 variant" * entry.variants)


def draw_entry(me: Here, entry_id: str) -> None:
    """One entry, or words about an address that leads nowhere."""
    view = exercises.build(me.state, motion_library(), me.today, entry_id=entry_id)
    frame.begin(me, "Learn · Exercises", view.detail.name if view.detail else "Not found", page="exercises")
    learn_look.apply()
    # A link to the same page without parameters would leave the old address in the browser.
    st.button("All exercises", icon=":material/arrow_back:", key="all_exercises", on_click=st.query_params.clear)
    if view.detail:
        exercise_view.draw(view.detail)
        return
    with st.container(border=True, key="card_unknown"):
        marks.draw(
            marks.text(view.unknown),
            marks.quiet("The address may be mistyped, or come from another version. All exercises are one tap away."),
        )


def draw(me: Here) -> None:
    """The gallery, or the entry in the address."""
    entry_id = st.query_params.get(ADDRESS, "")
    draw_entry(me, entry_id) if entry_id else draw_gallery(me)


draw(here())
