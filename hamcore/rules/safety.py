"""What a reported symptom stops (rule 19): a suggestion that is held back, never a diagnosis."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hamcore.model.exercise import Exercise, Function, LengthClass, Stretch
from hamcore.model.symptom import Symptom, SymptomKind

DEEP_HINGES = frozenset((Function.HIP_HINGE, Function.BALLISTIC_HINGE, Function.COMBINED, Function.STRETCH))
"""Functions that bend the hip under load; with a long length class they bend it deeply."""


@dataclass(frozen=True, slots=True)
class SafetyGate:
    """The symptoms that hold on a day, and what they stop."""

    kinds: frozenset[SymptomKind] = frozenset()

    def stops(self, exercise: Exercise | None) -> SymptomKind | None:
        """Why no load is suggested for ``exercise``, None if nothing stops it.

        A red flag stops everything, also what nobody has defined (None). An ache at the sit bone stops what bends the
        hip deeply: hinges, swings and the like whose hamstrings reach a long length. Sources: ``nidirect``,
        ``beatty_2017``.

        >>> SafetyGate(frozenset([SymptomKind.RED_FLAG])).stops(None)
        <SymptomKind.RED_FLAG: 'red_flag'>
        >>> SafetyGate().stops(None) is None
        True
        """
        if SymptomKind.RED_FLAG in self.kinds:
            return SymptomKind.RED_FLAG
        if SymptomKind.SIT_BONE_PAIN in self.kinds and exercise and is_deep_hinge(exercise):
            return SymptomKind.SIT_BONE_PAIN
        return None

    def stops_stretch(self, stretch: Stretch) -> SymptomKind | None:
        """Why ``stretch`` is not suggested, None if nothing stops it.

        A red flag stops every stretch, an ache at the sit bone forward bends, nerve signs the nerve technique.
        """
        if SymptomKind.RED_FLAG in self.kinds:
            return SymptomKind.RED_FLAG
        if SymptomKind.SIT_BONE_PAIN in self.kinds and stretch.forward_bend:
            return SymptomKind.SIT_BONE_PAIN
        if SymptomKind.NERVE_SIGNS in self.kinds and stretch.nerve_technique:
            return SymptomKind.NERVE_SIGNS
        return None


def gate_on(symptoms: Iterable[Symptom], day: date) -> SafetyGate:
    """The gate for ``day``: a symptom holds from the day it was noted until the day before it was cleared.

    >>> noted = Symptom("a", SymptomKind.NERVE_SIGNS, date(2026, 5, 1), cleared_on=date(2026, 5, 4))
    >>> [bool(gate_on([noted], date(2026, 5, day)).kinds) for day in (1, 3, 4)]
    [True, True, False]
    """
    return SafetyGate(frozenset(one.kind for one in symptoms if holds_on(one, day)))


def holds_on(symptom: Symptom, day: date) -> bool:
    """Whether a symptom was there on ``day`` as far as was said."""
    return symptom.noted_on <= day and (symptom.cleared_on is None or day < symptom.cleared_on)


def is_deep_hinge(exercise: Exercise) -> bool:
    """Whether the exercise bends the hip deeply under load."""
    return exercise.function in DEEP_HINGES and exercise.length_class is LengthClass.LONG
