"""The log commands, run as a person runs them: exit codes, what is printed, and what is written."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from hamcore.command import DONE, FAILED, NEEDS_ANSWER, WRONG_USAGE, main
from hamcore.interchange.parsed import RecordClass

HEVY = """title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps,duration_seconds,rpe
Legs,"2 Nov 2026, 18:31","2 Nov 2026, 19:20",Deadlift (Barbell),0,warmup,60,5,,
Legs,"2 Nov 2026, 18:31","2 Nov 2026, 19:20",Deadlift (Barbell),1,normal,142.5,5,,8
Legs,"2 Nov 2026, 18:31","2 Nov 2026, 19:20",My own curl,0,normal,45,12,,
Legs,"2 Nov 2026, 18:31","2 Nov 2026, 19:20",Plank,0,normal,,,60,
Legs,"2 Nov 2026, 18:31","2 Nov 2026, 19:20",Plank,1,normal,,a few,60,
"""
STRONG = """Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE
2026-11-02 18:30:15,Hinge,1h,Deadlift (Barbell),1,140,5,0,0,8
"""


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

    def run_it(*arguments: object) -> Said:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            code = int(str(stop.code))
        return Said(code, *capsys.readouterr())

    return run_it


@pytest.fixture
def hevy(tmp_path: Path) -> Path:
    path = tmp_path / "any name.txt"
    path.write_text(HEVY, encoding="utf-8")
    return path


@pytest.fixture
def strong(tmp_path: Path) -> Path:
    path = tmp_path / "strong.csv"
    path.write_text(STRONG, encoding="utf-8")
    return path


def test_an_import_prints_one_json_object_about_everything(run: Run, hevy: Path) -> None:
    said = run("import", hevy, "--json")
    found = json.loads(said.out)
    assert said.code == DONE
    assert (found["source"], found["records"], found["sets"], found["workouts"]) == ("hevy", 5, 3, 1)
    assert (found["first_day"], found["last_day"], found["unit"]) == ("2026-11-02", "2026-11-02", "kg")
    assert (found["new"], found["unchanged"], found["written"], found["needs"]) == (3, 0, True, [])


def test_the_classes_of_the_json_are_all_there_and_add_up(run: Run, hevy: Path) -> None:
    found = json.loads(run("import", hevy, "--json").out)
    assert set(found["classes"]) == {kind.value for kind in RecordClass}
    assert sum(found["classes"].values()) == found["records"]
    assert (found["classes"]["warm_up"], found["classes"]["timed"]) == (1, 1)


def test_the_json_lists_exercises_and_problems(run: Run, hevy: Path) -> None:
    found = json.loads(run("import", hevy, "--json").out)
    first, own, plank = found["exercises"]
    assert {key: first[key] for key in ("name", "exercise", "sets", "max_load", "unit")} == {
        "name": "Deadlift (Barbell)",
        "exercise": "barbell_deadlift",
        "sets": 2,
        "max_load": "142.5",
        "unit": "kg",
    }
    assert (own["name"], own["exercise"], own["known"]) == ("My own curl", None, False)
    assert (plank["sets"], plank["max_load"], plank["unit"]) == (0, None, None)
    (problem,) = found["problems"]
    assert set(problem) == {"line", "column", "severity", "message"}
    assert (problem["line"], problem["column"], problem["severity"]) == (6, "reps", "error")


def test_a_dry_run_says_the_same_and_writes_nothing(run: Run, home: Path, hevy: Path) -> None:
    dry = run("import", hevy, "--dry-run", "--json")
    assert dry.code == DONE
    assert not home.exists()
    wet = json.loads(run("import", hevy, "--json").out)
    assert {**json.loads(dry.out), "written": True} == wet


def test_the_same_file_again_adds_nothing(run: Run, hevy: Path) -> None:
    run("import", hevy)
    found = json.loads(run("import", hevy, "--json").out)
    assert (found["new"], found["unchanged"], found["sets"], found["records"]) == (0, 3, 3, 5)


def test_a_file_without_a_unit_needs_an_answer(run: Run, home: Path, strong: Path) -> None:
    said = run("import", strong, "--json")
    assert said.code == NEEDS_ANSWER
    assert "--unit kg or --unit lb" in said.err
    found = json.loads(said.out)
    assert (found["needs"], found["new"], found["unchanged"], found["written"]) == (["unit"], None, None, False)
    assert not home.exists()


def test_an_answered_unit_is_the_unit_of_the_loads(run: Run, strong: Path) -> None:
    found = json.loads(run("import", strong, "--unit", "lb", "--json").out)
    assert (found["unit"], found["exercises"][0]["unit"]) == ("lb", "lb")


def test_an_unknown_layout_needs_an_answer(run: Run, home: Path, tmp_path: Path) -> None:
    path = tmp_path / "chat.csv"
    path.write_text("who,said\nme,hello\n")
    said = run("import", path, "--json")
    assert (said.code, json.loads(said.out)["needs"]) == (NEEDS_ANSWER, ["layout"])
    assert not home.exists()


@pytest.mark.parametrize("content", [b"", b"\0\0\0", b"Date,Time,Measurement,Value,Unit\n2026-11-02,,Waist,80,cm\n"])
def test_a_file_that_cannot_be_used_fails_with_nothing_written(
    run: Run, home: Path, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    said = run("import", path)
    assert said.code == FAILED
    assert "Nothing was written" in said.err
    assert not home.exists()


@pytest.mark.parametrize("missing", ["none.csv", "."])
def test_a_file_that_cannot_be_read_fails_without_a_traceback(run: Run, tmp_path: Path, missing: str) -> None:
    said = run("import", tmp_path / missing)
    assert (said.code, said.out) == (FAILED, "")
    assert "Nothing was changed" in said.err


@pytest.mark.parametrize(
    "arguments",
    [[], ["--unit", "stone"], ["--name", "no equals sign"], ["--name", "X=no_such_exercise"], ["--odd"]],
    ids=["no file", "unit", "name", "exercise", "option"],
)
def test_wrong_usage_is_said_so(run: Run, hevy: Path, arguments: list[str]) -> None:
    said = run("import", *([hevy] if arguments else []), *arguments)
    assert said.code == WRONG_USAGE
    assert said.err


def test_a_name_on_the_command_line_is_taken_and_remembered(run: Run, hevy: Path) -> None:
    run("import", hevy, "--name", "My own curl=seated_leg_curl", "--name", "Plank=")
    exercises = json.loads(run("import", hevy, "--json").out)["exercises"]
    assert [(one["exercise"], one["known"]) for one in exercises[1:]] == [("seated_leg_curl", True), (None, True)]


def test_without_json_lines_to_read_are_printed(run: Run, hevy: Path) -> None:
    said = run("import", hevy)
    assert "3 sets added, 0 there already" in said.out
    assert "My own curl" in said.out
    assert said.err == ""


def test_an_export_can_be_imported_elsewhere(
    run: Run, hevy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("import", hevy)
    target = tmp_path / "own.csv"
    assert run("export", target).code == DONE
    monkeypatch.setenv("HAMCORE_HOME", str(tmp_path / "other"))
    found = json.loads(run("import", target, "--json").out)
    assert (found["source"], found["sets"], found["classes"]["timed"]) == ("hamcore", 3, 1)


def test_an_export_without_a_file_goes_to_the_terminal(hevy: Path, home: Path) -> None:
    environ = {**os.environ, "HAMCORE_HOME": str(home)}
    command = [sys.executable, "-m", "hamcore.command"]
    subprocess.run([*command, "import", str(hevy)], env=environ, check=True, stdout=subprocess.DEVNULL)
    told = subprocess.run([*command, "export"], env=environ, check=True, stdout=subprocess.PIPE).stdout
    assert told.startswith(b"hamcore_workout,day,")
    assert told.count(b"\r\n") == 5


def test_timed_entries_alone_are_said_to_be_added(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "plank.csv"
    file.write_text(
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
        "2026-01-05 18:00:00,Core,20m,Plank,1,0,0,0,60,,,\n"
    )
    assert "No sets; timed and distance entries added" in run("import", file, "--unit", "kg").out
    assert "0 sets added, 0 there already" in run("import", file, "--unit", "kg").out


@pytest.mark.parametrize("verb", ["export", "backup"])
def test_a_file_that_is_there_is_only_replaced_on_request(run: Run, hevy: Path, tmp_path: Path, verb: str) -> None:
    run("import", hevy)
    target = tmp_path / "there"
    target.write_text("mine")
    assert run(verb, target).code == WRONG_USAGE
    assert target.read_text() == "mine"
    assert run(verb, target, "--replace").code == DONE
    assert target.read_bytes() != b"mine"


def test_a_backup_goes_to_the_backups_folder(run: Run, hevy: Path, home: Path) -> None:
    assert run("backup").code == FAILED
    run("import", hevy)
    assert run("backup").code == DONE
    (backup,) = (home / "backups").iterdir()
    assert backup.name.startswith("kept-")
    assert backup.read_bytes()[:6] == b"SQLite"
    assert f"Backups      1, the newest is {backup}" in run("doctor").out


def test_the_doctor_finds_nothing_on_a_new_machine(run: Run, home: Path) -> None:
    said = run("doctor")
    assert said.code == DONE
    assert "none yet" in said.out
    assert not home.exists()


def test_the_doctor_counts_what_is_there(run: Run, hevy: Path) -> None:
    run("import", hevy)
    said = run("doctor")
    assert said.code == DONE
    assert "1 athlete, 1 workout, 4 sets, 1 import\n" in said.out


@pytest.mark.parametrize("verb", ["doctor", "export", "import", "backup"])
def test_a_damaged_database_is_said_so_and_left_as_it_is(run: Run, hevy: Path, home: Path, verb: str) -> None:
    home.mkdir()
    database = home / "hamcore.db"
    database.write_bytes(b"not a database")
    said = run(verb, *([hevy] if verb == "import" else []))
    assert said.code == FAILED
    assert str(database) in said.out + said.err
    assert database.read_bytes() == b"not a database"


def test_an_address_of_another_kind_of_database_is_refused(
    run: Run, hevy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HAMCORE_DATABASE_URL", "postgresql://me:secret@host/db")
    said = run("import", hevy)
    assert (said.code, said.out) == (FAILED, "")
    assert "PostgreSQL" in said.err
    assert "secret" not in said.err


def test_importing_a_log_loads_no_data_frames_and_no_streamlit(hevy: Path, home: Path) -> None:
    code = (
        "import sys; from hamcore.command import main; main(sys.argv[1:]);"
        "sys.exit(bool({'pandas', 'numpy', 'streamlit', 'altair', 'tqdm'} & set(sys.modules)))"
    )
    environ = {**os.environ, "HAMCORE_HOME": str(home)}
    command = [sys.executable, "-c", code, "import", str(hevy)]
    assert subprocess.run(command, env=environ, stdout=subprocess.DEVNULL, check=False).returncode == 0


@pytest.mark.parametrize("port", ["abc", "0", "70000", "-1", "８５０１", "9" * 30])
def test_a_port_that_is_none_is_said_in_words(run: Run, port: str) -> None:
    said = run("run", f"--port={port}")
    assert said.code == WRONG_USAGE
    assert "a whole number from 1 to 65535" in said.err


def test_one_set_is_not_called_sets(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "one.csv"
    path.write_text("\n".join(HEVY.splitlines()[:2]), encoding="utf-8")
    said = run("import", path)
    assert "1 record: 1 warm-up" in said.out
    assert "1 exercise, " in said.out
    assert "1 set added" in said.out
