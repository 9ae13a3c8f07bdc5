"""The page on suggested loads: every rule in the order of the code, with an example the code itself decided."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from hamcore.catalog.progression import figures_in
from hamcore.model.progression import RuleNote
from hamcore.model.settings import Plate, Settings
from hamcore.rules import progression
from hamcore.rules.recommendation import RuleId
from hamcore.screens.coach import RuleRow, build
from hamcore.screens.rule_examples import CASES, worked
from hamcore.screens.rule_figures import FIGURES, filled
from hamcore.units import Load, LoadUnit
from tests.unit.shipped import shipped

TODAY = date(2026, 5, 4)


def rows(unit: LoadUnit = LoadUnit.KG) -> list[RuleRow]:
    screen = build(Settings(load_unit=unit), shipped(), TODAY)
    return [row for group in screen.groups for row in group.rules]


def test_every_rule_is_shown_once_in_the_order_in_which_it_is_asked() -> None:
    assert [row.rule_id for row in rows()] == list(RuleId)
    assert [row.number for row in rows()] == list(range(1, len(RuleId) + 1))


def test_the_order_of_the_page_is_that_of_the_code() -> None:
    names = {rule.value for rule in RuleId}
    asked = [rule_of.__name__ for rule_of in progression._RULES if rule_of.__name__ in names]
    assert asked
    assert [rule.value for rule in RuleId if rule.value in asked] == asked
    assert list(RuleId)[-1] is RuleId.ADD_REPS


PLATES = {
    LoadUnit.KG: Settings(),
    LoadUnit.LB: Settings(bar=Load(Decimal(45), LoadUnit.LB), plates=(Plate(Load(Decimal(45), LoadUnit.LB), 2),)),
}


@pytest.mark.parametrize("made_in", LoadUnit)
@pytest.mark.parametrize("unit", LoadUnit)
@pytest.mark.parametrize("rule", RuleId)
def test_the_example_of_a_rule_is_decided_by_that_rule(rule: RuleId, unit: LoadUnit, made_in: LoadUnit) -> None:
    own = replace(PLATES[made_in], load_unit=unit)
    assert worked(CASES[rule], shipped(), own, TODAY).rule is rule


def test_examples_and_loadable_loads_are_made_of_the_same_plates() -> None:
    screen = build(Settings(load_unit=LoadUnit.LB), shipped(), TODAY)
    assert dict(screen.steps)["Barbell"] == (
        "44.1\u202flb (20\u202fkg), 49.6\u202flb (22.5\u202fkg), 55.1\u202flb (25\u202fkg) …"
    )
    assert dict(screen.steps)["Machine stack"] == "10, 20, 30\u202flb …"
    (row,) = (row for row in rows(LoadUnit.LB) if row.rule_id is RuleId.STEP_LOAD)
    assert row.example.target == "3 × 226\u202flb (102.5\u202fkg) × 6, 1–3 in reserve"
    (curl,) = (row for row in rows(LoadUnit.LB) if row.rule_id is RuleId.ADD_REPS)
    assert curl.example.target.startswith("130\u202flb")


@pytest.mark.parametrize("unit", LoadUnit)
def test_examples_are_in_the_persons_unit(unit: LoadUnit) -> None:
    other = LoadUnit.LB if unit is LoadUnit.KG else LoadUnit.KG
    for row in rows(unit):
        text = " ".join((*row.example.facts, row.example.target, row.example.line, row.example.would_change))
        assert f"\u202f{other}" not in re.sub(r"\([^)]*\)", "", text), row.rule_id


def texts(note: RuleNote) -> tuple[str, ...]:
    return note.when, note.then, note.never


def test_every_figure_a_rule_names_comes_from_the_code_and_every_figure_is_named() -> None:
    notes = shipped().progression.values()
    assert notes
    named = set().union(*(figures_in(text) for note in notes for text in texts(note)))
    assert named == set(FIGURES)


def test_no_rule_writes_a_figure_by_hand() -> None:
    for note in shipped().progression.values():
        assert not re.search(r"[0-9%]", " ".join(texts(note))), note.rule_id
        assert "{" not in "".join(map(filled, texts(note)))


def test_a_figure_that_the_code_does_not_know_is_not_passed_over() -> None:
    with pytest.raises(KeyError):
        filled("{luck}")


def test_the_step_rule_reads_as_the_code_goes() -> None:
    (row,) = (row for row in rows() if row.rule_id is RuleId.STEP_LOAD)
    assert "2.5\u202fkg or 5\u202flb" in row.then
    assert "10\u202f%" in row.then
    assert row.example.target == "3 × 102.5\u202fkg × 6, 1–3 in reserve"
    assert row.example.would_change == "Would have stayed at 100\u202fkg with one repetition less in set 3."


def test_the_persons_own_loads_are_shown() -> None:
    steps = dict(build(Settings(load_unit=LoadUnit.LB), shipped(), TODAY).steps)
    assert steps["Machine stack"] == "10, 20, 30\u202flb …"
    assert steps["Kettlebell"].startswith("9, 18, 26\u202flb")


def test_warm_ups_are_told_with_the_numbers_of_the_code() -> None:
    words = dict(build(Settings(), shipped(), TODAY).around)["Warm-up sets"]
    assert "45\u202f%, 65\u202f% and 85\u202f%" in words
    assert "25\u202f%" in words
    assert "20\u202fkg" in words
    assert "44\u202flb" in dict(build(Settings(load_unit=LoadUnit.LB), shipped(), TODAY).around)["Warm-up sets"]
