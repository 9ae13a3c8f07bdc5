import ast
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from hamcore.checkout import ROOT, browser, environment
from hamcore.command import main
from hamcore.command.run import FIRST_PORT, choose_port

OLD_GRAMMAR = (3, 4)


def checkout(folder: Path, lock: str = "") -> Path:
    """A folder that looks like a checkout, with ``lock`` as both of its locks."""
    Path(folder, "requirements").mkdir()
    for name in ("run", "test"):
        Path(folder, "requirements", f"{name}.txt").write_text(lock)
    return folder


@pytest.mark.parametrize("file", ["__init__.py", "__main__.py"])
def test_an_old_python_can_read_the_launcher(file: str) -> None:
    ast.parse(Path(ROOT, "hamcore", file).read_text(encoding="utf-8"), feature_version=OLD_GRAMMAR)


def test_an_old_python_is_told_which_one_is_needed() -> None:
    code = "import runpy, sys; sys.version_info = (3, 9, 2); runpy.run_module('hamcore', run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "HamCore needs Python 3.11 or newer; this is Python 3.9. Try: python3.11 -m hamcore"
    ]


def test_the_launcher_needs_nothing_but_the_standard_library() -> None:
    code = (
        "import sys; from hamcore.checkout import environment, verify, browser; "
        "print({name.split('.')[0] for name in sys.modules} - set(sys.stdlib_module_names) - {'hamcore', '__main__'})"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {code}"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "set()"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with nothing to install, set up to run."""
    root = checkout(tmp_path_factory.mktemp("checkout"))
    assert not environment.is_ready(root, "run")
    environment.prepare(root, "run")
    return root


def test_set_up_is_done_once_and_again_only_for_a_changed_lock(prepared: Path) -> None:
    assert environment.is_ready(prepared, "run")
    assert not environment.is_ready(prepared, "test")
    made = environment.python(prepared).lstat().st_mtime_ns

    environment.prepare(prepared, "test")
    assert environment.is_ready(prepared, "run")
    assert environment.is_ready(prepared, "test")
    assert environment.python(prepared).lstat().st_mtime_ns == made, "the environment was made anew"

    Path(prepared, "requirements", "test.txt").write_text("\n")
    assert environment.is_ready(prepared, "run")
    assert not environment.is_ready(prepared, "test")


def test_the_environment_gets_a_hamcore_command_of_its_own(prepared: Path, tmp_path: Path) -> None:
    Path(prepared, "hamcore", "command").mkdir(parents=True)
    Path(prepared, "hamcore", "command", "__init__.py").write_text("def main():\n    print('here')\n    return 3\n")
    script = environment.script(prepared)
    command = [str(environment.python(prepared)), str(script)] if os.name == "nt" else [str(script)]

    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (done.stdout.strip(), done.returncode) == ("here", 3)


def test_a_set_up_that_was_killed_is_begun_again_and_a_failed_one_leaves_nothing_behind(prepared: Path) -> None:
    half_made = Path(environment.folder(prepared), "half-made")
    half_made.touch()
    Path(environment.folder(prepared), "hamcore-unfinished").touch()
    Path(prepared, "requirements", "run.txt").write_text("not-pinned-by-a-hash==1.0\n")

    with pytest.raises(environment.SetUpError, match=r"(?s)installing failed.*hash"):
        environment.prepare(prepared, "run")

    assert not half_made.exists()
    assert not environment.folder(prepared).exists()
    assert not environment.is_ready(prepared, "run")


def test_a_python_without_ensurepip_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)

    with pytest.raises(environment.SetUpError, match=r"ensurepip.*\n.*apt install python3\.\d+-venv"):
        environment.prepare(checkout(tmp_path), "run")

    assert not environment.folder(tmp_path).exists()


def test_the_browser_on_the_path_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "google-chrome.exe" if os.name == "nt" else "google-chrome"
    program = Path(tmp_path, name)
    program.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert browser.find() == program


def test_a_taken_port_is_refused_and_without_a_wish_the_next_free_one_is_taken(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]

        assert main(["run", "--port", str(taken)]) == 1
        assert f"port {taken} is in use" in capsys.readouterr().err
    free = choose_port(None)
    assert free is not None
    assert free >= FIRST_PORT


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["--help"], 0), (["nonsense"], 2), (["run", "--port", "none"], 2), (["run", "--port", "70000"], 2)],
    ids=["help", "no such verb", "no number", "no port"],
)
def test_the_exit_code_tells_wrong_usage(arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        given = main(arguments)
    except SystemExit as stopped:
        given = int(stopped.code or 0)

    assert given == code
    printed = capsys.readouterr()
    assert "usage: hamcore" in (printed.err if code else printed.out)
