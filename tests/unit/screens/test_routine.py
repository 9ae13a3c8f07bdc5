"""The Routine page's words and numbers: routines and copies, findings on cards, the week, comparisons, play forward."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings

from hamcore.catalog.routine_values import MAX_ITEMS, MAX_NAME
from hamcore.dates import Weekday
from hamcore.model.exercise import Bounds, CountingRule
from hamcore.model.log import SetType
from hamcore.model.routine import Routine, RoutineDay, Slot, StretchSlot
from hamcore.rules.schedule import weekly
from hamcore.rules.success_rate import LEAST_EXPOSURES, SuccessRate
from hamcore.screens import routine as screen
from hamcore.screens import routine_edit as edit
from hamcore.screens import routine_forward as forward
from hamcore.screens.routine_compare import Kind, compare
from hamcore.screens.routine_day import day_title
from hamcore.screens.routine_week import week_numbers
from hamcore.screens.workout import items_of_day
from hamcore.storage import RoutineVersion
from tests.unit.any_routine import ANY_ROUTINE
from tests.unit.demo_state import TODAY, demo_state, shipped, state_of
from tests.unit.memory_store import WholeStore

SPLIT = shipped().routines["article_split"]
EMPTY = Routine("mine", "Mine", "", ())


def day_of(routine: Routine, weekday: Weekday) -> RoutineDay:
    return next(day for day in routine.days if day.weekday is weekday)


def with_day(routine: Routine, day: RoutineDay) -> Routine:
    others = [one for one in routine.days if one.weekday is not day.weekday]
    return replace(routine, days=tuple(sorted([*others, day], key=lambda one: one.weekday)))


def test_a_copy_says_where_it_comes_from_and_keeps_the_week() -> None:
    mine = edit.own_copy(SPLIT, "new", [SPLIT.name])
    assert (mine.routine_id, mine.name, mine.days) == ("new", "My article routine, two days", SPLIT.days)
    assert SPLIT.name in mine.why
    assert mine.sources == ()


def test_a_copy_of_a_copy_is_called_mine_once() -> None:
    mine = edit.own_copy(SPLIT, "new", [])
    assert edit.own_copy(mine, "newer", [mine.name]).name == "My article routine, two days, 2"


def test_a_free_name_is_never_too_long_to_be_stored() -> None:
    long = "x" * MAX_NAME
    found = edit.free_name(long, [long[: MAX_NAME - 4]])
    assert len(found) <= MAX_NAME


@pytest.mark.parametrize(
    ("typed", "name", "is_right"),
    [
        ("Legs", "Legs", True),
        ("  two   words ", "two words", True),
        ("", "", False),
        (" ", "", False),
        ("x" * MAX_NAME, "x" * MAX_NAME, True),
        ("x" * (MAX_NAME + 1), "x" * (MAX_NAME + 1), False),
    ],
)
def test_a_typed_name_is_tidied_or_refused(typed: str, name: str, is_right: bool) -> None:
    found, wrong = edit.read_name(typed)
    assert found == name
    assert (wrong == "") is is_right


def test_an_exercise_is_added_before_the_stretches_of_a_day_and_a_stretch_behind_them() -> None:
    for key, at in (("nordic_curl", 2), ("hamstring_scoop", 3)):
        offered = edit.adding(SPLIT, shipped(), key)
        assert offered
        changed = edit.with_item(SPLIT, Weekday.MONDAY, offered.item)
        assert changed
        assert day_of(changed, Weekday.MONDAY).items[at] == offered.item


def test_a_rest_day_becomes_a_day_in_its_place_in_the_week() -> None:
    offered = edit.adding(SPLIT, shipped(), "nordic_curl")
    assert offered
    changed = edit.with_item(SPLIT, Weekday.TUESDAY, offered.item)
    assert changed
    assert [day.weekday for day in changed.days] == [0, 1, 3, 5]
    assert dict(offered.weekdays)[Weekday.TUESDAY] == "Tue (rest)"


def test_a_full_day_takes_no_more() -> None:
    item = day_of(SPLIT, Weekday.MONDAY).items[0]
    for count, fits in ((MAX_ITEMS - 1, True), (MAX_ITEMS, False)):
        full = Routine("r", "R", "", (RoutineDay("", Weekday.MONDAY, (item,) * count),))
        assert (edit.with_item(full, Weekday.MONDAY, item) is not None) is fits


def test_nothing_is_offered_for_a_key_nobody_knows() -> None:
    assert edit.adding(SPLIT, shipped(), "no_such_thing") is None


def test_every_stretch_and_exercise_can_be_added() -> None:
    for key in (*shipped().exercises, *shipped().stretches):
        assert edit.adding(EMPTY, shipped(), key) is not None


def test_the_active_routine_is_shown_unless_another_one_is_asked_for() -> None:
    state = demo_state()
    assert screen.shown_id(state, "") == state.settings.routine_id
    assert screen.shown_id(state, "no_machines") == "no_machines"
    assert screen.shown_id(state, "gone") == state.settings.routine_id


def test_own_routines_come_before_templates_and_the_active_one_says_so() -> None:
    store = WholeStore()
    mine = edit.own_copy(SPLIT, "mine", [])
    store.plans[mine.routine_id] = mine
    store.save_settings(routine_id="mine")
    found = screen.choices(state_of(store))
    assert (found[0].routine_id, found[0].words) == ("mine", "yours, active")
    assert {one.words for one in found[1:]} == {"template"}
    assert [one.routine_id for one in found[1:]] == list(shipped().routines)


def test_what_asks_for_a_look_stands_on_its_card() -> None:
    thursday = day_of(SPLIT, Weekday.THURSDAY)
    rdl, swing, bend = thursday.items
    view = screen.build(demo_state(), with_day(SPLIT, replace(thursday, items=(swing, rdl, bend))))
    assert view.remarks.looks == {(Weekday.THURSDAY, 0): "Swings before the heavy hinge"}
    assert view.summary == "1 thing to look at"
    row = view.findings[0]
    assert row.is_look
    assert row.label
    assert row.fix is not None


def test_a_week_without_a_finding_to_look_at_says_so() -> None:
    assert screen.build(demo_state(), SPLIT).summary == "Nothing asks for a look"


def test_the_article_counts_twelve_of_which_nine_are_weighted_and_every_difference_is_named() -> None:
    week = week_numbers(SPLIT, shipped())
    assert [one.total for one in week.counts] == ["12", "9", "7.5"]
    assert [one.name for one in week.differences] == ["Barbell deadlift", "Romanian deadlift", "Kettlebell swing"]
    assert all(one.reason for one in week.differences)


@settings(max_examples=40, deadline=None)
@given(ANY_ROUTINE)
def test_the_totals_are_those_of_the_schedule_and_bars_stay_inside_their_card(routine: Routine) -> None:
    week = week_numbers(routine, shipped())
    counted = weekly(routine, shipped().exercises)
    assert week.weighted == counted[CountingRule.WEIGHTED].total
    for bar in (*week.functions, *week.lengths_of_muscle, *week.bellies):
        assert 0 <= bar.weighted_share <= 1
        assert 0 <= bar.raw_share <= 1


def test_the_week_begins_on_the_persons_first_day() -> None:
    week = week_numbers(SPLIT, shipped(), Weekday.SUNDAY)
    assert week.days[:2] == ("Sun", "Mon")
    hinges = next(row for row in week.grid if row.function == "hip_hinge")
    assert hinges.cells == (0, 3, 0, 0, 3, 0, 0)


def test_an_empty_week_has_nothing_to_count_and_no_minutes() -> None:
    week = week_numbers(EMPTY, shipped())
    assert week.is_empty
    assert (week.grid, week.total_minutes, week.spacing) == ((), "", ())


def test_two_equal_weeks_have_no_difference() -> None:
    assert compare(SPLIT, SPLIT, shipped()).lines == ()


def test_a_card_on_another_day_was_moved_and_not_removed_and_added() -> None:
    monday, thursday = day_of(SPLIT, Weekday.MONDAY), day_of(SPLIT, Weekday.THURSDAY)
    moved = with_day(SPLIT, replace(monday, items=(*monday.items, thursday.items[1])))
    moved = with_day(moved, replace(thursday, items=(thursday.items[0], thursday.items[2])))
    (line,) = compare(SPLIT, moved, shipped()).lines
    assert (line.kind, line.day, line.name) == (Kind.MOVED, "Thursday to Monday", "Kettlebell swing")


def test_changes_and_order_and_new_cards_are_told_apart() -> None:
    monday = day_of(SPLIT, Weekday.MONDAY)
    lift, curl, bend = monday.items
    assert isinstance(lift, Slot)
    assert isinstance(curl, Slot)
    more = replace(lift, prescription=replace(lift.prescription, sets=4))
    extra = StretchSlot("hamstring_scoop", 1, reps=Bounds(8, 10))
    dropped = replace(curl, technique=SetType.DROP)
    after = with_day(SPLIT, replace(monday, items=(dropped, more, bend, extra)))
    found = compare(SPLIT, after, shipped())
    assert [line.kind for line in found.lines] == [Kind.ADDED, Kind.CHANGED, Kind.CHANGED, Kind.ORDER]
    assert "drop set" in found.lines[2].after
    assert {name: (old, new) for name, old, new in found.numbers}["Weighted sets"] == ("9", "9.5")


@settings(max_examples=30, deadline=None)
@given(ANY_ROUTINE, ANY_ROUTINE)
def test_a_comparison_names_every_change_and_the_way_back_undoes_it(before: Routine, after: Routine) -> None:
    assert compare(before, before, shipped()).lines == ()
    there, back = compare(before, after, shipped()), compare(after, before, shipped())
    assert {(name, new, old) for name, old, new in there.numbers} == set(back.numbers)
    kinds = [sum(line.kind is kind for line in there.lines) for kind in (Kind.ADDED, Kind.REMOVED)]
    assert kinds == [sum(line.kind is kind for line in back.lines) for kind in (Kind.REMOVED, Kind.ADDED)]


def test_a_version_is_told_in_the_zone_of_the_person() -> None:
    version = RoutineVersion(2, "2026-11-24T23:30:00+00:00", "before the holidays", SPLIT)
    now = datetime(2026, 11, 25, 12, tzinfo=timezone(timedelta(hours=1)))
    assert screen.version_words(version, now) == ("Version 2", "25 Nov, 00:30 · before the holidays")
    assert screen.version_words(version, now.astimezone(UTC))[1].startswith("24 Nov, 23:30")


def test_a_day_without_a_name_is_called_by_what_is_on_it() -> None:
    monday = replace(day_of(SPLIT, Weekday.MONDAY), name="")
    assert day_title(monday, shipped()) == "Deadlift and Seated curl"
    assert day_title(replace(monday, items=monday.items[2:]), shipped()) == "Stretches"


def test_a_workout_has_the_supersets_of_its_day_and_each_exercise_once() -> None:
    lift, curl, _ = day_of(SPLIT, Weekday.MONDAY).items
    assert isinstance(lift, Slot)
    assert isinstance(curl, Slot)
    pair = RoutineDay("", Weekday.MONDAY, (replace(lift, superset=1), replace(curl, superset=1), lift))
    items = items_of_day(pair)
    assert [(item.exercise, item.superset) for item in items] == [(lift.exercise_id, 1), (curl.exercise_id, 1)]
    assert items[0].prescription
    assert items[0].prescription.sets == 6


def test_the_play_forward_begins_at_the_present_and_stops_where_the_rules_stop() -> None:
    view = forward.build(demo_state(), SPLIT, TODAY, 12)
    assert [one.key for one in view.lifts] == [slot.exercise_id for _, slot in SPLIT.slots()]
    for one in view.lifts:
        assert one.plot
        assert [row.week for row in one.plot.rows] == list(range(13))
        assert one.plot.rows[0].made is not None
        after = [row for row in one.plot.rows if one.plot.stop is not None and row.week > one.plot.stop]
        assert all(row.lo is None and row.hi is None for row in after)
        assert all(row.lo <= row.hi for row in one.plot.rows if row.lo is not None and row.hi is not None)
    assert bool(view.stop) is any(one.plot.stop is not None for one in view.lifts if one.plot)
    assert len(view.assumptions) == len(set(view.assumptions)) == 6


def test_an_exercise_never_logged_says_what_is_missing() -> None:
    view = forward.build(state_of(WholeStore()), SPLIT, TODAY, 8)
    assert all(one.plot is None and one.missing.startswith("Not logged yet") for one in view.lifts)


@pytest.mark.parametrize(("exposures", "is_rate"), [(LEAST_EXPOSURES - 1, False), (LEAST_EXPOSURES, True)])
def test_a_rate_is_only_told_after_enough_workouts(exposures: int, is_rate: bool) -> None:
    words = forward.rate_words(SuccessRate(3, 9, exposures))
    assert words.startswith("Your rate") is is_rate
