"""Where a statement comes from, and how sure it is."""

from dataclasses import dataclass
from enum import StrEnum


class Strength(StrEnum):
    """How well a statement is supported; shown as a badge next to it."""

    STRONG = "strong"
    MODERATE = "moderate"
    LIMITED = "limited"
    CONTESTED = "contested"
    CONVENTION = "convention"


class RuleTag(StrEnum):
    """Where a rule comes from; shown next to what the rule says."""

    EVIDENCE = "evidence"
    CONVENTION = "convention"
    ARTICLE = "article"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class Source:
    """A publication or page. ``doi`` is empty where none was seen; ``year`` is None where the source is undated."""

    source_id: str
    authors: str
    year: int | None
    title: str
    journal: str
    doi: str
    strength: Strength
