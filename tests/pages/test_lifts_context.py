"""Lifts through the entry script: the comparison that has to be asked for, and the best loads under each lift."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from hamcore.interchange.demo import demo_log
from hamcore.model.settings import Settings, Sex
from hamcore.rules.standards import Basis
from hamcore.storage import LOCAL_ATHLETE
from pages._parts.clock import today
from tests.filled import fill
from tests.pages.conftest import OpenPage
from tests.pages.parts import page_text, store_of


@pytest.fixture
def demo(home: Path) -> date:
    """The demo log, up to today."""
    fill(home, demo_log(today()).workouts)
    return today()


def saved(home: Path) -> Settings:
    store = store_of(home)
    settings = store.load_settings(LOCAL_ATHLETE)
    store.close()
    return settings


def answer(app: AppTest, sex: Sex | None, year: int | None = None, weight: str = "82.5") -> AppTest:
    if sex:
        app.radio(key="context_sex").set_value(sex)
    if year:
        app.number_input(key="context_birth").set_value(year)
    app.text_input(key="context_weight").set_value(weight)
    next(button for button in app.button if button.label == "Compare").click().run()
    assert not app.exception, app.exception
    return app


@pytest.mark.usefixtures("demo")
def test_nothing_is_compared_until_it_is_asked_for_and_it_can_be_stopped(home: Path, open_page: OpenPage) -> None:
    app = open_page("lifts.py")
    assert "percentile" not in page_text(app)
    assert saved(home).sex is None

    answer(app, Sex.MALE, 1984)
    assert saved(home).sex is Sex.MALE
    assert saved(home).birth_year == 1984
    assert "percentile of this group" in page_text(app)
    assert "people who entered a powerlifting meet" in page_text(app)
    assert "OpenPowerlifting project" in page_text(app)

    app.button(key="context_stop").click().run()
    assert "percentile" not in page_text(app)
    assert (saved(home).sex, saved(home).birth_year) == (None, None)

    app.button(key="notice_undo").click().run()
    assert saved(home).birth_year == 1984


@pytest.mark.usefixtures("demo")
def test_the_best_ever_is_one_click_away_and_in_the_address(open_page: OpenPage) -> None:
    app = answer(open_page("lifts.py"), Sex.MALE)
    assert "deadlifts of a first meet" in page_text(app)

    app.segmented_control(key="basis").set_value(Basis.BEST).run()

    assert "best deadlifts ever" in page_text(app)


@pytest.mark.usefixtures("demo")
def test_answers_that_are_missing_are_asked_for_and_nothing_is_saved(home: Path, open_page: OpenPage) -> None:
    app = answer(open_page("lifts.py"), None, weight="heavy")

    assert "Choose which table" in page_text(app)
    assert "is not a load" in page_text(app)
    assert saved(home) == Settings()


@pytest.mark.usefixtures("demo")
def test_a_year_of_birth_under_eighteen_turns_it_off(demo: date, open_page: OpenPage) -> None:
    app = answer(open_page("lifts.py"), Sex.FEMALE, demo.year - 16)

    assert "for people of 18 and over" in page_text(app)
    assert "percentile" not in page_text(app)


@pytest.mark.usefixtures("demo")
def test_another_lift_than_the_deadlift_has_no_comparison(open_page: OpenPage) -> None:
    app = open_page("lifts.py", query={"lift": "Seated leg curl"})

    assert "powerlifting meet" not in page_text(app)


@pytest.mark.usefixtures("demo")
def test_the_best_loads_are_made_when_opened_and_can_be_downloaded(open_page: OpenPage) -> None:
    app = open_page("lifts.py")
    assert "Done as" not in page_text(app)

    app.session_state["reps_barbell_deadlift"] = True
    app.run()

    assert not app.exception
    assert "Done as" in page_text(app)
    assert [button.proto.label for button in app.get("download_button")] == ["Download this table (CSV)"]
