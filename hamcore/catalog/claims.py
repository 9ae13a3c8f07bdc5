"""Claims and notes from their tables, and the checks across them."""

from collections.abc import Iterator, Mapping

from hamcore.catalog.fields import Fields
from hamcore.model.claim import Claim, Note, NoteKind, Topic
from hamcore.model.exercise import Function
from hamcore.model.muscle import Belly
from hamcore.model.source import Source, Strength
from hamcore.problems import Problem

LONGEST_STATEMENT = 160
"""Characters in a statement, a figure or a caveat: one line or two on a phone."""


def claim(claim_id: str, fields: Fields) -> Claim:
    """The claim in ``fields``; to be used only if they are sound."""
    return Claim(
        claim_id=claim_id,
        topic=fields.choice("topic", Topic),
        statement=fields.text("statement", longest=LONGEST_STATEMENT),
        strength=fields.choice("strength", Strength),
        sources=fields.ids("sources", "sources"),
        figure=fields.text("figure", default="", longest=LONGEST_STATEMENT),
        population=fields.text("population", default="", longest=LONGEST_STATEMENT),
        caveat=fields.text("caveat", default="", longest=LONGEST_STATEMENT),
        verified=fields.flag("verified"),
        contested_with=fields.ids("contested_with", "claims", default=()),
        bellies=fields.choices("bellies", Belly) if fields.has("bellies") else (),
        exercises=fields.ids("exercises", "exercises", default=()),
        stretches=fields.ids("stretches", "stretches", default=()),
        functions=fields.choices("functions", Function) if fields.has("functions") else (),
    )


def note(note_id: str, fields: Fields) -> Note:
    """The note in ``fields``; to be used only if they are sound."""
    return Note(
        note_id=note_id,
        kind=fields.choice("kind", NoteKind),
        order=fields.whole("order", 1, 99),
        title=fields.text("title"),
        words=fields.text("words"),
        claims=fields.ids("claims", "claims"),
        said=fields.text("said", default=""),
        lines=fields.texts("lines", default=()),
        functions=fields.choices("functions", Function) if fields.has("functions") else (),
    )


def check_claims(
    claims: Mapping[str, Claim], notes: Mapping[str, Note], sources: Mapping[str, Source]
) -> Iterator[Problem]:
    """Every problem that shows only when claims, notes and sources are looked at together."""
    for one in claims.values():
        yield from _pairs(one, claims)
        yield from _citations(one, sources)
    yield from _orders(notes)
    for note_ in notes.values():
        yield from _both_sides(note_, claims)


def _pairs(one: Claim, claims: Mapping[str, Claim]) -> Iterator[Problem]:
    """A claim that another one contests is marked contested, and so is the other: neither is ever shown alone."""
    where = f"claims/{one.claim_id}.toml"
    if one.claim_id in one.contested_with:
        yield Problem(where, "names the claim itself", column="contested_with")
    for other_id in one.contested_with:
        other = claims.get(other_id)
        if other and other is not one and one.claim_id not in other.contested_with:
            yield Problem(where, f"names {other_id!r}, whose record does not name it back", column="contested_with")
    if one.contested_with and one.strength is not Strength.CONTESTED:
        message = f"is {one.strength}, but another claim says otherwise; it must be contested"
        yield Problem(where, message, column="strength")


def _citations(one: Claim, sources: Mapping[str, Source]) -> Iterator[Problem]:
    """What is called verified rests on verified sources."""
    if not one.verified:
        return
    for source_id in one.sources:
        source = sources.get(source_id)
        if source and not source.verified:
            message = f"names {source_id!r}, which is not verified; cite a verified source or write verified = false"
            yield Problem(f"claims/{one.claim_id}.toml", message, column="sources")


def _orders(notes: Mapping[str, Note]) -> Iterator[Problem]:
    """No two notes of a kind want the same place."""
    taken: dict[tuple[NoteKind, int], str] = {}
    for one in notes.values():
        owner = taken.setdefault((one.kind, one.order), one.note_id)
        if owner != one.note_id:
            message = f"is {one.order}, as in {owner!r}; each note of a kind has its own place"
            yield Problem(f"notes/{one.note_id}.toml", message, column="order")


def _both_sides(one: Note, claims: Mapping[str, Claim]) -> Iterator[Problem]:
    """A note that leans on a contested claim names what contests it."""
    for claim_id in one.claims:
        for other_id in claims[claim_id].contested_with if claim_id in claims else ():
            if other_id not in one.claims:
                message = f"has {claim_id!r} without {other_id!r}, which says otherwise"
                yield Problem(f"notes/{one.note_id}.toml", message, column="claims")
