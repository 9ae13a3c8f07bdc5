"""What the columns of a file mean: roles, a header resolved to them, and a person's answer for an unknown header."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hamcore.interchange.fold import fold
from hamcore.units import LoadUnit


class Role(StrEnum):
    """What a column says about a set or its workout."""

    WORKOUT = "workout"
    DAY = "day"
    START = "date"
    END = "end"
    DURATION = "duration"
    TITLE = "title"
    WORKOUT_NOTE = "workout_note"
    EXERCISE = "exercise"
    CATEGORY = "category"
    SUPERSET = "superset"
    SET_NO = "set_no"
    SET_TYPE = "set_type"
    LOAD = "load"
    LOAD_UNIT = "load_unit"
    REPS = "reps"
    RPE = "rpe"
    RIR = "rir"
    SECONDS = "seconds"
    DISTANCE = "distance"
    DISTANCE_UNIT = "distance_unit"
    NOTE = "note"
    SIDE = "side"
    FORM = "form"
    TEMPO = "tempo"


MAPPED_ROLES = (
    Role.START,
    Role.EXERCISE,
    Role.LOAD,
    Role.LOAD_UNIT,
    Role.REPS,
    Role.TITLE,
    Role.SET_TYPE,
    Role.RPE,
    Role.RIR,
    Role.SECONDS,
    Role.DISTANCE,
    Role.DISTANCE_UNIT,
    Role.DURATION,
    Role.NOTE,
    Role.WORKOUT_NOTE,
)
"""The roles a person can give to the columns of an unknown file, the needed ones first."""


class DateOrder(StrEnum):
    """The order of day, month and year in a date written with numbers only."""

    YEAR_FIRST = "ymd"
    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """A person's answer for a file of unknown layout: which column (counted from 0) has which role.

    ``unit`` is used where neither a column nor the header says one; ``date_order`` None accepts only dates that can
    be read one way.
    """

    columns: Mapping[Role, int]
    unit: LoadUnit | None = None
    date_order: DateOrder | None = None

    @property
    def missing(self) -> tuple[Role, ...]:
        """The needed roles that no column has yet: a date, an exercise, and something that was done."""
        needed = [role for role in (Role.START, Role.EXERCISE) if role not in self.columns]
        if not {Role.REPS, Role.SECONDS, Role.DISTANCE} & set(self.columns):
            needed.append(Role.REPS)
        return tuple(needed)


UNIT_WORDS = frozenset(
    [
        "kg",
        "kgs",
        "kilo",
        "kilos",
        "kilogram",
        "kilograms",
        "kilogrammes",
        "lb",
        "lbs",
        "pound",
        "pounds",
        "m",
        "meter",
        "meters",
        "metre",
        "metres",
        "km",
        "kilometer",
        "kilometers",
        "kilometre",
        "kilometres",
        "mi",
        "mile",
        "miles",
        "ft",
        "feet",
        "yd",
        "yards",
        "cm",
        "s",
        "sec",
        "secs",
        "second",
        "seconds",
        "min",
        "minutes",
        "h",
        "hours",
    ]
)
_IN_BRACKETS = re.compile(r"(.*\S)\s*[(\[]\s*([^()\[\]]+?)\s*[)\]]")


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """A cell of a header: as written, folded without its unit, and the unit's word (``Weight (kg)``: weight, kg)."""

    text: str
    key: str
    unit: str


def header_cell(text: str) -> HeaderCell:
    """The header cell written as ``text``.

    >>> header_cell("Weight (kg)").key, header_cell("weight_lbs").unit, header_cell("Durée").key
    ('weight', 'lbs', 'duree')
    """
    folded = " ".join(fold(text).replace("_", " ").split())
    if (match := _IN_BRACKETS.fullmatch(folded)) and match[2] in UNIT_WORDS:
        return HeaderCell(text, match[1], match[2])
    head, _, last = folded.rpartition(" ")
    if head and last in UNIT_WORDS:
        return HeaderCell(text, head, last)
    return HeaderCell(text, folded, "")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each role is in a row of one file, and the unit word its header gives."""

    names: tuple[str, ...]
    at: Mapping[Role, int]
    units: Mapping[Role, str]

    def index(self, role: Role) -> int:
        """The position of ``role``; one past the last cell of the file where it has no such column."""
        return self.at.get(role, len(self.names))

    def name(self, role: Role) -> str:
        """The header of the column as written, for messages; the role itself where there is no such column."""
        return self.names[self.at[role]] if role in self.at else role.value


def resolve(header: Sequence[HeaderCell], meanings: Mapping[str, Role]) -> Columns | None:
    """The columns of a header whose words mean ``meanings``; None if a role would have two columns."""
    names = tuple(cell.text for cell in header)
    at: dict[Role, int] = {}
    units: dict[Role, str] = {}
    for index, cell in enumerate(header):
        role = meanings.get(cell.key)
        if role is None:
            continue
        if role in at:
            return None
        at[role] = index
        if cell.unit:
            units[role] = cell.unit
    return Columns(names, at, units)
