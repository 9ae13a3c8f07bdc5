from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from hamcore.dates import Weekday
from hamcore.model.exercise import Tempo
from hamcore.model.log import Form, LoggedSet, SetType, Side
from hamcore.model.plan import WorkoutPlan
from hamcore.model.settings import Formula, Plate, Settings
from hamcore.model.symptom import Symptom, SymptomKind
from hamcore.storage import Store
from hamcore.units import Load, LoadUnit
from tests.unit.storage.examples import ME, a_set, a_workout


def sets_of(store: Store, exercise: str = "barbell_deadlift") -> list[LoggedSet]:
    return list(store.load_log(ME).sets.get(exercise, ()))


def test_a_store_without_a_file_is_empty_and_makes_none(store: Store) -> None:
    log = store.load_log(ME)
    assert (log.workouts, log.sets, store.revision(ME)) == ({}, {}, 0)
    assert not store.path.parent.exists()


def test_what_was_logged_is_there_after_the_next_start(store: Store, open_again: Callable[[], Store]) -> None:
    assert store.add_workout(ME, a_workout())
    assert store.add_set(ME, a_set())
    log = open_again().load_log(ME)
    assert log.workouts == {"w1": a_workout()}
    assert log.sets == {"barbell_deadlift": [a_set()]}


@pytest.mark.parametrize("kind", list(SetType))
def test_every_part_of_a_set_comes_back_as_it_was(store: Store, kind: SetType) -> None:
    store.add_workout(ME, a_workout())
    load = Load(Decimal("135.5"), LoadUnit.LB)
    whole = LoggedSet(
        "w1", 3, 2, date(2026, 11, 24), "name:Øvelse 😀", kind, load, load.kg, None, 1.5, 30.5, 12.25, "a\nb"
    )._replace(side=Side.LEFT, form=Form.BROKE, tempo=Tempo(3, 1, 1, 0))
    store.add_set(ME, whole)
    assert sets_of(store, "name:Øvelse 😀") == [whole]


def test_equal_loads_and_tempos_of_a_history_are_one_object(store: Store) -> None:
    store.add_workout(ME, a_workout())
    for set_no in (1, 2):
        store.add_set(ME, a_set(set_no))
        store.edit_set(ME, a_set(set_no)._replace(tempo=Tempo(3, 1, 1, 0)))
    first, second = sets_of(store)
    assert first.load is second.load
    assert first.tempo is second.tempo


def test_sets_come_in_order_of_day_then_start_then_position(store: Store) -> None:
    for workout_id, day, start in (
        ("c", date(2026, 1, 1), "2026-01-01T19:00:00"),
        ("a", date(2026, 1, 1), "2026-01-01T07:00:00"),
        ("b", date(2025, 12, 31), ""),
    ):
        store.add_workout(ME, a_workout(workout_id, day, start))
        store.add_set(ME, a_set(1, workout_id, day=day)._replace(position=2))
        store.add_set(ME, a_set(2, workout_id, day=day)._replace(position=1))
    found = [(entry.workout_id, entry.set_no) for entry in sets_of(store)]
    assert found == [("b", 2), ("b", 1), ("a", 2), ("a", 1), ("c", 2), ("c", 1)]


def test_repeating_a_write_changes_nothing(store: Store) -> None:
    assert store.add_workout(ME, a_workout())
    assert store.add_set(ME, a_set())
    revision = store.revision(ME)
    assert not store.add_workout(ME, a_workout())
    assert not store.add_set(ME, a_set())
    assert store.revision(ME) == revision


