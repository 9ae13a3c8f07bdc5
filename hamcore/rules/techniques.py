"""Which intensity techniques an exercise allows (rule 16): they save time, and growth is about the same."""

from collections.abc import Sequence
from enum import StrEnum

from hamcore.model.exercise import Exercise, Mechanic
from hamcore.model.log import Form, SetType
from hamcore.rules.exposures import Exposure

TECHNIQUES = (SetType.DROP, SetType.REST_PAUSE, SetType.FORCED)
SURE_AFTER = 3
"""Workouts without a note of bad form after which the form counts as sure (``source_article``: "once form is sure")."""


class TechniqueReason(StrEnum):
    """Why techniques are allowed or not."""

    ALLOWED = "allowed"
    UNKNOWN_EXERCISE = "unknown_exercise"
    """Nobody has defined the exercise, so it cannot be told whether one joint moves."""
    COMPOUND = "compound"
    """More than one joint moves."""
    TOO_NEW = "too_new"
    """Fewer than three workouts so far."""
    FORM = "form"
    """Bad form or pain was noted in one of the last three workouts."""


def techniques_reason(exercise: Exercise | None, history: Sequence[Exposure]) -> TechniqueReason:
    """Whether drop sets, rest-pause and forced repetitions are allowed on an exercise, and why.

    >>> techniques_reason(None, []).value
    'unknown_exercise'
    """
    if exercise is None:
        return TechniqueReason.UNKNOWN_EXERCISE
    if exercise.mechanic is not Mechanic.ISOLATION:
        return TechniqueReason.COMPOUND
    recent = history[-SURE_AFTER:]
    if len(recent) < SURE_AFTER:
        return TechniqueReason.TOO_NEW
    noted = {entry.form for exposure in recent for entry in exposure.sets}
    return TechniqueReason.ALLOWED if noted <= {None, Form.CLEAN} else TechniqueReason.FORM


def techniques_allowed(exercise: Exercise | None, history: Sequence[Exposure]) -> tuple[SetType, ...]:
    """The techniques allowed on an exercise: on isolation work with sure form all three, else none.

    >>> techniques_allowed(None, [])
    ()
    """
    return TECHNIQUES if techniques_reason(exercise, history) is TechniqueReason.ALLOWED else ()
