"""The target of an exercise in a few words: the load, the range of repetitions, and what changes."""

from collections.abc import Mapping

from hamcore.rules.recommendation import Outcome, Recommendation, SetTarget
from hamcore.screens import words
from hamcore.screens.floor_document import Headline, Tone
from hamcore.screens.floor_rows import load_text
from hamcore.screens.wording import MINUS, difference_words
from hamcore.units import LoadUnit

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
        "reps": words.range_words(target.reps) if target else "",
        "change": change_of(rec),
        "tone": tone,
        "direction": direction,  # type: ignore[typeddict-item]
    }


def no_headline(unit: LoadUnit) -> Headline:
    """The head of an exercise that has no target."""
    return {"load": "", "unit": unit.value, "reps": "", "change": "", "tone": "neutral", "direction": ""}


def change_of(rec: Recommendation) -> str:
    """What becomes of the load, as a state: ``+2.5 kg``, ``Same load``, ``Nearest load``; empty where nothing is known.

    A plus or minus is only written between loads of one unit. The nearest load is one that stays and cannot be made.
    """
    if rec.outcome is Outcome.NONE or (rec.last_load is None and rec.load is None):
        return ""
    if rec.outcome is Outcome.SAME:
        return "Nearest load" if dict(rec.numbers).get("rounded") else "Same load"
    before, after = rec.last_load, rec.load
    change = difference_words(before, after) if before and after else ""
    if before is None or after is None or not change:
        return "More load" if rec.outcome is Outcome.MORE else "Less load"
    return f"{'+' if after.kg > before.kg else MINUS}{change}"
