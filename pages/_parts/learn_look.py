"""What the Learn pages draw besides the shared marks: claim rows with their badge, lead texts, shares, note cards."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from markupsafe import Markup

from hamcore.model.exercise import Function
from hamcore.model.source import Strength
from hamcore.screens.belly import Share
from hamcore.screens.claim_rows import ClaimRow, SourceLink
from hamcore.screens.training_share import BellySets
from pages._parts import marks
from pages._parts.look import apply_rules

_RULES = Path(__file__).with_suffix(".css")
_LOOK = {
    Strength.STRONG: (marks.Tone.GOOD, "verified"),
    Strength.MODERATE: (marks.Tone.GOOD, "check"),
    Strength.LIMITED: (marks.Tone.NEUTRAL, "info"),
    Strength.CONTESTED: (marks.Tone.LOOK, "balance"),
    Strength.CONVENTION: (marks.Tone.NEUTRAL, "gavel"),
}


def apply() -> None:
    """Put the rules into the page."""
    apply_rules(_RULES)


def strength_tag(strength: Strength, words: str) -> Markup:
    """How well a claim is supported."""
    tone, symbol = _LOOK[strength]
    return marks.state_tag(tone, symbol, words)


def claim_list(rows: Iterable[ClaimRow]) -> Markup:
    """Claims as rows, the two sides of a dispute joined."""
    return Markup('<ul class="hc-claims">{}</ul>').format(marks.joined(claim(row) for row in rows))


def claim(row: ClaimRow) -> Markup:
    """One claim: statement and badge, then figure and people, caveat, sources."""
    return Markup(
        '<li class="hc-claim{joined}">{answer}<div class="hc-claim-head"><b>{statement}</b>{tag}</div>'
        "{found}{caveat}{sources}</li>"
    ).format(
        joined=" hc-answer" if row.is_answer else "",
        answer=Markup('<p class="hc-other-side">The other side</p>') if row.is_answer else marks.NOTHING,
        statement=row.statement,
        tag=_tags(row),
        found=_found(row),
        caveat=marks.quiet(row.caveat) if row.caveat else marks.NOTHING,
        sources=sources(row.sources),
    )


def _found(row: ClaimRow) -> Markup:
    """The figure, then in quiet the people it was found in."""
    if not row.figure and not row.population:
        return marks.NOTHING
    people = Markup("<span>{}</span>").format(_capital(row.population)) if row.population else marks.NOTHING
    return Markup('<p class="hc-found">{}{}{}</p>').format(_capital(row.figure), " " if row.figure else "", people)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _tags(row: ClaimRow) -> Markup:
    tag = strength_tag(row.strength, row.strength_words)
    return tag if row.verified else tag + marks.state_tag(marks.Tone.LOOK, "help", "Not verified")


def sources(links: Iterable[SourceLink]) -> Markup:
    """Sources in one line, each with its DOI as a link that opens beside the app."""
    return Markup('<p class="hc-sources">{}</p>').format(Markup(" · ").join(source(link) for link in links))


def source(link: SourceLink) -> Markup:
    """A source; the DOI is in sight and is the link."""
    if not link.address:
        return Markup("<span>{}</span>").format(link.words)
    return Markup("<span>{} {}</span>").format(link.words, doi(link.address, link.doi))


def doi(address: str, words: str) -> Markup:
    """A link to a publication; nothing is fetched before it is opened."""
    return Markup('<a href="{}" target="_blank" rel="noopener noreferrer">doi {}</a>').format(address, words)


def more(count: int, rows: Sequence[ClaimRow]) -> Markup:
    """Further claims behind one tap, without a message to the server."""
    words = f"{count} more {'claim' if count == 1 else 'claims'}"
    return Markup('<details class="hc-more"><summary>{}</summary>{}</details>').format(words, claim_list(rows))


def lead(parts: Sequence[str]) -> Markup:
    """A lead paragraph from plain and strong parts in turn."""
    return Markup('<p class="hc-lead">{}</p>').format(
        marks.joined(
            Markup("<b>{}</b>").format(part) if place % 2 else Markup("{}").format(part)
            for place, part in enumerate(parts)
        )
    )


def title(words: str) -> Markup:
    """The name of what was chosen, large."""
    return Markup('<h2 class="hc-heading hc-chosen">{}</h2>').format(words)


def small_title(words: str) -> Markup:
    """A heading inside a card, one level down."""
    return Markup('<h3 class="hc-part">{}</h3>').format(words)


def action_chips(actions: Iterable[tuple[Function, str]]) -> Markup:
    """What a belly does, in the colours of the functions that train it."""
    return Markup('<div class="hc-chips">{}</div>').format(
        marks.joined(marks.chip(one, words) for one, words in actions)
    )


def shares(parts: Sequence[Share]) -> Markup:
    """One bar of four parts, as wide as their shares, with the names and numbers below."""
    bar = marks.joined(
        Markup('<span class="{}" style="width:{:.1f}%"></span>').format(
            "hc-part-on" if part.is_chosen or not any(one.is_chosen for one in parts) else "", 100 * part.share
        )
        for part in parts
    )
    names = marks.joined(
        Markup("<li{}>{} <b>{}</b></li>").format(
            Markup(' class="hc-part-on"') if part.is_chosen else marks.NOTHING, part.name, part.words
        )
        for part in parts
    )
    return Markup('<div class="hc-shares" aria-hidden="true">{}</div><ul class="hc-share-names">{}</ul>').format(
        bar, names
    )


def belly_bars(bellies: Iterable[BellySets]) -> Markup:
    """Weighted sets a belly as bars on one scale, numbers in words at the right."""
    return Markup('<ul class="hc-bellies">{}</ul>').format(
        marks.joined(
            Markup(
                '<li><span>{}</span><span class="hc-belly-rail"><span style="width:{:.1f}%"></span></span>'
                "<b>{}</b></li>"
            ).format(one.name, 100 * one.share, one.words)
            for one in bellies
        )
    )


def said(words: str) -> Markup:
    """What the source article says."""
    return Markup('<p class="hc-said"><span>{} The article says</span> {}</p>').format(marks.icon("article"), words)


def bullets(lines: Iterable[str]) -> Markup:
    """Plain lines with a dot."""
    return Markup('<ul class="hc-bullets">{}</ul>').format(
        marks.joined(Markup("<li>{}</li>").format(line) for line in lines)
    )


def steps(lines: Iterable[str]) -> Markup:
    """Numbered lines."""
    return Markup('<ol class="hc-steps">{}</ol>').format(
        marks.joined(Markup("<li>{}</li>").format(line) for line in lines)
    )
