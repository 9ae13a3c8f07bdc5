"""What a sheet or a picture of a week says, in words: everything is decided before anything is drawn."""

from collections.abc import Mapping
from dataclasses import dataclass

from hamcore.model.exercise import Function


@dataclass(frozen=True, slots=True)
class SheetItem:
    """One exercise or stretch of a day.

    ``boxes`` is how many sets or rounds are ticked off, ``each_side`` whether each of them once for each leg, and
    ``writes`` whether load and repetitions are written in. ``facts`` stand under the dose, one a line; ``cues`` are
    printed as far as there is room, the first ones first.
    """

    name: str
    short: str
    function: Function
    dose: str
    facts: tuple[str, ...]
    cues: tuple[str, ...]
    boxes: int
    each_side: bool
    writes: bool
    marks: tuple[str, ...] = ()
    """Short words on the picture too, such as the superset it belongs to."""


@dataclass(frozen=True, slots=True)
class SheetDay:
    """One day of the week; without items it is a day of rest."""

    label: str
    short: str
    name: str
    amount: str
    """How long it takes, in words; empty if nothing is done."""
    items: tuple[SheetItem, ...]


@dataclass(frozen=True, slots=True)
class SheetNote:
    """When to stop: a heading, a sentence, and signs."""

    title: str
    words: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A week: seven days in the order of the person's week, when to stop, and the words of the sheet itself."""

    title: str
    why: str
    days: tuple[SheetDay, ...]
    summary: str
    stops: tuple[SheetNote, ...]
    functions: Mapping[Function, str]
    words: Mapping[str, str]
