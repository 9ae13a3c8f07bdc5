"""The range tests on the page: entries refused in place, readings in words, norms for few, a depth by the model."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from hamcore.athlete import AthleteState
from hamcore.model.log import Side
from hamcore.model.stretching import RangeTest, RangeTestName, RangeUnit, StretchLog
from hamcore.motion import MotionLibrary, load_motion
from hamcore.places import data_dir
from hamcore.rules.range_tests import NormGroup, RangeState
from hamcore.screens.range_entry import ReadingFields, read_reading
from hamcore.screens.range_tests import RangeCard, build, reading_words
from tests.unit.demo_state import shipped, state_of
from tests.unit.memory_store import WholeStore

TODAY = date(2026, 11, 24)
RAISE, KNEE, REACH = RangeTestName
ANGLE = ReadingFields(TODAY, RAISE, Side.LEFT, "71,5")
SCALE = ReadingFields(TODAY, REACH, Side.LEFT, "30", "23")


@pytest.fixture(scope="module")
def library() -> MotionLibrary:
    return load_motion(data_dir())[0]


def angle(value: float, ago: int = 0, *, side: Side = Side.LEFT, test: RangeTestName = RAISE) -> RangeTest:
    day = TODAY - timedelta(days=ago)
    return RangeTest(f"{test}-{side}-{ago}", day, test, side, value, RangeUnit.DEG)


def reach(value: float, ago: int = 0, zero: float = 23.0) -> RangeTest:
    return RangeTest(f"r{ago}", TODAY - timedelta(days=ago), REACH, None, value, RangeUnit.CM, zero)


def state(tests: Sequence[RangeTest] = ()) -> AthleteState:
    store = WholeStore()
    store.stretch(StretchLog((), tuple(sorted(tests, key=lambda one: one.day)), {}))
    return state_of(store)


def card(tests: Sequence[RangeTest], test: RangeTestName, library: MotionLibrary) -> RangeCard:
    return next(one for one in build(state(tests), library, TODAY).cards if one.note.test is test)


def test_a_comma_is_a_point() -> None:
    assert read_reading(ANGLE, "t", TODAY)[0] == RangeTest("t", TODAY, RAISE, Side.LEFT, 71.5, RangeUnit.DEG)


def test_a_reach_keeps_its_zero_point_and_has_no_side() -> None:
    found, problems = read_reading(replace(SCALE, note=" warm day "), "t", TODAY)
    assert problems == {}
    assert found == RangeTest("t", TODAY, REACH, None, 30.0, RangeUnit.CM, 23.0, note="warm day")


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        (replace(ANGLE, value="400"), "value", "An angle lies from 0 to 180\u202fdegrees, not at 400."),
        (replace(ANGLE, value="-1"), "value", "An angle lies from 0 to 180\u202fdegrees, not at −1."),
        (replace(ANGLE, value="180,5"), "value", "An angle lies from 0 to 180\u202fdegrees, not at 180.5."),
        (replace(ANGLE, value="far"), "value", "“far” is no number."),
        (replace(ANGLE, value="nan"), "value", "“nan” is no number."),
        (replace(ANGLE, value="1e3"), "value", "“1e3” is no number."),
        (replace(ANGLE, value=" "), "value", "A number is needed."),
        (
            replace(ANGLE, day=TODAY + timedelta(days=1)),
            "day",
            "25 Nov is still to come; the latest day is today, 24 Nov.",
        ),
        (replace(ANGLE, day=date(1969, 12, 31)), "day", "The earliest day is 1 Jan 1970."),
        (replace(ANGLE, note="x" * 301), "note", "A note has at most 300 characters, not 301."),
        (replace(SCALE, zero_point=""), "zero_point", "A number is needed."),
        (replace(SCALE, zero_point="51"), "zero_point", "The zero point lies from 0 to 50\u202fcm, not at 51."),
        (replace(SCALE, value="84"), "value", "A reach past the feet lies from −50 to 60\u202fcm, not at 61."),
        (replace(SCALE, value="−28"), "value", "A reach past the feet lies from −50 to 60\u202fcm, not at −51."),
    ],
)
def test_a_bad_entry_is_refused_in_place_with_the_limit_named(fields: ReadingFields, field: str, message: str) -> None:
    assert read_reading(fields, "t", TODAY) == (None, {field: message})


@pytest.mark.parametrize(
    "fields",
    [
        replace(ANGLE, value="0"),
        replace(ANGLE, value="180"),
        replace(ANGLE, day=date(1970, 1, 1)),
        replace(SCALE, value="83"),
        replace(SCALE, value="-27"),
        replace(SCALE, zero_point="50"),
        replace(ANGLE, note="x" * 300),
    ],
)
def test_an_entry_on_its_limit_is_taken(fields: ReadingFields) -> None:
    assert read_reading(fields, "t", TODAY)[1] == {}


def test_all_three_tests_are_there_with_how_to_do_them_honestly(library: MotionLibrary) -> None:
    cards = build(state(), library, TODAY).cards
    assert [one.note.test for one in cards] == [RAISE, KNEE, REACH]
    assert all(one.note.how_to and one.note.stop_signs for one in cards)
    assert all("Same warm-up" in " ".join(one.note.honest) for one in cards)
    assert [len(one.sides) for one in cards] == [2, 2, 1]
    assert {side.state_words for one in cards for side in one.sides} == {"Cannot tell yet"}


def test_a_side_says_its_newest_reading_and_why_nothing_is_told_yet(library: MotionLibrary) -> None:
    left, right = card([angle(70, 9), angle(71.5, 2)], RAISE, library).sides
    assert (left.value, left.day, left.state) == ("71.5°", "22 Nov", RangeState.CANNOT_TELL)
    assert left.reason == "3 readings more on other days before anything can be told."
    assert (right.value, right.day) == ("", "")


def test_a_change_is_said_with_its_numbers_and_whose_noise_it_is(library: MotionLibrary) -> None:
    readings = [angle(60 + 3 * week, 7 * (6 - week)) for week in range(7)]
    (left, _) = card(readings, RAISE, library).sides
    assert (left.state, left.state_words) == (RangeState.FURTHER, "Further than before")
    assert left.reason == (
        "From 63° to 75°; reading alone moves such means by up to 4.8° "
        "(noise by an assumption of this app until there are 8 readings)."
    )
    cold = replace(angle(50, 100), warm=False)
    assert card([cold, *readings], RAISE, library).sides[0].reason.endswith("1 reading taken cold is left out.")


def test_legs_that_differ_are_said_without_a_verdict(library: MotionLibrary) -> None:
    near = card([angle(70), angle(77, side=Side.RIGHT)], RAISE, library).sides_words
    far = card([angle(70), angle(79, side=Side.RIGHT)], RAISE, library).sides_words
    assert near == "The legs are 7° apart: no more than two readings of one leg may be."
    assert far.startswith("The legs are 9° apart, more than")
    assert card([angle(70)], RAISE, library).sides_words == ""


def test_a_reach_is_shown_past_the_feet_with_what_the_scale_showed(library: MotionLibrary) -> None:
    found = card([reach(20)], REACH, library)
    assert (found.sides[0].value, found.zero_point) == ("−3\u202fcm", "23")
    assert [line.words for line in found.lines] == ["Both legs, −3\u202fcm (scale 20, feet at 23), warm"]
    assert reading_words(reach(5, zero=0.0)) == "Both legs, 5\u202fcm, warm"


def test_norms_are_shown_for_one_test_and_those_who_say_that_they_are_young(library: MotionLibrary) -> None:
    readings = [angle(35, test=KNEE), angle(70)]
    shown = build(state(readings), library, TODAY, NormGroup.MEN_18_24).cards
    assert [len(one.norms) for one in shown] == [0, 1, 0]
    assert shown[1].norms[0].startswith("Left: Among 123 students of 18 to 24 years (17.8 ± 9.1°), 35° lies in what")
    assert [len(one.norms) for one in build(state(readings), library, TODAY).cards] == [0, 0, 0]


def test_the_depth_comes_from_the_smaller_raise_and_is_labelled_a_model(library: MotionLibrary) -> None:
    depth = build(state([angle(70), angle(65, side=Side.RIGHT)]), library, TODAY).depth
    assert depth.depth is not None
    assert depth.depth.raise_deg == 65
    assert "The smaller of your two raises, 65°" in depth.words
    assert "model, tested on nobody" in depth.label
    assert "no limit and no goal" in depth.label


def test_a_raise_past_the_drawn_lift_says_so(library: MotionLibrary) -> None:
    words = build(state([angle(85)]), library, TODAY).depth.words
    assert words.startswith("Your raise, 85°")
    assert "past the bottom of the drawn lift" in words


@pytest.mark.parametrize(
    ("readings", "words"),
    [
        ([], "Enter a straight-leg raise"),
        ([angle(70, 90)], "Enter a straight-leg raise"),
        ([angle(20)], "Below a raise of 30°"),
    ],
)
def test_without_a_fresh_raise_the_depth_says_what_is_missing(
    readings: list[RangeTest], words: str, library: MotionLibrary
) -> None:
    depth = build(state(readings), library, TODAY).depth
    assert depth.words.startswith(words)
    assert depth.depth is None


def test_no_sentence_promises_or_diagnoses(library: MotionLibrary) -> None:
    readings = [angle(60 + week, 7 * week, side=side) for week in range(9) for side in Side]
    screen = build(state(readings), library, TODAY, NormGroup.WOMEN_18_24)
    texts = [screen.depth.words, screen.depth.label, *(one.sides_words for one in screen.cards)]
    texts += [side.reason for one in screen.cards for side in one.sides]
    assert len(texts) > 6
    for word in ("prevent", "injur", "safe", "normal", "risk", "posture"):
        assert not [text for text in texts if word in text.lower()]
    assert shipped().range_tests[RAISE].norms == ""
