"""What the Sources page shows: every source with what rests on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from hamcore.catalog import Catalog, name_key, standards
from hamcore.model.source import Source, Strength
from hamcore.screens.claim_rows import DOI_PAGE, STRENGTH_TAGS, figures
from hamcore.screens.wording import listed
from hamcore.screens.words import count_words


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source. ``supports`` are the statements that rest on it, ``used_by`` what else cites it, both maybe empty."""

    source_id: str
    authors: str
    title: str
    published: str
    doi: str
    address: str
    pmid: str
    strength: Strength
    strength_words: str
    verified: bool
    supports: tuple[str, ...]
    used_by: str


@dataclass(frozen=True, slots=True)
class SourcesScreen:
    """The sources that fit the search."""

    summary: str
    rows: tuple[SourceRow, ...]


def build(
    catalog: Catalog, search: str = "", strengths: frozenset[Strength] = frozenset(), *, unverified: bool = False
) -> SourcesScreen:
    """The sources by first author, or those with every word of ``search`` in what is shown of them.

    Those that are not verified are left out unless ``unverified``.
    """
    rows = [_row(catalog, one) for one in catalog.sources.values() if one.verified or unverified]
    words = name_key(search).split()
    fit = [row for row in rows if all(word in _text(row) for word in words)]
    fit = [row for row in fit if not strengths or row.strength in strengths]
    summary = count_words(len(fit), "source") + ("" if len(fit) == len(rows) else f" of {len(rows)}")
    return SourcesScreen(f"{summary}.", tuple(sorted(fit, key=lambda row: name_key(row.authors))))


def _row(catalog: Catalog, one: Source) -> SourceRow:
    return SourceRow(
        source_id=one.source_id,
        authors=one.authors,
        title=one.title or one.journal,
        published=", ".join(part for part in (one.journal if one.title else "", str(one.year or "")) if part),
        doi=one.doi,
        address=f"{DOI_PAGE}{one.doi}" if one.doi else "",
        pmid=one.pmid,
        strength=one.strength,
        strength_words=STRENGTH_TAGS[one.strength],
        verified=one.verified,
        supports=tuple(
            figures(claim.statement)
            for claim in catalog.claims.values()
            if one.source_id in claim.sources and (claim.verified or not one.verified)
        ),
        used_by=_used_by(catalog, one.source_id),
    )


def _used_by(catalog: Catalog, source_id: str) -> str:
    """The definitions that cite a source, in a few words."""
    exercises = [one.short_name for one in catalog.exercises.values() if _cites(one.sources, source_id, one.variant_of)]
    counted = [one for one in catalog.exercises.values() if one.credits.source == source_id]
    stretches = [one.name for one in catalog.stretches.values() if source_id in one.sources]
    return ". ".join(_used(exercises, counted=len(counted), stretches=stretches, catalog=catalog, source_id=source_id))


def _used(
    exercises: list[str], *, counted: int, stretches: list[str], catalog: Catalog, source_id: str
) -> Iterator[str]:
    if exercises:
        rest = len(exercises) - 4
        names = listed([*exercises[:4], count_words(rest, "more exercise")] if rest > 1 else exercises)
        yield f"Exercises: {names}"
    if counted:
        yield f"Set credits of {count_words(counted, 'exercise')}"
    if stretches:
        yield f"Stretches: {listed(stretches)}"
    if any(source_id in muscle.sources for muscle in catalog.muscles.values()):
        yield "The four bellies on the drawing"
    rules = [note.title for note in catalog.progression.values() if source_id in note.sources]
    if rules:
        yield f"Suggested loads: {listed(rules)}"
    if any(source_id in routine.sources for routine in catalog.routines.values()):
        yield "The shipped routines"
    if any(source_id in note.sources for note in catalog.findings.values()):
        yield "The check of a routine"
    if source_id in standards.SOURCES:
        yield "Lifts: the deadlift among people who entered a meet"


def _cites(sources: tuple[str, ...], source_id: str, variant_of: str) -> bool:
    return source_id in sources and not variant_of


def _text(row: SourceRow) -> str:
    parts = (row.authors, row.title, row.published, row.doi, row.pmid, *row.supports, row.used_by)
    return name_key(" ".join(parts))
