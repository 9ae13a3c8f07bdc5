"""The one loop that reads the rows of any source: each record into one class, sets into their workouts.

Almost all rows of a log are alike, and few texts in a column are distinct. So every distinct text is understood once
and remembered, rows that are plain sets are taken by a short loop, and everything else goes through ``_Gathering``,
which can say what is wrong with any row.
"""

import csv
import re
import sys
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from operator import itemgetter
from typing import Generic, Protocol, TypeVar

from hamcore.interchange.amounts import AMOUNTS, AmountCells, Amounts, Fault, Reading, read_effort, read_seconds
from hamcore.interchange.columns import Columns, Role
from hamcore.interchange.dates import Moment
from hamcore.interchange.fold import fold
from hamcore.interchange.parsed import ParsedSet, ParsedWorkout, RecordClass
from hamcore.model.log import SetType
from hamcore.problems import Problem, Severity
from hamcore.units import LoadUnit

Kind = SetType | RecordClass
"""What a set-type cell says: a kind of set, or that the row is none."""

LONGEST_WORKOUT_S = 12 * 3600
"""A longer workout is a timer left running."""
EARLIEST = date(2000, 1, 1)

_CLASSES = {SetType.WARM_UP: RecordClass.WARM_UP, SetType.DROP: RecordClass.DROP, SetType.FAILURE: RecordClass.FAILURE}
_OPTIONAL = {Role.NOTE, Role.WORKOUT_NOTE, Role.RPE, Role.RIR, Role.SECONDS, Role.DISTANCE, Role.DISTANCE_UNIT}
_HELP = re.compile("assist|asist")
_UNREADABLE_EFFORT = float("nan")


def _same(text: str) -> str:
    return text


def _no_repair(_row: list[str]) -> list[str] | None:
    return None


@dataclass(frozen=True, slots=True)
class Layout:
    """How the rows of one file are read.

    ``key``: the roles that together tell workouts apart. ``read_start`` and ``read_kind`` return what they read, or
    what is wrong. ``text`` restores names and notes. ``repair`` mends a row with the wrong number of cells.
    ``notes_repeat``: an exercise's note stands on each of its rows. ``keep_empty``: a row without exercise is a
    workout without sets, and sets in which nothing was done are kept.
    """

    source: str
    variant: str
    columns: Columns
    key: tuple[Role, ...]
    amounts: Amounts
    read_start: Callable[[str], Moment | str]
    read_kind: Callable[[str], Kind | str]
    text: Callable[[str], str] = _same
    repair: Callable[[list[str]], list[str] | None] = _no_repair
    not_exercises: frozenset[str] = frozenset()
    notes_repeat: bool = False
    keep_empty: bool = False


@dataclass(slots=True)
class _Workout:
    """A workout while its rows are read."""

    day: date
    started_at: str
    title: str
    note: str
    duration_s: int | None
    sets: list[ParsedSet] = field(default_factory=list)
    last_note: tuple[str, str] = ("", "")
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Texts of note rows with their exercise, until the workout's sets are known."""


@dataclass(slots=True)
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


K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class _Remembered(dict[K, V], Generic[K, V]):
    """Remembers what ``read`` makes of each distinct text; forgets everything when a file has too many."""

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[K], V]) -> None:
        self._read = read

    def __missing__(self, key: K) -> V:
        if len(self) >= 50_000:
            self.clear()
        value = self[key] = self._read(key)
        return value


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
    gathering = _Gathering(layout, file_name, today, reader.line_num)
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
            left = most + 1 - gathering.records
    return gathering.finish()


