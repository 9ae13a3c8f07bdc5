"""Importing as a person does it: files of text in, a history out."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hamcore.catalog import Catalog, load_catalog
from hamcore.interchange.demo import demo_log
from hamcore.interchange.parsed import ParsedFile, ParsedSet, ParsedWorkout, Question, RecordClass
from hamcore.model.exercise import Tempo
from hamcore.model.log import Form, LoggedSet, SetType, Side, Workout
from hamcore.places import data_dir
from hamcore.storage import LOCAL_ATHLETE, Store, open_store
from hamcore.transfer import (
    ImportAnswers,
    ImportPreview,
    ImportReceipt,
    export_csv,
    preview_import,
    preview_parsed,
    undo_import,
    write_import,
)
from hamcore.units import LoadUnit

ME = LOCAL_ATHLETE
HEADER = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
DAY_1 = "2026-11-02 18:30:15,Hinge,1h,"
DAY_2 = "2026-11-05 19:00:00,Hinge,1h,"
DEADLIFT = "Deadlift (Barbell),1,140,5,0,0,,,8"
WARM_UP = "Deadlift (Barbell),W,60,5,0,0,,,"
CURL = "Seated Leg Curl (Machine),1,45,12,0,0,,,"
PLANK = "Plank,1,0,0,0,60,,,"
FIRST = (DAY_1 + WARM_UP, DAY_1 + DEADLIFT, DAY_1 + DEADLIFT, DAY_1 + DEADLIFT, DAY_1 + CURL, DAY_1 + PLANK)
SECOND = (DAY_2 + DEADLIFT, DAY_2 + CURL, DAY_2 + CURL)


def strong(*rows: str) -> bytes:
    return "\n".join((HEADER, *rows)).encode()


class Ticking:
    """A clock on which a second passes with every look."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 18, 30)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@cache
def shipped() -> Catalog:
    return load_catalog(data_dir())[0]


@pytest.fixture
def catalog() -> Catalog:
    return shipped()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'hamcore.db'}", backup_dir=tmp_path / "backups", clock=Ticking())
    yield opened
    assert opened.check().problems == ()
    opened.close()


class Desk:
    """A person with a store and files to import."""

    def __init__(self, store: Store, catalog: Catalog) -> None:
        self.store = store
        self.catalog = catalog
        self.count = 0

    def look(self, data: bytes, **answers: object) -> ImportPreview:
        given = replace(ImportAnswers(unit=LoadUnit.KG), **answers)  # type: ignore[arg-type]
        return preview_import(data, "strong.csv", store=self.store, athlete_id=ME, catalog=self.catalog, answers=given)

    def write(self, preview: ImportPreview, progress: Callable[[float], None] = lambda _: None) -> ImportReceipt:
        self.count += 1
        import_id = f"01M87D4T20{self.count:016}"
        return write_import(preview, store=self.store, athlete_id=ME, import_id=import_id, progress=progress)

    def bring(self, data: bytes, **answers: object) -> ImportReceipt:
        return self.write(self.look(data, **answers))

    def undo(self, receipt: ImportReceipt) -> bool:
        return undo_import(self.store, ME, receipt.import_id)

    @property
    def sets(self) -> list[LoggedSet]:
        log = self.store.load_log(ME)
        return sorted(one for sets in log.sets.values() for one in sets)

    @property
    def loads(self) -> list[str]:
        """Every set in short, without ids."""
        return sorted(
            f"{one.day:%d} {one.exercise} {one.set_type} {one.load_kg or 0:g}x{one.reps}" for one in self.sets
        )

    def workout_on(self, day: date) -> Workout:
        (found,) = (one for one in self.store.load_log(ME).workouts.values() if one.day == day)
        return found


@pytest.fixture
def desk(store: Store, catalog: Catalog) -> Desk:
    return Desk(store, catalog)


# Looking before writing


