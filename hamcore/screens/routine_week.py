"""What a week of a routine comes to: sets under three counting rules, days, minutes, spacing, balance."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hamcore.catalog import Catalog
from hamcore.dates import Weekday
from hamcore.model.exercise import CountingRule, Exercise, Function, LengthClass
from hamcore.model.muscle import Belly
from hamcore.model.routine import Routine
from hamcore.rules.routine_parts import LEAST_HOURS
from hamcore.rules.schedule import balance, gaps, hinge_days, minutes, week_grid, weekly
from hamcore.rules.volume import LOW_BELOW, TARGET_FROM, TARGET_TO, WeekBand, WeekCredits, band
from hamcore.screens.exercise_words import LENGTH_WORDS, RULE_WORDS, credit_reason
from hamcore.screens.wording import FUNCTION_WORDS, WEEKDAYS, sets_number
from hamcore.screens.words import THIN, count_words

BAND_WORDS: Mapping[WeekBand, str] = {
    WeekBand.LOW: f"weighted sets a week, under {LOW_BELOW}",
    WeekBand.BUILDING: f"weighted sets a week, on the way to {TARGET_FROM}–{TARGET_TO}",
    WeekBand.TARGET: f"weighted sets a week, inside {TARGET_FROM}–{TARGET_TO}",
    WeekBand.ABOVE: f"weighted sets a week, above {TARGET_FROM}–{TARGET_TO}",
}
RULE_MEANING: Mapping[CountingRule, str] = {
    CountingRule.RAW: "as the source article counts",
    CountingRule.WEIGHTED: "by how much the hamstrings do; the bands go by it",
    CountingRule.HALF_SYNERGIST: "as most training apps count",
}
_ORDER = (CountingRule.RAW, CountingRule.WEIGHTED, CountingRule.HALF_SYNERGIST)
BALANCE_NOTE = "No ratio of the two is known to be right. Both sides should be there."
BELLY_NOTE = "A set counts for every belly its exercise works, so these numbers do not add up."


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: weighted sets inside every set, both as a share of the longest bar of its card."""

    name: str
    function: Function | None
    raw: float
    weighted: float
    raw_share: float
    weighted_share: float


