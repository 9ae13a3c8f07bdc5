"""The ``hamcore`` command. Each verb's module is imported only when that verb is used: start-up time counts.

Exit codes: 0 done, 1 failed with nothing written, 2 wrong usage, 3 needs an answer; 141, as other programs have it, if
whoever read the output stopped reading (``hamcore next | head``).
"""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

DONE, FAILED, WRONG_USAGE, NEEDS_ANSWER = 0, 1, 2, 3
UNREAD = 141
VERBS = {
    "run": ("hamcore.command.run", "start the app (the default)"),
    "next": ("hamcore.command.next_up", "print what to lift next and why"),
    "routine": ("hamcore.command.routine", "check a weekly routine, or take it out of the app"),
    "import": ("hamcore.command.log", "bring in a log of another app"),
    "export": ("hamcore.command.log", "write your log as CSV"),
    "backup": ("hamcore.command.log", "copy the database"),
    "doctor": ("hamcore.command.log", "check the definitions and the database"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the verb in ``argv`` (default: the process's arguments); the exit code."""
    try:
        try:
            return _run(list(sys.argv[1:] if argv is None else argv))
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except BrokenPipeError:
        # What is left in the buffer goes nowhere, or Python would complain about it when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNREAD


def _run(arguments: list[str]) -> int:
    """Run the verb that the arguments begin with; without one, the app."""
    if arguments and arguments[0] in ("-h", "--help", "help"):
        print(_help(), end="")
        return DONE
    verb = arguments.pop(0) if arguments and not arguments[0].startswith("-") else "run"
    if verb not in VERBS:
        print(f"hamcore: there is no verb {verb!r}\n\n{_help()}", end="", file=sys.stderr)
        return WRONG_USAGE
    module = importlib.import_module(VERBS[verb][0])
    parser = argparse.ArgumentParser(
        prog=f"hamcore {verb}", description=f"{VERBS[verb][1][0].upper()}{VERBS[verb][1][1:]}."
    )
    module.add_arguments(verb, parser)
    code: int = module.run(verb, parser.parse_args(arguments))
    return code


def counted(count: int, one: str) -> str:
    """A number with its noun.

    >>> counted(1, "set"), counted(1200, "set")
    ('1 set', '1,200 sets')
    """
    return f"{count:,} {one}" if count == 1 else f"{count:,} {one}s"


def _help() -> str:
    verbs = "".join(f"  {verb:8} {summary}\n" for verb, (_, summary) in VERBS.items())
    return f"usage: hamcore [VERB] [options]\n\n{verbs}\nhamcore VERB --help shows the options of a verb.\n"
