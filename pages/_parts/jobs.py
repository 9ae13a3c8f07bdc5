"""Long work beside the page: a thread does it, the page shows how far it is and stays usable meanwhile.

Inside a rerun the next click would break the work off; here a click only changes what is shown.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Thread
from typing import Any, Generic, TypeVar

import streamlit as st

T = TypeVar("T")
Progress = Callable[[float], None]

SHORT_S = 0.3
"""Work that ends within this time shows no progress bar at all."""

_LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class Job(Generic[T]):
    """Work under way: ``fraction`` from 0 to 1, then a ``result`` or an ``error``."""

    title: str
    fraction: float = 0.0
    result: T | None = None
    error: Exception | None = None
    _thread: Thread = field(default_factory=Thread)

    @property
    def is_done(self) -> bool:
        """Whether there is a result or an error."""
        return not self._thread.is_alive()

    def run(self, work: Callable[[Progress], T]) -> None:
        """Start ``work`` and give it a moment; it gets a function to report its fraction to."""
        self._thread = Thread(target=self._work, args=(work,), daemon=True)
        self._thread.start()
        self._thread.join(SHORT_S)

    def _work(self, work: Callable[[Progress], T]) -> None:
        try:
            self.result = work(self._report)
        except Exception as error:  # a thread has nobody above it; the page says what happened
            _LOG.exception("%s failed", self.title)
            self.error = error

    def _report(self, fraction: float) -> None:
        self.fraction = min(1.0, max(0.0, fraction))


def begin(title: str, work: Callable[[Progress], T]) -> Job[T]:
    """Start ``work`` under a title."""
    job: Job[T] = Job(title)
    job.run(work)
    return job


@st.fragment(run_every=0.25)
def watch(job: Job[Any]) -> None:
    """Show how far ``job`` is; runs the whole page again when it is done."""
    st.progress(job.fraction, text=f"{job.title} {job.fraction:.0%}" if job.fraction else f"{job.title} …")
    if job.is_done:
        st.rerun()
