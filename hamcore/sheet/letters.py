"""How wide a text is and where it breaks, for the one typeface that every converter and nearly every machine has.

Liberation Sans has the widths of Arial and Helvetica, so lines break at the same place wherever the picture is shown.
"""

import unicodedata
from functools import cache

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
_FIRST = 32
_REGULAR = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 "
    "584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 "
    "667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 "
    "278 556 500 722 500 500 500 334 260 334 584"
)
_BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 "
    "584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 "
    "667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 "
    "333 611 556 778 556 556 500 389 280 389 584"
)
_WIDTHS = {False: tuple(map(int, _REGULAR.split())), True: tuple(map(int, _BOLD.split()))}
"""Thousandths of the size, from the space on."""
_OTHERS = {"–": 556, "×": 584, "·": 278, "…": 1000, "\N{NARROW NO-BREAK SPACE}": 278}
_WIDE, _LARGE, _USUAL = 1000, 800, 620


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide ``text`` is, in the unit of ``size``. Exact for plain English, a cautious guess for other scripts.

    >>> width("Deadlift", 10), width("Deadlift", 10, bold=True)
    (33.9, 36.67)
    """
    return round(sum(_letter(letter, bold) for letter in text) * size / 1000, 3)


@cache
def _letter(letter: str, bold: bool) -> int:
    base = unicodedata.normalize("NFKD", letter)[0]
    widths = _WIDTHS[bold]
    if letter in _OTHERS:
        return _OTHERS[letter]
    if 0 <= ord(base) - _FIRST < len(widths):
        return widths[ord(base) - _FIRST]
    if unicodedata.combining(letter):
        return 0
    if unicodedata.east_asian_width(letter) in "WF" or unicodedata.category(letter) == "So":
        return _WIDE
    return _LARGE if letter.isupper() else _USUAL


def broken(text: str, size: float, room: float, *, bold: bool = False, most: int = 99) -> list[str]:
    """``text`` in lines of at most ``room``, at most ``most`` of them; what is left out ends in an ellipsis.

    Breaks between words; a word longer than a line breaks anywhere.

    >>> broken("Romanian deadlift", 10, 50), broken("Romanian deadlift", 10, 50, most=1)
    (['Romanian', 'deadlift'], ['Romani…'])
    """
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".lstrip()
        if width(longer, size, bold=bold) <= room:
            lines[-1] = longer
            continue
        lines.append("")
        for letter in word:
            if width(lines[-1] + letter, size, bold=bold) > room and lines[-1]:
                lines.append("")
            lines[-1] += letter
    lines = [line for line in lines if line]
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], _cut(lines[most - 1] + "…", size, room, bold=bold)]


def _cut(text: str, size: float, room: float, *, bold: bool) -> str:
    """A text that ends in an ellipsis, shortened before it until it fits."""
    while len(text) > 1 and width(text, size, bold=bold) > room:
        text = text[:-2] + "…"
    return text
