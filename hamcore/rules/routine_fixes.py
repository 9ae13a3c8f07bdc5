"""Which changes of a routine may answer which finding. Which one does is tried by the check."""

from collections.abc import Callable, Iterator

from hamcore.model.routine import Routine
from hamcore.rules.finding import FindingId, Fix
from hamcore.rules.fix_days import few_stretch_days, hinges_close, one_day
from hamcore.rules.fix_exercises import building, no_hinge, no_knee_flexion, no_long_length, too_few
from hamcore.rules.fix_order import hinge_not_first, holds_before_hinge, short_rest, swing_first, technique
from hamcore.rules.fix_parts import apply
from hamcore.rules.fix_sets import more_than_needed
from hamcore.rules.routine_parts import Definitions

__all__ = ["apply", "candidates"]


def candidates(finding: FindingId, routine: Routine, known: Definitions) -> Iterator[Fix]:
    """Changes that may answer ``finding``, the one to prefer first; none for what is fine."""
    return _CANDIDATES[finding](routine, known) if finding in _CANDIDATES else iter(())


_CANDIDATES: dict[FindingId, Callable[[Routine, Definitions], Iterator[Fix]]] = {
    FindingId.TOO_FEW_SETS: too_few,
    FindingId.BUILDING_SETS: building,
    FindingId.MORE_THAN_NEEDED: more_than_needed,
    FindingId.NO_HINGE: no_hinge,
    FindingId.NO_KNEE_FLEXION: no_knee_flexion,
    FindingId.NO_LONG_LENGTH: no_long_length,
    FindingId.HINGES_CLOSE: hinges_close,
    FindingId.HINGE_NOT_FIRST: hinge_not_first,
    FindingId.SWING_FIRST: swing_first,
    FindingId.HOLDS_BEFORE_HINGE: holds_before_hinge,
    FindingId.TECHNIQUE_ON_COMPOUND: technique,
    FindingId.SHORT_REST: short_rest,
    FindingId.ONE_DAY: one_day,
    FindingId.FEW_STRETCH_DAYS: few_stretch_days,
}
