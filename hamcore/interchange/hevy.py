"""Hevy: its CSV export, in kilograms or pounds, kilometres or miles, with month names in the language of the app."""

from collections.abc import Callable, Iterable

from hamcore.interchange.amounts import LOAD_UNITS, METRES, Amounts
from hamcore.interchange.columns import HeaderCell, Role, resolve
from hamcore.interchange.dates import NamedMonths
from hamcore.interchange.fold import fold
from hamcore.interchange.layout import Kind, Layout
from hamcore.interchange.options import ReadOptions
from hamcore.interchange.text import Opening
from hamcore.model.log import SetType

WORDS = {
    "title": Role.TITLE,
    "start time": Role.START,
    "end time": Role.END,
    "description": Role.WORKOUT_NOTE,
    "exercise title": Role.EXERCISE,
    "superset id": Role.SUPERSET,
    "exercise notes": Role.NOTE,
    "set index": Role.SET_NO,
    "set type": Role.SET_TYPE,
    "weight": Role.LOAD,
    "reps": Role.REPS,
    "distance": Role.DISTANCE,
    "duration": Role.SECONDS,
    "rpe": Role.RPE,
}
"""The header's words, folded and without units."""

NEEDED = {Role.TITLE, Role.START, Role.EXERCISE, Role.SET_TYPE, Role.LOAD, Role.REPS}
_SET_TYPES = {
    "": SetType.WORKING,
    "normal": SetType.WORKING,
    "warmup": SetType.WARM_UP,
    "dropset": SetType.DROP,
    "failure": SetType.FAILURE,
}


def layout(
    opening: Opening, header: tuple[HeaderCell, ...], options: ReadOptions, starts: Callable[[int], Iterable[str]]
) -> Layout | None:
    """How to read a Hevy export with this header; None if it is none. ``starts`` gives all cells of a column."""
    columns = resolve(header, WORDS)
    if columns is None or not set(columns.at) >= NEEDED:
        return None
    unit = LOAD_UNITS.get(columns.units.get(Role.LOAD, ""))
    length = columns.units.get(Role.DISTANCE, "")
    months = NamedMonths(lambda: starts(columns.at[Role.START]))
    return Layout(
        source="hevy",
        variant="-".join(part for part in (unit, length) if part),
        columns=columns,
        key=(Role.START, Role.END, Role.TITLE),
        amounts=Amounts(unit or options.unit, METRES.get(length), decimal_comma=opening.delimiter != ","),
        read_start=months.read,
        read_kind=read_set_type,
        text=unescape,
        notes_repeat=True,
    )


def read_set_type(text: str) -> Kind | str:
    """What a set-type cell says, or what is wrong with it.

    >>> read_set_type("warmup")
    <SetType.WARM_UP: 'warm_up'>
    """
    word = fold(text).replace(" ", "").replace("_", "").replace("-", "")
    return _SET_TYPES.get(word, f"'{text[:40]}' is not known: normal, warmup, dropset or failure")


def unescape(text: str) -> str:
    r"""``text`` with line breaks that were written as the two characters ``\n`` turned into real ones.

    >>> unescape(r"first\nsecond")
    'first\nsecond'
    """
    return text.replace("\\n", "\n") if "\\" in text else text
