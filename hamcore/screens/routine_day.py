"""What a day of a routine is called where nobody gave it a name."""

from dataclasses import replace

from hamcore.catalog import Catalog
from hamcore.model.routine import Routine, RoutineDay
from hamcore.screens.wording import listed

_NAMED = 2
"""So many exercises make a title; of more, the first ones with "and more"."""


def day_title(day: RoutineDay, catalog: Catalog) -> str:
    """The name of a day, else its exercises, else that it is for stretching.

    >>> from hamcore.dates import Weekday
    >>> day_title(RoutineDay("Legs", Weekday.MONDAY, ()), Catalog({}, {}, {}, {}, {}, {}))
    'Legs'
    """
    if day.name:
        return day.name
    names = list(dict.fromkeys(catalog.short_name(slot.exercise_id) for slot in day.slots))
    if not names:
        return "Stretches"
    return listed(names) if len(names) <= _NAMED else f"{', '.join(names[:_NAMED])} and more"


def titled(routine: Routine, catalog: Catalog) -> Routine:
    """The routine with a name for each of its days."""
    return replace(routine, days=tuple(replace(day, name=day_title(day, catalog)) for day in routine.days))
