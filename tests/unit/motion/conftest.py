"""The shipped movements and models, read once."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from hamcore.motion import MotionLibrary, load_motion
from hamcore.places import data_dir


@pytest.fixture(scope="session")
def library() -> MotionLibrary:
    found, problems = load_motion(data_dir())
    assert not problems
    assert len(found.movements) == 19
    return found


def grid(name: str) -> Iterator[tuple[float, float, str, str, float]]:
    """Hip, knee, model, belly, value of every filled cell of a grid in ``data/motion``."""
    path: Path = data_dir() / "motion" / name
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    for row in csv.DictReader(lines):
        hip, knee = float(row.pop("hip_deg")), float(row.pop("knee_deg"))
        for column, cell in row.items():
            if cell:
                model, belly = column.split(":")
                yield hip, knee, model, belly, float(cell)
