"""The targets of a recommendation in one line: everywhere the repetitions to go for, and the range where none are."""

from hamcore.rules.recommendation import Outcome, Recommendation
from hamcore.screens.wording import load_in
from hamcore.screens.words import TIMES, count_words, load_words, range_words
from hamcore.units import LoadUnit


def target_words(rec: Recommendation, unit: LoadUnit) -> str:
    """Sets, load, repetitions to go for and reserve: ``3 × 102.5 kg × 6, 1–3 in reserve``; ``24 kg × 12, 13, 13``.

    Where no load is suggested the range stands alone; nothing at all where everything is stopped.
    """
    if not rec.targets:
        return "No suggestion"
    first, goal = rec.targets[0], goal_words(rec)
    parts = [] if "," in goal else [str(len(rec.targets))]
    if _has_load(rec) and first.load is not None:
        parts.append(load_in(first.load, unit))
    side = " each side" if first.each_side else ""
    reserve = f", {range_words(first.rir)} in reserve" if first.rir else ""
    return f" {TIMES} ".join([*parts, goal]) + side + reserve


def short_target(rec: Recommendation) -> str:
    """The load and the repetitions to go for; the repetitions alone where no load is suggested; empty without any."""
    if not rec.targets:
        return ""
    goal = goal_words(rec)
    if _has_load(rec) and rec.load is not None:
        return f"{load_words(rec.load)} {TIMES} {goal}"
    return count_words(1, "rep") if goal == "1" else f"{goal} reps"


def goal_words(rec: Recommendation) -> str:
    """The repetitions to go for: one number where all sets have the same, else one for each; the range without a goal.

    ``rec`` has a target.
    """
    if rec.outcome is Outcome.NONE:
        return range_words(rec.targets[0].reps)
    aims = [str(target.aim) for target in rec.targets]
    return aims[0] if len(set(aims)) == 1 else ", ".join(aims)


def _has_load(rec: Recommendation) -> bool:
    return rec.load is not None and bool(rec.load.value) and rec.outcome is not Outcome.NONE
