"""Kill a writing process at a random moment and look at what it left.

The writer is a fork of the test, which is much quicker than a new interpreter. It tells over a pipe what it was told
was stored; the test kills it without warning and opens the database anew.
"""

import os
import random
import select
import signal
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

LONGEST_WAIT_S = 60.0

Tell = Callable[[str], None]
Writer = Callable[[Path, Tell], None]


class Killed(NamedTuple):
    """A round: what the writer said was stored before it was killed, and whether it was still at work then."""

    told: list[str]
    was_working: bool


def kill_while_writing(writer: Writer, path: Path, after_s: float) -> Killed:
    """Run ``writer`` in a process of its own and kill it ``after_s`` seconds after it first told anything."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        # Newer Pythons warn of a fork while other tests' threads live; the child uses none of what they hold.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        _be_the_writer(writer, path, reading, writing)
    os.close(writing)
    try:
        told = _heard(reading, LONGEST_WAIT_S, enough=1)
        told += _heard(reading, after_s)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        told += _heard(reading, 0)
    finally:
        os.close(reading)
    return Killed(told.decode().split("\n")[:-1], os.WIFSIGNALED(status))


def _be_the_writer(writer: Writer, path: Path, reading: int, writing: int) -> None:
    code = 1
    try:
        os.close(reading)
        writer(path, lambda text: (os.write(writing, f"{text}\n".encode()), None)[1])
        code = 0
    finally:
        os._exit(code)


def _heard(reading: int, for_s: float, enough: int = sys.maxsize) -> bytes:
    """What the writer tells in the next ``for_s`` seconds, or until that is ``enough`` bytes or the writer is done."""
    told = b""
    end = time.monotonic() + for_s
    while len(told) < enough:
        ready, _, _ = select.select([reading], [], [], max(0.0, end - time.monotonic()))
        part = os.read(reading, 65536) if ready else b""
        if not part:
            break
        told += part
    return told


def moments(rounds: int, longest_s: float, seed: int) -> Iterator[float]:
    """That many random delays up to ``longest_s``."""
    chance = random.Random(seed)
    return (chance.uniform(0, longest_s) for _ in range(rounds))
