"""Taps of the gym floor on their way into the store, and what the component is made of."""

import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from hamcore.athlete import AthleteState
from hamcore.catalog import load_catalog
from hamcore.model.log import Form, LoggedSet, SetType, Side, Workout
from hamcore.model.plan import PlanItem, WorkoutPlan
from hamcore.places import data_dir
from hamcore.storage import LOCAL_ATHLETE, open_store
from pages._components.assets import FOLDER, read
from pages._parts.floor import FloorAnswer, Memory, fold
from pages._parts.session import Here
from tests.pages import parts
from tests.pages.conftest import OpenPage
from tests.pages.test_motion_components import FORBIDDEN

DAY = date(2026, 6, 8)
WORKOUT = Workout("w", DAY, "2026-06-08T18:00:00", "Day A", "", None, "manual")
LIFT, CURL = "barbell_deadlift", "seated_leg_curl"
PLAN = WorkoutPlan(WORKOUT, (PlanItem(LIFT, None), PlanItem(CURL, None)))
FILES = sorted(
    path for name in ("floor", "rest") for path in (FOLDER / name).iterdir() if path.suffix in (".js", ".css", ".html")
)


@pytest.fixture
def me(tmp_path: Path) -> Iterator[Here]:
    catalog, _ = load_catalog(data_dir())
    url = f"sqlite:///{tmp_path / 'log.sqlite3'}"
    store = open_store(url, backup_dir=tmp_path / "backups", clock=lambda: datetime.now(UTC), busy_timeout_s=0.05)
    state = AthleteState(store, LOCAL_ATHLETE, catalog)
    state.refresh()
    store.save_plan(LOCAL_ATHLETE, PLAN)
    yield Here(LOCAL_ATHLETE, store, catalog, state, DAY)
    store.close()


def tap(tap_id: str, op: str, **values: Any) -> dict[str, Any]:
    return {"id": tap_id, "op": op, "at": "2026-06-08T18:05:00", **values}


def log(tap_id: str, number: int = 1, **values: Any) -> dict[str, Any]:
    usual = {"exercise": LIFT, "kind": "working", "load": "122.5", "unit": "kg", "reps": 8, "type": "working"}
    return tap(tap_id, "log", number=number, **{**usual, **values})


def send(me: Here, *events: Mapping[str, Any], known: Memory | None = None, **more: Any) -> FloorAnswer:
    sent = {
        "client": "c",
        "seq": 1,
        "workout_id": "w",
        "events": list(events),
        "current": LIFT,
        "preview": None,
        **more,
    }
    plan = me.store.plan(me.athlete_id, "w")
    assert plan
    return fold(me, plan, sent, known or Memory("w"))


def sets(me: Here) -> list[LoggedSet]:
    me.state.refresh()
    return list(me.state.log.sets.get(LIFT, ()))


def test_a_tap_is_stored_with_everything_noted(me: Here) -> None:
    answer = send(me, log("a", rir=2, form="broke", tempo="3-1-1-0", side="left", note="tired"))
    (entry,) = sets(me)
    assert answer.acked == [{"id": "a", "set_no": entry.set_no}]
    assert (entry.load_kg, entry.reps, entry.rir, entry.form, entry.side) == (122.5, 8, 2.0, Form.BROKE, Side.LEFT)
    assert entry.note == "tired"
    assert entry.tempo
    assert (entry.tempo.lower_s, entry.tempo.top_s) == (3, 0)


def test_a_tap_sent_again_is_stored_once_even_in_a_new_session(me: Here) -> None:
    first = send(me, log("a"))
    again = send(me, log("a"), known=Memory("w"))
    assert first.acked == again.acked
    assert len(sets(me)) == 1


def test_a_set_from_another_window_is_asked_about_and_both_can_stay(me: Here) -> None:
    send(me, log("a"))
    answer = send(me, log("b", reps=6))
    assert [one["id"] for one in answer.conflicts] == ["b"]
    assert "Set 1" in answer.conflicts[0]["message"]
    assert "This device: 122.5\u202fkg × 6. The other: 122.5\u202fkg × 8." in answer.conflicts[0]["message"]
    assert answer.conflicts[0]["set_no"] == sets(me)[0].set_no
    kept = send(me, tap("c", "keep_both", log=log("b", reps=6)))
    assert [one["id"] for one in kept.acked] == ["c"]
    assert [entry.reps for entry in sets(me)] == [8, 6]


