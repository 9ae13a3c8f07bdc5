"""What only the Volume page draws: the legend of its charts."""

from collections.abc import Iterable

from markupsafe import Markup

from hamcore.charts.volume_plot import Shade
from hamcore.model.exercise import Function
from pages._parts import marks


def legend(items: Iterable[tuple[Shade | str, str]]) -> Markup:
    """Every shade of a chart with its word; a function with its shape."""
    entries = (Markup("<li>{}<span>{}</span></li>").format(_key(mark), words) for mark, words in items)
    return Markup('<ul class="hc-legend">{}</ul>').format(marks.joined(entries))


def _key(mark: Shade | str) -> Markup:
    if isinstance(mark, str) and mark in list(Function):
        mark = Shade(Function(mark))
    if isinstance(mark, Shade) and mark.function:
        return marks.function_mark(mark.function, 11)
    if isinstance(mark, Shade):
        return _box(f"background:var(--hc-text);opacity:{mark.strength:g}")
    if mark == "passed":
        return _box("border:1.2px dashed var(--hc-quiet)")
    return _box("background:var(--hc-quiet);opacity:.5")


def _box(style: str) -> Markup:
    return Markup(
        '<span aria-hidden="true" style="width:11px;height:11px;border-radius:2px;box-sizing:border-box;{}"></span>'
    ).format(style)
