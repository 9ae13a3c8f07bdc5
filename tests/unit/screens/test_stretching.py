"""The checklist, the week card and the guided session's offers."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from hamcore.athlete import AthleteState
from hamcore.dates import Weekday
from hamcore.model.exercise import Bounds
from hamcore.model.log import OWN_NAME, Side
from hamcore.model.routine import Routine, RoutineDay, Slot, StretchSlot
from hamcore.model.stretching import Hold, HoldKind, Occasion, OwnStretch, StretchLog
from hamcore.model.symptom import Symptom, SymptomKind
from hamcore.rules.stretch_dose import DoseState
from hamcore.rules.stretching import StretchKind, WeekMark
from hamcore.screens.guide_plan import fixed
from hamcore.screens.stretch_card import stretch_card
from hamcore.screens.stretching import ChecklistRow, DayMark, build
from hamcore.screens.today import build as build_today
from tests.unit.demo_state import shipped, state_of
from tests.unit.memory_store import WholeStore
from tests.unit.rules.sets import a_set
from tests.unit.test_athlete import a_workout

MONDAY = date(2026, 1, 5)
TUESDAY, WEDNESDAY, SATURDAY = (MONDAY + timedelta(days=days) for days in (1, 2, 5))
FOLD, TOWEL, SCOOP, FLOSS = "standing_forward_bend", "lying_towel_stretch", "hamstring_scoop", "hamstring_flossing"
SEATED = "seated_forward_bend"
DOOR = OwnStretch("Door frame", hold_s=30)
PLAN = Routine(
    "mine",
    "Mine",
    "",
    (
        RoutineDay(
            "Lift",
            Weekday.MONDAY,
            (Slot("romanian_deadlift", shipped().exercises["romanian_deadlift"].prescription),),
        ),
        RoutineDay(
            "Stretch",
            Weekday.WEDNESDAY,
            (StretchSlot(TOWEL, 2, hold_s=Bounds(20, 30)), StretchSlot(SCOOP, 1, reps=Bounds(8, 8))),
        ),
        RoutineDay("Stretch", Weekday.SATURDAY, (StretchSlot(FOLD, 2, hold_s=Bounds(15, 30)),)),
    ),
)


def held(
    key: str = FOLD,
    seconds: int = 30,
    *,
    day: date = MONDAY,
    side: Side | None = None,
    kind: HoldKind = HoldKind.GUIDED,
    number: int = 1,
) -> Hold:
    return Hold(f"{key}-{day}-{side}-{number}", day, key, side, seconds=seconds, kind=kind)


def state(
    *holds: Hold,
    own: Sequence[OwnStretch] = (),
    symptoms: Sequence[Symptom] = (),
    routine: bool = True,
    trained: date | None = None,
) -> AthleteState:
    store = WholeStore()
    store.save_routine(PLAN)
    store.save_settings(routine_id="mine" if routine else "")
    store.stretch(StretchLog(holds, (), {one.key: one for one in own}))
    for symptom in symptoms:
        store.report(symptom)
    if trained:
        store.write(a_workout("w", trained), [a_set(exercise="romanian_deadlift", day=trained)])
    return state_of(store)


def row(of: AthleteState, key: str, day: date = MONDAY) -> ChecklistRow:
    return next(one for one in build(of, day).rows if one.key == key)


def test_the_checklist_has_the_articles_five_and_what_the_person_added() -> None:
    rows = build(state(own=[DOOR], routine=False), MONDAY).rows
    assert {one.key for one in rows} == {FOLD, TOWEL, SCOOP, FLOSS, SEATED, DOOR.key}
    assert [one.key for one in rows if one.is_own] == [DOOR.key]
    assert [one.key for one in rows if one.nerve] == [FLOSS]


def test_what_the_routine_plans_for_the_day_comes_first_with_its_own_dose() -> None:
    rows = build(state(), WEDNESDAY).rows
    assert [(one.key, one.dose) for one in rows if one.is_planned] == [
        (TOWEL, "2 × 20–30\u202fs, each side"),
        (SCOOP, "1 × 8 slow, each side"),
    ]
    assert [one.key for one in rows[:2]] == [TOWEL, SCOOP]


def test_ticking_a_row_makes_it_done() -> None:
    open_row = row(state(), TOWEL, WEDNESDAY)
    assert (open_row.state, open_row.is_ticked, open_row.holds) == (DoseState.OPEN, False, ())
    done = row(state(*open_row.tick), TOWEL, WEDNESDAY)
    assert (done.state, done.is_ticked, done.seconds_words) == (DoseState.DONE, True, "40\u202fs a leg")


def test_a_row_that_is_not_done_says_which_side_is_missing() -> None:
    found = row(state(held(TOWEL, 20, side=Side.LEFT)), TOWEL)
    assert (found.state_words, found.is_ticked) == ("left 1 of 2, right 0 of 2", False)
    assert found.seconds_words == "20\u202fs left, 0\u202fs right"
    assert [line.words for line in found.holds] == ["Left, 20\u202fs, timed"]
    assert row(state(held()), FOLD).state_words == "1 of 2"


def test_a_past_day_has_a_checklist_of_its_own() -> None:
    found = build(state(held(day=MONDAY)), WEDNESDAY, MONDAY)
    assert found.day == MONDAY
    assert [one.key for one in found.rows if one.holds] == [FOLD]
    assert (found.due_words, found.warning) == ("", "")
    assert {hold.day for one in found.rows for hold in one.tick} == {MONDAY}
    assert [cell.is_chosen for cell in found.week.days] == [True] + [False] * 6


def test_a_day_to_come_has_no_checklist() -> None:
    found = build(state(), MONDAY, SATURDAY)
    assert found.day == MONDAY
    assert [cell.is_open for cell in found.week.days] == [True] + [False] * 6


def test_holds_of_a_stretch_that_is_gone_still_count_and_can_be_corrected() -> None:
    found = row(state(held(OWN_NAME + "Old one")), OWN_NAME + "Old one")
    assert (found.name, found.tick, len(found.holds)) == ("Old one", (), 1)
    assert build(state(held(OWN_NAME + "Old one")), MONDAY).week.legs[0].static_s == 30


def test_the_days_of_the_week_are_marked() -> None:
    glide = Hold("g", TUESDAY, FLOSS, Side.LEFT, reps=10)
    days = build(state(held(), glide), WEDNESDAY).week.days
    assert [cell.mark for cell in days] == [
        DayMark.DONE,
        DayMark.GLIDES,
        DayMark.TODAY,
        DayMark.FREE,
        DayMark.FREE,
        DayMark.PLANNED,
        DayMark.FREE,
    ]
    late = build(state(), SATURDAY + timedelta(days=1)).week.days
    assert [cell.mark for cell in late[2:6:3]] == [DayMark.PASSED, DayMark.PASSED]


def test_the_week_keeps_still_moving_and_glides_apart() -> None:
    moving = [Hold("m", MONDAY, SCOOP, Side.LEFT, reps=10), Hold("n", MONDAY, FLOSS, Side.LEFT, reps=10)]
    week = build(state(held(seconds=310), *moving), MONDAY).week
    left, right = week.legs
    assert (left.static_s, left.words, left.also) == (
        310,
        "5:10\u202fmin still",
        "30\u202fs moving and 30\u202fs of nerve glides",
    )
    assert (right.static_s, right.also) == (310, "")
    assert (week.mark, week.marks_s, week.days_done) == (WeekMark.BETWEEN, (300, 600), 1)
    assert week.scale_s >= 600


@pytest.mark.parametrize(
    ("kind", "closed"),
    [
        (SymptomKind.RED_FLAG, {FOLD, TOWEL, SCOOP, FLOSS, SEATED, DOOR.key}),
        (SymptomKind.SIT_BONE_PAIN, {FOLD, SEATED}),
        (SymptomKind.NERVE_SIGNS, {FLOSS}),
    ],
)
def test_what_hurts_closes_the_stretches_it_should_and_says_where_to_turn(kind: SymptomKind, closed: set[str]) -> None:
    found = state(own=[DOOR], symptoms=[Symptom("s", kind, MONDAY)])
    rows = {one.key: one.closed for one in build(found, MONDAY).rows}
    assert {key for key, words in rows.items() if words} == closed
    assert all("doctor" in words or "clinician" in words or "looked at" in words for words in rows.values() if words)
    guide = fixed(found, MONDAY)
    assert {one["key"] for one in guide["stretches"] if one["closed"]} == closed
    assert not [item for offer in guide["offers"] for item in offer["items"] if item["on"] and item["key"] in closed]
    assert bool(guide["closed"]) is (kind is SymptomKind.RED_FLAG)


def test_an_own_forward_bend_is_closed_with_an_ache_at_the_sit_bone() -> None:
    own = replace(DOOR, forward_bend=True)
    found = state(own=[own], symptoms=[Symptom("s", SymptomKind.SIT_BONE_PAIN, MONDAY)])
    assert row(found, own.key).closed


def test_a_minute_of_holds_before_a_heavy_hinge_is_warned_about_on_both_pages() -> None:
    found = state(held(seconds=60))
    words = build(found, MONDAY).warning
    assert words.startswith("1:00\u202fmin of still holds a leg are logged before the romanian deadlift")
    card = stretch_card(found, MONDAY)
    assert card is not None
    assert card.warning == words
    assert {offer["when"]: bool(offer["warning"]) for offer in fixed(found, MONDAY)["offers"]} == {
        "after_training": False,
        "off_day": True,
    }
    assert build(state(held(seconds=59)), MONDAY).warning == ""
    assert build(state(held(seconds=60), trained=MONDAY), MONDAY).warning == ""
    assert build(state(replace(held(seconds=60), when=Occasion.AFTER_TRAINING)), MONDAY).warning == ""


def test_today_says_what_is_due_and_how_far_the_week_is() -> None:
    card = stretch_card(state(held(day=MONDAY)), WEDNESDAY)
    assert card is not None
    assert (card.is_due, card.state_words) == (True, "Due today")
    assert card.due == "Today: Lying towel stretch and Standing hamstring scoop."
    assert card.week == "1 day of 2–3 this week"
    assert card.still == "30\u202fs of still holds a leg (marks at 5 and 10 minutes)."


@pytest.mark.parametrize(
    ("today", "holds", "words"),
    [
        (MONDAY, (), "Next: Wednesday"),
        (MONDAY, (held(),), "Done today"),
        (WEDNESDAY, (held(day=MONDAY),), "Due today"),
    ],
)
def test_the_card_says_where_the_day_stands(today: date, holds: tuple[Hold, ...], words: str) -> None:
    card = stretch_card(state(*holds), today)
    assert card is not None
    assert card.state_words == words


def test_nobody_is_shown_stretching_who_neither_does_nor_plans_it() -> None:
    assert stretch_card(state(routine=False), MONDAY) is None
    assert stretch_card(state(held(), routine=False), MONDAY) is not None


def test_with_a_red_flag_today_does_not_ask_for_stretching() -> None:
    found = state(symptoms=[Symptom("s", SymptomKind.RED_FLAG, MONDAY)])
    card = stretch_card(found, WEDNESDAY)
    assert card is not None
    assert (card.is_due, card.due, card.warning) == (False, "", "")
    assert card.closed.startswith("A sign to stop")


def test_today_knows_about_stretching_before_anything_was_lifted() -> None:
    assert build_today(state(), MONDAY).stretching is None
    assert build_today(state(held()), MONDAY).stretching is not None
    assert build_today(state(trained=MONDAY), MONDAY).stretching is not None


def test_a_session_begins_with_what_the_routine_plans_and_is_not_done() -> None:
    found = fixed(state(*row(state(), SCOOP, WEDNESDAY).tick), WEDNESDAY)
    off = next(offer for offer in found["offers"] if offer["when"] == "off_day")
    assert [(item["key"], item["on"], item["why"]) for item in off["items"][:2]] == [
        (TOWEL, True, "in your routine today"),
        (SCOOP, False, "done today"),
    ]
    assert [item["key"] for item in off["items"] if item["on"]] == [TOWEL]
    assert (off["items"][0]["rounds"], off["items"][0]["amount"]) == (2, 30)


def test_without_a_plan_a_session_after_training_holds_still_and_one_on_a_day_off_moves_first() -> None:
    after, off = fixed(state(routine=False), MONDAY)["offers"]
    stretches = shipped().stretches
    assert not any(stretches[item["key"]].dynamic for item in after["items"] if item["on"])
    kinds = [stretches[item["key"]].dynamic for item in off["items"]]
    assert kinds == sorted(kinds, reverse=True)
    assert all(item["on"] for item in off["items"])


def test_the_session_of_the_day_is_offered_first() -> None:
    assert fixed(state(trained=MONDAY), MONDAY)["offered"] == "after_training"
    assert fixed(state(), MONDAY)["offered"] == "off_day"


def test_a_long_hold_of_ones_own_is_offered_within_the_guideline() -> None:
    own = OwnStretch("Long", hold_s=120)
    items = fixed(state(own=[own], routine=False), MONDAY)["offers"][0]["items"]
    assert next(item["amount"] for item in items if item["key"] == own.key) == 30


def test_every_kind_is_named() -> None:
    kinds = {one.kind: one.kind_words for one in build(state(), MONDAY).rows}
    assert kinds == {
        StretchKind.STATIC: "Held still",
        StretchKind.DYNAMIC: "Moving",
        StretchKind.NERVE: "Nerve glide",
    }
