"""A page with the guided session alone, for the browser tests: ``?who=`` does it, ``&stretches=`` are chosen.

The page shows what is stored under its stretches' names, how often it ran, and what was reported.
"""

from dataclasses import replace

import streamlit as st

from hamcore.athlete import AthleteState
from hamcore.rules.safety import gate_on
from pages._parts.guide import fold, guide, memory, taps
from pages._parts.look import apply_look
from pages._parts.motion_library import motion_library
from pages._parts.session import Here, here
from tests.browser.harness.guide_documents import fixed

USUAL = "lying_towel_stretch,seated_forward_bend"


@st.cache_resource
def state_of(athlete_id: str, _me: Here) -> AthleteState:
    return AthleteState(_me.store, athlete_id, _me.catalog)


def somebody(athlete_id: str) -> Here:
    me = here()
    mine = replace(me, athlete_id=athlete_id, state=state_of(athlete_id, me))
    mine.state.refresh()
    return mine


st.set_page_config(page_title="Guide", layout="wide")
apply_look()
st.title("Stretching")
asked = st.query_params
st.session_state.runs = st.session_state.get("runs", 0) + 1
me = somebody(asked.get("who", "anyone"))
news = fold(me, taps("guide"), memory())
chosen = [key for key in asked.get("stretches", USUAL).split(",") if key]
gate = gate_on(me.state.symptoms, me.today)
left, right = st.columns([3, 2], gap="medium")
with left:
    guide("guide", fixed(me.catalog, motion_library(), me.today, gate, chosen), news)
with right:
    st.write(f"Runs: {st.session_state.runs}")
    st.write(f"Reported: {', '.join(sorted(gate.kinds)) or 'nothing'}")
    for key in me.state.stretches:
        held = [f"{one.side or 'both'} {one.seconds or one.reps}" for one in me.state.holds if one.stretch == key]
        if held:
            st.write(f"{key}: {', '.join(held)}")
