"""What the Lifts page shows: the chosen lifts with their charts, four facts, and the rows behind them."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO

from hamcore.athlete import AthleteState
from hamcore.charts.plot import View
from hamcore.frames import ROW_COLUMNS, SetRow, row_values
from hamcore.interchange.own import guard
from hamcore.model.log import LoggedSet
from hamcore.rules.strength import confidence, e1rm
from hamcore.screens.lift_card import LiftCard, lift_card
from hamcore.screens.lift_choice import Choice, Period, period
from hamcore.screens.lift_facts import Fact, facts
from hamcore.units import LoadUnit

_LEGEND = {
    View.E1RM: (
        ("line", "trend"),
        ("band", "seven formulas"),
        ("dot", "session"),
        ("gem", "record"),
    ),
    View.LOAD: (("soft", "working set"), ("solid", "session's best"), ("gem", "heaviest so far")),
}


@dataclass(frozen=True, slots=True)
class LiftsScreen:
    """The Lifts page, decided. ``legend`` is (mark, words) of everything drawn; no cards for an empty log."""

    cards: tuple[LiftCard, ...]
    legend: tuple[tuple[str, str], ...]
    facts: tuple[Fact, ...]
    period: Period


def build(state: AthleteState, choice: Choice, today: date) -> LiftsScreen:
    """The page for a choice, from a refreshed state."""
    days = period(choice, _first_day(state, choice.lifts), today)
    if not state.log.sets:
        return LiftsScreen((), (), (), days)
    cards = tuple(lift_card(state, key, choice, days, today) for key in choice.lifts)
    views = {card.plot.view for card in cards if card.plot}
    legend = dict.fromkeys(item for view in View if view in views for item in _LEGEND[view])
    return LiftsScreen(cards, tuple(legend), facts(state, cards, days, today), days)


def rows(screen: LiftsScreen) -> list[SetRow]:
    """Every working set that is drawn, newest first, with its e1RM and how much that may be trusted."""
    found = [
        SetRow(exposure.day, card.name, number, entry, *_estimate(entry, card))
        for card in screen.cards
        if card.plot
        for exposure in card.plot.shown.exposures
        for number, entry in enumerate(exposure.sets, start=1)
    ]
    return sorted(found, key=lambda row: (-row.day.toordinal(), row.exercise, row.number))


def rows_csv(found: Sequence[SetRow], unit: LoadUnit) -> bytes:
    """The rows as CSV in UTF-8, every text guarded against being taken for a formula."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.format(unit) for column in ROW_COLUMNS])
    for row in found:
        writer.writerow([guard(cell) if isinstance(cell, str) else cell for cell in row_values(row, unit)])
    return out.getvalue().encode()


def _estimate(entry: LoggedSet, card: LiftCard) -> tuple[float | None, str]:
    """The e1RM of a set in kilograms and its confidence; none for an exercise that has no e1RM."""
    if card.state is None or card.plot is None or entry.reps is None:
        return None, ""
    value = e1rm(entry.load_kg, entry.reps, entry.rir, card.plot.shown.formula)
    return value, confidence(entry.reps, entry.rir).value if value else ""


def _first_day(state: AthleteState, lifts: Sequence[str]) -> date | None:
    return min((state.history(key).exposures[0].day for key in lifts if state.history(key).exposures), default=None)
