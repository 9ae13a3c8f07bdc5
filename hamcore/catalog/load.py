"""Reading the folder of definitions as a whole."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from hamcore.catalog.checks import check
from hamcore.catalog.claims import claim, note
from hamcore.catalog.definitions import Catalog, index_names
from hamcore.catalog.exercises import OWN_KEYS, exercise, inheritable, stretch
from hamcore.catalog.fields import Fields
from hamcore.catalog.findings import finding_note
from hamcore.catalog.progression import rule_note, symptom_note
from hamcore.catalog.range_tests import range_test_note
from hamcore.catalog.records import muscle, routine, source
from hamcore.catalog.standards import load_standards
from hamcore.catalog.toml_file import read_table
from hamcore.model.muscle import Belly
from hamcore.model.stretching import RangeTestName
from hamcore.model.symptom import SymptomKind
from hamcore.problems import Problem
from hamcore.rules.finding import FindingId
from hamcore.rules.recommendation import RuleId

FOLDERS = (
    "claims",
    "exercises",
    "findings",
    "muscles",
    "notes",
    "progression",
    "range_tests",
    "routines",
    "sources",
    "stretches",
    "symptoms",
)
"""The folders of definitions; each holds one record per file, named after the record's id."""

_FIXED_IDS: Mapping[str, Iterable[str]] = {
    "findings": FindingId,
    "muscles": Belly,
    "progression": RuleId,
    "range_tests": RangeTestName,
    "symptoms": SymptomKind,
}
"""Folders whose records the code knows by name: one for each, and no other."""

_ID = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_SUFFIX = ".toml"

Record = TypeVar("Record")
Tables = Mapping[str, Mapping[str, object]]


def load_catalog(data_dir: Path) -> tuple[Catalog, list[Problem]]:
    """The definitions under ``data_dir``, and every problem with them, sorted by file.

    A record with a problem of its own is left out of the catalog, as is the table of meet lifts with any problem; one
    that fails only a check across records stays in. Shipped data have no problems.
    """
    problems: list[Problem] = []
    files = dict(_read(data_dir, problems))
    catalog, found = build_catalog(files)
    standards, faults = load_standards(data_dir)
    problems += faults
    return replace(catalog, standards=standards), sorted(
        problems + found, key=lambda problem: (problem.where, problem.line, problem.column)
    )


def build_catalog(files: Mapping[str, bytes]) -> tuple[Catalog, list[Problem]]:
    """The catalog from the contents of its files, by path such as ``exercises/nordic_curl.toml``."""
    problems: list[Problem] = []
    tables = {folder: _tables(folder, files, problems) for folder in FOLDERS}
    known = {folder: frozenset(_ids(folder, files)) for folder in FOLDERS}
    exercises = _records("exercises", tables, known, exercise, problems)
    muscles = _records("muscles", tables, known, muscle, problems)
    rules = _records("progression", tables, known, rule_note, problems)
    symptoms = _records("symptoms", tables, known, symptom_note, problems)
    range_tests = _records("range_tests", tables, known, range_test_note, problems)
    findings = _records("findings", tables, known, finding_note, problems)
    catalog = Catalog(
        exercises=exercises,
        stretches=_records("stretches", tables, known, stretch, problems),
        muscles={record.belly: record for record in muscles.values()},
        routines=_records("routines", tables, known, routine, problems),
        sources=_records("sources", tables, known, source, problems),
        ids_by_name=index_names(exercises),
        claims=_records("claims", tables, known, claim, problems),
        notes=_records("notes", tables, known, note, problems),
        progression={RuleId(rule_id): rules[rule_id] for rule_id in RuleId if rule_id in rules},
        findings={FindingId(key): findings[key] for key in FindingId if key in findings},
        range_tests={test: range_tests[test] for test in RangeTestName if test in range_tests},
        symptoms={record.kind: record for record in symptoms.values()},
    )
    unsound = frozenset(problem.where for problem in problems)
    return catalog, problems + check(catalog, unsound)


def _read(data_dir: Path, problems: list[Problem]) -> Iterator[tuple[str, bytes]]:
    for folder in FOLDERS:
        try:
            paths = sorted(path for path in (data_dir / folder).iterdir() if path.suffix == _SUFFIX)
        except OSError as error:
            problems.append(Problem(folder, f"cannot be read: {error.strerror}; the folder belongs to the program"))
            continue
        for path in paths:
            try:
                yield f"{folder}/{path.name}", path.read_bytes()
            except OSError as error:
                problems.append(Problem(f"{folder}/{path.name}", f"cannot be read: {error.strerror}"))


def _ids(folder: str, files: Mapping[str, bytes]) -> Iterator[str]:
    for where in files:
        if where.startswith(f"{folder}/"):
            yield where.removeprefix(f"{folder}/").removesuffix(_SUFFIX)


def _tables(folder: str, files: Mapping[str, bytes], problems: list[Problem]) -> Tables:
    """The tables of a folder by id; files that cannot be read or have no proper id are problems."""
    tables = {}
    ids = sorted(_ids(folder, files))
    if not ids:
        problems.append(Problem(folder, "has no definitions; at least one file is needed"))
    for record_id in ids:
        where = _where(folder, record_id)
        table, found = read_table(files[where], where)
        problems += found
        if _ID.fullmatch(record_id) is None:
            wanted = "the name of the file is the id: words of a-z and 0-9 joined by _, as in nordic_curl.toml"
            problems.append(Problem(where, f"has no proper name; {wanted}"))
        elif record_id not in set(_FIXED_IDS.get(folder, (record_id,))):
            problems.append(Problem(where, f"is none of {', '.join(_FIXED_IDS[folder])}; these are the files"))
        elif table is not None:
            tables[record_id] = table
    return tables


def _records(
    folder: str,
    tables: Mapping[str, Tables],
    known: Mapping[str, frozenset[str]],
    parse: Callable[[str, Fields], Record],
    problems: list[Problem],
) -> dict[str, Record]:
    records = {}
    for record_id, table in tables[folder].items():
        fields = _fields(table, _where(folder, record_id), known, tables[folder])
        record = parse(record_id, fields)
        problems += fields.finish()
        if fields.is_sound:
            records[record_id] = record
    return records


def _fields(table: Mapping[str, object], where: str, known: Mapping[str, frozenset[str]], tables: Tables) -> Fields:
    """The fields of ``table``; those of a variant rest on the table of the exercise it is a variant of."""
    base_id = table.get("variant_of")
    if not isinstance(base_id, str):
        return Fields(table, where, known)
    base = tables.get(base_id, {})
    if "variant_of" not in base:
        return Fields(table, where, known, inherited=inheritable(base), own=OWN_KEYS)
    fields = Fields(table, where, known, own=OWN_KEYS)
    fields.note("variant_of", f"names {base_id!r}, itself a variant; name the first member of the family")
    return fields


def _where(folder: str, record_id: str) -> str:
    return f"{folder}/{record_id}{_SUFFIX}"
