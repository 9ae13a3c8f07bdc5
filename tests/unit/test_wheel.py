import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from hamcore.checkout import ROOT

APP = ("streamlit_app.py", ".streamlit/config.toml", "pages", "data")


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The files in a wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        return set(wheel.namelist())


def files(*places: str) -> set[str]:
    """Every file under ``places``, relative to the checkout."""
    found: set[Path] = set()
    for place in places:
        path = Path(ROOT, place)
        found |= {path} if path.is_file() else set(path.rglob("*"))
    kept = {path for path in found if path.is_file() and "__pycache__" not in path.parts}
    return {path.relative_to(ROOT).as_posix() for path in kept}


def test_the_wheel_holds_the_core_and_the_app(names: set[str]) -> None:
    assert len(files("hamcore")) > 50
    assert len(files(*APP)) > 100
    assert files("hamcore") - names == set()
    assert {f"hamcore/_app/{file}" for file in files(*APP)} - names == set()


def test_the_wheel_holds_nothing_else(names: set[str]) -> None:
    expected = files("hamcore") | {f"hamcore/_app/{file}" for file in files(*APP)}

    assert {name for name in names - expected if ".dist-info/" not in name} == set()
