"""Workout: started, logged on the gym floor, left and found again, finished, corrected; every step has a way back."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from hamcore.athlete import AthleteState
from hamcore.catalog import load_catalog
from hamcore.model.log import LoggedSet, SetType, Workout
from hamcore.model.plan import PlanItem, WorkoutPlan
from hamcore.places import data_dir
from hamcore.storage import LOCAL_ATHLETE
from hamcore.units import Load, LoadUnit
from pages._parts.session import Here
from pages._parts.workout_actions import key_for
from pages._parts.workout_floor import FACTS, HURTS
from tests.pages.conftest import OpenPage
from tests.pages.parts import exercise_of, floor_of, labels, log_tap, page_text, send, store_of, tap

LIFT = "barbell_deadlift"


def sets_in(home: Path) -> list[LoggedSet]:
    """All stored sets in the order they were done."""
    store = store_of(home)
    log = store.load_log(LOCAL_ATHLETE)
    store.close()
    return sorted((entry for sets in log.sets.values() for entry in sets), key=lambda entry: entry.set_no)


def workouts_in(home: Path) -> list[Workout]:
    store = store_of(home)
    found = list(store.load_log(LOCAL_ATHLETE).workouts.values())
    store.close()
    return found


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception, app.exception
    return app


def started(open_page: OpenPage) -> AppTest:
    """The first day of the routine, begun."""
    app = open_page("workout.py")
    app.button(key="start_0").click().run()
    assert not app.exception, app.exception
    return app


def opened(app: AppTest, expander: str) -> AppTest:
    """The page with this part of it unfolded."""
    app.session_state[expander] = True
    app.run()
    assert not app.exception, app.exception
    return app


def address(app: AppTest) -> dict[str, str]:
    return {"workout": floor_of(app)["workout_id"]}


def new_session(open_page: OpenPage, app: AppTest) -> AppTest:
    """The same address in another browser, after the server started again."""
    st.cache_resource.clear()
    return open_page("workout.py", query=address(app))


def states(app: AppTest, key: str = LIFT) -> list[str]:
    """The states of an exercise's working sets."""
    return [row["state"] for row in exercise_of(app, key)["rows"] if row["kind"] != "warm_up"]


def test_an_empty_log_offers_the_routine_and_an_empty_workout_with_one_primary_button(open_page: OpenPage) -> None:
    app = open_page("workout.py")

    assert [button.label for button in app.button if button.proto.type == "primary"] == ["Start workout"]
    assert "Start an empty workout" in labels(app)
    assert "None yet." in page_text(app)


def test_a_started_workout_has_an_address_and_is_not_in_the_log(home: Path, open_page: OpenPage) -> None:
    app = started(open_page)

    assert app.query_params["workout"] == floor_of(app)["workout_id"]
    assert floor_of(app)["mode"] == "live"
    assert states(app) == ["planned"] * 3
    assert not workouts_in(home)


def test_a_tap_is_stored_at_once_and_shown_as_done(home: Path, open_page: OpenPage) -> None:
    app = send(started(open_page), log_tap(LIFT, load="122.5", rir=2))

    (entry,) = sets_in(home)
    assert entry.load == Load(Decimal("122.5"), LoadUnit.KG)
    assert (entry.exercise, entry.reps, entry.rir) == (LIFT, 8, 2.0)
    assert states(app) == ["done", "planned", "planned"]
    assert [ack["set_no"] for ack in floor_of(app)["acked"]] == [1]


def test_a_workout_opens_again_from_its_address_after_a_closed_browser_and_a_new_server(open_page: OpenPage) -> None:
    app = new_session(open_page, send(started(open_page), log_tap(LIFT)))

    assert states(app) == ["done", "planned", "planned"]
    assert len(floor_of(app)["exercises"]) == 2


def test_an_open_workout_without_a_set_is_listed_after_a_restart(open_page: OpenPage) -> None:
    begun = floor_of(started(open_page))["workout_id"]
    st.cache_resource.clear()

    app = press(open_page("workout.py"), "Continue")

    assert floor_of(app)["workout_id"] == begun


def test_several_open_workouts_are_listed_the_newest_first(open_page: OpenPage) -> None:
    app = started(open_page)
    app = open_page("workout.py")
    app.button(key="start_empty").click().run()

    assert labels(open_page("workout.py"))[:2] == ["Continue", "Continue"]


