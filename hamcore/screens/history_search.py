"""Finding workouts by what a person remembers of them: an exercise, a title, words of a note."""

from collections.abc import Iterable, Iterator, Mapping
from heapq import nlargest

from hamcore.catalog import Catalog, name_key
from hamcore.model.log import TrainingLog, Workout

_LETTERS_AROUND = 40


def search(log: TrainingLog, catalog: Catalog, asked: str) -> dict[str, str]:
    """The ids of the workouts in which every word of ``asked`` stands, each with the part of a note it was found in.

    The words may stand in different places of a workout: its title, its note, the names of its exercises, notes of its
    sets. Case, accents and typographic signs make no difference. A title and an exercise need no telling, so the part
    is empty where no note was needed.

    >>> search(TrainingLog({}, {}), Catalog({}, {}, {}, {}, {}, {}), "deadlift")
    {}
    """
    words = list(dict.fromkeys(name_key(asked).split()))
    if not words:
        return {}
    named = [_named(log, catalog, word) for word in words]
    noted = _noted(log, words)
    in_all = set(log.workouts).intersection(*(named[at] | noted[at].keys() for at in range(len(words))))
    return {workout_id: _told(workout_id, words, named, noted) for workout_id in in_all}


def newest(found: Iterable[str], workouts: Mapping[str, Workout], count: int) -> list[Workout]:
    """The ``count`` newest workouts among ``found``, newest first."""
    return nlargest(count, (workouts[workout_id] for workout_id in found), key=order)


def order(workout: Workout) -> tuple[str, str, str]:
    """What workouts are sorted by, oldest first: day, start, id."""
    return workout.day.isoformat(), workout.started_at, workout.workout_id


def _named(log: TrainingLog, catalog: Catalog, word: str) -> set[str]:
    """The ids of the workouts with ``word`` in the title or in a name of an exercise."""
    titled = {one.workout_id for one in log.workouts.values() if word in name_key(one.title)}
    named = (sets for key, sets in log.sets.items() if any(word in name_key(name) for name in _names(catalog, key)))
    return titled.union(*({entry.workout_id for entry in sets} for sets in named))


def _names(catalog: Catalog, key: str) -> tuple[str, ...]:
    exercise = catalog.exercises.get(key)
    own = (catalog.display_name(key), catalog.short_name(key))
    return (*own, *exercise.aliases) if exercise else own


def _noted(log: TrainingLog, words: list[str]) -> list[dict[str, str]]:
    """For each word the first note of a workout it stands in, by workout id."""
    found: list[dict[str, str]] = [{} for _ in words]
    for workout_id, note in _notes(log):
        key = name_key(note)
        for at, word in enumerate(words):
            if word in key:
                found[at].setdefault(workout_id, note)
    return found


def _notes(log: TrainingLog) -> Iterator[tuple[str, str]]:
    yield from ((one.workout_id, one.note) for one in log.workouts.values() if one.note)
    yield from ((entry.workout_id, entry.note) for sets in log.sets.values() for entry in sets if entry.note)


def _told(workout_id: str, words: list[str], named: list[set[str]], noted: list[dict[str, str]]) -> str:
    """The part of a note with the first word that stands nowhere else."""
    only_noted = (at for at in range(len(words)) if workout_id not in named[at])
    return next((_part(noted[at][workout_id], words[at]) for at in only_noted), "")


def _part(note: str, word: str) -> str:
    """The note around the first place of ``word``; its beginning where only another spelling stands there."""
    text = " ".join(note.split())
    at = max(text.casefold().find(word), 0)
    start, end = max(0, at - _LETTERS_AROUND), at + len(word) + _LETTERS_AROUND
    return f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"
