"""The table of meet deadlifts from its two CSV files, and what is wrong with them."""

import csv
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from math import isfinite
from pathlib import Path
from typing import TypeVar

from hamcore.model.settings import Sex
from hamcore.problems import Problem
from hamcore.rules.standards import PERCENTILES, STEP_KG, Basis, StandardRow, Standards

LOADS_FILE = "tables/deadlift_standards.csv"
AGES_FILE = "tables/deadlift_age_factors.csv"
SOURCES = ("openpowerlifting", "points_formulas")
"""What the comparison rests on: the source of both tables, and that of the points beside it."""
LOADS_HEADER = ("basis", "sex", "bodyweight_kg", "n", *(f"p{percent}" for percent in PERCENTILES))
AGES_HEADER = ("sex", "age", "n", "factor_p50")
FEWEST_LIFTERS = 200
"""Loads of fewer lifters say too little about a percentile at the end."""
LOAD_KG = (20.0, 510.0)
AGES = range(14, 81)
REFERENCE_AGES = range(24, 32)
FACTOR = (0.3, 1.05)

Row = TypeVar("Row")


def load_standards(data_dir: Path) -> tuple[Standards | None, list[Problem]]:
    """The table below ``data_dir`` and every problem with it; None with any problem, as then it must not be shown."""
    problems: list[Problem] = []
    texts = {name: _text(data_dir / name, name, problems) for name in (LOADS_FILE, AGES_FILE)}
    return read_standards(texts[LOADS_FILE], texts[AGES_FILE]) if not problems else (None, problems)


def read_standards(loads: str, ages: str) -> tuple[Standards | None, list[Problem]]:
    """The table from the texts of its two files; None with any problem."""
    problems: list[Problem] = []
    rows: dict[tuple[Basis, Sex], list[StandardRow]] = {}
    for basis, sex, row in _rows(LOADS_FILE, loads, LOADS_HEADER, _load_row, problems):
        rows.setdefault((basis, sex), []).append(row)
    factors: dict[Sex, dict[int, float]] = {}
    for sex, age, factor in _rows(AGES_FILE, ages, AGES_HEADER, _age_row, problems):
        factors.setdefault(sex, {})[age] = factor
    if not problems:
        problems = [*_check_loads(rows), *_check_ages(factors)]
    return (None, problems) if problems else (Standards(rows, factors), [])


def _text(path: Path, name: str, problems: list[Problem]) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        problems.append(Problem(name, f"is missing or no text: {error}; the file belongs to the program"))
        return ""


def _rows(
    where: str, text: str, header: tuple[str, ...], parse: Callable[[list[str]], Row], problems: list[Problem]
) -> Iterator[Row]:
    lines = csv.reader(text.splitlines())
    if tuple(next(lines, [])) != header:
        problems.append(Problem(where, f"the first row must name the columns {', '.join(header)}", line=1))
        return
    for number, cells in enumerate(lines, 2):
        try:
            if len(cells) != len(header):
                raise ValueError(f"has {len(cells)} cells; {len(header)} are needed")
            yield parse(cells)
        except ValueError as error:
            problems.append(Problem(where, str(error), line=number))


def _load_row(cells: list[str]) -> tuple[Basis, Sex, StandardRow]:
    loads = tuple(float(cell) for cell in cells[4:])
    lowest, highest = LOAD_KG
    if not all(lowest <= load <= highest for load in loads):
        raise ValueError(f"has a load outside {lowest:g} to {highest:g} kg")
    if any(after <= before for before, after in pairwise(loads)):
        raise ValueError("has loads that do not rise from percentile to percentile")
    lifters, weight = int(cells[3]), float(cells[2])
    if lifters < FEWEST_LIFTERS:
        raise ValueError(f"rests on {lifters} lifters; at least {FEWEST_LIFTERS} are needed")
    if not isfinite(weight) or weight <= 0:
        raise ValueError(f"has the body weight {cells[2]}; kilograms above 0 are needed")
    return Basis(cells[0]), Sex(cells[1]), StandardRow(weight, lifters, loads)


def _age_row(cells: list[str]) -> tuple[Sex, int, float]:
    factor = float(cells[3])
    lowest, highest = FACTOR
    if not lowest <= factor <= highest:
        raise ValueError(f"has the factor {factor:g}; allowed is {lowest:g} to {highest:g}")
    return Sex(cells[0]), int(cells[1]), factor


def _check_loads(rows: Mapping[tuple[Basis, Sex], list[StandardRow]]) -> Iterator[Problem]:
    """Each basis and sex is there, its body weights are in steps, and no column falls as body weight rises."""
    for basis in Basis:
        for sex in Sex:
            own = rows.get((basis, sex), [])
            name = f"{basis}, {sex}"
            if len(own) < 2:
                yield Problem(LOADS_FILE, f"{name} has {len(own)} rows; at least two are needed")
            for lighter, heavier in pairwise(own):
                if heavier.body_weight_kg - lighter.body_weight_kg != STEP_KG:
                    message = f"{name}: {heavier.body_weight_kg:g} kg follows {lighter.body_weight_kg:g} kg"
                    yield Problem(LOADS_FILE, f"{message}; rows are {STEP_KG:g} kg apart", column="bodyweight_kg")
                if any(b < a for a, b in zip(lighter.loads_kg, heavier.loads_kg, strict=True)):
                    yield Problem(LOADS_FILE, f"{name}: a column falls at {heavier.body_weight_kg:g} kg")


def _check_ages(factors: Mapping[Sex, Mapping[int, float]]) -> Iterator[Problem]:
    """Each age is there once for both sexes, and the factors are 1 where they are meant to be."""
    for sex in Sex:
        own = factors.get(sex, {})
        if sorted(own) != list(AGES):
            yield Problem(AGES_FILE, f"{sex} must have every age from {AGES[0]} to {AGES[-1]}", column="age")
        elif any(abs(own[age] - 1) > 0.012 for age in REFERENCE_AGES):
            message = f"{sex} must be near 1 from {REFERENCE_AGES[0]} to {REFERENCE_AGES[-1]} years"
            yield Problem(AGES_FILE, message, column="factor_p50")