def test_every_change_raises_the_revision_by_one(store: Store) -> None:
    steps: list[Callable[[], object]] = [
        lambda: store.add_workout(ME, a_workout()),
        lambda: store.add_set(ME, a_set()),
        lambda: store.edit_set(ME, a_set(load="102.5")),
        lambda: store.delete_set(ME, "w1", 1),
        lambda: store.restore_set(ME, "w1", 1),
        lambda: store.edit_workout(ME, a_workout(day=date(2026, 11, 23))),
        lambda: store.delete_workout(ME, "w1"),
        lambda: store.restore_workout(ME, "w1"),
        lambda: store.map_names(ME, {"My lift": "good_morning"}),
        lambda: store.save_settings(ME, Settings()),
        lambda: store.save_plan(ME, WorkoutPlan(a_workout("w2"), ())),
        lambda: store.log_entry(ME, a_workout("w2"), a_set(), "tap-1", 1),
        lambda: store.change_plan(ME, "w2", lambda plan: replace(plan, is_open=False)),
        lambda: store.delete_plan(ME, "w2"),
        lambda: store.save_body_weight(ME, date(2026, 11, 24), Load(Decimal(80), LoadUnit.KG)),
        lambda: store.delete_body_weight(ME, date(2026, 11, 24)),
        lambda: store.note_symptom(ME, Symptom("s1", SymptomKind.RED_FLAG, date(2026, 11, 24))),
        lambda: store.clear_symptom(ME, "s1", date(2026, 11, 24)),
    ]
    for count, step in enumerate(steps, start=1):
        step()
        assert store.revision(ME) == count


def test_a_set_of_a_workout_that_is_not_there_is_not_stored(store: Store) -> None:
    assert not store.add_set(ME, a_set())
    assert store.check().counts["sets"] == 0


def test_an_edited_set_keeps_its_number_and_takes_the_new_values(store: Store) -> None:
    store.add_workout(ME, a_workout())
    store.add_set(ME, a_set())
    edited = a_set(load="110", exercise="romanian_deadlift", reps=8)
    assert store.edit_set(ME, edited)
    assert store.load_log(ME).sets == {"romanian_deadlift": [edited]}


def test_a_workout_moved_to_another_day_takes_its_sets_along(store: Store) -> None:
    store.add_workout(ME, a_workout())
    store.add_set(ME, a_set())
    store.edit_workout(ME, a_workout(day=date(2026, 11, 20)))
    assert [entry.day for entry in sets_of(store)] == [date(2026, 11, 20)]


def test_a_deleted_set_comes_back_after_a_restart(store: Store, open_again: Callable[[], Store]) -> None:
    store.add_workout(ME, a_workout())
    store.add_set(ME, a_set())
    assert store.delete_set(ME, "w1", 1)
    assert sets_of(store) == []
    again = open_again()
    assert again.restore_set(ME, "w1", 1)
    assert sets_of(again) == [a_set()]


def test_a_deleted_workout_takes_its_sets_out_and_brings_them_back(store: Store) -> None:
    store.add_workout(ME, a_workout())
    store.add_set(ME, a_set(1))
    store.add_set(ME, a_set(2))
    store.delete_set(ME, "w1", 2)
    assert store.delete_workout(ME, "w1")
    assert store.load_log(ME).workouts == {}
    assert store.restore_workout(ME, "w1")
    assert sets_of(store) == [a_set(1)]


def test_a_new_set_never_reuses_the_number_of_a_deleted_one(store: Store) -> None:
    store.add_workout(ME, a_workout())
    assert store.next_set_no(ME, "w1") == 1
    store.add_set(ME, a_set(1))
    store.delete_set(ME, "w1", 1)
    assert store.next_set_no(ME, "w1") == 2


@pytest.mark.parametrize(
    "attempt",
    [
        lambda store: store.add_set("stranger", a_set(2)),
        lambda store: store.edit_set("stranger", a_set(load="200")),
        lambda store: store.delete_set("stranger", "w1", 1),
        lambda store: store.restore_set("stranger", "w1", 9),
        lambda store: store.edit_workout("stranger", a_workout(day=date(2020, 1, 1))),
        lambda store: store.delete_workout("stranger", "w1"),
        lambda store: store.restore_workout("stranger", "w2"),
    ],
    ids=["add set", "edit set", "delete set", "restore set", "edit workout", "delete workout", "restore workout"],
)
def test_another_athlete_changes_no_row(store: Store, attempt: Callable[[Store], bool]) -> None:
    store.add_workout(ME, a_workout())
    store.add_workout(ME, a_workout("w2"))
    store.delete_workout(ME, "w2")
    store.add_set(ME, a_set(1))
    store.add_set(ME, a_set(9))
    store.delete_set(ME, "w1", 9)
    before, revision = store.load_log(ME), store.revision(ME)
    assert not attempt(store)
    assert (store.load_log(ME), store.revision(ME)) == (before, revision)
    assert store.load_log("stranger").sets == {}


