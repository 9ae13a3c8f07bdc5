"""One printed page with a week on it: boxes to tick, lines to write on, when to stop."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from hamcore.sheet import drawing
from hamcore.sheet.content import Sheet
from hamcore.sheet.drawing import Type
from hamcore.sheet.letters import broken, width
from hamcore.sheet.rows import INK, Row, day_head, item_row
from hamcore.sheet.stops import stop_box

READABLE = 0.6
"""Below this scale a page is too small to read comfortably: better print single days."""
_MARGIN = 34.0
_DAY_GAP = 6.0
_FOOT = 16.0
_BETWEEN = 18.0
_TRIALS = (
    *((3, 1.0, 1), (2, 1.0, 1), (2, 0.94, 1), (1, 0.94, 1), (1, 0.86, 1), (0, 0.86, 1)),
    *((0, 0.86, 2), (0, 0.78, 2), (0, 0.7, 2), (0, 0.6, 2)),
)
"""How many cues at what scale in how many columns, in the order in which they are tried."""
_SMALLER = 0.9


class Paper(Enum):
    """Paper sizes as width and height in points."""

    A4 = (595.28, 841.89)
    LETTER = (612.0, 792.0)


@dataclass(frozen=True, slots=True)
class Page:
    """A page as SVG, and how much it was shrunk to hold everything (1.0: not at all)."""

    svg: str
    scale: float

    @property
    def is_readable(self) -> bool:
        """Whether it can be read at arm's length."""
        return self.scale >= READABLE


def page(sheet: Sheet, paper: Paper) -> Page:
    """The sheet on one page. What does not fit loses its cues first, then stands in two columns, then gets smaller."""
    wide, high = (extent - 2 * _MARGIN for extent in paper.value)
    for cues, scale, count in _trials():
        room, low = wide / scale, high / scale
        heading, stops = _heading(sheet, room), stop_box(sheet.stops, room)
        blocks = list(_blocks(sheet, (room - _BETWEEN * (count - 1)) / count, cues))
        columns = _columns(blocks, low - heading.height - stops.height - _FOOT - _DAY_GAP)
        if len(columns) <= count:
            break
    parts = [heading.svg]
    for at, column in enumerate(columns):
        parts.append(_stacked(column, at * (room + _BETWEEN) / count, heading.height))
    parts += [_stacked([stops], 0, low - _FOOT - stops.height), _foot(sheet, room, low)]
    place = f"translate({drawing.number(_MARGIN)} {drawing.number(_MARGIN)}) scale({scale:.4f})"
    body = f'<g transform="{place}">{"".join(parts)}</g>'
    return Page(drawing.picture(paper.value, sheet.title, body, ground="#ffffff"), scale)


def _trials() -> Iterator[tuple[int, float, int]]:
    yield from _TRIALS
    cues, scale, columns = _TRIALS[-1]
    while True:
        scale *= _SMALLER
        yield cues, scale, columns


def _blocks(sheet: Sheet, room: float, cues: int) -> Iterator[list[Row]]:
    """Rows that stay together: a day's head with its first item, every other item by itself."""
    words = sheet.words
    cells = words["load"], words["reps"], (words["left"], words["right"])
    for day in sheet.days:
        head = [Row("", _DAY_GAP), day_head(day, room, words["date"])]
        for item in day.items:
            yield [*head, item_row(item, room, cues, cells)]
            head = []


def _columns(blocks: list[list[Row]], high: float) -> list[list[Row]]:
    """The rows in columns of at most ``high``, filled one after the other."""
    columns: list[list[Row]] = [[]]
    used = 0.0
    for block in blocks:
        height = sum(row.height for row in block)
        if used + height > high and columns[-1]:
            columns.append([])
            used = 0.0
        columns[-1] += block
        used += height
    return columns


def _heading(sheet: Sheet, room: float) -> Row:
    title, quiet = Type(19, INK.role("text"), bold=True), Type(9, INK.role("quiet"))
    parts = []
    y = 0.0
    for line in broken(sheet.title, title.size, room - 150, bold=True, most=2):
        y += 20
        parts.append(drawing.words(0, y - 4, line, title))
    week = sheet.words["week_of"]
    parts.append(drawing.words(room - 130, 16, week, quiet))
    parts.append(drawing.rule(room - 127 + width(week, quiet.size), 17, 127 - width(week, quiet.size), quiet.colour))
    for line in broken(sheet.why, quiet.size, room, most=3):
        y += 11.5
        parts.append(drawing.words(0, y - 2, line, quiet))
    return Row("".join(parts), y + 2)


def _stacked(rows: list[Row], x: float, y: float) -> str:
    """The rows from a place down."""
    parts = []
    for row in rows:
        parts.append(f'<g transform="translate({drawing.number(x)} {drawing.number(y)})">{row.svg}</g>')
        y += row.height
    return "".join(parts)


def _foot(sheet: Sheet, room: float, high: float) -> str:
    small = Type(7.5, INK.role("quiet"))
    end = Type(7.5, INK.role("quiet"), anchor="end")
    return drawing.words(0, high - 2, sheet.summary, small) + drawing.words(room, high - 2, sheet.words["foot"], end)
