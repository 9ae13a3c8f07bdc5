"""The controls of the Lifts page. Each is kept in the address, so that a link opens the same view again."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TypeVar

import streamlit as st

from hamcore.charts.plot import View
from hamcore.screens import lift_choice
from hamcore.screens.lift_choice import Choice, Span
from hamcore.units import LoadUnit
from pages._parts.session import Here

Option = TypeVar("Option", Span, View, LoadUnit)
_VIEW_WORDS = {View.E1RM: "e1RM", View.LOAD: "Load"}


def choose(me: Here) -> Choice:
    """The controls; all of them are kept in the address."""
    known = lift_choice.offers(me.state)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        exercise = st.selectbox(
            "Exercise",
            [offer.words for offer in known],
            key="lift",
            label_visibility="collapsed",
            width=230,
            bind="query-params",
        )
        span = _segments("Time", list(Span), Span.HALF, "range")
        view = _segments("View", list(View), View.E1RM, "view", _VIEW_WORDS)
        unit = _segments("Unit", list(LoadUnit), me.state.settings.load_unit, "unit")
    dates = _dates(me.today) if span is Span.DATES else None
    return Choice(lift_choice.lifts_named(exercise, known), span, view, unit, dates)


def _segments(
    label: str, options: list[Option], default: Option, key: str, words: Mapping[Option, str] | None = None
) -> Option:
    return st.segmented_control(
        label,
        options,
        default=default,
        required=True,
        format_func=lambda option: words[option] if words else str(option),
        key=key,
        label_visibility="collapsed",
        bind="query-params",
    )


def _dates(today: date) -> tuple[date, date] | None:
    usual = (today - timedelta(days=91), today)
    picked = st.date_input("From and to", usual, key="days", width=280, bind="query-params")
    return (picked[0], picked[-1]) if isinstance(picked, tuple) and picked else None
