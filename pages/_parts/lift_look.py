"""What only the Lifts page draws: the legend of its charts, its facts, and the look of the slider under a chart."""

from collections.abc import Iterable
from pathlib import Path

from markupsafe import Markup

from hamcore.model.exercise import Function
from hamcore.screens.lift_facts import Fact
from pages._parts import marks
from pages._parts.look import apply_rules

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
