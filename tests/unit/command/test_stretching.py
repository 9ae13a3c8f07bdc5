"""Stretching through the commands: taken out, brought in elsewhere, once."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from hamcore.command import DONE, FAILED
from hamcore.interchange.stretch_file import write_stretching
from hamcore.model.stretching import Hold, OwnStretch, StretchLog
from hamcore.storage import LOCAL_ATHLETE, open_store
from tests.unit.command.test_log import Run, home, run

__all__ = ["home", "run"]

HOLD = Hold("h1", date(2026, 3, 2), "standing_forward_bend", None, seconds=30)
DOOR = OwnStretch("Door frame", hold_s=30)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "stretching.csv"
    path.write_bytes(write_stretching(StretchLog((HOLD,), (), {DOOR.key: DOOR})))
    return path


def holds(home: Path) -> tuple[Hold, ...]:
    store = open_store(f"sqlite:///{home / 'hamcore.db'}", backup_dir=home / "backups", clock=datetime.now)
    found = store.stretching(LOCAL_ATHLETE)
    store.close()
    assert found is not None
    return found.holds


def test_stretching_is_brought_in_once_and_taken_out_as_it_came(
    run: Run, home: Path, file: Path, tmp_path: Path
) -> None:
    said = run("import", file)
    assert (said.code, said.err) == (DONE, "")
    assert "1 hold, 0 readings and 1 own stretch added." in said.out
    assert "0 holds, 0 readings and 0 own stretches added." in run("import", file).out
    target = tmp_path / "out.csv"
    assert "now holds 1 hold and 0 readings" in run("export", "--stretching", target).out
    assert target.read_bytes() == file.read_bytes()
    assert holds(home) == (HOLD,)


def test_a_dry_run_writes_nothing(run: Run, home: Path, file: Path) -> None:
    found = json.loads(run("import", file, "--dry-run", "--json").out)
    assert found["added"] == {"holds": 1, "range_tests": 0, "own_stretches": 1}
    assert not home.exists() or holds(home) == ()


def test_rows_that_cannot_be_used_are_told_and_the_rest_is_added(run: Run, file: Path) -> None:
    tomorrow = date.today() + timedelta(days=1)
    late = write_stretching(StretchLog((Hold("h2", tomorrow, "fold", None, seconds=5),))).splitlines()[1]
    file.write_bytes(file.read_bytes() + late + b"\r\n")
    said = run("import", file)
    assert said.code == DONE
    assert "1 hold," in said.out
    assert "still to come; the latest day is today" in said.err


def test_a_broken_file_of_this_kind_fails(run: Run, file: Path) -> None:
    file.write_bytes(b"hamcore_stretching,id\r\n")
    said = run("import", file)
    assert said.code == FAILED
    assert "lacks the column 'day'" in said.err
