"""What a person chose to see on the Lifts page: exercises, days, view, unit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from hamcore.athlete import AthleteState
from hamcore.charts.plot import View
from hamcore.units import LoadUnit

PAIR = ("barbell_deadlift", "romanian_deadlift")
"""The two lifts the page opens with."""
PAIR_WORDS = "Deadlift + RDL"


class Span(StrEnum):
    """How far back the page looks; the values are what a person reads."""

    QUARTER = "3 mo"
    HALF = "6 mo"
    YEAR = "1 yr"
    ALL = "All"
    DATES = "Dates"


_DAYS = {Span.QUARTER: 91, Span.HALF: 182, Span.YEAR: 365}

SPAN_WORDS = {
    Span.QUARTER: "in 3 months",
    Span.HALF: "in 6 months",
    Span.YEAR: "in one year",
    Span.ALL: "since the first",
    Span.DATES: "in these days",
}
"""How a fact says its span."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The view of the page. ``dates`` (both inside) counts only for `Span.DATES`."""

    lifts: tuple[str, ...] = PAIR
    span: Span = Span.HALF
    view: View = View.E1RM
    unit: LoadUnit = LoadUnit.KG
    dates: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """The days shown, both ends inside, and how to say them."""

    first: date
    last: date
    words: str


def period(choice: Choice, first_logged: date | None, today: date) -> Period:
    """The days of ``choice``; all of them begin with the first session of the chosen lifts.

    >>> today = date(2026, 11, 24)
    >>> period(Choice(span=Span.QUARTER), None, today).first
    datetime.date(2026, 8, 25)
    """
    words = SPAN_WORDS[choice.span]
    if choice.span is Span.DATES and choice.dates:
        return Period(min(choice.dates), max(choice.dates), words)
    if choice.span in _DAYS:
        return Period(today - timedelta(days=_DAYS[choice.span]), today, words)
    return Period(min(first_logged or today, today - timedelta(days=28)), today, words)


@dataclass(frozen=True, slots=True)
class Offer:
    """One entry of the list of lifts: the words to choose it by and the exercise keys it stands for."""

    words: str
    lifts: tuple[str, ...]


def offers(state: AthleteState) -> list[Offer]:
    """The pair, then every logged exercise by how often it was logged; no two with the same words."""
    found = [Offer(PAIR_WORDS, PAIR)]
    taken = {PAIR_WORDS}
    for key in state.exercises():
        name = state.catalog.display_name(key)
        words = name if name not in taken else f"{name} (own name)"
        taken.add(words)
        found.append(Offer(words, (key,)))
    return found


def lifts_named(words: str | None, known: Sequence[Offer]) -> tuple[str, ...]:
    """The exercise keys behind the words of an offer; the pair for unknown words."""
    return next((offer.lifts for offer in known if offer.words == words), PAIR)
