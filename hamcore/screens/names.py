"""What the names in a person's log mean: written in a file or typed, kept as they are or standing for an exercise."""

from collections.abc import Mapping
from dataclasses import dataclass

from hamcore.catalog import Catalog
from hamcore.screens import words

KEPT = "kept as it is"


@dataclass(frozen=True, slots=True)
class NameChoice:
    """One name as it was written, and what it means; ``exercise_id`` None for a name kept as it is."""

    name: str
    exercise_id: str | None
    label: str


def choices(names: Mapping[str, str | None], catalog: Catalog) -> tuple[NameChoice, ...]:
    """Every name, those kept as they are first, each part in alphabetical order."""
    ordered = sorted(names.items(), key=lambda item: (item[1] is not None, item[0].casefold()))
    return tuple(NameChoice(name, found, f"{name}: {meaning(found, catalog)}") for name, found in ordered)


def meaning(exercise_id: str | None, catalog: Catalog) -> str:
    """What a name means, in words."""
    return catalog.display_name(exercise_id) if exercise_id else KEPT


def summary(names: Mapping[str, str | None]) -> str:
    """How many names there are, and how many of them no exercise stands behind.

    >>> summary({"Deadlift": "barbell_deadlift", "Sled": None})
    '2 names, 1 of them kept as it is.'
    """
    own = sum(exercise_id is None for exercise_id in names.values())
    kept = f", {words.number_words(own)} of them kept as {'it is' if own == 1 else 'they are'}" if own else ""
    return f"{words.count_words(len(names), 'name')}{kept}."
