"""When to stop, in one frame at the foot of the printed sheet."""

from collections.abc import Iterator

from hamcore.sheet import drawing
from hamcore.sheet.content import SheetNote
from hamcore.sheet.drawing import Type
from hamcore.sheet.letters import broken
from hamcore.sheet.rows import INK, Row

_PAD, _GAP = 10.0, 14.0
_MANY = 5
"""A note with so many signs takes two columns."""


def stop_box(notes: tuple[SheetNote, ...], room: float) -> Row:
    """The notes side by side: one with many signs over two columns, those without any under each other in one."""
    if not notes:
        return Row("", 0)
    groups = [[note] for note in notes if note.lines]
    short = [note for note in notes if not note.lines]
    groups += [short] if short else []
    shares = [2 if len(group[0].lines) >= _MANY else 1 for group in groups]
    column = (room - 2 * _PAD - _GAP * (sum(shares) - 1)) / sum(shares)
    drawn = [_group(group, share * (column + _GAP) - _GAP, share) for group, share in zip(groups, shares, strict=True)]
    height = max(one.height for one in drawn) + 15
    parts = [drawing.box(0, 0, (room, height), fill=INK.role("error-tint"), edge=INK.role("error"), corner=5)]
    x = _PAD
    for one, share in zip(drawn, shares, strict=True):
        parts.append(f'<g transform="translate({drawing.number(x)} 8)">{one.svg}</g>')
        x += share * (column + _GAP)
    return Row("".join(parts), height)


def _group(notes: list[SheetNote], room: float, columns: int) -> Row:
    parts = []
    y = 0.0
    for at, note in enumerate(notes):
        y += 6 if at else 0
        drawn = _note(note, room, columns)
        parts.append(f'<g transform="translate(0 {drawing.number(y)})">{drawn.svg}</g>')
        y += drawn.height
    return Row("".join(parts), y)


def _note(note: SheetNote, room: float, columns: int) -> Row:
    parts = []
    y = 0.0
    for line, style in _opening(note, room):
        y += style.size + 2
        parts.append(drawing.words(0, y - 2, line, style))
    step = (room + _GAP) / columns
    each = -(-len(note.lines) // columns)
    lowest = y
    for column in range(columns):
        low = y
        for line in _signs(note.lines[column * each : (column + 1) * each], step - _GAP):
            low += _SMALL.size + 2
            parts.append(drawing.words(column * step, low - 2, line, _SMALL))
        lowest = max(lowest, low)
    return Row("".join(parts), lowest)


_SMALL = Type(7.2, INK.role("text"))


def _opening(note: SheetNote, room: float) -> Iterator[tuple[str, Type]]:
    for line in broken(note.title, 8.5, room, bold=True):
        yield line, Type(8.5, INK.role("error"), bold=True)
    for line in broken(note.words, _SMALL.size, room):
        yield line, _SMALL


def _signs(signs: tuple[str, ...], room: float) -> Iterator[str]:
    for sign in signs:
        yield from broken(f"– {sign}", _SMALL.size, room)