def test_the_targets_stay_while_sets_are_logged(open_page: OpenPage) -> None:
    app = started(open_page)
    before = exercise_of(app, LIFT)["headline"], exercise_of(app, LIFT)["reason"]

    send(app, log_tap(LIFT), log_tap(LIFT, 2))

    assert (exercise_of(app, LIFT)["headline"], exercise_of(app, LIFT)["reason"]) == before


def test_the_same_tap_from_two_windows_stores_one_set(home: Path, open_page: OpenPage) -> None:
    app, one = started(open_page), log_tap(LIFT)
    second = open_page("workout.py", query=address(app))

    send(app, one)
    send(second, one)

    assert len(sets_in(home)) == 1
    assert [ack["id"] for ack in floor_of(second)["acked"]] == [one["id"]]


def test_the_same_set_from_two_windows_is_asked_about(home: Path, open_page: OpenPage) -> None:
    app = started(open_page)
    second = open_page("workout.py", query=address(app))

    send(app, log_tap(LIFT, reps=8))
    send(second, log_tap(LIFT, reps=6))

    assert [entry.reps for entry in sets_in(home)] == [8]
    assert "another window" in floor_of(second)["conflicts"][0]["message"]


@pytest.mark.parametrize(
    ("values", "limit"),
    [
        ({"load": "-5"}, "from 0 to 700"),
        ({"load": "825"}, "from 0 to 700"),
        ({"load": "heavy"}, "from 0 to 700"),
        ({"reps": 0}, "from 1 to 1000"),
        ({"reps": 10**9}, "from 1 to 1000"),
        ({"rir": 11}, "from 0 to 10"),
    ],
    ids=str,
)
def test_numbers_that_cannot_be_are_refused_with_the_limit(
    values: dict[str, str | int], limit: str, home: Path, open_page: OpenPage
) -> None:
    wrong = log_tap(LIFT) | values
    app = send(started(open_page), wrong)

    assert limit in floor_of(app)["refused"][0]["message"]
    assert not sets_in(home)


def test_a_comma_before_the_fraction_is_a_fraction(home: Path, open_page: OpenPage) -> None:
    send(started(open_page), log_tap(LIFT, load="82,5"))

    assert [entry.load_kg for entry in sets_in(home)] == [82.5]


def test_an_exercise_is_skipped_swapped_and_moved(open_page: OpenPage) -> None:
    app = started(open_page)
    first, second = (one["key"] for one in floor_of(app)["exercises"])

    send(app, tap("skip", exercise=first), tap("move", exercise=second, order=[second, first]))
    assert [one["key"] for one in floor_of(app)["exercises"]] == [second, first]
    assert exercise_of(app, first)["is_skipped"]

    stand_in = exercise_of(app, second)["swaps"][0]
    assert "same function" in stand_in["group"]
    send(app, tap("swap", exercise=second, to=stand_in["key"]))
    assert [one["key"] for one in floor_of(app)["exercises"]] == [stand_in["key"], first]


def test_two_exercises_are_done_in_turn(open_page: OpenPage) -> None:
    app = started(open_page)
    first, second = (one["key"] for one in floor_of(app)["exercises"])

    send(app, tap("superset", exercise=first, to=second))

    assert [one["superset"] for one in floor_of(app)["exercises"]] == ["A1", "A2"]


def test_an_exercise_is_added_once_with_the_plan_of_its_definition(open_page: OpenPage) -> None:
    app = open_page("workout.py")
    app.button(key="start_empty").click().run()
    app.selectbox(key="new_exercise").set_value("nordic_curl").run()
    app.selectbox(key="new_exercise").set_value("nordic_curl").run()

    assert [one["name"] for one in floor_of(app)["exercises"]] == ["Nordic curl"]
    assert set(states(app, "nordic_curl")) == {"planned"}
    assert exercise_of(new_session(open_page, app), "nordic_curl")["is_removable"]


