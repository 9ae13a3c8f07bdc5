import os
import subprocess
import sys

import pytest

from hamcore.checkout import ROOT


def run_without_browser(environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run the first browser tests in a pytest of their own, told to leave them out."""
    command = [sys.executable, "-m", "pytest", "--no-browser", "-q", "-p", "no:cacheprovider"]
    kept = {name: value for name, value in os.environ.items() if name != "CI"}
    return subprocess.run(
        [*command, "tests/browser/test_navigation.py"],
        cwd=ROOT,
        env={**kept, **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def test_browser_tests_that_are_left_out_are_counted_in_the_last_line() -> None:
    done = run_without_browser({})

    assert done.returncode == 0
    assert done.stdout.splitlines()[-1].startswith("NOT RUN: ")
    assert done.stdout.splitlines()[-1].endswith(" browser tests (left out by --no-browser)")
    assert " passed" not in done.stdout


def test_in_ci_leaving_them_out_is_an_error_before_any_test() -> None:
    done = run_without_browser({"CI": "true"})

    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "CI is set, so no test may be left out" in done.stdout + done.stderr
    assert "passed" not in done.stdout
