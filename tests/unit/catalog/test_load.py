import shutil
from pathlib import Path

import pytest

from hamcore.catalog import load_catalog
from hamcore.catalog.load import FOLDERS
from hamcore.places import data_dir
from tests.unit.catalog.sample import FILES


def write(folder: Path) -> None:
    for where, text in FILES.items():
        path = folder / where
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copytree(data_dir() / "tables", folder / "tables")


def test_a_folder_of_good_files_is_a_catalog(tmp_path: Path) -> None:
    write(tmp_path)
    catalog, problems = load_catalog(tmp_path)
    assert problems == []
    assert list(catalog.exercises) == sorted(catalog.exercises)
    assert catalog.exercise_id_for("Rdl (Barbell)") == "rdl"
    assert catalog.exercises["dumbbell_rdl"].cues == catalog.exercises["rdl"].cues


def test_a_missing_folder_of_data_is_a_problem_for_each_kind(tmp_path: Path) -> None:
    catalog, problems = load_catalog(tmp_path / "nowhere")
    assert dict(catalog.exercises) == {}
    unreadable = [problem.where for problem in problems if "cannot be read" in problem.message]
    empty = [problem.where for problem in problems if "has no definitions" in problem.message]
    assert unreadable == empty == list(FOLDERS)


@pytest.mark.parametrize("folder", FOLDERS)
def test_an_empty_folder_is_a_problem(tmp_path: Path, folder: str) -> None:
    for name in FOLDERS:
        (tmp_path / name).mkdir()
    _, problems = load_catalog(tmp_path)
    assert [problem.where for problem in problems if "has no definitions" in problem.message].count(folder) == 1


def test_a_folder_in_the_place_of_a_file_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "sources" / "folder.toml").mkdir()
    _, problems = load_catalog(tmp_path)
    assert [problem.where for problem in problems] == ["sources/folder.toml"]
    assert "cannot be read" in problems[0].message


def test_files_that_are_no_definitions_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "sources" / "README.md").write_text("About sources", encoding="utf-8")
    (tmp_path / "sources" / "checked.toml~").write_bytes(b"\xff")
    assert load_catalog(tmp_path)[1] == []


def test_a_record_with_a_problem_is_left_out_and_the_rest_stays(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / "exercises" / "raise.toml").write_bytes(b"\xff\xfe")
    catalog, problems = load_catalog(tmp_path)
    assert "raise" not in catalog.exercises
    assert "rdl" in catalog.exercises
    assert [str(problem) for problem in problems] == [
        "exercises/raise.toml:1: is not UTF-8 text (byte 0); save the file as UTF-8"
    ]


def test_problems_are_sorted_by_file(tmp_path: Path) -> None:
    write(tmp_path)
    for where in ("stretches/fold.toml", "exercises/rdl.toml", "muscles/semitendinosus.toml"):
        (tmp_path / where).write_text("name = 5\n", encoding="utf-8")
    wheres = [problem.where for problem in load_catalog(tmp_path)[1]]
    assert wheres == sorted(wheres)
    assert len(set(wheres)) == 3
