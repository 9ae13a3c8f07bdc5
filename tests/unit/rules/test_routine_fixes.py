"""A fix answers its finding and makes no new one."""

from hypothesis import HealthCheck, event, given, settings

from hamcore.model.routine import Routine
from hamcore.rules.finding import FindingId, Tone
from hamcore.rules.routine_check import check
from hamcore.rules.routine_fixes import apply
from tests.unit.rules.routines import ROUTINES, SHIPPED


def looks(plan: Routine) -> dict[FindingId, int]:
    found = check(plan, SHIPPED.exercises, SHIPPED.stretches)
    return {one.finding_id: len(one.where) for one in found if one.tone is Tone.LOOK}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROUTINES)
def test_a_fix_takes_its_finding_away_and_adds_none(plan: Routine) -> None:
    before = looks(plan)
    for finding in check(plan, SHIPPED.exercises, SHIPPED.stretches):
        event(f"{finding.finding_id}: {'fix' if finding.fix else 'none'}")
        if finding.fix:
            fixed = apply(finding.fix, plan)
            found = check(fixed, SHIPPED.exercises, SHIPPED.stretches)
            assert finding.finding_id not in {one.finding_id for one in found}
            assert looks(fixed).items() <= {**before, **looks(fixed)}.items()
            assert all(count <= before.get(key, -1) for key, count in looks(fixed).items())
            weekdays = [day.weekday for day in fixed.days]
            assert weekdays == sorted(set(weekdays))
        else:
            assert finding.tone is Tone.FINE, finding
