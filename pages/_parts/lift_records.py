"""The best load for each number of repetitions under each lift, made only while it is open."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from hamcore.athlete import AthleteState
from hamcore.screens import rep_table
from hamcore.screens.lift_card import LiftCard
from hamcore.units import LoadUnit
from pages._parts import marks, states
from pages._parts.session import Here


def draw(me: Here, cards: Sequence[LiftCard], unit: LoadUnit) -> None:
    """One table for each lift, side by side."""
    for place, (column, card) in enumerate(zip(st.columns(len(cards), gap="medium"), cards, strict=True)):
        with column:
            _draw_one(me, card, unit, place)


def _draw_one(me: Here, card: LiftCard, unit: LoadUnit, place: int) -> None:
    label = f"{states.plain(card.name)}: best load for 1 to 15 reps"
    opened = st.expander(label, key=f"reps_{card.key}", icon=":material/format_list_numbered:", on_change="rerun")
    if not opened.open:
        return
    with opened:
        table = _table(me.athlete_id, me.state.revision, me.today, card.key, _state=me.state)
        if not table.records:
            marks.draw(marks.quiet(rep_table.NONE))
            return
        cells = rep_table.cells(table, unit, me.today)
        caption = f"Best load for each number of repetitions: {card.name}"
        marks.draw(marks.quiet(table.note), marks.table(caption, rep_table.COLUMNS, cells))
        st.download_button(
            "Download this table (CSV)",
            lambda: rep_table.rep_csv(table, unit),
            file_name=f"hamcore-best-loads-{place + 1}.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            key=f"reps_file_{card.key}",
        )


@st.cache_resource(max_entries=16, show_spinner=False)
def _table(athlete_id: str, revision: int, today: date, key: str, *, _state: AthleteState) -> rep_table.RepTable:  # noqa: ARG001
    return rep_table.rep_table(_state, key, today)
