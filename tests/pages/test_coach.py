"""The page on suggested loads, and what hurts on the Settings page."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from hamcore.model.settings import Settings
from hamcore.model.symptom import Symptom, SymptomKind
from hamcore.rules.recommendation import RuleId
from hamcore.storage import LOCAL_ATHLETE
from hamcore.units import LoadUnit
from tests.pages.conftest import OpenPage
from tests.pages.parts import page_text, store_of
from tests.unit.shipped import shipped


def note(home: Path, kind: SymptomKind) -> None:
    store = store_of(home)
    store.note_symptom(LOCAL_ATHLETE, Symptom("a", kind, date(2026, 1, 5)))
    store.close()


def cleared(home: Path) -> list[bool]:
    store = store_of(home)
    found = [symptom.cleared_on is not None for symptom in store.symptoms(LOCAL_ATHLETE)]
    store.close()
    return found


def test_every_rule_stands_on_the_page_with_its_example(open_page: OpenPage) -> None:
    text = page_text(open_page("coach.py"))

    for rule in RuleId:
        assert shipped().progression[rule].title in text
    assert text.count("Example") == len(RuleId)


def test_the_examples_follow_the_persons_unit(home: Path, open_page: OpenPage) -> None:
    store = store_of(home)
    store.save_settings(LOCAL_ATHLETE, Settings(load_unit=LoadUnit.LB))
    store.close()

    assert "226\u202flb (102.5\u202fkg)" in page_text(open_page("coach.py"))


def test_nothing_is_said_about_symptoms_that_nobody_reported(open_page: OpenPage) -> None:
    assert "Something hurts" not in page_text(open_page("settings.py"))


@pytest.mark.parametrize("kind", SymptomKind)
def test_a_symptom_is_cleared_in_the_settings_and_can_be_taken_back(
    kind: SymptomKind, home: Path, open_page: OpenPage
) -> None:
    note(home, kind)
    app = open_page("settings.py")
    assert shipped().symptoms[kind].title in page_text(app)

    app.button(key="tap_gone_a").click().run()
    assert cleared(home) == [True]
    assert "tap_gone_a" not in [button.key for button in app.button]

    app.button(key="notice_undo").click().run()
    assert cleared(home) == [False]


def typed(app: AppTest, label: str, text: str) -> AppTest:
    next(field for field in app.text_input if field.label == label).set_value(text).run()
    assert not app.exception, app.exception
    return app


def test_an_own_step_changes_what_can_be_loaded_and_an_empty_one_is_the_usual(open_page: OpenPage) -> None:
    typed(open_page("settings.py"), "Machine stack", "7")
    assert "7, 14, 21\u202fkg …" in page_text(open_page("coach.py"))

    typed(open_page("settings.py"), "Machine stack", "")
    assert "5, 10, 15\u202fkg …" in page_text(open_page("coach.py"))


def test_a_step_that_cannot_be_is_refused_with_the_reason(open_page: OpenPage) -> None:
    app = typed(open_page("settings.py"), "Cable stack", "a bit")

    assert "Not saved" in page_text(app)
    assert "“a bit” is not a load" in page_text(app)
    assert "2.5, 5, 7.5\u202fkg …" in page_text(open_page("coach.py"))


def test_own_kettlebells_take_the_place_of_the_usual_ones(open_page: OpenPage) -> None:
    typed(open_page("settings.py"), "Kettlebells", "16; 24 kg; 53 lb")

    assert "16\u202fkg, 24\u202fkg, 24\u202fkg (53\u202flb) …" in page_text(open_page("coach.py"))
