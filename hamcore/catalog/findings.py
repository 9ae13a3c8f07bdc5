"""The findings of the routine check in words, from their tables, and the checks across them."""

from collections.abc import Iterator

from hamcore.catalog.definitions import Catalog
from hamcore.catalog.fields import Fields
from hamcore.catalog.progression import LONGEST_TITLE, figured
from hamcore.model.finding_note import FindingNote
from hamcore.model.progression import Tag
from hamcore.problems import Problem
from hamcore.rules.finding import FIXES, FindingId


def finding_note(finding_id: str, fields: Fields) -> FindingNote:
    """The finding in ``fields``; to be used only if they are sound and ``finding_id`` is a value of ``FindingId``.

    A finding has a label for each of its fixes, and a source unless it is a convention, whose words then say so.
    """
    tag = fields.choice("tag", Tag)
    return FindingNote(
        finding_id=finding_id,
        title=fields.text("title", longest=LONGEST_TITLE),
        said=figured(fields, "said"),
        why=figured(fields, "why"),
        tag=tag,
        sources=fields.ids("sources", "sources", default=() if tag is Tag.CONVENTION else None),
        fixes=_labels(finding_id, fields),
    )


def _labels(finding_id: str, fields: Fields) -> dict[str, str]:
    names = FIXES.get(FindingId(finding_id), ()) if finding_id in set(FindingId) else ()
    if not names:
        return {}
    labels = fields.table("fixes")
    return {name: figured(labels, name) for name in names}


def check_findings(catalog: Catalog, unsound: frozenset[str]) -> Iterator[Problem]:
    """Every finding is written down, on the strength of sources somebody looked at.

    ``unsound`` are the files whose own problems are known already; they are not missed as well.
    """
    for finding_id in FindingId:
        where = f"findings/{finding_id}.toml"
        if finding_id not in catalog.findings and where not in unsound:
            yield Problem(where, "is missing; each finding has its file")
    for note in catalog.findings.values():
        for source_id in note.sources:
            source = catalog.sources.get(source_id)
            if source and not source.verified:
                message = f"names {source_id!r}, which is not verified; cite a verified source"
                yield Problem(f"findings/{note.finding_id}.toml", message, column="sources")
