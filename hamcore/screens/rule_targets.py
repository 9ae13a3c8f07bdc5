"""The targets of a recommendation in one line."""

from hamcore.model.exercise import Bounds
from hamcore.rules.recommendation import Outcome, Recommendation
from hamcore.screens.wording import load_in
from hamcore.screens.words import TIMES, range_words
from hamcore.units import LoadUnit


def target_words(rec: Recommendation, unit: LoadUnit) -> str:
    """Sets, load, repetitions to go for and reserve: ``3 × 102.5 kg × 6, 1–3 in reserve``.

    Where no load is suggested the range stands alone; nothing at all where everything is stopped.
    """
    if not rec.targets:
        return "No suggestion"
    first = rec.targets[0]
    parts = [str(len(rec.targets))]
    if first.load is not None and first.load.value and rec.outcome is not Outcome.NONE:
        parts.append(load_in(first.load, unit))
    parts.append(
        _aims([target.aim for target in rec.targets]) if rec.outcome is not Outcome.NONE else range_words(first.reps)
    )
    side = " each side" if first.each_side else ""
    reserve = f", {range_words(first.rir)} in reserve" if first.rir else ""
    return f" {TIMES} ".join(parts) + side + reserve


def _aims(aims: list[int]) -> str:
    """The repetitions to go for: one number, or a range where the sets differ."""
    return range_words(Bounds(min(aims), max(aims)))
