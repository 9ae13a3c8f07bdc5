"""The shipped definitions are sound, and every check catches the record it is there for."""

import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hamcore.catalog import load_catalog
from hamcore.motion import MotionLibrary, load_motion
from hamcore.motion.read_model import read_length_models, read_segments
from hamcore.motion.read_movement import read_movement
from hamcore.places import data_dir

Change = Callable[[dict[str, Any]], object]


def record(name: str) -> dict[str, Any]:
    return tomllib.loads((data_dir() / "motion" / "movements" / f"{name}.toml").read_text(encoding="utf-8"))


def test_every_shipped_definition_is_sound_and_says_where_it_comes_from() -> None:
    files = sorted((data_dir() / "motion").rglob("*.*"))
    assert len(files) == 19 + 5
    for path in files:
        assert path.read_text(encoding="utf-8").startswith("# "), path
    assert load_motion(data_dir())[1] == []


@pytest.mark.parametrize(
    ("exercise_id", "movement_id"),
    [
        ("romanian_deadlift", "romanian_deadlift"),
        ("kneeling_leg_curl", "standing_leg_curl"),
        ("seated_forward_bend", "seated_forward_bend"),
        ("sprint_swing", None),
        ("leg_press", None),
    ],
)
def test_an_exercise_finds_the_movement_that_shows_it(
    library: MotionLibrary, exercise_id: str, movement_id: str | None
) -> None:
    found = library.movement_of(exercise_id)
    assert (found.movement_id if found else None) == movement_id


FAULTS: dict[str, tuple[str, Change, str]] = {
    "no name": ("good_morning", lambda r: r.pop("name"), "name"),
    "empty name": ("good_morning", lambda r: r.update(name=""), "name"),
    "unknown kind": ("good_morning", lambda r: r.update(kind="dance"), "kind"),
    "unknown class": ("good_morning", lambda r: r.update(length_class="huge"), "length_class"),
    "unknown cycle": ("good_morning", lambda r: r.update(cycle="spiral"), "cycle"),
    "no beginning": ("good_morning", lambda r: r.pop("begins"), "begins"),
    "unknown anchor": ("good_morning", lambda r: r.update(anchor="ear"), "anchor"),
    "anchor place not a point": ("good_morning", lambda r: r.update(at=[1]), "at"),
    "moments not a flag": ("good_morning", lambda r: r.update(moments="yes"), "moments"),
    "shows not a list": ("good_morning", lambda r: r.update(shows="good_morning"), "shows"),
    "a slip of the pen": ("good_morning", lambda r: r.update(sauce="constructed"), "sauce"),
    "no angles": ("good_morning", lambda r: r.pop("angles_deg"), "angles_deg"),
    "no hip": ("good_morning", lambda r: r["angles_deg"].pop("hip"), "angles_deg.hip"),
    "too few angles": ("good_morning", lambda r: r["angles_deg"]["hip"].pop(), "angles_deg.hip"),
    "an angle in words": ("good_morning", lambda r: r["angles_deg"].update(hip=["wide"]), "angles_deg.hip"),
    "an impossible angle": ("good_morning", lambda r: r["angles_deg"]["hip"].__setitem__(1, 201), "angles_deg.hip"),
    "a knee bent forwards": ("good_morning", lambda r: r["angles_deg"]["knee"].__setitem__(0, -1), "angles_deg.knee"),
    "time going back": ("good_morning", lambda r: r["angles_deg"]["t"].__setitem__(1, 0), "angles_deg.t"),
    "time not ending at 1": ("good_morning", lambda r: r["angles_deg"]["t"].__setitem__(-1, 0.9), "angles_deg.t"),
    "an unknown channel": ("good_morning", lambda r: r["angles_deg"].update(jaw=[0] * 5), "angles_deg.jaw"),
    "half a far leg": (
        "single_leg_romanian_deadlift",
        lambda r: r["angles_deg"].pop("knee2"),
        "angles_deg.knee2",
    ),
    "an open loop": ("kettlebell_swing", lambda r: r["angles_deg"]["hip"].__setitem__(0, 5), "angles_deg.hip"),
    "an unknown implement": ("good_morning", lambda r: r["implement"].update(kind="anvil"), "implement.kind"),
    "an unknown hold": ("good_morning", lambda r: r["implement"].update(at="teeth"), "implement.at"),
    "an unknown reach": ("good_morning", lambda r: r["hands"].update(to="moon"), "hands.to"),
    "an elbow on no side": ("good_morning", lambda r: r["hands"].update(bend=2), "hands.bend"),
    "a reach for no bar": ("good_morning", lambda r: r.pop("implement"), "hands.to"),
    "hands not a table": ("good_morning", lambda r: r.update(hands="bar"), "hands"),
    "an unknown prop": ("hip_thrust", lambda r: r["props"][0].update(kind="sofa"), "props[0].kind"),
    "a pad without points": ("hip_thrust", lambda r: r["props"][3].pop("points"), "props[3].points"),
    "a frame without width": ("hip_thrust", lambda r: r["props"][0].pop("width"), "props[0].width"),
    "a lever on no joint": ("lying_leg_curl", lambda r: r["props"][5].update(joint="ear"), "props[5].joint"),
    "props not tables": ("hip_thrust", lambda r: r.update(props=[1]), "props"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_bad_movement_is_reported_with_file_and_key(fault: str) -> None:
    name, spoil, key = FAULTS[fault]
    values = record(name)
    assert read_movement(name, f"{name}.toml", values)[1] == []
    spoil(values)
    problems = read_movement(name, f"{name}.toml", values)[1]
    assert key in {problem.column for problem in problems}
    assert {problem.where for problem in problems} == {f"{name}.toml"}


def test_all_faults_of_a_movement_are_reported_at_once() -> None:
    values = record("good_morning")
    values.update(name="", cycle="spiral", moments=1)
    assert {problem.column for problem in read_movement("x", "x.toml", values)[1]} == {"name", "cycle", "moments"}


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    shutil.copytree(data_dir() / "motion", tmp_path / "motion")
    return tmp_path


def spoil_file(copied: Path, name: str, old: str, new: str) -> list[str]:
    path = copied / "motion" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return [str(problem) for problem in load_motion(copied)[1]]


def test_a_class_the_model_does_not_give_is_reported(copied: Path) -> None:
    problems = spoil_file(copied, "movements/nordic_curl.toml", '"short"', '"long"')
    assert problems == ["nordic_curl.toml: length_class: the model gives short, not long"]


def test_two_movements_for_one_exercise_are_reported(copied: Path) -> None:
    problems = spoil_file(copied, "movements/nordic_curl.toml", '["nordic_curl"]', '["hip_thrust"]')
    assert problems == ["nordic_curl.toml: shows: hip_thrust is already shown by hip_thrust"]


def test_an_exercise_that_shows_nothing_is_reported(copied: Path) -> None:
    problems = spoil_file(copied, "movements/nordic_curl.toml", '["nordic_curl"]', "[]")
    assert problems == ["nordic_curl.toml: shows: must name at least one exercise or stretch"]


def test_a_file_that_is_not_toml_is_reported_once(copied: Path) -> None:
    problems = spoil_file(copied, "movements/nordic_curl.toml", "name = ", "name ")
    assert len(problems) == 1
    assert problems[0].startswith("nordic_curl.toml: is not valid TOML")


def test_a_library_without_movements_is_reported(copied: Path) -> None:
    shutil.rmtree(copied / "motion" / "movements")
    assert "there is no movement that can be used" in str(load_motion(copied)[1][0])


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("model,belly", "modell,belly", "the first row must name the columns"),
        ("lai_2017,semitendinosus,0,1,", "lai_2017,soleus,0,1,", "a row is a model"),
        ("lai_2017,semitendinosus,0,1,-", "lai_2017,semitendinosus,0,1,wide", "a row is a model"),
        ("lai_2017,semitendinosus,0,1,", "lai_2017,semitendinosus,0,5,", "exponents lie between 0 and 4"),
        ("lai_2017,semitendinosus,0,1,", "lai_2017,semitendinosus,0,0,", "exponents lie between 0 and 4"),
        ("lai_2017,semitendinosus,0,1,", "lai_2017,semitendinosus,0,2,", "there twice"),
        ("lai_2017,biceps_femoris_short_head,0,1,", "lai_2017,biceps_femoris_short_head,1,1,", "i must be 0"),
        ("lai_2017", "lai", "the model lai_2017 is missing"),
        ("delp_1990,semitendinosus", "delp,semitendinosus", "the model delp_1990 has no semitendinosus"),
    ],
)
def test_a_bad_length_model_is_reported(copied: Path, old: str, new: str, message: str) -> None:
    problems = spoil_file(copied, "length_model.csv", old, new)
    assert any(message in problem and problem.startswith("length_model.csv") for problem in problems)


