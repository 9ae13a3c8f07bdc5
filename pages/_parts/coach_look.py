"""What the page on suggested loads draws: rules with their tag, words and worked example."""

from collections.abc import Iterable
from pathlib import Path

from markupsafe import Markup

from hamcore.model.progression import Tag
from hamcore.screens.coach import RuleRow
from hamcore.screens.rule_examples import Example
from pages._parts import learn_look, marks
from pages._parts.look import apply_rules

_RULES = Path(__file__).with_suffix(".css")
_LOOK = {
    Tag.EVIDENCE: (marks.Tone.GOOD, "verified"),
    Tag.CONVENTION: (marks.Tone.NEUTRAL, "gavel"),
    Tag.ARTICLE: (marks.Tone.NEUTRAL, "article"),
    Tag.COMPUTED: (marks.Tone.NEUTRAL, "calculate"),
}


def apply() -> None:
    """Put the rules into the page."""
    learn_look.apply()
    apply_rules(_RULES)


def tag(kind: Tag, words: str) -> Markup:
    """What a rule rests on."""
    tone, symbol = _LOOK[kind]
    return marks.state_tag(tone, symbol, words)


def tags(items: Iterable[tuple[Tag, str, str]]) -> Markup:
    """The tags with what they mean."""
    lines = (Markup("<li>{}<span>{}</span></li>").format(tag(kind, name), words) for kind, name, words in items)
    return Markup('<ul class="hc-tags">{}</ul>').format(marks.joined(lines))


def rules(rows: Iterable[RuleRow]) -> Markup:
    """Rules one under the other, in order."""
    return Markup('<ul class="hc-rules">{}</ul>').format(marks.joined(rule(row) for row in rows))


def rule(row: RuleRow) -> Markup:
    """One rule: number, title, tag, words and sources beside its example."""
    parts = (("When", row.when), ("Then", row.then), ("Never", row.never))
    return Markup(
        '<li class="hc-rule"><span class="hc-round">{number}</span><div class="hc-rule-words">'
        '<div class="hc-rule-head"><h3 class="hc-rule-title">{title}</h3>{tag}</div>'
        '<dl class="hc-rule-parts">{parts}</dl>{sources}</div>{example}</li>'
    ).format(
        number=row.number,
        title=row.title,
        tag=tag(row.tag, row.tag_words),
        parts=marks.joined(Markup("<dt>{}</dt><dd>{}</dd>").format(name, words) for name, words in parts),
        sources=learn_look.sources(row.sources),
        example=example(row.example),
    )


def example(one: Example) -> Markup:
    """A worked example in a well: what was done, what is suggested, why, what would have changed it."""
    facts = marks.joined(marks.quiet(fact) for fact in one.facts)
    change = marks.quiet(one.would_change) if one.would_change else marks.NOTHING
    return Markup(
        '<div class="hc-example"><p class="hc-over">Example</p><b>{}</b>{}'
        '<p class="hc-target">{}<span>{}</span></p><p class="hc-why">{}</p>{}</div>'
    ).format(
        one.title, facts or marks.quiet("Nothing logged."), marks.icon("arrow_forward"), one.target, one.line, change
    )
