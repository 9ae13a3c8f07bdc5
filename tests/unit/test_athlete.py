"""The athlete's state: whatever happens to the log, it equals a state that reads everything anew."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hamcore.athlete import AthleteState
from hamcore.dates import Days, Weekday, week_of
from hamcore.model.exercise import CountingRule, Function
from hamcore.model.log import LoggedSet, SetType, Side, Workout
from hamcore.model.settings import Formula
from hamcore.model.stretching import Hold, OwnStretch, StretchLog
from hamcore.model.symptom import Symptom, SymptomKind
from hamcore.storage import open_store
from hamcore.units import Load, LoadUnit
from tests.unit.definitions import CATALOG
from tests.unit.memory_store import ChangingStore, WholeStore
from tests.unit.rules.sets import FIRST, a_set

EXERCISES = ("barbell_deadlift", "romanian_deadlift", "kettlebell_swing", "name:My own")
TODAY = FIRST + timedelta(days=60)


def a_workout(workout_id: str, day: date = FIRST, started_at: str = "") -> Workout:
    return Workout(workout_id, day, started_at, "", "", None, "manual")


def a_state(store: WholeStore) -> AthleteState:
    state = AthleteState(store, "local", CATALOG)
    state.refresh()
    return state


def everything(state: AthleteState) -> dict[str, object]:
    """All a page can see of a state."""
    log = state.log
    return {
        "workouts": dict(log.workouts),
        "sets": {key: list(sets) for key, sets in log.sets.items()},
        "histories": {
            key: (h.exposures, h.records, h.weekly_sets, h.trend(TODAY), h.current(TODAY), h.line())
            for key in sorted(log.sets)
            for h in [state.history(key)]
        },
        "credits": [state.weekly_credits(FIRST, rule) for rule in CountingRule],
        "newest": state.newest_records(5, TODAY),
        "done": state.done_in(Days(FIRST, TODAY)),
        "exercises": state.exercises(),
        "settings": state.settings,
        "body_weights": dict(state.body_weights),
        "symptoms": state.symptoms,
        "routines": dict(state.routines),
        "stretching": (state.holds, state.range_tests, dict(state.own_stretches)),
    }


def test_a_state_reads_nothing_until_it_is_refreshed() -> None:
    store = WholeStore()
    state = AthleteState(store, "local", CATALOG)
    assert (state.log.sets, store.whole_reads) == ({}, 0)
    assert state.refresh() is True
    assert state.refresh() is False
    assert store.whole_reads == 1


def test_a_new_set_is_seen_without_reading_the_whole_log_again() -> None:
    store = ChangingStore()
    store.write(a_workout("a"), [a_set("100", 5)])
    state = a_state(store)
    history = state.history("barbell_deadlift")
    store.write(a_workout("a"), [a_set("100", 5), a_set("105", 5)])
    assert state.refresh()
    assert state.history("barbell_deadlift") is history
    assert [len(exposure.sets) for exposure in history.exposures] == [2]
    assert store.whole_reads == 1


def test_stretching_is_seen_after_a_refresh_and_read_only_when_it_changed() -> None:
    store = ChangingStore()
    state = a_state(store)
    own = OwnStretch("Door frame", hold_s=30)
    hold = Hold("h", FIRST, own.key, Side.LEFT, seconds=30)
    store.stretch(StretchLog((hold,), (), {own.key: own}))
    assert len(state.holds) == 0
    assert state.refresh()
    assert (tuple(state.holds), state.own_stretches) == ((hold,), {own.key: own})
    assert state.stretches == {**CATALOG.stretches, own.key: own.definition()}
    store.weigh(FIRST, kg("80"))
    assert state.refresh()
    assert (tuple(state.holds), store.stretch_reads) == ((hold,), 2)


def test_a_change_keeps_the_histories_of_other_exercises() -> None:
    for store in (WholeStore(), ChangingStore()):
        store.write(a_workout("a"), [a_set(exercise="barbell_deadlift"), a_set(exercise="romanian_deadlift")])
        state = a_state(store)
        kept = state.history("romanian_deadlift")
        store.write(a_workout("b", FIRST - timedelta(days=3)), [a_set(exercise="barbell_deadlift")])
        state.refresh()
        assert state.history("romanian_deadlift") is kept
        assert len(state.history("barbell_deadlift").exposures) == 2


def test_another_formula_computes_every_history_anew() -> None:
    store = ChangingStore()
    store.write(a_workout("a"), [a_set("100", 5)])
    state = a_state(store)
    before = state.history("barbell_deadlift").exposures[0].e1rm_kg
    store.save_settings(formula=Formula.BRZYCKI)
    state.refresh()
    assert state.history("barbell_deadlift").exposures[0].e1rm_kg == pytest.approx(112.5)
    assert before == pytest.approx(116.667, abs=0.001)


def test_weeks_begin_where_the_settings_say() -> None:
    store = ChangingStore()
    sunday = FIRST - timedelta(days=1)
    store.write(a_workout("a", sunday), [a_set(exercise="romanian_deadlift")] * 3)
    state = a_state(store)
    assert state.weekly_credits(FIRST).total == 0
    store.save_settings(week_start=Weekday.SUNDAY)
    state.refresh()
    assert state.weekly_credits(FIRST).total == 3


def test_credits_show_raw_and_weighted_sets_and_leave_own_exercises_out() -> None:
    store = ChangingStore()
    sets = [a_set(exercise=key, set_type=kind) for key in EXERCISES for kind in (SetType.WARM_UP, SetType.WORKING)]
    store.write(a_workout("a"), sets)
    state = a_state(store)
    assert state.weekly_credits(FIRST, CountingRule.RAW).total == 3
    assert state.weekly_credits(FIRST).by_function == {Function.HIP_HINGE: 1.5, Function.BALLISTIC_HINGE: 0.5}


def kg(value: str) -> Load:
    return Load(Decimal(value), LoadUnit.KG)


def test_a_body_weight_holds_until_the_next_one() -> None:
    store = ChangingStore()
    store.save_settings(body_weight=kg("90"))
    store.weigh(FIRST + timedelta(days=10), kg("82"))
    store.weigh(FIRST, kg("80"))
    state = a_state(store)
    days = [-1, 0, 1, 9, 10, 500]
    found = [state.body_weight_on(FIRST + timedelta(days=day)) for day in days]
    assert found == [kg("90"), kg("80"), kg("80"), kg("80"), kg("82"), kg("82")]
    assert list(state.body_weights) == [FIRST, FIRST + timedelta(days=10)]


def test_without_any_body_weight_none_is_made_up() -> None:
    assert a_state(ChangingStore()).body_weight_on(FIRST) is None


def test_an_own_routine_comes_first_and_stands_for_the_shipped_one_of_its_id() -> None:
    store = ChangingStore()
    state = a_state(store)
    shipped = dict(state.catalog.routines)
    assert dict(state.routines) == shipped
    first, *_ = shipped.values()
    mine, changed = replace(first, routine_id="mine", name="Mine"), replace(first, name="Changed")
    store.save_routine(mine)
    store.save_routine(changed)
    store.save_settings(routine_id="mine")
    assert state.routine("mine") is None
    state.refresh()
    assert list(state.routines)[:2] == ["mine", first.routine_id]
    assert set(state.routines) == {"mine", *shipped}
    assert (state.routine(first.routine_id), state.routine("nobody"), state.active_routine) == (changed, None, mine)


def test_a_body_weight_and_a_symptom_are_seen_after_a_refresh_and_cost_no_history() -> None:
    store = ChangingStore()
    store.write(a_workout("a"), [a_set("100", 5)])
    state = a_state(store)
    history = state.history("barbell_deadlift")
    symptom = Symptom("s1", SymptomKind.RED_FLAG, FIRST)
    store.weigh(FIRST, kg("80"))
    store.report(symptom)
    assert (state.body_weight_on(FIRST), state.symptoms) == (None, ())
    assert state.refresh()
    assert (state.body_weight_on(FIRST), state.symptoms) == (kg("80"), (symptom,))
    assert state.history("barbell_deadlift") is history
    assert store.whole_reads == 1


def test_exercises_are_in_order_of_how_often_they_were_logged() -> None:
    store = ChangingStore()
    store.write(a_workout("a"), [a_set(exercise="kettlebell_swing")] * 2 + [a_set(exercise="barbell_deadlift")])
    assert a_state(store).exercises() == ["kettlebell_swing", "barbell_deadlift"]


def test_an_exercise_never_logged_has_an_empty_history() -> None:
    history = a_state(ChangingStore()).history("nordic_curl")
    assert (history.exposures, history.records, history.current(TODAY)) == ([], [], None)


def test_swings_get_no_estimate_and_own_exercises_do() -> None:
    store = ChangingStore()
    store.write(a_workout("a"), [a_set("24", 5, exercise=key) for key in EXERCISES])
    state = a_state(store)
    assert state.history("kettlebell_swing").exposures[0].e1rm_kg is None
    assert state.history("name:My own").exposures[0].e1rm_kg == pytest.approx(28)


def test_records_after_today_are_not_shown_yet() -> None:
    store = ChangingStore()
    for i, load in enumerate(["100", "110", "120"]):
        store.write(a_workout(str(i), FIRST + timedelta(days=i)), [a_set(load, 5)])
    days = [new.record.entry.day for new in a_state(store).newest_records(9, FIRST + timedelta(days=1))]
    assert set(days) == {FIRST + timedelta(days=1)}


def test_days_done_are_found_from_the_end() -> None:
    store = ChangingStore()
    for days in (0, 8, 9):
        store.write(a_workout(str(days), FIRST + timedelta(days=days)), [a_set()])
    week = week_of(FIRST + timedelta(days=7))
    assert sorted(a_state(store).done_in(week)) == [FIRST + timedelta(days=8), FIRST + timedelta(days=9)]


SETS = st.lists(
    st.builds(
        lambda exercise, load, reps, warm: a_set(
            load, reps, exercise=exercise, set_type=SetType.WARM_UP if warm else SetType.WORKING
        ),
        st.sampled_from(EXERCISES),
        st.sampled_from([None, "0", "60", "62.5", "100", "140"]),
        st.integers(1, 14),
        st.booleans(),
    ),
    max_size=4,
)
STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("write"),
            st.sampled_from(["a", "b", "c", "d", "e"]),
            st.integers(0, 40),
            st.sampled_from(["", "2026-01-05T08:00:00", "2026-01-05T18:00:00"]),
            SETS,
        ),
        st.tuples(st.just("delete"), st.sampled_from(["a", "b", "c", "d", "e"])),
        st.tuples(st.just("look"), st.sampled_from(EXERCISES)),
    ),
    max_size=25,
)


def _take(store: WholeStore, step: tuple[object, ...]) -> None:
    match step:
        case ("write", str(workout_id), int(day), str(start), list(sets)):
            store.write(a_workout(workout_id, FIRST + timedelta(days=day), start), sets)
        case ("delete", str(workout_id)):
            store.delete(workout_id)


@pytest.mark.parametrize("kind", [WholeStore, ChangingStore])
@settings(max_examples=150, deadline=None)
@given(steps=STEPS)
def test_after_any_adds_edits_and_deletes_the_state_equals_a_fresh_one(
    kind: type[WholeStore], steps: list[tuple[object, ...]]
) -> None:
    store = kind()
    state = a_state(store)
    for step in steps:
        _take(store, step)
        state.refresh()
        if step[0] == "look":
            state.history(str(step[1]))
    assert everything(state) == everything(a_state(store))


def test_a_state_over_the_real_store_follows_every_write(tmp_path: Path) -> None:
    store = open_store(
        f"sqlite:///{tmp_path}/log.db", backup_dir=tmp_path, clock=lambda: datetime(2026, 1, 5, tzinfo=UTC)
    )
    state = AthleteState(store, "local", CATALOG)
    chance = Random(7)
    for step in range(120):
        workout_id = f"w{chance.randrange(6)}"
        day = FIRST + timedelta(days=int(workout_id[1]) // 2)
        match chance.randrange(11):
            case 0:
                store.delete_workout("local", workout_id)
            case 1:
                store.delete_set("local", workout_id, chance.randrange(100, 106))
            case 2:
                store.edit_workout("local", a_workout(workout_id, day, f"2026-01-05T{chance.randrange(10, 20)}:00:00"))
            case 3:
                store.save_body_weight("local", day, kg(str(chance.randint(70, 90))))
            case 4:
                store.delete_body_weight("local", day)
            case 9:
                store.log_hold("local", Hold(f"h{chance.randrange(4)}", day, "fold", None, seconds=30))
            case 10:
                store.delete_hold("local", f"h{chance.randrange(4)}")
            case 5:
                store.note_symptom("local", Symptom(f"s{step}", chance.choice(list(SymptomKind)), day))
            case 6:
                entry = a_set("100", 5, exercise=EXERCISES[0])._replace(side=chance.choice(list(Side)))
                store.log_entry("local", a_workout(workout_id, day), entry, f"tap-{step}", 1, keep_both=True)
            case _:
                store.add_workout("local", a_workout(workout_id, day))
                entry = a_set("100", chance.randint(1, 12), exercise=chance.choice(EXERCISES[:3]))
                store.add_set("local", entry._replace(workout_id=workout_id, set_no=step + 100, position=step, day=day))
        state.refresh()
        for key in EXERCISES:
            state.history(key)
        fresh = AthleteState(store, "local", CATALOG)
        fresh.refresh()
        assert everything(state) == everything(fresh)
    assert state.log.sets
    store.close()


def test_many_threads_may_refresh_and_read_at_once() -> None:
    store = ChangingStore()
    state = a_state(store)
    failures: list[BaseException] = []

    def read() -> None:
        try:
            for _ in range(50):
                state.refresh()
                for key in state.exercises():
                    assert all(exposure.sets for exposure in state.history(key).exposures)
                state.weekly_credits(FIRST)
        except BaseException as error:
            failures.append(error)

    threads = [Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    sets: list[LoggedSet] = []
    for i in range(50):
        sets = [*sets, a_set(exercise=EXERCISES[i % 4])]
        store.write(a_workout("live"), sets)
    for thread in threads:
        thread.join()
    state.refresh()
    assert failures == []
    assert everything(state) == everything(a_state(store))
