"""Settings: what is typed becomes settings, or says what is wrong."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.dates import Weekday
from hamcore.model.settings import Formula, Plate, Settings
from hamcore.screens.settings import build, entry_of, parse, usual_gym
from hamcore.units import Load, LoadUnit
from tests.unit.definitions import CATALOG

ENTRY = entry_of(Settings())


def kg(text: str) -> Load:
    return Load(Decimal(text), LoadUnit.KG)


def test_the_form_shows_what_is_saved_and_every_choice() -> None:
    screen = build(Settings(), CATALOG.routines)
    assert screen.entry == ENTRY
    assert [value for value, _ in screen.formulas] == list(Formula)
    assert [value for value, _ in screen.weekdays] == list(Weekday)
    assert [value for value, _ in screen.units] == list(LoadUnit)
    assert dict(screen.routines) == {"article_split": "Two days", "article_one_day": "One day"}
    assert set(screen.notes) >= {"load_unit", "body_weight", "week_start", "bar", "plates", "formula", "routine_id"}
    assert screen.usual["machine_step"] == "5 kg"
    assert (
        build(Settings(load_unit=LoadUnit.LB), CATALOG.routines).usual["kettlebells"].startswith("9 lb; 18 lb; 26 lb")
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("82.5", kg("82.5")),
        ("82,5", kg("82.5")),
        (" 82.50 kg ", kg("82.5")),
        ("180 lb", Load(Decimal(180), LoadUnit.LB)),
        ("180lbs", Load(Decimal(180), LoadUnit.LB)),
        ("20", kg("20")),
        ("400", kg("400")),
    ],
)
def test_a_body_weight_is_optional_and_keeps_its_unit(text: str, expected: Load | None) -> None:
    found, problems = parse(replace(ENTRY, body_weight=text), CATALOG.routines)
    assert problems == []
    assert found is not None
    assert found.body_weight == expected


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        ("body_weight", "19.9", "19.9\u202fkg is outside 20–400\u202fkg."),
        ("body_weight", "400.1", "400.1\u202fkg is outside 20–400\u202fkg."),
        ("body_weight", "900 lb", "900\u202flb is outside 44–882\u202flb."),
        ("body_weight", "heavy", "“heavy” is not a load; type a number such as 20 or 2.5, or 45 lb."),
        ("body_weight", "1e2", "“1e2” is not a load; type a number such as 20 or 2.5, or 45 lb."),
        ("bar", "", "“” is not a load; type a number such as 20 or 2.5, or 45 lb."),
        ("bar", "0.5", "0.5\u202fkg is outside 1–100\u202fkg."),
        ("plates", "20 × 0", "0 pairs of 20\u202fkg; give 1 to 50."),
        ("plates", "20 × 51", "51 pairs of 20\u202fkg; give 1 to 50."),
        ("plates", "0 × 2", "0\u202fkg is outside 0.1–100\u202fkg."),
        ("plates", "20 × 2; 20 × 1", "The same plate is named twice; give each one once, with all its pairs."),
        ("plates", "; ".join(map(str, range(1, 22))), "21 kinds of plates; at most 20 fit on a bar."),
        ("dumbbell_step", "0", "0\u202fkg is outside 0.1–50\u202fkg."),
        ("machine_step", "51", "51\u202fkg is outside 0.1–50\u202fkg."),
        ("cable_step", "one", "“one” is not a load; type a number such as 20 or 2.5, or 45 lb."),
        ("kettlebells", "16; 101", "101\u202fkg is outside 1–100\u202fkg."),
        ("kettlebells", "; ".join(map(str, range(1, 42))), "41 kettlebells; at most 40 can be kept."),
        ("routine_id", "gone", "There is no such routine; choose one of the list."),
    ],
)
def test_what_cannot_be_used_says_where_and_why(field: str, text: str, message: str) -> None:
    found, problems = parse(replace(ENTRY, **{field: text}), CATALOG.routines)  # type: ignore[arg-type]
    assert found is None
    assert [(problem.column, problem.message) for problem in problems] == [(field, message)]


def test_all_problems_are_told_at_once() -> None:
    _, problems = parse(replace(ENTRY, body_weight="x", bar="y", plates="z; 20 × 99"), CATALOG.routines)
    assert [problem.column for problem in problems] == ["body_weight", "bar", "plates", "plates"]


@pytest.mark.parametrize("text", ["20 × 2; 2.5 × 1", "2,5; 20 x 2", "20*2\n2.5 x 1", "20 × 2, 2.5", "2.5 kg; 20kg x2"])
def test_plates_may_be_written_in_several_ways(text: str) -> None:
    found, problems = parse(replace(ENTRY, plates=text), CATALOG.routines)
    assert problems == []
    assert found is not None
    assert found.plates == (Plate(kg("20"), 2), Plate(kg("2.5"), 1))


def test_nobody_has_to_own_plates() -> None:
    found, _ = parse(replace(ENTRY, plates=" "), CATALOG.routines)
    assert found is not None
    assert found.plates == ()


@pytest.mark.parametrize(("text", "step"), [("", None), (" ", None), ("7", kg("7")), ("2,5 kg", kg("2.5"))])
def test_a_step_is_the_persons_own_or_the_usual_one(text: str, step: Load | None) -> None:
    found, problems = parse(replace(ENTRY, machine_step=text), CATALOG.routines)
    assert problems == []
    assert found is not None
    assert found.machine_step == step
    assert found.steps.machine == (step or kg("5"))


def test_kettlebells_are_kept_in_order_and_each_once() -> None:
    found, _ = parse(replace(ENTRY, kettlebells="24 kg; 16; 35 lb; 16 kg"), CATALOG.routines)
    assert found is not None
    assert [(str(load.value), load.unit) for load in found.kettlebells] == [("35", "lb"), ("16", "kg"), ("24", "kg")]


def test_without_kettlebells_the_usual_ones_are_there() -> None:
    assert ENTRY.kettlebells == ""
    assert [str(load.value) for load in Settings().owned_kettlebells][:3] == ["4", "8", "12"]


def test_choosing_another_unit_changes_no_load() -> None:
    before = Settings(body_weight=kg("82.5"))
    found, _ = parse(replace(entry_of(before), load_unit=LoadUnit.LB), CATALOG.routines)
    assert found == replace(before, load_unit=LoadUnit.LB)


@pytest.mark.parametrize("unit", LoadUnit)
def test_the_usual_gym_can_be_used_as_it_is(unit: LoadUnit) -> None:
    bar, plates = usual_gym(unit)
    found, problems = parse(replace(ENTRY, load_unit=unit, bar=bar, plates=plates), CATALOG.routines)
    assert problems == []
    assert found is not None
    assert {found.bar.unit, *(plate.load.unit for plate in found.plates)} == {unit}


LOADS = st.builds(
    lambda tenths, unit: Load(Decimal(tenths) / 10, unit), st.integers(50, 900), st.sampled_from(LoadUnit)
)
SETTINGS = st.builds(
    Settings,
    load_unit=st.sampled_from(LoadUnit),
    body_weight=st.none() | st.integers(50, 300).map(lambda value: kg(str(value))),
    week_start=st.sampled_from(Weekday),
    bar=LOADS,
    plates=st.lists(st.builds(Plate, LOADS, st.integers(1, 50)), max_size=8, unique_by=lambda plate: plate.load.kg).map(
        lambda plates: tuple(sorted(plates, key=lambda plate: -plate.load.kg))
    ),
    formula=st.sampled_from(Formula),
    routine_id=st.sampled_from(sorted(CATALOG.routines)),
    dumbbell_step=st.none() | LOADS.filter(lambda load: load.kg <= 50),
    machine_step=st.none() | LOADS.filter(lambda load: load.kg <= 50),
    cable_step=st.none() | LOADS.filter(lambda load: load.kg <= 50),
    kettlebells=st.lists(LOADS, max_size=8, unique_by=lambda load: load.kg).map(
        lambda loads: tuple(sorted(loads, key=lambda load: load.kg))
    ),
)


@given(SETTINGS)
def test_what_the_form_shows_is_read_back_as_the_same_settings(settings: Settings) -> None:
    assert parse(entry_of(settings), CATALOG.routines) == (settings, [])


@given(st.text(max_size=30), st.sampled_from(["body_weight", "bar", "plates", "cable_step", "kettlebells"]))
def test_any_text_ends_in_settings_or_in_problems(text: str, field: str) -> None:
    found, problems = parse(replace(ENTRY, **{field: text}), CATALOG.routines)  # type: ignore[arg-type]
    assert (found is None) == bool(problems)
