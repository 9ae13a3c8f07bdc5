"""Rules that keep the load or take some off: form, unfinished plans, misses, work inside the range, power work."""

from hamcore.model.exercise import ProgressionKind
from hamcore.model.log import Form
from hamcore.rules.answers import again, answer, bottom, one_more
from hamcore.rules.coach_case import Case
from hamcore.rules.judging import SAME_LOAD, Judged
from hamcore.rules.recommendation import Recommendation, RuleId
from hamcore.rules.slowing import tempo_now
from hamcore.rules.steps import more_help, reduced
from hamcore.units import Load


def back_rounded(case: Case) -> Recommendation | None:
    """The back rounded in a judged set: the same load, over a range as long as the back stays still."""
    if Form.BACK_ROUNDED not in case.last.forms:
        return None
    return answer(case, RuleId.BACK_ROUNDED, case.base, again(case), tempo=tempo_now(case))


def form_broke(case: Case) -> Recommendation | None:
    """The form broke in a judged set: the same load again."""
    if Form.BROKE not in case.last.forms:
        return None
    return answer(case, RuleId.FORM_BROKE, case.base, again(case), tempo=tempo_now(case))


def not_comparable(case: Case) -> Recommendation | None:
    """Fewer sets than planned at one load, none of them under the range: the same load again."""
    if not case.last.missing or case.last.is_miss(case.plan.reps.lo):
        return None
    facts = case.last.sets or case.last.exposure.sets
    numbers = [("missing", case.last.missing)]
    return answer(
        case, RuleId.NOT_COMPARABLE, case.base, again(case), tempo=tempo_now(case), facts=facts, numbers=numbers
    )


def missed_twice(case: Case) -> Recommendation | None:
    """Under the range twice running, the second time not at a lighter load: 5-10 % less."""
    lo = case.plan.reps.lo
    before = case.before() if case.last.is_miss(lo) else None
    if before is None or not before.is_miss(lo) or not _is_no_harder(before, case.last):
        return None
    load = _lighter(case)
    numbers = []
    if load is not None and case.base is not None and case.base.value:
        numbers = [("share_percent", 100 * float(load.value / case.base.value))]
    easier = case.exercise.easier if load is None and case.exercise else ()
    return answer(
        case,
        RuleId.MISSED_TWICE,
        case.base if load is None else load,
        bottom(case),
        facts=before.sets + case.last.sets,
        numbers=numbers,
        turn_to=easier,
    )


def _is_no_harder(before: Judged, last: Judged) -> bool:
    return before.hardness <= last.hardness + SAME_LOAD * abs(last.hardness)


def _lighter(case: Case) -> Load | None:
    """The next lighter load, or more help; None if there is none."""
    if case.base is None:
        return None
    return (more_help if case.is_helped else reduced)(case.base, case.frame.loadable)


def missed_once(case: Case) -> Recommendation | None:
    """Under the range once: the same again."""
    if not case.last.is_miss(case.plan.reps.lo):
        return None
    return answer(case, RuleId.MISSED_ONCE, case.base, again(case), tempo=tempo_now(case))


def hold_power(case: Case) -> Recommendation | None:
    """Power work: the same load, fast; it is not brought near failure."""
    if case.growth.kind is not ProgressionKind.HOLD:
        return None
    return answer(case, RuleId.HOLD_POWER, case.base, again(case), tempo=tempo_now(case))


def add_reps(case: Case) -> Recommendation:
    """Inside the range: one more repetition in every set where there is room."""
    return answer(case, RuleId.ADD_REPS, case.base, one_more(case), tempo=tempo_now(case))
