"""What the Import page says of a file: counts that add up, questions, names, and what would happen."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from hamcore.catalog import Catalog, load_catalog
from hamcore.interchange.parsed import ParsedFile, Question, RecordClass, UnitEvidence
from hamcore.model.exercise import Function
from hamcore.places import data_dir
from hamcore.problems import Problem, Severity
from hamcore.screens import import_log as screen
from hamcore.storage import ImportRecord
from hamcore.transfer import ImportAnswers, ImportPreview, NameMatch
from hamcore.transfer.answers import Plan
from hamcore.units import LoadUnit

NOW = datetime(2026, 11, 24, 8, tzinfo=ZoneInfo("Pacific/Kiritimati"))
FIRST, LAST = date(2025, 1, 6), date(2026, 11, 20)


@cache
def catalog() -> Catalog:
    return load_catalog(data_dir())[0]


def a_file(source: str = "hevy", **facts: object) -> ParsedFile:
    usual: dict[str, object] = {
        "variant": "kg-km",
        "records": 13,
        "classes": {RecordClass.WORKING: 9, RecordClass.WARM_UP: 3, RecordClass.UNREADABLE: 1},
        "workouts": (),
        "unit": LoadUnit.KG,
        "header": tuple("abc"),
    }
    return ParsedFile(source=source, **{**usual, **facts})  # type: ignore[arg-type]


def a_preview(
    parsed: ParsedFile | None = None,
    *,
    names: tuple[NameMatch, ...] = (),
    new: int = 12,
    unchanged: int = 0,
    changed: int = 0,
    answers: ImportAnswers | None = None,
    ready: bool = True,
) -> ImportPreview:
    return ImportPreview(
        file_name="export.csv",
        file_digest="",
        answers=answers or ImportAnswers(),
        parsed=parsed or a_file(),
        names=names,
        workouts=3,
        sets=12,
        new=new,
        unchanged=unchanged,
        changed_workouts=changed,
        first_day=FIRST,
        last_day=LAST,
        plan=Plan(1, {}, (), (), new, changed) if ready else None,
    )


def built(preview: ImportPreview) -> screen.ImportScreen:
    return screen.build(preview, catalog())


def test_every_record_class_has_words() -> None:
    assert set(screen.CLASS_WORDS) == set(RecordClass)


def test_the_counts_of_the_classes_add_up_to_the_records() -> None:
    view = built(a_preview())
    assert sum(line.count for line in view.classes) == a_file().records
    assert [line.word for line in view.classes] == ["Working sets", "Warm-up sets", "Not readable"]


def test_facts_name_span_workouts_sets_records_unit_and_layout() -> None:
    assert built(a_preview()).facts == (
        ("Span", "6 Jan 2025 to 20 Nov 2026"),
        ("Workouts", "3"),
        ("Sets", "12"),
        ("Records in the file", "13"),
        ("Load unit", "kg"),
        ("Layout", "kg-km"),
    )


def test_a_file_of_one_day_has_one_date() -> None:
    view = built(replace(a_preview(), last_day=FIRST))
    assert view.facts[0] == ("Span", "6 Jan 2025")


@pytest.mark.parametrize(
    ("leaning", "hint"),
    [(LoadUnit.KG, "kilogram plates"), (LoadUnit.LB, "pound plates"), (None, "neither kind of plate")],
    ids=["kg", "lb", "unclear"],
)
def test_a_missing_unit_is_asked_with_the_most_used_loads(leaning: LoadUnit | None, hint: str) -> None:
    evidence = UnitEvidence((("135", 40), ("225", 1)), leaning)
    parsed = a_file("strong", unit=None, questions=frozenset({Question.UNIT}), evidence=evidence)
    view = built(a_preview(parsed, ready=False))
    assert view.unit is not None
    assert view.unit.loads == (("135", "40 times"), ("225", "1 time"))
    assert hint in view.unit.hint
    assert ("Load unit", "not in the file") in view.facts
    assert not view.is_ready


def test_a_missing_unit_without_barbell_loads_says_that_there_is_nothing_to_go_by() -> None:
    parsed = a_file("strong", unit=None, questions=frozenset({Question.UNIT}), evidence=UnitEvidence((), None))
    view = built(a_preview(parsed, ready=False))
    assert view.unit is not None
    assert "no barbell loads" in view.unit.hint


def test_an_unknown_layout_asks_for_columns_and_is_not_refused() -> None:
    parsed = a_file("unknown", records=0, classes={}, questions=frozenset({Question.LAYOUT}))
    view = built(a_preview(parsed, ready=False))
    assert (view.needs_columns, view.refusal, view.facts) == (True, "", ())


def test_a_file_that_cannot_be_read_says_why() -> None:
    parsed = a_file("unknown", records=0, classes={}, problems=(Problem("x", "It is a picture."),))
    view = built(a_preview(parsed, ready=False))
    assert view.refusal == "It is a picture."
    assert not view.needs_columns


def test_names_are_known_or_open_and_an_answered_one_stays_open() -> None:
    names = (
        NameMatch("Deadlift (Barbell)", "barbell_deadlift", True, 9, "120", LoadUnit.KG),
        NameMatch("Sled", "good_morning", True, 3, "", None),
        NameMatch("Plank", None, False, 0, "", None),
    )
    view = built(a_preview(names=names, answers=ImportAnswers(names={"Sled": "good_morning"})))
    assert [(line.name, line.exercise, line.detail) for line in view.known] == [
        ("Deadlift (Barbell)", "Barbell deadlift", "9 sets, up to 120 kg")
    ]
    assert [(line.name, line.exercise_id, line.detail) for line in view.unknown] == [
        ("Sled", "good_morning", "3 sets"),
        ("Plank", None, "time or distance only"),
    ]
    assert view.unknown[1].function is Function.OTHER


@pytest.mark.parametrize(
    ("preview", "effect"),
    [
        (a_preview(new=1), "1 set will be added."),
        (a_preview(new=0, unchanged=12), "Everything in this file is in your log already. There is nothing to add."),
        (
            a_preview(new=4, unchanged=8),
            "4 sets will be added; 8 are in your log already and stay.",
        ),
        (
            a_preview(new=4, unchanged=1, changed=2),
            "4 sets will be added; 1 is in your log already and stays; 2 changed workouts will be replaced.",
        ),
        (
            a_preview(new=4, changed=1, answers=ImportAnswers(update_changed=False)),
            "4 sets will be added; 1 changed workout stays as in your log.",
        ),
        (
            a_preview(a_file(records=0, classes={}), new=0),
            "There is no set in this file, so there is nothing to add.",
        ),
        (a_preview(ready=False), ""),
    ],
    ids=["one", "nothing", "some", "changed", "changed but kept", "header only", "question open"],
)
def test_what_will_happen_is_said(preview: ImportPreview, effect: str) -> None:
    assert built(preview).effect == effect


def test_problems_are_counted_by_how_much_they_matter() -> None:
    problems = [Problem("x", "a"), Problem("x", "b", Severity.WARNING), Problem("x", "c", Severity.WARNING)]
    assert screen.problems_title(problems) == "1 record not used, 2 to look at"
    assert screen.problems_title([]) == ""


def test_the_history_says_source_file_day_and_what_came_of_it() -> None:
    record = ImportRecord(
        "i1", "hevy", "kg-km", "my.csv", datetime(2026, 11, 19, 20, tzinfo=UTC), 1280, 90, FIRST, LAST, False, ""
    )
    lines = screen.history([record, replace(record, undone=True, source="demo", file_name="")], NOW)
    assert [(line.title, line.is_undone) for line in lines] == [("Hevy: my.csv", False), ("Demo data", True)]
    assert lines[0].detail == "20 Nov, 1\u202f280 sets, 6 Jan 2025 to 20 Nov 2026"
    assert lines[1].detail == "20 Nov, undone"


@pytest.mark.parametrize(
    ("unit", "shown", "other"),
    [
        (LoadUnit.LB, LoadUnit.KG, LoadUnit.LB),
        (LoadUnit.LB, LoadUnit.LB, None),
        (LoadUnit.KG, LoadUnit.LB, LoadUnit.KG),
        (None, LoadUnit.KG, None),
    ],
)
def test_a_file_in_the_other_unit_than_the_pages_show_is_noticed(
    unit: LoadUnit | None, shown: LoadUnit, other: LoadUnit | None
) -> None:
    assert screen.other_unit(a_preview(a_file(unit=unit)), shown) is other
