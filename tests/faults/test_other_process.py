"""What another process does to the database must not cost this one anything it has stored."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hamcore.model.log import Workout
from hamcore.places import HOME_VARIABLE, app_dir, database_url
from hamcore.storage import LOCAL_ATHLETE, Store, open_store

EXPORT = [sys.executable, "-m", "hamcore.command", "export"]


def opened(home: Path) -> Store:
    url = database_url({HOME_VARIABLE: str(home)})
    return open_store(url, backup_dir=home / "backups", clock=lambda: datetime.now(UTC))


def a_workout(number: int) -> Workout:
    return Workout(f"w{number}", date(2026, 11, number), "", f"Workout {number}", "", None, "manual")


def seen_by_another(home: Path) -> str:
    """What another process reads and then leaves behind, as ``hamcore export`` does."""
    out = home / f"seen_{len(list(home.iterdir()))}.csv"
    subprocess.run(
        [*EXPORT, str(out)],
        check=True,
        cwd=app_dir(),
        env={**os.environ, HOME_VARIABLE: str(home)},
        capture_output=True,
    )
    return out.read_text(encoding="utf-8")


@pytest.mark.parametrize("begins", ["new file", "old file", "two stores"])
def test_what_is_stored_after_another_process_came_and_went_is_there_for_all(tmp_path: Path, begins: str) -> None:
    home = tmp_path / "home"
    if begins == "old file":
        first = opened(home)
        first.add_workout(LOCAL_ATHLETE, a_workout(9))
        first.close()
    store = opened(home)
    store.add_workout(LOCAL_ATHLETE, a_workout(1))
    if begins == "two stores":
        opened(home).revision(LOCAL_ATHLETE)
    assert store.load_log(LOCAL_ATHLETE).workouts
    assert "Workout 1" in seen_by_another(home)

    store.add_workout(LOCAL_ATHLETE, a_workout(2))

    assert "Workout 2" in seen_by_another(home)
    assert {"w1", "w2"} <= set(opened(home).load_log(LOCAL_ATHLETE).workouts)
