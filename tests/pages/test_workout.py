"""Workout: every tap is stored at once, can be corrected, and has a way back."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from streamlit.testing.v1 import AppTest

from hamcore.athlete import AthleteState
from hamcore.catalog import load_catalog
from hamcore.model.log import LoggedSet, SetType, Workout
from hamcore.places import data_dir
from hamcore.storage import LOCAL_ATHLETE
from hamcore.units import Load, LoadUnit
from pages._parts.session import Here
from pages._parts.workout_actions import key_for
from tests.pages.conftest import OpenPage
from tests.pages.parts import labels, page_text, store_of


def sets_in(home: Path) -> list[LoggedSet]:
    """All stored sets in the order they were done."""
    store = store_of(home)
    log = store.load_log(LOCAL_ATHLETE)
    store.close()
    return sorted((entry for sets in log.sets.values() for entry in sets), key=lambda entry: entry.set_no)


def started(open_page: OpenPage) -> AppTest:
    app = open_page("workout.py")
    app.button(key="start_0").click().run()
    return app


def fill(app: AppTest, load: float, reps: int, *, rir: float | None = None) -> AppTest:
    app.number_input[0].set_value(load)
    app.number_input[1].set_value(reps)
    if rir is not None:
        app.segmented_control[0].set_value(rir)
    return app


def log_set(app: AppTest, load: float, reps: int, *, rir: float | None = None) -> AppTest:
    fill(app, load, reps, rir=rir)
    next(button for button in app.button if (button.key or "").startswith("log_")).click().run()
    assert not app.exception, app.exception
    return app


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception, app.exception
    return app


def test_a_set_is_stored_at_once_with_load_unit_reps_and_reserve(home: Path, open_page: OpenPage) -> None:
    log_set(started(open_page), 122.5, 8, rir=2.0)

    (entry,) = sets_in(home)
    assert entry.exercise == "barbell_deadlift"
    assert entry.load is not None
    assert (str(entry.load.value), entry.load.unit, entry.reps, entry.rir) == ("122.5", LoadUnit.KG, 8, 2.0)


def test_nothing_is_stored_before_the_first_set(home: Path, open_page: OpenPage) -> None:
    press(started(open_page), "Leave without logging")

    assert not store_of(home).load_log(LOCAL_ATHLETE).workouts


def test_the_next_set_is_filled_with_the_one_before(open_page: OpenPage) -> None:
    app = log_set(started(open_page), 122.5, 8)

    assert [field.value for field in app.number_input] == [122.5, 8]
    assert "Log set 2" in labels(app)


def test_the_same_tap_from_two_windows_stores_one_set(home: Path, open_page: OpenPage) -> None:
    first = log_set(started(open_page), 100, 5)
    second = press(open_page("workout.py"), "Continue")

    log_set(first, 100, 5)
    log_set(second, 100, 5)

    assert [entry.set_no for entry in sets_in(home)] == [1, 2]
    assert "another window" not in page_text(second)


def test_another_set_under_a_number_taken_meanwhile_is_said_and_not_lost_silently(
    home: Path, open_page: OpenPage
) -> None:
    first = log_set(started(open_page), 100, 5)
    second = press(open_page("workout.py"), "Continue")

    log_set(first, 100, 5)
    log_set(second, 90, 12)

    assert [entry.reps for entry in sets_in(home)] == [5, 5]
    assert "changed or deleted in another window" in page_text(second)
    log_set(second, 90, 12)
    assert [entry.reps for entry in sets_in(home)] == [5, 5, 12]


def test_a_set_without_repetitions_is_refused_with_the_reason(home: Path, open_page: OpenPage) -> None:
    app = open_page("workout.py")
    app.button(key="start_empty").click().run()
    app.selectbox(key="new_exercise").set_value("nordic_curl").run()

    press(app, "Log set 1")

    assert "at least 1 repetition" in page_text(app)
    assert not sets_in(home)


@pytest.mark.parametrize(
    ("load", "reps", "reason"),
    [
        (-5, 5, "0 to 700"),
        (1025, 5, "0 to 700"),
        (1e9, 5, "0 to 700"),
        (100, 0, "at least 1"),
        (100, 1001, "1 to 1000"),
    ],
)
def test_numbers_that_cannot_be_are_refused_and_not_replaced(
    load: float, reps: int, reason: str, home: Path, open_page: OpenPage
) -> None:
    app = log_set(log_set(started(open_page), 100, 5), load, reps)

    assert reason in page_text(app)
    assert len(sets_in(home)) == 1
    assert [field.value for field in app.number_input] == [load, reps]


def test_an_imported_load_that_is_help_can_be_opened_and_corrected(home: Path, open_page: OpenPage) -> None:
    store = store_of(home)
    store.add_workout(LOCAL_ATHLETE, Workout("w", date.today(), "Pull", "", "", None, "hevy"))
    help_ = Load(Decimal(-10), LoadUnit.KG)
    store.add_set(
        LOCAL_ATHLETE,
        LoggedSet("w", 1, 1, date.today(), "glute_ham_raise", SetType.WORKING, help_, -10.0, 6, None, None, None, ""),
    )
    store.close()
    app = press(open_page("workout.py"), "Continue")

    press(app, "Edit")
    app.number_input[1].set_value(7)
    press(app, "Save set")

    assert [(entry.load_kg, entry.reps) for entry in sets_in(home)] == [(-10.0, 7)]


def test_a_logged_set_can_be_corrected_and_the_correction_undone(home: Path, open_page: OpenPage) -> None:
    app = press(log_set(started(open_page), 100, 5), "Edit")
    fill(app, 105, 6)
    press(app, "Save set")
    assert [(entry.load_kg, entry.reps) for entry in sets_in(home)] == [(105.0, 6)]

    press(app, "Undo")
    assert [(entry.load_kg, entry.reps) for entry in sets_in(home)] == [(100.0, 5)]


def test_a_deleted_set_can_be_brought_back_and_its_number_is_not_used_again(home: Path, open_page: OpenPage) -> None:
    app = log_set(log_set(started(open_page), 100, 5), 100, 4)
    app.button(key="edit_barbell_deadlift_2").click().run()
    press(app, "Delete set")
    assert [entry.reps for entry in sets_in(home)] == [5]

    log_set(app, 90, 8)
    assert [(entry.set_no, entry.reps) for entry in sets_in(home)] == [(1, 5), (3, 8)]


def test_undo_brings_a_deleted_set_back(home: Path, open_page: OpenPage) -> None:
    app = press(log_set(started(open_page), 100, 5), "Edit")
    press(press(app, "Delete set"), "Undo")

    assert [entry.reps for entry in sets_in(home)] == [5]


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


def test_a_finished_workout_can_be_opened_again_with_its_plan(open_page: OpenPage) -> None:
    app = press(log_set(started(open_page), 100, 5), "Finish workout")
    assert "is in your log: 1 exercise, 1 set" in page_text(app)

    press(app, "Continue")
    assert {"Log set 2", "Log set 1"} <= set(labels(app))


def test_a_reload_offers_the_workout_of_today_to_continue(open_page: OpenPage) -> None:
    log_set(started(open_page), 100, 5)

    assert "Continue" in labels(open_page("workout.py"))


def test_a_deleted_workout_comes_back_with_its_sets(home: Path, open_page: OpenPage) -> None:
    app = press(log_set(started(open_page), 100, 5), "Delete this workout")
    assert not sets_in(home)

    press(app, "Undo")
    assert [entry.reps for entry in sets_in(home)] == [5]


def test_name_day_and_note_of_a_workout_are_saved_at_once_and_can_be_undone(home: Path, open_page: OpenPage) -> None:
    app = log_set(started(open_page), 100, 5)
    app.text_input[0].set_value("Heavy <i>day</i>").run()
    app.text_area[0].set_value("slept well").run()
    app.date_input[0].set_value(date(2026, 3, 2)).run()
    assert not app.exception

    def stored() -> Workout:
        (workout,) = store_of(home).load_log(LOCAL_ATHLETE).workouts.values()
        return workout

    changed = stored()
    assert (changed.title, changed.note, changed.day) == ("Heavy <i>day</i>", "slept well", date(2026, 3, 2))
    assert changed.started_at.startswith("2026-03-02T")
    assert {entry.day for entry in sets_in(home)} == {date(2026, 3, 2)}
    press(app, "Undo")
    assert stored().day != date(2026, 3, 2)


def test_a_name_given_before_the_first_set_is_stored_with_it(home: Path, open_page: OpenPage) -> None:
    app = open_page("workout.py")
    app.button(key="start_empty").click().run()
    app.text_input[0].set_value("Garage").run()
    assert [title.value for title in app.title] == ["Garage"]
    app.selectbox(key="new_exercise").set_value("barbell_deadlift").run()

    app.number_input[1].set_value(5)
    log_set(app, 100, 5)

    assert [workout.title for workout in store_of(home).load_log(LOCAL_ATHLETE).workouts.values()] == ["Garage"]


def test_a_past_workout_is_listed_and_opens_for_correction(home: Path, open_page: OpenPage) -> None:
    app = log_set(started(open_page), 100, 5)
    app.date_input[0].set_value(date(2026, 3, 2)).run()
    press(app, "Finish workout")
    assert "2 Mar" in page_text(app)

    press(app, "Edit")
    fill(press(app, "Edit"), 110, 5)
    press(app, "Save set")

    assert [entry.load_kg for entry in sets_in(home)] == [110.0]


def test_last_times_numbers_stand_on_the_card_and_fill_the_form(open_page: OpenPage) -> None:
    app = log_set(started(open_page), 107.5, 7)
    app.date_input[0].set_value(date(2026, 3, 2)).run()
    press(app, "Finish workout")
    app.button(key="start_empty").click().run()
    app.selectbox(key="new_exercise").set_value("barbell_deadlift").run()

    assert "Last time, 2 Mar: 107.5\u202fkg × 7" in page_text(app)
    assert [field.value for field in app.number_input] == [107.5, 7]


def test_a_workout_deleted_in_another_window_is_said_and_not_lost_silently(home: Path, open_page: OpenPage) -> None:
    app = log_set(started(open_page), 100, 5)
    store = store_of(home)
    store.delete_workout(LOCAL_ATHLETE, next(iter(store.load_log(LOCAL_ATHLETE).workouts)))

    log_set(app, 100, 5)

    assert "changed or deleted in another window" in page_text(app)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_day_of_a_workout_is_that_of_the_persons_time_zone(home: Path, open_page: OpenPage, zone: str) -> None:
    app = open_page("workout.py", timezone=zone)
    app.button(key="start_0").click().run()
    before = datetime.now(ZoneInfo(zone)).date()
    log_set(app, 100, 5)
    after = datetime.now(ZoneInfo(zone)).date()

    days: set[date] = {workout.day for workout in store_of(home).load_log(LOCAL_ATHLETE).workouts.values()}
    assert days <= {before, after}
    assert days


def test_a_warm_up_is_offered_and_stored_as_one(home: Path, open_page: OpenPage) -> None:
    app = started(open_page)
    app.selectbox[0].set_value(SetType.WARM_UP)
    log_set(app, 60, 5)

    assert [entry.set_type for entry in sets_in(home)] == [SetType.WARM_UP]
    assert "Log set 1" in labels(app)
