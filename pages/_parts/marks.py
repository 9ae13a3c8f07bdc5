"""Small drawn things: function marks, chips, state tags, rows, tracks, sparklines.

Everything is built with ``Markup.format``, which escapes every value, and shown with ``draw``. No other module of the
pages writes HTML with values in it. Streamlit removes ``<svg>`` from ``st.html``, so marks are shapes made by CSS
(classes in ``look.py``); their colours are custom properties and follow a theme switch without a rerun.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import pairwise

import streamlit as st
from markupsafe import Markup

from hamcore.model.exercise import Function
from hamcore.screens.wording import FUNCTION_WORDS

NOTHING = Markup("")
"""No part at all."""

_HALF_LINE_PX = 1.25
_THICKEST = 2.2
_SPARK_SHAPE = 0.25
"""Height by width of a sparkline as it is usually shown; only the thickness of steep parts depends on it."""


class Tone(StrEnum):
    """What a state tag's ground says: reached or rising, worth a look, neither, failed."""

    GOOD = "good"
    LOOK = "look"
    NEUTRAL = "neutral"
    ERROR = "error"


def draw(*parts: Markup) -> None:
    """Show the parts, one under the other, as one element."""
    st.html(str(stack(*parts)))


def stack(*parts: Markup) -> Markup:
    """The parts one under the other with a small gap."""
    return Markup('<div class="hc-stack">{}</div>').format(joined(parts))


def beside(*parts: Markup) -> Markup:
    """The parts on one line, wrapping; the last one at the right edge."""
    return Markup('<div class="hc-beside">{}</div>').format(joined(parts))


def joined(parts: Iterable[Markup]) -> Markup:
    """The parts as one."""
    return NOTHING.join(parts)


def icon(name: str) -> Markup:
    """A Material symbol beside words that say the same; hidden from screen readers."""
    return Markup('<span class="hc-icon" aria-hidden="true" translate="no">{}</span>').format(name)


def function_mark(function: Function, size_px: int = 12) -> Markup:
    """The function's shape in its colour; the word or the exercise's name must stand beside it."""
    return Markup('<span class="hc-mark hc-{0}" style="--hc-size:{1}px" aria-hidden="true"></span>').format(
        function.value, size_px
    )


def chip(function: Function, text: str = "") -> Markup:
    """The function's mark and word on its tint, in a full round."""
    return Markup('<span class="hc-chip hc-on-{0}">{1}{2}</span>').format(
        function.value, function_mark(function, 10), text or FUNCTION_WORDS[function]
    )


def chips(functions: Iterable[Function]) -> Markup:
    """One row of chips."""
    return Markup('<div class="hc-chips">{}</div>').format(joined(chip(function) for function in functions))


def gem() -> Markup:
    """The mark of a record; never gold."""
    return Markup('<span class="hc-gem" aria-hidden="true"></span>')


def labelled(mark: Markup, words: str) -> Markup:
    """A mark with its words as a caption."""
    return Markup('<p class="hc-quiet">{} {}</p>').format(mark, words)


def labelled_strong(mark: Markup, words: str) -> Markup:
    """A mark with its words as the title of a small card."""
    return Markup('<h2 class="hc-heading hc-small">{} {}</h2>').format(mark, words)


def state_tag(tone: Tone, symbol: str, text: str) -> Markup:
    """A state in words with its icon, on the ground of its tone."""
    return Markup('<span class="hc-state hc-{}">{}<span>{}</span></span>').format(tone.value, icon(symbol), text)


def overline(text: str) -> Markup:
    """The small capitals above a title."""
    return Markup('<p class="hc-over">{}</p>').format(text)


def heading(text: str, *, large: bool = False) -> Markup:
    """A card's heading (second level), in the serif."""
    return Markup('<h2 class="hc-heading{}">{}</h2>').format(" hc-large" if large else "", text)


def text(words: str) -> Markup:
    """A paragraph of body text."""
    return Markup('<p class="hc-text">{}</p>').format(words)


