"""What differs between two weeks: versions of a routine, or a routine and a template."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from hamcore.catalog import Catalog
from hamcore.dates import Weekday
from hamcore.model.exercise import Function
from hamcore.model.routine import Routine, RoutineDay, Slot, StretchSlot
from hamcore.rules.finding import Tone
from hamcore.rules.routine_check import check
from hamcore.rules.schedule import minutes, weighted_sets
from hamcore.screens.exercise_words import tempo_words
from hamcore.screens.routine_edit import item_name
from hamcore.screens.wording import WEEKDAYS, sets_number
from hamcore.screens.words import SET_TYPE_WORDS, THIN, TIMES, prescription_words, range_words


class Kind(StrEnum):
    """What happened to a line of the week."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    ORDER = "order"


KIND_WORDS = {
    Kind.ADDED: "Added",
    Kind.REMOVED: "Removed",
    Kind.CHANGED: "Changed",
    Kind.MOVED: "Moved",
    Kind.ORDER: "Order",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One difference; ``before`` and ``after`` in words, empty on the side where it is not."""

    day: str
    kind: Kind
    name: str
    function: Function
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The differences by day, and the week's numbers on both sides as (name, before, after)."""

    lines: tuple[Line, ...]
    numbers: tuple[tuple[str, str, str], ...]


def compare(before: Routine, after: Routine, catalog: Catalog) -> Comparison:
    """What leads from ``before`` to ``after``."""
    return Comparison(tuple(_lines(before, after, catalog)), tuple(_numbers(before, after, catalog)))


def _lines(before: Routine, after: Routine, catalog: Catalog) -> Iterator[Line]:
    old, new = ({day.weekday: day for day in one.days} for one in (before, after))
    pairs = [(old.get(day, RoutineDay("", day, ())), new.get(day, RoutineDay("", day, ()))) for day in Weekday]
    lost = [(day, item) for day, _, items in map(_lost, pairs) for item in items]
    gained = [(day, item) for day, items, _ in map(_lost, pairs) for item in items]
    for day, item in list(lost):
        to = next((pair for pair in gained if _plain(pair[1]) == _plain(item)), None)
        if to:
            lost.remove((day, item))
            gained.remove(to)
            yield _line(f"{WEEKDAYS[day]} to {WEEKDAYS[to[0]]}", Kind.MOVED, item, catalog, after=item_words(item))
    for was, now in pairs:
        label, weekday = WEEKDAYS[was.weekday], was.weekday
        for day, item in lost:
            if day is weekday:
                yield _line(label, Kind.REMOVED, item, catalog, before=item_words(item))
        for day, item in gained:
            if day is weekday:
                yield _line(label, Kind.ADDED, item, catalog, after=item_words(item))
        yield from _kept(label, _paired(was, now)[1], now, catalog)


def _lost(pair: tuple[RoutineDay, RoutineDay]) -> tuple[Weekday, list["Item"], list["Item"]]:
    """A weekday with what came and what went."""
    left, _, gained = _paired(*pair)
    return pair[0].weekday, gained, left


def _kept(label: str, pairs: list[tuple["Item", "Item"]], after: RoutineDay, catalog: Catalog) -> Iterator[Line]:
    """What stayed on a day and is done otherwise, or in another order."""
    for old, new in pairs:
        if _plain(old) != _plain(new):
            yield _line(label, Kind.CHANGED, new, catalog, before=item_words(old), after=item_words(new))
    order = _in_new_order(pairs, after)
    if [_key(old) for old, _ in pairs] != [_key(new) for _, new in order]:
        names = [", ".join(item_name(new, catalog) for _, new in one) for one in (pairs, order)]
        yield Line(label, Kind.ORDER, "", Function.OTHER, *names)


Item = Slot | StretchSlot


def _paired(before: RoutineDay, after: RoutineDay) -> tuple[list[Item], list[tuple[Item, Item]], list[Item]]:
    """What is only in the old day, what is in both (in the old order), what is only in the new one."""
    free = list(after.items)
    left: list[Item] = []
    pairs: list[tuple[Item, Item]] = []
    for item in before.items:
        match = next((other for other in free if _key(other) == _key(item)), None)
        if match is None:
            left.append(item)
        else:
            free.remove(match)
            pairs.append((item, match))
    return left, pairs, free


def _in_new_order(pairs: list[tuple[Item, Item]], after: RoutineDay) -> list[tuple[Item, Item]]:
    places = {id(item): at for at, item in enumerate(after.items)}
    return sorted(pairs, key=lambda pair: places.get(id(pair[1]), 0))


def _key(item: Item) -> str:
    return item.exercise_id if isinstance(item, Slot) else item.stretch_id


def _plain(item: Item) -> Item:
    """The item without the number of its superset, which only tells supersets of one day apart."""
    return replace(item, superset=min(item.superset, 1)) if isinstance(item, Slot) else item


def _line(day: str, kind: Kind, item: Item, catalog: Catalog, *, before: str = "", after: str = "") -> Line:
    function = Function.STRETCH if isinstance(item, StretchSlot) else catalog.function_of(item.exercise_id)
    return Line(day, kind, item_name(item, catalog), function, before, after)


def item_words(item: Item) -> str:
    """Everything that is prescribed on a card."""
    if isinstance(item, StretchSlot):
        once = f"{range_words(item.hold_s)}{THIN}s" if item.hold_s else range_words(item.reps) if item.reps else ""
        return f"{item.rounds} {TIMES} {once}"
    parts = [prescription_words(item.prescription), tempo_words(item.prescription.tempo)]
    parts += [f"last set: {SET_TYPE_WORDS[item.technique].lower()}"] if item.technique else []
    parts += ["in a superset"] if item.superset else []
    growth = item.prescription.progression
    parts += [f"grows by {growth.kind.value.replace('_', ' ')}"] if growth else []
    return ", ".join(parts)


def _numbers(before: Routine, after: Routine, catalog: Catalog) -> Iterator[tuple[str, str, str]]:
    sides = [_figures(one, catalog) for one in (before, after)]
    for name, old in sides[0].items():
        yield name, old, sides[1][name]


def _figures(routine: Routine, catalog: Catalog) -> dict[str, str]:
    exercises, stretches = catalog.exercises, catalog.stretches
    looks = sum(finding.tone is Tone.LOOK for finding in check(routine, exercises, stretches))
    length = sum(minutes(day, exercises, stretches) for day in routine.days if day.items)
    return {
        "Weighted sets": sets_number(weighted_sets(routine, exercises)),
        "Training days": str(len(routine.training_days)),
        "Stretching days": str(len(routine.stretch_days)),
        "Minutes a week": str(length),
        "Things to look at": str(looks),
    }
