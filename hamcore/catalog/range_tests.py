"""The range tests in words, from their tables, and the checks across them."""

from collections.abc import Iterator

from hamcore.catalog.definitions import Catalog
from hamcore.catalog.fields import Fields
from hamcore.catalog.progression import LONGEST_TITLE
from hamcore.model.range_test_note import RangeTestNote
from hamcore.model.stretching import RangeTestName, RangeUnit, unit_of
from hamcore.problems import Problem


def range_test_note(test: str, fields: Fields) -> RangeTestNote:
    """The range test in ``fields``; to be used only if they are sound and ``test`` is a ``RangeTestName``."""
    note = RangeTestNote(
        test=RangeTestName(test) if test in set(RangeTestName) else RangeTestName.STRAIGHT_LEG_RAISE,
        title=fields.text("title", longest=LONGEST_TITLE),
        measures=fields.text("measures"),
        needs=fields.text("needs"),
        how_to=fields.texts("how_to"),
        honest=fields.texts("honest"),
        zero_point=fields.text("zero_point", default=""),
        norms=fields.text("norms", default=""),
        stop_signs=fields.texts("stop_signs"),
        note=fields.text("note", default=""),
        sources=fields.ids("sources", "sources"),
    )
    if bool(note.zero_point) is not (unit_of(note.test) is RangeUnit.CM):
        fields.note("zero_point", "belongs to the test that is read in centimetres, and to no other")
    return note


def check_range_tests(catalog: Catalog, unsound: frozenset[str]) -> Iterator[Problem]:
    """Every range test is written down, on the strength of sources somebody looked at.

    ``unsound`` are the files whose own problems are known already; they are not missed as well.
    """
    for test in RangeTestName:
        where = f"range_tests/{test}.toml"
        if test not in catalog.range_tests and where not in unsound:
            yield Problem(where, "is missing; each range test has its file")
    for note in catalog.range_tests.values():
        for source_id in note.sources:
            source = catalog.sources.get(source_id)
            if source and not source.verified:
                message = f"names {source_id!r}, which is not verified; cite a verified source"
                yield Problem(f"range_tests/{note.test}.toml", message, column="sources")
