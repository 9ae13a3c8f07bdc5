"""The check card of the Routine page: every finding in words, and the cards of the board it is about."""

from collections.abc import Iterable
from dataclasses import dataclass

from hamcore.catalog import Catalog
from hamcore.model.progression import Tag
from hamcore.model.routine import Routine
from hamcore.rules.finding import Finding, Fix, Tone
from hamcore.screens.board_document import Place
from hamcore.screens.claim_rows import SourceLink, source_link
from hamcore.screens.finding_words import finding_words


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding as the page shows it. ``label`` names its ``fix``; both are empty where it needs none."""

    finding_id: str
    is_look: bool
    title: str
    said: str
    why: str
    tag: Tag
    tag_words: str
    sources: tuple[SourceLink, ...]
    label: str
    fix: Fix | None


def finding_rows(found: Iterable[Finding], routine: Routine, catalog: Catalog) -> tuple[FindingRow, ...]:
    """The findings in words, in their order."""
    return tuple(_row(finding, routine, catalog) for finding in found)


def _row(finding: Finding, routine: Routine, catalog: Catalog) -> FindingRow:
    words = finding_words(finding, routine, catalog)
    return FindingRow(
        finding_id=words.finding_id,
        is_look=finding.tone is Tone.LOOK,
        title=words.title,
        said=words.said,
        why=words.why,
        tag=words.tag,
        tag_words=words.tag_words,
        sources=tuple(source_link(catalog.sources[key]) for key in words.sources if key in catalog.sources),
        label=words.fix,
        fix=finding.fix,
    )


def looks(found: Iterable[Finding], catalog: Catalog) -> dict[Place, str]:
    """What is worth a look about single cards, by weekday and position, in words."""
    said: dict[Place, list[str]] = {}
    for finding in found:
        if finding.tone is Tone.LOOK:
            for place in finding.where:
                if place.position is not None:
                    title = catalog.findings[finding.finding_id].title
                    said.setdefault((place.weekday, place.position), []).append(title)
    return {place: "; ".join(titles) for place, titles in said.items()}
