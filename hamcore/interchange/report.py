"""What happened to each record of a file: counts by class, and the problems with their lines."""

from hamcore.interchange.amounts import Fault
from hamcore.interchange.columns import Columns
from hamcore.interchange.parsed import RecordClass
from hamcore.problems import Problem, Severity


class Report:
    """Counts records by class and collects problems; a refused record is counted as unreadable."""

    __slots__ = ("_columns", "_file_name", "classes", "problems")

    def __init__(self, file_name: str, columns: Columns) -> None:
        self._file_name = file_name
        self._columns = columns
        self.classes = dict.fromkeys(RecordClass, 0)
        self.problems: list[Problem] = []

    @property
    def records(self) -> int:
        """How many records were counted so far."""
        return sum(self.classes.values())

    def refuse(self, line: int, fault: Fault) -> None:
        """Count the record on ``line`` as unreadable, because of a cell."""
        self.refuse_row(line, fault.message, self._columns.name(fault.role))

    def refuse_row(self, line: int, message: str, column: str = "") -> None:
        """Count the record on ``line`` as unreadable."""
        self.classes[RecordClass.UNREADABLE] += 1
        self.problems.append(Problem(self._file_name, message, Severity.ERROR, line, column))

    def warn(self, line: int, fault: Fault) -> None:
        """Report something odd about a cell of a record that is used."""
        self.warn_row(line, fault.message, self._columns.name(fault.role))

    def warn_row(self, line: int, message: str, column: str = "") -> None:
        """Report something odd about a record that is used."""
        self.problems.append(Problem(self._file_name, message, Severity.WARNING, line, column))