def test_a_correction_finds_the_set_its_tap_made(me: Here) -> None:
    send(me, log("a"), tap("b", "edit", of="a", exercise=LIFT, load="120", unit="kg", reps=7, type="failure"))
    (entry,) = sets(me)
    assert (entry.load_kg, entry.reps, entry.set_type) == (120, 7, SetType.FAILURE)


def test_a_deletion_is_taken_back(me: Here) -> None:
    known = Memory("w")
    send(me, log("a"), tap("b", "delete", of="a", exercise=LIFT), known=known)
    assert sets(me) == []
    send(me, tap("c", "restore", of="a", exercise=LIFT), known=known)
    assert len(sets(me)) == 1


def test_a_set_is_found_by_its_tap_in_a_new_session(me: Here) -> None:
    send(me, log("a"))
    answer = send(me, tap("b", "delete", of="a", exercise=LIFT), known=Memory("w"))
    assert [one["id"] for one in answer.acked] == ["b"]
    assert sets(me) == []


@pytest.mark.parametrize(
    ("values", "limit"),
    [
        ({"load": "-1"}, "from 0 to 700 kg"),
        ({"load": "700.5"}, "from 0 to 700 kg"),
        ({"load": "1e3"}, "from 0 to 700 kg"),
        ({"load": "1501", "unit": "lb"}, "from 0 to 1500 lb"),
        ({"load": "nan"}, "from 0 to 700 kg"),
        ({"unit": "stone"}, "'stone' is not a unit"),
        ({"reps": 0}, "from 1 to 1000"),
        ({"reps": 1001}, "from 1 to 1000"),
        ({"reps": 10**9}, "from 1 to 1000"),
        ({"reps": "8"}, "from 1 to 1000"),
        ({"reps": True}, "from 1 to 1000"),
        ({"reps": None}, "from 1 to 1000"),
        ({"rir": 11}, "from 0 to 10"),
        ({"rir": -1}, "from 0 to 10"),
        ({"rir": "much"}, "from 0 to 10"),
        ({"form": "great"}, "'great' is not a form"),
        ({"type": "giant"}, "'giant' is not a type"),
        ({"tempo": "3-1-1"}, "four numbers"),
        ({"note": "x" * 501}, "at most 500 letters"),
        ({"exercise": ""}, "names no exercise"),
        ({"number": 0}, "which set"),
    ],
)
def test_a_number_that_cannot_be_is_refused_with_its_limit(values: Mapping[str, Any], limit: str, me: Here) -> None:
    answer = send(me, log("a", **{"number": 1, **values}))
    assert answer.acked == []
    assert limit in answer.refused[0]["message"]
    assert sets(me) == []


@pytest.mark.parametrize(
    "values",
    [
        {"load": "0"},
        {"load": "700"},
        {"load": "1500", "unit": "lb"},
        {"load": ""},
        {"load": "82,5"},
        {"reps": 1},
        {"reps": 1000},
        {"rir": 0},
        {"rir": 10},
        {"note": "x" * 500},
    ],
    ids=str,
)
def test_a_number_on_its_limit_is_stored(values: Mapping[str, Any], me: Here) -> None:
    assert send(me, log("a", **values)).refused == []
    assert len(sets(me)) == 1


@pytest.mark.parametrize("nonsense", [None, [], {}, {"events": 3, "workout_id": "x"}, {"workout_id": "other"}])
def test_what_is_no_message_of_this_workout_changes_nothing(nonsense: Any, me: Here) -> None:
    answer = fold(me, PLAN, nonsense, Memory("w"))
    assert (answer.acked, answer.refused, answer.plan) == ([], [], PLAN)


def test_an_unknown_tap_is_refused_and_the_next_one_stored(me: Here) -> None:
    answer = send(me, tap("x", "explode"), log("a"))
    assert [one["id"] for one in answer.refused] == ["x"]
    assert [one["id"] for one in answer.acked] == ["a"]


def test_the_plan_follows_its_taps(me: Here) -> None:
    answer = send(
        me,
        tap("a", "move", exercise=CURL, order=[CURL, LIFT]),
        tap("b", "skip", exercise=LIFT),
        tap("c", "swap", exercise=CURL, to="lying_leg_curl"),
    )
    assert [(one.exercise, one.is_skipped, one.swapped_for) for one in answer.plan.items] == [
        ("lying_leg_curl", False, CURL),
        (LIFT, True, ""),
    ]
    assert me.store.plan(me.athlete_id, "w") == answer.plan
    back = send(me, tap("d", "swap", exercise="lying_leg_curl", to=CURL), tap("e", "unskip", exercise=LIFT))
    assert [(one.exercise, one.is_skipped, one.swapped_for) for one in back.plan.items] == [
        (CURL, False, ""),
        (LIFT, False, ""),
    ]


