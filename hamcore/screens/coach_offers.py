"""What the coach offers besides the next load, in words: plates, lighter weeks, intensity techniques."""

from collections.abc import Mapping

from hamcore.catalog import Catalog
from hamcore.model.exercise import Exercise
from hamcore.model.settings import Settings
from hamcore.rules.deload import WEEKS_SINCE_LIGHT, DeloadOffer
from hamcore.rules.loadable import BARS, loadable_for
from hamcore.rules.plates import plates_per_side
from hamcore.rules.techniques import SURE_AFTER, TechniqueReason
from hamcore.screens.trend_words import STATE_WORDS
from hamcore.screens.wording import listed
from hamcore.screens.words import load_words
from hamcore.units import Load, plain

_TECHNIQUES: Mapping[TechniqueReason, str] = {
    TechniqueReason.ALLOWED: "Drop sets, rest-pause and forced repetitions save time here; growth is about the same.",
    TechniqueReason.UNKNOWN_EXERCISE: "Drop sets and the like are not offered for own names: too little is known.",
    TechniqueReason.COMPOUND: "Drop sets, rest-pause and forced repetitions are for isolation exercises.",
    TechniqueReason.TOO_NEW: f"Drop sets and the like come after {SURE_AFTER} workouts with this exercise.",
    TechniqueReason.FORM: f"Drop sets and the like come after {SURE_AFTER} workouts in a row with clean form.",
}


def technique_words(reason: TechniqueReason) -> str:
    """Why intensity techniques are offered, or not."""
    return _TECHNIQUES[reason]


def deload_words(offer: DeloadOffer, catalog: Catalog) -> str:
    """Why a lighter week is offered, and what it would be.

    >>> from hamcore.rules.trend import TrendState
    >>> nothing = Catalog({}, {}, {}, {}, {}, {})
    >>> deload_words(DeloadOffer((("name:Pull", TrendState.LEVEL), ("name:Curl", TrendState.FALLING))), nothing)[:47]
    'Pull (level) and Curl (falling), and no lighter'
    """
    lifts = [f"{catalog.display_name(key)} ({STATE_WORDS[state].lower()})" for key, state in offer.lifts]
    return (
        f"{listed(lifts)}, and no lighter week in the last {WEEKS_SINCE_LIGHT}: you can take a week with about half "
        "the sets at the same loads. Lifters do so by custom; that it helps is not shown."
    )


def plate_words(load: Load | None, exercise: Exercise | None, settings: Settings) -> str:
    """The plates for each side, heaviest first; the nearest loads where it cannot be made; empty without a bar."""
    if load is None or exercise is None or exercise.equipment not in BARS:
        return ""
    answer = plates_per_side(load, settings.bar, settings.plates)
    if not answer.is_exact:
        loadable = loadable_for(exercise, settings)
        near = [load_words(one) for one in (loadable.step_down(load), loadable.step_up(load)) if one is not None]
        return f"Cannot be made with your plates; nearest {listed(near)}"
    if not answer.per_side:
        return "The bar alone"
    mixed = len({plate.unit for plate in answer.per_side} | {load.unit}) > 1
    return " + ".join(load_words(plate) if mixed else str(plain(plate.value)) for plate in answer.per_side)
