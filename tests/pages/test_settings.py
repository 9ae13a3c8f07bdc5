"""Settings: every change is checked and saved at once."""

from decimal import Decimal
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from hamcore.dates import Weekday
from hamcore.model.settings import Formula, Plate, Settings
from hamcore.storage import LOCAL_ATHLETE
from hamcore.units import Load, LoadUnit
from tests.pages.conftest import OpenPage
from tests.pages.parts import floor_of, page_text, store_of


def saved(home: Path) -> Settings:
    store = store_of(home)
    settings = store.load_settings(LOCAL_ATHLETE)
    store.close()
    return settings


def typed(app: AppTest, label: str, text: str) -> AppTest:
    next(field for field in app.text_input if field.label == label).set_value(text).run()
    assert not app.exception, app.exception
    return app


def test_the_unit_is_saved_and_used_by_the_workout_page(home: Path, open_page: OpenPage) -> None:
    app = open_page("settings.py")
    app.segmented_control(key="set_unit").set_value(LoadUnit.LB).run()
    assert saved(home).load_unit is LoadUnit.LB

    app.switch_page("../workout.py").run()
    app.button(key="start_0").click().run()
    assert floor_of(app)["exercises"][0]["unit"] == "lb"


def test_choosing_pounds_keeps_the_bar_and_offers_a_usual_gym_in_pounds(home: Path, open_page: OpenPage) -> None:
    app = open_page("settings.py")
    app.segmented_control(key="set_unit").set_value(LoadUnit.LB).run()
    assert saved(home).bar == Settings().bar
    assert "Your bar and plates are in kilograms" in page_text(app)
    assert "Your bar and plates are in kilograms" in page_text(app.switch_page("../workout.py").run())
    app.switch_page("../settings.py").run()

    app.button(key="usual_gym").click().run()

    assert saved(home).bar == Load(Decimal(45), LoadUnit.LB)
    assert saved(home).plates[0] == Plate(Load(Decimal(45), LoadUnit.LB), 4)
    assert "usual_gym" not in [button.key for button in app.button]


def test_the_persons_own_plates_come_first_and_the_others_are_folded(open_page: OpenPage) -> None:
    app = open_page("settings.py")
    assert "more_plates" not in [fold.proto.id for fold in app.expander]
    app.segmented_control(key="set_unit").set_value(LoadUnit.LB).run()

    plates = [field.label for field in app.number_input]
    assert plates[:7] == ["25 kg", "20 kg", "15 kg", "10 kg", "5 kg", "2.5 kg", "1.25 kg"]
    assert plates[7:] == ["45 lb", "35 lb", "25 lb", "10 lb", "5 lb", "2.5 lb"]
    (fold,) = [one for one in app.expander if "that you do not have" in one.label]
    assert [field.label for field in fold.number_input] == plates[7:]


@pytest.mark.parametrize(
    ("text", "load"),
    [
        ("82,5", Load(Decimal("82.5"), LoadUnit.KG)),
        ("180 lb", Load(Decimal(180), LoadUnit.LB)),
        ("20", Load(Decimal(20), LoadUnit.KG)),
        ("", None),
    ],
    ids=["comma", "other unit", "lowest", "empty"],
)
def test_a_body_weight_is_saved_as_typed(text: str, load: Load | None, home: Path, open_page: OpenPage) -> None:
    typed(open_page("settings.py"), "Body weight", "80")
    typed(open_page("settings.py"), "Body weight", text)

    assert saved(home).body_weight == load


@pytest.mark.parametrize("text", ["heavy", "19", "401", "nan", "1e2", "-5", "８０"])
def test_a_body_weight_that_cannot_be_is_refused_with_the_reason(text: str, home: Path, open_page: OpenPage) -> None:
    app = typed(open_page("settings.py"), "Body weight", text)

    assert "Not saved" in page_text(app)
    assert saved(home).body_weight is None


def test_a_refused_bar_does_not_stop_other_settings_from_being_saved(home: Path, open_page: OpenPage) -> None:
    app = typed(open_page("settings.py"), "Empty bar", "a lot")
    assert "Not saved" in page_text(app)

    app.selectbox(key="set_week").set_value(Weekday.SUNDAY).run()

    assert (saved(home).week_start, saved(home).bar) == (Weekday.SUNDAY, Settings().bar)


def test_pairs_of_a_plate_are_saved_and_none_takes_it_out(home: Path, open_page: OpenPage) -> None:
    app = open_page("settings.py")
    app.number_input(key="set_plate_25_kg").set_value(0).run()
    app.number_input(key="set_plate_2.5_kg").set_value(4).run()

    pairs = {str(plate.load.value): plate.pairs for plate in saved(home).plates}
    assert "25" not in pairs
    assert pairs["2.5"] == 4
    assert "set_plate_25_kg" in [field.key for field in app.number_input], "the plate can be taken back"


def test_another_plate_is_added_with_its_pairs(home: Path, open_page: OpenPage) -> None:
    typed(open_page("settings.py"), "Another plate", "0,5 × 2")

    assert saved(home).plates[-1] == Plate(Load(Decimal("0.5"), LoadUnit.KG), 2)


def test_a_plate_that_is_there_already_is_refused(home: Path, open_page: OpenPage) -> None:
    app = typed(open_page("settings.py"), "Another plate", "20 × 1")

    assert "named twice" in page_text(app)
    assert saved(home).plates == Settings().plates


def test_routine_and_formula_are_saved(home: Path, open_page: OpenPage) -> None:
    app = open_page("settings.py")
    app.radio(key="set_routine").set_value("article_one_day").run()
    app.selectbox(key="set_formula").set_value(Formula.BRZYCKI).run()

    assert (saved(home).routine_id, saved(home).formula) == ("article_one_day", Formula.BRZYCKI)


def test_settings_stay_after_a_restart(home: Path, open_page: OpenPage) -> None:
    typed(open_page("settings.py"), "Empty bar", "15")

    fields = {field.label: field.value for field in open_page("settings.py").text_input}
    assert fields["Empty bar"] == "15 kg"
    assert saved(home).bar == Load(Decimal(15), LoadUnit.KG)


def test_the_place_of_the_data_stands_on_the_page(home: Path, open_page: OpenPage) -> None:
    assert str(home / "hamcore.db") in page_text(open_page("settings.py"))
