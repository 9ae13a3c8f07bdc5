import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.catalog import Catalog, name_key
from hamcore.catalog.definitions import names_of
from hamcore.catalog.names import combined, keys_of

SPELLINGS = {
    "barbell_deadlift": "Deadlift|Deadlift (Barbell)|Barbell Deadlift|Conventional Deadlift|Deadlift, Barbell"
    "|Kreuzheben|Soulevé de terre|Peso Muerto (Barra)",
    "paused_deadlift": "2ct Paused Deadlift|Paused Deadlift",
    "dumbbell_deadlift": "Deadlift (Dumbbell)|Dumbbell Deadlift|Peso Muerto Mancuernas|Deadlift (Dumbbells)",
    "smith_machine_deadlift": "Deadlift (Smith Machine)",
    "band_deadlift": "Deadlift (Band)",
    "kettlebell_deadlift": "Kettlebell Deadlift",
    "machine_deadlift": "Deadlift, Leverage Machine",
    "trap_bar_deadlift": "Trap Bar Deadlift|Deadlift (Trap bar)|Deadlift Hex",
    "sumo_deadlift": "Sumo Deadlift|Sumo Deadlift (Barbell)",
    "paused_sumo_deadlift": "Paused Sumo Deadlift",
    "rack_pull": "Rack Pull|Rack Pull (Barbell)",
    "deficit_deadlift": "Deficit Deadlift|Deficit Deadlift (Barbell)",
    "romanian_deadlift": "Romanian Deadlift|Romanian Deadlift (Barbell)|Romanian Deadlift, Barbell"
    "|Barbell Romanian Deadlift|RDL (Barbell)|RDL|Rumänisches Kreuzheben",
    "dumbbell_romanian_deadlift": "Romanian Deadlift (Dumbbell)|Romanian Deadlift (Dumbbells)"
    "|Dumbbell Romanian Deadlift",
    "machine_romanian_deadlift": "Romanian Deadlift, Leverage Machine",
    "smith_machine_romanian_deadlift": "Romanian Deadlift (Smith Machine)",
    "trap_bar_romanian_deadlift": "Romanian Deadlift (Trap Bar)",
    "cable_romanian_deadlift": "Romanian Deadlift (Cable)",
    "kettlebell_romanian_deadlift": "Romanian Deadlift (Kettlebell)",
    "stiff_leg_deadlift": "Stiff Leg Deadlift|Stiff Leg Deadlift (Barbell)|Stiff-Legged Deadlift"
    "|Stiff-Legged Barbell Deadlift|Straight Leg Deadlift",
    "dumbbell_stiff_leg_deadlift": "Stiff Leg Deadlift (Dumbbell)",
    "band_stiff_leg_deadlift": "Straight Leg Deadlift (Band)",
    "single_leg_romanian_deadlift": "Single Leg Deadlift|Single Leg RDL|Single Leg Romanian Deadlift (Dumbbell)",
    "barbell_single_leg_romanian_deadlift": "Single Leg Romanian Deadlift (Barbell)",
    "kettlebell_single_leg_romanian_deadlift": "Single Leg Romanian Deadlift (Kettlebell)"
    "|Kettlebell One-Legged Deadlift",
    "lying_leg_curl": "Lying Leg Curl|Lying Leg Curl (Machine)|Lying Leg Curl Machine|Lying Leg Curls",
    "seated_leg_curl": "Seated Leg Curl|Seated Leg Curl (Machine)|Seated Leg Curl Machine|Isquio Maquina Sentado",
    "standing_leg_curl": "Standing Leg Curl",
    "leg_curl": "Leg Curl|Leg Curl (Machine)",
    "single_leg_curl": "Single leg curl",
    "ball_leg_curl": "Swiss Ball Leg Curls|Ball Leg Curl",
    "slider_leg_curl": "Platform Hamstring Slides|sliding leg curl",
    "nordic_curl": "Nordic Hamstrings Curls|Nordic Curl|Nordic curl|Nordic Drop",
    "glute_ham_raise": "Glute Ham Raise|Glute-Ham Raise",
    "floor_glute_ham_raise": "Floor Glute-Ham Raise|Natural Glute Ham Raise",
    "good_morning": "Good Morning|Good Mornings|Good Morning (Barbell)",
    "zercher_good_morning": "Zercher Good Morning",
    "back_extension": "Back Extension|Back Extension, Bodyweight|Lumbar",
    "machine_back_extension": "Back Extension (Machine)",
    "back_extension_45": "Back Extension (Hyperextension)|Hyperextensions|Hyperextensions (Back Extensions)",
    "weighted_back_extension_45": "Back Extension (Weighted Hyperextension)",
    "weighted_back_extension": "Back Extension (Weighted)",
    "reverse_hyperextension": "Reverse Hyperextension",
    "kettlebell_swing": "Kettlebell Swing|Kettlebell swing",
    "one_arm_kettlebell_swing": "Kettlebell Swing One Hand|Kettlebell One Arm Swing 50''|One-Arm Kettlebell Swings",
    "hip_thrust": "Hip Thrust|Hip Thrust (Barbell)|Barbell Hip Thrust",
    "machine_hip_thrust": "Hip Thrust (Machine)|Hip Thrust, Leverage Machine|Hip Thurst Maquina",
    "dumbbell_hip_thrust": "Hip Thrust (Dumbbell)",
    "banded_hip_thrust": "Hip Thrust Banded",
    "single_leg_hip_thrust": "Single Leg Hip Thrust",
    "glute_bridge": "Glute Bridge",
    "barbell_glute_bridge": "Barbell Glute Bridge",
    "banded_glute_bridge": "Banded Glute Bridge",
    "single_leg_glute_bridge": "Single Leg Bridge|Single Leg Glute Bridge",
    "cable_pull_through": "Cable Pull Through",
    "cable_kickback": "Cable Kickback",
    "machine_glute_kickback": "Glute Kickback (Machine)",
    "jefferson_curl": "Jefferson Curl",
    "stretching": "Stretching",
    "deadlift_high_pull": "Deadlift High Pull",
    "sumo_deadlift_high_pull": "Sumo Deadlift High Pull",
}

