"""Hevy: months in any language, notes, set types, units, midnight."""

from datetime import date

import pytest

from hamcore.interchange.dates import NamedMonths
from hamcore.interchange.parsed import RecordClass
from hamcore.model.log import SetType
from hamcore.units import LoadUnit
from tests.unit.interchange.files import (
    HEVY_HEADER,
    all_sets,
    hevy,
    hevy_started,
    only_set,
    read,
    read_fixture,
    said,
)


def test_workouts_are_oldest_first_and_their_sets_in_the_order_of_the_file() -> None:
    early, late = read_fixture("hevy_kg.csv").workouts
    assert (early.title, late.title) == ("Morning 💪", "Late legs")
    assert [entry.set_type for entry in late.sets] == [
        SetType.WARM_UP,
        SetType.WORKING,
        SetType.FAILURE,
        SetType.DROP,
        SetType.WORKING,
    ]


def test_a_workout_across_midnight_belongs_to_the_day_it_began() -> None:
    late = read_fixture("hevy_kg.csv").workouts[1]
    assert (late.day, late.started_at, late.duration_s) == (date(2025, 8, 3), "2025-08-03T23:40:00", 3300)


def test_an_exercise_that_comes_back_is_kept_with_its_restarted_numbers() -> None:
    late = read_fixture("hevy_kg.csv").workouts[1]
    assert [entry.name for entry in late.sets].count("Romanian Deadlift (Barbell)") == 3


def test_line_breaks_in_notes_are_read_both_escaped_and_real() -> None:
    early, late = read_fixture("hevy_kg.csv").workouts
    assert early.note == "first line\nsecond line"
    assert early.sets[0].note == "knees on\na pad"
    assert late.sets[0].note == "slow down\nhinge"


def test_a_note_that_repeats_on_each_row_is_kept_once_per_block() -> None:
    late = read_fixture("hevy_kg.csv").workouts[1]
    assert [entry.note for entry in late.sets] == ["slow down\nhinge", "", "", "", "slow down\nhinge"]


def test_a_superset_numbered_zero_is_read_like_any_other() -> None:
    late = read_fixture("hevy_kg.csv").workouts[1]
    assert [entry.load for entry in late.sets] == ["60", "61.24", "45.36", "22.68", "61.24"]


def test_no_load_is_body_weight_and_a_duration_of_zero_is_none() -> None:
    early, late = read_fixture("hevy_kg.csv").workouts
    assert (early.sets[0].load, early.sets[0].unit) == ("", None)
    assert {entry.seconds for entry in late.sets} == {None}


def test_timed_and_distance_rows_are_no_sets_and_a_row_with_nothing_is_planned() -> None:
    parsed = read_fixture("hevy_kg.csv")
    early = parsed.workouts[0]
    assert [(entry.name, entry.seconds, entry.distance_m) for entry in early.sets[1:]] == [
        ("Warm Up", 300.0, None),
        ("Treadmill", 600.0, 1500.0),
    ]
    assert parsed.classes[RecordClass.PLANNED] == 1


def test_pounds_go_with_miles() -> None:
    deadlift, walk = all_sets(read_fixture("hevy_lb.csv"))
    assert (deadlift.load, deadlift.unit) == ("225", LoadUnit.LB)
    assert walk.distance_m == pytest.approx(3218.688)


@pytest.mark.parametrize("load", ["kg", "lbs"])
@pytest.mark.parametrize("length", [("km", 1000.0), ("miles", 1609.344)])
def test_the_units_of_load_and_length_are_independent(load: str, length: tuple[str, float]) -> None:
    header = HEVY_HEADER.replace("weight_kg", f"weight_{load}").replace("distance_km", f"distance_{length[0]}")
    row = '"A","2 Mar 2026, 18:00","","","Carry",,"",0,"normal",50,,1,60,'
    entry = only_set(read(hevy(row, header=header)))
    assert entry.unit == load.removesuffix("s")
    assert entry.distance_m == pytest.approx(length[1])