def lead(words: str) -> Markup:
    """A lead paragraph, a little larger and not too wide to read."""
    return Markup('<p class="hc-lead">{}</p>').format(words)


def quiet(words: str | Markup) -> Markup:
    """A caption."""
    return Markup('<p class="hc-quiet">{}</p>').format(words)


def titled(title: str, words: str) -> Markup:
    """A caption that begins with what it is about."""
    return Markup('<p class="hc-quiet"><b>{}.</b> {}</p>').format(title, words)


def strong(words: str) -> Markup:
    """Words that carry weight inside a caption."""
    return Markup("<b>{}</b>").format(words)


def key_number(value: str, unit: str, *, large: bool = False) -> Markup:
    """A card's one number with its unit or reason in quiet text."""
    return Markup('<p class="hc-number{}">{} <small>{}</small></p>').format(" hc-large" if large else "", value, unit)


def row(
    title: str, note: str, *, before: Markup = NOTHING, value: str = "", reason: str | Markup = "", aside: str = ""
) -> Markup:
    """One row of a card: a mark, a title with a note under it, a value at the right with its reason under it.

    ``aside`` is a quiet word at the right instead of a value.
    """
    right = NOTHING
    if value or reason:
        right = Markup('<div class="hc-right"><span class="hc-value">{}</span><p class="hc-quiet">{}</p></div>').format(
            value, reason
        )
    elif aside:
        right = Markup('<div class="hc-right hc-quiet">{}</div>').format(aside)
    below = quiet(note) if note else NOTHING
    return Markup('<li class="hc-row">{}<div class="hc-main"><b>{}</b>{}</div>{}</li>').format(
        before, title, below, right
    )


def rows(items: Iterable[Markup]) -> Markup:
    """Rows as a list, divided by lines."""
    return Markup('<ul class="hc-rows">{}</ul>').format(joined(items))


def facts(pairs: Iterable[tuple[str, str]]) -> Markup:
    """Named values in a grid that narrows with the page."""
    cells = (Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(name, value) for name, value in pairs)
    return Markup('<dl class="hc-facts">{}</dl>').format(joined(cells))


def track(function: Function, done: float, planned: float, longest: float) -> Markup:
    """Done of planned for one function. All tracks of a card share ``longest``, so a full track means done.

    Without a plan the track is as long as what was done.
    """
    length = planned or done
    count = Markup("<b>{:g}</b> of {:g}").format(done, planned) if planned else Markup("<b>{:g}</b>").format(done)
    return Markup(
        '<li class="hc-track"><span>{mark} {word}</span>'
        '<span class="hc-rail" style="width:{width:.1f}%"><span class="hc-{function}" style="width:{full:.1f}%"></span>'
        '</span><span class="hc-count">{count}</span></li>'
    ).format(
        mark=function_mark(function, 11),
        word=FUNCTION_WORDS[function],
        width=100 * min(length, longest) / longest if longest else 0,
        function=function.value,
        full=min(100.0, 100 * done / length) if length else 0,
        count=count,
    )


def tracks(items: Iterable[Markup]) -> Markup:
    """Tracks as a list."""
    return Markup('<ul class="hc-tracks">{}</ul>').format(joined(items))


def band_bar(value: float, low: float, high: float) -> Markup:
    """A value on a scale from 0 with the band from ``low`` to ``high`` marked and its ends numbered."""
    top = max(high * 1.2, value * 1.05)
    return Markup(
        '<div class="hc-band" role="img" aria-label="{value:g} on a scale with a band from {low:g} to {high:g}">'
        '<span class="hc-span" style="left:{left:.1f}%;right:{right:.1f}%"></span>'
        '<span class="hc-pin" style="left:{at:.1f}%"></span>'
        '<small style="left:{left:.1f}%">{low:g}</small><small style="left:{end:.1f}%">{high:g}</small></div>'
    ).format(
        value=value,
        low=low,
        high=high,
        left=100 * low / top,
        right=100 - 100 * high / top,
        end=100 * high / top,
        at=100 * min(value, top) / top,
    )


