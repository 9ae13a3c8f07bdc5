"""A recommendation in words: one line of reason, and everything behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hamcore.catalog import Catalog
from hamcore.model.progression import RuleNote, Tag
from hamcore.rules.recommendation import Recommendation
from hamcore.screens.claim_rows import source_link
from hamcore.screens.coach_changes import ChangeWords, change_words
from hamcore.screens.coach_facts import fact_lines
from hamcore.screens.flip_words import flip_words
from hamcore.screens.reason_line import reason
from hamcore.screens.rule_figures import filled
from hamcore.units import LoadUnit

__all__ = ["ChangeWords", "Reasoning", "change_words", "reason", "reasoning"]

TAG_WORDS = {
    Tag.EVIDENCE: "Evidence",
    Tag.CONVENTION: "Convention",
    Tag.ARTICLE: "Source article",
    Tag.COMPUTED: "Computed",
}

UNKNOWN_WORDS: Mapping[str, str] = {
    "rir": "No reserve was noted for every set, so it is not held against them.",
    "plan": "Nothing is planned for this exercise, so there is no range to judge it by.",
    "load": "No load was logged, so none can be suggested.",
    "body_weight": "Your body weight is not known, so the step is judged without it.",
    "tempo": "No tempo was noted, so the lowering is taken as planned.",
}
"""What could not be known, and what was done about it."""


@dataclass(frozen=True, slots=True)
class Reasoning:
    """All that stands behind a recommendation.

    ``rule`` is its title, ``tag`` what it rests on, ``sources`` source ids, ``rests_on`` both in words. ``facts`` are
    one line for each workout the rule looked at. ``would_change`` is empty where nothing small would have led
    elsewhere.
    """

    line: str
    rule: str
    when: str
    then: str
    tag: Tag
    tag_words: str
    sources: tuple[str, ...]
    rests_on: str
    facts: tuple[str, ...]
    would_change: str
    unknown: tuple[str, ...]


def reasoning(rec: Recommendation, catalog: Catalog, unit: LoadUnit, today: date) -> Reasoning:
    """Everything behind ``rec``."""
    note = catalog.progression[rec.rule]
    return Reasoning(
        line=reason(rec, catalog, unit, today),
        rule=note.title,
        when=filled(note.when),
        then=filled(note.then),
        tag=note.tag,
        tag_words=TAG_WORDS[note.tag],
        sources=note.sources,
        rests_on=_rests_on(note, catalog),
        facts=fact_lines(rec.facts, unit, today),
        would_change=flip_words(rec, catalog, unit, today),
        unknown=tuple(UNKNOWN_WORDS[name] for name in rec.unknown),
    )


def _rests_on(note: RuleNote, catalog: Catalog) -> str:
    """The kind of ground with its sources: ``Convention (Suchomel 2021)``."""
    named = [source_link(catalog.sources[source]).words for source in note.sources if source in catalog.sources]
    return f"{TAG_WORDS[note.tag]} ({'; '.join(named)})" if named else TAG_WORDS[note.tag]
