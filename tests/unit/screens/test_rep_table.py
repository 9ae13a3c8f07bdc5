"""The table of best loads: what each row says, and its file."""

import csv
from datetime import timedelta
from io import StringIO

from hamcore.model.log import Workout
from hamcore.screens.rep_table import COLUMNS, cells, rep_csv, rep_table
from hamcore.units import LoadUnit
from tests.unit.demo_state import TODAY, demo_state, state_of
from tests.unit.memory_store import WholeStore
from tests.unit.rules.sets import a_set


def test_each_row_has_the_load_the_set_that_did_it_and_its_day() -> None:
    rows = cells(rep_table(demo_state(), "barbell_deadlift", TODAY), LoadUnit.KG, TODAY)
    assert [row[0] for row in rows] == [str(reps) for reps in range(1, len(rows) + 1)]
    assert all(len(row) == len(COLUMNS) and all(row) for row in rows)
    assert all("×" in row[2] for row in rows)


def test_pounds_show_what_was_typed_in_kilograms_behind_them() -> None:
    rows = cells(rep_table(demo_state(), "barbell_deadlift", TODAY), LoadUnit.LB, TODAY)
    assert any("kg)" in row[1] for row in rows)


def test_days_to_come_do_not_count() -> None:
    store = WholeStore()
    for name, load, day in (("a", "100", TODAY), ("b", "200", TODAY + timedelta(days=1))):
        store.write(Workout(name, day, "", "", "", None, "manual"), [a_set(load, 2, day=day)])
    found = rep_table(state_of(store), "barbell_deadlift", TODAY)
    assert [best.entry.load_kg for best in found.records] == [100, 100]


def test_an_exercise_that_was_never_done_has_no_rows() -> None:
    assert rep_table(state_of(WholeStore()), "barbell_deadlift", TODAY).records == ()


def test_the_file_has_one_row_per_number_of_repetitions_and_guards_names() -> None:
    store = WholeStore()
    name = "=1+1"
    store.write(
        Workout("a", TODAY, "", "", "", None, "manual"), [a_set("45", 3, unit=LoadUnit.LB, exercise=f"name:{name}")]
    )
    lines = list(csv.reader(StringIO(rep_csv(rep_table(state_of(store), f"name:{name}", TODAY), LoadUnit.KG).decode())))
    assert lines[0] == ["Exercise", "Reps at least", "Load (kg)", "As typed", "Reps done", "Day"]
    assert lines[1] == ["'=1+1", "1", "20.41", "45 lb", "3", TODAY.isoformat()]
    assert len(lines) == 4


def test_a_lift_with_help_is_told_as_the_least_help() -> None:
    state = demo_state()
    key = next(key for key, one in state.catalog.exercises.items() if one.load_kind.value == "assisted")
    assert rep_table(state, key, TODAY).note.startswith("The least help")
