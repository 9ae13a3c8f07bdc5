"""Workout: log the sets of today's session, or edit any workout of the past."""

import streamlit as st

from hamcore.screens import workout as screen
from pages._parts import frame, marks
from pages._parts import workout_actions as act
from pages._parts.session import Here, here
from pages._parts.workout_cards import draw_card
from pages._parts.workout_start import draw_start


def draw_workout(me: Here, opened: screen.OpenWorkout) -> None:
    """One open workout: its exercises, and beside them what can be added and the end."""
    view = screen.build(me.state.log, me.catalog, opened, unit=me.state.settings.load_unit, today=me.today)
    frame.begin(me, view.over, view.workout.title or "Workout", page="workout")
    exercises, rest = st.columns([3, 2], gap="medium")
    current = act.current(view.current)
    with exercises:
        for place, card in enumerate(view.cards):
            with st.container(border=True, key=f"card_exercise_{place}"):
                draw_card(me, card, f"{place + 1} of {len(view.cards)}", is_open=card.key == current)
    with rest:
        draw_add(me, first=not view.cards)
        draw_end(me, view)


def draw_facts(me: Here, view: screen.WorkoutScreen) -> None:
    """Name, day and note of the workout, saved at once."""
    workout = view.workout
    title, day, note = (f"{name}_{workout.workout_id}" for name in ("title", "day", "note"))
    with st.expander("Name, day and note", key="workout_facts"):
        st.text_input(
            "Name", workout.title, max_chars=200, key=title, on_change=act.change_fact, args=(me, "title", title)
        )
        st.date_input(
            "Day",
            workout.day,
            max_value=max(me.today, workout.day),
            key=day,
            on_change=act.change_fact,
            args=(me, "day", day),
        )
        st.text_area("Note", workout.note, max_chars=4000, key=note, on_change=act.change_fact, args=(me, "note", note))


def draw_end(me: Here, view: screen.WorkoutScreen) -> None:
    """What was done so far, the end of the workout, and when to stop at once."""
    with st.container(border=True, key="card_end"):
        done = f"So far {view.summary}. Every set is stored as soon as you log it." if view.sets else ""
        marks.draw(marks.heading("This workout"), marks.quiet(done or "Nothing is stored before the first set."))
        draw_facts(me, view)
        st.button(
            "Finish workout" if view.sets else "Leave without logging",
            icon=":material/check:",
            key="finish",
            on_click=act.finish,
            args=(me, view.sets, view.summary),
        )
        if view.sets:
            st.button(
                "Delete this workout",
                type="tertiary",
                icon=":material/delete:",
                key="delete_workout",
                on_click=act.delete_workout,
                args=(me, view.workout.workout_id, f"{view.workout.title or 'Workout'}, {view.summary}."),
            )
    with st.container(border=True, key="card_stop"):
        marks.draw(
            marks.beside_words(
                marks.state_tag(marks.Tone.ERROR, "pan_tool", "Stop"),
                "if the back rounds, or if pain is sharp or runs down the leg.",
            )
        )


def draw_add(me: Here, *, first: bool) -> None:
    """Search for an exercise, or type an own name, and add it."""
    keys = [*me.catalog.exercises, *(key for key in me.state.log.sets if key not in me.catalog.exercises)]
    with st.container(border=True, key="card_add"):
        if first:
            marks.draw(marks.heading("What do you train first?"))
        with st.container(horizontal=True, vertical_alignment="bottom", key="tap_add"):
            st.selectbox(
                "Add an exercise",
                keys,
                index=None,
                format_func=me.catalog.display_name,
                placeholder="Search, or type a name of your own",
                accept_new_options=True,
                key="new_exercise",
                on_change=act.add_exercise,
                args=(me, "new_exercise"),
            )


me = here()
opened = act.open_workout()
if opened is None:
    draw_start(me)
else:
    draw_workout(me, act.up_to_date(me, opened))
