"""The history of the Workout page: a month, its workouts, a search, and the ways on."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from hamcore.model.log import LoggedSet, SetType, Workout
from hamcore.storage import LOCAL_ATHLETE
from hamcore.units import Load, LoadUnit
from tests.pages.conftest import OpenPage
from tests.pages.parts import floor_of, labels, page_text, store_of
from tests.pages.test_today import HOSTILE

MARCH, JUNE = date(2026, 3, 2), date(2026, 6, 8)


def log(home: Path, day: date, title: str, *, exercise: str = "barbell_deadlift", note: str = "") -> None:
    store = store_of(home)
    store.add_workout(LOCAL_ATHLETE, Workout(f"{day}{title}", day, f"{day}T18:00:00", title, note, None, "manual"))
    load = Load(Decimal(100), LoadUnit.KG)
    store.add_set(
        LOCAL_ATHLETE,
        LoggedSet(f"{day}{title}", 1, 1, day, exercise, SetType.WORKING, load, load.kg, 5, None, None, None, ""),
    )
    store.close()


def history(open_page: OpenPage) -> AppTest:
    return open_page("workout.py", query={"view": "history"})


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception, app.exception
    return app


def search(app: AppTest, asked: str) -> AppTest:
    app.text_input(key="history_asked").set_value(asked).run()
    assert not app.exception, app.exception
    return app


def test_an_empty_history_says_what_will_be_here_and_leads_to_the_start(open_page: OpenPage) -> None:
    app = history(open_page)

    assert "Nothing is logged yet" in page_text(app)
    assert "Start workout" in labels(press(app, "Start a workout"))


def test_the_month_of_the_latest_workout_is_shown_and_leads_to_others(home: Path, open_page: OpenPage) -> None:
    log(home, MARCH, "Spring")
    log(home, JUNE, "Summer")
    app = history(open_page)
    assert "June 2026" in page_text(app)
    assert "Monday 8 June: Summer (hip hinge)" in page_text(app)
    assert "Spring" not in page_text(app)

    press(app, "Earlier")
    assert "March 2026" in page_text(app)
    assert "Spring" in page_text(app)
    assert app.button(key="month_earlier").disabled


@pytest.mark.parametrize("asked", ["nordic", "spring", "slept badly"])
def test_a_search_finds_an_exercise_a_title_and_a_note_in_the_whole_log(
    asked: str, home: Path, open_page: OpenPage
) -> None:
    log(home, MARCH, "Spring", exercise="nordic_curl", note="Slept badly")
    log(home, JUNE, "Summer")

    app = search(history(open_page), asked)

    assert "1 workout found" in page_text(app)
    assert labels(app).count("Open") == 1
    press(app, "Open")
    assert floor_of(app)["title"] == "Spring"


def test_a_search_without_a_hit_says_so_and_going_to_another_month_ends_it(home: Path, open_page: OpenPage) -> None:
    log(home, MARCH, "Spring")
    log(home, JUNE, "Summer")
    app = search(history(open_page), "zumba")
    assert "No workout with “zumba”" in page_text(app)

    press(app, "Earlier")
    assert app.text_input(key="history_asked").value == ""
    assert "1 workout" in page_text(app)


def test_a_long_result_is_shown_in_steps(home: Path, open_page: OpenPage) -> None:
    for week in range(22):
        log(home, MARCH + timedelta(weeks=week), "Legs")
    app = search(history(open_page), "deadlift")
    assert labels(app).count("Open") == 20

    press(app, "Show more")
    assert labels(app).count("Open") == 22


def test_a_workout_is_repeated_from_the_list(home: Path, open_page: OpenPage) -> None:
    log(home, MARCH, "Spring", exercise="nordic_curl")

    app = press(history(open_page), "Repeat")

    assert [one["key"] for one in floor_of(app)["exercises"]] == ["nordic_curl"]
    assert floor_of(app)["mode"] == "live"


def test_hostile_words_stay_words(home: Path, open_page: OpenPage) -> None:
    log(home, MARCH, HOSTILE, exercise=f"name:{HOSTILE}", note=f"found {HOSTILE}")

    app = search(history(open_page), "found")

    assert "<img" not in "".join(block.proto.body for block in app.html)
    assert HOSTILE in page_text(app)
