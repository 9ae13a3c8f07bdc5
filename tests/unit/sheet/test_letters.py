import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.sheet.letters import broken, width


@pytest.mark.parametrize(
    ("text", "bold", "thousandths"),
    [("", False, 0), ("i", False, 222), ("W", False, 944), ("W", True, 944), ("j", True, 278), ("é", False, 556)],
)
def test_the_width_of_a_letter_is_that_of_the_typeface(text: str, bold: bool, thousandths: int) -> None:
    assert width(text, 1000, bold=bold) == thousandths


def test_what_the_typeface_lacks_is_taken_to_be_wide() -> None:
    assert width("漢", 10) == width("😀", 10) == 10
    assert width("e\u0301", 10) == width("e", 10)


@given(st.text(st.sampled_from("ab W-é漢 "), max_size=40), st.integers(12, 60), st.integers(1, 4))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text: str, room: int, most: int) -> None:
    lines = broken(text, 10, room)
    assert all(width(line, 10) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    fewer = broken(text, 10, room, most=most)
    assert len(fewer) <= most
    assert fewer == lines if len(lines) <= most else fewer[-1].endswith("…")
    assert all(width(line, 10) <= room for line in fewer)


def test_a_text_breaks_exactly_where_its_room_ends() -> None:
    room = width("Romanian deadlift", 10)
    assert broken("Romanian deadlift", 10, room) == ["Romanian deadlift"]
    assert broken("Romanian deadlift", 10, room - 0.01) == ["Romanian", "deadlift"]
