"""Stretching: the page, what is stored of it, and what it refuses."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from hamcore.athlete import AthleteState
from hamcore.catalog import load_catalog
from hamcore.model.log import Side
from hamcore.model.stretching import Hold, HoldKind, OwnStretch, RangeTest, RangeTestName, RangeUnit
from hamcore.model.symptom import Symptom, SymptomKind
from hamcore.places import data_dir
from hamcore.screens.guide_document import GuideNews
from hamcore.storage import LOCAL_ATHLETE, open_store
from pages._components.assets import FOLDER, read
from pages._components.checklist import SCRIPTS as LIST_SCRIPTS
from pages._components.guide import SCRIPTS as GUIDE_SCRIPTS
from pages._components.guide import parts
from pages._parts.guide import Memory, fold
from pages._parts.session import Here
from tests.pages.conftest import OpenPage
from tests.pages.parts import labels, page_text, store_of
from tests.pages.test_motion_components import FORBIDDEN

PAGE = "stretching.py"
DAY = date(2026, 6, 8)
TOWEL, FOLD, SCOOP = "lying_towel_stretch", "seated_forward_bend", "hamstring_scoop"
FILES = sorted(
    path
    for name in ("guide", "checklist")
    for path in (FOLDER / name).iterdir()
    if path.suffix in (".js", ".css", ".html")
)
_SEQ = count(1)


@pytest.fixture
def me(tmp_path: Path) -> Iterator[Here]:
    catalog, _ = load_catalog(data_dir())
    url = f"sqlite:///{tmp_path / 'log.sqlite3'}"
    store = open_store(url, backup_dir=tmp_path / "backups", clock=lambda: datetime.now(UTC), busy_timeout_s=0.05)
    state = AthleteState(store, LOCAL_ATHLETE, catalog)
    state.refresh()
    yield Here(LOCAL_ATHLETE, store, catalog, state, DAY)
    store.close()


def tap(tap_id: str, op: str, **values: Any) -> dict[str, Any]:
    return {"id": tap_id, "op": op, "at": "2026-06-08T18:05:00", "day": DAY.isoformat(), **values}


def log(tap_id: str, stretch: str = TOWEL, side: str = "left", **values: Any) -> dict[str, Any]:
    return tap(tap_id, "log", **{"stretch": stretch, "side": side, "seconds": 30, "when": "off_day", **values})


def tell(me: Here, *events: Mapping[str, Any], known: Memory | None = None) -> GuideNews:
    return fold(me, {"client": "c", "seq": 1, "events": list(events)}, known or Memory())


def ids(me: Here) -> list[str]:
    return [one.hold_id for one in me.state.holds]


def test_a_hold_is_stored_once_however_often_it_is_sent(me: Here) -> None:
    known = Memory()
    assert tell(me, log("a"), known=known)["acked"] == [{"id": "a"}]
    assert tell(me, log("a"), log("b", side="right"), known=known)["acked"] == [{"id": "a"}, {"id": "b"}]
    assert tell(me, log("a"))["acked"] == [{"id": "a"}], "a new session says so too"
    held = [(one.hold_id, one.side, one.seconds) for one in me.state.holds]
    assert held == [
        ("a", Side.LEFT, 30),
        ("b", Side.RIGHT, 30),
    ]


def test_a_hold_is_taken_back_and_brought_back(me: Here) -> None:
    tell(me, log("a"), tap("b", "delete", of="a"))
    assert ids(me) == []
    tell(me, tap("c", "restore", of="a"))
    assert ids(me) == ["a"]


def test_a_deletion_sent_before_its_hold_does_not_hide_the_hold_that_replaces_it(me: Here) -> None:
    tell(me, log("s-0-1"), tap("d", "delete", of="s-0-1"), log("s-0-2", seconds=12))
    assert [(one.hold_id, one.seconds) for one in me.state.holds] == [("s-0-2", 12)]


def test_a_report_closes_what_it_closes(me: Here) -> None:
    tell(me, tap("r", "symptom", kind="sit_bone_pain"))
    assert [(one.symptom_id, one.kind) for one in me.state.symptoms] == [("r", SymptomKind.SIT_BONE_PAIN)]


def test_a_bad_tap_is_refused_and_the_next_one_stored(me: Here) -> None:
    news = tell(me, log("a", seconds=-5), tap("b", "dance"), log("c"))
    assert [one["id"] for one in news["refused"]] == ["a", "b"]
    assert "1 to 600 seconds" in news["refused"][0]["message"]
    assert news["acked"] == [{"id": "c"}]
    assert [one.hold_id for one in me.state.holds] == ["c"]


def test_a_tick_writes_the_dose_down_and_taking_it_off_leaves_what_was_timed(me: Here) -> None:
    tell(me, log("a"), tap("t", "tick", stretch=TOWEL))
    kinds = [one.kind for one in me.state.holds]
    assert (kinds.count(HoldKind.GUIDED), kinds.count(HoldKind.TICKED)) == (1, 3)
    tell(me, tap("u", "untick", stretch=TOWEL))
    assert [one.hold_id for one in me.state.holds] == ["a"]
    tell(me, tap("v", "tick", stretch=TOWEL))
    assert len(me.state.holds) == 4


def test_a_tick_of_a_past_day_is_kept_and_one_of_a_day_to_come_refused(me: Here) -> None:
    past, ahead = DAY - timedelta(days=40), DAY + timedelta(days=1)
    news = tell(
        me,
        tap("a", "tick", stretch=FOLD, day=past.isoformat()),
        tap("b", "tick", stretch=FOLD, day=ahead.isoformat()),
    )
    assert {one.day for one in me.state.holds} == {past}
    assert "still to come" in news["refused"][0]["message"]


@pytest.mark.parametrize(
    "nonsense", [None, 3, "x", {}, {"events": 7}, {"events": None}, {"events": [None, {}, {"id": 3}]}]
)
def test_what_is_no_message_changes_nothing(nonsense: Any, me: Here) -> None:
    news = fold(me, nonsense, Memory())
    assert (news["acked"], news["refused"], news["trouble"]) == ([], [], "")


def test_a_store_that_is_busy_leaves_the_taps_with_the_browser(me: Here) -> None:
    tell(me, log("first"))
    with closing(sqlite3.connect(me.store.path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        news = tell(me, log("a"))
        assert (news["acked"], news["refused"]) == ([], [])
        assert news["trouble"]
        other.rollback()
    assert tell(me, log("a")) == {"client": "c", "seq": 1, "acked": [{"id": "a"}], "refused": [], "trouble": ""}


def test_what_is_known_of_taps_stays_bounded(me: Here) -> None:
    known = Memory()
    for number in range(600):
        tell(me, tap(f"t{number}", "dance"), known=known)
    assert len(known.settled) == 500


def test_there_are_component_files() -> None:
    assert len(FILES) > 8


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_component_never_makes_markup_of_text_and_never_leaves_the_machine(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert not FORBIDDEN.search(source)


def test_what_travels_with_a_hold_is_small() -> None:
    assert sum(len(read(name)) for name in GUIDE_SCRIPTS) < 110_000
    assert sum(len(read(name)) for name in LIST_SCRIPTS) < 40_000
    assert len(read("guide/meeting.js", "guide/news.js")) < 1000


# The page itself.


def news_of(app: AppTest, key: str) -> dict[str, Any]:
    (document,) = json.loads(app.get_by_key(key).proto.json)
    return dict(document)


def send(app: AppTest, key: str, name: str, *events: dict[str, Any], **more: Any) -> AppTest:
    app.session_state[key] = {name: {"client": "c", "seq": next(_SEQ), "events": list(events), **more}}
    app.run()
    assert not app.exception, app.exception
    return app


def holds_in(home: Path) -> list[Hold]:
    store = store_of(home)
    found = store.stretching(LOCAL_ATHLETE)
    store.close()
    assert found
    return list(found.holds)


def today() -> date:
    return datetime.now(UTC).date()


def keep(home: Path, *records: Hold | RangeTest | OwnStretch | Symptom) -> None:
    store = store_of(home)
    for one in records:
        match one:
            case Hold():
                store.log_hold(LOCAL_ATHLETE, one)
            case RangeTest():
                store.log_range_test(LOCAL_ATHLETE, one)
            case OwnStretch():
                store.save_own_stretch(LOCAL_ATHLETE, one)
            case Symptom():
                store.note_symptom(LOCAL_ATHLETE, one)
    store.close()


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception, app.exception
    return app


def test_an_empty_page_offers_the_articles_five_and_has_no_primary_button_beside_the_session(
    open_page: OpenPage,
) -> None:
    app = open_page(PAGE)
    fixed, news = news_of(app, "guide"), news_of(app, "guide_news")
    assert len(fixed["stretches"]) == 5
    assert all(one["movement"] for one in fixed["stretches"])
    assert {offer["when"] for offer in news["offers"]} == {"after_training", "off_day"}
    assert not [button.label for button in app.button if button.proto.type == "primary"]
    assert "Something hurts" in [one.label for one in app.expander]


def test_a_hold_changes_only_the_small_part(open_page: OpenPage, home: Path) -> None:
    app = open_page(PAGE)
    before = app.get_by_key("guide").proto.json
    send(app, "guide", "guide", log("a", day=today().isoformat()))
    assert app.get_by_key("guide").proto.json == before
    assert news_of(app, "guide_news")["acked"] == [{"id": "a"}]
    assert len(app.get_by_key("guide_news").proto.json) < 4000
    assert [one.hold_id for one in holds_in(home)] == ["a"]


def test_the_checklist_follows_the_session_in_the_same_run(open_page: OpenPage) -> None:
    app = open_page(PAGE)
    send(app, "guide", "guide", log("a", day=today().isoformat()))
    rows = {row["key"]: row for row in news_of(app, "checklist_week")["rows"]}
    assert rows[TOWEL]["state"] == "part"


def test_a_tick_and_another_day(open_page: OpenPage, home: Path) -> None:
    app = open_page(PAGE)
    yesterday = (today() - timedelta(days=1)).isoformat()
    send(app, "checklist", "ticks", day=yesterday)
    assert news_of(app, "checklist_week")["day"] == yesterday
    send(app, "checklist", "ticks", tap("t", "tick", stretch=FOLD, day=yesterday), day=yesterday)
    week = news_of(app, "checklist_week")
    assert [row["state"] for row in week["rows"] if row["key"] == FOLD] == ["done"]
    assert {one.day.isoformat() for one in holds_in(home)} == {yesterday}


def test_a_hold_is_corrected_within_its_limits_and_back(open_page: OpenPage, home: Path) -> None:
    keep(home, Hold("h", today(), FOLD, None, seconds=30))
    app = open_page(PAGE)
    app.text_input(key="hold_h_30").set_value("400000").run()
    assert "A hold has 1 to 600 seconds" in page_text(app)
    assert [one.seconds for one in holds_in(home)] == [30]
    app.text_input(key="hold_h_30").set_value("45").run()
    assert [one.seconds for one in holds_in(home)] == [45]
    assert "A hold has 1 to 600 seconds" not in page_text(app)
    press(app, "Undo")
    assert [one.seconds for one in holds_in(home)] == [30]


def test_a_hold_is_deleted_and_brought_back(open_page: OpenPage, home: Path) -> None:
    keep(home, Hold("h", today(), FOLD, None, seconds=30))
    app = open_page(PAGE)
    app.button(key="hold_h_delete").click().run()
    assert holds_in(home) == []
    press(app, "Undo")
    assert [one.hold_id for one in holds_in(home)] == ["h"]


def test_a_hold_is_typed_in_for_each_leg(open_page: OpenPage, home: Path) -> None:
    app = open_page(PAGE)
    app.selectbox(key="add_hold_stretch").select(TOWEL).run()
    app.text_input(key="add_hold_amount").set_value("-5").run()
    press(app, "Add")
    assert "A hold has 1 to 600 seconds" in page_text(app)
    assert holds_in(home) == []
    app.text_input(key="add_hold_amount").set_value("25").run()
    press(app, "Add")
    assert sorted((one.side or "", one.seconds) for one in holds_in(home)) == [("left", 25), ("right", 25)]
    press(app, "Undo")
    assert holds_in(home) == []


def test_an_own_forward_bend_is_closed_by_an_ache_at_the_sit_bone(open_page: OpenPage) -> None:
    app = open_page("stretching.py")
    app.text_input(key="own_name").set_value("Plough").run()
    app.text_input(key="own_amount").set_value("20").run()
    app.checkbox(key="own_bend").check().run()
    app.button(key="tap_own_add").click().run()
    assert not app.exception
    (own,) = [one for one in news_of(app, "guide")["stretches"] if one["key"] == "name:Plough"]
    assert own["closed_by"] == ["red_flag", "sit_bone_pain"]


def test_an_own_stretch_joins_the_list_and_leaves_it(open_page: OpenPage) -> None:
    app = open_page(PAGE)
    app.text_input(key="own_name").set_value("Door *frame*").run()
    app.text_input(key="own_amount").set_value("9999").run()
    press(app, "Keep this stretch")
    assert "A hold has 1 to 600 seconds" in page_text(app)
    app.text_input(key="own_amount").set_value("40").run()
    press(app, "Keep this stretch")
    assert "name:Door *frame*" in [row["key"] for row in news_of(app, "checklist_week")["rows"]]
    (own,) = [one for one in news_of(app, "guide")["stretches"] if one["key"] == "name:Door *frame*"]
    assert (own["movement"], own["hold_s"]) == (None, [40, 40])
    app.text_input(key="own_name").set_value("door *FRAME*").run()
    app.text_input(key="own_amount").set_value("40").run()
    press(app, "Keep this stretch")
    assert "There is a stretch called" in page_text(app)
    press(app, "Take off")
    assert "name:Door *frame*" not in [row["key"] for row in news_of(app, "checklist_week")["rows"]]
    press(app, "Undo")
    assert "name:Door *frame*" in [row["key"] for row in news_of(app, "checklist_week")["rows"]]


def readings_in(home: Path) -> list[RangeTest]:
    store = store_of(home)
    found = store.stretching(LOCAL_ATHLETE)
    store.close()
    assert found
    return list(found.range_tests)


@pytest.mark.parametrize("typed", ["400", "-1", "180.5", "far"])
def test_an_angle_that_cannot_be_is_refused_beside_its_field(typed: str, open_page: OpenPage, home: Path) -> None:
    app = open_page(PAGE)
    app.text_input(key="reading_straight_leg_raise_right").set_value(typed).run()
    press(app, "Keep this reading")
    assert "no number" in page_text(app) or "from 0 to 180" in page_text(app)
    assert readings_in(home) == []


def test_both_legs_are_kept_at_once_and_taken_back_at_once(open_page: OpenPage, home: Path) -> None:
    app = open_page(PAGE)
    app.text_input(key="reading_straight_leg_raise_left").set_value("71,5").run()
    app.text_input(key="reading_straight_leg_raise_right").set_value("75").run()
    press(app, "Keep this reading")
    assert sorted((one.side or "", one.value, one.warm) for one in readings_in(home)) == [
        (Side.LEFT, 71.5, True),
        (Side.RIGHT, 75.0, True),
    ]
    assert "71.5°" in page_text(app)
    press(app, "Undo")
    assert readings_in(home) == []


def test_one_wrong_leg_keeps_neither(open_page: OpenPage, home: Path) -> None:
    app = open_page(PAGE)
    app.text_input(key="reading_straight_leg_raise_left").set_value("70").run()
    app.text_input(key="reading_straight_leg_raise_right").set_value("700").run()
    press(app, "Keep this reading")
    assert readings_in(home) == []


def test_a_reach_needs_its_zero_point(open_page: OpenPage, home: Path) -> None:
    app = open_page(PAGE)
    app.segmented_control(key="range_test").set_value(RangeTestName.SIT_AND_REACH).run()
    app.text_input(key="reading_sit_and_reach_").set_value("30").run()
    press(app, "Keep this reading")
    assert "A number is needed." in page_text(app)
    app.text_input(key="zero_sit_and_reach").set_value("23").run()
    press(app, "Keep this reading")
    (reading,) = readings_in(home)
    assert (reading.comparable, reading.side) == (7.0, None)


def test_a_reading_is_corrected_deleted_and_brought_back(open_page: OpenPage, home: Path) -> None:
    keep(home, RangeTest("t", today(), RangeTestName.STRAIGHT_LEG_RAISE, Side.LEFT, 70.0, RangeUnit.DEG))
    app = open_page(PAGE)
    app.session_state["range_lines"] = True
    app.run()
    app.text_input(key="reading_value_t_70").set_value("400").run()
    assert "from 0 to 180" in page_text(app)
    app.text_input(key="reading_value_t_70").set_value("72").run()
    assert [one.value for one in readings_in(home)] == [72.0]
    app.button(key="reading_off_t").click().run()
    assert readings_in(home) == []
    press(app, "Undo")
    assert [one.value for one in readings_in(home)] == [72.0]


def test_norms_are_shown_for_nobody_until_asked_and_for_one_test_only(open_page: OpenPage) -> None:
    app = open_page(PAGE)
    assert "123 students" not in page_text(app)
    app.segmented_control(key="range_test").set_value(RangeTestName.ACTIVE_KNEE_EXTENSION).run()
    assert "For anybody else there are none." in page_text(app)


def test_a_sign_to_stop_closes_the_session_and_says_where_to_turn(open_page: OpenPage, home: Path) -> None:
    app = open_page(PAGE)
    press(app, "I have this: a sign to stop")
    assert "doctor" in news_of(app, "guide")["closed"]
    assert "a physical therapist before you train again" in page_text(app)
    press(app, "Undo")
    assert news_of(app, "guide")["closed"] == ""
    assert "Deadlift" not in labels(app)
    assert holds_in(home) == []


def test_the_parts_of_the_document_are_apart_and_find_each_other() -> None:
    fixed: Any = {"today": "", "offered": "off_day", "offers": [], "stretches": [], "closed": ""}
    news: Any = {"client": "", "seq": 0, "acked": [], "refused": [], "trouble": ""}
    stays, changes = parts(fixed, news, "k")
    assert stays == {"today": "", "stretches": [], "closed": "", "guide": "k"}
    assert changes == {"offered": "off_day", "offers": [], **news, "guide": "k"}
