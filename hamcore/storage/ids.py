"""Ids made by the program before the first attempt to write, so that a repeated write is recognised as one."""

from collections.abc import Callable
from datetime import datetime

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_PAIRS = [first + second for first in _DIGITS for second in _DIGITS]
_TIME_CHARACTERS = 10
_CHANCE_CHARACTERS = 16
_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - only differences of wall-clock times are taken


def new_id(now: datetime, random: Callable[[int], bytes]) -> str:
    """A new id of 26 characters that sorts by time: 10 for the millisecond, 16 of chance.

    ``random`` gives that many random bytes (``secrets.token_bytes``). A zone in ``now`` is ignored.

    >>> new_id(datetime(2026, 11, 24, 18, 30), lambda count: bytes(count))
    '01M87D4T200000000000000000'
    """
    return time_part(now) + encode(int.from_bytes(random(10), "big"), _CHANCE_CHARACTERS)


def time_part(when: datetime) -> str:
    """The first 10 characters of an id made at ``when`` (wall clock; years before 1970 count as 1970)."""
    milliseconds = int((when.replace(tzinfo=None) - _EPOCH).total_seconds() * 1000)
    return encode(max(0, milliseconds), _TIME_CHARACTERS)


def encode(number: int, length: int) -> str:
    """The last ``length`` digits of ``number`` in base 32, without the letters I, L, O and U.

    >>> encode(1023, 4)
    '00ZZ'
    """
    pairs = [_PAIRS[number >> shift & 1023] for shift in range(5 * (length + length % 2) - 10, -1, -10)]
    return "".join(pairs)[-length:]
