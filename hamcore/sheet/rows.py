"""The rows of the printed sheet: a day's head, an exercise with a box for each set, a stretch with ticks."""

from dataclasses import dataclass

from hamcore.charts.theme import Ink, Mode
from hamcore.sheet import drawing
from hamcore.sheet.content import SheetDay, SheetItem
from hamcore.sheet.drawing import Type
from hamcore.sheet.letters import broken, width

INK = Ink.fixed(Mode.LIGHT)
"""Paper is light."""
_TEXT, _QUIET, _EDGE = INK.role("text"), INK.role("quiet"), INK.role("control-edge")
_LEFT_SHARE = 0.36
"""Of a row, for what to do; the rest is for ticks and writing."""
_MARK = 12.0
_CELL_WIDTH, _CELL_HEIGHT, _CELL_GAP, _MOST_IN_A_ROW = 62.0, 31.0, 5.0, 5
_TICK = 10.0
_TICK_STEP = 26.0
_SMALL, _CUE, _FACT, _DOSE, _NAME = 5.5, 7.5, 8.0, 9.5, 10.5


@dataclass(frozen=True, slots=True)
class Row:
    """A piece of the page, drawn from its own left upper corner."""

    svg: str
    height: float


def day_head(day: SheetDay, room: float, words: str) -> Row:
    """Weekday, name and length of a day, and a place for the date."""
    title, name = Type(12.5, _TEXT, bold=True), Type(10, _QUIET)
    place = 8 + width(day.label, title.size, bold=True) + 8
    named = broken(day.name, name.size, room - place - 165, most=1)
    parts = [
        drawing.box(0, 0, (room, 21), fill=INK.role("surface-2"), corner=4),
        drawing.words(8, 14.8, day.label, title),
        *(drawing.words(place, 14.5, line, name) for line in named),
        drawing.words(room - 112, 14.5, day.amount, Type(9, _QUIET, anchor="end")),
        drawing.words(room - 100, 14.5, words, Type(9, _QUIET)),
        drawing.rule(room - 98 + width(words, 9), 15.5, 90 - width(words, 9), _EDGE),
    ]
    return Row("".join(parts), 21 + 5)


def item_row(item: SheetItem, room: float, cues: int, words: tuple[str, str, tuple[str, str]]) -> Row:
    """An exercise or stretch: what to do at the left, where to tick and write at the right, cues under it.

    ``cues`` is how many of them are printed; ``words`` are those for load and repetitions and the letters of the legs.
    """
    left = room * _LEFT_SHARE
    told = _told(item, left - _MARK - 10)
    boxes = _cells(item, room - left, words) if item.writes else _ticks(item, room - left, words[2])
    y = boxes.height + (9.5 if item.writes else 8.5)
    cued = []
    for cue in item.cues[:cues]:
        for line in broken(cue, _CUE, room - left, most=2):
            cued.append(drawing.words(0, y, line, Type(_CUE, _QUIET)))
            y += 9.5
    bottom = y - 6 if cued else boxes.height
    parts = [
        drawing.mark(item.function, 4.5, 6.8, 4, INK.function(item.function)),
        f'<g transform="translate({drawing.number(_MARK)} 0)">{told.svg}</g>',
        f'<g transform="translate({drawing.number(left)} 0)">{boxes.svg}{"".join(cued)}</g>',
    ]
    return Row("".join(parts), max(told.height, bottom) + 7)


def _told(item: SheetItem, room: float) -> Row:
    """Name, dose and facts, one under the other."""
    styles = (
        (item.name, Type(_NAME, _TEXT, bold=True), 12.5),
        (item.dose, Type(_DOSE, _TEXT), 11.5),
        *((fact, Type(_FACT, _QUIET), 10.0) for fact in (*item.facts, *item.marks)),
    )
    parts = []
    y = 0.0
    for text, style, step in styles:
        for line in broken(text, style.size, room, bold=style.bold, most=2):
            y += step
            parts.append(drawing.words(0, y - 2, line, style))
    return Row("".join(parts), y + 1)


def _cells(item: SheetItem, room: float, words: tuple[str, str, tuple[str, str]]) -> Row:
    """A box for each set: a tick, and lines to write load and repetitions on."""
    step = _CELL_WIDTH + _CELL_GAP
    in_a_row = max(1, min(_MOST_IN_A_ROW, int((room + _CELL_GAP) // step)))
    parts = []
    for at in range(item.boxes):
        row, column = divmod(at, in_a_row)
        place = f"translate({drawing.number(column * step)} {drawing.number(row * (_CELL_HEIGHT + 4))})"
        parts.append(f'<g transform="{place}">{_cell(item, words)}</g>')
    rows = -(-item.boxes // in_a_row)
    return Row("".join(parts), rows * (_CELL_HEIGHT + 4) - 4)


def _cell(item: SheetItem, words: tuple[str, str, tuple[str, str]]) -> str:
    load, reps, legs = words
    room = _CELL_WIDTH
    ends = ((4.0, legs[0]), (17.5, legs[1])) if item.each_side else ((10.5, ""),)
    parts = [drawing.box(0, 0, (room, _CELL_HEIGHT), edge=_EDGE)]
    for y, leg in ends:
        parts.append(drawing.box(4, y, (_TICK, _TICK), edge=_TEXT, corner=1.5))
        parts.append(drawing.words(4 + _TICK / 2, y + 7.4, leg, Type(6.5, _QUIET, anchor="middle")) if leg else "")
    x, wide = 19.0, (room - 23) * 0.56
    for word, at, long in ((load, x, wide), (reps, x + wide + 4, room - 23 - wide - 4)):
        parts.append(drawing.words(at, 8, word, Type(_SMALL, _QUIET)))
        parts.append(drawing.rule(at, 25.5, long, _EDGE))
    return "".join(parts)


def _ticks(item: SheetItem, room: float, legs: tuple[str, str]) -> Row:
    """A tick for each round, for each leg where a leg does it."""
    labels = [f"{at} {leg}".strip() for at in range(1, item.boxes + 1) for leg in (legs if item.each_side else ("",))]
    in_a_row = int(room // _TICK_STEP)
    parts = []
    for at, label in enumerate(labels):
        row, column = divmod(at, in_a_row)
        x, y = column * _TICK_STEP, 1 + row * 14.0
        parts.append(drawing.box(x, y, (_TICK, _TICK), edge=_TEXT, corner=1.5))
        parts.append(drawing.words(x + _TICK + 2, y + 7.6, label, Type(6.5, _QUIET)))
    return Row("".join(parts), 14.0 * -(-len(labels) // in_a_row))
