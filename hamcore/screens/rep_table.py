"""The most load for each number of repetitions of one lift, as a table and as a file."""

import csv
from datetime import date
from io import StringIO
from typing import NamedTuple

from hamcore.athlete import AthleteState
from hamcore.interchange.own import guard
from hamcore.model.log import LoggedSet
from hamcore.rules.rep_records import MOST_REPS, RepRecord, rep_records
from hamcore.screens import words
from hamcore.screens.record_words import set_in
from hamcore.screens.wording import load_in
from hamcore.units import LoadUnit, from_kg

COLUMNS = ("Reps", "Most load", "Done as", "Day")
NOTE = (
    f"The most load for at least so many repetitions, 1 to {MOST_REPS}, of all days; of equal loads the first. "
    "A set of 8 counts for 1 to 8. Warm-ups do not count."
)
NOTE_LESS_IS_HARDER = NOTE.replace("The most load", "The least help", 1)
NONE = "No set done in repetitions yet."


class RepTable(NamedTuple):
    """The bests of one lift; ``note`` says how to read them."""

    name: str
    note: str
    records: tuple[RepRecord, ...]


def rep_table(state: AthleteState, key: str, today: date) -> RepTable:
    """The bests of an exercise up to and with ``today``, of its whole history."""
    history = state.history(key)
    harder = history.rules.more_is_harder
    found = rep_records(history.until(today), more_is_harder=harder)
    return RepTable(state.catalog.display_name(key), NOTE if harder else NOTE_LESS_IS_HARDER, tuple(found))


def cells(table: RepTable, unit: LoadUnit, today: date) -> list[tuple[str, str, str, str]]:
    """Each row as `COLUMNS` name it, ready to read."""
    return [
        (
            str(best.reps),
            _load_words(best.entry, unit),
            set_in(best.entry, unit),
            words.day_words(best.entry.day, today),
        )
        for best in table.records
    ]


def rep_csv(table: RepTable, unit: LoadUnit) -> bytes:
    """The rows as CSV in UTF-8: the load in ``unit`` and as it was typed, the day as year-month-day."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["Exercise", "Reps at least", f"Load ({unit})", "As typed", "Reps done", "Day"])
    for best in table.records:
        entry = best.entry
        load = "" if entry.load_kg is None else f"{round(from_kg(entry.load_kg, unit), 2):g}"
        typed = f"{entry.load.value} {entry.load.unit}" if entry.load else ""
        writer.writerow([guard(table.name), best.reps, load, typed, entry.reps, entry.day.isoformat()])
    return out.getvalue().encode()


def _load_words(entry: LoggedSet, unit: LoadUnit) -> str:
    return load_in(entry.load, unit) if entry.load and entry.load.value else "no load"
