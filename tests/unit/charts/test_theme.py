"""The theme: every function has its colours and its mark, and everything can be read."""

import re
from itertools import combinations

import pytest

from hamcore.charts.theme import FUNCTIONS, MARKS, ROLES, Ink, Mode, Pair, chart_config, css_properties
from hamcore.model.exercise import Function

GROUNDS = ("background", "surface", "surface-2")


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def worst(pair: Pair, ground: Pair) -> float:
    return min(contrast(pair.of(mode), ground.of(mode)) for mode in Mode)


@pytest.mark.parametrize("role", ["text", "quiet", "good", "look", "error", "primary-text"])
def test_words_stand_out_of_every_ground(role: str) -> None:
    assert min(worst(ROLES[role], ROLES[ground]) for ground in GROUNDS) >= 4.5


@pytest.mark.parametrize("role", ["good", "look", "neutral", "error"])
def test_a_state_can_be_read_on_its_tint(role: str) -> None:
    assert worst(ROLES[role], ROLES[f"{role}-tint"]) >= 4.5


@pytest.mark.parametrize("function", Function)
def test_a_function_has_a_mark_that_shows_and_words_that_can_be_read(function: Function) -> None:
    colours = FUNCTIONS[function]
    assert min(worst(colours.solid, ROLES[ground]) for ground in GROUNDS) >= 3
    assert worst(colours.text, colours.tint) >= 4.5
    assert worst(ROLES["on-function"], colours.text) >= 4.5


def test_no_two_functions_share_a_mark_or_a_colour() -> None:
    assert len({MARKS[function] for function in Function}) == len(Function)
    for one, other in combinations(Function, 2):
        for mode in Mode:
            assert FUNCTIONS[one].solid.of(mode) != FUNCTIONS[other].solid.of(mode)


def test_every_live_colour_is_a_property_the_page_defines() -> None:
    defined = set(re.findall(r"(--hc-[a-z0-9-]+):", css_properties()))
    used = set(re.findall(r"var\((--hc-[a-z0-9-]+)\)", repr(chart_config(Ink.live()))))
    used |= {re.sub(r"var\((.*)\)", r"\1", Ink.live().function(function, use)) for function in Function for use in USES}
    assert used
    assert used <= defined


USES = ("solid", "text", "tint")


def test_a_fixed_ink_names_no_property() -> None:
    assert "var(" not in repr(chart_config(Ink.fixed(Mode.DARK)))
    assert Ink.fixed(Mode.LIGHT).function(Function.HIP_HINGE) == "#8f61cf"
    assert Ink.fixed(Mode.DARK).role("text") == "#e9e5dd"


def test_an_unknown_role_is_refused() -> None:
    with pytest.raises(KeyError):
        Ink.live().role("gold")
