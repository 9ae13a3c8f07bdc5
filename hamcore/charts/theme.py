"""Every colour, font and mark of HamCore, once: charts and the page's style block both read them here.

Standard library only. Pages without a chart take their colours from this module too, so it never imports altair or
pandas, and neither does ``hamcore.charts`` itself.

A colour is a ``Pair`` (light, dark). In the page each is a custom property written with ``light-dark()``, which follows
a switch of the theme at once; a chart drawn as SVG names the same property (``Ink.live()``), a chart drawn on a canvas
cannot and takes the plain values of one mode (``Ink.fixed(mode)``).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from hamcore.model.exercise import Function

FONT = '"Source Sans", "Source Sans Pro", sans-serif'
"""Body and chart type; ships with Streamlit."""
HEADING_FONT = '"Source Serif", "Source Serif Pro", serif'
"""Heading type; ships with Streamlit."""


class Mode(StrEnum):
    """The two appearances."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Pair:
    """One colour in both appearances, as ``#rrggbb``."""

    light: str
    dark: str

    def of(self, mode: Mode) -> str:
        """The value in ``mode``."""
        return self.dark if mode is Mode.DARK else self.light


@dataclass(frozen=True, slots=True)
class FunctionColours:
    """The three values of one function: ``solid`` for marks and lines, ``text`` for words, ``tint`` for grounds."""

    solid: Pair
    text: Pair
    tint: Pair


ROLES: Mapping[str, Pair] = MappingProxyType(
    {
        "background": Pair("#faf8f4", "#0f141a"),
        "surface": Pair("#ffffff", "#171d25"),
        "surface-2": Pair("#f1ede5", "#1f2730"),
        "text": Pair("#22303b", "#e9e5dd"),
        "quiet": Pair("#59646d", "#a5adb5"),
        "border": Pair("#ddd6ca", "#2e3742"),
        "control-edge": Pair("#8c8679", "#6f7a86"),
        "primary": Pair("#1b5566", "#2d7d92"),
        "primary-text": Pair("#1b5566", "#8cc7d3"),
        "good": Pair("#1b5566", "#8cc7d3"),
        "good-tint": Pair("#e1ecef", "#173039"),
        "look": Pair("#8a4516", "#eba878"),
        "look-tint": Pair("#f8e9dc", "#38261a"),
        "neutral": Pair("#59646d", "#a5adb5"),
        "neutral-tint": Pair("#ece8e0", "#252d36"),
        "error": Pair("#8d1f31", "#f5a3a3"),
        "error-tint": Pair("#f9e6e6", "#3d1d22"),
        "grid": Pair("#ebe6dc", "#262e38"),
        "axis": Pair("#c9c1b3", "#46515d"),
        "muscle": Pair("#bd6b60", "#b9655c"),
        "on-function": Pair("#ffffff", "#11161c"),
    }
)
"""Role to colour. ``on-function`` is for words set on a function's text value."""

FUNCTIONS: Mapping[Function, FunctionColours] = MappingProxyType(
    {
        Function.HIP_HINGE: FunctionColours(
            Pair("#8f61cf", "#9a79ee"), Pair("#7853ae", "#aa8ef1"), Pair("#f0eaf9", "#312f4d")
        ),
        Function.KNEE_FLEXION: FunctionColours(
            Pair("#9d7a0c", "#fac637"), Pair("#7e640f", "#fac637"), Pair("#f2eedf", "#443f29")
        ),
        Function.COMBINED: FunctionColours(
            Pair("#0b743f", "#5aa124"), Pair("#0b743f", "#71ae43"), Pair("#dfede6", "#243725")
        ),
        Function.BALLISTIC_HINGE: FunctionColours(
            Pair("#761268", "#b483a9"), Pair("#761268", "#bd92b3"), Pair("#ede0eb", "#36313f")
        ),
        Function.STRETCH: FunctionColours(
            Pair("#07908f", "#82e4e8"), Pair("#097272", "#82e4e8"), Pair("#dff1f0", "#2c454c")
        ),
        Function.OTHER: FunctionColours(
            Pair("#595e64", "#717880"), Pair("#595e64", "#969ba1"), Pair("#e9eaeb", "#292f37")
        ),
    }
)

MARKS: Mapping[Function, str] = MappingProxyType(
    {
        Function.HIP_HINGE: "circle",
        Function.KNEE_FLEXION: "square",
        Function.COMBINED: "diamond",
        Function.BALLISTIC_HINGE: "triangle-up",
        Function.STRETCH: "stroke",
        Function.OTHER: "cross",
    }
)
"""Function to the name of its shape in a chart; colour never works alone."""

