"""The card that plays the routine forward. Nothing is computed and no chart library loaded until it is opened."""

from datetime import date
from typing import Any

import streamlit as st

from hamcore.athlete import AthleteState
from hamcore.charts.forecast_plot import ForecastPlot
from hamcore.model.routine import Routine
from hamcore.screens import routine_forward as screen
from pages._parts import lift_look, marks, routine_look
from pages._parts.session import Here

_OPEN, _WEEKS = "forward_open", "forward_weeks"


def draw(me: Here, routine: Routine) -> None:
    """The card, closed or with every exercise played forward."""
    with st.container(border=True, key="card_forward"):
        marks.draw(marks.heading("Played forward"), marks.quiet(screen.WHAT_IT_IS))
        if not any(day.slots for day in routine.days):
            marks.draw(marks.quiet("There is no exercise to play forward yet."))
            return
        weeks = _controls()
        if weeks is None:
            return
        lift_look.apply()
        view = _forward(me.athlete_id, me.state.revision, routine, me.today, weeks, _state=me.state)
        _draw_view(view)


def _controls() -> int | None:
    """How many weeks, None while the card is closed."""
    is_open = bool(st.session_state.get(_OPEN))
    with st.container(horizontal=True, vertical_alignment="center", key="forward_controls"):
        if not is_open:
            st.button(
                "Play it forward", icon=":material/skip_next:", key="forward_play", on_click=_set_open, args=(True,)
            )
            return None
        weeks = st.segmented_control(
            "Weeks",
            screen.WEEKS,
            default=12,
            required=True,
            format_func=lambda count: f"{count} weeks",
            key=_WEEKS,
            label_visibility="collapsed",
            persist_state="session",
        )
        st.button("Close", type="tertiary", key="forward_close", on_click=_set_open, args=(False,))
    return int(weeks or 12)


def _set_open(is_open: bool) -> None:
    st.session_state[_OPEN] = is_open


def _draw_view(view: screen.Forward) -> None:
    if view.stop:
        marks.draw(marks.state_tag(marks.Tone.NEUTRAL, "event_repeat", "It stops"), marks.text(view.stop))
    drawn = [one for one in view.lifts if one.plot]
    if drawn:
        grid = st.grid(2, min_column_width=320)
        for one in drawn:
            with grid.container(border=True, key=f"card_forward_{one.key}", height="stretch"):
                _draw_lift(one)
        marks.draw(marks.quiet(screen.BAND_WORDS))
    without = [one for one in view.lifts if not one.plot]
    if without:
        marks.draw(
            marks.rows(
                marks.row(one.name, one.missing, before=marks.function_mark(one.function, 13)) for one in without
            )
        )
    marks.draw(routine_look.details("What this takes for granted", routine_look.plain_lines(view.assumptions)))


def _draw_lift(one: screen.LiftForward) -> None:
    marks.draw(
        marks.labelled_strong(marks.function_mark(one.function, 13), one.name),
        marks.key_number(one.value, ""),
        marks.quiet(f"{one.value_words}. {one.now}."),
    )
    assert one.plot
    st.vega_lite_chart(spec=_chart(one.plot), theme=None, key=f"forward_{one.key}", alt=one.plot_words)
    marks.draw(*(marks.quiet(line) for line in one.notes))


@st.cache_resource(max_entries=16, show_spinner=False)
def _forward(
    athlete_id: str,  # noqa: ARG001
    revision: int,  # noqa: ARG001
    routine: Routine,
    today: date,
    weeks: int,
    *,
    _state: AthleteState,
) -> screen.Forward:
    return screen.build(_state, routine, today, weeks)


@st.cache_resource(max_entries=48, show_spinner=False)
def _chart(plot: ForecastPlot) -> dict[str, Any]:
    from hamcore.charts import forecast

    return forecast.spec(plot)
