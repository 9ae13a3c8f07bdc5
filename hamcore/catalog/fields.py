"""Strict reading of one table: every missing, unknown, mistyped or impossible value becomes a problem with its key."""

import math
from collections.abc import Mapping, Sequence
from enum import Enum, StrEnum
from functools import cache
from typing import Any, TypeVar

from hamcore.model.exercise import Bounds
from hamcore.problems import Problem

Choice = TypeVar("Choice", bound=Enum)

LONGEST_TEXT = 300
"""Characters in one text of a definition: a sentence or two."""


class Fields:
    """One table of a definition, read key by key.

    Each method returns the value, or a harmless stand-in after noting a problem; ``is_sound`` tells afterwards. Keys
    absent here are looked up in ``inherited``, whose own problems are reported where they stand and not again.
    ``known`` are the ids that exist in each folder. ``own``, if given, are the only keys that must stand here: the
    lack of any other is a fault of what is inherited from, and reported there.
    """

    def __init__(
        self,
        table: Mapping[str, object],
        where: str,
        known: Mapping[str, frozenset[str]],
        *,
        prefix: str = "",
        inherited: Mapping[str, object] | None = None,
        own: frozenset[str] | None = None,
    ) -> None:
        self._table = table
        self._where = where
        self._known = known
        self._prefix = prefix
        self._inherited = inherited or {}
        self._own = own
        self._asked: set[str] = set()
        self._children: list[Fields] = []
        self._inherited_children: list[Fields] = []
        self._problems: list[Problem] = []
        self._inherits_broken = False

    @property
    def is_sound(self) -> bool:
        """Whether all that was read so far is right."""
        children = (*self._children, *self._inherited_children)
        return not (self._problems or self._inherits_broken) and all(child.is_sound for child in children)

    def note(self, key: str, message: str) -> None:
        """Record that the value of ``key`` is wrong; ``message`` says why and what is allowed."""
        if key in self._table or key not in self._inherited:
            self._problems.append(Problem(self._where, message, column=self._prefix + key))
        else:
            self._inherits_broken = True

    def finish(self) -> list[Problem]:
        """All problems of the table, with those of its inner tables and of keys nobody asked for."""
        for key in self._table.keys() - self._asked:
            allowed = ", ".join(sorted(self._asked))
            self._problems.append(
                Problem(self._where, f"is not a key of this record; allowed are {allowed}", column=self._prefix + key)
            )
        return self._problems + [problem for child in self._children for problem in child.finish()]

    def has(self, key: str) -> bool:
        """Whether ``key`` has a value, here or inherited; marks it as known."""
        self._asked.add(key)
        return key in self._table or key in self._inherited

    def text(self, key: str, *, default: str | None = None, longest: int = LONGEST_TEXT) -> str:
        """A text of one line; ``default`` (which may be empty) if the key is absent."""
        if default is not None and not self.has(key):
            return default
        value = self._value(key, str)
        if not isinstance(value, str):
            return ""
        self._check_text(key, value, longest)
        return value

    def texts(self, key: str, *, default: Sequence[str] | None = None) -> tuple[str, ...]:
        """A list of texts, none twice; ``default`` if the key is absent, else it must not be empty."""
        if default is not None and not self.has(key):
            return tuple(default)
        values = self._list(key, str) or []
        if self._table.get(key) == [] and default is None:
            self.note(key, "is empty; at least one entry is needed")
        for value in values:
            self._check_text(key, value, LONGEST_TEXT)
        return self._distinct(key, values)

    def one_id(self, key: str, folder: str, *, default: str | None = None) -> str:
        """The id of a record in ``folder``."""
        value = self.text(key, default=default)
        self._resolve(key, folder, (value,) if value else ())
        return value

    def ids(self, key: str, folder: str, *, default: Sequence[str] | None = None) -> tuple[str, ...]:
        """A list of ids of records in ``folder``, none twice."""
        values = self.texts(key, default=default)
        self._resolve(key, folder, values)
        return values

    def flag(self, key: str) -> bool:
        """True or false."""
        return self._value(key, bool) is True

    def whole(self, key: str, lowest: int, highest: int) -> int:
        """A whole number from ``lowest`` to ``highest``."""
        value = self._value(key, int)
        if not isinstance(value, int):
            return lowest
        return self._within(key, value, lowest, highest)

    def number(self, key: str, lowest: float, highest: float) -> float:
        """A number from ``lowest`` to ``highest``."""
        value = self._value(key, float)
        if not isinstance(value, int | float):
            return lowest
        return float(self._within(key, value, lowest, highest))

    def numbers(self, key: str, count: int, lowest: int, highest: int) -> tuple[int, ...]:
        """A list of exactly ``count`` whole numbers, each from ``lowest`` to ``highest``; else all ``lowest``."""
        values = self._list(key, int)
        if values is None:
            return (lowest,) * count
        if len(values) != count:
            self.note(key, f"has {len(values)} numbers; {count} are needed")
            return (lowest,) * count
        if any(self._within(key, value, lowest, highest) != value for value in values):
            return (lowest,) * count
        return tuple(values)

    def bounds(self, key: str, lowest: int, highest: int) -> Bounds:
        """A range as ``[from, to]`` with both ends inside and both from ``lowest`` to ``highest``."""
        low, high = self.numbers(key, 2, lowest, highest)
        if low > high:
            self.note(key, f"runs from {low} down to {high}; write the lower number first")
            return Bounds(high, low)
        return Bounds(low, high)

    def choice(self, key: str, choices: type[Choice]) -> Choice:
        """One of the words of ``choices``: the values of a StrEnum, else the names in lower case."""
        words: dict[str, Choice] = _words(choices)
        value = self._value(key, str)
        if isinstance(value, str) and value not in words:
            self.note(key, f"is {value!r}; allowed are {', '.join(words)}")
        return words.get(value if isinstance(value, str) else "", next(iter(words.values())))

    def choices(self, key: str, choices: type[Choice]) -> tuple[Choice, ...]:
        """A list of words of ``choices``, none twice; it may be empty."""
        words: dict[str, Choice] = _words(choices)
        values = self._list(key, str) or []
        for value in values:
            if value not in words:
                self.note(key, f"has {value!r}; allowed are {', '.join(words)}")
        return tuple(words[value] for value in self._distinct(key, values) if value in words)

    def table(self, key: str) -> "Fields":
        """The table under ``key``, an empty one if it is missing."""
        value = self._value(key, dict)
        child = Fields(
            value if isinstance(value, dict) else {},
            self._where,
            self._known,
            prefix=f"{self._prefix}{key}.",
            own=None if isinstance(value, dict) else frozenset(),
        )
        (self._children if key in self._table else self._inherited_children).append(child)
        return child

    def tables(self, key: str) -> list["Fields"]:
        """The tables of the list under ``key``, which must not be empty; keys are numbered from 1 in problems."""
        values = self._list(key, dict) or []
        if self._table.get(key) == []:
            self.note(key, "is empty; at least one entry is needed")
        children = [
            Fields(value, self._where, self._known, prefix=f"{self._prefix}{key}[{number}].")
            for number, value in enumerate(values, 1)
        ]
        self._children += children
        return children

    def _value(self, key: str, wanted: type) -> object:
        """The value of ``key`` if it is of the ``wanted`` type (a whole number serves as a number), else None."""
        if not self.has(key):
            if self._own is not None and key not in self._own:
                self._inherits_broken = True
            else:
                self.note(key, f"is missing; {_KINDS[wanted]} is needed")
            return None
        value = self._table[key] if key in self._table else self._inherited[key]
        if type(value) is wanted or (wanted is float and type(value) is int):
            return value
        self.note(key, f"is {_kind(value)}; {_KINDS[wanted]} is needed")
        return None

    def _list(self, key: str, wanted: type) -> list[Any] | None:
        """The list under ``key`` if all its entries are of the ``wanted`` type, else None."""
        values = self._value(key, list)
        if not isinstance(values, list):
            return None
        for number, value in enumerate(values, 1):
            if type(value) is not wanted:
                self.note(key, f"has {_kind(value)} as entry {number}; {_KINDS[wanted]} is needed")
        return values if all(type(value) is wanted for value in values) else None

    def _resolve(self, key: str, folder: str, ids: Sequence[str]) -> None:
        for record_id in ids:
            if record_id not in self._known.get(folder, ()):
                self.note(key, f"names {record_id!r}, but there is no file {folder}/{record_id}.toml")

    def _distinct(self, key: str, values: Sequence[str]) -> tuple[str, ...]:
        distinct = tuple(dict.fromkeys(values))
        if len(distinct) != len(values):
            twice = next(value for value in distinct if values.count(value) > 1)
            self.note(key, f"has {twice!r} twice; once is enough")
        return distinct

    def _within(self, key: str, value: int | float, lowest: float, highest: float) -> int:
        # Typed as int for its whole-number callers; a float comes back as the float it was.
        if math.isfinite(value) and lowest <= value <= highest:
            return value  # type: ignore[return-value]
        self.note(key, f"is {value}; allowed is {lowest} to {highest}")
        return lowest  # type: ignore[return-value]

    def _check_text(self, key: str, value: str, longest: int) -> None:
        if not value.strip():
            self.note(key, "is empty; a text is needed")
        elif value != value.strip() or not value.isprintable():
            self.note(key, f"has spaces at an end, a line break or an invisible character: {value!r}")
        elif len(value) > longest:
            self.note(key, f"has {len(value)} characters; allowed are {longest}")


_KINDS: Mapping[type, str] = {
    str: "a text",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    list: "a list",
    dict: "a table",
}


def _kind(value: object) -> str:
    return _KINDS.get(type(value), f"a {type(value).__name__}")


@cache
def _words(choices: type[Enum]) -> dict[str, Any]:
    if issubclass(choices, StrEnum):
        return {choice.value: choice for choice in choices}
    return {choice.name.lower(): choice for choice in choices}
