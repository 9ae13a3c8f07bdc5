"""``test`` and ``check``: every test with a real browser, and every static check."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from hamcore.checkout import browser, environment

BROWSER_VARIABLE = "HAMCORE_TEST_BROWSER"
_SOURCES = ("hamcore", "pages", "tests", "streamlit_app.py")
_DEFINITIONS = """
import sys
from hamcore.catalog import load_catalog
from hamcore.places import data_dir
problems = load_catalog(data_dir())[1]
print(*problems, sep="\\n")
sys.exit(1 if problems else 0)
"""
CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("format", ("-m", "ruff", "format", "--check", "--quiet", ".")),
    ("lint", ("-m", "ruff", "check", "--quiet", ".")),
    ("types", ("-m", "mypy", "--no-error-summary", *_SOURCES)),
    ("import contracts", ("-c", "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())")),
    ("definitions", ("-c", _DEFINITIONS)),
)


def run_tests(root: Path, arguments: Sequence[str]) -> int:
    """Run pytest with ``arguments``; without a browser only when ``--no-browser`` is among them."""
    python = _python(root)
    environ = dict(os.environ)
    if "--no-browser" not in arguments:
        found = browser.find_or_fetch(root)
        print(f"Browser for the tests: {found}", flush=True)
        environ[BROWSER_VARIABLE] = str(found)
    command = [python, "-m", "pytest", *arguments]
    return subprocess.call(command, cwd=root, env=environ)


def run_checks(root: Path) -> int:
    """Run every check and say which failed; 1 when any did."""
    python = _python(root)
    failed = []
    for name, arguments in CHECKS:
        print(f"{name} ... ", end="", flush=True)
        done = subprocess.run(
            [python, *arguments],
            cwd=root,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        print("ok" if done.returncode == 0 else f"FAILED\n{done.stdout}", flush=True)
        if done.returncode:
            failed.append(name)
    if failed:
        print(f"Failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _python(root: Path) -> str:
    """The Python with the test packages, set up first where that is our task."""
    if environment.is_somebody_elses("pytest"):
        return sys.executable
    environment.prepare(root, "test")
    return str(environment.python(root))
