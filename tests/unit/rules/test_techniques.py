"""Drop sets and the like: on isolation work only, once form is sure."""

import pytest

from hamcore.model.log import SetType
from hamcore.rules.techniques import TechniqueReason, techniques_allowed, techniques_reason
from tests.unit.rules.coaching import past
from tests.unit.shipped import shipped

GOOD = "40x12 40x12"


@pytest.mark.parametrize(
    ("key", "history", "reason"),
    [
        ("seated_leg_curl", [GOOD] * 3, TechniqueReason.ALLOWED),
        ("seated_leg_curl", [GOOD] * 2, TechniqueReason.TOO_NEW),
        ("seated_leg_curl", [GOOD, GOOD, "40x12 40x12b"], TechniqueReason.FORM),
        ("seated_leg_curl", ["40x12r", GOOD, GOOD], TechniqueReason.FORM),
        ("seated_leg_curl", ["40x12x", GOOD, GOOD, GOOD], TechniqueReason.ALLOWED),
        ("seated_leg_curl", ["40x12c", GOOD, GOOD], TechniqueReason.ALLOWED),
        ("barbell_deadlift", [GOOD] * 9, TechniqueReason.COMPOUND),
        ("kettlebell_swing", [GOOD] * 9, TechniqueReason.COMPOUND),
        ("name:Curl", [GOOD] * 9, TechniqueReason.UNKNOWN_EXERCISE),
    ],
    ids=str,
)
def test_techniques_are_for_isolation_work_with_sure_form(
    key: str, history: list[str], reason: TechniqueReason
) -> None:
    exercise = shipped().exercises.get(key)
    assert techniques_reason(exercise, past(*history)) is reason
    allowed = techniques_allowed(exercise, past(*history))
    assert allowed == ((SetType.DROP, SetType.REST_PAUSE, SetType.FORCED) if reason is TechniqueReason.ALLOWED else ())
