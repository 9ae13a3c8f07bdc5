"""Few texts in a column of a log are distinct, so what one means is worked out once and remembered."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

MOST = 50_000
"""Distinct texts remembered; a file with more is no log, and its memory is not worth keeping."""

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Remembered(dict[K, V], Generic[K, V]):
    """What ``read`` makes of each key, worked out once; everything is forgotten when there are too many.

    >>> lengths = Remembered(len)
    >>> lengths["Nordic curl"], dict(lengths)
    (11, {'Nordic curl': 11})
    """

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[K], V]) -> None:
        self._read = read

    def __missing__(self, key: K) -> V:
        """The value of a key that is not remembered (yet)."""
        if len(self) >= MOST:
            self.clear()
        value = self[key] = self._read(key)
        return value
