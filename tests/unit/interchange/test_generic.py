"""Tables of any other program: asked about, suggested for, and read as a person says."""

from datetime import date

import pytest

from hamcore.interchange import ColumnMapping, DateOrder, ReadOptions, Role, suggest_columns
from hamcore.interchange.parsed import Question, RecordClass
from hamcore.model.log import SetType
from hamcore.units import LoadUnit
from tests.unit.interchange.files import all_sets, fixture, only_set, read, read_fixture, said

TABLE = "day,what,how heavy,times,remark\n24.11.2026,Deadlift,100,5,good\n25.11.2026,Curl,40,12,\n"
COLUMNS = {Role.START: 0, Role.EXERCISE: 1, Role.LOAD: 2, Role.REPS: 3, Role.NOTE: 4}


def mapped(columns: dict[Role, int], unit: LoadUnit | None = None, order: DateOrder | None = None) -> ReadOptions:
    return ReadOptions(columns=ColumnMapping(columns, unit, order))


def test_a_mapped_table_is_read() -> None:
    parsed = read(TABLE, mapped(COLUMNS, LoadUnit.KG))
    assert (parsed.source, parsed.records, parsed.unit) == ("generic", 2, LoadUnit.KG)
    assert [(w.day, w.sets[0].name, w.sets[0].load, w.sets[0].note) for w in parsed.workouts] == [
        (date(2026, 11, 24), "Deadlift", "100", "good"),
        (date(2026, 11, 25), "Curl", "40", ""),
    ]


def test_a_mapping_without_a_unit_asks_for_it() -> None:
    parsed = read(TABLE, mapped(COLUMNS))
    assert parsed.questions == {Question.UNIT}
    again = read(TABLE, ReadOptions(unit=LoadUnit.LB, columns=ColumnMapping(COLUMNS)))
    assert {entry.unit for entry in all_sets(again)} == {LoadUnit.LB}


def test_the_unit_of_the_header_goes_before_the_answer() -> None:
    parsed = read(TABLE.replace("how heavy", "how heavy (lbs)"), mapped(COLUMNS, LoadUnit.KG))
    assert parsed.unit is LoadUnit.LB


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({Role.START: 0, Role.REPS: 3}, "No column is chosen yet for: exercise."),
        ({Role.EXERCISE: 1, Role.LOAD: 2}, "No column is chosen yet for: date, reps."),
        ({}, "No column is chosen yet for: date, exercise, reps."),
        ({**COLUMNS, Role.NOTE: 5}, "The chosen columns do not fit the file"),
        ({**COLUMNS, Role.NOTE: -1}, "The chosen columns do not fit the file"),
        ({**COLUMNS, Role.NOTE: 3}, "The chosen columns do not fit the file"),
    ],
)
def test_a_mapping_that_does_not_do_keeps_the_question_open(columns: dict[Role, int], words: str) -> None:
    parsed = read(TABLE, mapped(columns))
    assert parsed.questions == {Question.LAYOUT}
    assert words in said(parsed)[0]


def test_a_time_or_a_distance_does_instead_of_repetitions() -> None:
    text = "day,what,seconds\n2026-11-24,Plank,60\n"
    parsed = read(text, mapped({Role.START: 0, Role.EXERCISE: 1, Role.SECONDS: 2}))
    assert (parsed.classes, only_set(parsed).seconds) == ({RecordClass.TIMED: 1}, 60.0)


@pytest.mark.parametrize(
    ("order", "day"),
    [(DateOrder.DAY_FIRST, date(2026, 4, 3)), (DateOrder.MONTH_FIRST, date(2026, 3, 4)), (None, None)],
)
def test_a_date_that_can_be_read_two_ways_needs_the_order(order: DateOrder | None, day: date | None) -> None:
    parsed = read(TABLE.replace("24.11.2026", "03/04/2026"), mapped(COLUMNS, LoadUnit.KG, order))
    assert (day in [workout.day for workout in parsed.workouts]) == (day is not None)
    assert ["could be 3 April or 4 March" in text for text in said(parsed)] == [True] * (day is None)


