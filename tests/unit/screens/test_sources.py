import pytest

from hamcore.model.source import Strength
from hamcore.screens import sources
from tests.unit.demo_state import shipped


def test_every_verified_source_is_listed_with_what_rests_on_it() -> None:
    view = sources.build(shipped())

    assert {row.source_id for row in view.rows} == {key for key, one in shipped().sources.items() if one.verified}
    assert all(row.supports or row.used_by for row in view.rows)
    assert view.summary == f"{len(view.rows)} sources."


def test_what_is_not_verified_is_listed_when_asked_for_and_marked() -> None:
    extra = [row for row in sources.build(shipped(), unverified=True).rows if not row.verified]

    assert {row.source_id for row in extra} == {key for key, one in shipped().sources.items() if not one.verified}
    assert all(row.supports for row in extra)


def test_sources_are_in_the_order_of_their_authors() -> None:
    authors = [row.authors.casefold() for row in sources.build(shipped()).rows]

    assert authors == sorted(authors)


@pytest.mark.parametrize(
    ("words", "source_id"),
    [("maeo long", "maeo_2021"), ("10.1136/bjsports-2018-100045", "van_dyk_2019"), ("half a set", "pelland_2025")],
)
def test_the_search_looks_at_authors_titles_doi_and_claims(words: str, source_id: str) -> None:
    view = sources.build(shipped(), words)

    assert source_id in {row.source_id for row in view.rows}
    assert len(view.rows) < 5
    assert view.summary.endswith(f" of {len(sources.build(shipped()).rows)}.")


def test_a_strength_keeps_only_its_sources() -> None:
    rows = sources.build(shipped(), strengths=frozenset([Strength.CONTESTED])).rows

    assert {row.strength for row in rows} == {Strength.CONTESTED}


def test_a_search_without_a_hit_is_empty() -> None:
    assert sources.build(shipped(), "zebra").rows == ()
