"""The workouts of a file while its rows are read: opened by the first row of each, closed when all rows are."""

from dataclasses import dataclass, field
from datetime import date, datetime

from hamcore.interchange.amounts import Fault, read_seconds
from hamcore.interchange.columns import Role
from hamcore.interchange.dates import Moment
from hamcore.interchange.layout import Layout
from hamcore.interchange.parsed import ParsedSet, ParsedWorkout
from hamcore.interchange.remembered import Remembered
from hamcore.interchange.report import Report

LONGEST_WORKOUT_S = 12 * 3600
"""A longer workout is a timer left running."""
EARLIEST = date(2000, 1, 1)
"""An earlier date is a slip: no app is that old."""


@dataclass(slots=True)
class Session:
    """One workout, open. ``notes`` are the texts of note rows with their exercise."""

    day: date
    started_at: str
    title: str
    note: str
    duration_s: int | None
    sets: list[ParsedSet] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    last_note: tuple[str, str] = ("", "")

    def add_note(self, note: str) -> None:
        """Add to the workout's own note, unless it is there already."""
        if note and note not in self.note:
            self.note = f"{self.note}\n{note}" if self.note else note

    def is_repeated(self, name: str, note: str) -> bool:
        """Whether ``note`` is that of the set before, of the same exercise."""
        repeated = self.last_note == (name, note) and self.sets[-1:] != [] and self.sets[-1].name == name
        self.last_note = (name, note)
        return repeated

    def close(self) -> ParsedWorkout:
        """The workout. Texts of note rows go to their exercise's first set, or to the workout if it has none."""
        for name, note in self.notes:
            at = next((at for at, entry in enumerate(self.sets) if entry.name == name), None)
            if at is None:
                self.add_note(f"{name}: {note}" if name else note)
            else:
                entry = self.sets[at]
                self.sets[at] = entry._replace(note=f"{entry.note}\n{note}" if entry.note else note)
        return ParsedWorkout(self.day, self.started_at, self.title, self.note, self.duration_s, self.sets)


class Sessions:
    """The workouts of one file, by the cells that tell them apart."""

    def __init__(self, layout: Layout, report: Report, today: date | None) -> None:
        index = layout.columns.index
        self._layout = layout
        self._report = report
        self._today = today
        self.key_at = tuple(map(index, layout.key))
        self._start_at, self._day_at, self._title_at = index(Role.START), index(Role.DAY), index(Role.TITLE)
        self._end_at, self._duration_at = index(Role.END), index(Role.DURATION)
        self._note_at = index(Role.WORKOUT_NOTE)
        self._durations = Remembered(self._read_duration)
        self._sessions: dict[tuple[str, ...], Session | Fault] = {}

    def of(self, row: list[str], line: int) -> Session | Fault:
        """The workout of a row, opened now if need be; what is wrong with its date if that cannot be read."""
        first, second, third = self.key_at
        key = row[first], row[second], row[third]
        session = self._sessions.get(key)
        if session is None:
            session = self._sessions[key] = self._open(row, line)
        return session

    def close(self) -> list[ParsedWorkout]:
        """All workouts that have something in them, the oldest first; equal starts stay in the order of the file."""
        keep_empty = self._layout.keep_empty
        sessions = [session for session in self._sessions.values() if isinstance(session, Session)]
        workouts = [session.close() for session in sessions]
        kept = [workout for workout in workouts if workout.sets or workout.note or keep_empty]
        return sorted(kept, key=lambda workout: (workout.day, workout.started_at))

    def _open(self, row: list[str], line: int) -> Session | Fault:
        written = row[self._start_at] or row[self._day_at]
        moment = self._layout.read_start(written)
        if isinstance(moment, str):
            return Fault(Role.START, moment if written.strip() else "there is no date")
        if moment.day < EARLIEST:
            self._report.warn(line, Fault(Role.START, f"{moment.day} is before {EARLIEST.year}"))
        if self._today is not None and moment.day > self._today:
            self._report.warn(line, Fault(Role.START, f"{moment.day} is in the future"))
        title, note = self._layout.text(row[self._title_at]), self._layout.text(row[self._note_at])
        return Session(moment.day, moment.started_at, title, note, self._duration(row, moment, line))

    def _duration(self, row: list[str], start: Moment, line: int) -> int | None:
        """How long the workout of ``row`` took, in seconds; None after a warning if its cell cannot be read."""
        if text := row[self._end_at]:
            role, length = Role.END, _seconds_until(self._layout.read_start(text), start)
        elif text := row[self._duration_at]:
            role, length = Role.DURATION, self._durations[text]
        else:
            return None
        if isinstance(length, str):
            self._report.warn(line, Fault(role, f"{length}; the workout is read without a duration"))
            return None
        if length > LONGEST_WORKOUT_S:
            hours = f"the workout took {length / 3600:.1f} hours: was a timer left running?"
            self._report.warn(line, Fault(role, hours))
        return round(length)

    def _read_duration(self, text: str) -> float | str:
        return read_seconds(text, decimal_comma=self._layout.amounts.decimal_comma)


def _seconds_until(end: Moment | str, start: Moment) -> float | str:
    if isinstance(end, str):
        return end
    if not (end.started_at and start.started_at):
        return "the end has no time of day"
    length = datetime.fromisoformat(end.started_at) - datetime.fromisoformat(start.started_at)
    return "the end is before the start" if length.days < 0 else length.total_seconds()
