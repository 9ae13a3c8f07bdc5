"""Routine: the week on a board, what it lacks and what it comes to, and what follows from it. Saved at once."""

import streamlit as st

from hamcore.catalog import Catalog
from hamcore.model.routine import Routine
from hamcore.screens import routine as screen
from hamcore.screens.board_document import EntryDocument, board_document, palette
from pages._parts import board, frame, notices, routine_add, routine_cards, routine_forward, routine_look, routine_shelf
from pages._parts import routine_actions as act
from pages._parts import routine_import as bring_in
from pages._parts import routine_versions as versions
from pages._parts.session import Here, here

_ABOVE = "above_the_board"
"""What the page above the board was drawn for, in the session."""


@st.cache_resource(show_spinner=False)
def _palette(_catalog: Catalog) -> list[EntryDocument]:
    return palette(_catalog.exercises.values(), _catalog.stretches.values())


def draw_board(me: Here, view: screen.RoutineScreen) -> None:
    """The week as cards."""
    settings = me.state.settings
    document = board_document(
        view.routine, _palette(me.catalog), view.remarks, unit=settings.load_unit, first=settings.week_start
    )
    board.board(act.BOARD, {**document, "subject": act.subject(view.routine.routine_id)})


def above(me: Here, routine: Routine) -> tuple[object, ...]:
    """What the part of the page above the board was drawn for."""
    return routine.routine_id, routine.name, routine.routine_id == me.state.settings.routine_id, notices.latest()


def draw_routine(me: Here, routine: Routine) -> None:
    """One routine with everything about it."""
    frame.begin(me, "Plan", "Routine", page="routine")
    routine_look.apply()
    routine_shelf.draw(me, routine)
    routine_add.draw(me, routine)
    st.session_state[_ABOVE] = above(me, routine)
    draw_week(me)


@st.fragment
def draw_week(me: Here) -> None:
    """Store what was done on the board since the last run, then draw what follows from it.

    A drop runs this part of the page alone, and all of it only where what stands above the board changes with it.
    """
    me.state.refresh()
    shown = act.shown(me)
    routine = act.take_board(me, shown) if shown else None
    if routine is None or above(me, routine) != st.session_state.get(_ABOVE):
        st.rerun()
    view = screen.build(me.state, routine)
    draw_board(me, view)
    routine_cards.draw(me, view)
    if view.is_own:
        versions.draw(me, routine)
    routine_forward.draw(me, routine)


def draw(me: Here) -> None:
    """What the address offers, else the routine it asks for."""
    offer = bring_in.offered(me)
    routine = act.shown(me)
    if offer:
        bring_in.draw_offer(me, offer)
    elif routine:
        draw_routine(me, routine)


draw(here())
