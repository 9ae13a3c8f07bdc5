"""Stretching in and out: a file that gives the same log again, and a look at a file before anything is written."""

from dataclasses import dataclass
from datetime import date

from hamcore.interchange.options import Limits
from hamcore.interchange.stretch_file import StretchFile, read_stretching
from hamcore.model.stretching import StretchLog
from hamcore.storage import Store


@dataclass(frozen=True, slots=True)
class StretchPreview:
    """What bringing in a file would do: what it holds, what of it is new, what is wrong with it."""

    file_name: str
    file: StretchFile
    new: StretchLog

    @property
    def count(self) -> int:
        """How many records of the file can be used."""
        return _size(self.file.log)

    @property
    def new_count(self) -> int:
        """How many of them are not in the log yet."""
        return _size(self.new)


def preview_stretching(
    data: bytes, file_name: str, log: StretchLog, today: date, limits: Limits | None = None
) -> StretchPreview:
    """What bringing ``data`` into ``log`` would add. Writes nothing, never raises for what is in the file.

    What a person deleted looks new here and stays deleted when it is written.
    """
    found = read_stretching(data, file_name, today, limits)
    holds, tests = {one.hold_id for one in log.holds}, {one.test_id for one in log.range_tests}
    new = StretchLog(
        tuple(one for one in found.log.holds if one.hold_id not in holds),
        tuple(one for one in found.log.range_tests if one.test_id not in tests),
        {key: one for key, one in found.log.own.items() if key not in log.own},
    )
    return StretchPreview(file_name, found, new)


def write_stretches(preview: StretchPreview, store: Store, athlete_id: str) -> StretchLog:
    """Store what a preview showed as one step; what was added. ``Store.delete_stretching`` takes it back."""
    return store.add_stretching(athlete_id, preview.file.log)


def _size(log: StretchLog) -> int:
    return len(log.holds) + len(log.range_tests) + len(log.own)
