"""The week of stretching with the checklist of one day, as the page's component is given it.

Plain JSON values only; every text is ready to be shown. The browser adds to this document what was ticked since, so
that a tick shows at once, and sends it until it is acknowledged.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Literal, TypedDict

from hamcore.rules.stretch_dose import DoseState
from hamcore.screens.guide_document import Ack, GuideNews, Refusal
from hamcore.screens.stretching import ChecklistRow, DayCell, LegBar, StretchingScreen
from hamcore.screens.words import day_words

_BEGIN = "Tick what you did, or let the guided session do it. Any past day can be filled in."


class CellDocument(TypedDict):
    """One day of the week: ISO ``day``, its ``letter`` and ``number``, its ``DayMark`` value, all of it in ``words``.

    ``open``: not in the future, so it can be chosen.
    """

    day: str
    letter: str
    number: str
    mark: str
    words: str
    today: bool
    chosen: bool
    open: bool


class LegDocument(TypedDict):
    """Still seconds of one leg; ``also`` what moved, empty for nothing."""

    label: str
    static_s: int
    words: str
    also: str


class RowDocument(TypedDict):
    """One stretch on the day: how much of it is done, and whether ticks are what can be taken off."""

    key: str
    name: str
    dose: str
    kind_words: str
    nerve: str
    planned: bool
    state: Literal["open", "part", "done"]
    state_words: str
    seconds_words: str
    ticked: bool
    closed: str


class ChecklistDocument(TypedDict):
    """The week and the day. ``earlier`` and ``later`` are the ISO days a week away; ``later`` is empty this week.

    ``scale_s`` is the end of the bars, ``marks`` the seconds that are marked on them with their words.
    """

    today: str
    day: str
    day_words: str
    title: str
    earlier: str
    later: str
    days_words: str
    cells: list[CellDocument]
    legs: list[LegDocument]
    marks: list[tuple[int, str]]
    scale_s: int
    mark_words: str
    due_words: str
    rows: list[RowDocument]
    acked: list[Ack]
    refused: list[Refusal]
    trouble: str


class ChecklistTap(TypedDict):
    """A ``tick`` or ``untick`` of a stretch on an ISO day. ``id`` is made in the browser."""

    id: str
    op: Literal["tick", "untick"]
    at: str
    day: str
    stretch: str


def checklist_document(view: StretchingScreen, news: GuideNews, today: date) -> ChecklistDocument:
    """The week and the day of ``view``, with what became of the ticks."""
    week = view.week
    start, later = week.days[0].day, view.day + timedelta(days=7)
    is_this_week = any(cell.is_today for cell in week.days)
    return {
        "today": today.isoformat(),
        "day": view.day.isoformat(),
        "day_words": view.day_words,
        "title": "This week" if is_this_week else f"Week of {day_words(start, today)}",
        "earlier": (view.day - timedelta(days=7)).isoformat(),
        "later": "" if is_this_week else min(later, today).isoformat(),
        "days_words": week.days_words,
        "cells": [_cell(cell) for cell in week.days],
        "legs": [_leg(leg) for leg in week.legs],
        "marks": [(seconds, f"{seconds // 60} min") for seconds in week.marks_s],
        "scale_s": week.scale_s,
        "mark_words": week.mark_words,
        "due_words": _BEGIN if view.is_empty else view.due_words,
        "rows": [_row(row) for row in view.rows],
        "acked": news["acked"],
        "refused": news["refused"],
        "trouble": news["trouble"],
    }


def day_of(sent: object, today: date) -> date:
    """The day the browser has on view (``sent`` is what it sent last); today for anything else.

    >>> day_of({"day": "2026-05-01"}, date(2026, 5, 4))
    datetime.date(2026, 5, 1)
    >>> day_of({"day": "2026-06-01"}, date(2026, 5, 4))
    datetime.date(2026, 5, 4)
    """
    asked: Any = sent.get("day") if isinstance(sent, Mapping) else None
    try:
        return min(date.fromisoformat(str(asked)), today)
    except ValueError:
        return today


def _cell(cell: DayCell) -> CellDocument:
    return {
        "day": cell.day.isoformat(),
        "letter": cell.letter,
        "number": str(cell.day.day),
        "mark": cell.mark.value,
        "words": cell.words,
        "today": cell.is_today,
        "chosen": cell.is_chosen,
        "open": cell.is_open,
    }


def _leg(leg: LegBar) -> LegDocument:
    return {"label": leg.label, "static_s": leg.static_s, "words": leg.words, "also": leg.also}


def _row(row: ChecklistRow) -> RowDocument:
    return {
        "key": row.key,
        "name": row.name,
        "dose": row.dose,
        "kind_words": row.kind_words,
        "nerve": row.nerve,
        "planned": row.is_planned,
        "state": row.state.value,
        "state_words": "" if row.state is DoseState.OPEN else row.state_words,
        "seconds_words": row.seconds_words,
        "ticked": row.is_ticked,
        "closed": row.closed,
    }