def test_a_preview_counts_and_writes_nothing(desk: Desk) -> None:
    preview = desk.look(strong(*FIRST, *SECOND))
    assert (preview.sets, preview.new, preview.unchanged, preview.workouts) == (8, 8, 0, 2)
    assert (preview.first_day, preview.last_day) == (date(2026, 11, 2), date(2026, 11, 5))
    assert preview.parsed.classes[RecordClass.TIMED] == 1
    assert not desk.store.path.exists()


def test_a_preview_says_what_each_name_means(desk: Desk) -> None:
    names = {match.name: match for match in desk.look(strong(*FIRST)).names}
    deadlift = names["Deadlift (Barbell)"]
    assert (deadlift.exercise_id, deadlift.known, deadlift.sets) == ("barbell_deadlift", True, 4)
    assert (deadlift.max_load, deadlift.unit) == ("140", LoadUnit.KG)
    plank = names["Plank"]
    assert (plank.exercise_id, plank.known, plank.sets, plank.max_load) == (None, False, 0, "")


def test_a_file_without_a_unit_is_not_written_before_somebody_answers(desk: Desk) -> None:
    preview = desk.look(strong(*FIRST), unit=None)
    assert preview.questions == {Question.UNIT}
    assert not preview.ready
    with pytest.raises(ValueError, match="question"):
        desk.write(preview)
    assert not desk.store.path.exists()


@pytest.mark.parametrize("data", [b"", b"\0\1\2", b"a,b\n1,2\n", "é".encode("utf-16")])
def test_what_is_no_log_is_previewed_without_being_ready(desk: Desk, data: bytes) -> None:
    assert not desk.look(data).ready


# Writing


def test_everything_of_the_file_is_in_the_history(desk: Desk) -> None:
    receipt = desk.bring(strong(*FIRST))
    assert (receipt.new, receipt.workouts, receipt.replaced) == (5, 1, 0)
    workout = desk.workout_on(date(2026, 11, 2))
    assert (workout.title, workout.started_at, workout.source) == ("Hinge", "2026-11-02T18:30:15", "strong")
    sets = desk.store.load_log(ME).sets
    assert [one.set_type for one in sets["barbell_deadlift"]] == [SetType.WARM_UP, *[SetType.WORKING] * 3]
    assert [one.rir for one in sets["barbell_deadlift"]] == [None, 2.0, 2.0, 2.0]
    assert [(one.reps, one.seconds) for one in sets["name:Plank"]] == [(None, 60.0)]