@pytest.mark.parametrize("written", ["24 Nov 2026", "24. November 2026, 18:00", "2026-11-24T18:00:00Z", "11/24/2026"])
def test_a_date_that_can_be_read_one_way_needs_none(written: str) -> None:
    text = TABLE.replace("24.11.2026", f'"{written}"')
    assert read(text, mapped(COLUMNS, LoadUnit.KG)).workouts[0].day == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("cell", "set_type"),
    [
        ("", SetType.WORKING),
        ("3", SetType.WORKING),
        ("warm-up", SetType.WARM_UP),
        ("W", SetType.WARM_UP),
        ("true", SetType.WARM_UP),
        ("drop set", SetType.DROP),
        ("Failure", SetType.FAILURE),
        ("rest pause", SetType.REST_PAUSE),
    ],
)
def test_a_set_type_column_may_say_it_in_many_ways(cell: str, set_type: SetType) -> None:
    text = f"day,what,kind,times\n2026-11-24,Curl,{cell},12\n"
    columns = {Role.START: 0, Role.EXERCISE: 1, Role.SET_TYPE: 2, Role.REPS: 3}
    assert only_set(read(text, mapped(columns))).set_type is set_type


def test_an_unknown_set_type_is_refused() -> None:
    columns = {Role.START: 0, Role.EXERCISE: 1, Role.SET_TYPE: 2, Role.REPS: 3}
    parsed = read("day,what,kind,times\n2026-11-24,Curl,left,12\n", mapped(columns))
    assert said(parsed) == ["log.csv:2: kind: 'left' is not known: normal, warmup, drop or failure"]


def test_the_suggestion_for_a_file_made_by_hand_reads_it() -> None:
    asked = read_fixture("by_hand.csv")
    assert asked.suggestion is not None
    assert not asked.suggestion.missing
    parsed = read(fixture("by_hand.csv"), ReadOptions(columns=asked.suggestion))
    assert [(entry.name, entry.load, entry.unit, entry.reps) for entry in all_sets(parsed)] == [
        ("Kreuzheben", "100", LoadUnit.KG, 5),
        ("Beinbeuger", "40", LoadUnit.KG, 12),
    ]


SUGGESTED = {
    "English": ("Date,Exercise,Weight,Reps", "date exercise load reps"),
    "smallest": ("workout name,exercise,date,weight kg,reps", "date exercise load reps title"),
    "snake case": ("exercise_name,workout_date,weight_lbs,rep_count,set_type", "date exercise load reps set_type"),
    "German": ("Datum;Übung;Gewicht;Wdh.;Notizen", "date exercise load reps note"),
    "French": ("Jour,Exercice,Poids (kg),Répétitions", "date exercise load reps"),
    "Spanish": ("Fecha,Ejercicio,Peso,Repeticiones", "date exercise load reps"),
    "Polish": ("Data,Ćwiczenie,Ciężar,Powtórzenia", "date exercise load reps"),
    "with units": ("Date,Lift,Load,Unit,Reps,RIR,Rest", "date exercise load load_unit reps rir"),
    "nothing": ("a,b,c", ""),
}


@pytest.mark.parametrize("case", SUGGESTED)
def test_columns_are_suggested_by_their_names(case: str) -> None:
    header, roles = SUGGESTED[case]
    suggestion = suggest_columns(header.replace(";", ",").split(","), [])
    assert set(suggestion.columns) == set(roles.split())


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (["24/11/2026", "03/04/2026"], DateOrder.DAY_FIRST),
        (["11/24/2026"], DateOrder.MONTH_FIRST),
        (["03/04/2026"], None),
        (["2026-11-24"], None),
        ([], None),
    ],
)
def test_the_order_of_dates_is_suggested_only_if_one_fits(dates: list[str], order: DateOrder | None) -> None:
    assert suggest_columns(["Date", "Exercise", "Reps"], [[text] for text in dates]).date_order is order
