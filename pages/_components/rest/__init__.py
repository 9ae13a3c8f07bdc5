"""The small clock of a running rest on every page but the workout itself. It sends one message when it is tapped."""

import streamlit as st

from pages._components.assets import read

_ENDED = "ended_rest"
"""The workout that was ended last, in the session."""

_PILL = st.components.v2.component(
    "hamcore_rest",
    html=read("rest/pill.html"),
    css=read("shared/base.css", "rest/ring.css", "rest/pill.css"),
    js=read("rest/engine.js", "rest/paint.js", "rest/pill.js"),
)


def rest_pill(key: str) -> str | None:
    """Mount the clock, in the entry script; returns the id of the workout to go back to when it was tapped, else None.

    It shows itself only while a rest runs and no gym floor is on the page.
    """
    result = _PILL(key=key, data=[{"ended": st.session_state.get(_ENDED, "")}], on_opened_change=lambda: None)
    return result.opened if isinstance(result.opened, str) else None


def end_rest(workout_id: str) -> None:
    """Let a rest of this workout, which was finished or deleted, run no longer."""
    st.session_state[_ENDED] = workout_id
