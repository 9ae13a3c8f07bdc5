"""Why hamstrings: the plate, a leg to move, the length map, the person's own weeks, and what is known."""

import streamlit as st

from hamcore.catalog import Catalog
from hamcore.model.muscle import Belly
from hamcore.screens import why
from hamcore.screens.belly import BellyPanel, belly_panel
from hamcore.screens.claims_panel import ClaimsPanel, NoteCard, claims_panel
from hamcore.screens.training_share import TrainingShare, training_share
from pages._components.leg import leg
from pages._components.length_map import length_map
from pages._components.plate import Tint, choose, plate
from pages._parts import claim_filters, frame, learn_look, marks
from pages._parts.motion_library import motion_library
from pages._parts.sections import PAGES
from pages._parts.session import Here, here

PLATE = "plate"


@st.fragment
def draw_plate(me: Here) -> None:
    """The plate with the chosen belly beside it; a choice reruns only this part."""
    left, right = st.columns([5, 6], gap="large")
    with left, st.container(border=True, key="card_plate"):
        # Drawn below the plate, but it decides how the plate is drawn.
        plate_place, toggle_place = st.container(), st.container()
        with toggle_place:
            is_own = st.toggle("Tint by your last four weeks", key="plate_own", persist_state="session")
        you = training_share(me.state, me.today) if is_own else None
        tints = {one.belly: Tint(one.share, one.short_words) for one in you.bellies} if you else None
        with plate_place:
            chosen = plate(PLATE, tints=tints, note=f"{you.title}. {you.counting} {you.note}" if you else "")
    with right:
        draw_belly(belly_panel(me.catalog, chosen))


def draw_belly(panel: BellyPanel) -> None:
    """The chosen belly in large."""
    marks.draw(
        learn_look.title(panel.title),
        learn_look.lead(panel.lead),
        learn_look.action_chips(panel.actions),
    )
    with st.container(key="belly_facts"):
        if panel.facts:
            marks.draw(marks.facts(panel.facts))
    with st.container(border=True, key="card_built"):
        tag = (
            [learn_look.strength_tag(panel.share_row.strength, panel.share_row.strength_words)]
            if panel.share_row
            else []
        )
        marks.draw(
            marks.beside(marks.heading(panel.built_title), *tag),
            marks.text(panel.built_words),
            learn_look.shares(panel.shares),
            *([learn_look.sources(panel.share_row.sources)] if panel.share_row else []),
        )
    if panel.exercises:
        marks.draw(learn_look.small_title("See it work"))
        with st.container(horizontal=True, gap="xsmall", key="steps_belly"):
            for key, name in panel.exercises:
                st.page_link(PAGES / "exercises.py", label=name, query_params={"exercise": key})


def draw_leg() -> None:
    """Hip and knee to move."""
    with st.container(border=True, key="card_leg"):
        marks.draw(marks.heading("Move the leg", large=True))
        leg("leg", motion_library())


def draw_map(catalog: Catalog) -> None:
    """Exercises as paths over hip and knee bend."""
    with st.container(border=True, key="card_map"):
        marks.draw(
            marks.heading("The map", large=True),
            marks.lead(
                "Bend the hip and the hamstrings get longer, bend the knee and they get shorter. Every exercise is a "
                "path between the two."
            ),
        )
        library = motion_library()
        length_map("length_map", library, why.map_functions(catalog, library))


def draw_you(you: TrainingShare) -> None:
    """The person's own weeks, belly by belly."""
    with st.container(border=True, key="card_you"):
        marks.draw(
            marks.overline("You"),
            marks.heading(you.title, large=True),
            marks.lead(you.words),
            learn_look.belly_bars(you.bellies),
            marks.quiet(f"{you.counting} {you.note}"),
        )
        marks.draw(learn_look.claim_list(you.rows))
        if not you.is_logged:
            st.page_link(PAGES / "workout.py", label="Log a workout", icon=":material/fitness_center:")


@st.fragment
def draw_claims(catalog: Catalog) -> None:
    """Reasons and benefits as claims; a filter reruns only this part."""
    marks.draw(
        learn_look.title("Why it matters"),
        marks.lead("What the source article says, what was measured, and how sure that is."),
    )
    asked = claim_filters.choose()
    panel = claims_panel(catalog, asked)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        marks.draw(marks.quiet(panel.summary))
        st.page_link(PAGES / "sources.py", label="All sources", icon=":material/menu_book:")
    draw_found(panel) if panel.found or not panel.reasons else draw_notes(panel)


def draw_found(panel: ClaimsPanel) -> None:
    """The claims that were asked for."""
    with st.container(border=True, key="card_found"):
        if not panel.found:
            marks.draw(marks.text("No claim fits all of that. Take a filter or a word away."))
        for group in panel.found:
            marks.draw(marks.heading(group.title), learn_look.claim_list(group.rows))


def draw_notes(panel: ClaimsPanel) -> None:
    """Every reason as a card, then everyday tasks, then what is not known."""
    columns = st.columns(2, gap="medium")
    for place, card in enumerate(panel.reasons):
        with columns[place % 2], st.container(border=True, key=f"card_{card.note_id}"):
            marks.draw(marks.heading(card.title, large=True), learn_look.said(card.said), marks.text(card.words))
            marks.draw(
                learn_look.claim_list(card.rows), *([learn_look.more(len(card.more), card.more)] if card.more else [])
            )
    draw_rows("everyday", "Every day", "Not only under a bar.", panel.everyday)
    draw_rows("unknown", "What nobody knows yet", "Questions without an answer so far.", panel.unknown)


def draw_rows(key: str, title: str, words: str, cards: tuple[NoteCard, ...]) -> None:
    """Short notes in one card."""
    with st.container(border=True, key=f"card_{key}"):
        marks.draw(marks.heading(title, large=True), marks.quiet(words))
        marks.draw(marks.rows(marks.row(card.title, card.words) for card in cards))


def draw(me: Here) -> None:
    """The whole page."""
    frame.begin(me, "Learn", "Why hamstrings")
    learn_look.apply()
    if f"{PLATE}:chosen" not in st.session_state:
        choose(PLATE, Belly(why.FIRST_BELLY))
    draw_plate(me)
    draw_leg()
    draw_map(me.catalog)
    draw_you(training_share(me.state, me.today))
    draw_claims(me.catalog)


draw(here())
