import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from hamcore.storage import Store, open_store

collect_ignore_glob = [] if hasattr(os, "fork") and sys.platform != "win32" else ["test_*.py"]


def open_at(path: Path, busy_timeout_s: float = 10.0) -> Store:
    """The store at ``path`` on a day that does not change."""
    return open_store(
        f"sqlite:///{path}",
        backup_dir=path.parent / "backups",
        clock=lambda: datetime(2026, 11, 24, 18, 30),
        busy_timeout_s=busy_timeout_s,
    )


@pytest.fixture
def open_it() -> Callable[[Path], Store]:
    return open_at
