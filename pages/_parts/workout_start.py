"""The Workout page with no workout open: what can be started or continued, and the latest past ones."""

import streamlit as st

from hamcore.screens import workout as screen
from hamcore.screens.settings import unit_hint
from hamcore.screens.words import day_words
from pages._parts import frame, marks
from pages._parts import workout_actions as act
from pages._parts.session import Here


def draw_start(me: Here) -> None:
    """Workouts to continue, the routine's days, an empty one, and the past."""
    view = screen.start(me.state, me.store.open_plans(me.athlete_id), me.today)
    frame.begin(me, "Train", "Workout", page="workout")
    if hint := unit_hint(me.state.settings):
        marks.draw(marks.quiet(hint + " A usual gym in your unit is one tap away in Settings."))
    left, right = st.columns([3, 2], gap="medium")
    with left:
        for place, line in enumerate(view.open_plans):
            draw_open(me, line, first=place == 0)
        for place, choice in enumerate(view.days):
            draw_day(me, choice, place, first=place == 0 and not view.open_plans)
        draw_empty(me, first=not view.open_plans and not view.days)
    with right:
        if view.offer and view.days:
            draw_offer(me, view)
        draw_past(me, view)


def draw_open(me: Here, line: screen.PastLine, *, first: bool) -> None:
    """A workout that was begun and not finished."""
    with st.container(border=True, key=f"card_open_{line.workout_id}"):
        marks.draw(
            marks.overline(f"Not finished · {day_words(line.day, me.today)}"),
            marks.heading(line.title, large=True),
            marks.quiet(line.summary),
        )
        st.button(
            "Continue",
            type="primary" if first else "secondary",
            icon=":material/play_arrow:",
            key=f"open_{line.workout_id}",
            on_click=act.go,
            args=(line.workout_id,),
        )


def draw_day(me: Here, choice: screen.DayChoice, place: int, *, first: bool) -> None:
    """A day of the person's routine with today's targets and their reasons."""
    with st.container(border=True, key=f"card_day_{place}"):
        marks.draw(
            marks.beside(marks.chips(choice.functions), marks.quiet(choice.state_words)),
            marks.heading(choice.day.name, large=True),
            marks.rows(
                marks.row(
                    line.name,
                    line.reason if first else line.prescription,
                    before=marks.function_mark(line.function, 14),
                    value=line.target,
                )
                for line in choice.lines
            ),
        )
        st.button(
            "Start workout",
            type="primary" if first else "secondary",
            icon=":material/play_arrow:",
            key=f"start_{place}",
            on_click=act.open_day,
            args=(me, choice.day),
        )


def draw_empty(me: Here, *, first: bool) -> None:
    """A workout without a plan."""
    with st.container(border=True, key="card_free"):
        marks.draw(marks.heading("Something else"), marks.quiet("Start empty and add exercises as you go."))
        st.button(
            "Start an empty workout",
            type="primary" if first else "secondary",
            icon=":material/add:",
            key="start_empty",
            on_click=act.start_empty,
            args=(me,),
        )


def draw_offer(me: Here, view: screen.StartScreen) -> None:
    """A lighter week, with the lifts behind the offer; never by itself."""
    with st.container(border=True, key="card_offer"):
        marks.draw(marks.heading("A lighter week?"), marks.text(view.offer))
        st.button(
            "Start today's workout lighter",
            icon=":material/event_repeat:",
            key="start_lighter",
            on_click=act.open_day,
            args=(me, view.days[0].day),
            kwargs={"is_deload": True},
        )


def draw_past(me: Here, view: screen.StartScreen) -> None:
    """The latest workouts, to open or to repeat, and the way to all of them."""
    with st.container(border=True, key="card_past"):
        marks.draw(marks.heading("Past workouts"))
        if not view.past:
            marks.draw(marks.quiet("None yet. Every set you log here is kept at once and can be corrected later."))
            return
        for line in view.past:
            draw_past_line(me, line)
        st.button(
            "Calendar and search",
            icon=":material/calendar_view_week:",
            key="go_history",
            on_click=act.go,
            kwargs={"view": act.HISTORY},
        )


def draw_past_line(me: Here, line: screen.PastLine) -> None:
    """One past workout."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"tap_past_{line.workout_id}"):
        marks.draw(marks.rows([marks.row(line.title, f"{day_words(line.day, me.today)}, {line.summary}")]))
        st.button("Open", type="tertiary", key=f"past_{line.workout_id}", on_click=act.go, args=(line.workout_id,))
        st.button(
            "Repeat", type="tertiary", key=f"again_{line.workout_id}", on_click=act.repeat, args=(me, line.workout_id)
        )
