"""The rules of progression: each on its limit and one step to either side."""

import pytest

from tests.unit.rules.coaching import advise, line, past

MAIN = [
    ("top in every set", ["100x8 100x8 100x8"], "step_load 102.5 kg 6/6/6"),
    ("one repetition short in one set", ["100x8 100x8 100x7"], "add_reps 100 kg 8/8/8"),
    ("bottom in every set", ["100x6 100x6 100x6"], "add_reps 100 kg 7/7/7"),
    ("over the top", ["100x12 100x9 100x8"], "step_load 102.5 kg 6/6/6"),
    ("60 kg never goes to 65", ["60x8 60x8 60x8"], "step_load 62.5 kg 6/6/6"),
    ("under the range once", ["100x8 100x8 100x5"], "missed_once 100 kg 8/8/6"),
    ("under the range twice", ["100x8 100x8 100x5", "100x7 100x6 100x5"], "missed_twice 92.5 kg 6/6/6"),
    ("under the range, then in it", ["100x5 100x5 100x5", "100x6 100x6 100x6"], "add_reps 100 kg 7/7/7"),
    ("a set too few", ["100x8 100x8"], "not_comparable 100 kg 8/8/6"),
    ("an extra set is ignored", ["100x8 100x8 100x8 100x3"], "step_load 102.5 kg 6/6/6"),
    ("a warm-up never counts", ["100x3w 100x8 100x8 100x8"], "step_load 102.5 kg 6/6/6"),
    ("a drop set never counts", ["100x8 100x8 100x8 100x4d"], "step_load 102.5 kg 6/6/6"),
    ("a drop set is no set of the plan", ["100x8 100x8 100x8d"], "not_comparable 100 kg 8/8/6"),
    ("nothing in reserve", ["100x8@0 100x8@2 100x8@2"], "confirm_top 100 kg 8/8/8"),
    ("one in reserve", ["100x8@1 100x8@2 100x8@2"], "step_load 102.5 kg 6/6/6"),
    ("form broke", ["100x8 100x8 100x8b"], "form_broke 100 kg 8/8/8"),
    ("back rounded", ["100x8 100x8 100x8r"], "back_rounded 100 kg 8/8/8"),
    ("pain", ["100x8 100x8 100x8x"], "pain - 6/6/6"),
    ("nothing logged", [], "first_time - 6/6/6"),
]


@pytest.mark.parametrize(("history", "expected"), [row[1:] for row in MAIN], ids=[row[0] for row in MAIN])
def test_double_progression_on_a_bar(history: list[str], expected: str) -> None:
    assert line(advise(past(*history))) == expected
