"""Runs Python with the arguments given and prints what that cost: ``python measure.py CPU-RUN-ARGUMENTS``.

A process of its own, small and doing nothing else: a child's peak memory is never below its parent's at the fork.
"""

import json
import os
import subprocess
import sys


def main(arguments: list[str]) -> int:
    """Print processor time in seconds and peak memory in MiB of a run; the exit code of the run."""
    process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    sys.stdout.write(json.dumps([usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024]))
    return process.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
