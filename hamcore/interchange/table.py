"""The one loop that reads the rows of any source: each record into one class, sets into their workouts.

Almost all rows of a log are like an earlier one, so rows are taken by a short loop that looks them up. The first row
of each sort goes through ``_Gathering._take``, which can say what is wrong with any row.
"""

import csv
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from operator import itemgetter
from typing import Protocol

from hamcore.interchange.amounts import AMOUNTS, AmountCells, Fault, Reading, read_effort
from hamcore.interchange.columns import Role
from hamcore.interchange.fold import fold
from hamcore.interchange.layout import Layout, as_written
from hamcore.interchange.noted import NOTED, NotedCells, read_noted
from hamcore.interchange.parsed import ParsedSet, ParsedWorkout, RecordClass
from hamcore.interchange.remembered import MOST, Remembered
from hamcore.interchange.report import Report
from hamcore.interchange.sessions import Session, Sessions
from hamcore.model.log import SetType
from hamcore.problems import Problem
from hamcore.units import LoadUnit

# Taking a member of an enum costs a call in Python 3.11.
_WORKING, _UNREADABLE, _REST_TIMER = RecordClass.WORKING, RecordClass.UNREADABLE, RecordClass.REST_TIMER
_CLASSES = {SetType.WARM_UP: RecordClass.WARM_UP, SetType.DROP: RecordClass.DROP, SetType.FAILURE: RecordClass.FAILURE}
_OPTIONAL = {Role.NOTE, Role.WORKOUT_NOTE, Role.RPE, Role.RIR, Role.SECONDS, Role.DISTANCE, Role.DISTANCE_UNIT}
_OPTIONAL.update(NOTED)
_HELP = re.compile("assist|asist")

_KnownSets = dict[tuple[str, ...], tuple[ParsedSet, RecordClass]]
"""The cells of a set that say everything, to the set and its class."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file, read: counts add up to the number of records, workouts are oldest first."""

    classes: dict[RecordClass, int]
    workouts: list[ParsedWorkout]
    units: set[LoadUnit | None]
    problems: list[Problem]

    @property
    def records(self) -> int:
        """The number of records below the header."""
        return sum(self.classes.values())


class Reader(Protocol):
    """A ``csv.reader``."""

    @property
    def line_num(self) -> int:
        """The number of physical lines read so far."""
        ...

    def __iter__(self) -> Iterator[list[str]]: ...
    def __next__(self) -> list[str]: ...


def read_table(reader: Reader, layout: Layout, file_name: str, *, today: date | None, most: int | None) -> Table:
    """Everything in the rows that ``reader`` still has, its header being read already.

    Stops after ``most`` + 1 records, so that a caller sees that there are more than ``most``.
    """
    report = Report(file_name, layout.columns)
    gathering = _Gathering(layout, report, today, reader.line_num)
    left = sys.maxsize if most is None else most + 1
    while left > 0:
        before = reader.line_num
        try:
            gathering.take_rows(reader, left)
        except csv.Error as error:
            gathering.refuse_lines(reader.line_num, str(error))
        if reader.line_num == before:
            break
        if most is not None:
            left = most + 1 - report.records
    return Table(report.classes, gathering.sessions.close(), gathering.units, report.problems)


