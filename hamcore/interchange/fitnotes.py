"""FitNotes: its CSV export, with the unit in the header or on each row, and rows whose names contain commas."""

from hamcore.interchange.amounts import LOAD_UNITS, METRES, Amounts
from hamcore.interchange.columns import Columns, HeaderCell, Role, resolve
from hamcore.interchange.dates import read_numeric
from hamcore.interchange.fold import fold
from hamcore.interchange.layout import Kind, Layout
from hamcore.interchange.options import ReadOptions
from hamcore.interchange.text import Opening
from hamcore.model.log import SetType
from hamcore.units import LoadUnit

WORDS = {
    "date": Role.START,
    "exercise": Role.EXERCISE,
    "category": Role.CATEGORY,
    "weight": Role.LOAD,
    "weight unit": Role.LOAD_UNIT,
    "reps": Role.REPS,
    "distance": Role.DISTANCE,
    "distance unit": Role.DISTANCE_UNIT,
    "time": Role.SECONDS,
    "comment": Role.NOTE,
}
"""The header's words, folded and without units."""

NEEDED = {Role.START, Role.EXERCISE, Role.CATEGORY, Role.LOAD, Role.REPS}
_BODY_WORDS = {"date", "time", "measurement", "value", "unit"}
BODY_TRACKER = (
    "This is FitNotes' body tracker (body weight and measurements), not the training log. "
    "In FitNotes choose Settings, Spreadsheet export, Workout data, and use that file."
)


def is_body_tracker(header: tuple[HeaderCell, ...]) -> bool:
    """Whether the header is that of the app's other export."""
    words = {cell.key for cell in header}
    return words >= _BODY_WORDS and words <= _BODY_WORDS | {"comment"}


def layout(opening: Opening, header: tuple[HeaderCell, ...], options: ReadOptions) -> Layout | None:
    """How to read a FitNotes export with this header; None if it is none."""
    columns = resolve(header, WORDS)
    if columns is None or not set(columns.at) >= NEEDED:
        return None
    unit = LOAD_UNITS.get(columns.units.get(Role.LOAD, ""))
    metres = METRES.get(columns.units.get(Role.DISTANCE, ""))
    return Layout(
        source="fitnotes",
        variant=_variant(columns, unit),
        columns=columns,
        key=(Role.START, Role.WORKOUT, Role.TITLE),
        amounts=Amounts(unit or options.unit, metres, decimal_comma=opening.delimiter != ","),
        read_start=read_numeric,
        read_kind=_read_kind,
        repair=lambda row: repair(row, columns),
    )


def _variant(columns: Columns, unit: LoadUnit | None) -> str:
    if Role.LOAD_UNIT in columns.at:
        return "F2"
    return "F1-lb" if unit is LoadUnit.LB else "F1"


def _read_kind(_text: str) -> Kind | str:
    return SetType.WORKING


def repair(row: list[str], columns: Columns) -> list[str] | None:
    """``row`` with the commas of an unquoted exercise name put back into it; None if that cannot be done.

    Works from the right, where the cells are fixed: the unit of the load is the anchor if the row has one, the number
    of cells otherwise. Cells beyond the last column are a comment's unquoted commas.
    """
    width, name_at = len(columns.names), columns.index(Role.EXERCISE)
    if columns.index(Role.CATEGORY) != name_at + 1:
        return None
    extra = _extra_cells(row, columns)
    if extra < 0:
        return None
    end = name_at + 1 + extra
    mended = [*row[:name_at], ",".join(row[name_at:end]), *row[end:]]
    if len(mended) > width and columns.index(Role.NOTE) == width - 1:
        mended = [*mended[: width - 1], ",".join(mended[width - 1 :])]
    if len(mended) < width:
        mended += [""] * (width - len(mended))
    return mended if len(mended) == width else None


def _extra_cells(row: list[str], columns: Columns) -> int:
    """How many commas of ``row`` belong to its name; negative if the row is too short."""
    unit_at = columns.index(Role.LOAD_UNIT)
    if Role.LOAD_UNIT in columns.at:
        for index in range(unit_at, len(row)):
            if fold(row[index]) in LOAD_UNITS and _is_number(row[index - 1]):
                return index - unit_at
    return len(row) - len(columns.names)


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()
