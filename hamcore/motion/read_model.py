"""The fitted length models and the segment lengths -> values and what is wrong with them."""

import csv
from collections.abc import Mapping
from dataclasses import fields

from hamcore.model.muscle import Belly
from hamcore.motion.muscle_length import RECOMMENDED, TWO_JOINT, LengthModel, LengthModels, Term
from hamcore.motion.records import Record
from hamcore.motion.segments import Segments
from hamcore.problems import Problem

HEADER = ["model", "belly", "i", "j", "c"]
LARGEST_EXPONENT = 4


def read_length_models(where: str, text: str) -> tuple[LengthModels, list[Problem]]:
    """The models of ``text`` (CSV with the columns model, belly, i, j, c; lines that begin with # are comments)."""
    problems: list[Problem] = []
    found: dict[str, dict[Belly, list[Term]]] = {}
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line and line[0] != "#"]
    if not lines or lines[0][1].split(",") != HEADER:
        problems.append(Problem(where, f"the first row must name the columns {', '.join(HEADER)}"))
        return LengthModels({}), problems
    for number, cells in zip(
        (number for number, _ in lines[1:]), csv.reader(line for _, line in lines[1:]), strict=True
    ):
        _read_row(where, number, cells, found, problems)
    problems += _gaps(where, found)
    models = {
        name: LengthModel({belly: tuple(terms) for belly, terms in bellies.items()}) for name, bellies in found.items()
    }
    return LengthModels(models), problems


def _read_row(
    where: str, number: int, cells: list[str], found: dict[str, dict[Belly, list[Term]]], problems: list[Problem]
) -> None:
    try:
        name, belly, i, j, c = cells[0], Belly(cells[1]), int(cells[2]), int(cells[3]), float(cells[4])
    except (IndexError, ValueError):
        message = "a row is a model, a belly's name, two whole exponents and a number"
        problems.append(Problem(where, message, line=number))
        return
    terms = found.setdefault(name, {}).setdefault(belly, [])
    if not (0 <= i <= LARGEST_EXPONENT and 0 <= j <= LARGEST_EXPONENT and i + j):
        problems.append(Problem(where, "exponents lie between 0 and 4 and are not both 0", line=number, column="i"))
    elif i and belly not in TWO_JOINT:
        problems.append(Problem(where, "the short head does not cross the hip; i must be 0", line=number, column="i"))
    elif any(term[:2] == (i, j) for term in terms):
        problems.append(Problem(where, "this pair of exponents is there twice", line=number, column="i"))
    else:
        terms.append((i, j, c))


def _gaps(where: str, found: Mapping[str, Mapping[Belly, object]]) -> list[Problem]:
    gaps = [] if RECOMMENDED in found else [Problem(where, f"the model {RECOMMENDED} is missing", column="model")]
    for name, bellies in found.items():
        gaps += [
            Problem(where, f"the model {name} has no {belly.value}", column="belly")
            for belly in Belly
            if belly not in bellies
        ]
    return gaps


def read_segments(where: str, values: Mapping[str, object]) -> tuple[Segments, list[Problem]]:
    """The segment lengths of one table, each a fraction between 0 and 1."""
    problems: list[Problem] = []
    record = Record(where, values, problems)
    lengths = {field.name: record.number(field.name) for field in fields(Segments)}
    for name, length in lengths.items():
        if name in values and not 0 < length < 1:
            record.report(name, "must lie between 0 and 1")
    record.refuse_the_rest()
    return Segments(**lengths), problems
