"""A best so far in words: what kind it is, and whether it stands out of normal variation."""

from collections.abc import Sequence

from hamcore.rules.records import Record, RecordKind
from hamcore.rules.strength import IndexName
from hamcore.screens import words

INDEX_WORDS = {IndexName.E1RM: "e1RM", IndexName.STRENGTH_INDEX: "strength index"}
"""What an estimate of an exercise is called."""


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
        return "within normal variation"
    return "more than normal variation" if False in within else ""
