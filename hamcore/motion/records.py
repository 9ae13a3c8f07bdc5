"""Reading a definition's values with a type and a name; every fault becomes a problem instead of an exception."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from hamcore.motion.movement import Point
from hamcore.problems import Problem

Choice = TypeVar("Choice", bound=StrEnum)
_MISSING = object()


class Record:
    """One table of a definition. Faults are collected in ``problems`` with the file and the key; values fall back."""

    def __init__(self, where: str, values: Mapping[str, object], problems: list[Problem], inside: str = "") -> None:
        self._where = where
        self._values = values
        self._inside = inside
        self._seen: set[str] = set()
        self.problems = problems

    def report(self, key: str, message: str) -> None:
        """Add a problem for ``key``."""
        self.problems.append(Problem(self._where, message, column=f"{self._inside}{key}"))

    def text(self, key: str, default: str | None = None) -> str:
        """A text; without a default it must be there and not be empty."""
        value = self._take(key, default)
        if isinstance(value, str) and (value or default is not None):
            return value
        self._wrong(key, value, "a text")
        return default or ""

    def flag(self, key: str, *, default: bool = False) -> bool:
        """true or false."""
        value = self._take(key, default)
        if isinstance(value, bool):
            return value
        self._wrong(key, value, "true or false")
        return default

    def number(self, key: str, default: float | None = None) -> float:
        """A number; without a default it must be there."""
        value = self._take(key, default)
        if _is_number(value):
            return float(value)  # type: ignore[arg-type]
        self._wrong(key, value, "a number")
        return default or 0.0

    def numbers(self, key: str) -> tuple[float, ...]:
        """A list of numbers."""
        value = self._take(key, None)
        if isinstance(value, list) and value and all(_is_number(item) for item in value):
            return tuple(float(item) for item in value)
        self._wrong(key, value, "a list of numbers")
        return ()

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; it may be empty."""
        value = self._take(key, None)
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        self._wrong(key, value, "a list of texts")
        return ()

    def point(self, key: str) -> Point:
        """A point: two numbers."""
        value = self._take(key, None)
        if _is_point(value):
            return float(value[0]), float(value[1])  # type: ignore[index]
        self._wrong(key, value, "two numbers, [x, y]")
        return 0.0, 0.0

    def points(self, key: str) -> tuple[Point, ...]:
        """At least two points."""
        value = self._take(key, None)
        if isinstance(value, list) and len(value) > 1 and all(_is_point(item) for item in value):
            return tuple((float(x), float(y)) for x, y in value)
        self._wrong(key, value, "a list of at least two points")
        return ()

    def choice(self, key: str, kind: type[Choice]) -> Choice:
        """One of the values of ``kind``; the first one after a fault."""
        return kind(self.one_of(key, tuple(kind)))

    def one_of(self, key: str, allowed: Sequence[str], default: str | None = None) -> str:
        """One of the ``allowed`` texts; the first one (or the default) after a fault."""
        value = self._take(key, default)
        if isinstance(value, str) and (value in allowed or value == default):
            return value
        self._wrong(key, value, "one of " + ", ".join(allowed))
        return default if default is not None else allowed[0]

    def table(self, key: str) -> "Record | None":
        """A table inside this one; None when it is not there."""
        value = self._take(key, None)
        if value is None or value is _MISSING:
            return None
        if isinstance(value, dict):
            return Record(self._where, value, self.problems, f"{self._inside}{key}.")
        self._wrong(key, value, "a table")
        return None

    def tables(self, key: str) -> list["Record"]:
        """A list of tables; empty when it is not there."""
        value = self._values.get(key, [])
        self._seen.add(key)
        if isinstance(value, list) and all(isinstance(item, dict) for item in value):
            return [
                Record(self._where, item, self.problems, f"{self._inside}{key}[{place}].")
                for place, item in enumerate(value)
            ]
        self._wrong(key, value, "a list of tables")
        return []

    def keys(self) -> tuple[str, ...]:
        """The keys that are there."""
        return tuple(self._values)

    def refuse_the_rest(self) -> None:
        """Report every key nobody asked for: a slip of the pen must not pass as a default."""
        for key in self._values:
            if key not in self._seen:
                self.report(key, "this key is not known here; correct or remove it")

    def _take(self, key: str, default: object) -> object:
        self._seen.add(key)
        return self._values.get(key, _MISSING if default is None else default)

    def _wrong(self, key: str, value: object, expected: str) -> None:
        if value is _MISSING:
            self.report(key, f"is missing; it must be {expected}")
        else:
            self.report(key, f"must be {expected}, not {value!r}")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_point(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(_is_number(item) for item in value)