class _Gathering:
    """Takes rows one by one. ``ended``: the last physical line taken."""

    def __init__(self, layout: Layout, file_name: str, today: date | None, ended: int) -> None:
        columns = layout.columns
        self._layout = layout
        self._file_name = file_name
        self._today = today
        self._ended = ended
        self._width = len(columns.names)
        self._key_of: Callable[[Sequence[str]], Hashable] = itemgetter(*map(columns.index, layout.key))
        self._amounts_of: Callable[[Sequence[str]], AmountCells] = itemgetter(*map(columns.index, AMOUNTS))
        self._kind_at = columns.index(Role.SET_TYPE)
        self._name_at = columns.index(Role.EXERCISE)
        self._note_at = columns.index(Role.NOTE)
        self._workout_note_at = self._width if layout.notes_repeat else columns.index(Role.WORKOUT_NOTE)
        self._effort_at = min(columns.index(Role.RPE), columns.index(Role.RIR))
        self._readings = _Remembered(self._read_amounts)
        self._kinds = _Remembered(layout.read_kind)
        self._set_types = _Remembered(self._set_type)
        self._names = _Remembered(self._exercise_name)
        self._efforts = _Remembered(self._plain_effort)
        self._workouts: dict[Hashable, _Workout | Fault] = {}
        self._sets_of_type = dict.fromkeys(SetType, 0)
        self._classes = dict.fromkeys(RecordClass, 0)
        self._units: set[LoadUnit | None] = set()
        self._problems: list[Problem] = []

    @property
    def records(self) -> int:
        """How many records were taken so far."""
        return sum(self._classes.values()) + sum(self._sets_of_type.values())

    def take_rows(self, reader: Reader, count: int) -> None:
        """Take the next ``count`` rows. The hot loop: everything that is not a plain set is left to ``_take_odd``."""
        width, name_at, kind_at, effort_at = self._width, self._name_at, self._kind_at, self._effort_at
        note_at, workout_note_at = self._note_at, self._workout_note_at
        key_of, amounts_of, readings = self._key_of, self._amounts_of, self._readings
        set_types, names, efforts, sets_of_type = self._set_types, self._names, self._efforts, self._sets_of_type
        working, new, ended = RecordClass.WORKING, tuple.__new__, self._ended
        current: Hashable = None
        sets: list[ParsedSet] | None = None
        try:
            for row in islice(reader, count):
                line = ended + 1
                ended = reader.line_num
                if len(row) == width:
                    row.append("")  # a column the file lacks is read here
                    key = key_of(row)
                    if key != current:
                        current = key
                        sets = self._sets_of(key, row, line)
                    record_class, load, unit, reps, seconds, distance_m, faults = readings[amounts_of(row)]
                    set_type = set_types[row[kind_at]]
                    name = names[row[name_at]]
                    rir = efforts[row[effort_at]]
                    if (
                        record_class is working
                        and set_type is not None
                        and sets is not None
                        and name
                        and not faults
                        and not row[note_at]
                        and not row[workout_note_at]
                        and rir == rir  # not so if the cell cannot be read: not a number
                    ):
                        sets_of_type[set_type] += 1
                        sets.append(
                            new(ParsedSet, (name, set_type, load, unit, reps, rir, seconds, distance_m, "", line))
                        )
                        continue
                elif not row:
                    continue
                self._take_odd(row, line)
        finally:
            self._ended = ended

    def refuse_lines(self, last: int, reason: str) -> None:
        """Count the lines after the last one taken, up to ``last``, as one record that cannot be read."""
        first = self._ended + 1
        lines = f"line {first}" if last <= first else f"lines {first} to {last}"
        message = f"{lines} cannot be told apart into cells ({reason}): check the quotation marks"
        self._refuse(first, "", message)
        self._ended = last

    def _take_odd(self, row: list[str], line: int) -> None:
        """Take one row of any kind."""
        if len(row) != self._width + 1:
            fitted = self._fit(row, line)
            if fitted is None:
                return
            row = fitted
        kind = self._kinds[row[self._kind_at]]
        if kind is RecordClass.REST_TIMER or self._is_no_exercise(row[self._name_at]):
            self._classes[RecordClass.REST_TIMER] += 1
            return
        key = self._key_of(row)
        self._sets_of(key, row, line)
        workout = self._workouts[key]
        if isinstance(workout, Fault):
            self._refuse_cell(line, workout)
        elif not isinstance(kind, SetType | RecordClass):
            self._refuse_cell(line, Fault(Role.SET_TYPE, kind))
        else:
            self._take_workout_note(workout, row)
            self._take_into(workout, kind, row, line)

    def _take_into(self, workout: _Workout, kind: Kind, row: list[str], line: int) -> None:
        name = self._names[row[self._name_at]]
        if not name:
            if self._layout.keep_empty:
                self._classes[RecordClass.NOTE] += 1
            else:
                self._refuse_cell(line, Fault(Role.EXERCISE, "the exercise has no name"))
        elif kind is RecordClass.NOTE:
            self._classes[RecordClass.NOTE] += 1
            workout.notes.append((name, self._layout.text(row[self._note_at])))
        elif isinstance(kind, SetType):
            self._take_set(workout, kind, row, line)
        else:
            self._classes[kind] += 1

    def _take_set(self, workout: _Workout, set_type: SetType, row: list[str], line: int) -> None:
        reading = self._readings[self._amounts_of(row)]
        if reading.record_class is RecordClass.UNREADABLE:
            mended = self._layout.repair(row[:-1])
            if mended is None or mended == row[:-1]:
                self._refuse_cell(line, reading.faults[0])
                return
            row = [*mended, ""]
            reading = self._readings[self._amounts_of(row)]
            if reading.record_class is RecordClass.UNREADABLE:
                self._refuse_cell(line, reading.faults[0])
                return
        if reading.record_class is RecordClass.WORKING:
            self._sets_of_type[set_type] += 1
        else:
            self._classes[reading.record_class] += 1
        for fault in reading.faults:
            self._warn_cell(line, fault)
        if self._layout.keep_empty or reading.reps or reading.seconds or reading.distance_m:
            workout.sets.append(self._odd_set(workout, set_type, reading, row, line))

    def _odd_set(self, workout: _Workout, set_type: SetType, reading: Reading, row: list[str], line: int) -> ParsedSet:
        name = self._names[row[self._name_at]]
        note = self._layout.text(row[self._note_at])
        if self._layout.notes_repeat:
            if workout.last_note == (name, note):
                note = ""
            else:
                workout.last_note = (name, note)
        _, load, unit, reps, seconds, distance_m, _ = reading
        return ParsedSet(name, set_type, load, unit, reps, self._effort(row, line), seconds, distance_m, note, line)

    def _take_workout_note(self, workout: _Workout, row: list[str]) -> None:
        """Keep a workout's note that does not stand on its first row."""
        note = self._layout.text(row[self._workout_note_at])
        if note and note not in workout.note:
            workout.note = f"{workout.note}\n{note}" if workout.note else note

    def _fit(self, row: list[str], line: int) -> list[str] | None:
        """``row`` with as many cells as the header and one empty one, or None after refusing it."""
        mended = self._layout.repair(row)
        if mended is not None:
            return [*mended, ""]
        missing = self._width - len(row)
        if missing < 0 and not any(row[self._width :]):
            return [*row[: self._width], ""]
        if missing > 0 and self._may_end_after(len(row)):
            self._warn(line, "", f"has {len(row)} of {self._width} cells: the rest is read as empty")
            return row + [""] * (missing + 1)
        message = f"has {len(row)} cells where the header has {self._width}: check the quotation marks"
        self._refuse(line, "", message)
        return None

    def _may_end_after(self, length: int) -> bool:
        """Whether a row of ``length`` cells lacks only what a set can do without, and was not cut inside a number."""
        last_needed = max(index for role, index in self._layout.columns.at.items() if role not in _OPTIONAL)
        return last_needed < length - 1

    def _sets_of(self, key: Hashable, row: list[str], line: int) -> list[ParsedSet] | None:
        """The sets of the workout that ``row`` belongs to; None if the workout's cells cannot be read."""
        workout = self._workouts.get(key)
        if workout is None:
            workout = self._workouts[key] = self._open_workout(row, line)
        return None if isinstance(workout, Fault) else workout.sets

    def _open_workout(self, row: list[str], line: int) -> _Workout | Fault:
        moment = self._moment(row)
        if isinstance(moment, Fault):
            return moment
        if moment.day < EARLIEST:
            self._warn_cell(line, Fault(Role.START, f"{moment.day} is before {EARLIEST.year}"))
        if self._today is not None and moment.day > self._today:
            self._warn_cell(line, Fault(Role.START, f"{moment.day} is in the future"))
        text, index = self._layout.text, self._layout.columns.index
        title, note = text(row[index(Role.TITLE)]), text(row[index(Role.WORKOUT_NOTE)])
        return _Workout(moment.day, moment.started_at, title, note, self._duration(row, moment, line))

    def _moment(self, row: list[str]) -> Moment | Fault:
        """When the workout of ``row`` started."""
        index = self._layout.columns.index
        day, start = row[index(Role.DAY)], row[index(Role.START)]
        moment = self._layout.read_start(start or day)
        if isinstance(moment, str):
            return Fault(Role.START, moment if start or day else "there is no date")
        return moment

    def _duration(self, row: list[str], start: Moment, line: int) -> int | None:
        """How long the workout of ``row`` took, in seconds; None after a warning if its cell cannot be read."""
        index = self._layout.columns.index
        if text := row[index(Role.END)]:
            role, length = Role.END, _seconds_until(self._layout.read_start(text), start)
        elif text := row[index(Role.DURATION)]:
            role, length = Role.DURATION, read_seconds(text, decimal_comma=self._layout.amounts.decimal_comma)
        else:
            return None
        if isinstance(length, str):
            self._warn_cell(line, Fault(role, f"{length}; the workout is read without a duration"))
            return None
        if length > LONGEST_WORKOUT_S:
            message = f"the workout took {length / 3600:.1f} hours: was a timer left running?"
            self._warn_cell(line, Fault(role, message))
        return round(length)

    def _read_amounts(self, cells: AmountCells) -> Reading:
        reading = self._layout.amounts.read(cells)
        if reading.load and reading.record_class is not RecordClass.PLANNED:
            self._units.add(reading.unit)
        return reading

    def _set_type(self, text: str) -> SetType | None:
        kind = self._kinds[text]
        return kind if isinstance(kind, SetType) else None

    def _exercise_name(self, text: str) -> str:
        name = self._layout.text(text)
        return "" if name.isspace() or self._is_no_exercise(name) else name

    def _is_no_exercise(self, text: str) -> bool:
        excluded = self._layout.not_exercises
        return bool(excluded) and fold(text) in excluded

    def _read_effort(self, text: str) -> float | str | None:
        is_rir = Role.RIR in self._layout.columns.at
        return read_effort(text, is_rir=is_rir, decimal_comma=self._layout.amounts.decimal_comma)

    def _plain_effort(self, text: str) -> float | None:
        effort = self._read_effort(text)
        return _UNREADABLE_EFFORT if isinstance(effort, str) else effort

    def _effort(self, row: list[str], line: int) -> float | None:
        effort = self._read_effort(row[self._effort_at])
        if isinstance(effort, str):
            role = Role.RIR if Role.RIR in self._layout.columns.at else Role.RPE
            self._warn_cell(line, Fault(role, f"{effort}; the set is read without it"))
            return None
        return effort

    def _refuse(self, line: int, column: str, message: str) -> None:
        self._classes[RecordClass.UNREADABLE] += 1
        self._problems.append(Problem(self._file_name, message, Severity.ERROR, line, column))

    def _refuse_cell(self, line: int, fault: Fault) -> None:
        self._refuse(line, self._layout.columns.name(fault.role), fault.message)

    def _warn(self, line: int, column: str, message: str) -> None:
        self._problems.append(Problem(self._file_name, message, Severity.WARNING, line, column))

    def _warn_cell(self, line: int, fault: Fault) -> None:
        self._warn(line, self._layout.columns.name(fault.role), fault.message)

    def finish(self) -> Table:
        """The table of all rows taken."""
        for set_type, count in self._sets_of_type.items():
            self._classes[_CLASSES.get(set_type, RecordClass.WORKING)] += count
        self._sets_of_type.clear()
        opened = [workout for workout in self._workouts.values() if isinstance(workout, _Workout)]
        for workout in opened:
            _keep_notes(workout)
        kept = [w for w in opened if w.sets or w.note or self._layout.keep_empty]
        self._warn_of_help(kept)
        kept.sort(key=lambda workout: (workout.day, workout.started_at))
        parsed = [ParsedWorkout(w.day, w.started_at, w.title, w.note, w.duration_s, w.sets) for w in kept]
        return Table(self._classes, parsed, self._units, self._problems)

    def _warn_of_help(self, workouts: list[_Workout]) -> None:
        """Warn once per exercise whose load takes weight off the lifter."""
        helped = {name for name in self._names.values() if _HELP.search(fold(name))}
        if not helped:
            return
        for workout in workouts:
            for entry in workout.sets:
                if entry.name in helped and entry.load:
                    helped.discard(entry.name)
                    message = f"{entry.name}: the load is help, so more of it is easier"
                    self._warn_cell(entry.line, Fault(Role.LOAD, message))


def _seconds_until(end: Moment | str, start: Moment) -> float | str:
    if isinstance(end, str):
        return end
    if not (end.started_at and start.started_at):
        return "the end has no time of day"
    length = datetime.fromisoformat(end.started_at) - datetime.fromisoformat(start.started_at)
    return "the end is before the start" if length.days < 0 else length.total_seconds()


def _keep_notes(workout: _Workout) -> None:
    """Give the texts of note rows to their exercise's first set, or to the workout if it has none."""
    for name, note in workout.notes:
        if not note:
            continue
        at = next((at for at, entry in enumerate(workout.sets) if entry.name == name), None)
        if at is None:
            workout.note = "\n".join(part for part in (workout.note, f"{name}: {note}") if part)
        else:
            entry = workout.sets[at]
            workout.sets[at] = entry._replace(note=f"{entry.note}\n{note}" if entry.note else note)
