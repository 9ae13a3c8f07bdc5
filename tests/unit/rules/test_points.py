"""Points formulas against values that were published or computed elsewhere."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.model.settings import Sex
from hamcore.rules.points import Event, Event2019, dots, ipf_2019, ipf_gl, wilks, wilks_2020

VALUES = Path(__file__).parents[2] / "fixtures" / "tables" / "strength_points_test_values.csv"
ROWS = list(csv.DictReader(VALUES.read_text(encoding="utf-8").splitlines()))
PLAIN: dict[str, Callable[[Sex, float, float], float]] = {"wilks": wilks, "wilks2020": wilks_2020, "dots": dots}


def points(formula: str, sex: Sex, body_weight_kg: float, load_kg: float) -> float:
    if formula in PLAIN:
        return PLAIN[formula](sex, body_weight_kg, load_kg)
    if formula.startswith("ipf_gl_"):
        return ipf_gl(sex, body_weight_kg, load_kg, Event(formula.removeprefix("ipf_gl_")))
    return ipf_2019(sex, body_weight_kg, load_kg, Event2019(formula.removeprefix("ipf2019_")))


def test_all_values_are_there() -> None:
    assert len(ROWS) == 86
    assert {row["formula"] for row in ROWS} > {"wilks", "wilks2020", "dots", "ipf_gl_raw_sbd"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['formula']}-{row['sex']}-{row['bodyweight_kg']}")
def test_a_known_value_is_met_to_its_last_digit(row: dict[str, str]) -> None:
    found = points(row["formula"], Sex(row["sex"]), float(row["bodyweight_kg"]), float(row["lifted_kg"]))
    digits = len(row["value"].partition(".")[2])
    assert found == pytest.approx(float(row["value"]), abs=max(0.5000001 * 10**-digits, 1e-12))


@pytest.mark.parametrize(
    ("formula", "sex", "end", "beyond"),
    [
        (wilks, Sex.MALE, 40, 39),
        (wilks, Sex.MALE, 201.9, 202),
        (wilks, Sex.FEMALE, 26.51, 26),
        (wilks, Sex.FEMALE, 154.53, 155),
        (wilks_2020, Sex.MALE, 40, 39),
        (wilks_2020, Sex.MALE, 200.95, 201),
        (wilks_2020, Sex.FEMALE, 40, 39),
        (wilks_2020, Sex.FEMALE, 150.95, 151),
        (dots, Sex.MALE, 40, 39),
        (dots, Sex.MALE, 210, 211),
        (dots, Sex.FEMALE, 40, 39),
        (dots, Sex.FEMALE, 150, 151),
    ],
)
def test_a_body_weight_beyond_the_formula_takes_its_end(
    formula: Callable[[Sex, float, float], float], sex: Sex, end: float, beyond: float
) -> None:
    inside = end + (1 if beyond < end else -1)
    assert formula(sex, beyond, 100) == formula(sex, end, 100)
    assert formula(sex, inside, 100) != formula(sex, end, 100)


def test_gl_points_begin_at_thirty_five_kilograms() -> None:
    assert ipf_gl(Sex.MALE, 34.99, 100) == 0
    assert ipf_gl(Sex.MALE, 35, 100) > 0


def test_the_points_of_2019_never_fall_below_nothing() -> None:
    assert ipf_2019(Sex.MALE, 100, 1) == 0


@given(
    formula=st.sampled_from([wilks, wilks_2020, dots, ipf_gl]),
    sex=st.sampled_from(Sex),
    weight=st.floats(35, 300),
    load=st.floats(1, 500),
    more=st.floats(0.1, 100),
)
def test_more_load_is_more_points(
    formula: Callable[[Sex, float, float], float], sex: Sex, weight: float, load: float, more: float
) -> None:
    assert 0 < formula(sex, weight, load) < formula(sex, weight, load + more)