def test_two_exercises_are_done_in_turn_and_apart_again(me: Here) -> None:
    together = send(me, tap("a", "superset", exercise=LIFT, to=CURL))
    assert [one.superset for one in together.plan.items] == [1, 1]
    apart = send(me, tap("b", "superset", exercise=LIFT, to=""))
    assert [one.superset for one in apart.plan.items] == [0, 0]


def test_an_exercise_is_removed_and_put_back_to_its_place(me: Here) -> None:
    send(me, tap("s", "superset", exercise=LIFT, to=CURL))
    removed = send(me, tap("a", "remove", exercise=LIFT), tap("b", "remove", exercise=LIFT))
    assert [(one.exercise, one.superset) for one in removed.plan.items] == [(CURL, 0)]
    back = tap("c", "add", exercise=LIFT, order=[LIFT, CURL])
    known = Memory("w")
    added = send(me, back, back | {"id": "d"}, known=known)
    assert [one.exercise for one in added.plan.items] == [LIFT, CURL]
    assert me.store.plan(me.athlete_id, "w") == added.plan


def test_an_exercise_with_sets_is_not_removed(me: Here) -> None:
    send(me, log("a"))
    answer = send(me, tap("b", "remove", exercise=LIFT))
    assert "has sets" in answer.refused[0]["message"]
    assert [one.exercise for one in answer.plan.items] == [LIFT, CURL]


@pytest.mark.parametrize("values", [{}, {"exercise": ""}, {"exercise": 3}])
def test_what_names_no_exercise_puts_none_back(values: Mapping[str, Any], me: Here) -> None:
    assert send(me, tap("a", "add", **values)).refused


def test_a_change_of_the_past_is_only_asked_about(me: Here) -> None:
    send(me, log("a"))
    number = sets(me)[0].set_no
    asked = tap("p", "edit", exercise=LIFT, set_no=number, load="100", unit="kg", reps=5, type="working")
    answer = send(me, preview=asked)
    assert answer.asked
    assert answer.entry
    assert (answer.asked["set_no"], answer.entry.load_kg) == (number, 100)
    assert sets(me)[0].load_kg == 122.5
    gone = send(me, preview=tap("q", "delete", exercise=LIFT, set_no=number))
    assert gone.asked
    assert gone.entry is None


def test_an_end_is_said_once(me: Here) -> None:
    known = Memory("w")
    assert send(me, tap("a", "finish"), known=known).is_finished
    assert not send(me, tap("a", "finish"), known=known).is_finished


def test_a_set_of_a_deleted_workout_is_refused(me: Here) -> None:
    send(me, log("a"))
    me.store.delete_workout(me.athlete_id, "w")
    answer = fold(me, PLAN, {"workout_id": "w", "events": [log("b", 2)]}, Memory("w"))
    assert "deleted in another window" in answer.refused[0]["message"]


def test_a_store_that_is_busy_leaves_the_tap_with_the_browser(me: Here) -> None:
    sent, known = {"workout_id": "w", "events": [log("a")]}, Memory("w")
    with closing(sqlite3.connect(me.store.path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        answer = fold(me, PLAN, sent, known)
        assert answer.trouble
        assert (answer.acked, answer.refused) == ([], [])
        other.rollback()
    assert [one["id"] for one in fold(me, PLAN, sent, known).acked] == ["a"]


def sent(app: AppTest) -> dict[str, str]:
    """The data of the floor and of its two parts as they travel."""
    return {key: app.get_by_key(key).proto.json for key in ("floor_frame", "floor_facts", "floor")}


def test_a_logged_set_sends_only_what_is_new(open_page: OpenPage) -> None:
    app = open_page("workout.py")
    app.button(key="start_0").click().run()
    parts.send(app, parts.log_tap(LIFT), current=LIFT)
    before = sent(app)
    parts.send(app, parts.log_tap(LIFT, 2), current=LIFT)
    after = sent(app)
    assert [key for key in after if after[key] != before[key]] == ["floor"]
    assert len(after["floor"]) < 4 * 1024


def test_the_floor_is_small_on_its_way() -> None:
    names = [str(path.relative_to(FOLDER)) for path in FILES]
    assert len(names) >= 12
    text = read(*names, "shared/base.css", "shared/chips.css", "shared/marks.css").encode()
    assert len(text) <= 94 * 1024
    assert len(zlib.compress(text)) <= 27 * 1024


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_floor_writes_no_markup_and_reaches_for_nothing_outside(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert not FORBIDDEN.findall(text)
