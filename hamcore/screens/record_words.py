"""A best so far in words: what was done, what kind it is, and whether it stands out of normal variation."""

from collections.abc import Sequence

from hamcore.model.log import LoggedSet
from hamcore.rules.records import Record, RecordKind
from hamcore.rules.strength import IndexName
from hamcore.screens import words
from hamcore.screens.wording import load_in
from hamcore.units import LoadUnit

INDEX_WORDS = {IndexName.E1RM: "e1RM", IndexName.STRENGTH_INDEX: "strength index"}
"""What an estimate of an exercise is called."""


def same_work(entry: LoggedSet) -> tuple[str, str, float | None, int | None]:
    """What sets have in common that look alike in a list of records: workout, exercise, load and repetitions."""
    return entry.workout_id, entry.exercise, entry.load_kg, entry.reps


def set_in(entry: LoggedSet, unit: LoadUnit) -> str:
    """The load in ``unit`` and the repetitions of one set; the repetitions alone without a load."""
    if entry.load is None or not entry.load.value:
        return words.count_words(entry.reps or 0, "rep")
    return f"{load_in(entry.load, unit)} {words.TIMES} {entry.reps}"


def detail_words(records: Sequence[Record], index: IndexName, *, more_is_harder: bool = True) -> str:
    """All that one set was best at, and whether it stands out."""
    return "; ".join(filter(None, [kinds_words(records, index, more_is_harder=more_is_harder), noise_words(records)]))


def kinds_words(records: Sequence[Record], index: IndexName, *, more_is_harder: bool = True) -> str:
    """All that one set was best at, as one sentence without a full stop."""
    kinds = [_kind_words(record, index, more_is_harder=more_is_harder) for record in records]
    return "; ".join([kinds[0], *(kind[0].lower() + kind[1:] for kind in kinds[1:])])


def _kind_words(record: Record, index: IndexName, *, more_is_harder: bool) -> str:
    most = "Heaviest" if more_is_harder else "Least help"
    match record.kind:
        case RecordKind.E1RM:
            return f"Best {INDEX_WORDS[index]} so far"
        case RecordKind.HEAVIEST:
            return f"{most} so far"
        case RecordKind.MOST_REPS:
            return "Most reps at this load"
        case RecordKind.HEAVIEST_FOR_REPS:
            return f"{most} for {words.count_words(record.entry.reps or 0, 'rep')}"


def noise_words(records: Sequence[Record]) -> str:
    """Whether one set's records are within normal variation; empty where nothing can be said."""
    within = [record.within_noise for record in records]
    if True in within:
        return "within normal session-to-session variation"
    return "more than normal session-to-session variation" if False in within else ""
