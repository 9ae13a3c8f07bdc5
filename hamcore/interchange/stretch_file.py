"""HamCore's own CSV of stretching: holds, range tests and own stretches, to be read back without loss.

One row a record; the first column says what it is. Ids are kept, so that reading a file again adds nothing.
"""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from io import StringIO
from typing import TypeVar

from hamcore.interchange.options import Limits
from hamcore.interchange.own import guard, unguard
from hamcore.interchange.text import Text, open_text
from hamcore.model.log import Side
from hamcore.model.stretching import (
    Hold,
    HoldKind,
    Occasion,
    OwnStretch,
    RangeTest,
    RangeTestName,
    RangeUnit,
    StretchLog,
)
from hamcore.problems import Problem

MARK = "hamcore_stretching"
HEADER = (
    MARK,
    "id",
    "day",
    "name",
    "side",
    "seconds",
    "reps",
    "kind",
    "when",
    "value",
    "unit",
    "zero_point_cm",
    "warm",
    "rounds",
    "each_side",
    "forward_bend",
    "note",
)
LONGEST_ID = 200
_UNWRITABLE = {0: "\ufffd"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_MOST_PROBLEMS = 100
_MOST_DIGITS = 6
_NUMBER = re.compile(r"-?[0-9]{1,6}(?:\.[0-9]{1,25})?(?:e-[0-9]{1,3})?", re.ASCII)
_YES = {"yes": True, "no": False}
Value = TypeVar("Value")
Word = TypeVar("Word", bound=StrEnum)


class RowKind(StrEnum):
    """What a row holds."""

    HOLD = "hold"
    RANGE_TEST = "range_test"
    STRETCH = "stretch"


@dataclass(frozen=True, slots=True)
class StretchFile:
    """What a file holds, and everything to say about it. ``is_one`` is False for a file that is none of this kind."""

    log: StretchLog
    problems: tuple[Problem, ...]
    is_one: bool = True


def write_stretching(log: StretchLog) -> bytes:
    """Everything of a person's stretching as CSV in UTF-8.

    NUL and single surrogates, which no text file can hold, are written as U+FFFD.
    """
    out = StringIO(newline="")
    writer = csv.DictWriter(out, HEADER, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(_cells_of_stretch(one) for one in log.own.values())
    writer.writerows(_cells_of_hold(one) for one in log.holds)
    writer.writerows(_cells_of_test(one) for one in log.range_tests)
    return out.getvalue().encode()


def is_stretching(data: bytes) -> bool:
    """Whether the bytes look like a file of this kind: its first cell says so.

    >>> is_stretching(write_stretching(StretchLog())), is_stretching(b"Date,Exercise")
    (True, False)
    """
    return data[:200].lstrip(b"\xef\xbb\xbf").startswith(MARK.encode())


def read_stretching(data: bytes, where: str, today: date | None = None, limits: Limits | None = None) -> StretchFile:
    """What the file called ``where`` holds. Rows that cannot be used are problems; never raises.

    With ``today``, holds and readings of days to come are refused. A second row of an id is refused as well.
    """
    if limits and len(data) > limits.size:
        return _refused(where, f"has {len(data):,} bytes; allowed are {limits.size:,}")
    text = open_text(data)
    if not isinstance(text, Text):
        return _refused(where, text)
    try:
        return _Reading(where, today, limits).all_of(csv.reader(text.lines(), strict=True))
    except csv.Error as error:
        return _refused(where, f"is not a proper CSV file ({error}); export it again")


def _refused(where: str, message: str) -> StretchFile:
    return StretchFile(StretchLog(), (Problem(where, message),), is_one=False)


class _RowError(ValueError):
    """A cell that cannot be used: its column and why."""

    def __init__(self, column: str, message: str) -> None:
        super().__init__(message)
        self.column = column


class _Reading:
    """One file being read."""

    def __init__(self, where: str, today: date | None, limits: Limits | None) -> None:
        self._where, self._today, self._limits = where, today, limits
        self._problems: list[Problem] = []
        self._left_out = 0
        self._holds: dict[str, Hold] = {}
        self._tests: dict[str, RangeTest] = {}
        self._own: dict[str, OwnStretch] = {}

    def all_of(self, rows: "Iterator[list[str]]") -> StretchFile:
        header = [cell.strip() for cell in next(rows, [])]
        if missing := [name for name in HEADER if header.count(name) != 1]:
            return _refused(self._where, f"is no stretching file of HamCore: it lacks the column {missing[0]!r}")
        at = {name: header.index(name) for name in HEADER}
        for number, row in enumerate(rows, 1):
            if self._limits and number > self._limits.records:
                self._note(number + 1, "", f"and more rows are not read; allowed are {self._limits.records:,}")
                break
            if any(cell.strip() for cell in row):
                self._take(number + 1, {name: row[place] if place < len(row) else "" for name, place in at.items()})
        if self._left_out:
            self._problems.append(Problem(self._where, f"has {self._left_out} more rows that cannot be used"))
        holds = sorted(self._holds.values(), key=lambda one: (one.day, one.hold_id))
        tests = sorted(self._tests.values(), key=lambda one: (one.day, one.test_id))
        own = {one.key: one for one in sorted(self._own.values(), key=lambda one: one.name)}
        return StretchFile(StretchLog(tuple(holds), tuple(tests), own), tuple(self._problems))

    def _take(self, line: int, row: Mapping[str, str]) -> None:
        try:
            match _choice(row, MARK, RowKind):
                case RowKind.HOLD:
                    hold = _hold(row, self._today)
                    _add(self._holds, hold.hold_id, hold)
                case RowKind.RANGE_TEST:
                    reading = _test(row, self._today)
                    _add(self._tests, reading.test_id, reading)
                case RowKind.STRETCH:
                    own = _stretch(row)
                    _add(self._own, own.name, own)
        except _RowError as error:
            self._note(line, error.column, str(error))
        except ValueError as error:
            self._note(line, "", str(error))

    def _note(self, line: int, column: str, message: str) -> None:
        if len(self._problems) < _MOST_PROBLEMS:
            self._problems.append(Problem(self._where, message, line=line, column=column))
        else:
            self._left_out += 1


def _add(known: dict[str, Value], key: str, one: Value) -> None:
    if key in known:
        raise _RowError("id", f"is there twice: {key[:40]!r}; the first one counts")
    known[key] = one


def _cells_of_hold(one: Hold) -> dict[str, str]:
    return {
        MARK: RowKind.HOLD,
        "id": _text(one.hold_id),
        "day": one.day.isoformat(),
        "name": _text(one.stretch),
        "side": one.side or "",
        "seconds": "" if one.seconds is None else str(one.seconds),
        "reps": "" if one.reps is None else str(one.reps),
        "kind": one.kind,
        "when": one.when or "",
        "note": _text(one.note),
    }


def _cells_of_test(one: RangeTest) -> dict[str, str]:
    return {
        MARK: RowKind.RANGE_TEST,
        "id": _text(one.test_id),
        "day": one.day.isoformat(),
        "name": one.test,
        "side": one.side or "",
        "value": repr(float(one.value)),
        "unit": one.unit,
        "zero_point_cm": "" if one.zero_point_cm is None else repr(float(one.zero_point_cm)),
        "warm": _yes(one.warm),
        "note": _text(one.note),
    }


def _cells_of_stretch(one: OwnStretch) -> dict[str, str]:
    return {
        MARK: RowKind.STRETCH,
        "name": _text(one.name),
        "seconds": "" if one.hold_s is None else str(one.hold_s),
        "reps": "" if one.reps is None else str(one.reps),
        "rounds": str(one.rounds),
        "each_side": _yes(one.each_side),
        "forward_bend": _yes(one.forward_bend),
    }


def _text(text: str) -> str:
    return guard(text.translate(_UNWRITABLE))


def _yes(flag: bool) -> str:
    return "yes" if flag else "no"


def _hold(row: Mapping[str, str], today: date | None) -> Hold:
    return Hold(
        hold_id=_id(row),
        day=_day(row, today),
        stretch=unguard(row["name"]),
        side=_maybe(row, "side", lambda: _choice(row, "side", Side)),
        seconds=_maybe(row, "seconds", lambda: _whole(row, "seconds")),
        reps=_maybe(row, "reps", lambda: _whole(row, "reps")),
        kind=_choice(row, "kind", HoldKind),
        when=_maybe(row, "when", lambda: _choice(row, "when", Occasion)),
        note=unguard(row["note"]),
    )


def _test(row: Mapping[str, str], today: date | None) -> RangeTest:
    return RangeTest(
        test_id=_id(row),
        day=_day(row, today),
        test=_choice(row, "name", RangeTestName),
        side=_maybe(row, "side", lambda: _choice(row, "side", Side)),
        value=_number(row, "value"),
        unit=_choice(row, "unit", RangeUnit),
        zero_point_cm=_maybe(row, "zero_point_cm", lambda: _number(row, "zero_point_cm")),
        warm=_flag(row, "warm"),
        note=unguard(row["note"]),
    )


def _stretch(row: Mapping[str, str]) -> OwnStretch:
    return OwnStretch(
        name=unguard(row["name"]),
        hold_s=_maybe(row, "seconds", lambda: _whole(row, "seconds")),
        reps=_maybe(row, "reps", lambda: _whole(row, "reps")),
        rounds=_whole(row, "rounds"),
        each_side=_flag(row, "each_side"),
        forward_bend=_flag(row, "forward_bend"),
    )


def _maybe(row: Mapping[str, str], column: str, read: Callable[[], Value]) -> Value | None:
    return read() if row[column].strip() else None


def _id(row: Mapping[str, str]) -> str:
    value = unguard(row["id"])
    if not 0 < len(value) <= LONGEST_ID:
        raise _RowError("id", f"has {len(value)} characters; allowed are 1 to {LONGEST_ID}")
    return value


def _day(row: Mapping[str, str], today: date | None) -> date:
    text = row["day"].strip()
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise _RowError("day", f"is {text[:40]!r}; a day is written 2026-11-24") from None
    if today and day > today:
        raise _RowError("day", f"is {text}, still to come; the latest day is today, {today}")
    return day


def _whole(row: Mapping[str, str], column: str) -> int:
    text = row[column].strip()
    if not (text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS):
        raise _RowError(column, f"is {text[:40]!r}; a whole number is needed")
    return int(text)


def _number(row: Mapping[str, str], column: str) -> float:
    text = row[column].strip()
    if not _NUMBER.fullmatch(text):
        raise _RowError(column, f"is {text[:40]!r}; a number such as 71.5 is needed")
    return float(text)


def _flag(row: Mapping[str, str], column: str) -> bool:
    text = row[column].strip()
    if text not in _YES:
        raise _RowError(column, f"is {text[:40]!r}; allowed are yes and no")
    return _YES[text]


def _choice(row: Mapping[str, str], column: str, choices: type[Word]) -> Word:
    text = row[column].strip()
    try:
        return choices(text)
    except ValueError:
        raise _RowError(column, f"is {text[:40]!r}; allowed are {', '.join(choices)}") from None