class _Gathering:
    """Takes rows one by one. Equal sets are one object, so a history of straight sets needs little memory."""

    def __init__(self, layout: Layout, report: Report, today: date | None, ended: int) -> None:
        columns = layout.columns
        self._layout = layout
        self._report = report
        self._ended = ended
        self.sessions = Sessions(layout, report, today)
        self.units: set[LoadUnit | None] = set()
        self._width = len(columns.names)
        self._effort_role = Role.RIR if Role.RIR in columns.at else Role.RPE
        self._name_at, self._kind_at = columns.index(Role.EXERCISE), columns.index(Role.SET_TYPE)
        self._note_at, self._workout_note_at = columns.index(Role.NOTE), columns.index(Role.WORKOUT_NOTE)
        self._effort_at = columns.index(self._effort_role)
        self._amounts_of: Callable[[Sequence[str]], AmountCells] = itemgetter(*map(columns.index, AMOUNTS))
        self._noted_of: Callable[[Sequence[str]], NotedCells] = itemgetter(*map(columns.index, NOTED))
        told_by = (*AMOUNTS, self._effort_role, Role.NOTE, Role.WORKOUT_NOTE, *NOTED)
        told_at = dict.fromkeys((self._name_at, *(columns.at[role] for role in told_by if role in columns.at)))
        self._set_of: Callable[[Sequence[str]], tuple[str, ...]] = itemgetter(*told_at)
        self._readings = Remembered(self._read_amounts)
        self._kinds = Remembered(layout.read_kind)
        self._names = Remembered(self._exercise_name)
        self._efforts = Remembered(self._read_effort)
        self._noted = Remembered(read_noted)
        self._texts = Remembered(as_written)
        self._known_by_text = Remembered(self._known_sets_of)
        self._known_by_kind: dict[SetType | None, _KnownSets] = {kind: {} for kind in (*SetType, None)}
        self._helping: set[str] = set()

    def take_rows(self, reader: Reader, count: int) -> None:
        """Take the next ``count`` rows. The hot loop: a set like an earlier one of the file is taken as it was."""
        width, kind_at = self._width, self._kind_at
        key_at, other_key_at, last_key_at = self.sessions.key_at
        set_of, known_by_text, classes = self._set_of, self._known_by_text, self._report.classes
        ended, rests = self._ended, 0
        key = other_key = last_key = None
        sets: list[ParsedSet] | None = None
        try:
            for row in islice(reader, count):
                line = ended + 1
                ended = reader.line_num
                if len(row) == width:
                    row.append("")  # a column the file lacks is read here
                    known = known_by_text[row[kind_at]]
                    if known is None:
                        rests += 1
                        continue
                    if row[key_at] != key or row[other_key_at] != other_key or row[last_key_at] != last_key:
                        key, other_key, last_key = row[key_at], row[other_key_at], row[last_key_at]
                        session = self.sessions.of(row, line)
                        sets = None if isinstance(session, Fault) else session.sets
                    same = known.get(set_of(row))
                    if same is not None and sets is not None:
                        sets.append(same[0])
                        classes[same[1]] += 1
                        continue
                    self._take(row, line)
                elif row:
                    self._take_ragged(row, line)
        finally:
            self._ended = ended
            classes[_REST_TIMER] += rests

    def refuse_lines(self, last: int, reason: str) -> None:
        """Count the lines after the last one taken, up to ``last``, as one record that cannot be read."""
        first = self._ended + 1
        lines = f"line {first}" if last <= first else f"lines {first} to {last}"
        message = f"{lines} cannot be told apart into cells ({reason}): check the quotation marks"
        self._report.refuse_row(first, message)
        self._ended = last

    def _take(self, row: list[str], line: int) -> None:
        """Take one row of any kind, with as many cells as the header and one empty one."""
        cell = row[self._name_at]
        name, kind = self._names[cell], self._kinds[row[self._kind_at]]
        if kind is _REST_TIMER or (not name and self._is_no_exercise(cell)):
            self._report.classes[_REST_TIMER] += 1
            return
        session = self.sessions.of(row, line)
        if isinstance(session, Fault):
            self._report.refuse(line, session)
        elif not isinstance(kind, SetType):
            self._take_marker(session, kind, row, line)
        elif name:
            self._take_set(session, kind, name, row, line)
        elif self._layout.keep_empty:
            self._report.classes[RecordClass.NOTE] += 1
        else:
            self._report.refuse(line, Fault(Role.EXERCISE, "the exercise has no name"))

    def _take_marker(self, session: Session, kind: RecordClass | str, row: list[str], line: int) -> None:
        """Take a row whose kind is no kind of set: a note, or a kind that cannot be read."""
        if not isinstance(kind, RecordClass):
            self._report.refuse(line, Fault(Role.SET_TYPE, kind))
            return
        self._report.classes[kind] += 1
        self._take_workout_note(session, row)
        if note := self._layout.text(row[self._note_at]):
            session.notes.append((self._names[row[self._name_at]], note))

    def _take_set(self, session: Session, set_type: SetType, name: str, row: list[str], line: int) -> None:
        record_class, load, unit, reps, seconds, distance_m, faults = self._readings[self._amounts_of(row)]
        if record_class is _UNREADABLE:
            self._mend_set(session, set_type, row, line, faults[0])
            return
        if record_class is _WORKING:
            record_class = _CLASSES.get(set_type, _WORKING)
        self._report.classes[record_class] += 1
        side, form, tempo, doubts = self._noted[self._noted_of(row)]
        for fault in (*faults, *doubts):
            self._report.warn(line, fault)
        if not (reps or seconds or distance_m or self._layout.keep_empty):
            return
        if load and name in self._helping:
            self._warn_of_help(name, line)
        rir, note = self._efforts[row[self._effort_at]], ""
        tells_all = not faults and not doubts and not isinstance(rir, str)
        if isinstance(rir, str):
            self._report.warn(line, Fault(self._effort_role, f"{rir}; the set is read without it"))
            rir = None
        if row[self._note_at] or row[self._workout_note_at]:
            note, tells_all = self._note(session, name, row), False
        entry = ParsedSet(name, set_type, load, unit, reps, rir, seconds, distance_m, note, side, form, tempo)
        session.sets.append(entry)
        known = self._known_by_kind[set_type]
        if tells_all and len(known) < MOST:
            # The cells are kept as one object per text: comparing them then touches little memory.
            known[tuple([self._texts[cell] for cell in self._set_of(row)])] = entry, record_class

    def _mend_set(self, session: Session, set_type: SetType, row: list[str], line: int, fault: Fault) -> None:
        """Take a set whose amounts cannot be read, if its cells can be put in order."""
        mended = self._layout.repair(row[:-1])
        if mended is None or mended == row[:-1]:
            self._report.refuse(line, fault)
        else:
            self._take_set(session, set_type, self._names[mended[self._name_at]], [*mended, ""], line)

    def _warn_of_help(self, name: str, line: int) -> None:
        """Warn once per exercise whose load takes weight off the lifter."""
        self._helping.discard(name)
        message = f"{name}: the load of an assisted exercise is help, so more of it is easier"
        self._report.warn(line, Fault(Role.LOAD, message))

    def _note(self, session: Session, name: str, row: list[str]) -> str:
        """The note of a set, empty if it only repeats the one before."""
        self._take_workout_note(session, row)
        note = self._layout.text(row[self._note_at])
        return "" if self._layout.notes_repeat and session.is_repeated(name, note) else note

    def _take_workout_note(self, session: Session, row: list[str]) -> None:
        """Keep a workout's note that does not stand on its first row."""
        if note := row[self._workout_note_at]:
            session.add_note(self._layout.text(note))

    def _take_ragged(self, row: list[str], line: int) -> None:
        """Take a row that has not as many cells as the header, if they can be put in order."""
        mended = self._layout.repair(row)
        missing = self._width - len(row)
        if mended is not None:
            self._take([*mended, ""], line)
        elif missing < 0 and not any(row[self._width :]):
            self._take([*row[: self._width], ""], line)
        elif missing > 0 and self._may_end_after(len(row)):
            self._report.warn_row(line, f"has {len(row)} of {self._width} cells: the rest is read as empty")
            self._take([*row, *[""] * (missing + 1)], line)
        else:
            message = f"has {len(row)} cells where the header has {self._width}: check the quotation marks"
            self._report.refuse_row(line, message)

    def _may_end_after(self, length: int) -> bool:
        """Whether a row of ``length`` cells lacks only what a set can do without, and was not cut inside a number."""
        last_needed = max(index for role, index in self._layout.columns.at.items() if role not in _OPTIONAL)
        return last_needed < length - 1

    def _known_sets_of(self, text: str) -> _KnownSets | None:
        """The sets met so far of the kind written as ``text``; None for a rest timer."""
        kind = self._kinds[text]
        if kind is _REST_TIMER:
            return None
        return self._known_by_kind[kind if isinstance(kind, SetType) else None]

    def _read_amounts(self, cells: AmountCells) -> Reading:
        reading = self._layout.amounts.read(cells)
        if reading.load and reading.record_class is not RecordClass.PLANNED:
            self.units.add(reading.unit)
        return reading

    def _read_effort(self, text: str) -> float | str | None:
        is_rir = self._effort_role is Role.RIR
        return read_effort(text, is_rir=is_rir, decimal_comma=self._layout.amounts.decimal_comma)

    def _exercise_name(self, text: str) -> str:
        """The name in a cell; empty if it is none."""
        name = self._layout.text(text)
        if _HELP.search(fold(name)):
            self._helping.add(name)
        return "" if name.isspace() or self._is_no_exercise(name) else name

    def _is_no_exercise(self, text: str) -> bool:
        excluded = self._layout.not_exercises
        return bool(excluded) and fold(text) in excluded
