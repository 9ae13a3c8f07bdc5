"""Lifts: load and e1RM over time for the deadlift, the Romanian deadlift, or any exercise that was logged."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import streamlit as st

from hamcore.athlete import AthleteState
from hamcore.charts import lift
from hamcore.charts.plot import Plot
from hamcore.frames import row_frame
from hamcore.screens import lift_context as screen
from hamcore.screens import lifts
from hamcore.screens.lift_card import LiftCard
from hamcore.screens.lift_choice import Choice
from hamcore.units import LoadUnit
from pages._parts import frame, lift_context, lift_controls, lift_look, lift_records, marks, states
from pages._parts.sections import PAGES
from pages._parts.session import Here, here
from pages._parts.trend_look import trend_tag


def draw_card(me: Here, card: LiftCard, choice: Choice) -> None:
    """One lift: heading with its state, number, chart, reason."""
    with st.container(border=True, key=f"card_{card.key}", height="stretch"):
        heading = marks.labelled_strong(marks.function_mark(card.function, 13), card.name)
        tag = [trend_tag(card.state, card.state_words)] if card.state else []
        marks.draw(marks.beside(heading, *tag), marks.key_number(card.value, card.value_words))
        if card.plot is None:
            marks.draw(marks.quiet(card.missing))
            return
        chart = _chart(me.athlete_id, me.state.revision, me.today, choice, card.key, _plot=card.plot)
        st.vega_lite_chart(spec=chart, theme=None, key=f"chart_{card.key}", alt=card.plot_words)
        marks.draw(*(marks.quiet(line) for line in (card.reason, " ".join(card.notes)) if line))


@st.cache_resource(max_entries=24, show_spinner=False)
def _chart(athlete_id: str, revision: int, today: date, choice: Choice, key: str, *, _plot: Plot) -> dict[str, Any]:  # noqa: ARG001
    return lift.spec(_plot)


def draw_records(cards: Sequence[LiftCard]) -> None:
    """The newest records of each lift in the chosen days."""
    with st.container(border=True, key="card_records"):
        for column, card in zip(st.columns(len(cards), gap="medium"), cards, strict=True):
            with column:
                found = [marks.row(line.what, line.detail, before=marks.gem(), aside=line.day) for line in card.records]
                none = marks.quiet("None in these days.")
                marks.draw(marks.overline(f"Newest records: {card.name}"), marks.rows(found) if found else none)


def draw_rows(view: lifts.LiftsScreen, unit: LoadUnit) -> None:
    """Every drawn set as a table, and as a file; made only while it is open."""
    opened = st.expander("The sets behind the charts", key="rows", icon=":material/table_rows:", on_change="rerun")
    if not opened.open:
        return
    with opened:
        rows = lifts.rows(view)
        st.dataframe(row_frame(rows, unit), hide_index=True, height=420, key="rows_table")
        st.download_button(
            "Download these rows (CSV)",
            lambda: lifts.rows_csv(rows, unit),
            file_name="hamcore-lifts.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
        )


def draw(me: Here) -> None:
    """The whole page."""
    frame.begin(me, "Progress", "Lifts")
    if not me.state.log.sets:
        states.empty(
            "lifts",
            "No lifts yet",
            "Here you will see the load and the estimated maximum of your deadlift, your Romanian deadlift and any "
            "other exercise over time.",
            page=str(PAGES / "import_export.py"),
            action="Import a training log",
            icon=":material/upload_file:",
        )
        return
    lift_look.apply()
    choice = lift_controls.choose(me)
    view = _screen(me.athlete_id, me.state.revision, me.today, choice, _state=me.state)
    for column, card in zip(st.columns(len(view.cards), gap="medium"), view.cards, strict=True):
        with column:
            draw_card(me, card, choice)
    if view.legend:
        marks.draw(lift_look.legend(view.cards[0].function, view.legend))
    grid = st.grid(4, min_column_width=150)
    for place, one in enumerate(view.facts):
        with grid.container(border=True, key=f"card_fact_{place}", height="stretch"):
            marks.draw(lift_look.fact(one))
    draw_records(view.cards)
    lift_records.draw(me, view.cards, choice.unit)
    if screen.LIFT in choice.lifts:
        lift_context.draw(me, choice.unit)
    draw_rows(view, choice.unit)


@st.cache_resource(max_entries=8, show_spinner=False)
def _screen(athlete_id: str, revision: int, today: date, choice: Choice, *, _state: AthleteState) -> lifts.LiftsScreen:  # noqa: ARG001
    return lifts.build(_state, choice, today)


draw(here())
