"""What a routine says outside the app: on the printed sheet, on the picture of the week, in the calendar."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from hamcore.catalog import Catalog
from hamcore.dates import Weekday
from hamcore.interchange.calendar_file import CalendarDay, CalendarPlan
from hamcore.model.exercise import CountingRule, Function, Laterality
from hamcore.model.routine import Routine, RoutineDay, Slot, StretchSlot
from hamcore.rules.schedule import minutes, weekly
from hamcore.screens.exercise_words import tempo_words
from hamcore.screens.wording import WEEKDAYS, sets_number
from hamcore.screens.words import SET_TYPE_WORDS, THIN, TIMES, count_words, range_words, rest_words
from hamcore.sheet.content import Sheet, SheetDay, SheetItem, SheetNote
from hamcore.units import LoadUnit

FUNCTION_WORDS: Mapping[Function, str] = {
    Function.HIP_HINGE: "Hip hinge",
    Function.KNEE_FLEXION: "Knee flexion",
    Function.COMBINED: "Hip and knee",
    Function.BALLISTIC_HINGE: "Swing",
    Function.STRETCH: "Stretch",
    Function.OTHER: "Other",
}
SHEET_WORDS = {
    "week_of": "Week of",
    "date": "Date",
    "load": "load",
    "reps": "reps",
    "left": "L",
    "right": "R",
    "foot": "HamCore · education, not medical advice",
}
_STOPS = ("stop_now", "stop_urgent", "stop_form")
_STRETCH_STOP = "stop_nerve"


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """What the person adds.

    ``hints``: exercise key to a line such as the load to aim for; ``only``: one day alone; ``first``: where the week
    begins; ``unit``: of the loads to write in.
    """

    hints: Mapping[str, str] = field(default_factory=dict)
    only: Weekday | None = None
    first: Weekday = Weekday.MONDAY
    unit: LoadUnit | None = None


_PLAIN = SheetOptions()


def sheet(routine: Routine, catalog: Catalog, options: SheetOptions = _PLAIN) -> Sheet:
    """The week as the sheet and the picture show it, the person's first weekday first."""
    days = {day.weekday: day for day in routine.days if options.only in (None, day.weekday)}
    order = (Weekday((options.first + offset) % 7) for offset in range(7))
    return Sheet(
        title=routine.name,
        why=routine.why,
        days=tuple(_day(weekday, days.get(weekday), catalog, options.hints) for weekday in order),
        summary=_summary(routine, catalog),
        stops=tuple(_stops(days.values(), catalog)),
        functions=FUNCTION_WORDS,
        words=SHEET_WORDS | ({"load": f"load, {options.unit}"} if options.unit else {}),
    )


def calendar(routine: Routine, catalog: Catalog) -> CalendarPlan:
    """The week as events: one for each day with something on it."""
    return CalendarPlan(
        routine.routine_id, routine.name, tuple(_event(day, catalog) for day in routine.days if day.items)
    )


def _event(day: RoutineDay, catalog: Catalog) -> CalendarDay:
    lines = []
    for at, item in enumerate(day.items):
        one = _item(item, superset_labels(day)[at], catalog, {})
        lines.append(": ".join((one.name, ", ".join((one.dose, *one.facts, *one.marks)))))
    title = day.name or "Training" if day.slots else day.name or "Stretching"
    return CalendarDay(day.weekday, title, minutes(day, catalog.exercises, catalog.stretches), tuple(lines))


def _day(weekday: Weekday, day: RoutineDay | None, catalog: Catalog, hints: Mapping[str, str]) -> SheetDay:
    label = WEEKDAYS[weekday]
    if day is None or not day.items:
        return SheetDay(label, label[:3], "", "rest", ())
    amount = f"{minutes(day, catalog.exercises, catalog.stretches)}{THIN}min"
    labels = superset_labels(day)
    items = tuple(_item(item, labels[at], catalog, hints) for at, item in enumerate(day.items))
    return SheetDay(label, label[:3], day.name, amount, items)


def superset_labels(day: RoutineDay) -> tuple[str, ...]:
    """The place of each item in its superset, as A1 and A2; empty for one that stands alone.

    >>> superset_labels(RoutineDay("", Weekday.MONDAY, ()))
    ()
    """
    letters: dict[int, str] = {}
    counts: dict[int, int] = {}
    labels = []
    for item in day.items:
        group = item.superset if isinstance(item, Slot) else 0
        if group:
            letter = letters.setdefault(group, chr(ord("A") + len(letters)))
            counts[group] = counts.get(group, 0) + 1
        labels.append(f"{letter}{counts[group]}" if group else "")
    return tuple(labels)


def _item(item: Slot | StretchSlot, label: str, catalog: Catalog, hints: Mapping[str, str]) -> SheetItem:
    if isinstance(item, StretchSlot):
        return _stretch(item, catalog)
    exercise = catalog.exercises.get(item.exercise_id)
    planned = item.prescription
    hint = hints.get(item.exercise_id, "")
    return SheetItem(
        name=catalog.display_name(item.exercise_id),
        short=catalog.short_name(item.exercise_id),
        function=catalog.function_of(item.exercise_id),
        dose=f"{planned.sets} {TIMES} {range_words(planned.reps)}",
        facts=(*([hint] if hint else []), f"rest {rest_words(planned.rest_s)}", tempo_words(planned.tempo)),
        cues=exercise.cues if exercise else (),
        boxes=planned.sets,
        each_side=exercise is not None and exercise.laterality is Laterality.UNILATERAL,
        writes=True,
        marks=tuple(_marks(item, label)),
    )


def _marks(slot: Slot, label: str) -> Iterator[str]:
    if label:
        yield f"superset {label}"
    if slot.technique:
        yield f"last set: {SET_TYPE_WORDS[slot.technique].lower()}"


def _stretch(item: StretchSlot, catalog: Catalog) -> SheetItem:
    stretch = catalog.stretches.get(item.stretch_id)
    name = stretch.name if stretch else item.stretch_id
    each_side = stretch is not None and stretch.each_side
    once = f"{range_words(item.hold_s)}{THIN}s" if item.hold_s else range_words(item.reps) if item.reps else ""
    return SheetItem(
        name=name,
        short=name,
        function=Function.STRETCH,
        dose=f"{item.rounds} {TIMES} {once}" + (" a side" if each_side else ""),
        facts=(),
        cues=stretch.how_to if stretch else (),
        boxes=item.rounds,
        each_side=each_side,
        writes=False,
    )


def _summary(routine: Routine, catalog: Catalog) -> str:
    """What the week comes to, in one line."""
    counted = weekly(routine, catalog.exercises)
    raw, weighted = counted[CountingRule.RAW].total, counted[CountingRule.WEIGHTED].total
    parts = [f"{sets_number(raw)} hamstring sets a week, {sets_number(weighted)} weighted"] if raw else []
    stretching = len(routine.stretch_days)
    parts += [f"stretches on {count_words(stretching, 'day')}"] if stretching else []
    return " · ".join(parts)


def _stops(days: Collection[RoutineDay], catalog: Catalog) -> Iterator[SheetNote]:
    stretches = any(day.stretches for day in days)
    for note_id in (*_STOPS, *((_STRETCH_STOP,) if stretches else ())):
        note = catalog.notes.get(note_id)
        if note:
            yield SheetNote(note.title, note.words, note.lines)
