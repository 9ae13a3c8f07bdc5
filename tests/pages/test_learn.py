"""The Learn pages: a belly, the claims, the gallery, one exercise, the sources."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from hamcore.model.muscle import Belly
from tests.pages.conftest import OpenPage
from tests.pages.parts import page_text


def data_of(app: AppTest, key: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(app.get_by_key(key).proto.json)[0]
    return found


def test_the_page_opens_with_a_belly_chosen_and_every_part_in_place(open_page: OpenPage) -> None:
    app = open_page("why.py")

    text = page_text(app)
    for part in (
        "Biceps femoris, long head",
        "Built for force",
        "Move the leg",
        "The map",
        "Why it matters",
        "Every day",
        "What nobody knows yet",
    ):
        assert part in text
    assert data_of(app, "plate")["chosen"] == Belly.BICEPS_FEMORIS_LONG_HEAD
    assert {"models", "positions"} <= set(data_of(app, "leg"))
    assert data_of(app, "length_map")["chosen"]


def test_a_belly_chosen_on_the_plate_is_described(open_page: OpenPage) -> None:
    app = open_page("why.py")

    app.session_state["plate"] = {"choice": {"client": "a", "seq": 1, "belly": "biceps_femoris_short_head"}}
    app.run()

    assert not app.exception
    assert "does nothing at the hip" in page_text(app)
    assert data_of(app, "plate")["chosen"] == "biceps_femoris_short_head"


def test_with_the_choice_taken_back_the_group_is_described(open_page: OpenPage) -> None:
    app = open_page("why.py")

    app.session_state["plate"] = {"choice": {"client": "a", "seq": 1, "belly": None}}
    app.run()

    assert "Three muscles, four bellies" in page_text(app)


def test_the_plate_is_tinted_on_demand_with_the_counting_rule_named(open_page: OpenPage) -> None:
    app = open_page("why.py")
    assert data_of(app, "plate")["tints"] is None

    app.toggle(key="plate_own").set_value(True).run()

    data = data_of(app, "plate")
    assert set(data["tints"]) == set(Belly)  # type: ignore[call-overload]
    assert "Weighted sets" in str(data["note"])
    assert "Your routine, as planned" in str(data["note"])


def test_with_a_log_the_own_weeks_are_counted(open_page: OpenPage) -> None:
    app = open_page("today.py")
    app.button(key="load_demo").click().run()
    app.switch_page("../why.py").run()

    assert "Your last four weeks" in page_text(app)


def test_the_claims_answer_to_topic_strength_and_words(open_page: OpenPage) -> None:
    app = open_page("why.py")

    app.text_input(key="claims_search").set_value("van dyk nordic").run()
    text = page_text(app)
    assert "The other side" in text
    assert "about half the hamstring injuries" in text
    assert "its effect on injuries is not settled" in text
    assert "Every day" not in text

    app.text_input(key="claims_search").set_value("zebra").run()
    assert "No claim fits all of that." in page_text(app)


def test_unverified_claims_come_only_when_asked_for(open_page: OpenPage) -> None:
    app = open_page("why.py")
    assert "Not verified" not in page_text(app)

    app.toggle(key="claims_unverified").set_value(True).run()

    assert "Not verified" in page_text(app)


def test_the_gallery_shows_moving_cards_and_answers_to_its_filters(open_page: OpenPage) -> None:
    app = open_page("exercises.py")
    cards = data_of(app, "gallery")["cards"]
    assert isinstance(cards, list)
    assert len(cards) == 19
    assert cards[0]["href"] == "exercises?exercise=barbell_deadlift"

    app.text_input(key="gallery_search").set_value("nordic").run()

    found = data_of(app, "gallery")["cards"]
    assert isinstance(found, list)
    assert [card["id"] for card in found] == ["nordic_curl"]


def test_a_search_without_a_hit_says_what_to_do(open_page: OpenPage) -> None:
    app = open_page("exercises.py")

    app.text_input(key="gallery_search").set_value("zebra").run()

    assert "Nothing fits all of that." in page_text(app)


def entry(open_page: OpenPage, entry_id: str) -> AppTest:
    app = open_page("exercises.py")
    app.query_params["exercise"] = entry_id
    app.run()
    assert not app.exception
    return app


@pytest.mark.parametrize("entry_id", ["romanian_deadlift", "kettlebell_swing", "lying_towel_stretch"])
def test_an_entry_has_an_address_with_figure_cues_and_stop_signs(open_page: OpenPage, entry_id: str) -> None:
    app = entry(open_page, entry_id)

    text = page_text(app)
    assert "Common mistakes" in text
    assert "When to stop" in text
    assert "How much" in text
    assert data_of(app, "figure")["movement"]


def test_an_entry_without_a_movement_has_no_frame_for_one(open_page: OpenPage) -> None:
    app = entry(open_page, "back_squat")

    assert "Common mistakes" in page_text(app)
    with pytest.raises(KeyError):
        app.get_by_key("card_figure")


def test_an_unknown_address_is_answered_kindly_and_shown_as_it_is(open_page: OpenPage) -> None:
    app = entry(open_page, "<b>leg</b>")

    bodies = [block.proto.body for block in app.html]
    assert "There is no exercise or stretch called" in page_text(app)
    assert not any("<b>leg</b>" in body for body in bodies)


def test_the_own_history_leads_to_the_lifts_page(open_page: OpenPage) -> None:
    app = open_page("today.py")
    app.button(key="load_demo").click().run()
    app.switch_page("../exercises.py").run()
    app.query_params["exercise"] = "romanian_deadlift"
    app.run()

    assert "Best so far" in page_text(app)
    links = [link.proto for link in app.get("page_link")]
    assert any(link.label == "See it over time" and "lift=Romanian" in link.query_string for link in links)


def test_the_sources_are_searched_and_linked(open_page: OpenPage) -> None:
    app = open_page("sources.py")
    assert "https://doi.org/10.1249/MSS.0000000000002523" in " ".join(block.proto.body for block in app.html)

    app.text_input(key="sources_search").set_value("halves the rate").run()

    assert "1 source of" in page_text(app)
    assert "van Dyk N, Behan FP, Whiteley R" in page_text(app)