def test_two_athletes_keep_their_own_settings_and_names(store: Store) -> None:
    store.save_settings(ME, Settings(load_unit=LoadUnit.LB))
    store.map_names(ME, {"My lift": "good_morning"})
    assert store.load_settings("stranger") == Settings()
    assert store.names("stranger") == {}


def test_settings_come_back_as_saved(store: Store) -> None:
    saved = Settings(
        load_unit=LoadUnit.LB,
        body_weight=Load(Decimal("181.5"), LoadUnit.LB),
        week_start=Weekday.SUNDAY,
        bar=Load(Decimal("45"), LoadUnit.LB),
        plates=(Plate(Load(Decimal("45"), LoadUnit.LB), 3), Plate(Load(Decimal("2.5"), LoadUnit.LB), 1)),
        formula=Formula.WATHAN,
        routine_id="article_one_day",
        dumbbell_step=Load(Decimal("2.5"), LoadUnit.LB),
        machine_step=Load(Decimal(7), LoadUnit.KG),
        cable_step=Load(Decimal("2.5"), LoadUnit.LB),
        kettlebells=(Load(Decimal(16), LoadUnit.KG), Load(Decimal(35), LoadUnit.LB)),
    )
    store.save_settings(ME, saved)
    assert store.load_settings(ME) == saved
    store.save_settings(ME, Settings())
    assert store.load_settings(ME) == Settings()


def test_settings_without_plates_are_not_the_default_plates(store: Store) -> None:
    store.save_settings(ME, Settings(plates=()))
    assert store.load_settings(ME).plates == ()


def test_mapping_a_name_moves_its_whole_history(store: Store) -> None:
    store.add_workout(ME, a_workout())
    store.add_set(ME, a_set(exercise="name:Kreuzheben"))
    assert store.names(ME) == {"Kreuzheben": None}
    assert store.map_names(ME, {"Kreuzheben": "barbell_deadlift"})
    assert sets_of(store) == [a_set()]
    assert store.map_names(ME, {"Kreuzheben": None})
    assert list(store.load_log(ME).sets) == ["name:Kreuzheben"]
    assert not store.map_names(ME, {"Kreuzheben": None})


def test_an_exercise_picked_from_the_list_is_not_among_the_names(store: Store) -> None:
    store.add_workout(ME, a_workout())
    store.add_set(ME, a_set())
    assert store.names(ME) == {}


def test_changes_since_a_revision_are_the_workouts_touched_since(store: Store) -> None:
    for workout_id in ("w1", "w2", "w3"):
        store.add_workout(ME, a_workout(workout_id))
        store.add_set(ME, a_set(1, workout_id))
    since = store.revision(ME)
    store.add_set(ME, a_set(2, "w2"))
    store.delete_workout(ME, "w3")
    changes = store.load_changes(ME, since)
    assert changes is not None
    assert changes.revision == store.revision(ME)
    assert changes.workouts == {"w2": a_workout("w2"), "w3": None}
    assert changes.sets == {"w2": [a_set(1, "w2"), a_set(2, "w2")], "w3": ()}


def test_a_name_with_a_new_meaning_asks_for_the_whole_history(store: Store) -> None:
    store.add_workout(ME, a_workout())
    store.add_set(ME, a_set(exercise="name:Kreuzheben"))
    since = store.revision(ME)
    store.map_names(ME, {"Good morning": "good_morning"})
    assert store.load_changes(ME, since) is not None
    store.map_names(ME, {"Kreuzheben": "barbell_deadlift"})
    assert store.load_changes(ME, since) is None
    assert store.load_changes(ME, store.revision(ME)) is not None


def test_after_very_many_changes_the_whole_history_is_asked_for(store: Store) -> None:
    for number in range(101):
        store.add_workout(ME, a_workout(f"w{number}"))
    assert store.load_changes(ME, 0) is None
    assert store.load_changes(ME, 1) is not None
