"""The target of an exercise in a few words: the load, the repetitions, and what changes."""

from collections.abc import Mapping, Sequence

from hamcore.rules.recommendation import Outcome, Recommendation, SetTarget
from hamcore.screens import words
from hamcore.screens.floor_document import Headline, Tone
from hamcore.screens.floor_rows import load_text
from hamcore.units import LoadUnit, plain

_OUTCOMES: Mapping[Outcome, tuple[str, Tone]] = {
    Outcome.MORE: ("up", "good"),
    Outcome.SAME: ("level", "neutral"),
    Outcome.LESS: ("down", "look"),
    Outcome.NONE: ("", "neutral"),
}


def headline(rec: Recommendation, unit: LoadUnit) -> Headline:
    """The large numbers at the head of an exercise."""
    target: SetTarget | None = rec.targets[0] if rec.targets else None
    direction, tone = _OUTCOMES[rec.outcome]
    return {
        "load": load_text(rec.load),
        "unit": unit.value,
        "reps": _aims(rec.targets) if target else "",
        "change": change_of(rec),
        "tone": tone,
        "direction": direction,  # type: ignore[typeddict-item]
    }


def no_headline(unit: LoadUnit) -> Headline:
    """The head of an exercise that has no target."""
    return {"load": "", "unit": unit.value, "reps": "", "change": "", "tone": "neutral", "direction": ""}


def _aims(targets: Sequence[SetTarget]) -> str:
    """The repetitions to go for: a range, or the one number of all sets."""
    aims = {target.aim for target in targets}
    return words.range_words(targets[0].reps) if len(aims) > 1 or targets[0].aim in _ends(targets[0]) else str(*aims)


def _ends(target: SetTarget) -> tuple[int, int]:
    return target.reps.lo, target.reps.hi


def target_words(rec: Recommendation) -> str:
    """The load and the repetitions to go for in one line; the repetitions alone where no load is suggested."""
    if not rec.targets:
        return ""
    reps = _aims(rec.targets)
    return f"{words.load_words(rec.load)} {words.TIMES} {reps}" if rec.load else f"{reps} reps"


def change_of(rec: Recommendation) -> str:
    """What becomes of the load, as a state: ``+2.5 kg``, ``Same load``; empty where nothing is known.

    A plus or minus is only written between loads of one unit.
    """
    if rec.outcome is Outcome.NONE or (rec.last_load is None and rec.load is None):
        return ""
    if rec.outcome is Outcome.SAME:
        return "Same load"
    before, after = rec.last_load, rec.load
    if before is None or after is None or before.unit is not after.unit:
        return "More load" if rec.outcome is Outcome.MORE else "Less load"
    difference = plain(after.value - before.value)
    sign = "+" if difference > 0 else "\N{MINUS SIGN}"
    return f"{sign}{abs(difference)}{words.THIN}{after.unit}"
