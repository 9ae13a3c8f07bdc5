"""``hamcore routine``, run as a person runs it: exit codes, what is printed, what is written."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
import vobject
from PIL import Image
from pypdf import PdfReader

from hamcore.command import DONE, FAILED, WRONG_USAGE, main
from hamcore.interchange.routine_file import read_routine, write_routine
from hamcore.storage import LOCAL_ATHLETE, open_store
from hamcore.transfer.routine_link import link_text
from tests.unit.shipped import shipped

CATALOG = shipped()
SPLIT = CATALOG.routines["article_split"]


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
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    assert not home.exists()

    def run_it(*arguments: object) -> Said:
        try:
            code = main(["routine", *map(str, arguments)])
        except SystemExit as stop:
            code = int(str(stop.code))
        return Said(code, *capsys.readouterr())

    return run_it


@pytest.fixture
def shared(home: Path) -> Path:
    path = home.parent / "week.json"
    path.write_bytes(write_routine(SPLIT, CATALOG))
    return path


def test_a_shared_file_is_checked_in_words(run: Run, shared: Path, home: Path) -> None:
    said = run("check", shared)
    assert (said.code, said.err) == (DONE, "")
    assert said.out.startswith("Article routine, two days: ")
    assert "\nFine: " in said.out
    assert not home.exists()


def test_the_check_prints_one_json_object(run: Run, shared: Path) -> None:
    found = json.loads(run("check", shared, "--json").out)
    assert (found["routine"], found["notes"]) == ("article_split", [])
    assert {one["tone"] for one in found["findings"]} <= {"look", "fine"}
    assert all(one["title"] and one["why"] for one in found["findings"])


def test_a_link_is_checked_like_its_file(run: Run, shared: Path) -> None:
    assert run("check", link_text(SPLIT, CATALOG)) == run("check", shared)


def test_a_shipped_and_an_own_routine_go_by_their_id(run: Run, home: Path) -> None:
    assert run("check", "article_one_day").code == DONE
    store = open_store(f"sqlite:///{home / 'hamcore.db'}", backup_dir=home / "b", clock=datetime.now)
    store.save_routine(LOCAL_ATHLETE, replace(SPLIT, routine_id="mine", name="My own week"))
    store.close()
    assert run("check", "mine").out.startswith("My own week: ")


def test_an_id_of_nobody_is_answered_with_those_there_are(run: Run) -> None:
    said = run("check", "nobody")
    assert (said.code, said.out) == (FAILED, "")
    assert "there is no 'nobody'; there are article_one_day, article_split" in said.err


@pytest.mark.parametrize("data", [b"", b"{}", b'{"hamcore_routine": 99}', b"\xff"])
def test_a_damaged_file_fails_with_a_message_and_writes_nothing(run: Run, shared: Path, data: bytes) -> None:
    shared.write_bytes(data)
    said = run("export", shared, "week.pdf")
    assert (said.code, said.out) == (FAILED, "")
    assert "week.json:" in said.err
    assert not Path("week.pdf").exists()


def test_a_file_that_is_not_there_is_said(run: Run) -> None:
    said = run("check", "nowhere.json")
    assert said.code == FAILED
    assert "nowhere.json: No such file" in said.err


def test_the_share_file_comes_back_as_it_was(run: Run) -> None:
    assert run("export", "article_split", "out.json").code == DONE
    assert read_routine(Path("out.json").read_bytes(), "out.json", CATALOG).routine == SPLIT


def test_the_calendar_has_the_day_time_and_weeks_that_were_asked_for(run: Run) -> None:
    said = run("export", "article_split", "out.ics", "--from", "2026-11-24", "--at", "06:30", "--weeks", "8")
    assert said.code == DONE
    first, *more = vobject.readOne(Path("out.ics").read_text(encoding="utf-8")).contents["vevent"]
    assert len(more) == 2
    assert first.dtstart.value == datetime(2026, 11, 30, 6, 30)
    assert len(list(first.getrruleset())) == 8
    assert first.duration.value == timedelta(minutes=20)


@pytest.mark.parametrize(("paper", "width"), [("a4", 595), ("letter", 612)])
def test_the_page_has_the_paper_that_was_asked_for(run: Run, paper: str, width: int) -> None:
    assert run("export", "article_split", "out.pdf", "--paper", paper).code == DONE
    (page,) = PdfReader(BytesIO(Path("out.pdf").read_bytes())).pages
    assert round(float(page.mediabox.width)) == width
    assert "Barbell deadlift" in page.extract_text()


@pytest.mark.parametrize(("options", "ground"), [((), (250, 248, 244)), (("--dark",), (15, 20, 26))])
def test_the_picture_is_light_or_dark(run: Run, options: tuple[str, ...], ground: tuple[int, int, int]) -> None:
    assert run("export", "article_split", "out.png", *options).code == DONE
    assert Image.open("out.png").convert("RGB").getpixel((1, 1)) == ground
    assert run("export", "article_split", "out.svg", *options).code == DONE
    assert Path("out.svg").read_text(encoding="utf-8").startswith("<svg")


def test_a_file_that_is_there_is_not_written_over(run: Run, shared: Path) -> None:
    before = shared.read_bytes()
    said = run("export", "article_one_day", shared)
    assert (said.code, shared.read_bytes()) == (WRONG_USAGE, before)
    assert "add --replace" in said.err
    assert run("export", "article_one_day", shared, "--replace").code == DONE
    assert shared.read_bytes() != before
    assert [path.name for path in shared.parent.iterdir() if ".new-" in path.name] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("export", "article_split", "out.docx"),
        ("export", "article_split"),
        ("export", "article_split", "out.ics", "--at", "noon"),
        ("export", "article_split", "out.ics", "--from", "24.11.2026"),
        ("export", "article_split", "out.ics", "--weeks", "0"),
        ("export", "article_split", "out.ics", "--weeks", "521"),
        ("draw", "article_split"),
        (),
    ],
)
def test_wrong_usage_is_said_and_writes_nothing(run: Run, home: Path, arguments: tuple[str, ...]) -> None:
    said = run(*arguments)
    assert (said.code, said.out) == (WRONG_USAGE, "")
    assert said.err
    assert list(home.parent.glob("out.*")) == []


def test_a_folder_that_is_not_there_is_said(run: Run) -> None:
    said = run("export", "article_split", "no/such/out.json")
    assert said.code == FAILED
    assert "Nothing was written" in said.err
