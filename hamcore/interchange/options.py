"""How a file is to be read: the answers of a person, the limits, and today."""

from dataclasses import dataclass
from datetime import date

from hamcore.interchange.columns import ColumnMapping
from hamcore.units import LoadUnit


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest file that is read: bytes, and records below the header."""

    size: int
    records: int


PAGE_LIMITS = Limits(size=25_000_000, records=300_000)
"""What the import page accepts. The command has no limits."""


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """``unit`` answers for loads whose unit the file does not say, ``columns`` for a file of unknown layout.

    ``today`` is for finding dates in the future; without it they are not looked for.
    """

    unit: LoadUnit | None = None
    columns: ColumnMapping | None = None
    limits: Limits | None = None
    today: date | None = None