def test_an_exercise_of_the_routine_is_skipped_and_not_removed(open_page: OpenPage) -> None:
    assert not any(one["is_removable"] for one in floor_of(started(open_page))["exercises"])


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("nordic_curl", "nordic_curl"),
        ("  romanian deadlift (barbell) ", "romanian_deadlift"),
        ("Sled  <b>drag</b>", "name:Sled <b>drag</b>"),
        ("my hinge", "good_morning"),
        ("name:Sled", "name:Sled"),
    ],
    ids=["definition", "alias", "own name", "mapped before", "own name chosen from the list"],
)
def test_a_typed_name_becomes_what_it_means_and_else_stays_as_typed(home: Path, typed: str, key: str) -> None:
    store, catalog = store_of(home), load_catalog(data_dir())[0]
    store.map_names(LOCAL_ATHLETE, {"my hinge": "good_morning"})
    me = Here(LOCAL_ATHLETE, store, catalog, AthleteState(store, LOCAL_ATHLETE, catalog), date(2026, 3, 2))

    assert key_for(me, typed) == key


def test_a_name_typed_by_mistake_is_removed_and_leaves_no_trace(open_page: OpenPage) -> None:
    app = started(open_page)
    # A test cannot type a name that is not among the options; the tap that puts an exercise back adds it too.
    send(app, tap("add", exercise="name:Sledd", order=[]))
    assert exercise_of(app, "name:Sledd")["is_removable"]

    send(app, tap("remove", exercise="name:Sledd"), log_tap(LIFT), tap("finish"))
    assert "Left out: Seated leg curl." in page_text(app)

    app = press(open_page("workout.py"), "Repeat")
    assert [one["key"] for one in floor_of(app)["exercises"]] == [LIFT, "seated_leg_curl"]


def test_a_workout_has_one_way_to_its_end(open_page: OpenPage) -> None:
    app = started(open_page)
    assert "Leave without logging" in labels(app)
    send(app, log_tap(LIFT))
    assert not {"Leave without logging", "Finish workout"} & set(labels(app))


def begun(home: Path, day: date) -> str:
    """A workout that was begun on ``day`` and is still open; its id."""
    workout_id = past(home, day)
    store = store_of(home)
    workout = store.load_log(LOCAL_ATHLETE).workouts[workout_id]
    store.save_plan(LOCAL_ATHLETE, WorkoutPlan(workout, (PlanItem(LIFT, None),)))
    store.close()
    return workout_id


def test_a_workout_begun_on_an_earlier_day_is_moved_to_today_when_asked(home: Path, open_page: OpenPage) -> None:
    yesterday = date.today() - timedelta(days=1)
    app = open_page("workout.py", query={"workout": begun(home, yesterday)})
    assert f"Begun on {yesterday:%A} {yesterday.day}" in page_text(app)

    press(app, "Move it to today")

    assert {entry.day for entry in sets_in(home)} == {date.today()}
    assert "Begun on" not in page_text(app)


def test_a_workout_begun_on_an_earlier_day_asks_once(home: Path, open_page: OpenPage) -> None:
    yesterday = date.today() - timedelta(days=1)
    app = open_page("workout.py", query={"workout": begun(home, yesterday)})

    app.button(key="stays").click().run()

    assert "Begun on" not in page_text(app)
    assert {entry.day for entry in sets_in(home)} == {yesterday}


def test_a_workout_of_today_asks_nothing_about_its_day(open_page: OpenPage) -> None:
    assert "Begun on" not in page_text(started(open_page))


def test_a_workout_without_sets_leaves_nothing_behind(home: Path, open_page: OpenPage) -> None:
    app = press(started(open_page), "Leave without logging")

    assert "Continue" not in labels(app)
    assert not app.query_params
    assert not workouts_in(home)


def test_finishing_says_what_was_done_and_what_changes_next_time_and_why(home: Path, open_page: OpenPage) -> None:
    sets = [log_tap(LIFT, number, rir=2) for number in (1, 2, 3)]
    app = send(started(open_page), *sets, tap("finish"))

    text = page_text(app)
    assert app.query_params["view"] == "finished"
    assert "100\u202fkg × 8, 8, 8" in text
    assert "3 × 102.5\u202fkg × 6" in text
    assert "You reached 8, 8, 8 at 100\u202fkg today" in text
    assert "What would have changed it" in text
    assert "Left out: Seated leg curl" in text
    assert [workout.duration_s is not None for workout in workouts_in(home)] == [True]


