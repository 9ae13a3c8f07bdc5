"""A week as a picture: seven columns of cards, as on the board."""

from collections.abc import Iterable, Iterator

from hamcore.charts.theme import Ink, Mode
from hamcore.model.exercise import Function
from hamcore.sheet import drawing
from hamcore.sheet.content import Sheet, SheetDay, SheetItem
from hamcore.sheet.drawing import Type
from hamcore.sheet.letters import broken, width

WIDTH = 1200
_EDGE, _GAP, _PAD, _CORNER = 36.0, 10.0, 8.0, 12.0
_COLUMN = (WIDTH - 2 * _EDGE - 6 * _GAP) / 7
_CARD = _COLUMN - 2 * _PAD
_TEXT_X, _TEXT_ROOM = 14.0, _CARD - 22
_NAME, _DOSE, _LINE = 14.0, 13.0, 18.0
_HEAD = 44.0
_LEAST_COLUMN = 220.0


def week_picture(sheet: Sheet, mode: Mode) -> str:
    """The week as SVG, 1200 wide and as high as the fullest day needs."""
    ink = Ink.fixed(mode)
    heading, top = _heading(sheet, ink)
    columns = [_cards(day, ink) for day in sheet.days]
    height = max(_LEAST_COLUMN, *(used for _, used in columns)) + _HEAD + _PAD
    body = [heading]
    for place, (day, (cards, _)) in enumerate(zip(sheet.days, columns, strict=True)):
        x = _EDGE + place * (_COLUMN + _GAP)
        body.append(_ground(day, x, top, height, ink))
        body.append(f'<g transform="translate({drawing.number(x)} {drawing.number(top)})">{cards}</g>')
    bottom = top + height + 34
    body.append("".join(_foot(sheet, bottom, ink)))
    return drawing.picture((WIDTH, bottom + 26), sheet.title, "".join(body), ground=ink.role("background"))


def _heading(sheet: Sheet, ink: Ink) -> tuple[str, float]:
    """Title and reason, and where the columns begin."""
    title, quiet = Type(28, ink.role("text"), bold=True), Type(15, ink.role("quiet"))
    lines = broken(sheet.title, title.size, WIDTH - 2 * _EDGE - 140, bold=True, most=2)
    parts = [drawing.words(_EDGE, 58 + 34 * at, line, title) for at, line in enumerate(lines)]
    parts.append(drawing.words(WIDTH - _EDGE, 54, "HamCore", Type(17, ink.role("muscle"), bold=True, anchor="end")))
    top = 58.0 + 34 * (len(lines) - 1)
    for line in broken(sheet.why, quiet.size, 900, most=3):
        top += 22
        parts.append(drawing.words(_EDGE, top + 4, line, quiet))
    return "".join(parts), top + 30


def _ground(day: SheetDay, x: float, y: float, height: float, ink: Ink) -> str:
    size = (_COLUMN, height)
    ground = (
        drawing.box(x, y, size, fill=ink.role("surface-2"), corner=_CORNER)
        if day.items
        else drawing.box(x, y, size, edge=ink.role("border"), corner=_CORNER)
    )
    amount = Type(13, ink.role("quiet"), anchor="end")
    return (
        ground
        + drawing.words(x + 12, y + 27, day.short, Type(16, ink.role("text"), bold=True))
        + drawing.words(x + _COLUMN - 12, y + 27, day.amount, amount)
    )


def _cards(day: SheetDay, ink: Ink) -> tuple[str, float]:
    """The cards of a day, drawn from the top of its column, and how much room they take under its head."""
    y = _HEAD
    parts = []
    for item in day.items:
        card, height = _card(item, y, ink)
        parts.append(card)
        y += height + _PAD
    return "".join(parts), y - _HEAD


def _card(item: SheetItem, y: float, ink: Ink) -> tuple[str, float]:
    names = broken(item.short, _NAME, _TEXT_ROOM, bold=True, most=3)
    marks = [line for one in item.marks for line in broken(one, 12, _TEXT_ROOM, most=2)]
    doses = broken(item.dose, _DOSE, _TEXT_ROOM - 16, most=2)
    height = 16 + _LINE * (len(names) + len(doses)) + 16 * len(marks)
    colour = ink.function(item.function)
    parts = [
        drawing.box(_PAD, y, (_CARD, height), fill=ink.role("surface"), edge=ink.role("border"), corner=8),
        drawing.stripe(_PAD, y, height, colour, corner=4),
    ]
    x, line = _PAD + _TEXT_X, y + 21
    for name in names:
        parts.append(drawing.words(x, line, name, Type(_NAME, ink.role("text"), bold=True)))
        line += _LINE
    parts.append(drawing.mark(item.function, x + 5, line - 4.5, 4.5, colour))
    for dose in doses:
        parts.append(drawing.words(x + 16, line, dose, Type(_DOSE, ink.role("quiet"))))
        line += _LINE
    for one in marks:
        parts.append(drawing.words(x, line - 2, one, Type(12, ink.role("quiet"))))
        line += 16
    return "".join(parts), height


def _foot(sheet: Sheet, y: float, ink: Ink) -> Iterator[str]:
    """What the colours mean, what the week comes to, and where it is from."""
    x = _EDGE
    style = Type(13, ink.role("quiet"))
    for function in _used(sheet.days):
        yield drawing.mark(function, x + 5, y - 4.5, 4.5, ink.function(function))
        yield drawing.words(x + 15, y, sheet.functions[function], style)
        x += 33 + width(sheet.functions[function], style.size)
    yield drawing.words(WIDTH - _EDGE, y, sheet.summary, Type(13, ink.role("text"), anchor="end"))


def _used(days: Iterable[SheetDay]) -> list[Function]:
    found = {item.function for day in days for item in day.items}
    return [function for function in Function if function in found]
