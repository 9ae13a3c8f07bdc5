"""The catalog: all shipped definitions, and an exercise for each of its names."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hamcore.catalog.names import keys_of, name_key
from hamcore.model.claim import Claim, Note
from hamcore.model.exercise import Exercise, Function, SetCredits, Stretch
from hamcore.model.finding_note import FindingNote
from hamcore.model.log import OWN_NAME
from hamcore.model.muscle import Belly, Muscle
from hamcore.model.progression import RuleNote
from hamcore.model.range_test_note import RangeTestNote
from hamcore.model.routine import Routine
from hamcore.model.source import Source
from hamcore.model.stretching import RangeTestName
from hamcore.model.symptom import SymptomKind, SymptomNote
from hamcore.rules.finding import FindingId
from hamcore.rules.recommendation import RuleId
from hamcore.rules.standards import Standards


@dataclass(frozen=True, slots=True)
class Catalog:
    """All definitions by id, in the order of their ids.

    Where a parameter is called ``key`` it is an exercise key of the log: an exercise id, or ``name:`` and the
    person's own name for an exercise that no definition covers.
    """

    exercises: Mapping[str, Exercise]
    stretches: Mapping[str, Stretch]
    muscles: Mapping[Belly, Muscle]
    routines: Mapping[str, Routine]
    sources: Mapping[str, Source]
    ids_by_name: Mapping[str, str] = field(repr=False)
    """Key of a name (``name_key``) to exercise id."""
    claims: Mapping[str, Claim] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    progression: Mapping[RuleId, RuleNote] = field(default_factory=dict)
    """In the order in which the rules are asked."""
    findings: Mapping[FindingId, FindingNote] = field(default_factory=dict)
    """In the order in which the check of a routine says them."""
    symptoms: Mapping[SymptomKind, SymptomNote] = field(default_factory=dict)
    range_tests: Mapping[RangeTestName, RangeTestNote] = field(default_factory=dict)
    standards: Standards | None = None
    """Deadlifts of people who entered a powerlifting meet; None if they cannot be read."""

    def exercise_id_for(self, name: str) -> str | None:
        """The id of the exercise called ``name`` in one of its spellings, else None. Nothing is guessed."""
        return self.ids_by_name.get(name_key(name))

    def display_name(self, key: str) -> str:
        """The name to show for an exercise key; a person's own name as typed."""
        exercise = self.exercises.get(key)
        return exercise.name if exercise else key.removeprefix(OWN_NAME)

    def short_name(self, key: str) -> str:
        """The name to show where room is scarce."""
        exercise = self.exercises.get(key)
        return exercise.short_name if exercise else key.removeprefix(OWN_NAME)

    def function_of(self, key: str) -> Function:
        """The function of the exercise; ``OTHER`` for a person's own name."""
        exercise = self.exercises.get(key)
        return exercise.function if exercise else Function.OTHER

    def credits_of(self, key: str) -> SetCredits | None:
        """What a set counts for the hamstrings; None for a person's own name, which nobody has judged."""
        exercise = self.exercises.get(key)
        return exercise.credits if exercise else None


def names_of(exercise: Exercise) -> dict[str, str]:
    """Every key under which ``exercise`` is found, with the spelling it comes from."""
    return {key: name for name in (exercise.name, *exercise.aliases) for key in sorted(keys_of(name))}


def index_names(exercises: Mapping[str, Exercise]) -> dict[str, str]:
    """Key of a name to exercise id. A name of two exercises, which the checks report, leads to the first."""
    index: dict[str, str] = {}
    for exercise in exercises.values():
        for key in names_of(exercise):
            index.setdefault(key, exercise.exercise_id)
    return index
