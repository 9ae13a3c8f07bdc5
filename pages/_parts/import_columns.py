"""The form for a file of unknown layout: which column is what."""

from collections.abc import Mapping, Sequence

import streamlit as st

from hamcore.interchange import MAPPED_ROLES, ColumnMapping, DateOrder, Role
from hamcore.interchange.parsed import ParsedFile
from pages._parts import import_flow, marks, notices

ROLE_WORDS: Mapping[Role, str] = {
    Role.START: "Date (needed)",
    Role.EXERCISE: "Exercise (needed)",
    Role.REPS: "Repetitions",
    Role.LOAD: "Load",
    Role.LOAD_UNIT: "Unit of the load",
    Role.TITLE: "Name of the workout",
    Role.SET_TYPE: "Set type",
    Role.RPE: "RPE",
    Role.RIR: "Reps in reserve",
    Role.SECONDS: "Seconds",
    Role.DISTANCE: "Distance",
    Role.DISTANCE_UNIT: "Unit of the distance",
    Role.DURATION: "Length of the workout",
    Role.NOTE: "Note on the set",
    Role.WORKOUT_NOTE: "Note on the workout",
}
_FIRST = (Role.START, Role.EXERCISE, Role.LOAD, Role.REPS)
_ORDER_WORDS = {
    DateOrder.YEAR_FIRST: "Year, month, day",
    DateOrder.DAY_FIRST: "Day, month, year",
    DateOrder.MONTH_FIRST: "Month, day, year",
}


def draw(parsed: ParsedFile) -> None:
    """Rows of the file, a choice for each role, and the button that reads the file so."""
    suggested = parsed.suggestion or ColumnMapping({})
    with st.container(border=True, key="card_columns"):
        marks.draw(
            marks.state_tag(marks.Tone.LOOK, "help", "One answer needed"),
            marks.heading("Which column is what?", large=True),
            marks.text("These are the first rows of the file. Say what its columns hold, and it is read."),
            marks.table("First rows of the file", _titles(parsed.header), parsed.sample),
        )
        with st.form("columns_form", border=False):
            with st.grid(4, min_column_width=150) as grid:
                for role in _FIRST:
                    with grid.cell():
                        _draw_role(parsed, role, suggested)
            with st.expander("More columns"), st.grid(3, min_column_width=150) as more:
                for role in MAPPED_ROLES:
                    if role not in _FIRST:
                        with more.cell():
                            _draw_role(parsed, role, suggested)
            orders: list[DateOrder] = list(DateOrder)
            st.radio(
                "Order in dates written with numbers",
                orders,
                index=orders.index(suggested.date_order) if suggested.date_order else None,
                format_func=_ORDER_WORDS.__getitem__,
                horizontal=True,
                key="columns_order",
            )
            st.form_submit_button(
                "Read with these columns", type="primary", icon=":material/check:", on_click=_answer, args=(parsed,)
            )


def _draw_role(parsed: ParsedFile, role: Role, suggested: ColumnMapping) -> None:
    titles = _titles(parsed.header)
    st.selectbox(
        ROLE_WORDS[role],
        range(len(parsed.header)),
        index=suggested.columns.get(role),
        format_func=lambda place: titles[place],
        placeholder="not in the file",
        key=f"column_{role.value}",
    )


def _titles(header: Sequence[str]) -> list[str]:
    return [title.strip() or f"Column {place}" for place, title in enumerate(header, start=1)]


def _answer(parsed: ParsedFile) -> None:
    chosen = {
        role: int(place) for role in MAPPED_ROLES if (place := st.session_state.get(f"column_{role.value}")) is not None
    }
    unit = parsed.suggestion.unit if parsed.suggestion else None
    mapping = ColumnMapping(chosen, unit, st.session_state.get("columns_order"))
    if mapping.missing:
        names = ", ".join(ROLE_WORDS[role].removesuffix(" (needed)").lower() for role in mapping.missing)
        notices.refuse(f"Still needed: a column for {names}.")
        return
    if len(set(chosen.values())) < len(chosen):
        notices.refuse("One column was chosen twice; each can mean one thing.")
        return
    notices.clear()
    import_flow.answer_columns(mapping)
