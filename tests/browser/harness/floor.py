"""A page with the gym floor alone, for the browser tests: ``?workout=`` names it, ``&plan=`` its exercises.

``&mode=past`` shows it as a past one, ``&page=other`` another page with the rest pill alone.
"""

from datetime import date

import streamlit as st

from hamcore.model.exercise import Prescription
from hamcore.model.log import Workout
from hamcore.model.plan import PlanItem, WorkoutPlan
from pages._components.rest import rest_pill
from pages._parts.floor import floor, fold, memory, taps
from pages._parts.look import apply_look
from pages._parts.session import Here, here
from tests.browser.harness.floor_documents import document

USUAL = "barbell_deadlift,seated_leg_curl"


def planned(me: Here, workout_id: str, names: list[str]) -> WorkoutPlan:
    """The stored plan, or a new one with these exercises."""
    known = me.store.plan(me.athlete_id, workout_id)
    if known:
        return known
    prescriptions: list[tuple[str, Prescription]] = [(name, me.catalog.exercises[name].prescription) for name in names]
    items = tuple(PlanItem(name, prescription) for name, prescription in prescriptions)
    plan = WorkoutPlan(Workout(workout_id, date(2026, 6, 8), "", "Day A", "", None, "manual"), items)
    me.store.save_plan(me.athlete_id, plan)
    return plan


st.set_page_config(page_title="Gym floor", layout="wide")
apply_look()
st.title("Workout")
asked = st.query_params
st.session_state.runs = st.session_state.get("runs", 0) + 1
opened = rest_pill("rest")
if asked.get("page") == "other":
    st.write(f"Opened: {opened}")
else:
    me = here()
    plan = planned(me, asked.get("workout", "first"), asked.get("plan", USUAL).split(","))
    answer = fold(me, plan, taps("floor"), memory(plan.workout.workout_id))
    left, right = st.columns([3, 2], gap="medium")
    with left:
        floor("floor", document(me, answer, asked.get("mode", "live")))
    with right:
        st.write(f"Runs: {st.session_state.runs}")
        st.session_state.ended = st.session_state.get("ended", 0) + answer.is_finished
        st.write(f"Finished: {st.session_state.ended}")
        for key, sets in me.state.log.sets.items():
            mine = [f"{one.load_kg:g} x {one.reps}" for one in sets if one.workout_id == plan.workout.workout_id]
            if mine:
                st.write(f"{key}: {', '.join(mine)}")
