"""Today: what is due, the week, the records, the two main lifts."""

import re
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hamcore.athlete import AthleteState
from hamcore.model.exercise import Function
from hamcore.model.log import LoggedSet, SetType, Workout
from hamcore.model.plan import PlanItem, WorkoutPlan
from hamcore.rules.trend import TrendState
from hamcore.rules.volume import WeekBand
from hamcore.screens.today import Action, TodayScreen, build
from hamcore.units import LoadUnit
from tests.unit.definitions import CATALOG
from tests.unit.memory_store import ChangingStore
from tests.unit.rules.sets import FIRST, a_set

MONDAY = FIRST


def a_state(*days: tuple[date, list[LoggedSet]], unit: LoadUnit = LoadUnit.KG, routine: str = "") -> AthleteState:
    store = ChangingStore()
    store.settings = replace(store.settings, load_unit=unit, routine_id=routine or store.settings.routine_id)
    for number, (day, sets) in enumerate(days):
        store.write(Workout(f"w{number:03}", day, "", "", "", None, "manual"), sets)
    state = AthleteState(store, "local", CATALOG)
    state.refresh()
    return state


def weekly(loads: list[str], exercise: str = "barbell_deadlift", reps: int = 5) -> list[tuple[date, list[LoggedSet]]]:
    return [(MONDAY + timedelta(weeks=week), [a_set(load, reps, exercise=exercise)]) for week, load in enumerate(loads)]


def every_text(value: object) -> list[str]:
    """All the words a screen shows."""
    if isinstance(value, str):
        return [value]
    if is_dataclass(value) and not isinstance(value, type):
        return [text for part in fields(value) for text in every_text(getattr(value, part.name))]
    return [text for item in value for text in every_text(item)] if isinstance(value, tuple) else []


def test_an_empty_log_offers_import_first_then_the_demo_then_a_workout() -> None:
    screen = build(a_state(), MONDAY)
    assert screen.is_empty
    assert screen.actions == (Action.IMPORT, Action.DEMO, Action.WORKOUT)
    assert (screen.due, screen.week, screen.trends, screen.records) == (None, None, (), ())
    assert screen.day_words == "Monday 5 January"


def test_the_due_card_shows_the_prescription_the_target_and_why() -> None:
    last = MONDAY - timedelta(days=7)
    sets = [a_set("120", 8), a_set("120", 8), a_set("120", 7), a_set("60", 5, set_type=SetType.WARM_UP)]
    screen = build(a_state((last, sets)), MONDAY)
    assert screen.due is not None
    deadlift, curl = screen.due.lines
    assert (screen.due.title, screen.due.state_words, screen.due.is_due) == ("Day A", "Planned for today", True)
    assert screen.due.facts == "6 working sets, about 13\u202fmin. Last workout 7 days ago."
    assert deadlift.prescription == "3 × 6–8, rest 2–3\u202fmin"
    assert deadlift.target == "120\u202fkg × 8"
    assert deadlift.reason.startswith("8, 8, 7 at 120\u202fkg on 29 Dec 2025: the same load")
    assert curl.target == "10–12 reps"
    assert curl.reason.startswith("Nothing logged yet")
    assert screen.due.functions == (Function.HIP_HINGE, Function.KNEE_FLEXION)
    assert screen.actions[0] is Action.WORKOUT


def test_the_targets_of_a_day_that_was_started_stay_while_its_sets_are_logged() -> None:
    before = (MONDAY - timedelta(days=7), [a_set("120", 8)] * 3)
    begun = (MONDAY, [a_set("122.5", 8)] * 2)
    screen = build(a_state(before, begun), MONDAY)
    assert screen.due is not None
    assert screen.due.state_words == "Started today"
    assert screen.due.lines[0].target == "122.5\u202fkg × 6"


