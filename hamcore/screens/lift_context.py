"""The deadlift among people who entered a powerlifting meet: a band and its limits in words, never a level."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from hamcore.athlete import AthleteState
from hamcore.model.settings import EARLIEST_BIRTH, Settings, Sex
from hamcore.problems import Problem
from hamcore.rules.exposures import CURRENT_DAYS
from hamcore.rules.points import dots
from hamcore.rules.standards import (
    ADULT,
    ESTIMATE_SHARE,
    PERCENTILES,
    Band,
    Basis,
    StandardRow,
    age_factor,
    age_surely_reached,
    estimate_band,
    may_compare,
    row_at,
)
from hamcore.screens import words
from hamcore.screens.settings import entry_of, parse
from hamcore.screens.wording import estimate_words, load_in, percent
from hamcore.units import Load, LoadUnit, from_kg

LIFT = "barbell_deadlift"
"""The only lift there is a table for."""
HEADING = "Where this would sit among people who entered a powerlifting meet"
BASIS_WORDS = {Basis.FIRST_MEET: "First meet", Basis.BEST: "Best ever"}
SEX_WORDS = {Sex.FEMALE: "Women's table", Sex.MALE: "Men's table"}
CREDIT = "This page uses data from the OpenPowerlifting project, openpowerlifting.org, given to the public domain."
OFFER = (
    "If you want to, your deadlift can be set beside those of people who entered a meet. It asks which table to use "
    "and your body weight; the year of birth is optional. Most people who lift never enter a meet, so the comparison "
    "says little about the gym. It is for people of 18 and over."
)
KEPT = (
    "All of it is kept with your settings. Table and year of birth are used for this comparison alone; the body weight "
    "is the one you can change in Settings."
)
ABOUT = (
    "They chose the sport and trained for a day, without supportive suits (raw). People who lift and never compete are "
    "not in the table, and no open data that stand for them were found. Calibrated bars, judged at lockout, no straps, "
    "often after cutting weight for a class; conventional and sumo deadlifts are not told apart. About 7 in 10 entered "
    "a drug-tested category, which does not say that a test took place. About half have one meet only, and the table "
    "of the best ever favours those who came back. The data end in August 2024, and what is lifted at meets has been "
    "rising over the years."
)
"""What to know about the group."""
_COMPETITORS = (
    "They are competitors: most people who lift never enter a meet, so a low place here is not a low one in the gym."
)
_BELOW = "Below the range of this group. That is usual for someone who does not compete; your own trend says more."
_GROUPS = {
    Basis.FIRST_MEET: "deadlifts of a first meet by raw lifters",
    Basis.BEST: "best deadlifts ever of raw lifters who competed",
}
_PAD = 0.06
"""Room at both ends of the scale, as a share of it."""


class ContextState(StrEnum):
    """What the card can show."""

    OFF = "off"
    """Nobody asked for it, or the body weight is missing."""
    TOO_YOUNG = "too_young"
    NO_ESTIMATE = "no_estimate"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Tick:
    """A percentile on the scale: where (0 to 100), and the load there in words."""

    percentile: int
    load: str
    at: float


@dataclass(frozen=True, slots=True)
class Scale:
    """The table's row as a scale with the estimate's range on it, all from 0 to 100; ``words`` reads it aloud."""

    ticks: tuple[Tick, ...]
    start: float
    end: float
    words: str
    caption: str


@dataclass(frozen=True, slots=True)
class ContextCard:
    """The card, decided. ``value`` is the band in words with ``value_words`` behind it; ``points`` come second."""

    state: ContextState
    value: str = ""
    value_words: str = ""
    lines: tuple[str, ...] = ()
    scale: Scale | None = None
    points: str = ""


def context_card(state: AthleteState, basis: Basis, unit: LoadUnit, today: date) -> ContextCard | None:
    """The card for the current deadlift; None if the table cannot be read."""
    table, settings = state.catalog.standards, state.settings
    if table is None:
        return None
    weight = state.body_weight_on(today)
    birth = settings.birth_year
    if birth is not None and not may_compare(age_surely_reached(birth, today.year)):
        return ContextCard(ContextState.TOO_YOUNG, lines=(_too_young(birth),))
    if settings.sex is None or weight is None:
        return ContextCard(ContextState.OFF, lines=(OFFER,))
    current = state.history(LIFT).current(today)
    if current is None:
        line = f"There is no estimate of a deadlift in the last {CURRENT_DAYS} days to place."
        return ContextCard(ContextState.NO_ESTIMATE, lines=(line,))
    age = None if birth is None else today.year - birth
    row = row_at(table, basis, settings.sex, weight.kg)
    placed = _Placed(basis, settings.sex, weight, current.kg, current.kg / age_factor(table, settings.sex, age), age)
    return _shown(row, placed, unit)


def _too_young(birth_year: int) -> str:
    first = birth_year + ADULT + 1
    return f"This comparison is for people of {ADULT} and over; with this year of birth that is sure from {first} on."


def band_short(found: Band) -> str:
    """A band as a card's number, with the word percentile to follow.

    >>> band_short(Band(10, 25)), band_short(Band(None, 10))
    ('10th–25th', 'Below the 10th')
    """
    if found.low is None:
        return f"Below the {found.high}th"
    return f"Above the {found.low}th" if found.high is None else f"{found.low}th–{found.high}th"


class _Placed(NamedTuple):
    """What is placed: the estimate, and what it is compared as once age is allowed for; both in kilograms."""

    basis: Basis
    sex: Sex
    weight: Load
    load_kg: float
    compared_kg: float
    age: int | None


def _shown(row: StandardRow, placed: _Placed, unit: LoadUnit) -> ContextCard:
    is_below = placed.compared_kg < row.loads_kg[0]
    found = estimate_band(row, placed.compared_kg)
    band, value = band_words(found), "Below the range" if is_below else band_short(found)
    behind = "of this group" if is_below else "percentile of this group"
    first = _place(row, placed, unit, "is below the range" if is_below else f"falls {band}")
    lines = (first, _BELOW if is_below else _COMPETITORS, *_notes(row, placed, unit))
    return ContextCard(ContextState.SHOWN, value, behind, lines, _scale(row, placed, unit), _points(placed))


def _place(row: StandardRow, placed: _Placed, unit: LoadUnit, place: str) -> str:
    weight, load = load_in(placed.weight, unit), estimate_words(placed.load_kg, unit)
    if placed.age is not None:
        load = f"{load}, which is {estimate_words(placed.compared_kg, unit)} adjusted for age,"
    people = "men" if placed.sex is Sex.MALE else "women"
    near = f"{from_kg(2.5, unit):.1f}{words.THIN}{unit}"
    source = f"OpenPowerlifting, 2015 to August 2024, {words.number_words(row.lifters)} {people} within {near}"
    return f"At a body weight of {weight}, about {load} {place} of {_GROUPS[placed.basis]}, aged 20–39 ({source})."


def _notes(row: StandardRow, placed: _Placed, unit: LoadUnit) -> list[str]:
    """What to know about this one number."""
    spread = percent(ESTIMATE_SHARE)
    notes = [f"Your figure is an estimate from repetitions, about ±{spread}, so it is read as a band."]
    if placed.age is not None:
        notes.append("Adjusted for age by a cross-section of competitors, which is no forecast for one person.")
    if row.body_weight_kg != placed.weight.kg:
        notes.append(f"The table ends at a body weight of {estimate_words(row.body_weight_kg, unit)}, which was used.")
    return notes


def band_words(found: Band) -> str:
    """A band in words.

    >>> band_words(Band(10, 25)), band_words(Band(None, 10)), band_words(Band(95, None))
    ('between the 10th and the 25th percentile', 'below the 10th percentile', 'above the 95th percentile')
    """
    if found.low is None:
        return f"below the {found.high}th percentile"
    if found.high is None:
        return f"above the {found.low}th percentile"
    return f"between the {found.low}th and the {found.high}th percentile"


def _points(placed: _Placed) -> str:
    """DOTS of the deadlift alone, with what it is worth."""
    doubt = "" if placed.sex is Sex.MALE else f" Among women it favours some body weights by up to 15{words.THIN}%."
    return (
        f"DOTS of the deadlift alone: {dots(placed.sex, placed.weight.kg, placed.load_kg):.0f}. The formula was made "
        f"for the total of three lifts, so this compares with other deadlifts only.{doubt}"
    )


def _scale(row: StandardRow, placed: _Placed, unit: LoadUnit) -> Scale:
    """The row from a little below the 5th to a little above the 99th percentile, wider if the estimate lies outside."""
    low_kg, high_kg = (placed.compared_kg * (1 + share) for share in (-ESTIMATE_SHARE, ESTIMATE_SHARE))
    first, last = min(row.loads_kg[0], low_kg), max(row.loads_kg[-1], high_kg)
    pad = _PAD * (last - first)

    def at(kg: float) -> float:
        return round(100 * (kg - first + pad) / (last - first + 2 * pad), 2)

    pairs = zip(PERCENTILES, row.loads_kg, strict=True)
    ticks = tuple(Tick(percentile, f"{from_kg(kg, unit):.0f}", at(kg)) for percentile, kg in pairs)
    told = ", ".join(f"{tick.percentile}th {tick.load}" for tick in ticks)
    adjusted = "" if placed.age is None else ", adjusted for age"
    caption = f"Loads in {unit}; p25 is what 25 of 100 in this group did not reach. Marked: your estimate{adjusted}."
    ends = f"{from_kg(low_kg, unit):.0f} to {from_kg(high_kg, unit):.0f}"
    return Scale(
        ticks, at(low_kg), at(high_kg), f"Percentiles in {unit}: {told}. Your estimate{adjusted}: {ends}.", caption
    )


def chosen(
    state: AthleteState, sex: Sex | None, birth_year: int | None, body_weight: str, today: date
) -> tuple[Settings | None, list[Problem]]:
    """The settings with what was answered, or None and what is wrong (``column`` names the answer).

    An empty body weight keeps the one that is known.
    """
    problems = []
    if sex is None:
        problems.append(_problem("sex", "Choose which table to compare with."))
    if birth_year is not None and not EARLIEST_BIRTH <= birth_year <= today.year:
        message = f"{birth_year} is no year of birth from {EARLIEST_BIRTH} to {today.year}; it may stay empty."
        problems.append(_problem("birth_year", message))
    values: Settings | None = state.settings
    if body_weight.strip():
        values, found = parse(replace(entry_of(state.settings), body_weight=body_weight), state.routines)
        problems += found
    elif state.body_weight_on(today) is None:
        problems.append(_problem("body_weight", "Type your body weight, for example 82.5 or 180 lb."))
    if problems or values is None:
        return None, problems
    return replace(values, sex=sex, birth_year=birth_year), []


def _problem(answer: str, message: str) -> Problem:
    return Problem("context", message, column=answer)


def withdrawn(settings: Settings) -> Settings:
    """The settings without what was answered for the comparison alone; the body weight stays."""
    return replace(settings, sex=None, birth_year=None)
