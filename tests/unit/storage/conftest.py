"""A store in a temporary folder, with a clock the test sets."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from hamcore.storage import Store, open_store


@dataclass
class Clock:
    """A clock that stands still until the test moves it."""

    now: datetime = datetime(2026, 11, 24, 18, 30)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def open_again(tmp_path: Path, clock: Clock) -> Iterator[Callable[[], Store]]:
    """Opens the same database once more, as another start of the program would."""
    opened: list[Store] = []

    def open_it() -> Store:
        path = tmp_path / "home" / "hamcore.db"
        opened.append(open_store(f"sqlite:///{path}", backup_dir=tmp_path / "backups", clock=clock, busy_timeout_s=0.2))
        return opened[-1]

    yield open_it
    for store in opened:
        store.close()


@pytest.fixture
def store(open_again: Callable[[], Store]) -> Store:
    return open_again()