FALSE_FRIENDS = (
    "Bicep Curl",
    "Bicep Curl (Dumbbell)",
    "Reverse Curl",
    "Curl",
    "Leg Extension",
    "Leg Extension (Machine)",
    "Leg Raise",
    "Tricep Kickback",
    "Triceps Kickback (Cable)",
    "Triceps Kickback (Dumbbell)",
    "Kickback",
    "Sumo Squat",
    "Zercher Deadlift",
    "Deadlift 2019",
    "Romanian Deadlift (see note)",
    "Nordic",
    "Warm Up",
    "",
    "()",
)


def cases() -> list[tuple[str, str]]:
    return [(spelling, exercise_id) for exercise_id, names in SPELLINGS.items() for spelling in names.split("|")]


@pytest.mark.parametrize(("spelling", "exercise_id"), cases())
def test_a_spelling_seen_in_a_real_log_finds_its_exercise(shipped: Catalog, spelling: str, exercise_id: str) -> None:
    assert shipped.exercise_id_for(spelling) == exercise_id


@pytest.mark.parametrize("name", FALSE_FRIENDS)
def test_a_false_friend_finds_nothing(shipped: Catalog, name: str) -> None:
    assert shipped.exercise_id_for(name) is None


LOOSE = {
    "case": "ROMANIAN DEADLIFT (barbell)",
    "spaces around": "  Romanian Deadlift (Barbell) ",
    "two spaces and a tab": "Romanian  Deadlift\t(Barbell)",
    "a no-break space": "Romanian\u00a0Deadlift (Barbell)",
    "accents": "Rómänian Deadlïft (Barbell)",
    "letters taken apart": "Romanian De\u0301adlift (Barbell)",
    "full-width letters": "Ｒomanian Deadlift (Barbell)",
    "a mark of byte order": "\ufeffRomanian Deadlift (Barbell)",
    "a dotless i": "Roman\u0131an Deadlift (Barbell)",
    "a dotted capital I": "ROMAN\u0130AN DEADLIFT (BARBELL)",
}


@pytest.mark.parametrize("name", LOOSE.values(), ids=LOOSE)
def test_differences_that_are_no_difference_of_name_are_folded(shipped: Catalog, name: str) -> None:
    assert shipped.exercise_id_for(name) == "romanian_deadlift"


@pytest.mark.parametrize("name", ["Glute\u2011Ham Raise", "Glute\u2013Ham Raise", "glute ham raise", "GLUTE-HAM RAISE"])
def test_a_hyphen_may_be_another_hyphen_or_a_space(shipped: Catalog, name: str) -> None:
    assert shipped.exercise_id_for(name) == "glute_ham_raise"


def test_typographic_quotes_are_plain_quotes(shipped: Catalog) -> None:
    for name in ("Kettlebell One Arm Swing 50\u2019\u2019", "Kettlebell One Arm Swing 50\u2033"):
        assert shipped.exercise_id_for(name) == "one_arm_kettlebell_swing"


def test_words_that_differ_only_in_a_voicing_mark_stay_two_words() -> None:
    assert name_key("バス") != name_key("ハス")
    assert name_key("ﾊﾞｽ") == name_key("バス")


@given(st.text(max_size=40))
def test_the_key_of_a_key_is_the_key(name: str) -> None:
    assert name_key(name_key(name)) == name_key(name)


@given(st.text(alphabet=st.characters(max_codepoint=0x24F), max_size=30))
def test_a_key_ignores_case_and_spaces_around(name: str) -> None:
    assert name_key(f"  {name}\t") == name_key(name)
    assert name_key(name.casefold()) == name_key(name)


def test_keys_offer_a_hyphen_and_a_space() -> None:
    assert keys_of("Pull-Through (Cable)") == {"pull-through (cable)", "pull through (cable)"}
    assert keys_of("Swing") == {"swing"}


def test_names_and_words_combine_in_three_ways() -> None:
    assert list(combined(["A", "B"], ["x"])) == ["A (x)", "A, x", "x A", "B (x)", "B, x", "x B"]
    assert list(combined(["A"], [])) == []


def test_every_name_of_every_exercise_leads_to_it(shipped: Catalog) -> None:
    assert len(shipped.exercises) >= 70
    for exercise in shipped.exercises.values():
        for name in (exercise.name, *exercise.aliases):
            assert shipped.exercise_id_for(name) == exercise.exercise_id
        assert names_of(exercise)