@pytest.mark.parametrize(
    ("today", "done", "expected"),
    [
        (MONDAY, [], "Planned for today"),
        (MONDAY, ["barbell_deadlift"], "Done today, next: Thursday 8 Jan"),
        (MONDAY, ["barbell_deadlift", "seated_leg_curl"], "Done today, next: Thursday 8 Jan"),
        (MONDAY + timedelta(days=1), [], "Left from Monday"),
        (MONDAY + timedelta(days=1), ["barbell_deadlift", "seated_leg_curl"], "Next: Thursday 8 Jan"),
    ],
)
def test_the_due_card_says_where_the_week_stands(today: date, done: list[str], expected: str) -> None:
    days = [(MONDAY, [a_set(exercise=key) for key in done for _ in range(3)])] if done else []
    screen = build(a_state((MONDAY - timedelta(days=9), [a_set()]), *days), today)
    assert screen.due is not None
    assert screen.due.state_words == expected
    assert screen.due.is_due == (not expected.startswith(("Done", "Next")))


def test_what_is_left_and_what_was_off_the_plan_is_said() -> None:
    screen = build(a_state((MONDAY + timedelta(days=1), [a_set(exercise="squat")])), MONDAY + timedelta(days=3))
    assert screen.due is not None
    assert screen.due.title == "Day B"
    assert screen.due.also == (
        "Also left from this week: Day A. Tuesday: trained outside the routine; the sets count all the same."
    )


def an_open(day: date, title: str = "Day A", workout_id: str = "w000") -> WorkoutPlan:
    items = tuple(PlanItem(key, None) for key in ("barbell_deadlift", "seated_leg_curl"))
    return WorkoutPlan(Workout(workout_id, day, "", title, "", None, "manual"), items)


def test_a_workout_of_an_earlier_day_that_is_not_finished_is_to_be_gone_on_with() -> None:
    state = a_state((MONDAY, [a_set("100", 8)]))
    due = build(state, MONDAY + timedelta(days=1), [an_open(MONDAY)]).due
    assert due is not None
    assert (due.is_due, due.title, due.state_words) == (True, "Day A", "Not finished, begun yesterday")
    assert (due.workout_id, due.going) == ("w000", ())
    assert (
        due.also
        == "Then Day B on Thursday 8 Jan. Monday: less than half of a routine day; the sets count all the same."
    )
    assert due.lines[0].reason.startswith("Nothing logged yet")


def test_a_workout_of_today_goes_on_until_it_is_finished_or_complete() -> None:
    state = a_state((MONDAY, [a_set("100", 8)] * 3 + [a_set(exercise="seated_leg_curl")] * 2))
    going = build(state, MONDAY, [an_open(MONDAY)]).due
    finished = build(state, MONDAY).due
    assert going is not None
    assert finished is not None
    assert (going.is_due, going.state_words, going.workout_id) == (True, "Started today", "w000")
    assert (finished.is_due, finished.state_words, finished.workout_id) == (
        False,
        "Done today, next: Thursday 8 Jan",
        "",
    )


def test_a_workout_of_another_kind_that_is_not_finished_stands_beside_what_is_due() -> None:
    state = a_state((MONDAY, [a_set("100", 8)]))
    thursday = MONDAY + timedelta(days=3)
    due = build(state, thursday, [an_open(MONDAY), an_open(thursday, "", "w1")]).due
    assert due is not None
    assert (due.title, due.state_words, due.workout_id) == ("Day B", "Planned for today", "")
    assert [(one.workout_id, one.words) for one in due.going] == [
        ("w000", "Day A, begun on Monday: 1 set"),
        ("w1", "Workout, begun today: nothing logged yet"),
    ]


def test_after_the_workout_of_today_what_is_left_from_the_week_comes_first_and_then_what_is_ahead() -> None:
    friday = MONDAY + timedelta(days=4)
    sets = [a_set(exercise=key) for key in ("romanian_deadlift", "kettlebell_swing") for _ in range(3)]
    state = a_state((friday, sets))
    due = build(state, friday).due
    assert due is not None
    assert (due.is_due, due.title, due.state_words) == (False, "Day A", "Today is done; left from Monday")
    assert due.also == "Then Day A on Monday 12 Jan."


