"""The Workout page with no workout open: what can be started, continued, edited or deleted."""

import streamlit as st

from hamcore.screens import workout as screen
from hamcore.screens.words import day_words
from pages._parts import frame, marks
from pages._parts import workout_actions as act
from pages._parts.session import Here

_STEP = 10
_LIMIT = "past_workouts"


def draw_start(me: Here) -> None:
    """Today's workouts to continue, the routine's days to start, an empty workout, and the past."""
    limit = st.session_state.setdefault(_LIMIT, _STEP)
    view = screen.start(me.state.log, me.catalog, today=me.today, limit=limit)
    frame.begin(me, "Train", "Workout", page="workout")
    left, right = st.columns([3, 2], gap="medium")
    with left:
        for place, line in enumerate(view.open_today):
            draw_open(me, line, first=place == 0)
        draw_days(me, first=not view.open_today)
    with right:
        draw_past(me, view)


def draw_open(me: Here, line: screen.PastLine, *, first: bool) -> None:
    """A workout of today."""
    with st.container(border=True, key=f"card_open_{line.workout_id}"):
        marks.draw(marks.overline("Today"), marks.heading(line.title, large=True), marks.quiet(line.summary))
        st.button(
            "Continue",
            type="primary" if first else "secondary",
            icon=":material/play_arrow:",
            key=f"open_{line.workout_id}",
            on_click=act.resume,
            args=(me, line.workout_id),
        )


def draw_days(me: Here, *, first: bool) -> None:
    """The days of the person's routine, the one that is due first, and an empty workout."""
    for place, choice in enumerate(screen.day_choices(me.state, me.today)):
        with st.container(border=True, key=f"card_day_{place}"):
            marks.draw(
                marks.beside(marks.chips(choice.functions), marks.quiet(choice.state_words)),
                marks.heading(choice.day.name, large=True),
                marks.rows(
                    marks.row(name, prescription, before=marks.function_mark(function, 14))
                    for name, prescription, function in choice.lines
                ),
            )
            st.button(
                "Start workout",
                type="primary" if first and place == 0 else "secondary",
                icon=":material/play_arrow:",
                key=f"start_{place}",
                on_click=act.start_day,
                args=(choice.day,),
            )
    with st.container(border=True, key="card_free"):
        marks.draw(marks.heading("Something else"), marks.quiet("Start empty and add exercises as you go."))
        st.button("Start an empty workout", icon=":material/add:", key="start_empty", on_click=act.start, args=("", {}))


def draw_past(me: Here, view: screen.StartScreen) -> None:
    """The latest workouts, each to look at, edit or delete."""
    with st.container(border=True, key="card_past"):
        marks.draw(marks.heading("Past workouts"))
        if not view.past:
            marks.draw(marks.quiet("None yet. Every set you log here is kept at once and can be corrected later."))
        for line in view.past:
            with st.container(horizontal=True, wrap=False, vertical_alignment="center", key=f"past_{line.workout_id}"):
                when = day_words(line.day, me.today)
                marks.draw(marks.rows([marks.row(line.title, f"{when}, {line.summary}")]))
                st.button(
                    "Edit",
                    type="tertiary",
                    key=f"open_{line.workout_id}",
                    on_click=act.resume,
                    args=(me, line.workout_id),
                )
        if view.more:
            st.button("Show more", icon=":material/add:", key="more_past", on_click=_more)


def _more() -> None:
    st.session_state[_LIMIT] = st.session_state.get(_LIMIT, _STEP) + _STEP
