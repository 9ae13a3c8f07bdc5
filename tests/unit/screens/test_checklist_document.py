"""The checklist as the page's component is given it."""

import json
from datetime import timedelta
from typing import Any

import pytest

from hamcore.model.log import Side
from hamcore.screens.checklist_document import ChecklistDocument, checklist_document, day_of
from hamcore.screens.guide_document import GuideNews
from hamcore.screens.stretching import build
from tests.unit.screens.test_stretching import FOLD, MONDAY, SATURDAY, SCOOP, TOWEL, TUESDAY, WEDNESDAY, held, state

NEWS: GuideNews = {"client": "c", "seq": 1, "acked": [{"id": "a"}], "refused": [], "trouble": "busy"}


def document(*holds: Any, today: Any = WEDNESDAY, day: Any = None) -> ChecklistDocument:
    return checklist_document(build(state(*holds), today, day), NEWS, today)


def test_the_week_has_seven_days_of_which_those_to_come_cannot_be_chosen() -> None:
    cells = document()["cells"]
    assert [cell["open"] for cell in cells] == [True] * 3 + [False] * 4
    assert [cell["day"] for cell in cells if cell["chosen"]] == [WEDNESDAY.isoformat()]
    assert [cell["day"] for cell in cells if cell["today"]] == [WEDNESDAY.isoformat()]


def test_weeks_can_be_walked_back_and_forth_up_to_today() -> None:
    this = document(day=TUESDAY)
    assert (this["title"], this["later"]) == ("This week", "")
    assert this["earlier"] == (TUESDAY - timedelta(days=7)).isoformat()
    before = document(day=SATURDAY - timedelta(days=7))
    assert before["title"] == "Week of 29 Dec 2025"
    assert before["later"] == WEDNESDAY.isoformat(), "a week after a Saturday is still to come, so today it is"


def test_a_row_says_how_far_it_is() -> None:
    rows = {row["key"]: row for row in document(held(TOWEL, 20, day=WEDNESDAY, side=Side.LEFT))["rows"]}
    assert (rows[TOWEL]["state"], rows[TOWEL]["state_words"]) == ("part", "left 1 of 2, right 0 of 2")
    assert (rows[FOLD]["state"], rows[FOLD]["state_words"]) == ("open", "")
    assert [row["key"] for row in rows.values() if row["planned"]] == [TOWEL, SCOOP]


def test_what_became_of_the_ticks_goes_along_and_all_of_it_is_json() -> None:
    made = document()
    assert (made["acked"], made["trouble"]) == ([{"id": "a"}], "busy")
    assert [words for _, words in made["marks"]] == ["5 min", "10 min"]
    assert json.loads(json.dumps(made))["today"] == WEDNESDAY.isoformat()


@pytest.mark.parametrize("sent", [None, {}, {"day": None}, {"day": "soon"}, {"day": SATURDAY.isoformat()}, "2026"])
def test_the_day_on_view_is_today_where_nothing_sensible_was_asked(sent: Any) -> None:
    assert day_of(sent, WEDNESDAY) == WEDNESDAY


def test_the_day_on_view_is_the_one_asked_for() -> None:
    assert day_of({"day": MONDAY.isoformat()}, WEDNESDAY) == MONDAY
