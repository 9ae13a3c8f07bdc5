"""Why it matters: the source article's reasons answered by claims, or the claims that a person asked for."""

from collections.abc import Iterator
from dataclasses import dataclass

from hamcore.catalog import Catalog
from hamcore.catalog.names import name_key
from hamcore.model.claim import Claim, Note, NoteKind, Topic
from hamcore.model.source import Strength
from hamcore.screens.claim_rows import BY_STRENGTH, ClaimRow, claim_rows, figures, with_disputes
from hamcore.screens.words import count_words

TOPIC_WORDS = {
    Topic.ANATOMY: "Anatomy",
    Topic.INJURY: "Strains",
    Topic.PERFORMANCE: "Sprint and power",
    Topic.KNEE: "Knee",
    Topic.BACK: "Back and posture",
    Topic.EXERCISES: "Exercises",
    Topic.TRAINING: "Sets and effort",
    Topic.FLEXIBILITY: "Flexibility",
    Topic.STRENGTH_ESTIMATE: "Strength estimates",
    Topic.SAFETY: "Safety",
}
FIRST_ROWS = 3
"""Claims of a note that are in sight; the others open with one tap."""


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """What a person asked for: topics and strengths (none: all), words, and whether unverified claims are shown."""

    topics: frozenset[Topic] = frozenset()
    strengths: frozenset[Strength] = frozenset()
    search: str = ""
    unverified: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it asks for nothing in particular."""
        return not (self.topics or self.strengths or self.search.strip())


@dataclass(frozen=True, slots=True)
class NoteCard:
    """A note with its claims: ``rows`` in sight, ``more`` behind one tap."""

    note_id: str
    title: str
    said: str
    words: str
    lines: tuple[str, ...]
    rows: tuple[ClaimRow, ...]
    more: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class TopicGroup:
    """Claims of one topic."""

    title: str
    rows: tuple[ClaimRow, ...]


@dataclass(frozen=True, slots=True)
class ClaimsPanel:
    """``reasons``, ``everyday`` and ``unknown`` when nothing is asked for, else ``found``; ``summary`` counts."""

    summary: str
    reasons: tuple[NoteCard, ...]
    everyday: tuple[NoteCard, ...]
    unknown: tuple[NoteCard, ...]
    found: tuple[TopicGroup, ...]


def claims_panel(catalog: Catalog, asked: ClaimFilter) -> ClaimsPanel:
    """The panel for what was asked."""
    if asked.is_open:
        return _panel(catalog, asked)
    found = _found(catalog, asked)
    count = sum(len(group.rows) for group in found)
    return ClaimsPanel(f"{count_words(count, 'claim')} found.", (), (), (), found)


def _panel(catalog: Catalog, asked: ClaimFilter) -> ClaimsPanel:
    reasons = [*notes_of(catalog, NoteKind.REASON), *notes_of(catalog, NoteKind.BENEFIT)]
    known = [one for one in catalog.claims.values() if one.verified or asked.unverified]
    cited = {key for one in known for key in one.sources}
    return ClaimsPanel(
        summary=f"{count_words(len(known), 'claim')} from {count_words(len(cited), 'source')}.",
        reasons=tuple(_card(catalog, one, unverified=asked.unverified) for one in reasons),
        everyday=tuple(_card(catalog, one) for one in notes_of(catalog, NoteKind.EVERYDAY)),
        unknown=tuple(_card(catalog, one) for one in notes_of(catalog, NoteKind.UNKNOWN)),
        found=(),
    )


def notes_of(catalog: Catalog, kind: NoteKind) -> list[Note]:
    """The notes of a kind in their order."""
    return sorted((one for one in catalog.notes.values() if one.kind is kind), key=lambda one: one.order)


def _card(catalog: Catalog, one: Note, *, unverified: bool = False) -> NoteCard:
    rows = claim_rows(catalog, one.claims, unverified=unverified)
    cut = FIRST_ROWS
    while cut < len(rows) and rows[cut].is_answer:
        cut += 1
    return NoteCard(one.note_id, one.title, one.said, figures(one.words), one.lines, rows[:cut], rows[cut:])


def _found(catalog: Catalog, asked: ClaimFilter) -> tuple[TopicGroup, ...]:
    """The claims asked for by topic; what contests one of them comes with it, whatever else was asked."""
    by_strength = sorted(catalog.claims.items(), key=lambda item: BY_STRENGTH[item[1].strength])
    hits = [key for key, one in by_strength if _matches(catalog, one, asked)]
    shown = {row.claim_id: row for row in claim_rows(catalog, hits, unverified=asked.unverified)}
    groups = []
    for topic in Topic:
        rows = tuple(row for key, row in shown.items() if catalog.claims[key].topic is topic)
        if rows:
            groups.append(TopicGroup(TOPIC_WORDS[topic], rows))
    return tuple(groups)


def _matches(catalog: Catalog, one: Claim, asked: ClaimFilter) -> bool:
    if asked.topics and one.topic not in asked.topics:
        return False
    if asked.strengths and one.strength not in asked.strengths:
        return False
    text = name_key(" ".join(_searched(catalog, one)))
    return all(word in text for word in name_key(asked.search).split())


def _searched(catalog: Catalog, one: Claim) -> Iterator[str]:
    yield from (one.statement, one.figure, one.population, one.caveat)
    for key in one.sources:
        source = catalog.sources.get(key)
        if source:
            yield from (source.authors, str(source.year or ""), source.title, source.journal, source.doi)
    yield from (catalog.display_name(key) for key in one.exercises)


def shown_ids(panel: ClaimsPanel) -> list[str]:
    """The ids of all claims a panel shows, in order."""
    cards = (*panel.reasons, *panel.everyday, *panel.unknown)
    rows = [row for card in cards for row in (*card.rows, *card.more)]
    return [row.claim_id for row in (*rows, *(row for group in panel.found for row in group.rows))]


def is_fair(catalog: Catalog, panel: ClaimsPanel) -> bool:
    """Whether no dispute is shown from one side only."""
    shown = set(shown_ids(panel))
    return all(one.claim_id in shown for one in with_disputes(catalog, shown))
