"""Claims as a page shows them: with badge, figure, people and sources, and never one side of a dispute alone."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hamcore.catalog import Catalog
from hamcore.model.claim import Claim
from hamcore.model.source import Source, Strength
from hamcore.screens.words import THIN, TIMES

STRENGTH_WORDS = {
    Strength.STRONG: "Strong evidence",
    Strength.MODERATE: "Moderate evidence",
    Strength.LIMITED: "Limited evidence",
    Strength.CONTESTED: "Contested",
    Strength.CONVENTION: "Convention",
}
STRENGTH_TAGS = {strength: words.split(" ")[0] for strength, words in STRENGTH_WORDS.items()}
"""The same in one word, for a badge beside a claim."""
BY_STRENGTH = {strength: place for place, strength in enumerate(Strength)}
"""The place of a claim among others: the best supported first, conventions last."""
DOI_PAGE = "https://doi.org/"


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A source in a few words; ``doi`` and ``address`` are empty where no DOI was seen."""

    source_id: str
    words: str
    doi: str
    address: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim. ``is_answer``: the other side of the dispute with the row before. ``strength_words`` is one word."""

    claim_id: str
    statement: str
    figure: str
    population: str
    caveat: str
    strength: Strength
    strength_words: str
    verified: bool
    is_answer: bool
    sources: tuple[SourceLink, ...]


def claim_rows(catalog: Catalog, claim_ids: Iterable[str], *, unverified: bool = False) -> tuple[ClaimRow, ...]:
    """The claims in order, each contested one followed at once by what contests it, none twice.

    Claims that are not verified are left out unless ``unverified``.
    """
    shown: dict[str, ClaimRow] = {}
    for claim in with_disputes(catalog, claim_ids):
        if claim.verified or unverified:
            is_answer = any(other in shown for other in claim.contested_with)
            shown.setdefault(claim.claim_id, _row(catalog, claim, is_answer=is_answer))
    return tuple(shown.values())


def with_disputes(catalog: Catalog, claim_ids: Iterable[str]) -> Iterator[Claim]:
    """The claims, each followed by those that contest it; some may come twice."""
    for claim_id in claim_ids:
        claim = catalog.claims.get(claim_id)
        if claim is None:
            continue
        yield claim
        yield from (catalog.claims[other] for other in claim.contested_with if other in catalog.claims)


def _row(catalog: Catalog, claim: Claim, *, is_answer: bool) -> ClaimRow:
    return ClaimRow(
        claim_id=claim.claim_id,
        statement=figures(claim.statement),
        figure=figures(claim.figure),
        population=figures(claim.population),
        caveat=figures(claim.caveat),
        strength=claim.strength,
        strength_words=STRENGTH_TAGS[claim.strength],
        verified=claim.verified,
        is_answer=is_answer,
        sources=tuple(source_link(catalog.sources[key]) for key in claim.sources if key in catalog.sources),
    )


def source_link(source: Source) -> SourceLink:
    """The first author with the year, or the title of what has no year, and the DOI."""
    first = source.authors.split(",")[0].split(" et al")[0]
    surname = first.rsplit(" ", 1)[0] if first.rsplit(" ", 1)[-1].isupper() else first
    words = f"{surname} {source.year}" if source.year else (source.title or source.journal)
    return SourceLink(source.source_id, words, source.doi, f"{DOI_PAGE}{source.doi}" if source.doi else "")


def figures(text: str) -> str:
    """A text with its numbers held together with their units and thousands.

    >>> figures("12 % of 3 groups"), figures("71 324 athletes")
    ('12\\u202f% of 3 groups', '71\\u202f324 athletes')
    """
    return _HELD.sub(THIN, text).replace(f" {TIMES} ", f"\N{NO-BREAK SPACE}{TIMES}\N{NO-BREAK SPACE}")


_HELD = re.compile(r"(?<=\d) (?=(?:%|(?:s|min|h|kg|lb|cm²?|N)\b|\d{3}\b))")
