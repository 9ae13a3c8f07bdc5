"""The one loop that reads the rows of any source: each record into one class, sets into their workouts.

Almost all rows of a log are alike, and few texts in a column are distinct. So every distinct text is understood once
and remembered, rows that are plain sets are taken by a short loop, and everything else goes through ``_Gathering``,
which can say what is wrong with any row.
"""

import csv
import re
import sys
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
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

# Taking a member of an enum costs a call in Python 3.11.
_WORKING, _UNREADABLE, _REST_TIMER = RecordClass.WORKING, RecordClass.UNREADABLE, RecordClass.REST_TIMER
_CLASSES = {SetType.WARM_UP: RecordClass.WARM_UP, SetType.DROP: RecordClass.DROP, SetType.FAILURE: RecordClass.FAILURE}
_OPTIONAL = {Role.NOTE, Role.WORKOUT_NOTE, Role.RPE, Role.RIR, Role.SECONDS, Role.DISTANCE, Role.DISTANCE_UNIT}
_HELP = re.compile("assist|asist")
_ODD = Fault(Role.NOTE, "")
"""Marks a set that the hot loop cannot take, because its cells alone do not say everything."""
_MOST_REMEMBERED = 50_000


def _same(text: str) -> str:
    return text


def _cells(indexes: Iterable[int]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """Picks the cells at ``indexes`` (two at least) out of a row, each once."""
    return itemgetter(*dict.fromkeys(indexes))


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
    key: tuple[Role, Role, Role]
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


_KnownSets = dict[tuple[str, ...], tuple[ParsedSet, RecordClass]]
"""The cells of a set that say everything, to the set and its class."""

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class _Remembered(dict[K, V], Generic[K, V]):
    """Remembers what ``read`` makes of each distinct text; forgets everything when a file has too many."""

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[K], V]) -> None:
        self._read = read

    def __missing__(self, key: K) -> V:
        if len(self) >= _MOST_REMEMBERED:
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
    """Takes rows one by one. Equal sets are one object, so a history of straight sets needs little memory."""

    def __init__(self, layout: Layout, file_name: str, today: date | None, ended: int) -> None:
        columns = layout.columns
        self._layout = layout
        self._file_name = file_name
        self._today = today
        self._ended = ended
        self._width = len(columns.names)
        self._effort_role = Role.RIR if Role.RIR in columns.at else Role.RPE
        self._start_at, self._day_at = columns.index(Role.START), columns.index(Role.DAY)
        self._end_at, self._duration_at = columns.index(Role.END), columns.index(Role.DURATION)
        self._title_at, self._name_at = columns.index(Role.TITLE), columns.index(Role.EXERCISE)
        self._kind_at, self._effort_at = columns.index(Role.SET_TYPE), columns.index(self._effort_role)
        self._note_at, self._workout_note_at = columns.index(Role.NOTE), columns.index(Role.WORKOUT_NOTE)
        self._key_at = tuple(map(columns.index, layout.key))
        self._amounts_of: Callable[[Sequence[str]], AmountCells] = itemgetter(*map(columns.index, AMOUNTS))
        self._set_of = _cells(self._at_of_a_set())
        self._readings = _Remembered(self._read_amounts)
        self._kinds = _Remembered(layout.read_kind)
        self._known_sets = _Remembered(self._known_sets_of)
        self._known_by_kind: dict[SetType | None, _KnownSets] = {}
        self._names = _Remembered(self._exercise_name)
        self._efforts = _Remembered(self._read_effort)
        self._durations = _Remembered(self._read_duration)
        self._workouts: dict[tuple[str, str, str], _Workout | Fault] = {}
        self._classes = dict.fromkeys(RecordClass, 0)
        self._units: set[LoadUnit | None] = set()
        self._helping: set[str] = set()
        self._texts = _Remembered(_same)
        self._problems: list[Problem] = []

    def _at_of_a_set(self) -> Iterator[int]:
        """The positions of all cells that say what a set was, as far as the file has them."""
        columns = self._layout.columns
        yield self._name_at
        for role in (*AMOUNTS, self._effort_role, Role.NOTE, Role.WORKOUT_NOTE):
            if role in columns.at:
                yield columns.at[role]

    @property
    def records(self) -> int:
        """How many records were taken so far."""
        return sum(self._classes.values())

    def take_rows(self, reader: Reader, count: int) -> None:
        """Take the next ``count`` rows. The hot loop: a set like an earlier one of the file is taken as it was."""
        width, kind_at = self._width, self._kind_at
        key_at, other_key_at, last_key_at = self._key_at
        set_of, known_sets, classes = self._set_of, self._known_sets, self._classes
        ended, rests = self._ended, 0
        key = other_key = last_key = None
        sets: list[ParsedSet] | None = None
        try:
            for row in islice(reader, count):
                line = ended + 1
                ended = reader.line_num
                if len(row) == width:
                    row.append("")  # a column the file lacks is read here
                    known = known_sets[row[kind_at]]
                    if known is None:
                        rests += 1
                        continue
                    if row[key_at] != key or row[other_key_at] != other_key or row[last_key_at] != last_key:
                        key, other_key, last_key = row[key_at], row[other_key_at], row[last_key_at]
                        sets = self._sets_of(row, line)
                    same = known.get(set_of(row))
                    if same is not None and sets is not None:
                        sets.append(same[0])
                        classes[same[1]] += 1
                        continue
                elif not row:
                    continue
                self._take(row, line)
        finally:
            self._ended = ended
            classes[_REST_TIMER] += rests

    def refuse_lines(self, last: int, reason: str) -> None:
        """Count the lines after the last one taken, up to ``last``, as one record that cannot be read."""
        first = self._ended + 1
        lines = f"line {first}" if last <= first else f"lines {first} to {last}"
        self._refuse(first, "", f"{lines} cannot be told apart into cells ({reason}): check the quotation marks")
        self._ended = last

    def _take(self, row: list[str], line: int) -> None:
        """Take one row of any kind."""
        fitted = row if len(row) == self._width + 1 else self._fit(row, line)
        if fitted is None:
            return
        cell = fitted[self._name_at]
        name, kind = self._names[cell], self._kinds[fitted[self._kind_at]]
        if kind is _REST_TIMER or (not name and self._is_no_exercise(cell)):
            self._classes[_REST_TIMER] += 1
            return
        workout = self._workout_of(fitted, line)
        if isinstance(workout, Fault):
            self._refuse_cell(line, workout)
        elif not isinstance(kind, SetType):
            self._take_marker(workout, kind, fitted, line)
        elif name:
            self._take_set(workout, kind, name, fitted, line)
        elif self._layout.keep_empty:
            self._classes[RecordClass.NOTE] += 1
        else:
            self._refuse_cell(line, Fault(Role.EXERCISE, "the exercise has no name"))

    def _take_marker(self, workout: _Workout, kind: RecordClass | str, row: list[str], line: int) -> None:
        """Take a row whose kind is no kind of set: a note, or a kind that cannot be read."""
        if not isinstance(kind, RecordClass):
            self._refuse_cell(line, Fault(Role.SET_TYPE, kind))
            return
        self._classes[kind] += 1
        self._take_workout_note(workout, row)
        if note := self._layout.text(row[self._note_at]):
            workout.notes.append((self._names[row[self._name_at]], note))

    def _take_set(self, workout: _Workout, set_type: SetType, name: str, row: list[str], line: int) -> None:
        record_class, load, unit, reps, seconds, distance_m, faults = self._readings[self._amounts_of(row)]
        if record_class is _UNREADABLE:
            self._mend_set(workout, set_type, row, line, faults[0])
            return
        if record_class is _WORKING:
            record_class = _CLASSES.get(set_type, _WORKING)
        self._classes[record_class] += 1
        for fault in faults:
            self._warn_cell(line, fault)
        if not (reps or seconds or distance_m or self._layout.keep_empty):
            return
        if load and name in self._helping:
            self._warn_of_help(name, line)
        rir = self._efforts[row[self._effort_at]]
        if isinstance(rir, str):
            self._warn_cell(line, Fault(self._effort_role, f"{rir}; the set is read without it"))
            rir, faults = None, (*faults, _ODD)
        note = ""
        if row[self._note_at] or row[self._workout_note_at]:
            note, faults = self._note(workout, name, row), (*faults, _ODD)
        entry = ParsedSet(name, set_type, load, unit, reps, rir, seconds, distance_m, note)
        workout.sets.append(entry)
        known = self._known_by_kind[set_type]
        if not faults and len(known) < _MOST_REMEMBERED:
            # The cells are kept as one object per text: comparing them then touches little memory.
            known[tuple([self._texts[cell] for cell in self._set_of(row)])] = entry, record_class

    def _mend_set(self, workout: _Workout, set_type: SetType, row: list[str], line: int, fault: Fault) -> None:
        """Take a set whose amounts cannot be read, if its cells can be put in order."""
        mended = self._layout.repair(row[:-1])
        if mended is None or mended == row[:-1]:
            self._refuse_cell(line, fault)
        else:
            self._take_set(workout, set_type, self._names[mended[self._name_at]], [*mended, ""], line)

    def _warn_of_help(self, name: str, line: int) -> None:
        """Warn once per exercise whose load takes weight off the lifter."""
        self._helping.discard(name)
        message = f"{name}: the load of an assisted exercise is help, so more of it is easier"
        self._warn_cell(line, Fault(Role.LOAD, message))

    def _note(self, workout: _Workout, name: str, row: list[str]) -> str:
        """The note of a set; also keeps a workout's note that does not stand on its first row."""
        self._take_workout_note(workout, row)
        note = self._layout.text(row[self._note_at])
        if not self._layout.notes_repeat:
            return note
        if workout.last_note == (name, note):
            return ""
        workout.last_note = (name, note)
        return note

    def _take_workout_note(self, workout: _Workout, row: list[str]) -> None:
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

    def _sets_of(self, row: list[str], line: int) -> list[ParsedSet] | None:
        """The sets of the workout that ``row`` belongs to; None if the workout's cells cannot be read."""
        workout = self._workout_of(row, line)
        return None if isinstance(workout, Fault) else workout.sets

    def _workout_of(self, row: list[str], line: int) -> _Workout | Fault:
        first, second, third = self._key_at
        key = row[first], row[second], row[third]
        workout = self._workouts.get(key)
        if workout is None:
            workout = self._workouts[key] = self._open_workout(row, line)
        return workout

    def _open_workout(self, row: list[str], line: int) -> _Workout | Fault:
        moment = self._moment(row)
        if isinstance(moment, Fault):
            return moment
        if moment.day < EARLIEST:
            self._warn_cell(line, Fault(Role.START, f"{moment.day} is before {EARLIEST.year}"))
        if self._today is not None and moment.day > self._today:
            self._warn_cell(line, Fault(Role.START, f"{moment.day} is in the future"))
        title, note = self._layout.text(row[self._title_at]), self._layout.text(row[self._workout_note_at])
        return _Workout(moment.day, moment.started_at, title, note, self._duration(row, moment, line))

    def _moment(self, row: list[str]) -> Moment | Fault:
        """When the workout of ``row`` started."""
        written = row[self._start_at] or row[self._day_at]
        moment = self._layout.read_start(written)
        if isinstance(moment, str):
            return Fault(Role.START, moment if written else "there is no date")
        return moment

    def _duration(self, row: list[str], start: Moment, line: int) -> int | None:
        """How long the workout of ``row`` took, in seconds; None after a warning if its cell cannot be read."""
        if text := row[self._end_at]:
            role, length = Role.END, _seconds_until(self._layout.read_start(text), start)
        elif text := row[self._duration_at]:
            role, length = Role.DURATION, self._durations[text]
        else:
            return None
        if isinstance(length, str):
            self._warn_cell(line, Fault(role, f"{length}; the workout is read without a duration"))
            return None
        if length > LONGEST_WORKOUT_S:
            message = f"the workout took {length / 3600:.1f} hours: was a timer left running?"
            self._warn_cell(line, Fault(role, message))
        return round(length)

    def _known_sets_of(self, text: str) -> _KnownSets | None:
        """The sets met so far of the kind written as ``text``; None for a rest timer."""
        kind = self._kinds[text]
        if kind is RecordClass.REST_TIMER:
            return None
        return self._known_by_kind.setdefault(kind if isinstance(kind, SetType) else None, {})

    def _read_amounts(self, cells: AmountCells) -> Reading:
        reading = self._layout.amounts.read(cells)
        if reading.load and reading.record_class is not RecordClass.PLANNED:
            self._units.add(reading.unit)
        return reading

    def _read_duration(self, text: str) -> float | str:
        return read_seconds(text, decimal_comma=self._layout.amounts.decimal_comma)

    def _read_effort(self, text: str) -> float | str | None:
        is_rir = self._effort_role is Role.RIR
        return read_effort(text, is_rir=is_rir, decimal_comma=self._layout.amounts.decimal_comma)

    def _exercise_name(self, text: str) -> str:
        name = self._layout.text(text)
        if _HELP.search(fold(name)):
            self._helping.add(name)
        return "" if name.isspace() or self._is_no_exercise(name) else name

    def _is_no_exercise(self, text: str) -> bool:
        excluded = self._layout.not_exercises
        return bool(excluded) and fold(text) in excluded

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
        opened = [workout for workout in self._workouts.values() if isinstance(workout, _Workout)]
        for workout in opened:
            _keep_notes(workout)
        kept = [w for w in opened if w.sets or w.note or self._layout.keep_empty]
        kept.sort(key=lambda workout: (workout.day, workout.started_at))
        parsed = [ParsedWorkout(w.day, w.started_at, w.title, w.note, w.duration_s, w.sets) for w in kept]
        return Table(self._classes, parsed, self._units, self._problems)


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
