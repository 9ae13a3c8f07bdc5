"""Import, export: preview, questions, confirm, undo; and a message for any bytes."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from hamcore.catalog import load_catalog
from hamcore.interchange import PAGE_LIMITS
from hamcore.interchange.stretch_file import write_stretching
from hamcore.model.stretching import Hold, StretchLog
from hamcore.places import data_dir
from hamcore.storage import LOCAL_ATHLETE
from hamcore.transfer import export_csv
from hamcore.units import LoadUnit
from tests.pages.conftest import OpenPage
from tests.pages.parts import labels, page_text, store_of

HOSTILE = "<b onclick=alert(1)>Leg day</b> **x** :red[y]"
MOST_RUNS = 200
HEVY_HEADER = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"'
)
STRONG_HEADER = (
    "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
)


def hevy(days: int = 3, *, title: str = "Pull", exercise: str = "Deadlift (Barbell)", load: str = "120") -> bytes:
    """A small Hevy file: each day three working sets of ``exercise``, one of another name, one timed entry."""
    rows = [HEVY_HEADER]
    for number in range(days):
        day = date(2026, 3, 2) + timedelta(days=7 * number)
        start = f"{day.day} {day:%b %Y}, 18:05"
        cell = title.replace('"', '""')
        name = exercise.replace('"', '""')
        rows += [f'"{cell}","{start}","{start}","","{name}",,"",{place},"normal",{load},5,,,' for place in range(3)]
        rows.append(f'"{cell}","{start}","{start}","","Sled {name}",,"",0,"normal",40,10,,,')
        rows.append(f'"{cell}","{start}","{start}","","Plank",,"",0,"normal",,,,60,')
    return "\n".join(rows).encode()


def strong(loads: list[int]) -> bytes:
    rows = [
        f'2026-03-02 18:00:00,Leg day,1h,Deadlift (Barbell),{place},{load},5,0,0,"","",'
        for place, load in enumerate(loads, 1)
    ]
    return "\n".join([STRONG_HEADER, *rows]).encode()


def drop(open_page: OpenPage, data: bytes, name: str = "export.csv") -> AppTest:
    app = open_page("import_export.py")
    app.file_uploader[0].upload(name, data).run()
    return settled(app)


def settled(app: AppTest) -> AppTest:
    """Run the page until the work beside it has ended; each run waits a moment for it."""
    for _ in range(MOST_RUNS):
        assert not app.exception, app.exception
        if not app.get("progress"):
            return app
        app.run()
    pytest.fail("the work beside the page did not end")


def press(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    return settled(app)


def stored_holds(home: Path) -> tuple[Hold, ...]:
    store = store_of(home)
    found = store.stretching(LOCAL_ATHLETE)
    store.close()
    assert found is not None
    return found.holds


def stored_sets(home: Path) -> int:
    store = store_of(home)
    log = store.load_log(LOCAL_ATHLETE)
    store.close()
    return sum(len(sets) for sets in log.sets.values())


def test_the_limits_stand_on_the_page(open_page: OpenPage) -> None:
    app = open_page("import_export.py")

    assert "Up to 25 MB and 300\u202f000 records" in page_text(app)
    assert PAGE_LIMITS.size == 25_000_000


def test_a_preview_shows_source_span_classes_names_and_writes_nothing(home: Path, open_page: OpenPage) -> None:
    app = drop(open_page, hevy())

    text = page_text(app)
    for part in (
        "Hevy",
        "Recognised by its header line: 14 columns",
        "2 Mar 2026 to 16 Mar 2026",
        "Working sets",
        "Timed entries",
        "Barbell deadlift; 9 sets, up to 120 kg",
        "Sled Deadlift (Barbell)",
        "12 sets will be added.",
    ):
        assert part in text
    assert stored_sets(home) == 0


def test_what_a_name_means_can_be_changed_after_the_import_and_back(home: Path, open_page: OpenPage) -> None:
    app = press(press(drop(open_page, hevy()), "Add 12 sets"), "Import another file")
    app.selectbox(key="name_to_change").set_value("Sled Deadlift (Barbell)").run()
    app.selectbox(key="name_means_Sled Deadlift (Barbell)").set_value("good_morning").run()

    assert "“Sled Deadlift (Barbell)” is Good morning now." in page_text(app)
    assert meanings(home)["Sled Deadlift (Barbell)"] == "good_morning"
    press(app, "Undo")
    assert meanings(home)["Sled Deadlift (Barbell)"] is None
    assert app.selectbox(key="name_means_Sled Deadlift (Barbell)").value == ""


def meanings(home: Path) -> dict[str, str | None]:
    store = store_of(home)
    names = dict(store.names(LOCAL_ATHLETE))
    store.close()
    return names


def test_a_log_in_pounds_offers_to_show_pounds(home: Path, open_page: OpenPage) -> None:
    data = hevy(load="225").replace(b"weight_kg", b"weight_lbs").replace(b"distance_km", b"distance_miles")
    app = press(drop(open_page, data), "Add 12 sets")
    assert "These loads were typed in pounds; pages show kilograms." in page_text(app)

    press(app, "Show pounds")

    store = store_of(home)
    settings = store.load_settings(LOCAL_ATHLETE)
    store.close()
    assert (settings.load_unit, str(settings.bar.value)) == (LoadUnit.LB, "45")
    assert "pages show" not in page_text(app)


def test_a_file_with_timed_entries_alone_can_be_added_and_an_empty_one_says_so(home: Path, open_page: OpenPage) -> None:
    timed = hevy(1).splitlines()
    app = press(drop(open_page, b"\n".join([timed[0], timed[-1]])), "Add them")
    assert stored_sets(home) == 1
    press(app, "Import another file")

    assert "There is no set in this file" in page_text(drop(open_page, timed[0]))


def test_confirm_writes_the_file_and_undo_takes_it_back_as_one_step(home: Path, open_page: OpenPage) -> None:
    app = press(drop(open_page, hevy()), "Add 12 sets")
    assert "12 sets added" in page_text(app)
    assert stored_sets(home) == 15, "twelve sets and three timed entries"

    press(app, "Undo this import")

    assert stored_sets(home) == 0
    assert "was undone as one step" in page_text(app)
    assert "2 Mar 2026 to 16 Mar 2026" not in page_text(app)


def test_the_history_of_imports_has_its_own_undo(home: Path, open_page: OpenPage) -> None:
    press(drop(open_page, hevy(), "mine.csv"), "Add 12 sets")
    app = open_page("import_export.py")
    assert "Hevy: mine.csv" in page_text(app)

    press(app, "Undo")

    assert stored_sets(home) == 0
    assert "undone" in page_text(app)
    assert "Undo" not in labels(app)


def test_the_same_file_again_adds_nothing_and_says_so(home: Path, open_page: OpenPage) -> None:
    press(drop(open_page, hevy()), "Add 12 sets")

    app = drop(open_page, hevy())

    assert "There is nothing to add." in page_text(app)
    assert not [label for label in labels(app) if label.startswith("Add")]
    assert stored_sets(home) == 15


def test_a_longer_file_adds_only_what_is_new(home: Path, open_page: OpenPage) -> None:
    press(drop(open_page, hevy(2)), "Add 8 sets")

    press(drop(open_page, hevy(3)), "Add 4 sets")

    assert stored_sets(home) == 15


def test_a_file_without_a_unit_asks_with_evidence_and_has_no_default(home: Path, open_page: OpenPage) -> None:
    app = drop(open_page, strong([135, 135, 225]))

    text = page_text(app)
    assert "Are these loads kilograms or pounds?" in text
    assert "135" in text
    assert "2 times" in text
    assert app.radio(key="import_unit").value is None
    assert not [label for label in labels(app) if label.startswith("Add")]

    app.radio(key="import_unit").set_value(LoadUnit.LB).run()
    press(settled(app), "Add 3 sets")
    log = store_of(home).load_log(LOCAL_ATHLETE)
    assert {entry.load.unit for sets in log.sets.values() for entry in sets if entry.load} == {LoadUnit.LB}


def test_an_answered_unit_can_be_taken_back_before_writing(open_page: OpenPage) -> None:
    app = drop(open_page, strong([135]))
    app.radio(key="import_unit").set_value(LoadUnit.LB).run()

    press(settled(app), "Change the unit")

    assert "Are these loads kilograms or pounds?" in page_text(app)


def test_an_unknown_layout_shows_rows_and_is_read_with_the_named_columns(home: Path, open_page: OpenPage) -> None:
    data = "When;Move;Kilos;Times\n" + "".join(f"{day}.03.2026;Deadlift;100;5\n" for day in range(13, 16))
    app = drop(open_page, data.encode())
    assert "Which column is what?" in page_text(app)
    assert "13.03.2026" in page_text(app)

    for role, place in (("date", 0), ("exercise", 1), ("load", 2), ("reps", 3)):
        app.selectbox(key=f"column_{role}").select_index(place)
    settled(press(app, "Read with these columns"))
    if app.get("radio") and [radio for radio in app.radio if radio.key == "import_unit"]:
        app.radio(key="import_unit").set_value(LoadUnit.KG).run()
        settled(app)
    press(app, "Add 3 sets")

    assert stored_sets(home) == 3


def test_a_mapping_without_an_exercise_is_refused_with_what_is_missing(open_page: OpenPage) -> None:
    app = drop(open_page, b"When;Move;Kilos;Times\n2026-03-02;Deadlift;100;5\n")

    press(app, "Read with these columns")

    assert "Still needed: a column for" in page_text(app)


def test_an_answer_for_a_name_is_written_and_remembered(home: Path, open_page: OpenPage) -> None:
    name = "import_name_Sled Deadlift (Barbell)"
    app = drop(open_page, hevy())
    app.selectbox(key=name).set_value("good_morning").run()
    press(settled(app), "Add 12 sets")

    assert "good_morning" in store_of(home).load_log(LOCAL_ATHLETE).sets
    again = drop(open_page, hevy(4))
    assert name not in [box.key for box in again.selectbox]
    assert "Good morning" in page_text(again)


def test_an_answer_for_a_name_can_be_changed_before_writing(home: Path, open_page: OpenPage) -> None:
    app = drop(open_page, hevy())
    box = "import_name_Sled Deadlift (Barbell)"
    app.selectbox(key=box).set_value("good_morning").run()
    settled(app).selectbox(key=box).set_value("keep").run()

    press(settled(app), "Add 12 sets")

    assert "name:Sled Deadlift (Barbell)" in store_of(home).load_log(LOCAL_ATHLETE).sets


def test_rows_that_are_not_used_stand_with_line_column_and_reason(open_page: OpenPage) -> None:
    app = drop(open_page, hevy(1) + b'\n"Pull","9 Mar 2026, 18:05","","","Deadlift (Barbell)",,"",0,"normal",abc,5,,,')

    text = page_text(app)
    assert "1 record not used" in text
    assert "weight_kg" in text
    assert " 7 " in text
    assert "'abc'" in text


def loads_in(home: Path) -> set[str]:
    log = store_of(home).load_log(LOCAL_ATHLETE)
    return {str(entry.load.value) for entry in log.sets["barbell_deadlift"] if entry.load}


def confirm(app: AppTest) -> AppTest:
    app.button(key="confirm_import").click().run()
    return settled(app)


def test_a_changed_workout_is_replaced(home: Path, open_page: OpenPage) -> None:
    confirm(drop(open_page, hevy(1)))

    app = drop(open_page, hevy(1, load="122.5"))

    assert "1 changed workout will be replaced" in page_text(app)
    confirm(app)
    assert loads_in(home) == {"122.5"}


def test_a_changed_workout_stays_as_it_is_if_the_person_says_so(home: Path, open_page: OpenPage) -> None:
    confirm(drop(open_page, hevy(1)))
    app = drop(open_page, hevy(2, load="122.5"))

    app.toggle(key="import_changed").set_value(False).run()

    assert "1 changed workout stays as in your log" in page_text(settled(app))
    confirm(app)
    assert loads_in(home) == {"120", "122.5"}


def test_leaving_a_file_writes_nothing(home: Path, open_page: OpenPage) -> None:
    app = press(drop(open_page, hevy()), "Leave this file")

    assert app.file_uploader
    assert stored_sets(home) == 0


def test_a_preview_survives_a_visit_to_another_page(open_page: OpenPage) -> None:
    app = drop(open_page, hevy())
    app.switch_page("../today.py").run()

    app.switch_page("../import_export.py").run()

    assert "Add 12 sets" in labels(settled(app))


def test_hostile_titles_and_names_stay_text(open_page: OpenPage) -> None:
    app = drop(open_page, hevy(title=HOSTILE, exercise=HOSTILE), f"{HOSTILE}.csv")
    assert HOSTILE in page_text(app)
    assert "<b onclick" not in "".join(block.proto.body for block in app.html)
    assert not [box.label for box in app.selectbox if ":red[y]" in box.label]

    confirm(app)
    for page in ("import_export.py", "workout.py", "today.py", "lifts.py"):
        shown = open_page(page)
        assert "<b onclick" not in "".join(block.proto.body for block in shown.html)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        HEVY_HEADER.encode(),
        bytes(range(256)) * 40,
        "Date,Exercise\n".encode("utf-16"),
        b'"' + b"x" * 300_000,
        b"name,price\napples,3\n",
        b"\x00" * 100,
        b"PK\x03\x04" + bytes(500),
    ],
    ids=["empty", "header only", "binary", "utf-16", "open quote", "other table", "zeros", "archive"],
)
def test_any_file_ends_in_a_message_or_a_question(data: bytes, home: Path, open_page: OpenPage) -> None:
    app = drop(open_page, data)

    text = page_text(app)
    assert any(part in text for part in ("This file cannot be read", "Which column is what?", "nothing to add"))
    assert stored_sets(home) == 0


def test_no_bytes_end_in_a_traceback(open_page: OpenPage) -> None:
    app = open_page("import_export.py")

    @settings(max_examples=40, deadline=None)
    @given(data=st.binary(max_size=300) | st.text(max_size=200).map(lambda text: f"{HEVY_HEADER}\n{text}".encode()))
    def drop_and_leave(data: bytes) -> None:
        app.file_uploader[0].upload("export.csv", data).run()
        settled(app).button(key="leave_file").click().run()
        assert not app.exception, app.exception

    drop_and_leave()


def test_the_export_is_the_log_and_can_be_imported_again(home: Path, open_page: OpenPage) -> None:
    press(drop(open_page, hevy()), "Add 12 sets")
    catalog = load_catalog(data_dir())[0]
    exported = export_csv(store_of(home).load_log(LOCAL_ATHLETE), catalog)

    app = drop(open_page, exported, "hamcore-log.csv")

    assert "HamCore" in page_text(app)
    assert "There is nothing to add." in page_text(app)


def test_all_downloads_are_offered(open_page: OpenPage) -> None:
    press(drop(open_page, hevy()), "Add 12 sets")
    app = open_page("import_export.py")

    buttons = [element.proto.label for element in app.get("download_button")]
    assert buttons == ["Log as CSV", "Stretching as CSV", "Backup of everything"]


def test_a_stretching_file_is_shown_with_its_bad_rows_and_added_once(home: Path, open_page: OpenPage) -> None:
    hold = Hold("h1", date(2026, 3, 2), "standing_forward_bend", None, seconds=30)
    data = write_stretching(StretchLog((hold,))) + b"hold,h2,2026-03-02,standing_forward_bend,,9999,,ticked" + b"," * 9

    app = drop(open_page, data, "hamcore-stretching.csv")
    assert "In the file: 1 hold, 0 range readings, 0 own stretches." in page_text(app)
    assert "a hold has 1 to 600 seconds, not 9999" in page_text(app)
    assert stored_holds(home) == ()

    press(app, "Add 1 record")
    assert stored_holds(home) == (hold,)
    assert "There is nothing to add." in page_text(drop(open_page, data, "hamcore-stretching.csv"))