def test_a_header_in_another_order_without_supersets_is_read() -> None:
    header = "reps,weight_kg,set_type,exercise_title,start_time,title"
    entry = only_set(read(f'{header}\n5,100,normal,Deadlift (Barbell),"2 Mar 2026, 18:00",Legs\n'))
    assert (entry.load, entry.reps) == ("100", 5)


MONTHS = {
    "English": ("2 Mar 2026, 18:05", 3),
    "French": ("2 mars 2026, 18:05", 3),
    "French, February": ("2 févr. 2026, 18:05", 2),
    "French, August": ("2 août 2026, 18:05", 8),
    "French, December": ("2 déc. 2026, 18:05", 12),
    "French, June": ("2 juin 2026, 18:05", 6),
    "French, July": ("2 juil. 2026, 18:05", 7),
    "German": ("25 Juli 2026, 14:21", 7),
    "German with a point": ("25. März 2026, 14:21", 3),
    "Spanish": ("2 ene 2026, 18:05", 1),
    "Spanish with de": ("2 de agosto de 2026, 18:05", 8),
    "Portuguese": ("2 de fev. de 2026, 18:05", 2),
    "Dutch": ("2 mrt. 2026, 18:05", 3),
    "Italian": ("2 gen 2026, 18:05", 1),
    "Danish": ("2. maj 2026, 18.05", 5),
    "Swedish": ("2 okt. 2026 kl. 18:05", 10),
    "Norwegian": ("2. des. 2026, 18:05", 12),
    "Finnish": ("2. tammikuuta 2026, 18.05", 1),
    "Icelandic": ("2. ágú. 2026, 18:05", 8),
    "Turkish, undotted": ("2 Kasım 2026, 18:05", 11),
    "Turkish, capitals": ("2 EKİM 2026, 18:05", 10),
    "Turkish": ("2 Şub 2026, 18:05", 2),
    "Polish": ("2 paź 2026, 18:05", 10),
    "Polish, genitive": ("2 października 2026, 18:05", 10),
    "Czech": ("2. čvc 2026, 18:05", 7),
    "Czech, June": ("2. června 2026, 18:05", 6),
    "Hungarian, year first": ("2026. szept. 2., 18:05", 9),
    "Romanian": ("2 iun. 2026, 18:05", 6),
    "Croatian": ("2. ožu 2026., 18:05", 3),
    "Lithuanian": ("2026 m. liepos 2 d., 18:05", 7),
    "Catalan": ("2 d’abr. 2026, 18:05", 4),
    "Vietnamese": ("2 thg 7 2026, 18:05", 7),
    "Indonesian": ("2 Agu 2026, 18:05", 8),
    "a longer form": ("2 Sept 2026, 18:05", 9),
    "12 hours": ("2 Mar 2026, 6:05\u202fPM", 3),
}


@pytest.mark.parametrize("case", MONTHS)
def test_a_month_is_read_in_every_language_of_latin_letters(case: str) -> None:
    written, month = MONTHS[case]
    moment = NamedMonths().read(written)
    assert not isinstance(moment, str), moment
    assert moment.day.month == month
    assert moment.started_at[10:16] in ("T18:05", "T14:21")


def test_a_whole_file_in_french_is_read() -> None:
    assert [workout.day for workout in read_fixture("hevy_fr.csv").workouts] == [
        date(2025, 2, 3),
        date(2025, 6, 30),
        date(2025, 7, 1),
        date(2025, 8, 14),
    ]


def test_a_word_of_two_languages_is_read_if_the_other_dates_leave_one() -> None:
    parsed = read(hevy(hevy_started("5 lip 2026, 10:00"), hevy_started("1 sie 2026, 9:00")))
    assert [workout.day.month for workout in parsed.workouts] == [7, 8]


def test_a_word_of_two_languages_is_refused_if_the_other_dates_do_not_help() -> None:
    parsed = read(hevy(hevy_started("5 lip 2026, 10:00"), hevy_started("5 lis 2025, 10:00")))
    assert parsed.workouts == []
    assert ["'lip' is" in text for text in said(parsed)] == [True, False]


