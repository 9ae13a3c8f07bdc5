"""What only the Routine page draws: findings, bars, the days and functions, a week that is only looked at."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from markupsafe import Markup

from hamcore.model.exercise import Function
from hamcore.model.progression import Tag
from hamcore.screens.routine_compare import KIND_WORDS, Kind, Line
from hamcore.screens.routine_findings import FindingRow
from hamcore.screens.routine_week import Bar, Count, Difference, WeekNumbers
from hamcore.screens.wording import FUNCTION_WORDS, sets_number
from hamcore.sheet.content import SheetDay, SheetItem
from pages._parts import learn_look, marks
from pages._parts.look import apply_rules

_RULES = Path(__file__).with_suffix(".css")
_TAG_ICONS = {Tag.EVIDENCE: "verified", Tag.CONVENTION: "gavel", Tag.ARTICLE: "article", Tag.COMPUTED: "calculate"}
_KIND_TONES = {
    Kind.ADDED: (marks.Tone.GOOD, "add"),
    Kind.REMOVED: (marks.Tone.NEUTRAL, "remove"),
    Kind.CHANGED: (marks.Tone.LOOK, "edit"),
    Kind.MOVED: (marks.Tone.NEUTRAL, "arrow_forward"),
    Kind.ORDER: (marks.Tone.NEUTRAL, "swap_vert"),
}


def apply() -> None:
    """Put the rules into the page."""
    apply_rules(_RULES)


def about(*parts: Markup) -> Markup:
    """What there is to say about the routine shown, on one line where there is room."""
    return Markup('<div class="hc-about">{}</div>').format(marks.joined(parts))


def card(*parts: Markup) -> Markup:
    """A card without controls."""
    return Markup('<section class="hc-card">{}</section>').format(marks.stack(*parts))


def two_cards(left: Markup, right: Markup) -> Markup:
    """Two cards beside each other, as wide as the columns above them."""
    return Markup('<div class="hc-two-cards">{}{}</div>').format(left, right)


def halves(left: Markup, right: Markup) -> Markup:
    """Two parts of a card beside each other."""
    return Markup('<div class="hc-halves">{}{}</div>').format(left, right)


def part_title(symbol: str, words: str) -> Markup:
    """The title of a part of a card with its symbol."""
    return Markup('<h3 class="hc-part">{} {}</h3>').format(marks.icon(symbol), words)


def finding(row: FindingRow) -> Markup:
    """One finding: its state and the sentence; why it is said is behind one tap, without a message to the server."""
    tone, symbol = (marks.Tone.LOOK, "lightbulb") if row.is_look else (marks.Tone.GOOD, "check")
    return Markup(
        '<details class="hc-finding{asks}"><summary>{tag}<span class="hc-said-words">{said}</span>{more}</summary>'
        '<div class="hc-reason">{why}{rests}</div></details>'
    ).format(
        asks=" hc-asks" if row.is_look else "",
        tag=marks.state_tag(tone, symbol, row.title),
        said=row.said,
        more=marks.icon("expand_more"),
        why=marks.quiet(row.why),
        rests=_rests_on(row),
    )


def _rests_on(row: FindingRow) -> Markup:
    found = learn_look.sources(row.sources) if row.sources else marks.NOTHING
    return Markup('<div class="hc-tag-line"><span>{} {}</span>{}</div>').format(
        marks.icon(_TAG_ICONS[row.tag]), row.tag_words, found
    )


def details(summary: str, *parts: Markup) -> Markup:
    """Parts behind one tap, without a message to the server."""
    return Markup('<details class="hc-why"><summary>{}</summary><div>{}</div></details>').format(
        summary, marks.joined(parts)
    )


def bars(items: Iterable[Bar], *, long_names: bool = False) -> Markup:
    """Weighted sets as solid bars inside pale ones for every set, all on one scale, numbers at the right."""
    return Markup('<ul class="hc-bars{}">{}</ul>').format(
        " hc-wide" if long_names else "", marks.joined(map(_bar, items))
    )


def _bar(one: Bar) -> Markup:
    same = one.raw == one.weighted
    of_all = marks.NOTHING if same else Markup(" <small>of {}</small>").format(sets_number(one.raw))
    return Markup(
        '<li{colours}><span class="hc-name">{mark}{name}</span><span class="hc-bar">'
        '<span class="hc-all" style="width:{raw:.1f}%"></span><span style="width:{weighted:.1f}%"></span></span>'
        "<b>{number}{of_all}</b></li>"
    ).format(
        colours=Markup(' class="hc-{}"').format(one.function.value) if one.function else marks.NOTHING,
        mark=marks.function_mark(one.function, 11) if one.function else marks.NOTHING,
        name=one.name,
        raw=100 * one.raw_share,
        weighted=100 * one.weighted_share,
        number=sets_number(one.weighted),
        of_all=of_all,
    )


def counts(items: Iterable[Count]) -> Markup:
    """The three counting rules side by side."""
    cells = (
        Markup("<li{}><b>{}</b><span>{}</span><small>{}</small></li>").format(
            Markup(' class="hc-used"') if one.is_used else marks.NOTHING, one.total, one.rule, one.meaning
        )
        for one in items
    )
    return Markup('<ul class="hc-counts">{}</ul>').format(marks.joined(cells))


def differences(items: Sequence[Difference], rules: Sequence[Count]) -> Markup:
    """Why the three totals differ: the exercises whose sets do not count the same."""
    if not items:
        return marks.quiet("Every set of this week counts the same under all three.")
    heads = ", ".join(f"{one.rule.lower()} {{}}" for one in rules)
    rows = (
        marks.row(one.name, f"{heads.format(*one.counts)}. {one.reason}", before=marks.function_mark(one.function, 12))
        for one in items
    )
    return details("Why they differ", marks.rows(rows))


def week_grid(week: WeekNumbers) -> Markup:
    """Days and functions as a table, the minutes of each day under it."""
    head = marks.joined(Markup('<th scope="col">{}</th>').format(day) for day in week.days)
    body = marks.joined(_grid_row(row.function, row.cells, week.days) for row in week.grid)
    foot = marks.joined(Markup("<td>{}</td>").format(length.split("\u202f")[0]) for length in week.lengths)
    return Markup(
        '<table class="hc-grid"><colgroup><col></colgroup><thead><tr><td></td>{}</tr></thead><tbody>{}</tbody>'
        '<tfoot><tr><th scope="row">Minutes</th>{}</tr></tfoot></table>'
    ).format(head, body, foot)


def _grid_row(function: Function, cells: Sequence[int], days: Sequence[str]) -> Markup:
    row = marks.joined(
        Markup('<td class="hc-on">{}</td>').format(count)
        if count
        else Markup('<td aria-label="{}: none"></td>').format(day)
        for day, count in zip(days, cells, strict=True)
    )
    return Markup('<tr class="hc-on-{}"><th scope="row">{} {}</th>{}</tr>').format(
        function.value, marks.function_mark(function, 11), FUNCTION_WORDS[function], row
    )


def sides(hip: float, knee: float) -> Markup:
    """Hip and knee beside each other in one bar."""
    whole = hip + knee
    parts = ((Function.HIP_HINGE, hip), (Function.KNEE_FLEXION, knee))
    return Markup('<div class="hc-sides" aria-hidden="true">{}</div>').format(
        marks.joined(
            Markup('<span class="hc-on-{}" style="width:{:.1f}%"></span>').format(function.value, 100 * part / whole)
            for function, part in parts
            if part
        )
    )


def plain_lines(lines: Iterable[str]) -> Markup:
    """Short lines under each other."""
    return Markup('<ul class="hc-plain">{}</ul>').format(
        marks.joined(Markup("<li>{}</li>").format(line) for line in lines)
    )


def week(days: Iterable[SheetDay]) -> Markup:
    """A week to look at: seven columns, a list on a phone."""
    return Markup('<div class="hc-week">{}</div>').format(marks.joined(map(_week_day, days)))


def _week_day(day: SheetDay) -> Markup:
    cards = marks.joined(map(_week_card, day.items))
    rest = "" if day.items else " hc-rest"
    return Markup(
        '<section class="hc-week-day{}" aria-label="{}"><p><b>{}</b><small>{}</small></p>{}</section>'
    ).format(rest, day.label, day.short, day.amount, cards)


def _week_card(item: SheetItem) -> Markup:
    return Markup('<div class="hc-week-card hc-on-{}"><b>{}</b><span>{} {}</span></div>').format(
        item.function.value, item.short, marks.function_mark(item.function, 10), item.dose
    )


def changes(lines: Iterable[Line]) -> Markup:
    """Differences between two weeks."""
    return Markup('<ul class="hc-changes">{}</ul>').format(marks.joined(map(_change, lines)))


def _change(line: Line) -> Markup:
    tone, symbol = _KIND_TONES[line.kind]
    name = (
        Markup("{} <b>{}</b>").format(marks.function_mark(line.function, 11), line.name) if line.name else marks.NOTHING
    )
    before = Markup("<del>{}</del>").format(line.before) if line.before else marks.NOTHING
    after = Markup("<ins>{}</ins>").format(line.after) if line.after else marks.NOTHING
    return Markup('<li>{}<div><p class="hc-quiet">{}</p><p>{}</p><p class="hc-quiet">{} {}</p></div></li>').format(
        marks.state_tag(tone, symbol, KIND_WORDS[line.kind]), line.day, name, before, after
    )


def versus(numbers: Iterable[tuple[str, str, str]], before: str, after: str) -> Markup:
    """Numbers of two weeks beside each other; those that moved stand out."""
    body = marks.joined(
        Markup('<tr><th scope="row">{}</th><td>{}</td><td{}>{}</td></tr>').format(
            name, old, Markup(' class="hc-moved"') if old != new else marks.NOTHING, new
        )
        for name, old, new in numbers
    )
    return Markup(
        '<table class="hc-versus"><thead><tr><th></th><th scope="col">{}</th><th scope="col">{}</th></tr></thead>'
        "<tbody>{}</tbody></table>"
    ).format(before, after, body)
