"""The printed sheet: everything is on one page, text stays text, and an independent program can read it."""

from io import BytesIO
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from pypdf import PdfReader

from hamcore.dates import Weekday
from hamcore.model.routine import Routine
from hamcore.screens.routine_out import SheetOptions, sheet
from hamcore.sheet.convert import to_pdf
from hamcore.sheet.page import READABLE, Page, Paper, page
from hamcore.units import LoadUnit
from tests.unit.any_routine import ANY_ROUTINE
from tests.unit.sheet.samples import BUSY, CATALOG, EMPTY, FULL, SPLIT

SVG = "{http://www.w3.org/2000/svg}"


def drawn(routine: Routine, paper: Paper = Paper.A4, options: SheetOptions | None = None) -> Page:
    return page(sheet(routine, CATALOG, options or SheetOptions()), paper)


def texts(svg: str) -> list[str]:
    return [one.text or "" for one in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def places(svg: str) -> list[tuple[float, float]]:
    """Where every text and box of the page begins, in points."""
    found: list[tuple[float, float]] = []

    def walk(node: ElementTree.Element, x: float, y: float, scale: float) -> None:
        for move in node.get("transform", "").split(") "):
            name, _, numbers = move.rstrip(")").partition("(")
            if name == "translate":
                dx, dy = map(float, numbers.split())
                x, y = x + dx * scale, y + dy * scale
            elif name == "scale":
                scale *= float(numbers)
        if node.tag in (f"{SVG}text", f"{SVG}rect"):
            wide, high = float(node.get("width", 0)), float(node.get("height", 0))
            found.append((x + float(node.get("x", 0)) * scale, y + float(node.get("y", 0)) * scale))
            found.append((found[-1][0] + wide * scale, found[-1][1] + high * scale))
        for child in node:
            walk(child, x, y, scale)

    walk(ElementTree.fromstring(svg), 0, 0, 1)
    return found


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("routine_id", sorted(CATALOG.routines))
def test_a_shipped_routine_fits_a_page_at_its_full_size_with_cues(routine_id: str, paper: Paper) -> None:
    routine = CATALOG.routines[routine_id]
    one = drawn(routine, paper)
    assert one.scale >= 0.94
    first = CATALOG.exercises[routine.days[0].slots[0].exercise_id]
    assert first.cues[0] in texts(one.svg)


@pytest.mark.parametrize("paper", Paper)
def test_the_pdf_is_one_page_of_that_paper_with_text_in_it(paper: Paper) -> None:
    (only,) = PdfReader(BytesIO(to_pdf(drawn(SPLIT, paper).svg))).pages
    assert (float(only.mediabox.width), float(only.mediabox.height)) == pytest.approx(paper.value, abs=0.5)
    text = only.extract_text()
    for words in ("Article routine, two days", "Monday", "Barbell deadlift", "3 × 6–8", "Stop and have it looked at"):
        assert words in text


def test_there_is_a_box_to_tick_for_every_set() -> None:
    count = drawn(SPLIT).svg.count('width="10" height="10"')
    sets = sum(slot.prescription.sets for _, slot in SPLIT.slots())
    stretches = [one for day in SPLIT.days for one in day.stretches]
    rounds = sum(one.rounds * (2 if CATALOG.stretches[one.stretch_id].each_side else 1) for one in stretches)
    assert count == sets + rounds == 12 + 12


def test_each_leg_has_its_own_box() -> None:
    marked = texts(drawn(BUSY).svg)
    assert (marked.count("L"), marked.count("R")) == (3, 3)


def test_there_is_a_line_for_load_and_repetitions_of_every_set() -> None:
    marked = texts(drawn(SPLIT, options=SheetOptions(unit=LoadUnit.KG)).svg)
    assert (marked.count("load, kg"), marked.count("reps")) == (12, 12)


def test_rest_tempo_and_when_to_stop_are_on_it() -> None:
    marked = texts(drawn(SPLIT).svg)
    assert "rest 2–3\u00a0min" in marked
    assert "3\u00a0s down, 1\u00a0s pause, 1\u00a0s up" in marked
    assert {"Stop and have it looked at", "Seek urgent care", "During the set", "Tingling during a stretch"} <= {
        *marked
    }


def test_a_week_without_stretches_says_nothing_of_them() -> None:
    without = Routine("r", "R", "", (CATALOG.routines["article_split"].days[0],))
    lifts = Routine("r", "R", "", tuple(type(day)(day.name, day.weekday, day.slots) for day in without.days))
    assert "Tingling during a stretch" not in texts(drawn(lifts).svg)


def test_what_the_person_aims_for_stands_under_the_dose() -> None:
    options = SheetOptions(hints={"barbell_deadlift": "aim for 122.5 kg"})
    marked = texts(drawn(SPLIT, options=options).svg)
    assert marked[marked.index("Barbell deadlift") + 1 :][:2] == ["3 × 6–8", "aim for 122.5 kg"]


def test_a_single_day_can_be_printed() -> None:
    marked = texts(drawn(SPLIT, options=SheetOptions(only=Weekday.THURSDAY)).svg)
    assert "Thursday" in marked
    assert "Monday" not in marked


def test_the_week_begins_where_the_persons_week_begins() -> None:
    marked = texts(drawn(BUSY, options=SheetOptions(first=Weekday.SUNDAY)).svg)
    assert [one for one in marked if one in ("Sunday", "Monday", "Wednesday")] == ["Sunday", "Monday", "Wednesday"]


def test_a_busy_week_is_still_readable() -> None:
    assert READABLE <= drawn(BUSY).scale < 1
    assert drawn(BUSY).is_readable


def test_the_fullest_week_is_all_there_and_said_to_be_too_small() -> None:
    one = drawn(FULL)
    assert not one.is_readable
    assert texts(one.svg).count("Nordic curl") == 140


@pytest.mark.parametrize("routine", [SPLIT, BUSY, FULL, EMPTY], ids=lambda one: one.routine_id)
@pytest.mark.parametrize("paper", Paper)
def test_nothing_leaves_the_page(routine: Routine, paper: Paper) -> None:
    wide, high = paper.value
    assert all(-0.1 <= x <= wide + 0.1 and -0.1 <= y <= high + 0.1 for x, y in places(drawn(routine, paper).svg))


def test_a_week_without_anything_is_an_empty_page() -> None:
    assert "Nothing yet" in texts(drawn(EMPTY).svg)


@given(ANY_ROUTINE)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_routine_makes_a_sound_drawing(routine: Routine) -> None:
    svg = drawn(routine).svg
    root = ElementTree.fromstring(svg)
    names = {one.tag.removeprefix(SVG) for one in root.iter()}
    assert names <= {"svg", "title", "g", "text", "rect", "line", "circle", "polygon", "path"}
    assert root.findtext(f"{SVG}title") is not None


def test_mark_up_in_a_name_stays_text() -> None:
    assert "<script" not in drawn(BUSY).svg
    text = PdfReader(BytesIO(to_pdf(drawn(BUSY).svg))).pages[0].extract_text()
    assert '<script>alert("1")</script>' in text.replace("\n", "")


def test_the_columns_of_a_busy_page_go_down_and_then_right() -> None:
    scales = [drawn(one).scale for one in (SPLIT, BUSY, FULL)]
    assert all(earlier > later for earlier, later in pairwise(scales))