def test_progress_goes_up_to_all_of_it(desk: Desk) -> None:
    heard: list[float] = []
    desk.write(desk.look(strong(*FIRST)), heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0


def test_writing_the_same_import_twice_writes_it_once(desk: Desk) -> None:
    preview = desk.look(strong(*FIRST))
    desk.write(preview)
    desk.count -= 1
    desk.write(preview)
    assert len(desk.sets) == 6
    assert len(desk.store.imports(ME)) == 1


def test_an_import_is_listed_with_what_it_added(desk: Desk) -> None:
    desk.bring(strong(*FIRST))
    desk.bring(strong(*FIRST, *SECOND))
    latest, earliest = desk.store.imports(ME)
    assert (earliest.sets, earliest.workouts, earliest.first_day, earliest.last_day) == (
        5,
        1,
        date(2026, 11, 2),
        date(2026, 11, 2),
    )
    assert (latest.sets, latest.first_day, latest.source, latest.file_name) == (
        3,
        date(2026, 11, 5),
        "strong",
        "strong.csv",
    )


def test_a_set_logged_between_looking_and_writing_is_taken_into_account(desk: Desk) -> None:
    desk.bring(strong(*FIRST))
    preview = desk.look(strong(*FIRST, *SECOND))
    desk.bring(strong(*SECOND))
    assert desk.write(preview).new == 0
    assert len(desk.sets) == 9


# Importing again


@pytest.mark.parametrize("again", [strong(*FIRST), strong(*FIRST) + b"\n"], ids=["same bytes", "same rows"])
def test_the_same_file_again_adds_nothing(desk: Desk, again: bytes) -> None:
    desk.bring(strong(*FIRST))
    before = desk.store.load_log(ME)
    preview = desk.look(again)
    assert (preview.new, preview.unchanged, preview.changed_workouts, preview.sets) == (0, 5, 0, 5)
    assert desk.write(preview).new == 0
    assert desk.store.load_log(ME) == before


def test_the_same_file_again_is_described_as_the_first_time(desk: Desk) -> None:
    data = strong(*FIRST, DAY_2 + "Deadlift (Barbell),1,heavy,5,0,0,,,")
    first = desk.look(data)
    desk.write(first)
    again = desk.look(data)
    known = tuple(match._replace(known=True) for match in first.names)
    assert (again.names, again.workouts, again.sets) == (known, first.workouts, first.sets)
    assert (again.first_day, again.last_day) == (first.first_day, first.last_day)
    assert replace(again.parsed, workouts=first.parsed.workouts) == first.parsed


def test_a_later_export_adds_exactly_what_is_new(desk: Desk) -> None:
    desk.bring(strong(*FIRST))
    assert desk.bring(strong(*FIRST, *SECOND)).new == 3
    assert len(desk.sets) == 9


def test_a_set_added_in_the_app_joins_its_workout(desk: Desk) -> None:
    desk.bring(strong(*FIRST))
    preview = desk.look(strong(*FIRST, DAY_1 + DEADLIFT))
    assert (preview.new, preview.unchanged, preview.changed_workouts) == (1, 5, 0)
    desk.write(preview)
    assert len(desk.store.load_log(ME).workouts) == 1
    assert len(desk.sets) == 7


def test_a_spreadsheet_that_drops_seconds_and_zeros_changes_nothing(desk: Desk) -> None:
    desk.bring(strong(*(row.replace(",140,", ",140.0,") for row in FIRST)))
    saved = strong(*(row.replace("18:30:15", "18:30") for row in FIRST))
    preview = desk.look(saved)
    assert (preview.new, preview.changed_workouts) == (0, 0)


def test_an_exercise_renamed_in_the_app_is_not_doubled(desk: Desk) -> None:
    desk.bring(strong(*FIRST))
    preview = desk.look(strong(*(row.replace("Seated Leg Curl (Machine)", "My curl") for row in FIRST)))
    assert preview.changed_workouts == 1
    desk.write(preview)
    assert len(desk.sets) == 6
    assert "seated_leg_curl" not in desk.store.load_log(ME).sets


CORRECTED = (*FIRST[:-2], DAY_1 + CURL.replace("45,12", "50,10"), FIRST[-1])


def test_what_the_app_corrected_replaces_the_workout_and_undo_brings_it_back(desk: Desk) -> None:
    desk.bring(strong(*FIRST))
    before = desk.store.load_log(ME)
    preview = desk.look(strong(*CORRECTED))
    assert (preview.new, preview.unchanged, preview.changed_workouts) == (1, 4, 1)
    receipt = desk.write(preview)
    assert receipt.replaced == 1
    assert "02 seated_leg_curl working 50x10" in desk.loads
    assert "02 seated_leg_curl working 45x12" not in desk.loads
    assert desk.undo(receipt)
    assert desk.store.load_log(ME) == before


def test_what_the_app_corrected_stays_out_on_request(desk: Desk) -> None:
    desk.bring(strong(*FIRST))
    before = desk.loads
    preview = desk.look(strong(*CORRECTED), update_changed=False)
    assert (preview.new, preview.unchanged, preview.changed_workouts) == (0, 5, 1)
    assert desk.write(preview).replaced == 0
    assert desk.loads == before


def test_an_older_export_does_not_bring_back_what_was_corrected(desk: Desk) -> None:
    desk.bring(strong(*FIRST))
    desk.bring(strong(*CORRECTED))
    after = desk.loads
    assert desk.bring(strong(*FIRST) + b"\n").replaced == 0
    assert desk.loads == after


HEVY = """title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps,duration_seconds,rpe
Legs,"2 Nov 2026, 18:31","2 Nov 2026, 19:20",Deadlift (Barbell),0,normal,60,5,,
Legs,"2 Nov 2026, 18:31","2 Nov 2026, 19:20",Deadlift (Barbell),1,normal,140,5,,8
Legs,"2 Nov 2026, 18:31","2 Nov 2026, 19:20",Deadlift (Barbell),2,normal,140,5,,
Legs,"2 Nov 2026, 18:31","2 Nov 2026, 19:20",Deadlift (Barbell),3,normal,140,5,,
Legs,"2 Nov 2026, 18:31","2 Nov 2026, 19:20",Seated Leg Curl (Machine),0,normal,45,12,,
"""


def test_the_same_training_from_another_app_adds_nothing(desk: Desk) -> None:
    desk.bring(strong(*FIRST))
    preview = desk.look(HEVY.encode())
    assert (preview.parsed.source, preview.new, preview.unchanged) == ("hevy", 0, 5)


def test_only_what_the_other_app_has_more_is_added(desk: Desk) -> None:
    desk.bring(strong(*FIRST))
    more = HEVY + 'Legs,"2 Nov 2026, 18:31","2 Nov 2026, 19:20",Nordic Curl,0,normal,,6,,\n'
    assert desk.bring(more.encode()).new == 1
    assert len(desk.sets) == 7
    assert desk.bring((more + "\n").encode()).new == 0


# What the person did here stays


def test_a_correction_made_here_outlives_the_next_import(desk: Desk) -> None:
    desk.bring(strong(*FIRST))
    curl = desk.store.load_log(ME).sets["seated_leg_curl"][0]
    desk.store.edit_set(ME, curl._replace(reps=11))
    preview = desk.look(strong(*FIRST, *SECOND))
    assert (preview.new, preview.unchanged, preview.changed_workouts) == (3, 5, 0)
    desk.write(preview)
    assert "02 seated_leg_curl working 45x11" in desk.loads
    assert len(desk.sets) == 9


def test_a_workout_moved_to_another_day_here_is_not_imported_again(desk: Desk) -> None:
    desk.bring(strong(*FIRST))
    workout = desk.workout_on(date(2026, 11, 2))
    desk.store.edit_workout(ME, replace(workout, day=date(2026, 11, 1)))
    assert desk.bring(strong(*FIRST) + b"\n").new == 0


@pytest.mark.parametrize("again", [strong(*FIRST, *SECOND), strong(*FIRST, *SECOND) + b"\n"])
def test_what_was_deleted_here_stays_deleted_until_asked_for(desk: Desk, again: bytes) -> None:
    desk.bring(strong(*FIRST, *SECOND))
    desk.store.delete_workout(ME, desk.workout_on(date(2026, 11, 2)).workout_id)
    assert desk.bring(again).new == 0
    assert len(desk.sets) == 3
    assert desk.bring(again, restore_deleted=True).new == 5
    assert len(desk.sets) == 9


def test_a_set_deleted_here_stays_deleted(desk: Desk) -> None:
    desk.bring(strong(*FIRST))
    curl = desk.store.load_log(ME).sets["seated_leg_curl"][0]
    desk.store.delete_set(ME, curl.workout_id, curl.set_no)
    assert desk.bring(strong(*FIRST, *SECOND)).new == 3
    assert "02 seated_leg_curl working 45x12" not in desk.loads


# Undo


def test_undo_takes_back_all_of_an_import_and_nothing_else(desk: Desk) -> None:
    kept = desk.bring(strong(*FIRST))
    before = desk.store.load_log(ME)
    receipt = desk.bring(strong(*FIRST, *SECOND))
    assert desk.undo(receipt)
    assert desk.store.load_log(ME) == before
    assert not desk.undo(receipt)
    assert [record.undone for record in desk.store.imports(ME)] == [True, False]
    assert kept.import_id == desk.store.imports(ME)[1].import_id


@pytest.mark.parametrize("end", [b"", b"\n"], ids=["same bytes", "same rows"])
def test_after_undo_the_file_can_be_imported_again(desk: Desk, end: bytes) -> None:
    data = strong(*FIRST, *SECOND)
    first = desk.bring(strong(*FIRST))
    second = desk.bring(data)
    before = desk.loads
    desk.undo(first)
    assert len(desk.sets) == 3
    assert desk.bring(data + end).new == 5
    assert desk.loads == before
    desk.undo(second)
    assert len(desk.sets) == 6


def test_undo_keeps_sets_that_were_added_by_hand(desk: Desk) -> None:
    receipt = desk.bring(strong(*FIRST))
    imported = desk.store.load_log(ME).sets["seated_leg_curl"][0]
    by_hand = imported._replace(set_no=desk.store.next_set_no(ME, imported.workout_id), reps=20)
    desk.store.add_set(ME, by_hand)
    desk.store.edit_set(ME, imported._replace(reps=11))
    desk.undo(receipt)
    assert desk.sets == [by_hand]
    assert desk.workout_on(imported.day).source == "manual"


def test_undo_of_the_older_of_two_imports_leaves_the_newer_version(desk: Desk) -> None:
    older = desk.bring(strong(*FIRST))
    newer = desk.bring(strong(*CORRECTED))
    after = desk.loads
    desk.undo(older)
    assert desk.loads == after
    desk.undo(newer)
    assert desk.sets == []


def test_undo_of_a_strangers_import_does_nothing(desk: Desk) -> None:
    receipt = desk.bring(strong(*FIRST))
    assert not undo_import(desk.store, "stranger", receipt.import_id)
    assert len(desk.sets) == 6


# Names


def test_an_answer_about_a_name_is_remembered(desk: Desk) -> None:
    odd = strong(DAY_1 + DEADLIFT.replace("Deadlift (Barbell)", "Kreuzheben schwer"))
    desk.bring(odd, names={"Kreuzheben schwer": "barbell_deadlift"})
    later = strong(DAY_2 + DEADLIFT.replace("Deadlift (Barbell)", " kreuzheben  SCHWER"))
    (match,) = desk.look(later).names
    assert (match.exercise_id, match.known) == ("barbell_deadlift", True)


def test_a_name_kept_as_it_is_counts_as_answered(desk: Desk) -> None:
    desk.bring(strong(*FIRST))
    (plank,) = (match for match in desk.look(strong(*FIRST, *SECOND)).names if match.name == "Plank")
    assert (plank.exercise_id, plank.known) == (None, True)


def test_another_answer_changes_history_and_doubles_nothing(desk: Desk) -> None:
    desk.bring(strong(*FIRST))
    receipt = desk.bring(strong(*FIRST), names={"Seated Leg Curl (Machine)": "lying_leg_curl"})
    assert receipt.new == 0
    assert len(desk.store.load_log(ME).sets["lying_leg_curl"]) == 1
    assert desk.bring(strong(*FIRST, *SECOND)).new == 3
    assert len(desk.store.load_log(ME).sets["lying_leg_curl"]) == 3


# Demo


def test_the_demo_log_comes_and_goes_without_touching_real_rows(desk: Desk) -> None:
    desk.bring(strong(*FIRST))
    before = desk.store.load_log(ME)
    demo = preview_parsed(demo_log(date(2026, 11, 24)), "demo", store=desk.store, athlete_id=ME, catalog=desk.catalog)
    receipt = desk.write(demo)
    assert receipt.new == demo.sets > 1000
    assert desk.undo(receipt)
    assert desk.store.load_log(ME) == before


def test_a_real_set_is_never_taken_for_a_demo_set(desk: Desk) -> None:
    demo = demo_log(date(2026, 11, 24))
    desk.write(preview_parsed(demo, "demo", store=desk.store, athlete_id=ME, catalog=desk.catalog))
    real = replace(demo, source="strong")
    preview = preview_parsed(real, "real", store=desk.store, athlete_id=ME, catalog=desk.catalog)
    assert preview.new == preview.sets


# Export


def test_an_export_brought_into_another_store_is_the_same_history(desk: Desk, catalog: Catalog, tmp_path: Path) -> None:
    desk.bring(strong(*FIRST, *SECOND))
    data = export_csv(desk.store.load_log(ME), catalog)
    other = open_store(f"sqlite:///{tmp_path / 'other.db'}", backup_dir=tmp_path / "backups", clock=Ticking())
    copy = Desk(other, catalog)
    copy.bring(data)
    assert copy.loads == desk.loads
    assert export_csv(other.load_log(ME), catalog) == data
    assert desk.bring(data).new == 0
    other.close()


def test_what_was_noted_of_a_set_survives_the_way_out_and_in(desk: Desk, catalog: Catalog, tmp_path: Path) -> None:
    workout = Workout("w1", date(2026, 11, 24), "2026-11-24T18:30:00", "Legs", "", None, "manual")
    plain = LoggedSet("w1", 1, 1, workout.day, "seated_leg_curl", SetType.WORKING, None, None, 8, None, None, None, "")
    noted = [
        plain._replace(side=Side.LEFT, tempo=Tempo(3, 1, 1, 0)),
        plain._replace(side=Side.RIGHT, form=Form.BROKE),
        plain,
    ]
    for place, entry in enumerate(noted, 1):
        desk.store.log_entry(ME, workout, entry, f"tap-{place}", 1)
    data = export_csv(desk.store.load_log(ME), catalog)
    other = open_store(f"sqlite:///{tmp_path / 'other.db'}", backup_dir=tmp_path / "backups", clock=Ticking())
    copy = Desk(other, catalog)
    copy.bring(data)
    (sets,) = other.load_log(ME).sets.values()
    assert [one[5:] for one in sets] == [one[5:] for one in noted]
    assert other.check().problems == ()
    assert copy.bring(data).workouts == desk.bring(data).workouts == 0
    desk.store.edit_set(ME, noted[0]._replace(form=Form.PAIN))
    assert desk.bring(data).workouts == 0
    other.close()


# Whatever the file

names = st.sampled_from(["Deadlift (Barbell)", "RDL (Barbell)", "Plank", "Øvelse"])
parsed_sets = st.builds(
    ParsedSet,
    names,
    st.sampled_from(SetType),
    st.sampled_from(["", "0", "100", "62.5"]),
    st.sampled_from(LoadUnit),
    st.sampled_from([None, 5, 8]),
    st.sampled_from([None, 2.0]),
    st.sampled_from([None, 30.0]),
    st.none(),
    st.sampled_from(["", "note"]),
    st.sampled_from([None, *Side]),
    st.sampled_from([None, *Form]),
    st.sampled_from([None, Tempo(3, 1, 1, 0)]),
)
parsed_workouts = st.builds(
    lambda day, start, sets: ParsedWorkout(
        date(2026, 1, day), f"2026-01-{day:02}T{start}:00" if start else "", "", "", None, sets
    ),
    st.integers(1, 3),
    st.sampled_from(["", "07:00", "18:30"]),
    st.lists(parsed_sets, min_size=1, max_size=4),
)
files = st.lists(parsed_workouts, max_size=4)


def as_file(workouts: list[ParsedWorkout], source: str = "strong") -> ParsedFile:
    count = sum(one.reps is not None for workout in workouts for one in workout.sets)
    return ParsedFile(source, "", count, {RecordClass.WORKING: count}, workouts, None)


@given(files, files)
@settings(max_examples=40, deadline=None)
def test_importing_any_file_twice_adds_its_sets_once(
    tmp_path_factory: pytest.TempPathFactory, before: list[ParsedWorkout], workouts: list[ParsedWorkout]
) -> None:
    folder = tmp_path_factory.mktemp("twice")
    store = open_store(f"sqlite:///{folder / 'hamcore.db'}", backup_dir=folder, clock=Ticking())
    desk = Desk(store, shipped())
    for one in (before, workouts, workouts):
        preview = preview_parsed(as_file(one), "x", store=store, athlete_id=ME, catalog=desk.catalog)
        desk.write(preview)
    assert desk.write(preview_parsed(as_file(workouts), "x", store=store, athlete_id=ME, catalog=desk.catalog)).new == 0
    assert store.check().problems == ()
    store.close()