def test_the_next_workout_asks_for_what_the_last_one_said(open_page: OpenPage) -> None:
    send(started(open_page), *(log_tap(LIFT, number, rir=2) for number in (1, 2, 3)), tap("finish"))

    app = press(open_page("workout.py"), "Repeat")

    headline = exercise_of(app, LIFT)["headline"]

    assert (headline["load"], headline["change"], headline["direction"]) == ("102.5", "+2.5\u202fkg", "up")


def test_a_finished_workout_is_past_and_can_be_gone_on_with(open_page: OpenPage) -> None:
    app = send(started(open_page), log_tap(LIFT), tap("finish"))
    assert "Continue" not in labels(open_page("workout.py"))

    press(app, "Go on with it")

    assert floor_of(app)["mode"] == "live"
    assert states(app) == ["done", "planned", "planned"]


def test_a_past_workout_is_repeated_with_its_exercises_and_plan(home: Path, open_page: OpenPage) -> None:
    app = send(started(open_page), log_tap(LIFT), tap("finish"))
    past = workouts_in(home)[0].workout_id

    app = press(open_page("workout.py"), "Repeat")

    assert floor_of(app)["workout_id"] != past
    assert [one["key"] for one in floor_of(app)["exercises"]] == [LIFT, "seated_leg_curl"]
    assert states(app) == ["planned"] * 3


def past(home: Path, day: date, title: str = "Pull", load: str = "100", reps: int = 5, note: str = "") -> str:
    """A workout of an earlier day in the log; its id."""
    store = store_of(home)
    workout_id = f"{day}{title}"
    store.add_workout(LOCAL_ATHLETE, Workout(workout_id, day, f"{day}T18:00:00", title, note, None, "hevy"))
    for number in (1, 2, 3):
        typed = Load(Decimal(load), LoadUnit.KG)
        entry = log_entry(workout_id, day, number, typed, reps)
        store.add_set(LOCAL_ATHLETE, entry)
    store.close()
    return workout_id


def log_entry(workout_id: str, day: date, number: int, load: Load, reps: int) -> LoggedSet:
    return LoggedSet(workout_id, number, number, day, LIFT, SetType.WORKING, load, load.kg, reps, None, None, None, "")


def test_an_edit_of_an_old_set_is_shown_with_what_follows_and_stored_only_then(home: Path, open_page: OpenPage) -> None:
    workout_id = past(home, date.today() - timedelta(days=7), reps=8)
    app = open_page("workout.py", query={"workout": workout_id})
    assert floor_of(app)["mode"] == "past"
    change = tap("edit", exercise=LIFT, set_no=3, load="100", unit="kg", reps=5, type="working")

    send(app, preview=change)
    preview = floor_of(app)["preview"]
    assert preview["id"] == change["id"]
    assert any("Next time" in line for part in preview["lines"] for line in part["lines"])
    assert [entry.reps for entry in sets_in(home)] == [8, 8, 8]

    send(app, change)
    assert [entry.reps for entry in sets_in(home)] == [8, 8, 5]


def test_an_imported_load_that_is_help_can_be_corrected(home: Path, open_page: OpenPage) -> None:
    workout_id = past(home, date(2026, 3, 2), load="-10")
    app = open_page("workout.py", query={"workout": workout_id})

    send(app, tap("edit", exercise=LIFT, set_no=1, load="-10", unit="kg", reps=7, type="working"))

    assert next((entry.load_kg, entry.reps) for entry in sets_in(home)) == (-10.0, 7)


def test_a_workout_is_moved_to_another_day_and_back(home: Path, open_page: OpenPage) -> None:
    workout_id = past(home, date(2026, 3, 2))
    app = opened(open_page("workout.py", query={"workout": workout_id}), FACTS)

    app.date_input[0].set_value(date(2026, 3, 4)).run()
    assert {entry.day for entry in sets_in(home)} == {date(2026, 3, 4)}
    assert workouts_in(home)[0].started_at == "2026-03-04T18:00:00"

    press(app, "Undo")
    assert {entry.day for entry in sets_in(home)} == {date(2026, 3, 2)}
    assert app.date_input[0].value == date(2026, 3, 2)


def test_a_deleted_workout_comes_back_with_its_sets(home: Path, open_page: OpenPage) -> None:
    workout_id = past(home, date(2026, 3, 2))
    app = press(open_page("workout.py", query={"workout": workout_id}), "Delete this workout")
    assert not sets_in(home)

    press(app, "Undo")
    assert len(sets_in(home)) == 3