def test_the_same_word_is_june_in_a_croatian_file() -> None:
    parsed = read(hevy(hevy_started("5 lip 2026, 10:00"), hevy_started("5 svi 2026, 10:00")))
    assert [workout.day.month for workout in parsed.workouts] == [5, 6]


@pytest.mark.parametrize(
    ("start", "reason"),
    [
        ("5 lip 2026, 10:00", "'lip' is July in Polish and June in Croatian: no other date says which"),
        ("5 jui 2026, 10:00", "'jui' is June in French and July in French: no other date says which"),
        ("5 ju 2026, 10:00", "'ju' is not the name of a month in a language known here"),
        ("5 мая 2026, 10:00", "'мая' is not the name of a month in a language known here"),
        ("31 Feb 2026, 10:00", "is not a day of the calendar"),
        ("5 Mar 2026, 25:00", "is not a time of day: 00:00 to 23:59"),
        ("5 Mar 2026, 13:00 PM", "is not a time of day: 1 to 12 goes with AM and PM"),
        ("yesterday", "is not a date: write it as YYYY-MM-DD HH:MM"),
    ],
)
def test_a_start_that_can_be_read_in_two_ways_or_none_fails_loudly(start: str, reason: str) -> None:
    parsed = read(hevy(hevy_started(start), hevy_started(start)))
    assert parsed.classes == {RecordClass.UNREADABLE: 2}
    assert all(reason in text and "start_time" in text for text in said(parsed))
    assert [problem.line for problem in parsed.problems] == [2, 3]


@pytest.mark.parametrize(
    ("kind", "set_type"),
    [
        ("normal", SetType.WORKING),
        ("", SetType.WORKING),
        ("warmup", SetType.WARM_UP),
        ("Warm Up", SetType.WARM_UP),
        ("dropset", SetType.DROP),
        ("drop_set", SetType.DROP),
        ("failure", SetType.FAILURE),
    ],
)
def test_a_set_type_is_read(kind: str, set_type: SetType) -> None:
    row = hevy_started("2 Mar 2026, 18:00").replace('"normal"', f'"{kind}"')
    assert only_set(read(hevy(row))).set_type is set_type


def test_an_unknown_set_type_is_refused_and_named() -> None:
    parsed = read(hevy(hevy_started("2 Mar 2026, 18:00").replace('"normal"', '"left"')))
    assert said(parsed) == ["log.csv:2: set_type: 'left' is not known: normal, warmup, dropset or failure"]


@pytest.mark.parametrize(("rpe", "rir"), [("", None), ("6", 4.0), ("7.5", 2.5), ("9.5", 0.5), ("10", 0.0)])
def test_an_rpe_is_turned_into_repetitions_in_reserve(rpe: str, rir: float | None) -> None:
    assert only_set(read(hevy(hevy_started("2 Mar 2026, 18:00") + rpe))).rir == rir


@pytest.mark.parametrize(
    ("end", "duration", "words"),
    [
        ("2 Mar 2026, 19:00", 3600, None),
        ("", None, None),
        ("2 Mar 2026, 17:00", None, "the end is before the start"),
        ("later", None, "is not a date"),
        ("3 Mar 2026, 18:00", 86_400, "24.0 hours: was a timer left running"),
    ],
)
def test_the_end_gives_the_duration_or_a_warning(end: str, duration: int | None, words: str | None) -> None:
    row = hevy_started("2 Mar 2026, 18:00").replace('18:00","",', f'18:00","{end}",', 1)
    parsed = read(hevy(row))
    assert parsed.workouts[0].duration_s == duration
    assert [words in text for text in said(parsed) if words] == [True] * bool(words)


def test_two_workouts_that_start_together_under_other_titles_stay_two() -> None:
    rows = [hevy_started("2 Mar 2026, 18:00"), hevy_started("2 Mar 2026, 18:00").replace('"Legs"', '"Pull"')]
    assert [workout.title for workout in read(hevy(*rows)).workouts] == ["Legs", "Pull"]


def test_noise_of_conversion_is_kept_to_twelve_decimals() -> None:
    row = hevy_started("2 Mar 2026, 18:00").replace(",100,", ",61.235042773811365,")
    assert only_set(read(hevy(row))).load == "61.235042773811"
