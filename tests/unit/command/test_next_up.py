"""``hamcore next``: the due day with its loads and reasons, as words and as one JSON object."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from hamcore.command import DONE, FAILED, NEEDS_ANSWER, WRONG_USAGE, main
from hamcore.model.log import Workout
from hamcore.model.settings import Settings
from hamcore.model.symptom import Symptom, SymptomKind
from hamcore.storage import LOCAL_ATHLETE, Store
from tests.pages.parts import store_of
from tests.unit.rules.sets import a_set

MONDAY = date(2026, 11, 23)
"""The split routine's first day: deadlift and curl."""


class Said(NamedTuple):
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HAMCORE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("HAMCORE_DATABASE_URL", raising=False)
    return tmp_path / "home"


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    assert not home.exists()

    def run_it(*arguments: str) -> Said:
        try:
            code = main(["next", *arguments])
        except SystemExit as stop:
            code = int(str(stop.code))
        return Said(code, *capsys.readouterr())

    return run_it


@pytest.fixture
def store(home: Path) -> Store:
    home.mkdir()
    return store_of(home)


def log_deadlifts(store: Store, reps: tuple[int, int, int]) -> None:
    day = date(2026, 11, 16)
    store.add_workout(LOCAL_ATHLETE, Workout("w", day, "2026-11-16T18:00:00", "", "", None, "manual"))
    for number, count in enumerate(reps, 1):
        store.add_set(LOCAL_ATHLETE, a_set("100", count, day=day, workout="w", set_no=number, rir=1))


def test_without_a_log_everything_is_a_first_time_and_no_database_is_made(run: Run, home: Path) -> None:
    said = run("--on", MONDAY.isoformat())

    assert said.code == DONE
    assert said.out == (
        "Monday 23 November: Deadlift and curl\n"
        "\n"
        "Barbell deadlift: 3 × 6–8, 2–4 in reserve\n"
        "  Nothing logged yet: choose a load you control in every repetition of the range.\n"
        "\n"
        "Seated leg curl: 3 × 10–12, 2–4 in reserve\n"
        "  Nothing logged yet: choose a load you control in every repetition of the range.\n"
    )
    assert not (home / "hamcore.db").exists()


def test_the_load_comes_with_its_reason_what_would_change_it_and_the_warm_up(run: Run, store: Store) -> None:
    log_deadlifts(store, (8, 8, 8))

    out = run("--on", MONDAY.isoformat()).out

    assert "Barbell deadlift: 3 × 102.5 kg × 6, 1–3 in reserve\n" in out
    assert "  You reached 8, 8, 8 at 100 kg on 16 Nov, so the load goes up by 2.5 kg (2.5 %).\n" in out
    assert "  Would have stayed at 100 kg with one repetition less in set 3.\n" in out
    assert "  Warm up: 20 kg × 8, 45 kg × 5, 65 kg × 3, 85 kg × 2\n" in out


def test_the_json_holds_the_same_as_the_words(run: Run, store: Store) -> None:
    log_deadlifts(store, (8, 8, 8))

    found = json.loads(run("--on", MONDAY.isoformat(), "--json").out)

    assert (found["on"], found["is_due"]) == ("2026-11-23", True)
    assert found["day"] == {"name": "Deadlift and curl", "planned": "2026-11-23", "state": "today"}
    deadlift, curl = found["exercises"]
    assert (deadlift["rule"], deadlift["tag"], deadlift["outcome"]) == ("step_load", "convention", "more")
    assert deadlift["load"] == {"value": "102.5", "unit": "kg"}
    assert [target["aim"] for target in deadlift["sets"]] == [6, 6, 6]
    assert deadlift["sets"][0]["reps"] == [6, 8]
    assert deadlift["facts"] == ["Mon 16 Nov: 100 kg × 8, 8, 8, reserve 1, 1, 1"]
    assert deadlift["would_change"] == "Would have stayed at 100 kg with one repetition less in set 3."
    assert (curl["rule"], curl["load"], curl["warm_ups"]) == ("first_time", None, [])


def test_a_day_without_training_names_the_next_one(run: Run, store: Store) -> None:
    log_deadlifts(store, (8, 8, 8))

    said = run("--on", "2026-11-17")

    assert said.code == DONE
    assert said.out.startswith("Nothing is due on Tuesday 17 November. Next is ")


def test_what_was_logged_after_the_day_does_not_count(run: Run, store: Store) -> None:
    log_deadlifts(store, (8, 8, 8))

    assert json.loads(run("--on", "2026-11-09", "--json").out)["exercises"][0]["rule"] == "first_time"


def test_a_reported_sign_stops_the_suggestion(run: Run, store: Store) -> None:
    log_deadlifts(store, (8, 8, 8))
    store.note_symptom(LOCAL_ATHLETE, Symptom("a", SymptomKind.RED_FLAG, date(2026, 11, 20)))

    out = run("--on", MONDAY.isoformat()).out

    assert out.count("No suggestion") == 2
    assert "102.5" not in out


def test_without_a_routine_one_has_to_be_chosen(run: Run, store: Store) -> None:
    store.save_settings(LOCAL_ATHLETE, Settings(routine_id="gone"))

    said = run()

    assert (said.code, said.out) == (NEEDS_ANSWER, "")
    assert "no routine is chosen" in said.err


@pytest.mark.parametrize("day", ["tomorrow", "24.11.2026", "2026-02-30", ""])
def test_a_day_that_is_none_is_refused(run: Run, day: str) -> None:
    said = run("--on", day)

    assert (said.code, said.out) == (WRONG_USAGE, "")
    assert "write it as 2026-11-24" in said.err


def test_a_database_that_cannot_be_read_ends_in_a_message(run: Run, home: Path) -> None:
    home.mkdir()
    (home / "hamcore.db").write_bytes(b"not a database at all" * 100)

    said = run()

    assert (said.code, said.out) == (FAILED, "")
    assert said.err.startswith("hamcore next: ")
    assert "Traceback" not in said.err
