"""Benchmarks. Both sides of a comparison run in turn on one machine, and only the ratio is meant to travel."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]


class Cost(NamedTuple):
    """What a run cost: processor time of the process in seconds, peak memory in MiB."""

    cpu_s: float
    peak_mib: float


def process_cost(arguments: Sequence[str], environ: Mapping[str, str], bytecode: Path) -> Cost:
    """Run Python with these arguments to its end; its cost. Raises CalledProcessError if it fails.

    Compiled modules are kept in ``bytecode``, as an installed program keeps them: leave the first run out.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    found = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("measure.py")), *arguments],
        cwd=ROOT,
        env={**kept, "PYTHONPYCACHEPREFIX": str(bytecode), **environ},
        stdout=subprocess.PIPE,
        check=True,
    )
    return Cost(*json.loads(found.stdout))


def cpu_s(work: Callable[[], object]) -> float:
    """The processor time ``work`` takes in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def spread(values: Sequence[float]) -> str:
    """Median, and the smallest and largest in brackets."""
    return f"{statistics.median(values):.3f} ({min(values):.3f} to {max(values):.3f})"