def sparkline(function: Function, values: Sequence[float], label: str, *, spread: Sequence[float] = ()) -> Markup:
    """A line of ``values`` at even steps, with ``label`` for screen readers; ``spread`` is half the band's height.

    The line is a clipped ground: no picture, no chart library, and the colour follows the theme.
    """
    if len(values) < 2:
        return NOTHING
    halves = spread or [0.0] * len(values)
    low = min(value - half for value, half in zip(values, halves, strict=True))
    high = max(value + half for value, half in zip(values, halves, strict=True))
    height = (high - low) or 1.0
    xs = [100 * place / (len(values) - 1) for place in range(len(values))]

    def y(value: float) -> float:
        return 8 + 84 * (high - value) / height

    ys = [y(value) for value in values]
    line = _ribbon(xs, ys, ys, _thickness(ys, 100 / (len(values) - 1)))
    band = _ribbon(
        xs,
        [y(value + half) for value, half in zip(values, halves, strict=True)],
        [y(value - half) for value, half in zip(values, halves, strict=True)],
        [0.0] * (len(values) - 1),
    )
    return Markup(
        '<div class="hc-spark" role="img" aria-label="{label}">'
        '<span class="hc-soft hc-{function}" style="clip-path:polygon({band})"></span>'
        '<span class="hc-{function}" style="clip-path:polygon({line})"></span></div>'
    ).format(label=label, function=function.value, band=band, line=line)


def _thickness(ys: Sequence[float], step: float) -> list[float]:
    """Half the height of the line along each step: more where it is steep, so that it looks about equally thick."""
    slopes = (abs(after - before) * _SPARK_SHAPE / step for before, after in pairwise(ys))
    return [_HALF_LINE_PX * min(_THICKEST, (1 + slope**2) ** 0.5) for slope in slopes]


def _ribbon(xs: Sequence[float], upper: Sequence[float], lower: Sequence[float], grow_px: Sequence[float]) -> str:
    there = _edge(xs, upper, [-grow for grow in grow_px])
    return ",".join([*there, *reversed(_edge(xs, lower, grow_px))])


def _edge(xs: Sequence[float], ys: Sequence[float], shift_px: Sequence[float]) -> list[str]:
    """Both ends of every step, each moved by the step's own shift."""
    ends = zip(pairwise(zip(xs, ys, strict=True)), shift_px, strict=True)
    return [f"{x:.2f}% calc({y:.2f}% + {shift:.2f}px)" for step, shift in ends for x, y in step]


def table(caption: str, columns: Sequence[str], cells: Iterable[Sequence[str]]) -> Markup:
    """A small table of plain text that scrolls sideways and, when long, downwards; the keyboard can reach it."""
    head = joined(Markup('<th scope="col">{}</th>').format(column) for column in columns)
    body = joined(
        Markup("<tr>{}</tr>").format(joined(Markup("<td>{}</td>").format(cell) for cell in line)) for line in cells
    )
    return Markup(
        '<div class="hc-table" role="region" aria-label="{0}" tabindex="0"><table><thead><tr>{1}</tr></thead>'
        "<tbody>{2}</tbody></table></div>"
    ).format(caption, head, body)


def beside_words(tag: Markup, words: str) -> Markup:
    """A tag and the words it belongs to on one line."""
    return Markup('<div class="hc-words">{}<span>{}</span></div>').format(tag, words)


def set_line(label: str, done: str, detail: str, current: Function | None) -> Markup:
    """A logged set: its number in a round, what was done, a detail; on the function's tint while it is being edited."""
    return Markup(
        '<div class="hc-set{}"><span class="hc-round">{}</span><span class="hc-done">{}</span>'
        '<span class="hc-quiet">{}</span></div>'
    ).format(f" hc-now hc-on-{current.value}" if current else "", label, done, detail)


def pairs(items: Iterable[tuple[str, str]]) -> Markup:
    """Short values with how often they occur, on one line that wraps."""
    cells = (Markup("<li><b>{}</b> {}</li>").format(value, times) for value, times in items)
    return Markup('<ul class="hc-pairs">{}</ul>').format(joined(cells))
