"""Taking a routine out of the app: share file, link, calendar, printed page, picture. Each is made when asked for."""

from datetime import UTC, datetime, time
from functools import partial

import streamlit as st

from hamcore.charts.theme import Mode
from hamcore.interchange.calendar_file import Timing, write_calendar
from hamcore.interchange.routine_file import SUFFIX, write_routine
from hamcore.model.routine import Routine
from hamcore.screens.routine import file_stem
from hamcore.screens.routine_out import SheetOptions, calendar, sheet
from hamcore.sheet.content import Sheet
from hamcore.sheet.convert import to_pdf, to_png
from hamcore.sheet.page import Paper, page
from hamcore.sheet.week import week_picture
from hamcore.transfer.routine_link import PARAMETER, link_text
from pages._parts import marks
from pages._parts import routine_actions as act
from pages._parts.session import Here

_USUAL_START = time(18, 0)


def draw(me: Here, routine: Routine) -> None:
    """The Share menu."""
    menu = st.popover("Share", icon=":material/ios_share:", key=act.SHARE, on_change="rerun")
    if not menu.open:
        return
    with menu:
        _draw_link(me, routine)
        _draw_file(me, routine)
        _draw_calendar(me, routine)
        _draw_paper(me, routine)
        _draw_picture(me, routine)


def _sheet(me: Here, routine: Routine) -> Sheet:
    settings = me.state.settings
    return sheet(routine, me.catalog, SheetOptions(first=settings.week_start, unit=settings.load_unit))


def _draw_link(me: Here, routine: Routine) -> None:
    address = str(st.context.url or "").split("?")[0]
    marks.draw(marks.heading("Link"), marks.quiet("It holds the whole week and shows it before anything is kept."))
    with st.container(key="link_text"):
        st.code(f"{address}?{PARAMETER}={link_text(routine, me.catalog)}", language=None, wrap_lines=True, height=92)


def _draw_file(me: Here, routine: Routine) -> None:
    st.download_button(
        "Share file",
        lambda: write_routine(routine, me.catalog),
        file_name=file_stem(routine) + SUFFIX,
        mime="application/json",
        icon=":material/download:",
        on_click="ignore",
        key="share_file",
    )


def _draw_calendar(me: Here, routine: Routine) -> None:
    marks.draw(marks.heading("Calendar"), marks.quiet("One event for each day with something on it, every week."))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        at = st.time_input("Begins at", _USUAL_START, step=900, key="calendar_at", persist_state="session", width=130)
        st.download_button(
            "Calendar file",
            lambda: _calendar(me, routine, at or _USUAL_START),
            file_name=file_stem(routine) + ".ics",
            mime="text/calendar",
            icon=":material/calendar_view_week:",
            on_click="ignore",
            key="share_calendar",
        )


def _calendar(me: Here, routine: Routine, at: time) -> bytes:
    versions = me.store.routine_versions(me.athlete_id, routine.routine_id)
    version = versions[0].version if versions else 0
    return write_calendar(calendar(routine, me.catalog), Timing(me.today, at, datetime.now(UTC), version))


def _draw_paper(me: Here, routine: Routine) -> None:
    marks.draw(marks.heading("On paper"), marks.quiet("One page with boxes to tick and lines to write on (PDF)."))
    with st.container(horizontal=True):
        for paper, words in ((Paper.A4, "A4"), (Paper.LETTER, "Letter")):
            st.download_button(
                words,
                partial(_pdf, me, routine, paper),
                file_name=f"{file_stem(routine)}-{words.lower()}.pdf",
                mime="application/pdf",
                icon=":material/print:",
                on_click="ignore",
                key=f"share_{words.lower()}",
            )


def _pdf(me: Here, routine: Routine, paper: Paper) -> bytes:
    return to_pdf(page(_sheet(me, routine), paper).svg)


def _draw_picture(me: Here, routine: Routine) -> None:
    marks.draw(marks.heading("Picture of the week"))
    mode = Mode.DARK if st.context.theme.type == "dark" else Mode.LIGHT
    with st.container(horizontal=True):
        st.download_button(
            "PNG",
            lambda: to_png(week_picture(_sheet(me, routine), mode)),
            file_name=f"{file_stem(routine)}.png",
            mime="image/png",
            icon=":material/image:",
            on_click="ignore",
            key="share_png",
        )
        st.download_button(
            "SVG",
            lambda: week_picture(_sheet(me, routine), mode).encode(),
            file_name=f"{file_stem(routine)}.svg",
            mime="image/svg+xml",
            icon=":material/image:",
            on_click="ignore",
            key="share_svg",
        )
