"""The bar of the Routine page: which routine is shown, new ones, versions, and what can be done with it."""

import streamlit as st
from markupsafe import Markup

from hamcore.model.routine import Routine
from hamcore.screens import routine as screen
from hamcore.storage import StoredRoutine
from pages._parts import marks, routine_look, routine_share, states
from pages._parts import routine_actions as act
from pages._parts import routine_import as bring_in
from pages._parts.session import Here

_CHOICE = "routine_choice"


def draw(me: Here, routine: Routine) -> None:
    """The select, the menus and what there is to say about the routine shown."""
    view = screen.shelf(me.state, routine)
    stored = screen.stored_of(me.store.routines(me.athlete_id), routine) if view.is_own else None
    with st.container(horizontal=True, vertical_alignment="center", key="routine_bar"):
        _draw_choice(view)
        _draw_new(me)
        _draw_more(me, view)
        routine_share.draw(me, routine)
        _draw_save(me, view, stored)
    marks.draw(_about(view, stored))


def _draw_choice(view: screen.Shelf) -> None:
    words = {one.routine_id: f"{one.name} · {one.words}" for one in view.choices}
    st.session_state[_CHOICE] = view.routine.routine_id
    st.selectbox(
        "Routine",
        list(words),
        format_func=lambda key: words.get(key, key),
        key=_CHOICE,
        label_visibility="collapsed",
        width="stretch",
        on_change=act.choose,
        args=(_CHOICE,),
    )


def _about(view: screen.Shelf, stored: StoredRoutine | None) -> Markup:
    """Whether it is active, why it is as it is, and how it is stored."""
    tag = [marks.state_tag(marks.Tone.GOOD, "check", screen.ACTIVE_WORDS)] if view.is_active else []
    words = marks.quiet(" ".join(part for part in (view.routine.why, screen.state_words(stored)) if part))
    return routine_look.about(*tag, words)


def _draw_new(me: Here) -> None:
    menu = st.popover("New", icon=":material/add:", key=act.NEW, on_change="rerun")
    if not menu.open:
        return
    with menu:
        marks.draw(
            marks.heading("A new routine like"), marks.quiet("It becomes your own copy; the template stays as it is.")
        )
        for one in screen.templates(me.state):
            with st.container(gap="xsmall", key=f"template_of_{one.routine_id}"):
                st.button(
                    states.plain(one.name),
                    icon=":material/add:",
                    key=f"template_{one.routine_id}",
                    on_click=act.start_from,
                    args=(me, me.catalog.routines[one.routine_id]),
                )
                marks.draw(marks.quiet(f"{one.facts}. {one.why}"))
        st.button("An empty week", icon=":material/add:", key="template_none", on_click=act.start_from, args=(me, None))
        bring_in.draw(me)


def _draw_more(me: Here, view: screen.Shelf) -> None:
    menu = st.popover("Manage", icon=":material/tune:", key=act.MANAGE, on_change="rerun")
    if not menu.open:
        return
    routine = view.routine
    with menu:
        if view.is_own:
            st.text_input(
                "Name",
                value=routine.name,
                key=f"rename_{routine.routine_id}_{routine.name}",
                on_change=act.rename,
                args=(me, routine, f"rename_{routine.routine_id}_{routine.name}"),
            )
        _draw_active(me, routine, is_active=view.is_active)
        st.button(
            "Duplicate", icon=":material/content_copy:", key="duplicate", on_click=act.start_from, args=(me, routine)
        )
        if view.is_own:
            st.button("Delete", icon=":material/delete:", key="delete", on_click=act.delete, args=(me, routine))
        else:
            marks.draw(marks.quiet("A template cannot be changed or deleted. Changing it makes your own copy."))


def _draw_active(me: Here, routine: Routine, *, is_active: bool) -> None:
    if is_active:
        marks.draw(marks.quiet("Today, Workout and the suggested loads go by this routine."))
        return
    st.button("Make active", icon=":material/check:", key="make_active", on_click=act.make_active, args=(me, routine))


def _draw_save(me: Here, view: screen.Shelf, stored: StoredRoutine | None) -> None:
    menu = st.popover("Save version", icon=":material/bookmark_add:", type="primary", key=act.SAVE, on_change="rerun")
    if not menu.open:
        return
    with menu:
        if stored is None:
            marks.draw(marks.quiet("A template has no versions. Its first change makes your own copy, which has."))
            return
        widget = "version_note"
        marks.draw(marks.quiet("Every change is saved at once. A version is a point you can come back to."))
        st.text_input("Note", placeholder="for example: before the holidays", max_chars=200, key=widget)
        st.button(
            "Save this version",
            type="primary",
            icon=":material/bookmark_add:",
            key="save_version",
            on_click=act.save_version,
            args=(me, view.routine, widget),
        )