def test_a_row_number_is_the_line_of_the_file() -> None:
    text = "# where from\nmodel,belly,i,j,c\nlai_2017,soleus,0,1,1\n"
    assert read_length_models("m.csv", text)[1][0].line == 3


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("thigh", 0, "between 0 and 1"),
        ("thigh", 1.5, "between 0 and 1"),
        ("thigh", "long", "a number"),
        ("tail", 0.1, "not known"),
    ],
)
def test_a_bad_segment_is_reported(name: str, value: object, message: str) -> None:
    values = tomllib.loads((data_dir() / "motion" / "segments.toml").read_text(encoding="utf-8"))
    values[name] = value
    problems = read_segments("segments.toml", values)[1]
    assert problems[0].column == name
    assert message in problems[0].message


def test_a_missing_segment_is_reported() -> None:
    values = tomllib.loads((data_dir() / "motion" / "segments.toml").read_text(encoding="utf-8"))
    del values["grip"]
    assert [problem.column for problem in read_segments("segments.toml", values)[1]] == ["grip"]


def test_every_movement_shows_defined_exercises_and_stretches_of_its_class(library: MotionLibrary) -> None:
    catalog, problems = load_catalog(data_dir())
    assert not problems
    shown = {exercise_id: movement for movement in library.movements.values() for exercise_id in movement.shows}
    assert set(shown) <= set(catalog.exercises) | set(catalog.stretches)
    assert set(catalog.stretches) <= set(shown)
    for exercise_id, movement in shown.items():
        if exercise_id in catalog.exercises:
            assert catalog.exercises[exercise_id].length_class is movement.length_class, exercise_id
