"""What only the history draws: a month with a mark for each function, and one workout of a list."""

from pathlib import Path

from markupsafe import Markup

from hamcore.screens.history import CalendarDay, HistoryScreen, WorkoutLine
from hamcore.screens.wording import FUNCTION_WORDS
from pages._parts import marks
from pages._parts.look import apply_rules

_RULES = Path(__file__).with_suffix(".css")


def apply() -> None:
    """Put the rules into the page."""
    apply_rules(_RULES)


def month(view: HistoryScreen) -> Markup:
    """The month as a table, one row a week."""
    head = marks.joined(Markup('<th scope="col">{}</th>').format(day) for day in view.weekdays)
    body = marks.joined(Markup("<tr>{}</tr>").format(marks.joined(_day(day) for day in week)) for week in view.weeks)
    return Markup('<table class="hc-month" aria-label="{}"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>').format(
        view.title, head, body
    )


def _day(day: CalendarDay) -> Markup:
    if not day.number:
        return Markup("<td></td>")
    names = " ".join(name for name, holds in (("hc-trained", day.label), ("hc-today", day.is_today)) if holds)
    found = marks.joined(marks.function_mark(function, 9) for function in day.functions)
    said = Markup('<span class="hc-said">{}</span>').format(day.label) if day.label else marks.NOTHING
    return Markup('<td class="{}" title="{}">{}<div class="hc-marks">{}</div>{}</td>').format(
        names, day.label, day.number, found, said
    )


def legend(view: HistoryScreen) -> Markup:
    """The marks of the month with their words."""
    seen = {function for week in view.weeks for day in week for function in day.functions}
    entries = marks.joined(
        marks.labelled(marks.function_mark(function, 9), words)
        for function, words in FUNCTION_WORDS.items()
        if function in seen
    )
    return Markup('<div class="hc-legend-row">{}</div>').format(entries)


def workout(line: WorkoutLine) -> Markup:
    """One workout: its name, its day and what it holds, and the part of a note it was found by."""
    found = marks.joined(marks.function_mark(function, 10) for function in line.functions)
    note = marks.quiet(f"“{line.found}”") if line.found else marks.NOTHING
    return Markup('<div class="hc-workout"><b>{}</b><p class="hc-quiet">{}{} · {}</p>{}</div>').format(
        line.title, found, line.when, line.summary, note
    )