LENGTH_SCALE = ("#165ca8", "#7cb2de", "#f4efe2", "#f0946a", "#b8182e")
"""Muscle length from short to long; always with its legend and a percentage."""


def role_property(role: str) -> str:
    """The custom property of a role.

    >>> role_property("quiet")
    '--hc-quiet'
    """
    if role not in ROLES:
        raise KeyError(role)
    return f"--hc-{role}"


def function_property(function: Function, use: str = "solid") -> str:
    """The custom property of a function's ``solid``, ``text`` or ``tint`` value.

    >>> function_property(Function.HIP_HINGE), function_property(Function.HIP_HINGE, "tint")
    ('--hc-hip-hinge', '--hc-hip-hinge-tint')
    """
    suffix = {"solid": "", "text": "-text", "tint": "-tint"}[use]
    return f"--hc-{function.value.replace('_', '-')}{suffix}"


def css_properties() -> str:
    """All roles and functions as CSS declarations for ``:root``, each ``--hc-…:light-dark(light,dark);``."""
    pairs = {role_property(role): pair for role, pair in ROLES.items()}
    for function, colours in FUNCTIONS.items():
        pairs[function_property(function)] = colours.solid
        pairs[function_property(function, "text")] = colours.text
        pairs[function_property(function, "tint")] = colours.tint
    return "".join(f"{name}:light-dark({pair.light},{pair.dark});" for name, pair in pairs.items())


@dataclass(frozen=True, slots=True)
class Ink:
    """Where a chart gets its colours from: from the page while it is shown, or from one mode for good."""

    mode: Mode | None

    @classmethod
    def live(cls) -> "Ink":
        """Custom properties of the page, for SVG: a switch of the theme recolours the chart at once."""
        return cls(None)

    @classmethod
    def fixed(cls, mode: Mode) -> "Ink":
        """The plain values of ``mode``, for canvas and for pictures."""
        return cls(mode)

    def role(self, name: str) -> str:
        """The colour of a role."""
        return ROLES[name].of(self.mode) if self.mode else f"var({role_property(name)})"

    def function(self, function: Function, use: str = "solid") -> str:
        """The ``solid``, ``text`` or ``tint`` colour of a function."""
        if self.mode is None:
            return f"var({function_property(function, use)})"
        pair: Pair = getattr(FUNCTIONS[function], use)
        return pair.of(self.mode)


def chart_config(ink: Ink) -> dict[str, Any]:
    """The Vega-Lite configuration of every chart: one quiet x line, a faint horizontal grid, 12 px labels."""
    return _with_type(
        {
            "background": "transparent",
            "font": FONT,
            "padding": {"left": 4, "right": 12, "top": 6, "bottom": 4},
            "view": {"stroke": None, "continuousHeight": 280},
            **_axes(ink.role),
            **_marks(ink.role),
        },
        ink.role,
    )


def _axes(role: Callable[[str], str]) -> dict[str, Any]:
    return {
        "axis": {
            "labelColor": role("quiet"),
            "titleColor": role("quiet"),
            "domain": False,
            "ticks": False,
            "labelPadding": 8,
            "grid": True,
            "gridColor": role("grid"),
            "gridWidth": 1,
        },
        "axisX": {
            "grid": False,
            "domain": True,
            "domainColor": role("axis"),
            "labelFlush": True,
            "labelOverlap": True,
        },
        "axisBand": {"labelOverlap": False},
    }


def _marks(role: Callable[[str], str]) -> dict[str, Any]:
    return {
        "line": {"strokeWidth": 2.5, "strokeCap": "round", "strokeJoin": "round"},
        "area": {"opacity": 0.16, "line": False},
        "bar": {"cornerRadiusEnd": 3},
        "rect": {"cornerRadius": 2},
        "rule": {"color": role("quiet"), "strokeWidth": 1},
        "text": {"color": role("text"), "font": FONT, "fontSize": 12},
    }


def _with_type(config: dict[str, Any], role: Callable[[str], str]) -> dict[str, Any]:
    words = {"labelFont": FONT, "titleFont": FONT, "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": 400}
    config["axis"] |= words
    config["legend"] = words | {"labelColor": role("text"), "titleColor": role("quiet"), "orient": "top"}
    config["title"] = {"color": role("text"), "font": FONT, "fontSize": 14, "fontWeight": 600, "anchor": "start"}
    return config