def test_a_workout_deleted_in_another_window_is_said_and_no_tap_is_lost_silently(
    home: Path, open_page: OpenPage
) -> None:
    app = send(started(open_page), log_tap(LIFT))
    document = floor_of(app)
    store = store_of(home)
    store.delete_workout(LOCAL_ATHLETE, document["workout_id"])
    store.close()

    app.run()

    assert "is not in your log" in page_text(app)
    assert not app.exception


def test_an_address_of_no_workout_is_said(open_page: OpenPage) -> None:
    app = open_page("workout.py", query={"workout": "nobody"})

    assert "is not in your log" in page_text(app)
    assert "Start an empty workout" in labels(press(app, "To the start of this page"))


def test_name_day_and_note_are_saved_at_once_and_can_be_undone(home: Path, open_page: OpenPage) -> None:
    app = opened(send(started(open_page), log_tap(LIFT)), FACTS)
    app.text_input[0].set_value("Heavy <i>day</i>").run()
    app.text_area[0].set_value("slept well").run()
    app.date_input[0].set_value(date(2026, 3, 2)).run()

    (changed,) = workouts_in(home)
    assert (changed.title, changed.note, changed.day) == ("Heavy <i>day</i>", "slept well", date(2026, 3, 2))
    assert [title.value for title in app.title] == ["Heavy \\<i\\>day\\</i\\>"]
    press(app, "Undo")
    assert workouts_in(home)[0].day != date(2026, 3, 2)


def test_a_name_given_before_the_first_set_is_stored_with_it(home: Path, open_page: OpenPage) -> None:
    app = open_page("workout.py")
    app.button(key="start_empty").click().run()
    opened(app, FACTS).text_input[0].set_value("Garage").run()
    app.selectbox(key="new_exercise").set_value(LIFT).run()

    send(app, log_tap(LIFT))

    assert [workout.title for workout in workouts_in(home)] == ["Garage"]


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_day_of_a_workout_is_that_of_the_persons_time_zone(home: Path, open_page: OpenPage, zone: str) -> None:
    before = datetime.now(ZoneInfo(zone)).date()
    app = open_page("workout.py", timezone=zone)
    app.button(key="start_0").click().run()
    send(app, log_tap(LIFT))

    assert before <= workouts_in(home)[0].day <= datetime.now(ZoneInfo(zone)).date()


def with_body_lift(open_page: OpenPage) -> AppTest:
    app = open_page("workout.py")
    app.button(key="start_empty").click().run()
    app.selectbox(key="new_exercise").set_value("nordic_curl").run()
    return app


def body_weights(home: Path) -> list[Load]:
    store = store_of(home)
    found = list(store.body_weights(LOCAL_ATHLETE).values())
    store.close()
    return found


def type_body_weight(app: AppTest, typed: str) -> AppTest:
    next(field for field in app.text_input if (field.key or "").startswith("body_")).set_value(typed).run()
    assert not app.exception, app.exception
    return app


def test_an_exercise_that_lifts_the_body_asks_for_its_weight_and_reads_a_comma(home: Path, open_page: OpenPage) -> None:
    app = type_body_weight(with_body_lift(open_page), "82,5")

    assert body_weights(home) == [Load(Decimal("82.5"), LoadUnit.KG)]
    assert "82.5\u202fkg counts for this day" in page_text(app)
    press(app, "Undo")
    assert not body_weights(home)


@pytest.mark.parametrize("typed", ["-80", "8250", "eighty", "1e2"])
def test_what_is_no_body_weight_is_refused(typed: str, home: Path, open_page: OpenPage) -> None:
    app = type_body_weight(with_body_lift(open_page), typed)

    assert "Not done yet" in page_text(app)
    assert not body_weights(home)


def test_a_red_flag_stops_every_suggestion_until_it_is_taken_back(open_page: OpenPage) -> None:
    app = opened(started(open_page), HURTS)
    press(app, "I have this: a sign to stop")

    assert all(one["stop"] and not one["headline"]["load"] for one in floor_of(app)["exercises"])
    press(app, "Undo")
    assert not any(one["stop"] for one in floor_of(app)["exercises"])
