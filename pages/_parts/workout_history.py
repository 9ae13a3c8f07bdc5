"""The history of the Workout page: a month, its workouts, and a search through all of them."""

from datetime import date

import streamlit as st

from hamcore.screens import history as screen
from pages._parts import frame, history_look, marks
from pages._parts import workout_actions as act
from pages._parts.session import Here

_MONTH = "history_month"
_LIMIT = "history_limit"
_ASKED = "history_asked"
_STEP = 20


def draw_history(me: Here) -> None:
    """The month or what was searched for, with the calendar beside it."""
    asked = str(st.session_state.get(_ASKED) or "")
    view = screen.build(
        me.state,
        me.today,
        month=st.session_state.get(_MONTH),
        asked=asked,
        limit=st.session_state.get(_LIMIT, _STEP),
    )
    frame.begin(me, "Train · Workout", "Past workouts", page="workout")
    history_look.apply()
    st.button("Start a workout", icon=":material/arrow_back:", key="to_start", on_click=act.go)
    left, right = st.columns([2, 3], gap="medium")
    with left:
        draw_month(view)
    with right:
        draw_list(me, view)


def draw_month(view: screen.HistoryScreen) -> None:
    """The month with the ways to the months before and after."""
    with st.container(border=True, key="card_month"):
        with st.container(
            horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="tap_months"
        ):
            draw_step("Earlier", "chevron_left", view.earlier)
            marks.draw(marks.heading(view.title))
            draw_step("Later", "chevron_right", view.later)
        marks.draw(history_look.month(view))
        marks.draw(history_look.legend(view))


def draw_step(label: str, symbol: str, to: date | None) -> None:
    """The way to the nearest other month with workouts."""
    st.button(
        label,
        type="tertiary",
        icon=f":material/{symbol}:",
        key=f"month_{label.lower()}",
        disabled=to is None,
        on_click=_show,
        args=(to,),
    )


def draw_list(me: Here, view: screen.HistoryScreen) -> None:
    """The search, and the workouts it found or those of the month."""
    with st.container(border=True, key="card_list"):
        st.text_input(
            "Search all workouts",
            key=_ASKED,
            placeholder="an exercise, a title or words of a note",
            max_chars=100,
            on_change=_search_anew,
            persist_state="session",
        )
        if not view.lines:
            marks.draw(marks.quiet(view.empty))
            return
        marks.draw(marks.heading(view.summary))
        for line in view.lines:
            draw_line(me, line)
        if view.more:
            st.button("Show more", icon=":material/add:", key="more_found", on_click=_more)


def draw_line(me: Here, line: screen.WorkoutLine) -> None:
    """One workout, to open or to do again."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"tap_line_{line.workout_id}"):
        marks.draw(history_look.workout(line))
        st.button("Open", key=f"past_{line.workout_id}", on_click=act.go, args=(line.workout_id,))
        st.button(
            "Repeat", type="tertiary", key=f"again_{line.workout_id}", on_click=act.repeat, args=(me, line.workout_id)
        )


def _show(to: date | None) -> None:
    st.session_state[_MONTH] = to
    st.session_state[_ASKED] = ""


def _search_anew() -> None:
    st.session_state[_LIMIT] = _STEP


def _more() -> None:
    st.session_state[_LIMIT] = st.session_state.get(_LIMIT, _STEP) + _STEP
