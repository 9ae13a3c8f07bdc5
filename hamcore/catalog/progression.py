"""The rules of progression and the kinds of symptoms in words, from their tables, and the checks across them."""

import re
from collections.abc import Iterator, Mapping

from hamcore.catalog.definitions import Catalog
from hamcore.catalog.fields import Fields
from hamcore.model.claim import Note, NoteKind
from hamcore.model.progression import RuleNote, Tag
from hamcore.model.source import Source
from hamcore.model.symptom import SymptomKind, SymptomNote
from hamcore.problems import Problem
from hamcore.rules.recommendation import RuleId

LONGEST_TITLE = 60
_FIGURE = re.compile(r"\{([a-z_]+)\}")


def rule_note(rule_id: str, fields: Fields) -> RuleNote:
    """The rule in ``fields``; to be used only if they are sound and ``rule_id`` is a value of ``RuleId``."""
    return RuleNote(
        rule_id=rule_id,
        title=fields.text("title", longest=LONGEST_TITLE),
        when=figured(fields, "when"),
        then=figured(fields, "then"),
        never=figured(fields, "never"),
        tag=fields.choice("tag", Tag),
        sources=fields.ids("sources", "sources"),
    )


def symptom_note(kind: str, fields: Fields) -> SymptomNote:
    """The kind of symptom in ``fields``; to be used only if they are sound and ``kind`` is a ``SymptomKind``."""
    return SymptomNote(
        kind=SymptomKind(kind),
        title=fields.text("title", longest=LONGEST_TITLE),
        stops=fields.text("stops"),
        notes=fields.ids("notes", "notes"),
        signs=fields.texts("signs", default=()),
    )


def figures_in(text: str) -> frozenset[str]:
    """The figures a text names in braces.

    >>> sorted(figures_in("after {layoff_days} days or {reps}"))
    ['layoff_days', 'reps']
    """
    return frozenset(_FIGURE.findall(text))


def figured(fields: Fields, key: str) -> str:
    """A text whose braces name figures, as ``{layoff_days}``; any other brace is a problem."""
    text = fields.text(key)
    if "{" in _FIGURE.sub("", text) or "}" in _FIGURE.sub("", text):
        fields.note(key, "has a brace that names no figure; write figures as {layoff_days}")
    return text


def check_progression(catalog: Catalog, unsound: frozenset[str]) -> Iterator[Problem]:
    """Every rule and every kind of symptom is written down, on the strength of sources somebody looked at.

    ``unsound`` are the files whose own problems are known already; they are not missed as well.
    """
    wanted = [f"progression/{rule_id}.toml" for rule_id in RuleId if rule_id not in catalog.progression]
    wanted += [f"symptoms/{kind}.toml" for kind in SymptomKind if kind not in catalog.symptoms]
    for where in wanted:
        if where not in unsound:
            yield Problem(where, "is missing; each rule and each kind of symptom has its file")
    for rule in catalog.progression.values():
        yield from _citations(rule, catalog.sources)
    for symptom in catalog.symptoms.values():
        yield from _signs(symptom, catalog.notes)


def _citations(rule: RuleNote, sources: Mapping[str, Source]) -> Iterator[Problem]:
    for source_id in rule.sources:
        source = sources.get(source_id)
        if source and not source.verified:
            message = f"names {source_id!r}, which is not verified; cite a verified source"
            yield Problem(f"progression/{rule.rule_id}.toml", message, column="sources")


def _signs(symptom: SymptomNote, notes: Mapping[str, Note]) -> Iterator[Problem]:
    for note_id in symptom.notes:
        note = notes.get(note_id)
        if note and note.kind is not NoteKind.STOP:
            message = f"names {note_id!r}, a note of kind {note.kind}; signs stand in notes of kind stop"
            yield Problem(f"symptoms/{symptom.kind}.toml", message, column="notes")
