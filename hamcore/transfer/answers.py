"""What a person answers about a file, and what they are shown of it before anything is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from hamcore.interchange.columns import ColumnMapping
from hamcore.interchange.parsed import ParsedFile, ParsedWorkout, Question
from hamcore.storage.imports import SetContent
from hamcore.units import LoadUnit


@dataclass(frozen=True, slots=True)
class ImportAnswers:
    """``unit`` for loads without a unit; ``names`` name as written to exercise id, None to keep it as an own name;
    ``columns`` for a file of unknown layout.

    ``update_changed``: take over what the app changed in workouts that are stored already. ``restore_deleted``: bring
    back workouts that were deleted here.
    """

    unit: LoadUnit | None = None
    names: Mapping[str, str | None] = field(default_factory=dict)
    columns: ColumnMapping | None = None
    update_changed: bool = True
    restore_deleted: bool = False


class NameMatch(NamedTuple):
    """A name in a file. ``known``: the answer was remembered, given now, or is in the catalog; otherwise the name will
    be kept as an own name. ``sets`` counts sets in repetitions, ``max_load`` is their highest load as typed (empty for
    none)."""

    name: str
    exercise_id: str | None
    known: bool
    sets: int
    max_load: str
    unit: LoadUnit | None


class PlannedWorkout(NamedTuple):
    """A workout of a file, those of its sets that will be written, and their digest."""

    workout: ParsedWorkout
    sets: Sequence[SetContent]
    digest: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What writing a file would do, decided against one revision of the store.

    ``replaced`` names stored workouts that give way to one of them; ``meanings`` is the
    exercise id of every name in the file, in the order in which new names are numbered.
    """

    revision: int
    meanings: Mapping[str, str | None]
    workouts: tuple[PlannedWorkout, ...]
    replaced: tuple[str, ...]
    new: int
    changed_workouts: int


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """A file read and compared with what is stored; nothing is written yet.

    ``sets`` counts the file's sets in repetitions: ``new`` of them will be added, ``unchanged`` are there already or
    stay out because of what the person did here. ``changed_workouts`` are stored workouts that the app has changed
    since. With a question open only the file's own figures are known.
    """

    file_name: str
    file_digest: str
    answers: ImportAnswers
    parsed: ParsedFile
    names: tuple[NameMatch, ...]
    workouts: int
    sets: int
    new: int
    unchanged: int
    changed_workouts: int
    first_day: date | None
    last_day: date | None
    plan: Plan | None

    @property
    def questions(self) -> frozenset[Question]:
        """What has to be answered before the file can be written."""
        return self.parsed.questions

    @property
    def ready(self) -> bool:
        """Whether the file can be written, even if that adds nothing."""
        return self.plan is not None

    @property
    def changes_log(self) -> bool:
        """Whether writing changes the log, by timed and distance entries too, which are no sets."""
        replaces = self.changed_workouts and self.answers.update_changed
        return bool(self.new or replaces or (self.plan and self.plan.workouts))
