"""Finding workouts by what a person remembers of them: an exercise, a title, words of a note."""

from collections.abc import Iterable, Iterator, Mapping
from heapq import nlargest

from hamcore.catalog import Catalog, name_key
from hamcore.model.log import LoggedSet, TrainingLog, Workout

_LETTERS_AROUND = 40


def search(log: TrainingLog, catalog: Catalog, asked: str) -> dict[str, str]:
    """The ids of the workouts in which every word of ``asked`` stands, each with the part of a note it was found in.

    All words have to stand in one place: the title, one note, or the names of one exercise. Case, accents and
    typographic signs make no difference. A title and an exercise need no telling, so their part is empty.

    >>> search(TrainingLog({}, {}), Catalog({}, {}, {}, {}, {}, {}), "deadlift")
    {}
    """
    words = name_key(asked).split()
    if not words:
        return {}
    found = dict.fromkeys(_by_exercise(log, catalog, words), "")
    found |= {one.workout_id: "" for one in log.workouts.values() if _holds(one.title, words)}
    for workout_id, note in _notes(log):
        if workout_id not in found and _holds(note, words):
            found[workout_id] = _part(note, words[0])
    return {workout_id: part for workout_id, part in found.items() if workout_id in log.workouts}


def newest(found: Iterable[str], workouts: Mapping[str, Workout], count: int) -> list[Workout]:
    """The ``count`` newest workouts among ``found``, newest first."""
    return nlargest(count, (workouts[workout_id] for workout_id in found), key=order)


def order(workout: Workout) -> tuple[str, str, str]:
    """What workouts are sorted by, oldest first: day, start, id."""
    return workout.day.isoformat(), workout.started_at, workout.workout_id


def _by_exercise(log: TrainingLog, catalog: Catalog, words: list[str]) -> Iterator[str]:
    for key, sets in log.sets.items():
        exercise = catalog.exercises.get(key)
        names = (exercise.name, *exercise.aliases) if exercise else (catalog.display_name(key),)
        if any(_holds(name, words) for name in names):
            yield from {entry.workout_id for entry in sets}


def _notes(log: TrainingLog) -> Iterator[tuple[str, str]]:
    yield from ((one.workout_id, one.note) for one in log.workouts.values() if one.note)
    yield from ((entry.workout_id, entry.note) for sets in log.sets.values() for entry in _noted(sets))


def _noted(sets: Iterable[LoggedSet]) -> Iterator[LoggedSet]:
    return (entry for entry in sets if entry.note)


def _holds(text: str, words: list[str]) -> bool:
    key = name_key(text)
    return all(word in key for word in words)


def _part(note: str, word: str) -> str:
    """The note around the first place of ``word``; its beginning where only another spelling stands there."""
    text = " ".join(note.split())
    at = max(text.casefold().find(word), 0)
    start, end = max(0, at - _LETTERS_AROUND), at + len(word) + _LETTERS_AROUND
    return f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"
