"""A Chromium for the browser tests: one that is there already, else fetched, or a clear failure."""

import base64
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

from hamcore.checkout import environment

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "msedge",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
    "C:/Program Files/Microsoft/Edge/Application/msedge.exe",
)
PACKAGE = "@sparticuz/chromium@153.0.0"
PACKAGE_SHA512 = "jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA=="
_UNPACK = """
const fs = require("fs"), zlib = require("zlib");
for (const [from, to] of JSON.parse(process.argv[1]))
  fs.writeFileSync(to, zlib.brotliDecompressSync(fs.readFileSync(from)));
"""


def find() -> Path | None:
    """A browser on PATH or in its usual place."""
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    return next((Path(place) for place in PLACES if Path(place).is_file()), None)


def find_or_fetch(root: Path) -> Path:
    """A browser for the tests, fetched into ``.browser`` or from the system's packages when none is there.

    Raises SetUpError when every way fails; each way that was tried is printed.
    """
    if found := find() or _fetched(root):
        return found
    ways: tuple[tuple[str, Callable[[Path], None]], ...] = (
        ("Playwright's own download", _from_playwright),
        ("the system's packages (as root)", _from_apt),
        (f"the npm package {PACKAGE}", _from_npm),
    )
    for name, fetch in ways:
        print(f"No browser yet; trying {name}", flush=True)
        try:
            fetch(root)
        except (OSError, ValueError, subprocess.SubprocessError, tarfile.TarError) as error:
            print(f"  no: {str(error).splitlines()[0]}", flush=True)
        if found := find() or _fetched(root):
            return found
    raise environment.SetUpError(
        "no browser for the browser tests. Install Chromium, Chrome or Edge, "
        "or leave those tests out: python3 -m hamcore test --no-browser"
    )


def _fetched(root: Path) -> Path | None:
    names = ("chromium", "chrome-headless-shell", "headless_shell", "chrome-headless-shell.exe", "headless_shell.exe")
    for path in sorted((root / ".browser").rglob("*")):
        if path.name in names and path.is_file() and os.access(path, os.X_OK):
            return path
    return None


def _from_playwright(root: Path) -> None:
    environ = {**os.environ, "PLAYWRIGHT_BROWSERS_PATH": str(root / ".browser")}
    command = [str(environment.python(root)), "-m", "playwright", "install", "--only-shell", "chromium"]
    _run(command, environ, timeout_s=600)


def _from_apt(_root: Path) -> None:
    if not shutil.which("apt-get") or os.name == "nt" or os.geteuid() != 0:
        raise OSError("not root on a Debian system")
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _run(["apt-get", "update", "-qq"], environ, timeout_s=300)
    _run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], environ, timeout_s=900)


def _from_npm(root: Path) -> None:
    """Unpack the pinned package; it brings its own libraries and fonts, so a small script starts it with them."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        raise OSError("made for Linux on x86-64 only")
    npm = shutil.which("npm")
    if npm is None:
        raise OSError("npm is not installed")
    target = root / ".browser"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    try:
        _run([npm, "pack", PACKAGE, "--silent", "--pack-destination", str(target)], dict(os.environ), timeout_s=600)
        archive = next(target.glob("*.tgz"))
        digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
        if digest != PACKAGE_SHA512:
            raise ValueError("the package does not have the expected content")
        _unpack(archive, target)
    except BaseException:
        shutil.rmtree(target, ignore_errors=True)
        raise


def _unpack(archive: Path, target: Path) -> None:
    _extract(archive, target)
    parts = target / "package" / "bin"
    jobs = [(part, part.with_suffix("")) for part in sorted(parts.glob("*.br"))]
    node = next((environment.folder(target.parent)).rglob("playwright/driver/node"))
    listed = "[" + ",".join(f'["{one.as_posix()}","{other.as_posix()}"]' for one, other in jobs) + "]"
    _run([str(node), "-e", _UNPACK, listed], dict(os.environ), timeout_s=300)
    for packed, plain in jobs:
        packed.unlink()
        if plain.suffix == ".tar":
            _extract(plain, parts)
    (parts / "chromium").rename(parts / "program")
    (parts / "program").chmod(0o755)
    start = target / "chromium"
    start.write_text(
        "#!/bin/sh\n"
        f'export LD_LIBRARY_PATH="{parts}/lib:{parts}" FONTCONFIG_PATH="{parts}/fonts"\n'
        f'exec "{parts}/program" "$@"\n'
    )
    start.chmod(0o755)


def _extract(archive: Path, target: Path) -> None:
    """Unpack ``archive`` and remove it. Its content is known by hash; early 3.11 releases have no filter yet."""
    with tarfile.open(archive) as packed:
        if hasattr(tarfile, "data_filter"):
            packed.extractall(target, filter="data")
        else:
            packed.extractall(target)  # noqa: S202
    archive.unlink()


def _run(command: list[str], environ: dict[str, str], *, timeout_s: int) -> None:
    done = subprocess.run(command, env=environ, capture_output=True, text=True, timeout=timeout_s, check=False)
    if done.returncode:
        raise OSError((done.stderr or done.stdout).strip() or f"{command[0]} ended with {done.returncode}")
