"""What the weekly board is made of, and how a page hears of a change."""

import re
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from hamcore.model.routine import Routine
from hamcore.screens.board_document import Remarks, board_document
from hamcore.screens.board_words import WORDS
from pages._components.assets import FOLDER
from pages._components.board import FIXED, SCRIPTS, parts
from tests.pages.test_motion_components import FORBIDDEN

FILES = sorted(path for path in (FOLDER / "board").iterdir() if path.suffix in (".js", ".css", ".html"))
SCRIPT = "\n".join((FOLDER / "board" / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
INDIRECT = {"tempo_0", "tempo_1", "tempo_2", "tempo_3", "technique_unwise", "each_side"}
"""Words whose name the script puts together, or that stand in the palette."""


def document() -> Any:
    return board_document(Routine("plan", "Plan", "", ()), [], Remarks())


def test_the_board_is_smaller_than_ninety_kilobytes() -> None:
    shared = [FOLDER / "shared" / name for name in ("base.css", "chips.css", "marks.css")]
    assert FILES
    assert sum(path.stat().st_size for path in (*FILES, *shared)) <= 90 * 1024


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_board_writes_no_markup_and_reaches_for_nothing_outside(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert not FORBIDDEN.findall(text)


def test_every_script_file_is_part_of_the_board() -> None:
    assert {path.stem for path in FILES if path.suffix == ".js"} == {*SCRIPTS, "days"}


def test_every_word_is_used_and_every_used_word_exists() -> None:
    named = set(re.findall(r"words\.(\w+)", SCRIPT))
    quoted = set(re.findall(r'"([a-z_0-9]+)"', SCRIPT))
    assert named <= set(WORDS)
    assert set(WORDS) - named - quoted <= INDIRECT


def test_the_part_that_travels_once_holds_nothing_that_changes() -> None:
    fixed, days = parts(document(), "week")
    assert set(fixed) == {*FIXED, "board"}
    assert set(days) == {"subject", "days", "notice", "board"}
    assert fixed["board"] == days["board"] == "week"


def page_with_a_board() -> None:
    import streamlit as st

    from hamcore.screens.board_answer import Keys
    from pages._parts import board

    answer = board.arranged("board", "plan", Keys(frozenset({"barbell_deadlift"}), frozenset()))
    st.text(repr(answer))
    st.text(f"refused: {st.session_state.get('board:refused', False)}")
    st.button("again")


def edit() -> dict[str, Any]:
    return {
        "sets": 3,
        "reps": [6, 8],
        "rest_s": [120, 180],
        "tempo": [2, 1, 1, 1],
        "progression": "",
        "exposures": 1,
        "step": None,
        "technique": "",
        "superset": 0,
        "alternatives": [],
    }


def sent(**changes: Any) -> dict[str, Any]:
    card = {"kind": "exercise", "key": "barbell_deadlift", "edit": edit()}
    week = {"client": "a", "seq": 1, "subject": "plan", "layout": [[card], *[[] for _ in range(6)]], "names": [""] * 7}
    return {"week": {**week, **changes}}


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_function(page_with_a_board, default_timeout=30)


def heard(app: AppTest, value: Any) -> str:
    """What a run says after the board sent ``value``."""
    app.session_state["board"] = value
    app.run()
    assert not app.exception
    return app.text[0].value


def test_a_change_is_told_once(app: AppTest) -> None:
    assert heard(app, sent()).startswith("Answer(")
    assert heard(app, sent()) == "None"


def test_a_later_change_and_one_of_another_window_are_told(app: AppTest) -> None:
    assert heard(app, sent(seq=2)).startswith("Answer(")
    assert heard(app, sent(seq=1)) == "None"
    assert heard(app, sent(seq=3)).startswith("Answer(")
    assert heard(app, sent(client="b", seq=1)).startswith("Answer(")


def test_a_change_of_another_plan_is_not_taken_for_this_one(app: AppTest) -> None:
    assert heard(app, sent(subject="another")) == "None"
    assert app.text[1].value == "refused: False"


@pytest.mark.parametrize(
    "value", [None, 3, {}, {"week": None}, {"week": []}, {"week": {"client": 1, "seq": 1}}], ids=repr
)
def test_what_is_no_message_is_nothing(value: Any, app: AppTest) -> None:
    assert heard(app, value) == "None"


def test_an_unsound_change_is_refused_and_said(app: AppTest) -> None:
    assert heard(app, sent(layout=[])) == "None"
    assert app.text[1].value == "refused: True"
