"""What only the Lifts page draws: the legend of its charts, facts, percentiles, the slider under a chart."""

from collections.abc import Iterable
from pathlib import Path

from markupsafe import Markup

from hamcore.model.exercise import Function
from hamcore.screens.lift_context import Scale
from hamcore.screens.lift_facts import Fact
from pages._parts import marks
from pages._parts.look import apply_rules

_LABELLED = frozenset({5, 25, 50, 75, 95})
"""Percentiles with their words under the scale; on a phone there is no room for more."""
_RULES = Path(__file__).with_suffix(".css")


def apply() -> None:
    """Put the rules into the page."""
    apply_rules(_RULES)


def legend(function: Function, items: Iterable[tuple[str, str]]) -> Markup:
    """Every mark of the charts with its words, in the colour and shape of ``function``."""
    entries = (Markup("<li>{}{}</li>").format(_key(function, mark), words) for mark, words in items)
    return Markup('<ul class="hc-legend hc-{}">{}</ul>').format(function.value, marks.joined(entries))


def _key(function: Function, mark: str) -> Markup:
    match mark:
        case "gem":
            return marks.gem()
        case "line" | "band":
            name = "hc-line" if mark == "line" else "hc-band-key"
            return Markup('<span class="{}" aria-hidden="true"></span>').format(name)
        case "solid":
            return marks.function_mark(function, 9)
        case _:
            return Markup('<span class="hc-soft-key">{}</span>').format(marks.function_mark(function, 7))


def fact(one: Fact) -> Markup:
    """One number with its name and its reason."""
    return Markup(
        '<div class="hc-fact"><p class="hc-quiet">{}</p><p class="hc-number">{}</p><p class="hc-quiet">{}</p></div>'
    ).format(one.name, one.value, one.reason)


def scale(one: Scale) -> Markup:
    """Percentiles along a rail with the range of the estimate on it, in no colour that judges."""
    ticks = (
        Markup('<li class="hc-tick{}" style="left:{}%"><b>{}</b><span>{}</span></li>').format(
            "" if tick.percentile in _LABELLED else " hc-thin", tick.at, f"p{tick.percentile}", tick.load
        )
        for tick in one.ticks
    )
    return Markup(
        '<div class="hc-percentiles" role="img" aria-label="{}"><div class="hc-rail">'
        '<span class="hc-range" style="left:{}%;width:{}%"></span></div><ul aria-hidden="true">{}</ul></div>'
    ).format(one.words, one.start, round(one.end - one.start, 2), marks.joined(ticks))