def test_an_unknown_routine_leaves_the_card_out_and_keeps_the_rest() -> None:
    screen = build(a_state((MONDAY, [a_set()]), routine="gone"), MONDAY)
    assert (screen.due, screen.stretching) == (None, None)
    assert screen.week is not None
    assert screen.week.planned == 0


def test_the_week_counts_weighted_sets_against_plan_and_band_with_raw_sets_beside() -> None:
    sets = [a_set(exercise=key) for key in ["barbell_deadlift"] * 3 + ["seated_leg_curl"] * 3 + ["squat"] * 3]
    week = build(a_state((MONDAY, sets)), MONDAY).week
    assert week is not None
    assert (week.weighted, week.raw, week.planned, week.band) == (4.5, 6, 9, WeekBand.BUILDING)
    assert week.summary == "weighted sets, 6 sets as counted one by one; the routine plans 9 weighted"
    assert [(line.function, line.done, line.planned, line.raw) for line in week.lines] == [
        (Function.HIP_HINGE, 1.5, 4.5, 3),
        (Function.KNEE_FLEXION, 3, 3, 3),
        (Function.BALLISTIC_HINGE, 0, 1.5, 0),
    ]


def test_a_routine_under_the_band_says_why_and_that_the_band_is_no_duty() -> None:
    week = build(a_state((MONDAY, [a_set()])), MONDAY).week
    assert week is not None
    assert week.plan_words.startswith("The 12 sets of this routine are 9 weighted")
    gone = build(a_state((MONDAY, [a_set()]), routine="gone"), MONDAY).week
    assert gone is not None
    assert gone.plan_words == ""


@pytest.mark.parametrize(
    ("sets", "words"), [(20, "In the band of 10 to 20."), (21, "Above 20: no added benefit was shown.")]
)
def test_more_than_20_sets_are_no_warning(sets: int, words: str) -> None:
    week = build(a_state((MONDAY, [a_set(exercise="romanian_deadlift")] * sets)), MONDAY).week
    assert week is not None
    assert week.band_words == words


def test_several_records_of_one_set_are_one_line_newest_first() -> None:
    screen = build(a_state(*weekly(["100", "105", "125"])), MONDAY + timedelta(weeks=2))
    assert [(line.what, line.detail, line.day) for line in screen.records] == [
        (
            "125\u202fkg × 5",
            "Best e1RM so far; heaviest so far; more than normal session-to-session variation",
            "19 Jan",
        ),
        (
            "105\u202fkg × 5",
            "Best e1RM so far; heaviest so far; within normal session-to-session variation",
            "12 Jan",
        ),
    ]


def test_sets_that_look_alike_are_one_record_line() -> None:
    better = [a_set("105", 5, rir=rir, set_no=number) for number, rir in enumerate([1, 3, 1], 1)]
    days = [*weekly(["100"]), (MONDAY + timedelta(weeks=1), better)]
    screen = build(a_state(*days), MONDAY + timedelta(weeks=1))
    assert [(line.what, line.detail.split(";")[:2]) for line in screen.records] == [
        ("105\u202fkg × 5", ["Best e1RM so far", " heaviest so far"])
    ]


def test_a_record_of_another_lift_is_a_strength_index_and_a_swing_says_nothing_about_noise() -> None:
    days = weekly(["60", "70"], "romanian_deadlift") + weekly(["24", "28"], "kettlebell_swing", 15)
    records = build(a_state(*days), MONDAY + timedelta(weeks=1)).records
    assert {(line.name, line.detail) for line in records} == {
        (
            "Romanian deadlift",
            "Best strength index so far; heaviest so far; more than normal session-to-session variation",
        ),
        ("Kettlebell swing", "Heaviest so far"),
    }


def test_at_most_four_records_are_shown() -> None:
    loads = [str(100 + week) for week in range(9)]
    assert len(build(a_state(*weekly(loads)), MONDAY + timedelta(weeks=9)).records) == 4


