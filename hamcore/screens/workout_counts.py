"""How many sets a workout has: one count for every place that says it."""

from collections.abc import Iterable, Sequence

from hamcore.model.log import LoggedSet, SetType, Side
from hamcore.screens import words


def worked(sets: Sequence[LoggedSet]) -> list[LoggedSet]:
    """All sets but the warm-ups, those in seconds or metres included."""
    return [entry for entry in sets if entry.set_type is not SetType.WARM_UP]


def working_sets(sets: Sequence[LoggedSet]) -> int:
    """Working sets in repetitions: a left and a right one make one, and a side alone is one, as in the week's count."""
    work = [entry for entry in sets if entry.is_working]
    return len(work) - min(of_side(work, Side.LEFT), of_side(work, Side.RIGHT))


def whole_sets(sets: Sequence[LoggedSet]) -> int:
    """Sets that are done: of one with sides both, none in the warm-up."""
    work = worked(sets)
    return len(work) - max(of_side(work, Side.LEFT), of_side(work, Side.RIGHT))


def of_side(sets: Sequence[LoggedSet], side: Side) -> int:
    """How many of the sets were done on ``side``."""
    return sum(entry.side is side for entry in sets)


def sets_summary(done: Iterable[Sequence[LoggedSet]]) -> str:
    """How much was done, of each exercise its sets, in a few words; empty without a set.

    >>> sets_summary([]), sets_summary([[]])
    ('', '')
    """
    exercises = [sets for sets in done if sets]
    working = sum(map(working_sets, exercises))
    timed = sum(not entry.reps for sets in exercises for entry in worked(sets))
    parts = [words.count_words(working, "working set")] if working or not timed else []
    if timed:
        parts.append(f"{words.count_words(timed, 'set')} in time or distance")
    return ", ".join(parts) if exercises else ""
