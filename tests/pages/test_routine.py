"""The Routine page through the entry script: templates and own copies, fixes, versions, links, adding, playing on."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from hamcore.catalog import load_catalog
from hamcore.dates import Weekday
from hamcore.interchange.demo import demo_log
from hamcore.model.routine import Routine, RoutineDay
from hamcore.places import HOME_VARIABLE, data_dir, database_url
from hamcore.screens.board_document import item_document
from hamcore.storage import LOCAL_ATHLETE, Store, open_store
from hamcore.transfer.routine_link import link_text
from tests.filled import fill
from tests.pages.conftest import OpenPage

CATALOG = load_catalog(data_dir())[0]
SPLIT = CATALOG.routines["article_split"]
ONE_DAY = CATALOG.routines["article_one_day"]
BOARD = "routine_board"


@pytest.fixture
def store(home: Path) -> Iterator[Store]:
    url = database_url({HOME_VARIABLE: str(home)})
    home.mkdir(parents=True, exist_ok=True)
    opened = open_store(url, backup_dir=home / "backups", clock=lambda: datetime.now(UTC))
    yield opened
    opened.close()


def shown(app: AppTest) -> str:
    """Everything that is written on the page outside of widgets."""
    return " ".join(str(getattr(part, "value", "")) for part in app.get("html"))


def pressed(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception, app.exception
    return app


def opened(app: AppTest, menu: str) -> AppTest:
    """Open a menu or a part that is filled when it is opened."""
    app.session_state[menu] = True
    app.run()
    assert not app.exception, app.exception
    return app


def dropped(app: AppTest, days: tuple[RoutineDay, ...], subject: str, seq: int = 1) -> AppTest:
    """Send a week as the board does."""
    layout: list[list[object]] = [[] for _ in Weekday]
    names = [""] * len(Weekday)
    for day in days:
        items = [item_document(item) for item in day.items]
        layout[day.weekday] = [{"kind": one["kind"], "key": one["key"], "edit": one["edit"]} for one in items]
        names[day.weekday] = day.name
    week = {"client": "here", "seq": seq, "subject": subject, "layout": layout, "names": names}
    app.session_state[BOARD] = {"week": week}
    app.run()
    assert not app.exception, app.exception
    return app


def test_without_a_log_the_template_in_use_is_shown_with_what_the_check_says(open_page: OpenPage) -> None:
    app = open_page("routine.py")
    assert app.title[0].value == "Routine"
    assert app.selectbox(key="routine_choice").value == "article_split"
    assert "Today goes by it" in shown(app)
    assert "72\u202fh or more between the heavy hinges" in shown(app)


def test_a_drop_on_a_template_makes_an_own_copy_that_is_active_and_undo_takes_it_back(
    open_page: OpenPage, store: Store
) -> None:
    app = dropped(open_page("routine.py"), ONE_DAY.days, "article_split")
    (mine,) = store.own_routines(LOCAL_ATHLETE).values()
    assert mine.days == ONE_DAY.days
    assert store.load_settings(LOCAL_ATHLETE).routine_id == mine.routine_id
    assert app.selectbox(key="routine_choice").value == mine.routine_id
    assert "this is your own copy" in shown(app)
    assert CATALOG.routines["article_split"] == SPLIT
    pressed(app, "notice_undo")
    assert store.own_routines(LOCAL_ATHLETE) == {}
    assert store.load_settings(LOCAL_ATHLETE).routine_id == "article_split"


def test_a_second_drop_that_still_names_the_template_lands_in_the_copy(open_page: OpenPage, store: Store) -> None:
    app = dropped(open_page("routine.py"), ONE_DAY.days, "article_split")
    dropped(app, SPLIT.days[:1], "article_split", seq=2)
    (mine,) = store.own_routines(LOCAL_ATHLETE).values()
    assert mine.days == SPLIT.days[:1]


def test_a_week_the_board_could_not_send_changes_nothing(open_page: OpenPage, store: Store) -> None:
    app = open_page("routine.py")
    app.session_state[BOARD] = {
        "week": {"client": "x", "seq": 1, "subject": "article_split", "layout": [], "names": []}
    }
    app.run()
    assert not app.exception
    assert store.own_routines(LOCAL_ATHLETE) == {}


@pytest.fixture
def mine(store: Store) -> Routine:
    """An own routine with its swing before the hinge, active."""
    monday, thursday, saturday = SPLIT.days
    rdl, swing, bend = thursday.items
    routine = Routine("mine", "My week", "", (monday, replace(thursday, items=(swing, rdl, bend)), saturday))
    store.save_routine(LOCAL_ATHLETE, routine, "first")
    store.save_settings(LOCAL_ATHLETE, replace(store.load_settings(LOCAL_ATHLETE), routine_id="mine"))
    return routine


def now(store: Store) -> Routine:
    return store.own_routines(LOCAL_ATHLETE)["mine"]


def test_a_fix_answers_its_finding_and_can_be_undone(open_page: OpenPage, store: Store, mine: Routine) -> None:
    app = open_page("routine.py")
    assert "Swings before the heavy hinge" in shown(app)
    pressed(app, "fix_swing_first")
    assert now(store).days[1].items == SPLIT.days[1].items
    assert "Swings before the heavy hinge" not in shown(app)
    pressed(app, "notice_undo")
    assert now(store) == mine


def test_a_drop_is_stored_at_once_and_is_no_version(open_page: OpenPage, store: Store, mine: Routine) -> None:
    dropped(open_page("routine.py"), SPLIT.days, "mine")
    assert now(store).days == SPLIT.days
    assert [one.routine.days for one in store.routine_versions(LOCAL_ATHLETE, "mine")] == [mine.days]


def test_a_version_is_kept_compared_and_brought_back(open_page: OpenPage, store: Store, mine: Routine) -> None:
    app = opened(dropped(open_page("routine.py"), SPLIT.days, "mine"), "routine_save")
    app.text_input(key="version_note").set_value("in order")
    pressed(app, "save_version")
    kept = store.routine_versions(LOCAL_ATHLETE, "mine")
    assert [(one.version, one.note) for one in kept] == [(2, "in order"), (1, "first")]
    pressed(opened(app, "routine_save"), "save_version")
    assert "Nothing has changed since version 2" in shown(app)
    opened(app, "versions")
    assert "Order" in shown(app)
    assert "Kettlebell swing, Romanian deadlift" in shown(app)
    pressed(app, "restore_1")
    assert now(store) == mine
    pressed(app, "notice_undo")
    assert now(store).days == SPLIT.days


def test_a_routine_is_renamed_unless_the_name_is_taken_or_empty(
    open_page: OpenPage, store: Store, mine: Routine
) -> None:
    app = opened(open_page("routine.py"), "routine_more")
    field = f"rename_mine_{mine.name}"
    for name, words in (("  ", "needs a name"), (SPLIT.name, "There is a routine called")):
        app.text_input(key=field).set_value(name).run()
        assert words in shown(app)
        assert now(store).name == mine.name
    app.text_input(key=field).set_value("Legs twice").run()
    assert now(store).name == "Legs twice"


def test_deleting_the_active_routine_leaves_today_a_plan_and_undo_brings_it_back(
    open_page: OpenPage, store: Store, mine: Routine
) -> None:
    app = pressed(opened(open_page("routine.py"), "routine_more"), "delete")
    assert store.own_routines(LOCAL_ATHLETE) == {}
    assert store.load_settings(LOCAL_ATHLETE).routine_id == "article_split"
    pressed(app, "notice_undo")
    assert now(store) == mine
    assert store.load_settings(LOCAL_ATHLETE).routine_id == "mine"


@pytest.mark.parametrize("template", ["article_one_day", "no_machines", "twenty_minutes", "none"])
def test_a_new_routine_is_not_active_until_it_is_made_so(open_page: OpenPage, store: Store, template: str) -> None:
    app = pressed(opened(open_page("routine.py"), "routine_new"), f"template_{template}")
    (made,) = store.own_routines(LOCAL_ATHLETE).values()
    assert made.days == (CATALOG.routines[template].days if template != "none" else ())
    assert store.load_settings(LOCAL_ATHLETE).routine_id == "article_split"
    pressed(opened(app, "routine_more"), "make_active")
    assert store.load_settings(LOCAL_ATHLETE).routine_id == made.routine_id
    pressed(app, "notice_undo")
    assert store.load_settings(LOCAL_ATHLETE).routine_id == "article_split"


def test_a_duplicate_is_another_routine(open_page: OpenPage, store: Store, mine: Routine) -> None:
    pressed(opened(open_page("routine.py"), "routine_more"), "duplicate")
    other = next(one for key, one in store.own_routines(LOCAL_ATHLETE).items() if key != "mine")
    assert other.days == mine.days
    assert other.name != mine.name


def test_an_exercise_from_its_page_is_put_on_a_day(open_page: OpenPage, store: Store, mine: Routine) -> None:
    links = open_page("exercises.py", query={"exercise": "nordic_curl"}).get("page_link")
    assert any(link.proto.label == "Add to routine" for link in links)
    app = open_page("routine.py", query={"add": "nordic_curl"})
    assert "Add: Nordic" in shown(app)
    pressed(app, "add_tuesday")
    assert [slot.exercise_id for day, slot in now(store).slots() if day.weekday is Weekday.TUESDAY] == ["nordic_curl"]
    assert "Add: Nordic" not in shown(app)
    pressed(app, "notice_undo")
    assert now(store) == mine


def test_an_address_that_adds_nothing_known_is_the_usual_page(open_page: OpenPage) -> None:
    assert "Add:" not in shown(open_page("routine.py", query={"add": "no_such_thing"}))


def test_a_link_is_shown_and_nothing_is_written_until_it_is_kept(open_page: OpenPage, store: Store) -> None:
    shared = replace(ONE_DAY, routine_id="theirs", name="From a friend")
    app = open_page("routine.py", query={"routine": link_text(shared, CATALOG)})
    assert "From a friend" in shown(app)
    assert "Only shown, not kept" in shown(app)
    assert store.own_routines(LOCAL_ATHLETE) == {}
    pressed(app, "keep_offer")
    (kept,) = store.own_routines(LOCAL_ATHLETE).values()
    assert (kept.name, kept.days) == ("From a friend", ONE_DAY.days)
    assert app.selectbox(key="routine_choice").value == kept.routine_id


def test_a_link_can_be_left(open_page: OpenPage, store: Store) -> None:
    app = open_page("routine.py", query={"routine": link_text(ONE_DAY, CATALOG)})
    pressed(app, "leave")
    assert app.selectbox(key="routine_choice").value == "article_split"
    assert store.own_routines(LOCAL_ATHLETE) == {}


@pytest.mark.parametrize("damage", [lambda text: text[:-9], lambda text: "x" + text, lambda _: "<b>"])
def test_a_damaged_link_says_so_and_leads_back(open_page: OpenPage, store: Store, damage: Callable[[str], str]) -> None:
    app = open_page("routine.py", query={"routine": damage(link_text(ONE_DAY, CATALOG))})
    assert "This routine cannot be read" in shown(app)
    assert "Nothing was written" in shown(app)
    assert store.own_routines(LOCAL_ATHLETE) == {}
    pressed(app, "leave")
    assert app.selectbox(key="routine_choice").value == "article_split"


def test_the_share_menu_has_every_way_out(open_page: OpenPage, mine: Routine) -> None:
    app = opened(open_page("routine.py"), "routine_share")
    assert mine.name
    found = {str(part.proto.label) for part in app.get("download_button")}
    assert found == {"Share file", "Calendar file", "A4", "Letter", "PNG", "SVG"}
    assert "?routine=1." in app.code[0].value


def test_names_are_shown_as_written(open_page: OpenPage, store: Store) -> None:
    hostile = "<img src=x onerror=alert(1)> *bold* :red[no]"
    store.save_routine(LOCAL_ATHLETE, Routine("mine", hostile, "<script>", SPLIT.days), "<i>")
    app = opened(open_page("routine.py", query={"plan": "mine"}), "versions")
    assert "<img" not in shown(app)
    assert "<script>" not in shown(app)
    assert "<i>" not in shown(app)


def test_nothing_is_played_forward_before_it_is_asked_for(open_page: OpenPage, home: Path) -> None:
    fill(home, demo_log(datetime.now(UTC).date()).workouts)
    app = open_page("routine.py")
    assert not app.get("vega_lite_chart")
    pressed(app, "forward_play")
    assert "Your rate:" in shown(app)
    assert "No workout is missed" in shown(app)
    pressed(app, "forward_close")
    assert "Your rate:" not in shown(app)


def test_without_a_log_the_play_forward_says_what_is_missing(open_page: OpenPage) -> None:
    app = pressed(open_page("routine.py"), "forward_play")
    assert "Not logged yet" in shown(app)


def test_today_and_workout_follow_the_active_routine(open_page: OpenPage, store: Store, mine: Routine) -> None:
    unnamed = replace(mine, days=tuple(replace(day, name="") for day in mine.days))
    store.save_routine(LOCAL_ATHLETE, unnamed, keep=False)
    words = shown(open_page("today.py")) + shown(open_page("workout.py"))
    assert "KB swing and RDL" in words or "Deadlift and Seated curl" in words
