"""The controls of the Volume page. Each is kept in the address, so that a link opens the same view again."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import streamlit as st

from hamcore.model.exercise import CountingRule
from hamcore.screens import volume
from hamcore.screens.exercise_words import RULE_WORDS
from hamcore.screens.lift_choice import Span
from hamcore.screens.volume_choice import SPANS, By, Choice
from hamcore.units import LoadUnit
from pages._parts.session import Here

Option = TypeVar("Option", Span, CountingRule, By, LoadUnit)
_RULES = (CountingRule.WEIGHTED, CountingRule.RAW, CountingRule.HALF_SYNERGIST)


def choose(me: Here) -> Choice:
    """The controls above the charts."""
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        span = _segments("Time", SPANS, Span.HALF, "range")
        rule = _segments("How sets count", _RULES, CountingRule.WEIGHTED, "count", RULE_WORDS.__getitem__)
        by = _segments("Split by", tuple(By), By.FUNCTION, "by")
        unit = _segments("Unit", tuple(LoadUnit), me.state.settings.load_unit, "unit")
    return Choice(span, rule, by, unit, sided(volume.sided_names(me.state)))


def sided(names: Mapping[str, str]) -> str:
    """The exercise whose sides are shown; a list to choose from where there are several."""
    if len(names) < 2:
        return next(iter(names.values()), "")
    chosen = st.selectbox("Left and right of", list(names.values()), key="sides", width=320, bind="query-params")
    return str(chosen or "")


def _segments(
    label: str, options: Sequence[Option], default: Option, key: str, words: Callable[[Option], str] = str
) -> Option:
    picked = st.segmented_control(
        label,
        options,
        default=default,
        required=True,
        format_func=words,
        key=key,
        label_visibility="collapsed",
        bind="query-params",
    )
    return picked or default  # an empty value in an address chooses nothing
