"""What ``python3 -m hamcore`` does in a checkout. Standard library only: it runs before anything is installed."""

import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_DEVELOPER_VERBS = ("test", "check")
HELP = """\
usage: python3 -m hamcore [VERB] [options]

  (none), run    set up if needed, start the app, open the browser
                 (--port N, --no-browser)
  test           set up, find or fetch a browser, run all tests
                 (--no-browser leaves the browser tests out; the rest goes to pytest)
  check          format, lint, types, import contracts, definitions
  import, export, backup, doctor
                 work on your log without a screen (VERB --help tells more)
"""


def main(argv: Sequence[str]) -> int:
    """Run the verb in ``argv`` after its set-up; the exit code."""
    from hamcore.checkout import environment

    verb = argv[0] if argv and not argv[0].startswith("-") else ""
    installed = not (ROOT / "requirements" / "run.txt").is_file()
    if installed or (verb not in _DEVELOPER_VERBS and environment.is_somebody_elses("streamlit")):
        from hamcore.command import main as command

        return command(argv)
    if argv and argv[0] in ("-h", "--help", "help"):
        print(HELP, end="")
        return 0
    try:
        if verb in _DEVELOPER_VERBS:
            from hamcore.checkout import verify

            return verify.run_tests(ROOT, argv[1:]) if verb == "test" else verify.run_checks(ROOT)
        environment.prepare(ROOT, "run")
        return environment.hand_over(ROOT, argv)
    except environment.SetUpError as error:
        print(f"hamcore: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nhamcore: stopped", file=sys.stderr)
        return 130