def test_a_lift_shows_estimate_band_and_state_with_the_reason() -> None:
    screen = build(a_state(*weekly(["100"] * 14)), MONDAY + timedelta(weeks=13))
    deadlift, rdl = screen.trends
    assert (deadlift.label, deadlift.value, deadlift.unit_words) == ("Deadlift e1RM", "117", "kg")
    assert deadlift.band == "Best of 28 days; seven formulas 112–119\u202fkg. Good to about ±5\u202f% at best."
    assert deadlift.note == "The formulas tended to read low for the deadlift in one study."
    assert (deadlift.state, deadlift.state_words) == (TrendState.LEVEL, "Level")
    assert deadlift.reason == (
        "0.00\u202f% a week, likely at most 0.00\u202f%, under the 0.25\u202f% that would count as a gain "
        "(12 sessions since 19 Jan)."
    )
    assert len(deadlift.series) == len(deadlift.spread) == 14
    assert (rdl.label, rdl.value, rdl.band, rdl.state) == (
        "Deadlift strength index",
        "",
        "Not logged yet.",
        TrendState.NOT_ENOUGH_SESSIONS,
    )
    assert rdl.reason == "0 comparable sessions, and it takes 8 to tell anything."


def test_a_pause_is_said_instead_of_an_old_trend() -> None:
    card = build(a_state(*weekly(["100"] * 14)), MONDAY + timedelta(weeks=18)).trends[0]
    assert (card.value, card.band) == ("", "No estimate from the last 28 days.")
    assert card.reason == "Last session 35 days ago: after 21 days the comparison starts anew."


def test_the_line_is_at_most_thirty_sessions_and_no_session_of_tomorrow() -> None:
    state = a_state(*weekly(["100"] * 40))
    assert len(build(state, MONDAY + timedelta(weeks=39)).trends[0].series) == 30
    assert len(build(state, MONDAY + timedelta(weeks=20)).trends[0].series) <= 21


def test_an_estimate_from_twelve_repetitions_says_low_confidence() -> None:
    card = build(a_state(*weekly(["100"], reps=12)), MONDAY).trends[0]
    assert card.note.startswith("From 11 or 12 repetitions: low confidence.")


def test_a_person_in_pounds_sees_pounds_and_what_was_typed_in_kilograms() -> None:
    state = a_state(*weekly(["100", "110"]), unit=LoadUnit.LB)
    screen = build(state, MONDAY + timedelta(weeks=1))
    assert screen.due is not None
    assert screen.due.lines[0].target == "220.5\u202flb × 6"
    assert "220.5\u202flb (100\u202fkg)" in screen.due.lines[0].reason
    assert "cannot" not in screen.due.lines[0].reason
    assert (screen.trends[0].value, screen.trends[0].unit_words) == ("283", "lb")
    assert screen.records[0].what == "242.5\u202flb (110\u202fkg) × 5"


FORBIDDEN = re.compile(
    r"prevent|plateau|injur|isolat|true max|elite|novice|posture|safe|danger|proven|limit of|should|must", re.IGNORECASE
)
LOGS = st.lists(
    st.tuples(
        st.integers(0, 60),
        st.sampled_from([*CATALOG.exercises, "name:Mine"]),
        st.sampled_from([None, "0", "24", "60", "100", "140"]),
        st.integers(1, 20),
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(LOGS, st.integers(0, 100), st.sampled_from(LoadUnit))
def test_any_log_gives_a_page_without_a_forbidden_word(
    rows: list[tuple[int, str, str | None, int]], today: int, unit: LoadUnit
) -> None:
    days = [(MONDAY + timedelta(days=day), [a_set(load, reps, exercise=key)]) for day, key, load, reps in rows]
    screen: TodayScreen = build(a_state(*days, unit=unit), MONDAY + timedelta(days=today))
    assert screen.is_empty == (not rows)
    texts = every_text(screen)
    assert not [text for text in texts if FORBIDDEN.search(text)]
    assert not [text for text in texts if "nan" in text or "inf" in text.split() or "  " in text]
