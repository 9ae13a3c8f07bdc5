"""The few SVG elements that a sheet and a picture need. Text of any kind is made harmless here and nowhere else."""

from dataclasses import dataclass
from html import escape

from hamcore.model.exercise import Function
from hamcore.sheet.letters import FONT

_CORNER = 3.0
_THIN, _FIRM = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"
_ALLOWED = _FIRM + "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: size, colour, weight, and which end of it is at the place (``start``, ``middle``, ``end``)."""

    size: float
    colour: str
    bold: bool = False
    anchor: str = "start"


def clean(text: str) -> str:
    """``text`` for an XML document: mark-up escaped, what XML does not allow left out.

    The thin space before a unit is hardly one in this typeface, so it becomes a full one.

    >>> clean("a < b & \\x07c")
    'a &lt; b &amp; c'
    """
    firm = text.replace(_THIN, _FIRM)
    return escape("".join(letter for letter in firm if letter.isprintable() or letter in _ALLOWED))


def number(value: float) -> str:
    """A coordinate, to hundredths.

    >>> number(12.0), number(3.14159)
    ('12', '3.14')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")


def words(x: float, y: float, text: str, style: Type) -> str:
    """A line of text with its baseline at ``y``."""
    anchor = "" if style.anchor == "start" else f' text-anchor="{style.anchor}"'
    weight = ' font-weight="700"' if style.bold else ""
    place = f'x="{number(x)}" y="{number(y)}"'
    return f'<text {place} font-size="{number(style.size)}" fill="{style.colour}"{weight}{anchor}>{clean(text)}</text>'


def box(
    x: float,
    y: float,
    size: tuple[float, float],
    *,
    fill: str = "none",
    edge: str = "",
    corner: float = _CORNER,
) -> str:
    """A rectangle of ``size`` (width, height) with round corners; ``edge`` is the colour of its line."""
    line = f' stroke="{edge}" stroke-width="0.75"' if edge else ""
    extent = f'width="{number(size[0])}" height="{number(size[1])}" rx="{number(corner)}"'
    return f'<rect x="{number(x)}" y="{number(y)}" {extent} fill="{fill}"{line}/>'


def rule(x: float, y: float, length: float, colour: str) -> str:
    """A level line."""
    ends = f'x1="{number(x)}" y1="{number(y)}" x2="{number(x + length)}" y2="{number(y)}"'
    return f'<line {ends} stroke="{colour}" stroke-width="0.75"/>'


def stripe(x: float, y: float, height: float, colour: str, *, corner: float) -> str:
    """The coloured edge at the left of a card, ``corner`` wide and round on its outer side."""
    c = number(corner)
    side = number(height - 2 * corner)
    path = f"M{number(x + corner)} {number(y)}a{c} {c} 0 0 0 -{c} {c}v{side}a{c} {c} 0 0 0 {c} {c}z"
    return f'<path d="{path}" fill="{colour}"/>'


def mark(function: Function, x: float, y: float, radius: float, colour: str) -> str:
    """The mark of a function with its middle at ``x`` and ``y``; the same shapes as everywhere in the app."""
    r, k = radius, radius * 0.36
    points: tuple[tuple[float, float], ...]
    match function:
        case Function.HIP_HINGE:
            return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(r)}" fill="{colour}"/>'
        case Function.KNEE_FLEXION:
            return box(x - r * 0.9, y - r * 0.9, (1.8 * r, 1.8 * r), fill=colour, corner=r * 0.25)
        case Function.STRETCH:
            return box(x - r, y - r * 0.4, (2 * r, 0.8 * r), fill=colour, corner=r * 0.4)
        case Function.COMBINED:
            points = ((0, -1.2 * r), (1.2 * r, 0), (0, 1.2 * r), (-1.2 * r, 0))
        case Function.BALLISTIC_HINGE:
            points = ((0, -1.1 * r), (1.15 * r, 0.95 * r), (-1.15 * r, 0.95 * r))
        case Function.OTHER:
            points = (
                *((-k, -r), (k, -r), (k, -k), (r, -k), (r, k), (k, k)),
                *((k, r), (-k, r), (-k, k), (-r, k), (-r, -k), (-k, -k)),
            )
    corners = " ".join(f"{number(x + dx)},{number(y + dy)}" for dx, dy in points)
    return f'<polygon points="{corners}" fill="{colour}"/>'


def picture(size: tuple[float, float], title: str, body: str, *, ground: str) -> str:
    """A whole SVG document of ``size`` (width, height) with ``body`` on ``ground``; ``title`` is read aloud."""
    width, height = map(number, size)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
        f' font-family="{FONT}" role="img"><title>{clean(title)}</title>'
        f'<rect width="{width}" height="{height}" fill="{ground}"/>{body}</svg>'
    )
