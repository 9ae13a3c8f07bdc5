"""The tempo rule: a slower lowering before more load."""

from dataclasses import replace

from hamcore.model.exercise import ProgressionKind, Tempo
from hamcore.rules.answers import answer, bottom, no_reserve
from hamcore.rules.coach_case import Case
from hamcore.rules.judging import SAME_LOAD, Judged
from hamcore.rules.recommendation import Recommendation, RuleId

SLOWER_BY_S = 2
"""Seconds by which the lowering may grow over the planned one before load does."""
LONGEST_REP_S = 8
"""No repetition is to take longer (``schoenfeld_2015_tempo``: 0.5 to 8 s grew the same)."""


def slower_first(case: Case) -> Recommendation | None:
    """Top of the range under the tempo rule: lower one second more slowly, up to two, before more load."""
    if case.growth.kind is not ProgressionKind.TEMPO or not case.last.all_reach(case.plan.reps.hi):
        return None
    planned = case.plan.tempo
    slower = max(_lowering_s(case) + 1, planned.lower_s)
    tempo = replace(planned, lower_s=slower)
    if slower > planned.lower_s + SLOWER_BY_S or _rep_s(tempo) > LONGEST_REP_S:
        return None
    unknown = no_reserve(case) if _noted(case.last) is not None else (*no_reserve(case), "tempo")
    return answer(
        case,
        RuleId.SLOWER_FIRST,
        case.base,
        bottom(case),
        tempo=tempo,
        numbers=[("lower_s", slower)],
        unknown=unknown,
    )


def tempo_now(case: Case) -> Tempo | None:
    """The tempo while the load stays: under the tempo rule the lowering of last time, else as planned (None)."""
    if case.growth.kind is not ProgressionKind.TEMPO:
        return None
    planned = case.plan.tempo
    lowering = min(max(_lowering_s(case), planned.lower_s), planned.lower_s + SLOWER_BY_S)
    return replace(planned, lower_s=lowering)


def _lowering_s(case: Case) -> int:
    """Seconds of lowering last time: as noted, else one more than planned for each earlier top at this load."""
    noted = _noted(case.last)
    if noted is not None:
        return noted
    tops = 0
    for judged in case.row()[1:]:
        if not _is_same(judged, case.last):
            break
        tops += judged.all_reach(case.plan.reps.hi)
    return case.plan.tempo.lower_s + tops


def _noted(judged: Judged) -> int | None:
    """The fastest noted lowering of the judged sets, None where a set has none."""
    noted = [entry.tempo for entry in judged.sets]
    return min((tempo.lower_s for tempo in noted if tempo), default=None) if all(noted) else None


def _is_same(judged: Judged, last: Judged) -> bool:
    return abs(judged.hardness - last.hardness) <= SAME_LOAD * abs(last.hardness)


def _rep_s(tempo: Tempo) -> int:
    return tempo.lower_s + tempo.bottom_s + tempo.lift_s + tempo.top_s
