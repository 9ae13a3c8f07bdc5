"""Whatever a file holds, reading it ends in problems and never in an exception."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hamcore.catalog.claims import claim, note
from hamcore.catalog.exercises import exercise, stretch
from hamcore.catalog.fields import Fields
from hamcore.catalog.findings import finding_note
from hamcore.catalog.load import FOLDERS
from hamcore.catalog.progression import rule_note, symptom_note
from hamcore.catalog.range_tests import range_test_note
from hamcore.catalog.records import muscle, routine, source
from hamcore.model.muscle import Belly
from tests.unit.catalog.sample import FILES, problems_with

OPTIONAL = {
    "days",
    "items",
    "exercise",
    "superset",
    "technique",
    "doi",
    "pmid",
    "credit",
    "alternatives",
    "easier",
    "harder",
    "level",
    "fixes",
}
OPTIONAL |= {"population", "caveat", "bellies", "stretches", "functions", "said", "lines", "signs"}
KEYS = sorted(
    OPTIONAL | {line.split(" = ")[0] for text in FILES.values() for line in text.splitlines() if " = " in line}
)
WORDS = st.sampled_from(["hip_hinge", "barbell", "checked", "rdl", "", " ", "x" * 400, "10.1234/x", "monday"])
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.dates(), WORDS, st.text(max_size=5)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.sampled_from(KEYS), inner, max_size=6)),
    max_leaves=8,
)
TABLES = st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=12)
PARSERS: dict[str, Callable[[Fields], object]] = {
    "exercises": lambda fields: exercise("x", fields),
    "stretches": lambda fields: stretch("x", fields),
    "muscles": lambda fields: muscle(Belly.SEMITENDINOSUS, fields),
    "routines": lambda fields: routine("x", fields),
    "sources": lambda fields: source("x", fields),
    "claims": lambda fields: claim("x", fields),
    "notes": lambda fields: note("x", fields),
    "findings": lambda fields: finding_note("short_rest", fields),
    "progression": lambda fields: rule_note("x", fields),
    "range_tests": lambda fields: range_test_note("sit_and_reach", fields),
    "symptoms": lambda fields: symptom_note("red_flag", fields),
}


def test_the_keys_tried_are_those_of_real_records() -> None:
    assert {"prescription", "credits", "hold_s", "pcsa_share", "weekday", "strength", "variant_of"} < set(KEYS)
    assert set(PARSERS) == set(FOLDERS)


@pytest.mark.parametrize("folder", PARSERS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(table=TABLES, inherited=TABLES)
def test_any_table_is_a_record_or_has_problems(
    folder: str, table: dict[str, object], inherited: dict[str, object]
) -> None:
    for fields in (Fields(table, "here", {}), Fields(table, "here", {}, inherited=inherited, own=frozenset())):
        assert PARSERS[folder](fields) is not None
        problems = fields.finish()
        assert all(problem.message and problem.where == "here" for problem in problems)
        assert not (problems and fields.is_sound)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=60))
def test_any_bytes_in_a_file_are_reported(content: bytes) -> None:
    problems = problems_with({"stretches/fold.toml": content})
    assert problems
    assert {problem.where for problem in problems} == {"stretches/fold.toml"}
