import re
import tomllib
from pathlib import Path

import pytest

from hamcore.checkout import ROOT

PIN = re.compile(r"^(?P<name>[a-z0-9.-]+)(\[[a-z,]+\])?==(?P<version>[^ ;\\]+)(?P<rest>.*)$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")
LOCKS = ("run", "test")


def lock_text(lock: str) -> str:
    return Path(ROOT, "requirements", f"{lock}.txt").read_text(encoding="utf-8")


def pins(lock: str) -> set[tuple[str, str, str]]:
    matches = map(PIN.match, lock_text(lock).splitlines())
    return {(found["name"], found["version"], found["rest"].strip(" \\")) for found in matches if found}


def declared() -> tuple[set[str], set[str]]:
    project = tomllib.loads(Path(ROOT, "pyproject.toml").read_text(encoding="utf-8"))

    def names(requirements: list[str]) -> set[str]:
        return {re.split(r"[\[<>=!~ ;]", requirement)[0].lower().replace("_", "-") for requirement in requirements}

    return names(project["project"]["dependencies"]), names(project["dependency-groups"]["test"])


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_names_no_address(lock: str) -> None:
    text = lock_text(lock).lower()

    assert "http" not in text
    assert "index-url" not in text
    assert "file:" not in text


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_is_a_pin_or_its_hash_and_every_pin_has_one(lock: str) -> None:
    lines = lock_text(lock).splitlines()

    assert len(pins(lock)) > 20
    assert [line for line in lines if not PIN.match(line) and not HASH.match(line)] == []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        assert not PIN.match(line) or HASH.match(following), line


def test_every_run_pin_is_a_test_pin() -> None:
    assert pins("run") <= pins("test")


def test_everything_the_project_declares_is_pinned() -> None:
    run, test = declared()

    assert run
    assert test
    assert run <= {name for name, _, _ in pins("run")}
    assert run | test <= {name for name, _, _ in pins("test")}
