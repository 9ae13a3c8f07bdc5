"""A set that was tapped is stored once, however often it is sent, and never silently beside one of another window."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from hamcore.model.exercise import Tempo
from hamcore.model.log import Form, LoggedSet, SetType, Side
from hamcore.storage import LogStatus, Store
from hamcore.units import Load, LoadUnit
from tests.unit.storage.examples import ME, a_set, a_workout

WARM_UP = a_set(load="60")._replace(set_type=SetType.WARM_UP)


def log(store: Store, entry: LoggedSet, entry_id: str, number: int, *, keep_both: bool = False) -> LogStatus:
    return store.log_entry(ME, a_workout(), entry, entry_id, number, keep_both=keep_both).status


def numbers(store: Store) -> list[tuple[int, int]]:
    return [(one.set_no, one.position) for sets in store.load_log(ME).sets.values() for one in sets]


def test_the_first_set_brings_its_workout_along(store: Store) -> None:
    result = store.log_entry(ME, a_workout(), a_set(), "tap-1", 1)
    assert result == (LogStatus.ADDED, a_set())
    stored = store.load_log(ME)
    assert (stored.workouts, stored.sets) == ({"w1": a_workout()}, {"barbell_deadlift": [a_set()]})
    assert store.revision(ME) == 1


def test_number_and_position_follow_the_sets_that_are_there(store: Store) -> None:
    log(store, a_set(), "tap-1", 1)
    log(store, a_set(exercise="good_morning"), "tap-2", 1)
    store.delete_set(ME, "w1", 2)
    result = store.log_entry(ME, a_workout(), a_set(77), "tap-3", 2)
    assert result.entry == a_set(3)


def test_a_set_takes_the_day_of_the_stored_workout(store: Store) -> None:
    log(store, a_set(), "tap-1", 1)
    store.edit_workout(ME, a_workout(day=date(2026, 11, 20)))
    result = store.log_entry(ME, a_workout(), a_set(), "tap-2", 2)
    assert result.entry == a_set(2, day=date(2026, 11, 20))
    assert store.load_log(ME).workouts["w1"].day == date(2026, 11, 20)


def test_side_form_and_tempo_come_back(store: Store) -> None:
    whole = a_set()._replace(side=Side.RIGHT, form=Form.BACK_ROUNDED, tempo=Tempo(4, 0, 10, 2))
    assert store.log_entry(ME, a_workout(), whole, "tap-1", 1).entry == whole
    assert store.load_log(ME).sets["barbell_deadlift"] == [whole]
    assert store.check().problems == ()


def digest(store: Store) -> str:
    (version,) = store.import_basis(ME).versions
    return version.digest


@pytest.mark.parametrize(
    "noted",
    [a_set()._replace(side=Side.LEFT), a_set()._replace(form=Form.PAIN), a_set()._replace(tempo=Tempo(3, 0, 1, 0))],
    ids=["side", "form", "tempo"],
)
def test_what_was_noted_of_a_set_can_be_changed_and_taken_back(store: Store, noted: LoggedSet) -> None:
    log(store, a_set(), "tap-1", 1)
    before = digest(store)
    assert store.edit_set(ME, noted)
    assert store.load_log(ME).sets["barbell_deadlift"] == [noted]
    assert digest(store) != before
    assert store.check().problems == ()
    assert store.edit_set(ME, a_set())
    assert store.load_log(ME).sets["barbell_deadlift"] == [a_set()]
    assert digest(store) == before


def test_sent_again_it_is_stored_once(store: Store) -> None:
    log(store, a_set(), "tap-1", 1)
    revision = store.revision(ME)
    for sent in (a_set(), a_set(load="105"), a_set(exercise="good_morning")):
        assert store.log_entry(ME, a_workout(), sent, "tap-1", 1) == (LogStatus.REPEATED, a_set())
        assert store.log_entry(ME, a_workout(), sent, "tap-1", 1, keep_both=True).status is LogStatus.REPEATED
    assert (numbers(store), store.revision(ME)) == ([(1, 1)], revision)


def test_sent_again_after_it_was_deleted_it_stays_deleted(store: Store) -> None:
    log(store, a_set(), "tap-1", 1)
    store.delete_set(ME, "w1", 1)
    assert store.log_entry(ME, a_workout(), a_set(), "tap-1", 1) == (LogStatus.REPEATED, None)
    assert numbers(store) == []


def test_the_set_of_a_tap_is_found_even_after_it_was_deleted(store: Store) -> None:
    log(store, a_set(), "tap-1", 1)
    log(store, a_set(), "tap-2", 2)
    store.delete_set(ME, "w1", 2)
    assert [store.set_no_of(ME, "w1", entry_id) for entry_id in ("tap-1", "tap-2", "tap-3")] == [1, 2, None]
    assert store.set_no_of(ME, "w2", "tap-1") is None
    assert store.set_no_of("stranger", "w1", "tap-1") is None


def test_one_id_may_serve_in_two_workouts_and_for_two_athletes(store: Store) -> None:
    log(store, a_set(), "tap-1", 1)
    assert store.log_entry(ME, a_workout("w2"), a_set(), "tap-1", 1).status is LogStatus.ADDED
    assert store.log_entry("stranger", a_workout(), a_set(), "tap-1", 1).status is LogStatus.ADDED
    assert len(numbers(store)) == 2


def test_a_number_that_is_there_already_is_not_logged_again(store: Store) -> None:
    log(store, a_set(), "tap-1", 1)
    log(store, a_set(load="102.5"), "tap-2", 2)
    revision = store.revision(ME)
    assert store.log_entry(ME, a_workout(), a_set(load="90"), "tap-3", 1) == (LogStatus.TAKEN, a_set())
    assert store.log_entry(ME, a_workout(), a_set(load="90"), "tap-3", 2).entry == a_set(2, load="102.5")
    assert (len(numbers(store)), store.revision(ME)) == (2, revision)


def test_on_request_both_are_kept(store: Store) -> None:
    log(store, a_set(), "tap-1", 1)
    assert log(store, a_set(), "tap-2", 1) is LogStatus.TAKEN
    assert log(store, a_set(), "tap-2", 1, keep_both=True) is LogStatus.ADDED
    assert log(store, a_set(), "tap-2", 1, keep_both=True) is LogStatus.REPEATED
    assert numbers(store) == [(1, 1), (2, 2)]


@pytest.mark.parametrize("number", [2, 3, 9])
def test_a_number_that_is_not_there_is_logged_even_after_a_gap(store: Store, number: int) -> None:
    log(store, a_set(), "tap-1", 1)
    assert log(store, a_set(), "tap-2", number) is LogStatus.ADDED


@pytest.mark.parametrize(
    "other",
    [
        WARM_UP,
        a_set(exercise="good_morning"),
        a_set()._replace(side=Side.LEFT),
        a_set()._replace(side=Side.RIGHT),
    ],
    ids=["warm-up", "exercise", "left", "right"],
)
def test_warm_ups_exercises_and_sides_are_counted_apart(store: Store, other: LoggedSet) -> None:
    assert log(store, a_set(), "tap-1", 1) is LogStatus.ADDED
    assert log(store, other, "tap-2", 1) is LogStatus.ADDED
    assert log(store, other, "tap-3", 1) is LogStatus.TAKEN
    assert log(store, a_set(), "tap-4", 1) is LogStatus.TAKEN


@pytest.mark.parametrize("kind", [kind for kind in SetType if kind is not SetType.WARM_UP])
def test_all_sets_that_are_no_warm_up_are_counted_together(store: Store, kind: SetType) -> None:
    log(store, a_set(), "tap-1", 1)
    assert log(store, a_set()._replace(set_type=kind), "tap-2", 1) is LogStatus.TAKEN


def test_deleting_a_set_makes_its_number_free(store: Store) -> None:
    log(store, a_set(), "tap-1", 1)
    store.delete_set(ME, "w1", 1)
    assert log(store, a_set(), "tap-2", 1) is LogStatus.ADDED


def test_an_own_name_that_means_an_exercise_by_now_is_counted_with_it(store: Store) -> None:
    log(store, a_set(exercise="name:Kreuzheben"), "tap-1", 1)
    store.map_names(ME, {"Kreuzheben": "barbell_deadlift"})
    assert log(store, a_set(), "tap-2", 1) is LogStatus.TAKEN
    assert log(store, a_set(exercise="name:Kreuzheben"), "tap-3", 1) is LogStatus.TAKEN


def test_a_set_of_a_deleted_workout_is_not_stored(store: Store) -> None:
    log(store, a_set(), "tap-1", 1)
    store.delete_workout(ME, "w1")
    for entry_id in ("tap-1", "tap-2"):
        assert store.log_entry(ME, a_workout(), a_set(), entry_id, 2, keep_both=True) == (LogStatus.GONE, None)
    store.restore_workout(ME, "w1")
    assert numbers(store) == [(1, 1)]
    assert log(store, a_set(), "tap-2", 2) is LogStatus.ADDED


def test_the_facts_of_a_workout_that_is_there_stay_as_they_are(store: Store) -> None:
    log(store, a_set(), "tap-1", 1)
    store.log_entry(ME, replace(a_workout(), title="Other", day=date(2020, 1, 1)), a_set(), "tap-2", 2)
    assert store.load_log(ME).workouts == {"w1": a_workout()}


@pytest.mark.parametrize(("entry_id", "number"), [("", 1), ("tap-1", 0), ("tap-1", -1)])
def test_an_entry_without_an_id_or_number_is_refused(store: Store, entry_id: str, number: int) -> None:
    with pytest.raises(ValueError, match="an id and a number from 1"):
        store.log_entry(ME, a_workout(), a_set(), entry_id, number)
    assert store.revision(ME) == 0


def test_loads_in_pounds_stay_as_typed(store: Store) -> None:
    load = Load(Decimal("135.5"), LoadUnit.LB)
    entry = a_set()._replace(load=load, load_kg=load.kg)
    assert store.log_entry(ME, a_workout(), entry, "tap-1", 1).entry == entry
