"""Dates and times as other programs write them, read as the wall clock showed them."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from hamcore.interchange.columns import DateOrder
from hamcore.interchange.months import languages_of, month_word, months_of


class Moment(NamedTuple):
    """A day and the local time as written, ``YYYY-MM-DDTHH:MM:SS``; the time is empty where only a day is written."""

    day: date
    started_at: str


_TIME = (
    r"(?P<hour>[0-9]{1,2})[:.h](?P<minute>[0-9]{2})(?:[:.](?P<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?"
    r"(?:\s?(?P<half>[ap])\.?\s?m\.?)?(?:\s?(?:Z|UTC|[+-][0-9]{2}:?[0-9]{2}))?"
)
_NUMBERS = re.compile(
    rf"(?P<a>[0-9]{{1,4}})(?P<sep>[-/.])\s?(?P<b>[0-9]{{1,2}})(?P=sep)\s?(?P<c>[0-9]{{1,4}})\.?(?:(?:,\s?|[T\s]\s?){_TIME})?",
    re.ASCII | re.IGNORECASE,
)
_BEFORE_TIME = r"(?:(?:,|\s)\s*(?:(?:um|at|a|à|las?|les|kl\.?|ob|o|w|u|om|v)\s+)*"
_DAY_FIRST = re.compile(
    rf"(?P<day>[0-9]{{1,2}})(?:\.|er|º|ª)?\s*(?P<month>[^\W\d_][^\d,]*?(?:\s[0-9]{{1,2}})?),?\s*(?P<year>[0-9]{{4}})\.?"
    rf"{_BEFORE_TIME}{_TIME})?",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(
    rf"(?P<year>[0-9]{{4}})\.?\s*(?:m\.\s*)?(?P<month>[^\W\d_][^\d,]*?)\s*(?P<day>[0-9]{{1,2}})\.?(?:\s*d\.)?"
    rf"{_BEFORE_TIME}{_TIME})?",
    re.IGNORECASE,
)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_LONGEST = 60
_WRITE_IT = "write it as YYYY-MM-DD HH:MM"


def read_numeric(text: str, order: DateOrder | None = None) -> Moment | str:
    """The moment in a text such as ``2026-11-24 18:05:00``; a text that says what is wrong with it otherwise.

    Year first is always accepted, and day first with points. Other orders are read only if ``order`` says so or the
    numbers leave one choice. Seconds may be missing, 12-hour times may have any kind of space.

    >>> read_numeric("2026/5/1 7:05").started_at, read_numeric("2026-05-01 7:05:09\\u202fPM").started_at
    ('2026-05-01T07:05:00', '2026-05-01T19:05:09')
    >>> read_numeric("03/04/2026")
    "'03/04/2026' could be 3 April or 4 March: write it as YYYY-MM-DD HH:MM"
    """
    match = None if len(text) > _LONGEST else _NUMBERS.fullmatch(" ".join(text.split()))
    if match is None:
        return f"'{_short(text)}' is not a date: {_WRITE_IT}"
    day = _day(text, match, order)
    return day if isinstance(day, str) else _moment(text, day, match)


def _day(text: str, match: re.Match[str], order: DateOrder | None) -> date | str:
    """The day of numbers in any order, or what is wrong."""
    first, second, third = int(match["a"]), int(match["b"]), int(match["c"])
    if len(match["a"]) == 4:
        return _calendar_day(text, first, second, third)
    if len(match["c"]) != 4:
        return f"'{_short(text)}' has no year in four digits: {_WRITE_IT}"
    if match["sep"] == "." or order is DateOrder.DAY_FIRST or (order is None and first > 12):
        return _calendar_day(text, third, second, first)
    if order is DateOrder.MONTH_FIRST or (order is None and second > 12):
        return _calendar_day(text, third, first, second)
    if order is DateOrder.YEAR_FIRST:
        return f"'{_short(text)}' does not begin with the year: {_WRITE_IT}"
    if first == second:
        return _calendar_day(text, third, second, first)
    if not (1 <= first <= 12 and 1 <= second <= 12):
        return f"'{_short(text)}' is not a day of the calendar"
    one, other = f"{first} {_MONTHS[second - 1]}", f"{second} {_MONTHS[first - 1]}"
    return f"'{_short(text)}' could be {one} or {other}: {_WRITE_IT}"


def _calendar_day(text: str, year: int, month: int, day: int) -> date | str:
    try:
        return date(year, month, day)
    except ValueError:
        return f"'{_short(text)}' is not a day of the calendar"


def _moment(text: str, day: date, match: re.Match[str]) -> Moment | str:
    """The moment on ``day`` at the time in ``match``, or what is wrong with the time."""
    if match["hour"] is None:
        return Moment(day, "")
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return f"'{_short(text)}' is not a time of day: 1 to 12 goes with AM and PM"
        hour = hour % 12 + (12 if match["half"] in "pP" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return f"'{_short(text)}' is not a time of day: 00:00 to 23:59"
    return Moment(day, f"{day.isoformat()}T{hour:02}:{minute:02}:{second:02}")


def _short(text: str) -> str:
    """``text`` cut to what fits into a message."""
    return text if len(text) <= 40 else text[:39] + "…"


class NamedMonths:
    """Reads dates with a month's name, such as ``4 févr. 2026, 18:05``, in one language per file.

    A few words are different months in different languages. Such a word is read only if the other dates of the file
    leave one language; ``other_dates`` gives them and is called only when needed.
    """

    __slots__ = ("_languages", "_months", "_other_dates")

    def __init__(self, other_dates: Callable[[], Iterable[str]] = tuple) -> None:
        self._other_dates = other_dates
        self._months: dict[str, int | str] = {}
        self._languages: list[str] | None = None

    def read(self, text: str) -> Moment | str:
        """The moment written in ``text``, or what is wrong with it. Dates of numbers only are read as well.

        >>> NamedMonths().read("4 févr. 2026, 18:05").started_at, NamedMonths().read("5 lip 2026, 10:00")
        ('2026-02-04T18:05:00', "'lip' is July in Polish and June in Croatian: no other date says which")
        """
        match = _match(text)
        if match is None:
            return read_numeric(text)
        month = self._month(match["month"])
        if isinstance(month, str):
            return month
        day = _calendar_day(text, int(match["year"]), month, int(match["day"]))
        return day if isinstance(day, str) else _moment(text, day, match)

    def _month(self, text: str) -> int | str:
        if text not in self._months:
            self._months[text] = self._find_month(text)
        return self._months[text]

    def _find_month(self, text: str) -> int | str:
        word = month_word(text)
        months = months_of(word)
        if len(months) > 1:
            months = months_of(word, self._file_languages()) or months
        if not months:
            return f"'{_short(text)}' is not the name of a month in a language known here: {_WRITE_IT}"
        if len(months) > 1:
            return _ambiguous(text, months)
        return next(iter(months))

    def _file_languages(self) -> list[str]:
        if self._languages is None:
            matches = (_match(text) for text in set(self._other_dates()))
            self._languages = languages_of(month_word(match["month"]) for match in matches if match)
        return self._languages


def _match(text: str) -> re.Match[str] | None:
    if len(text) > _LONGEST:
        return None
    plain = " ".join(text.split())
    return _DAY_FIRST.fullmatch(plain) or _YEAR_FIRST.fullmatch(plain)


def _ambiguous(text: str, months: dict[int, str]) -> str:
    listed = " and ".join(f"{_MONTHS[month - 1]} in {language}" for month, language in months.items())
    return f"'{_short(text)}' is {listed}: no other date says which"
