"""A routine from somewhere else: a link or a share file. It is shown first; nothing is written until it is kept."""

from dataclasses import dataclass

import streamlit as st

from hamcore.interchange.routine_file import SharedRoutine, read_routine
from hamcore.model.routine import Routine
from hamcore.problems import Problem, Severity
from hamcore.screens import routine as screen
from hamcore.screens.routine_out import SheetOptions, sheet
from hamcore.transfer.routine_link import PARAMETER, read_link
from pages._parts import frame, marks, routine_look
from pages._parts import routine_actions as act
from pages._parts import routine_cards as cards
from pages._parts.session import Here

_OFFERED, _FILE = "routine_offered", "routine_file"


@dataclass(frozen=True, slots=True)
class Offered:
    """What came in, and from where in words."""

    shared: SharedRoutine
    origin: str


def draw(me: Here) -> None:
    """Where a share file is taken in."""
    st.file_uploader(
        "From a share file",
        type=["json"],
        key=_FILE,
        on_change=_take_file,
        args=(me,),
        help="A file that HamCore shared. It is shown before anything is kept.",
    )


def _take_file(me: Here) -> None:
    given = st.session_state.get(_FILE)
    if given is not None:
        shared = read_routine(given.getvalue(), given.name, me.catalog)
        st.session_state[_OFFERED] = Offered(shared, f"the file {given.name}")


def offered(me: Here) -> Offered | None:
    """What the address or an uploaded file offers; None for nothing."""
    text = st.query_params.get(PARAMETER)
    if text:
        return Offered(read_link(str(text), me.catalog), "a link")
    found: Offered | None = st.session_state.get(_OFFERED)
    return found


def leave() -> None:
    """Go back to the own routines."""
    st.session_state.pop(_OFFERED, None)
    st.query_params.clear()


def draw_offer(me: Here, offer: Offered) -> None:
    """The routine as it would be, or why it cannot be shown."""
    frame.begin(me, "Plan", "Routine", page="routine")
    routine_look.apply()
    routine = offer.shared.routine
    if routine is None:
        _draw_refused(offer)
        return
    view = screen.build(me.state, routine)
    _draw_head(me, offer, routine)
    options = SheetOptions(first=me.state.settings.week_start)
    marks.draw(routine_look.week(sheet(routine, me.catalog, options).days))
    cards.draw(me, view, is_preview=True)


def _draw_refused(offer: Offered) -> None:
    with st.container(border=True, key="card_refused"):
        marks.draw(
            marks.state_tag(marks.Tone.ERROR, "error", "Not opened"),
            marks.heading("This routine cannot be read", large=True),
            *(marks.text(_sentence(_said(problem))) for problem in offer.shared.problems[:8]),
            marks.quiet("Nothing was written. Your own routines are as they were."),
        )
        st.button("To my routines", icon=":material/calendar_view_week:", type="primary", key="leave", on_click=leave)


def _draw_head(me: Here, offer: Offered, routine: Routine) -> None:
    notes = [one for one in offer.shared.problems if one.severity is Severity.WARNING]
    same = screen.same_as(me.state, routine)
    with st.container(border=True, key="card_offer"):
        marks.draw(
            marks.state_tag(marks.Tone.NEUTRAL, "visibility", "Only shown, not kept"),
            marks.heading(routine.name, large=True),
            *([marks.lead(routine.why)] if routine.why else []),
            marks.quiet(f"From {offer.origin}. Nothing is written until you keep it."),
            *(marks.quiet(_sentence(note.message)) for note in notes),
            *([marks.quiet(f"You have the same week already: {same.name}.")] if same else []),
        )
        with st.container(horizontal=True):
            st.button(
                "Keep it",
                type="primary",
                icon=":material/bookmark_add:",
                key="keep_offer",
                on_click=_keep,
                args=(me, routine, offer.origin),
            )
            st.button("Leave it", key="leave", on_click=leave)


def _keep(me: Here, routine: Routine, origin: str) -> None:
    leave()
    act.keep(me, routine, f"From {origin}")


def _said(problem: Problem) -> str:
    """What is wrong and where; of a whole file or link as one sentence."""
    return str(problem) if problem.line or problem.column else f"{problem.where} {problem.message}"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "?", "!")) else ".")
