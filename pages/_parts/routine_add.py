"""Something from the Exercises page that is to be put on a day of the routine."""

import streamlit as st

from hamcore.dates import Weekday
from hamcore.model.routine import Routine
from hamcore.screens import routine_edit
from pages._parts import marks
from pages._parts import routine_actions as act
from pages._parts.session import Here


def draw(me: Here, routine: Routine) -> None:
    """The card that asks for the day; its place is always there, so that the board below stays mounted."""
    with st.container(key="routine_adding"):
        key = st.query_params.get(act.ADD, "")
        found = routine_edit.adding(routine, me.catalog, str(key)) if key else None
        if found is None:
            return
        with st.container(border=True, key="card_adding"):
            marks.draw(
                marks.beside(marks.heading(f"Add: {found.name}"), marks.quiet(found.words)),
            )
            with st.container(horizontal=True, key="tap_days"):
                for weekday, words in found.weekdays:
                    st.button(
                        words, key=f"add_{weekday.name.lower()}", on_click=_add, args=(me, routine, found.key, weekday)
                    )
                st.button("Not now", type="tertiary", key="add_not", on_click=act.leave_adding, args=(routine,))


def _add(me: Here, routine: Routine, key: str, weekday: Weekday) -> None:
    act.add_item(me, routine, key, weekday)
