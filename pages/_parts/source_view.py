"""How a source looks in the list of sources."""

from collections.abc import Iterable

from markupsafe import Markup

from hamcore.screens.sources import SourceRow
from pages._parts import learn_look, marks


def source_list(rows: Iterable[SourceRow]) -> Markup:
    """Sources as rows."""
    return Markup('<ul class="hc-source-list">{}</ul>').format(marks.joined(source(row) for row in rows))


def source(row: SourceRow) -> Markup:
    """Who, what, where, and what rests on it."""
    return Markup(
        '<li class="hc-claim"><div class="hc-claim-head"><b>{title}</b>{tag}</div>'
        '<p class="hc-found">{authors}</p><p class="hc-sources">{published}{doi}{pmid}</p>{supports}{used}</li>'
    ).format(
        title=row.title,
        tag=_tags(row),
        authors=row.authors,
        published=row.published,
        doi=Markup(" · ") + learn_look.doi(row.address, row.doi) if row.address else marks.NOTHING,
        pmid=f" · PubMed {row.pmid}" if row.pmid else "",
        supports=_supports(row),
        used=marks.quiet(row.used_by) if row.used_by else marks.NOTHING,
    )


def _tags(row: SourceRow) -> Markup:
    tag = learn_look.strength_tag(row.strength, row.strength_words)
    return tag if row.verified else tag + marks.state_tag(marks.Tone.LOOK, "help", "Not verified")


def _supports(row: SourceRow) -> Markup:
    if not row.supports:
        return marks.NOTHING
    words = f"Supports {len(row.supports)} {'claim' if len(row.supports) == 1 else 'claims'}"
    return Markup('<details class="hc-more hc-plain"><summary>{}</summary>{}</details>').format(
        words, learn_look.bullets(row.supports)
    )
