"""What logging one set costs: a tap on the gym floor beside a click on an empty page, both taking turns.

Run it with ``python -m tests.bench.log_set``. One server has an app of one button and one number, the others the
product with a short and a long log; one browser has a page of each and taps them in turn, a new workout every round.
The clock runs inside the page: from the click to the new number, or to the drawn set, to the tap acknowledged, and to
the script's end. Prints medians, and medians of the ratios round by round. The first tap of each exercise also changes
the page beside the floor; the rest pill, the coach and the store are all as they are in use.
"""

import argparse
import os
import statistics
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, Page, WebSocket, expect, sync_playwright

from hamcore.catalog import load_catalog
from hamcore.model.log import Workout
from hamcore.model.plan import PlanItem, WorkoutPlan
from hamcore.places import HOME_VARIABLE, app_dir, data_dir, database_url
from hamcore.storage import LOCAL_ATHLETE, open_store
from tests.bench.first_page import OWN, empty_app, fill
from tests.browser.conftest import free_port, wait_for_quiet, wait_until_healthy
from tests.conftest import browser_path

EMPTY_APP = """import streamlit as st

st.title("Empty")
st.session_state.setdefault("count", 0)


def more():
    st.session_state.count += 1


st.button("Log", on_click=more)
st.html(f"<p id='number'>{st.session_state.count}</p>")
"""
EXERCISES = ("barbell_deadlift", "romanian_deadlift", "seated_leg_curl", "kettlebell_swing")
TAPS_A_ROUND = 8
AFTER_DOUBLE_TAP_MS = 600
MS_A_TICK = 1e3 / os.sysconf("SC_CLK_TCK")
# Waiting by short timers: an observer does not see into components, and a frame lasts as long as an empty run.
UNTIL = """
const soon = () => new Promise((done) => setTimeout(done, 1));
const until = async (is) => { while (!is()) await soon(); return performance.now(); };
const quiet = () => document.querySelector('[data-testid="stApp"]').dataset.testScriptState === "notRunning";
"""
CLICK = f"""async (button) => {{ {UNTIL}
  const number = () => document.querySelector("#number").textContent;
  const before = number();
  const begun = performance.now();
  button.click();
  const shown = await until(() => number() !== before) - begun;
  return [shown, shown, await until(quiet) - begun];
}}"""
TAP = f"""async (button) => {{ {UNTIL}
  const floor = button.getRootNode();
  const done = () => floor.querySelectorAll(".row.is-done").length;
  const waiting = () => Object.keys(localStorage).some((key) => key.startsWith("hamcore-floor/"));
  const onView = () => floor.querySelector(".is-open .name").textContent;
  const [before, exercise] = [done(), onView()];
  const begun = performance.now();
  button.click();
  const shown = await until(() => done() > before || onView() !== exercise) - begun;
  const stored = await until(() => !waiting() && !floor.querySelector(".waits")) - begun;
  return [shown, stored, await until(quiet) - begun];
}}"""


@dataclass
class Taps:
    """What each tap of one page cost: milliseconds to three moments, bytes both ways, the server's CPU time."""

    shown: list[float] = field(default_factory=list)
    stored: list[float] = field(default_factory=list)
    quiet: list[float] = field(default_factory=list)
    received: list[float] = field(default_factory=list)
    sent: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


