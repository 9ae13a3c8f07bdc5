"""The charts of stretching: minutes a week, days, and each range test over time with the load beside it."""

from datetime import date
from typing import Any

import streamlit as st

from hamcore.model.stretching import RangeTestName
from hamcore.screens import stretch_progress as screen
from pages._parts import lift_look, marks
from pages._parts.motion_library import motion_library
from pages._parts.session import Here


def progress(me: Here) -> screen.ProgressScreen:
    """What the charts show now, decided once for every state of the log."""
    return _progress(me.athlete_id, me.state.revision, me.today, _me=me)


@st.cache_resource(max_entries=4, show_spinner=False)
def _progress(athlete_id: str, revision: int, today: date, *, _me: Here) -> screen.ProgressScreen:  # noqa: ARG001
    return screen.build(_me.state, motion_library(), today)


@st.cache_resource(max_entries=24, show_spinner=False)
def _spec(athlete_id: str, revision: int, today: date, what: str, *, _view: screen.ProgressScreen) -> dict[str, Any]:  # noqa: ARG001
    from hamcore.charts import lift, stretching

    if what == "weeks" and _view.weeks:
        return stretching.weeks_spec(_view.weeks)
    if what == "days" and _view.calendar:
        return stretching.calendar_spec(_view.calendar)
    chart = next(one for one in _view.ranges if one.test.value == what.removeprefix("beside_"))
    if what.startswith("beside_") and chart.beside:
        return lift.spec(chart.beside)
    if chart.plot:
        return stretching.range_spec(chart.plot)
    raise ValueError(f"there is no chart of {what}")


def _draw(me: Here, view: screen.ProgressScreen, what: str, words: str) -> None:
    spec = _spec(me.athlete_id, me.state.revision, me.today, what, _view=view)
    st.vega_lite_chart(spec=spec, theme=None, key=f"chart_{what}", alt=words)


def draw_weeks(me: Here, view: screen.ProgressScreen) -> None:
    """Minutes a leg in each week, and the days, side by side; nothing before the first hold.

    Their place is always there, so that nothing below them is made anew, with what is typed in it, at the first hold.
    """
    lift_look.apply()
    with st.container(key="weeks"):
        if view.weeks is None or view.calendar is None:
            return
        left, right = st.columns(2, gap="medium")
        with left, st.container(border=True, key="card_weeks", height="stretch"):
            marks.draw(marks.heading("Minutes a leg, by week"), marks.quiet(view.weeks_reading))
            _draw(me, view, "weeks", view.weeks_words)
        with right, st.container(border=True, key="card_days", height="stretch"):
            marks.draw(marks.heading("Days"), marks.quiet(view.calendar_reading))
            _draw(me, view, "days", view.calendar_words)


def draw_range(me: Here, view: screen.ProgressScreen, test: RangeTestName) -> None:
    """One test over time, and the load of the Romanian deadlift over the same days."""
    chart = next(one for one in view.ranges if one.test is test)
    if chart.plot is None:
        return
    sides = chart.plot.sides
    shapes = " Left: round points, solid line; right: square points, dashed line." if len(sides) > 1 else ""
    marks.draw(marks.quiet(f"{chart.title}, {chart.axis}.{shapes} The band is what reading alone does to the mean."))
    _draw(me, view, chart.test.value, chart.words)
    if chart.beside:
        marks.draw(marks.quiet(chart.beside_words))
        _draw(me, view, f"beside_{chart.test.value}", chart.beside_words)
