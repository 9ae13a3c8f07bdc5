"""The private environment in ``.venv``: made once from the hash-pinned lock, then left alone.

A stamp says which lock and which Python it was made for; while both are unchanged the set-up does nothing.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

_PIP_OPTIONS = ("--no-compile", "--only-binary", ":all:", "--no-deps", "--require-hashes", "--no-input")
# The test lock holds every pin of the run lock (a test keeps it so), so its stamp serves for both.
_SERVED_BY = {"run": ("run", "test"), "test": ("test",)}


class SetUpError(Exception):
    """A set-up that cannot go on; the message says what to do."""


def folder(root: Path) -> Path:
    """The environment's folder."""
    return root / ".venv"


def python(root: Path) -> Path:
    """The environment's Python."""
    return folder(root) / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _stamp(root: Path, lock: str) -> Path:
    return folder(root) / f"hamcore-{lock}.stamp"


def _expected(root: Path, lock: str) -> str:
    """What the stamp of ``lock`` holds when the environment fits: the lock, this Python and this place."""
    digest = hashlib.sha256((root / "requirements" / f"{lock}.txt").read_bytes())
    digest.update(f"{sys.implementation.name} {sys.version_info[:2]} {folder(root)}".encode())
    return digest.hexdigest()


def is_ready(root: Path, lock: str) -> bool:
    """Whether the environment already holds every pin of ``lock``."""
    for name in _SERVED_BY[lock]:
        stamp = _stamp(root, name)
        if stamp.is_file() and stamp.read_text() == _expected(root, name):
            return python(root).exists()
    return False


def is_somebody_elses(module: str) -> bool:
    """Whether this Python runs in an environment made by another tool that already holds ``module``."""
    own = any(Path(sys.prefix).glob("hamcore-*"))
    return sys.prefix != sys.base_prefix and not own and importlib.util.find_spec(module) is not None


def prepare(root: Path, lock: str) -> None:
    """Make ``.venv`` hold every pin of ``requirements/<lock>.txt``; do nothing when it does already.

    Raises SetUpError when that is impossible. A new environment that could not be finished is removed again.
    """
    if is_ready(root, lock):
        return
    for name in _SERVED_BY:
        _stamp(root, name).unlink(missing_ok=True)
    unfinished = folder(root) / "hamcore-unfinished"
    usable = _is_usable(root) and not unfinished.exists()
    try:
        if not usable:
            _create(root)
        unfinished.touch()
        _install(root, lock)
        _write_script(root)
    except BaseException:
        if not usable:
            shutil.rmtree(folder(root), ignore_errors=True)
        raise
    unfinished.unlink()
    for name in _SERVED_BY if lock == "test" else (lock,):
        _stamp(root, name).write_text(_expected(root, name))


def _is_usable(root: Path) -> bool:
    """Whether ``.venv`` exists, made for this place and this version of Python."""
    if not python(root).exists():
        return False
    question = "import sys; print(sys.implementation.name, sys.version_info[:2], sys.prefix)"
    answer = subprocess.run([python(root), "-c", question], capture_output=True, text=True, check=False)
    return answer.stdout.strip() == f"{sys.implementation.name} {sys.version_info[:2]} {folder(root)}"


def _create(root: Path) -> None:
    if sys.prefix == str(folder(root)):
        raise SetUpError("this environment does not fit the checkout any more; start with python3 -m hamcore")
    _pip()  # first, so that nothing is made where nothing could be installed
    print(f"Setting up a private environment in {folder(root).name} (once)", flush=True)
    shutil.rmtree(folder(root), ignore_errors=True)
    command = [sys.executable, "-m", "venv", "--without-pip", str(folder(root))]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode:
        raise SetUpError(f"making {folder(root)} failed:\n{made.stdout}{made.stderr}")


def _pip() -> Path:
    """The pip every Python carries as a wheel for ``ensurepip``; it runs from the wheel, so none is installed."""
    ensurepip = importlib.util.find_spec("ensurepip")
    if ensurepip is not None and ensurepip.origin:
        for place in (Path(ensurepip.origin).parent / "_bundled", sysconfig.get_config_var("WHEEL_PKG_DIR")):
            for wheel in sorted(Path(place).glob("pip-*.whl")) if place else ():
                return wheel / "pip"
    version = "{}.{}".format(*sys.version_info)
    raise SetUpError(
        f"this Python {version} comes without ensurepip, which holds pip.\n"
        f"Install it (Debian, Ubuntu: sudo apt install python{version}-venv) and run the command again."
    )


def _install(root: Path, lock: str) -> None:
    lock_file = root / "requirements" / f"{lock}.txt"
    total = sum("==" in line for line in lock_file.read_text().splitlines())
    print(f"Installing the pinned packages of requirements/{lock}.txt", flush=True)
    command = [python(root), _pip(), "install", *_PIP_OPTIONS, "-r", lock_file]
    environ = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYTHONUTF8": "1"}
    lines: list[str] = []
    with subprocess.Popen(
        [str(part) for part in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=environ,
    ) as pip:
        assert pip.stdout is not None
        for line in pip.stdout:
            lines.append(line)
            _show_progress(lines, total)
    if pip.returncode:
        raise SetUpError("installing failed; nothing half-made was kept. pip said:\n" + "".join(lines[-12:]))


def _show_progress(lines: Sequence[str], total: int) -> None:
    """One line that counts up on a terminal; silence elsewhere."""
    if not sys.stdout.isatty():
        return
    if lines[-1].startswith("Collecting "):
        done = sum(line.startswith("Collecting ") for line in lines)
        print(f"\r  {done} of at most {total} packages fetched ", end="", flush=True)
    elif lines[-1].startswith("Installing "):
        print("\r  unpacking                                ", flush=True)


def script(root: Path) -> Path:
    """The environment's own ``hamcore`` script."""
    return python(root).with_name("hamcore-script.py" if os.name == "nt" else "hamcore")


def _write_script(root: Path) -> None:
    """Write ``.venv/bin/hamcore``: the project itself is not installed, so that no build tool is needed."""
    script(root).write_text(
        f"#!{python(root)}\n"
        "import sys\n\n"
        f"sys.path.insert(0, {str(root)!r})\n"
        "from hamcore.command import main\n\n"
        "sys.exit(main())\n",
        encoding="utf-8",
    )
    if os.name == "nt":
        script(root).with_name("hamcore.cmd").write_text(f'@"{python(root)}" "%~dp0hamcore-script.py" %*\n')
    else:
        script(root).chmod(0o755)


def hand_over(root: Path, argv: Sequence[str]) -> int:
    """Go on as the environment's ``hamcore`` command; on POSIX this process becomes it."""
    command = [str(python(root)), str(script(root)), *argv]
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    return subprocess.call(command)
