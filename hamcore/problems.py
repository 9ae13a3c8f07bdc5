"""What went wrong with something a person or a file supplied: one record per problem, never an exception."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters."""

    ERROR = "error"
    """The record cannot be used."""
    WARNING = "warning"
    """The record is used, and a person should look at it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: where it is, how bad it is, and in one sentence what is wrong, what is allowed and how to mend it.

    ``where`` is a file name; ``line`` counts from 1 (0: the file as a whole); ``column`` or ``key`` names the cell.
    """

    where: str
    message: str
    severity: Severity = Severity.ERROR
    line: int = 0
    column: str = ""

    def __str__(self) -> str:
        """``file:line: column: message`` with the empty parts left out."""
        place = self.where + (f":{self.line}" if self.line else "")
        return ": ".join(part for part in (place, self.column, self.message) if part)
