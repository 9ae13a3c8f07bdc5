"""The rules of progression in words: what a person can read about them."""

from dataclasses import dataclass
from enum import StrEnum


class Tag(StrEnum):
    """What a rule rests on; shown wherever the rule is named."""

    EVIDENCE = "evidence"
    """Studies or a guideline that rests on them."""
    CONVENTION = "convention"
    """What coaches and textbooks do; nobody has measured that it is best."""
    ARTICLE = "article"
    """What the source article says."""
    COMPUTED = "computed"
    """Arithmetic or a simulation of this project."""


@dataclass(frozen=True, slots=True)
class RuleNote:
    """One rule: when it decides, what follows, what it never does, what it rests on.

    The texts may name figures of the code in braces, as ``{layoff_days}``: they are filled in where they are shown, so
    that the words cannot disagree with the code.
    """

    rule_id: str
    title: str
    when: str
    then: str
    never: str
    tag: Tag
    sources: tuple[str, ...]
