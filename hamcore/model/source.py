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
    """A publication or page; ``title``, ``doi`` and ``pmid`` are empty where none was seen, ``year`` None if undated.

    ``strength`` is that of the weakest statement taken from it. ``verified`` says that its abstract, its page or two
    independent accounts of it were read; a definition may cite only a verified source.
    """

    source_id: str
    authors: str
    year: int | None
    title: str
    journal: str
    doi: str
    strength: Strength
    pmid: str = ""
    verified: bool = True