@dataclass(frozen=True, slots=True)
class Count:
    """The week under one counting rule."""

    rule: str
    total: str
    meaning: str
    is_used: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """An exercise that the rules count differently: its sets under each of them, in the order of the counts."""

    name: str
    function: Function
    counts: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class GridRow:
    """A function with its sets on the days of the week; stretches are counted in rounds. 0 is nothing."""

    function: Function
    cells: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WeekNumbers:
    """Everything the page says about the week in numbers; ``is_empty`` if it holds no exercise that counts.

    ``days`` are the short names of the weekdays in the person's order, ``lengths`` the minutes of each in words.
    """

    weighted: float
    band_words: str
    functions: tuple[Bar, ...]
    counts: tuple[Count, ...]
    differences: tuple[Difference, ...]
    lengths_of_muscle: tuple[Bar, ...]
    bellies: tuple[Bar, ...]
    days: tuple[str, ...]
    grid: tuple[GridRow, ...]
    lengths: tuple[str, ...]
    total_minutes: str
    spacing: tuple[str, ...]
    spacing_note: str
    hip: float
    knee: float
    balance_words: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the week counts for the hamstrings."""
        return not self.functions


def week_numbers(routine: Routine, catalog: Catalog, first: Weekday = Weekday.MONDAY) -> WeekNumbers:
    """The numbers of a routine; weeks begin on ``first``."""
    exercises = catalog.exercises
    counted = weekly(routine, exercises)
    order = [Weekday((first + offset) % 7) for offset in range(7)]
    weighted = counted[CountingRule.WEIGHTED].total
    sides = balance(routine, exercises)
    lengths = {day.weekday: minutes(day, exercises, catalog.stretches) for day in routine.days if day.items}
    return WeekNumbers(
        weighted=weighted,
        band_words=BAND_WORDS[band(weighted)],
        functions=_function_bars(counted),
        counts=tuple(
            Count(RULE_WORDS[rule], sets_number(counted[rule].total), RULE_MEANING[rule], rule is CountingRule.WEIGHTED)
            for rule in _ORDER
        ),
        differences=tuple(_differences(routine, exercises, catalog)),
        lengths_of_muscle=_length_bars(counted),
        bellies=_belly_bars(counted, catalog),
        days=tuple(WEEKDAYS[day][:3] for day in order),
        grid=_grid(routine, exercises, order),
        lengths=tuple(f"{lengths[day]}{THIN}min" if day in lengths else "" for day in order),
        total_minutes=f"{sum(lengths.values())}{THIN}min a week" if lengths else "",
        spacing=tuple(_spacing(routine, exercises)),
        spacing_note=_spacing_note(routine, exercises),
        hip=sides.hip,
        knee=sides.knee,
        balance_words=_balance_words(sides.hip, sides.knee),
    )


def _bar(name: str, function: Function | None, raw: float, weighted: float, longest: float) -> Bar:
    return Bar(name, function, raw, weighted, raw / longest if longest else 0.0, weighted / longest if longest else 0.0)


def _function_bars(counted: Mapping[CountingRule, WeekCredits]) -> tuple[Bar, ...]:
    raw, weighted = counted[CountingRule.RAW].by_function, counted[CountingRule.WEIGHTED].by_function
    longest = max((*raw.values(), *weighted.values()), default=0.0)
    both = [function for function in Function if function in raw or function in weighted]
    return tuple(
        _bar(FUNCTION_WORDS[function], function, raw.get(function, 0.0), weighted.get(function, 0.0), longest)
        for function in both
    )


def _length_bars(counted: Mapping[CountingRule, WeekCredits]) -> tuple[Bar, ...]:
    raw, weighted = counted[CountingRule.RAW].by_length, counted[CountingRule.WEIGHTED].by_length
    longest = max((*raw.values(), *weighted.values()), default=0.0)
    return tuple(
        _bar(LENGTH_WORDS[one], None, raw.get(one, 0.0), weighted.get(one, 0.0), longest)
        for one in LengthClass
        if one is not LengthClass.NONE or raw.get(one)
    )


def _belly_bars(counted: Mapping[CountingRule, WeekCredits], catalog: Catalog) -> tuple[Bar, ...]:
    raw, weighted = counted[CountingRule.RAW].by_belly, counted[CountingRule.WEIGHTED].by_belly
    longest = max((*raw.values(), *weighted.values()), default=0.0)
    names = {belly: muscle.name for belly, muscle in catalog.muscles.items()}
    return tuple(
        _bar(names.get(belly, belly.value), None, raw.get(belly, 0.0), weighted.get(belly, 0.0), longest)
        for belly in Belly
    )


def _differences(routine: Routine, exercises: Mapping[str, Exercise], catalog: Catalog) -> Iterator[Difference]:
    """The exercises that make the three totals differ, in the order of the week."""
    sets: dict[str, int] = {}
    for _, slot in routine.slots():
        sets[slot.exercise_id] = sets.get(slot.exercise_id, 0) + slot.prescription.sets
    for key, count in sets.items():
        exercise = exercises.get(key)
        each = [exercise.credits.under(rule) for rule in _ORDER] if exercise else []
        if exercise and len(set(each)) > 1:
            counts = tuple(sets_number(count * credit) for credit in each)
            yield Difference(catalog.display_name(key), exercise.function, counts, credit_reason(exercise))


def _grid(routine: Routine, exercises: Mapping[str, Exercise], order: list[Weekday]) -> tuple[GridRow, ...]:
    found = week_grid(routine, exercises)
    return tuple(GridRow(function, tuple(cells[day] for day in order)) for function, cells in found.items())


def _spacing(routine: Routine, exercises: Mapping[str, Exercise]) -> Iterator[str]:
    for gap in gaps(hinge_days(routine, exercises)):
        if gap.start is gap.end:
            yield f"{WEEKDAYS[gap.start]} alone: a week in between"
        else:
            yield f"{WEEKDAYS[gap.start]} to {WEEKDAYS[gap.end]}: {gap.hours}{THIN}h"


def _spacing_note(routine: Routine, exercises: Mapping[str, Exercise]) -> str:
    if not hinge_days(routine, exercises):
        return "No heavy hinge in this week."
    return f"Coaches leave about {LEAST_HOURS}{THIN}h between heavy hinges, by custom."


def _balance_words(hip: float, knee: float) -> str:
    if not hip and not knee:
        return "Nothing to weigh up yet."
    return f"{count_sets(hip)} at the hip, {count_sets(knee)} at the knee. {BALANCE_NOTE}"


def count_sets(weighted: float) -> str:
    """Weighted sets with their noun.

    >>> count_sets(1.0), count_sets(4.5)
    ('1 weighted set', '4.5 weighted sets')
    """
    return count_words(1, "weighted set") if weighted == 1 else f"{sets_number(weighted)} weighted sets"
