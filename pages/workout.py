"""Workout: start or continue one, log it on the gym floor, see what came of it, and look through the past."""

import streamlit as st

from pages._components.top import begin_at_top
from pages._parts import frame, marks
from pages._parts import workout_actions as act
from pages._parts.session import Here, here
from pages._parts.workout_finish import draw_finished
from pages._parts.workout_floor import draw_workout
from pages._parts.workout_history import draw_history
from pages._parts.workout_start import draw_start


def draw_unknown(me: Here) -> None:
    """The address names a workout that is not there."""
    frame.begin(me, "Train", "Workout", page="workout")
    with st.container(border=True, key="card_unknown"):
        marks.draw(
            marks.heading("This workout is not in your log", large=True),
            marks.text("It may have been deleted, or the address belongs to another log."),
        )
        st.button("To the start of this page", icon=":material/fitness_center:", key="to_start", on_click=act.go)


def draw(me: Here) -> None:
    """The view that the address asks for."""
    workout_id, view = act.asked_workout(), act.asked_view()
    plan = act.plan_of(me, workout_id) if workout_id else None
    if plan is not None:
        draw_finished(me, plan) if view == act.FINISHED and not plan.is_open else draw_workout(me, plan)
    elif workout_id:
        draw_unknown(me)
    elif view == act.HISTORY:
        draw_history(me)
    else:
        draw_start(me)
    begin_at_top("top", f"{workout_id} {view}")


draw(here())