class Subject:
    """A server and a page of it in the browser; `tap` taps once and notes what that cost."""

    def __init__(self, name: str, browser: Browser, command: Sequence[str], home: Path) -> None:
        self.name, self.home = name, home
        self.rounds: list[Taps] = []
        self._port = free_port()
        environ = {**os.environ, HOME_VARIABLE: str(home)}
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(
            [*command, str(self._port)], cwd=app_dir(), env=environ, stdout=quiet, stderr=quiet
        )
        wait_until_healthy(self._port, self._process)
        self.page: Page = browser.new_context(reduced_motion="reduce").new_page()
        self._bytes = {"in": 0, "out": 0}
        self.page.on("websocket", self._watch)

    def _watch(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: self._count("in", frame))
        socket.on("framesent", lambda frame: self._count("out", frame))

    def _count(self, way: str, frame: str | bytes) -> None:
        self._bytes[way] += len(frame.encode() if isinstance(frame, str) else frame)

    def open(self, path: str, selector: str) -> None:
        """Begin a round with the page at ``path``, once ``selector`` is drawn."""
        self.page.goto(f"http://127.0.0.1:{self._port}{path}")
        expect(self.page.locator(selector).first).to_be_visible(timeout=60_000)
        wait_for_quiet(self.page)
        self.rounds.append(Taps())

    def tap(self, selector: str, script: str, *, counts: bool) -> None:
        """Click ``selector``; a tap that does not count warms up."""
        self.page.wait_for_timeout(AFTER_DOUBLE_TAP_MS)
        cpu, self._bytes = self._cpu_ms(), {"in": 0, "out": 0}
        shown, stored, quiet = self.page.locator(selector).first.evaluate(script)
        self.page.wait_for_timeout(50)
        if not counts:
            return
        taps = self.rounds[-1]
        taps.shown.append(shown)
        taps.stored.append(stored)
        taps.quiet.append(quiet)
        taps.received.append(self._bytes["in"])
        taps.sent.append(self._bytes["out"])
        taps.cpu.append(self._cpu_ms() - cpu)

    def _cpu_ms(self) -> float:
        """CPU time of the server so far; a tick is 10 ms, so only the mean of many taps says something."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return MS_A_TICK * (int(fields[11]) + int(fields[12]))

    def close(self) -> None:
        """End the server."""
        self._process.terminate()
        self._process.wait(timeout=30)


class Floor(Subject):
    """The product with a log, at a workout of its own in every round."""

    def begin(self, number: int) -> None:
        """Plan a workout and open it."""
        workout_id = f"bench{number}"
        catalog, _ = load_catalog(data_dir())
        now = datetime.now(UTC)
        store = open_store(
            database_url({HOME_VARIABLE: str(self.home)}), backup_dir=self.home / "backups", clock=lambda: now
        )
        workout = Workout(workout_id, now.date(), f"{now:%Y-%m-%dT%H:%M:%S}", "Day A", "", None, "manual")
        items = tuple(PlanItem(key, catalog.exercises[key].prescription) for key in EXERCISES)
        store.save_plan(LOCAL_ATHLETE, WorkoutPlan(workout, items))
        store.close()
        self.open(f"/workout?workout={workout_id}", ".main-action")


@contextmanager
def subjects(browser: Browser, folder: Path, sizes: Sequence[int]) -> Iterator[tuple[Subject, list[Floor]]]:
    """The empty app and the product with each log, all running."""
    begun: list[Subject] = []
    try:
        empty = Subject("empty", browser, empty_app(folder / "empty", EMPTY_APP), folder / "empty")
        begun.append(empty)
        floors = []
        for sets in sizes:
            home = folder / str(sets)
            fill(home, sets)
            floors.append(Floor(f"{sets} sets", browser, OWN, home))
            begun.append(floors[-1])
        yield empty, floors
    finally:
        for one in begun:
            one.close()


def measure(empty: Subject, floors: Sequence[Floor], rounds: int) -> None:
    """Tap all pages in turn; the first two taps of a round and its first round are not counted."""
    for number in range(rounds + 1):
        empty.open("/", "#number")
        for floor in floors:
            floor.begin(number)
        for tap in range(-2, TAPS_A_ROUND):
            empty.tap("button:has-text('Log')", CLICK, counts=tap >= 0)
            for floor in floors:
                floor.tap(".main-action", TAP, counts=tap >= 0)
    for one in (empty, *floors):
        del one.rounds[0]


def by_round(subject: Subject, what: str) -> list[float]:
    """The median of a figure in each round; of the CPU time, which comes in ticks, the mean."""
    middle = statistics.mean if what == "cpu" else statistics.median
    return [middle(getattr(taps, what)) for taps in subject.rounds]


def ratio(one: Subject, what: str, other: Subject, other_what: str = "") -> float:
    """Median of the ratios round by round."""
    pairs = zip(by_round(one, what), by_round(other, other_what or what), strict=True)
    return statistics.median(mine / max(theirs, 1e-9) for mine, theirs in pairs)


FIGURES: Mapping[str, str] = {
    "shown": "ms to be shown",
    "stored": "ms to the number / stored and acknowledged",
    "quiet": "ms to the script's end",
    "received": "bytes from the server",
    "sent": "bytes to the server",
    "cpu": "ms of server CPU",
}


def report(empty: Subject, floors: Sequence[Floor]) -> None:
    """One line a figure."""
    for what, words in FIGURES.items():
        parts = [f"{one.name} {statistics.median(by_round(one, what)):.1f}" for one in (empty, *floors)]
        ratios = [f"x{ratio(floor, what, empty):.2f}" for floor in floors]
        growth = f"  {floors[-1].name} / {floors[0].name} x{ratio(floors[-1], what, floors[0]):.2f}"
        print(f"{words:44} {', '.join(parts)}  of empty {', '.join(ratios)}{growth}")


def main() -> None:
    """Measure and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sets", type=int, nargs="+", default=[1_000, 100_000], help="sets in the logs")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=browser_path(), args=arguments)
        with subjects(browser, Path(folder), args.sets) as (empty, floors):
            measure(empty, floors, args.rounds)
            report(empty, floors)
        browser.close()


if __name__ == "__main__":
    main()
