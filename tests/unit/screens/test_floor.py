"""The document of the gym floor: targets, reasons, warm-ups, plates, sets, what can be chosen."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

import pytest

from hamcore.athlete import AthleteState
from hamcore.model.log import Form, LoggedSet, SetType, Side, Workout
from hamcore.model.plan import PlanItem, WorkoutPlan
from hamcore.model.settings import Settings
from hamcore.model.symptom import Symptom, SymptomKind
from hamcore.screens.floor import FloorScreen, build
from hamcore.screens.floor_document import FloorExercise
from hamcore.screens.workout import item_of
from hamcore.units import LoadUnit
from tests.unit.demo_state import demo_state, shipped, state_of
from tests.unit.memory_store import WholeStore
from tests.unit.rules.sets import a_set

TODAY = date(2026, 11, 24)
BEFORE = TODAY - timedelta(days=7)
LIFT, CURL, ONE_LEG = "barbell_deadlift", "seated_leg_curl", "single_leg_romanian_deadlift"
NOW = Workout("now", TODAY, f"{TODAY}T18:00:00", "Day A", "", None, "manual")
WARM_UP = a_set("60", 5, set_type=SetType.WARM_UP)


def a_state(
    last: Iterable[LoggedSet] = (),
    today: Iterable[LoggedSet] = (),
    *,
    settings: Settings | None = None,
    symptoms: Iterable[Symptom] = (),
) -> AthleteState:
    """A log of one workout a week ago and the one that is open."""
    store = WholeStore(settings=settings or Settings(), reports=list(symptoms))
    if sets := list(last):
        store.write(Workout("last", BEFORE, f"{BEFORE}T18:00:00", "Day A", "", None, "manual"), sets)
    if sets := list(today):
        store.write(NOW, sets)
    return state_of(store)


def a_plan(state: AthleteState, *keys: str, is_open: bool = True, is_deload: bool = False) -> WorkoutPlan:
    return WorkoutPlan(NOW, tuple(item_of(state, key) for key in keys), is_open=is_open, is_deload=is_deload)


def shown(state: AthleteState, *keys: str, is_open: bool = True) -> FloorScreen:
    return build(state, a_plan(state, *(keys or (LIFT,)), is_open=is_open), TODAY)


def first(state: AthleteState, *keys: str) -> FloorExercise:
    return shown(state, *keys).exercises[0]


def states(exercise: FloorExercise) -> list[str]:
    return [f"{row['kind']} {row['label']} {row['state']}" for row in exercise["rows"]]


def test_the_target_stands_with_its_change_its_reason_and_what_would_have_changed_it() -> None:
    exercise = first(a_state([a_set("120", 8, rir=2)] * 3))
    assert exercise["headline"] == {
        "load": "122.5",
        "unit": "kg",
        "reps": "6–8",
        "change": "+2.5\u202fkg",
        "tone": "good",
        "direction": "up",
    }
    assert exercise["reason"].startswith("You reached 8, 8, 8 at 120\u202fkg on 17 Nov")
    titles = [part["title"] for part in exercise["reasoning"]]
    assert titles[0].startswith("Rule:")
    assert "What would have changed it" in titles
    assert exercise["last"] == "17 Nov: 120\u202fkg × 8, 8, 8"
    assert exercise["plates"] == "25 + 25 + 1.25"


def test_warm_ups_come_before_the_sets_until_one_of_these_is_done() -> None:
    last = [a_set("120", 8, rir=2)] * 3
    assert states(first(a_state(last)))[:2] == ["warm_up W planned", "warm_up W planned"]
    ramp = first(a_state(last))["rows"]
    assert next(row["load"] for row in ramp if row["kind"] == "warm_up") == "20"
    begun = first(a_state(last, [WARM_UP]))
    assert states(begun)[:2] == ["warm_up W done", "warm_up W planned"]
    working = states(first(a_state(last, [WARM_UP, a_set("122.5", 8)])))
    assert working == ["warm_up W done", "working 1 done", "working 2 planned", "working 3 planned"]


def test_a_set_beyond_the_plan_is_extra() -> None:
    exercise = first(a_state((), [a_set("100", 8)] * 4))
    assert [row["kind"] for row in exercise["rows"]] == ["working"] * 3 + ["extra"]


def test_the_targets_stay_while_sets_are_logged() -> None:
    last = [a_set("120", 8, rir=2)] * 3
    before, after = (first(a_state(last, sets)) for sets in ((), [a_set("122.5", 4)]))
    assert (before["headline"], before["reason"]) == (after["headline"], after["reason"])


def test_a_first_time_leaves_the_load_to_the_person() -> None:
    exercise = first(a_state())
    assert exercise["headline"]["load"] == ""
    assert exercise["headline"]["change"] == ""
    assert exercise["reason"].startswith("Nothing logged yet")
    assert {row["load"] for row in exercise["rows"]} == {""}


def test_each_leg_has_its_sets_and_a_set_of_both_counts_for_both() -> None:
    assert [row["side"] for row in first(a_state(), ONE_LEG)["rows"]] == ["left", "right"] * 3
    done = [a_set("20", 8, exercise=ONE_LEG, side=Side.LEFT), a_set("20", 8, exercise=ONE_LEG)]
    rows = first(a_state((), done), ONE_LEG)["rows"]
    left = [row["side"] for row in rows if row["state"] == "planned"]
    assert (left.count("left"), left.count("right")) == (1, 2)


def test_a_load_is_walked_by_what_can_be_loaded_with_its_plates() -> None:
    exercise = first(a_state([a_set("120", 8, rir=2)] * 3))
    at = exercise["loads"].index("122.5")
    assert exercise["loads"][at - 1 : at + 2] == ["120", "122.5", "125"]
    assert exercise["plates_for"]["125"] == "25 + 25 + 2.5"
    assert all(
        Decimal(low) < Decimal(high) for low, high in zip(exercise["loads"], exercise["loads"][1:], strict=False)
    )


def test_a_person_in_pounds_gets_pounds_and_keeps_what_was_typed() -> None:
    pounds = Settings(load_unit=LoadUnit.LB)
    exercise = first(a_state([a_set("100", 8)] * 3, [a_set("100", 8)], settings=pounds))
    assert exercise["unit"] == "lb"
    assert {row["unit"] for row in exercise["rows"] if row["state"] == "planned"} == {"lb"}
    assert [(row["load"], row["unit"]) for row in exercise["rows"] if row["state"] == "done"] == [("100", "kg")]


@pytest.mark.parametrize(
    ("key", "lead", "tail"),
    [
        (LIFT, "", ""),
        ("dumbbell_romanian_deadlift", "", "per hand"),
        ("nordic_curl", "+", ""),
        ("assisted_nordic_curl", "", "help"),
        ("name:Sled", "", ""),
    ],
)
def test_a_load_says_what_it_means(key: str, lead: str, tail: str) -> None:
    exercise = first(a_state(), key)
    assert (exercise["load_lead"], exercise["load_tail"]) == (lead, tail)


def test_stand_ins_have_the_same_function_and_those_of_the_same_length_come_first() -> None:
    catalog = shipped()
    swaps = shown(a_state(), CURL, "lying_leg_curl").exercises[0]["swaps"]
    keys = [swap["key"] for swap in swaps]
    assert keys
    assert not {CURL, "lying_leg_curl"} & set(keys)
    assert {catalog.function_of(key) for key in keys} == {catalog.function_of(CURL)}
    fits = [catalog.exercises[key].length_class is catalog.exercises[CURL].length_class for key in keys]
    assert fits == sorted(fits, reverse=True)
    assert [swap["group"].endswith("same length") for swap in swaps] == fits
    assert all(swap["group"].startswith("same function") for swap in swaps)


@pytest.mark.parametrize("key", sorted(shipped().exercises))
def test_no_stand_in_is_a_name_that_leaves_the_machine_open(key: str) -> None:
    assert not [swap["name"] for swap in first(a_state(), key)["swaps"] if "not named" in swap["name"]]


@pytest.mark.parametrize(
    ("key", "asks", "least"),
    [
        (LIFT, "load", "20"),
        ("dumbbell_romanian_deadlift", "load", "2"),
        ("band_deadlift", "load", ""),
        ("assisted_nordic_curl", "help", "0"),
        ("nordic_curl", "", ""),
        ("name:Sled", "", ""),
    ],
)
def test_what_is_not_known_the_first_time_is_asked_for(key: str, asks: str, least: str) -> None:
    exercise = first(a_state(), key)
    assert (exercise["asks"], exercise["least"]) == (asks, least)


def test_nothing_is_asked_for_where_it_is_known() -> None:
    assert first(a_state([a_set("120", 8)] * 3))["asks"] == ""
    help_last = [a_set("0", 8, exercise="assisted_nordic_curl")] * 3
    assert first(a_state(help_last), "assisted_nordic_curl")["asks"] == ""


def test_the_first_time_has_other_words_once_a_set_is_done() -> None:
    assert "next workout" in first(a_state())["reason_then"]
    assert first(a_state([a_set("120", 8)] * 3))["reason_then"] == ""


def test_only_what_a_person_added_can_be_removed() -> None:
    planned = replace(item_of(a_state(), LIFT), is_added=False)
    items = (planned, item_of(a_state(), CURL), PlanItem("name:Sled", None))
    exercises = build(a_state(), WorkoutPlan(NOW, items), TODAY).exercises
    assert [one["is_removable"] for one in exercises] == [False, True, True]
    past = build(a_state(), WorkoutPlan(NOW, items, is_open=False), TODAY).exercises
    assert not any(one["is_removable"] for one in past)


def test_the_summary_counts_working_sets_and_a_pair_of_sides_as_one() -> None:
    sides = [a_set("20", 8, exercise=ONE_LEG, side=side) for side in (Side.LEFT, Side.RIGHT)] * 2
    assert shown(a_state((), [WARM_UP, *sides]), LIFT, ONE_LEG).summary == "1 exercise, 2 working sets"
    assert shown(a_state((), [WARM_UP])).summary == "0 exercises, 0 working sets"
    assert shown(a_state()).summary == ""


def test_techniques_are_for_isolation_work_and_say_why_not() -> None:
    allow = first(a_state())["allow"]
    assert "drop" not in [one["value"] for one in allow["types"]]
    assert "isolation" in allow["types_note"]
    assert [one["value"] for one in allow["forms"]] == [form.value for form in Form]


def test_a_technique_that_was_noted_can_still_be_chosen() -> None:
    allow = first(a_state((), [a_set(set_type=SetType.DROP)]))["allow"]
    assert "drop" in [one["value"] for one in allow["types"]]


def test_a_red_flag_takes_every_suggestion_away() -> None:
    flag = Symptom("a", SymptomKind.RED_FLAG, TODAY)
    exercise = first(a_state([a_set("120", 8)] * 3, symptoms=[flag]))
    assert exercise["stop"]
    assert exercise["reason"] == ""
    assert (exercise["headline"]["load"], exercise["rows"]) == ("", [])


def test_an_exercise_outside_the_plan_is_shown_after_it() -> None:
    screen = shown(a_state((), [a_set("20", 8, exercise="name:Sled")]), LIFT)
    assert [(one["name"], one["place"]) for one in screen.exercises] == [
        ("Barbell deadlift", "1 of 2"),
        ("Sled", "2 of 2"),
    ]
    assert screen.exercises[1]["swaps"] == []


def test_supersets_are_named_in_the_order_of_the_plan() -> None:
    items = [
        PlanItem(key, None, superset=number) for key, number in ((LIFT, 7), (CURL, 0), ("nordic_curl", 7), (ONE_LEG, 2))
    ]
    screen = build(a_state(), WorkoutPlan(NOW, tuple(items)), TODAY)
    assert [one["superset"] for one in screen.exercises] == ["A1", "", "A2", "B1"]


def test_a_superset_rests_after_its_last_exercise_and_each_alone_after_its_sets() -> None:
    state = a_state()
    items = [replace(item_of(state, key), superset=1) for key in (LIFT, CURL)]
    first_of, last_of = build(state, WorkoutPlan(NOW, tuple(items)), TODAY).exercises
    assert {row["rest_s"] for row in first_of["rows"]} == {0}
    assert {row["rest_s"] for row in last_of["rows"]} == {75}
    skipped = (items[0], replace(items[1], is_skipped=True))
    assert {row["rest_s"] for row in build(state, WorkoutPlan(NOW, skipped), TODAY).exercises[0]["rows"]} == {150}


def test_between_the_legs_of_a_set_there_is_no_rest() -> None:
    rests = [(row["side"], bool(row["rest_s"])) for row in first(a_state(), ONE_LEG)["rows"]]
    assert rests == [("left", False), ("right", True)] * 3
    right = [a_set("20", 8, exercise=ONE_LEG, side=Side.RIGHT)]
    rows = first(a_state((), right), ONE_LEG)["rows"]
    assert next(bool(row["rest_s"]) for row in rows if row["state"] == "planned")


def test_the_first_exercise_with_sets_left_is_on_view() -> None:
    assert shown(a_state(), LIFT, CURL).current == LIFT
    assert shown(a_state((), [a_set("100", 8)] * 3), LIFT, CURL).current == CURL
    skipped = a_plan(a_state(), LIFT, CURL)
    skipped = replace(skipped, items=(replace(skipped.items[0], is_skipped=True), skipped.items[1]))
    assert build(a_state(), skipped, TODAY).current == CURL
    assert (
        shown(
            a_state(),
        ).current
        == LIFT
    )


def test_a_left_and_a_right_set_are_one_set_of_the_plan() -> None:
    two = [a_set("20", 8, exercise=ONE_LEG, side=side) for side in (Side.LEFT, Side.RIGHT)] * 2
    assert shown(a_state((), two), ONE_LEG, CURL).current == ONE_LEG


def test_a_past_workout_shows_what_was_done_and_suggests_nothing() -> None:
    screen = shown(a_state((), [a_set("100", 8), a_set("50", 8, exercise=CURL)]), LIFT, CURL, is_open=False)
    document = screen.document()
    assert (document["mode"], document["current"]) == ("past", LIFT)
    assert states(screen.exercises[0]) == ["extra 1 done"]
    assert screen.exercises[0]["headline"]["load"] == screen.exercises[0]["reason"] == ""
    assert not screen.exercises[0]["swaps"]


def test_a_past_workout_begins_with_what_was_done() -> None:
    assert shown(a_state((), [a_set("50", 8, exercise=CURL)]), LIFT, CURL, is_open=False).current == CURL


def test_a_further_set_rests_as_the_planned_ones_do() -> None:
    done = [row["rest_s"] for row in first(a_state((), [a_set("100", 8)] * 3))["rows"]]
    assert done == [150] * 3


def test_a_best_so_far_is_marked_on_its_set() -> None:
    exercise = first(a_state([a_set("100", 5, rir=2)], [a_set("110", 5, rir=2)]))
    assert [row["detail"] for row in exercise["rows"] if row["state"] == "done"] == ["best so far"]


def test_a_set_of_time_is_shown_in_words() -> None:
    row = first(a_state((), [a_set(None, None, seconds=30)]))["rows"][0]
    assert (row["text"], row["reps"]) == ("30\u202fs", None)


def test_a_lighter_week_has_about_half_the_sets() -> None:
    state = a_state([a_set("120", 8)] * 3)
    exercise = build(state, a_plan(state, LIFT, is_deload=True), TODAY).exercises[0]
    assert len([row for row in exercise["rows"] if row["kind"] == "working"]) == 2
    assert exercise["headline"]["load"] == "120"


@cache
def demo() -> AthleteState:
    return demo_state(TODAY)


@pytest.mark.parametrize("key", sorted(shipped().exercises))
def test_every_exercise_has_a_document_that_survives_the_way_to_the_browser(key: str) -> None:
    document = shown(demo(), key).document()
    assert json.loads(json.dumps(document)) == document
    assert document["exercises"][0]["name"]
