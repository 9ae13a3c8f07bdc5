"""What the moving components are made of, and what Python sends them."""

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest

from hamcore.model.exercise import Function
from hamcore.model.muscle import Belly
from hamcore.motion import MotionLibrary, load_motion
from hamcore.motion.load_direction import Lifter
from hamcore.places import data_dir
from pages._components.assets import FOLDER
from pages._components.figure import Card, figure_document, gallery_document
from pages._components.leg import leg_document
from pages._components.length_map import FIRST_CHOSEN, map_document
from pages._components.plate import Tint, plate_document

SHARED = ("shared/base.css", "shared/chips.css", "shared/marks.css", "shared/motion.js", "shared/body.js")
PARTS: Mapping[str, tuple[str, ...]] = {
    "figure": (
        *("figure/figure.html", "figure/figure.css", "figure/figure.js", "figure/athlete.js"),
        *("shared/base.css", "shared/figure.css", "shared/motion.js", "shared/body.js"),
    ),
    "gallery": (
        *("figure/gallery.html", "figure/gallery.css", "figure/gallery.js", "figure/athlete.js"),
        *("shared/figure.css", *SHARED),
    ),
    "plate": (
        *("plate/head.html", "plate/foot.html", "plate/drawing.css", "plate/plate.css", "plate/plate.js"),
        *("shared/base.css", "shared/chips.css"),
    ),
    "leg": ("leg/leg.html", "leg/leg.css", "leg/leg.js", *SHARED),
    "length_map": (
        *("length_map/length_map.html", "length_map/length_map.css", "length_map/length_map.js"),
        *SHARED,
    ),
}
MOVING = ("figure", "plate", "leg", "length_map", "shared")
FILES = sorted(path for name in MOVING for path in (FOLDER / name).iterdir() if path.suffix in (".js", ".css", ".html"))
FORBIDDEN = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|fetch\(|XMLHttpRequest|import\(|https?://"
)


@pytest.fixture(scope="module")
def library() -> MotionLibrary:
    return load_motion(data_dir())[0]


@pytest.mark.parametrize("name", PARTS)
def test_a_component_is_smaller_than_forty_kilobytes(name: str) -> None:
    assert sum((FOLDER / part).stat().st_size for part in PARTS[name]) <= 40 * 1024


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_component_writes_no_markup_and_reaches_for_nothing_outside(path: Any) -> None:
    text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert not FORBIDDEN.findall(text)


def test_every_document_survives_the_way_to_the_browser(library: MotionLibrary) -> None:
    movements = library.movements.values()
    cards = [Card(m.movement_id, m.name, Function.OTHER, "Other", "", "?x", m) for m in movements]
    functions = dict.fromkeys(library.movements, Function.OTHER)
    tints = {belly: Tint(0.5, "4 sets") for belly in Belly}
    documents = [
        *(figure_document(m, library, autoplay=False, lifter=Lifter()) for m in movements),
        gallery_document(cards, library),
        plate_document(Belly.SEMITENDINOSUS, ("a", 1), tints, "Weighted sets."),
        leg_document(library, "Standing"),
        map_document(library, functions, FIRST_CHOSEN),
    ]
    for document in documents:
        assert json.loads(json.dumps(document, allow_nan=False)) == document


def test_only_three_lifts_get_a_load_direction(library: MotionLibrary) -> None:
    documents = {
        name: figure_document(movement, library, autoplay=False, lifter=Lifter())
        for name, movement in library.movements.items()
    }
    assert {name for name, document in documents.items() if document["pull"]} == {
        "barbell_deadlift",
        "romanian_deadlift",
        "good_morning",
    }
    steps = documents["barbell_deadlift"]["pull"]["steps"]
    assert steps[0] == [510, "quads"]
    assert {hip % 10 for hip, _ in steps} == {0}


def test_the_map_shows_only_movements_with_a_function_and_chooses_among_them(library: MotionLibrary) -> None:
    document = map_document(library, {"nordic_curl": Function.KNEE_FLEXION, "unknown": Function.OTHER}, FIRST_CHOSEN)
    assert [movement["id"] for movement in document["movements"]] == ["nordic_curl"]
    assert document["chosen"] == ["nordic_curl"]


@pytest.mark.parametrize(("share", "words"), [(-0.01, "no sets"), (1.01, "9 sets"), (0.5, "")])
def test_a_tint_without_words_or_beyond_its_scale_is_refused(share: float, words: str) -> None:
    with pytest.raises(ValueError, match="a tint is a share"):
        Tint(share, words)
