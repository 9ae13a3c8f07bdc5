"""HamCore's own CSV: everything of a log, so that what is exported can be imported again without loss."""

import csv
from collections.abc import Iterable
from decimal import Decimal
from io import StringIO

from hamcore.interchange.amounts import Amounts
from hamcore.interchange.columns import HeaderCell, Role, header_cell, resolve
from hamcore.interchange.dates import read_numeric
from hamcore.interchange.layout import Kind, Layout
from hamcore.interchange.options import ReadOptions
from hamcore.interchange.parsed import ParsedSet, ParsedWorkout
from hamcore.interchange.text import Opening
from hamcore.model.log import SetType
from hamcore.model.tempo import tempo_text

HEADER = (
    "hamcore_workout",
    "day",
    "start",
    "title",
    "workout_note",
    "workout_seconds",
    "exercise",
    "set_type",
    "load",
    "load_unit",
    "reps",
    "rir",
    "set_seconds",
    "distance_m",
    "note",
    "side",
    "form",
    "tempo",
)
_ROLES = (
    Role.WORKOUT,
    Role.DAY,
    Role.START,
    Role.TITLE,
    Role.WORKOUT_NOTE,
    Role.DURATION,
    Role.EXERCISE,
    Role.SET_TYPE,
    Role.LOAD,
    Role.LOAD_UNIT,
    Role.REPS,
    Role.RIR,
    Role.SECONDS,
    Role.DISTANCE,
    Role.NOTE,
    Role.SIDE,
    Role.FORM,
    Role.TEMPO,
)
_ADDED_LATER = {Role.SIDE, Role.FORM, Role.TEMPO}
"""What files of the first version lack."""
_SET_CELLS = HEADER.index("tempo") - HEADER.index("workout_seconds")
_MARK = "'"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_UNWRITABLE = {0: "\ufffd"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def guard(text: str) -> str:
    """``text`` with a mark before it if a spreadsheet could take it for a formula. ``unguard`` takes the mark off.

    >>> guard("=1+1"), guard("'=x"), guard("Deadlift"), unguard(guard("=1+1"))
    ("'=1+1", "''=x", 'Deadlift', '=1+1')
    """
    return _MARK + text if text.lstrip(_MARK).startswith(_FORMULA_STARTS) else text


def unguard(text: str) -> str:
    """``text`` as it was before ``guard``."""
    if text.startswith(_MARK) and text.lstrip(_MARK).startswith(_FORMULA_STARTS):
        return text[1:]
    return text


def write_csv(workouts: Iterable[ParsedWorkout]) -> bytes:
    """The workouts as a CSV file in UTF-8 with one row per set (one row without exercise for a workout without sets).

    ``read_file`` gives the same workouts back, sorted by day and start; only the lines of the sets are new. NUL and
    single surrogates, which no text file can hold, are written as U+FFFD.
    """
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    for number, workout in enumerate(workouts, 1):
        duration = "" if workout.duration_s is None else str(workout.duration_s)
        head = [str(number), workout.day.isoformat(), workout.started_at, _text(workout.title), _text(workout.note)]
        writer.writerows([*head, duration, *_set_cells(entry)] for entry in workout.sets)
        if not workout.sets:
            writer.writerow([*head, duration, *[""] * _SET_CELLS])
    return out.getvalue().encode()


def _set_cells(entry: ParsedSet) -> list[str]:
    return [
        _text(entry.name),
        entry.set_type.value,
        entry.load,
        entry.unit or "",
        "" if entry.reps is None else str(entry.reps),
        _number(entry.rir),
        _number(entry.seconds),
        _number(entry.distance_m),
        _text(entry.note),
        entry.side or "",
        entry.form or "",
        tempo_text(entry.tempo) if entry.tempo else "",
    ]


def _text(text: str) -> str:
    return guard(text.translate(_UNWRITABLE))


def _number(value: float | None) -> str:
    """The shortest plain digits that are read as the same number."""
    if value is None:
        return ""
    text = format(Decimal(repr(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def layout(_opening: Opening, header: tuple[HeaderCell, ...], options: ReadOptions) -> Layout | None:
    """How to read HamCore's own file; None if the header is another."""
    columns = resolve(header, {header_cell(name).key: role for name, role in zip(HEADER, _ROLES, strict=True)})
    if columns is None or not columns.at.keys() >= set(_ROLES) - _ADDED_LATER:
        return None
    return Layout(
        source="hamcore",
        variant="1",
        columns=columns,
        key=(Role.WORKOUT, Role.DAY, Role.START),
        amounts=Amounts(options.unit, 1.0, zero_is_none=False),
        read_start=read_numeric,
        read_kind=_read_kind,
        text=unguard,
        keep_empty=True,
    )


def _read_kind(text: str) -> Kind | str:
    try:
        return SetType(text)
    except ValueError:
        if not text:
            return SetType.WORKING
        return f"'{text[:40]}' is not a kind of set: {', '.join(SetType)}"
