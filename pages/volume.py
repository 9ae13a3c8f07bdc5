"""Volume: weekly sets against the band, hip beside knee, tonnage, minutes, the year, left beside right."""

from datetime import date
from typing import Any

import streamlit as st

from hamcore.athlete import AthleteState
from hamcore.charts.volume_plot import BarsPlot, SidesPlot, YearPlot
from hamcore.screens import volume
from hamcore.screens.volume_card import VolumeCard, table_csv
from hamcore.screens.volume_choice import Choice
from pages._parts import frame, lift_look, marks, states, volume_controls, volume_look
from pages._parts.sections import PAGES
from pages._parts.session import Here, here


def draw_card(card: VolumeCard) -> None:
    """One card: its number, the sentence, the chart, the legend, what the numbers are, the rows behind them."""
    with st.container(border=True, key=f"card_{card.key}", height="stretch"):
        marks.draw(marks.heading(card.title), marks.key_number(card.value, card.value_words), marks.text(card.reading))
        if card.plot is None:
            return
        st.vega_lite_chart(spec=_chart(card.plot), theme=None, key=f"chart_{card.key}", alt=_alt(card))
        legend = [volume_look.legend(card.legend)] if card.legend else []
        marks.draw(*legend, *(marks.quiet(note) for note in card.notes))
        draw_rows(card)


def _alt(card: VolumeCard) -> str:
    return f"{card.title}: {card.words} {card.reading} The numbers are in the table under the chart."


def draw_rows(card: VolumeCard) -> None:
    """The rows behind a chart as a table and as a file; made only while it is open."""
    opened = st.expander(
        "The rows behind the chart", key=f"rows_{card.key}", icon=":material/table_rows:", on_change="rerun"
    )
    if not opened.open:
        return
    with opened:
        st.dataframe(_frame(card), hide_index=True, height=300, key=f"table_{card.key}")
        st.download_button(
            "Download these rows (CSV)",
            lambda: table_csv(card.table),
            file_name=f"hamcore-volume-{card.key}.csv",
            mime="text/csv",
            icon=":material/download:",
            on_click="ignore",
            key=f"csv_{card.key}",
        )


def _frame(card: VolumeCard) -> Any:  # noqa: ANN401 - pandas is loaded only where a table is open
    import pandas as pd

    return pd.DataFrame(list(card.table.rows), columns=list(card.table.columns))


@st.cache_resource(max_entries=48, show_spinner=False)
def _chart(plot: BarsPlot | YearPlot | SidesPlot) -> dict[str, Any]:
    from hamcore.charts import volume as charts

    if isinstance(plot, YearPlot):
        return charts.year_spec(plot)
    return charts.sides_spec(plot) if isinstance(plot, SidesPlot) else charts.bars_spec(plot)


def draw(me: Here) -> None:
    """The whole page."""
    frame.begin(me, "Progress", "Volume")
    if not me.state.log.sets:
        states.empty(
            "volume",
            "No sets yet",
            "Here you will see your hamstring sets week by week against the band, the hip beside the knee, how much "
            "you moved, and your year as a calendar.",
            page=str(PAGES / "import_export.py"),
            action="Import a training log",
            icon=":material/upload_file:",
        )
        return
    lift_look.apply()
    choice = volume_controls.choose(me)
    view = _screen(me.athlete_id, me.state.revision, me.today, choice, _state=me.state)
    cards = {card.key: card for card in view.cards}
    if not cards:
        marks.draw(
            marks.quiet("Every workout in the log lies ahead of today; the charts begin with the first one done.")
        )
        return
    draw_card(cards["sets"])
    for column, key in zip(st.columns(2, gap="medium"), ("balance", "tonnage"), strict=True):
        with column:
            draw_card(cards[key])
    draw_card(cards["year"])
    left, right = st.columns(2, gap="medium")
    with left:
        draw_card(cards["minutes"])
    with right:
        if view.sides:
            draw_card(view.sides)
        else:
            with st.container(border=True, key="card_no_sides"):
                marks.draw(marks.heading("Left and right"), marks.quiet(volume.NO_SIDES))


@st.cache_resource(max_entries=8, show_spinner=False)
def _screen(
    athlete_id: str,  # noqa: ARG001
    revision: int,  # noqa: ARG001
    today: date,
    choice: Choice,
    *,
    _state: AthleteState,
) -> volume.VolumeScreen:
    return volume.build(_state, choice, today)


draw(here())
