"""What the check of a routine finds, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from hamcore.model.progression import Tag


@dataclass(frozen=True, slots=True)
class FindingNote:
    """One kind of finding: its title, what is said of a routine, why, what it rests on, the label of each of its fixes.

    The texts may name figures in braces: ``said`` the numbers of the finding, ``days`` and ``items``; the labels of
    ``fixes`` (by the name of the fix) what the fix is about; and all of them figures of the code. They are filled in
    where they are shown, so that the words cannot disagree with the code.
    """

    finding_id: str
    title: str
    said: str
    why: str
    tag: Tag
    sources: tuple[str, ...]
    fixes: Mapping[str, str]
