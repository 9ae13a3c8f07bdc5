"""The picture of the week: seven columns, a card for each item, the same colours and marks as in the app."""

from io import BytesIO
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from PIL import Image

from hamcore.charts.theme import FUNCTIONS, ROLES, Mode
from hamcore.dates import Weekday
from hamcore.model.exercise import Function
from hamcore.model.routine import Routine, RoutineDay
from hamcore.screens.routine_out import SheetOptions, sheet, superset_labels
from hamcore.sheet.convert import to_png
from hamcore.sheet.week import WIDTH, week_picture
from tests.unit.any_routine import ANY_ROUTINE
from tests.unit.sheet.samples import BUSY, CATALOG, EMPTY, SPLIT, slot

SVG = "{http://www.w3.org/2000/svg}"


def picture(routine: Routine, mode: Mode = Mode.LIGHT, options: SheetOptions | None = None) -> str:
    return week_picture(sheet(routine, CATALOG, options or SheetOptions()), mode)


def texts(svg: str) -> list[str]:
    return [one.text or "" for one in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_every_day_has_its_column_and_rest_is_said() -> None:
    marked = texts(picture(SPLIT))
    assert [one for one in marked if one in {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}] == [
        *("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    ]
    assert marked.count("rest") == 4


def test_a_card_says_what_and_how_much() -> None:
    marked = texts(picture(SPLIT))
    assert marked[marked.index("Deadlift") + 1] == "3 × 6–8"


def test_the_week_begins_where_the_persons_week_begins() -> None:
    assert texts(picture(SPLIT, options=SheetOptions(first=Weekday.SUNDAY))).index("Sun") < texts(
        picture(SPLIT, options=SheetOptions(first=Weekday.SUNDAY))
    ).index("Mon")


@pytest.mark.parametrize("mode", Mode)
def test_the_colours_are_those_of_the_mode(mode: Mode) -> None:
    svg = picture(SPLIT, mode)
    assert ROLES["background"].of(mode) in svg
    for function in (Function.HIP_HINGE, Function.KNEE_FLEXION, Function.BALLISTIC_HINGE, Function.STRETCH):
        assert FUNCTIONS[function].solid.of(mode) in svg
    assert FUNCTIONS[Function.COMBINED].solid.of(mode) not in svg


def test_colour_never_works_alone() -> None:
    assert {"Hip hinge", "Knee flexion", "Swing", "Stretch"} <= set(texts(picture(SPLIT)))


def test_a_superset_and_a_technique_are_on_the_card() -> None:
    marked = texts(picture(BUSY))
    assert {"superset A1", "superset A2", "last set: rest-pause"} <= set(marked)


def test_supersets_are_lettered_in_order() -> None:
    items = tuple(slot("nordic_curl", superset=group) for group in (0, 4, 4, 0, 2, 2))
    assert superset_labels(RoutineDay("", Weekday.MONDAY, items)) == ("", "A1", "A2", "", "B1", "B2")


@pytest.mark.parametrize("mode", Mode)
def test_the_png_is_the_drawing_twice_as_large(mode: Mode) -> None:
    svg = picture(SPLIT, mode)
    image = Image.open(BytesIO(to_png(svg)))
    assert image.width == 2 * WIDTH
    assert image.convert("RGB").getpixel((2, 2)) == tuple(bytes.fromhex(ROLES["background"].of(mode)[1:]))


def test_the_picture_grows_with_the_fullest_day() -> None:
    heights = [float(ElementTree.fromstring(picture(one)).get("height", "0")) for one in (EMPTY, SPLIT, BUSY)]
    assert heights == sorted(heights)
    assert len(set(heights)) == 3


def test_an_empty_week_is_seven_days_of_rest() -> None:
    assert texts(picture(EMPTY)).count("rest") == 7


@given(ANY_ROUTINE)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_routine_makes_a_sound_drawing(routine: Routine) -> None:
    ElementTree.fromstring(picture(routine))
