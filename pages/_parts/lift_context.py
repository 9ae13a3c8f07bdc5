"""The card that sets the deadlift beside those of people who entered a meet, for whoever asks for it."""

import streamlit as st

from hamcore.model.settings import EARLIEST_BIRTH, Settings, Sex
from hamcore.problems import Problem
from hamcore.rules.standards import Basis
from hamcore.screens import lift_context as screen
from hamcore.screens.lift_context import ContextCard, ContextState
from hamcore.units import LoadUnit
from pages._parts import lift_look, marks, notices
from pages._parts.session import Here

_PROBLEMS = "context_problems"


def draw(me: Here, unit: LoadUnit) -> None:
    """The card; nothing at all if the table cannot be read."""
    with st.container(border=True, key="card_context"):
        marks.draw(marks.overline("Context for the deadlift"), marks.heading(screen.HEADING))
        card = screen.context_card(me.state, Basis.FIRST_MEET, unit, me.today)
        if card and card.state is ContextState.SHOWN:
            card = screen.context_card(me.state, _basis(), unit, me.today)
        if card is None:
            marks.draw(marks.quiet("The table of meet lifts cannot be read, so nothing is compared."))
            return
        _draw_card(card)
        if card.state is ContextState.OFF:
            _draw_form(me)
        if me.state.settings.sex or me.state.settings.birth_year:
            st.button("Stop comparing", type="tertiary", key="context_stop", on_click=_stop, args=(me,))


def _basis() -> Basis:
    picked: Basis = st.segmented_control(
        "Compare with",
        list(Basis),
        default=Basis.FIRST_MEET,
        required=True,
        format_func=screen.BASIS_WORDS.__getitem__,
        key="basis",
        bind="query-params",
        label_visibility="collapsed",
    )
    return picked


def _draw_card(card: ContextCard) -> None:
    if card.scale is None:
        marks.draw(*(marks.text(line) for line in card.lines))
        return
    first, *rest = card.lines
    marks.draw(marks.key_number(card.value, card.value_words), lift_look.scale(card.scale))
    marks.draw(marks.quiet(card.scale.caption), marks.text(first), marks.text(rest[0]))
    marks.draw(*(marks.quiet(line) for line in (*rest[1:], card.points)))
    with st.expander("Who they are", key="context_about", icon=":material/groups:"):
        marks.draw(marks.quiet(screen.ABOUT), marks.quiet(screen.CREDIT))


def _draw_form(me: Here) -> None:
    """Which table, year of birth, and the body weight where none is known."""
    settings = me.state.settings
    with st.expander("Compare my deadlift", key="context_ask", icon=":material/compare_arrows:"):
        with st.form("context_form", border=False):
            st.radio(
                "Compare with",
                list(Sex),
                index=list(Sex).index(settings.sex) if settings.sex else None,
                format_func=screen.SEX_WORDS.__getitem__,
                horizontal=True,
                key="context_sex",
            )
            st.number_input(
                "Year of birth (optional)",
                min_value=EARLIEST_BIRTH,
                max_value=me.today.year,
                value=settings.birth_year,
                step=1,
                placeholder="for the adjustment by age",
                key="context_birth",
            )
            if me.state.body_weight_on(me.today) is None:
                st.text_input("Body weight", placeholder="for example 82.5 or 180 lb", key="context_weight")
            st.form_submit_button("Compare", type="primary", on_click=_start, args=(me,))
        problems: list[Problem] = st.session_state.get(_PROBLEMS, [])
        for problem in problems:
            marks.draw(marks.beside_words(marks.state_tag(marks.Tone.LOOK, "edit", "Not saved"), problem.message))
        marks.draw(marks.quiet(screen.KEPT))


def _start(me: Here) -> None:
    typed = st.session_state
    birth = typed.get("context_birth")
    values, problems = screen.chosen(
        me.state,
        typed.get("context_sex"),
        None if birth is None else int(birth),
        str(typed.get("context_weight") or ""),
        me.today,
    )
    st.session_state[_PROBLEMS] = problems
    if values is not None:
        _save(me, values)


def _stop(me: Here) -> None:
    before = me.state.settings
    _save(me, screen.withdrawn(before))
    notices.tell(
        "The comparison is off, and the answers for it are deleted.",
        undo=lambda: me.store.save_settings(me.athlete_id, before),
    )


def _save(me: Here, values: Settings) -> None:
    with notices.reported():
        me.store.save_settings(me.athlete_id, values)
        notices.clear()
