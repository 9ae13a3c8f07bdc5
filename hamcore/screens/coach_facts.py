"""The sets behind a recommendation in words: which day, which set, what was done."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from hamcore.model.log import Form, LoggedSet, Side
from hamcore.screens import words
from hamcore.screens.wording import WEEKDAYS, listed, load_in
from hamcore.units import Load, LoadUnit

FORM_WORDS = {
    Form.CLEAN: "clean",
    Form.BROKE: "form broke",
    Form.BACK_ROUNDED: "back rounded",
    Form.PAIN: "pain",
}
SIDE_WORDS = {Side.LEFT: "left", Side.RIGHT: "right"}
_A_WEEK = 7


def on_day(day: date, today: date) -> str:
    """A day inside a sentence.

    >>> on_day(date(2026, 11, 23), date(2026, 11, 24)), on_day(date(2026, 11, 20), date(2026, 11, 24))
    ('yesterday', 'on Friday')
    >>> on_day(date(2026, 11, 17), date(2026, 11, 24)), on_day(date(2026, 11, 26), date(2026, 11, 24))
    ('on 17 Nov', 'on 26 Nov')
    """
    ago = (today - day).days
    if 0 <= ago < 2:
        return ("today", "yesterday")[ago]
    return f"on {WEEKDAYS[day.weekday()]}" if 0 < ago < _A_WEEK else f"on {words.day_words(day, today)}"


def load_or_body(load: Load | None, unit: LoadUnit) -> str:
    """A load, or what there is without one."""
    return load_in(load, unit) if load is not None and load.value else "body weight"


def reps_words(sets: Sequence[LoggedSet]) -> str:
    """The repetitions of sets in order, each side by itself: ``8, 8, 7``; ``left 8, 8, right 8, 7``."""
    return ", ".join(_side_reps(side, sets) for side in (None, *Side) if any(one.side is side for one in sets))


def _side_reps(side: Side | None, sets: Sequence[LoggedSet]) -> str:
    reps = ", ".join(str(entry.reps) for entry in sets if entry.side is side)
    return f"{SIDE_WORDS[side]} {reps}" if side else reps


def latest(sets: Sequence[LoggedSet]) -> tuple[LoggedSet, ...]:
    """The sets of the last workout among ``sets``, which are oldest first."""
    return tuple(entry for entry in sets if entry.workout_id == sets[-1].workout_id)


def fact_lines(sets: Iterable[LoggedSet], unit: LoadUnit, today: date) -> tuple[str, ...]:
    """One line for each workout: its day, what was done, reserve and form where they were noted."""
    return tuple(
        _fact_line(tuple(entries), unit, today) for _, entries in groupby(sets, key=lambda entry: entry.workout_id)
    )


def _fact_line(sets: tuple[LoggedSet, ...], unit: LoadUnit, today: date) -> str:
    day = sets[0].day
    parts = [f"{WEEKDAYS[day.weekday()][:3]} {words.day_words(day, today)}: {done_words(sets, unit)}", *_noted(sets)]
    return ", ".join(parts)


def done_words(sets: Iterable[LoggedSet], unit: LoadUnit) -> str:
    """What was done in one line, loads in ``unit``, each side by itself: ``120 kg × 8, 8, 7; 100 kg × 10``."""
    return "; ".join(_done(load, list(entries), unit) for load, entries in groupby(sets, key=lambda entry: entry.load))


def _done(load: Load | None, sets: Sequence[LoggedSet], unit: LoadUnit) -> str:
    if any(not entry.reps for entry in sets):
        before = f"{load_in(load, unit)} " if load is not None and load.value else ""
        return "; ".join(before + words.set_words(entry._replace(load=None)) for entry in sets)
    if load is None or not load.value:
        return f"{reps_words(sets)} reps"
    return f"{load_in(load, unit)} {words.TIMES} {reps_words(sets)}"


def _noted(sets: Sequence[LoggedSet]) -> list[str]:
    reserves = [f"{entry.rir:g}" if entry.rir is not None else "?" for entry in sets]
    found = [f"reserve {', '.join(reserves)}"] if any(reserve != "?" for reserve in reserves) else []
    forms = {entry.form for entry in sets if entry.form not in (None, Form.CLEAN)}
    return found + [FORM_WORDS[form] for form in Form if form in forms]


def set_name(entry: LoggedSet, sets: Sequence[LoggedSet]) -> str:
    """Which set of its workout an entry is, as a person counts them, each side by itself."""
    same = [one for one in sets if one.workout_id == entry.workout_id and one.side is entry.side]
    numbers = [one.set_no for one in same]
    number = numbers.index(entry.set_no) + 1 if entry.set_no in numbers else len(numbers) + 1
    return f"{SIDE_WORDS[entry.side]} set {number}" if entry.side else f"set {number}"


def set_names(entries: Sequence[LoggedSet], sets: Sequence[LoggedSet]) -> str:
    """Several sets as people name them: ``set 3``, ``sets 1 and 2``, ``left set 1 and right set 2``."""
    names = [set_name(entry, sets) for entry in entries]
    if len(names) > 1 and all(entry.side is None for entry in entries):
        return f"sets {listed([name.removeprefix('set ') for name in names])}"
    return listed(names)
