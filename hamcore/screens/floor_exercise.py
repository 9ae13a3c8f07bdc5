"""One exercise of an open workout, as the gym floor shows it: target, reason, sets, what can be chosen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from hamcore.athlete import AthleteState
from hamcore.model.exercise import Exercise
from hamcore.model.log import Form, LoggedSet, SetType
from hamcore.model.plan import PlanItem
from hamcore.rules.recommendation import Recommendation
from hamcore.rules.techniques import techniques_allowed, techniques_reason
from hamcore.screens import words
from hamcore.screens.coach_facts import FORM_WORDS
from hamcore.screens.coach_offers import plate_words, technique_words
from hamcore.screens.floor_document import Allow, Choice, FloorExercise
from hamcore.screens.floor_rows import load_text, rows
from hamcore.screens.floor_steady import Grounds, Steady, steady
from hamcore.units import Load

_PLAIN_TYPES = (SetType.WORKING, SetType.WARM_UP, SetType.FAILURE)


@dataclass(frozen=True, slots=True)
class Spot:
    """An exercise of the plan in its place: what was logged of it in this workout and what is recommended.

    ``superset`` is ``A1`` or empty; ``last`` its working sets of the latest workout before; ``best`` words for sets of
    this workout by their number; ``others`` the keys of the other exercises of the plan.
    """

    item: PlanItem
    place: str
    superset: str
    rec: Recommendation
    done: Sequence[LoggedSet]
    last: Sequence[LoggedSet]
    best: Mapping[int, str]
    others: frozenset[str]
    is_past: bool


def floor_exercise(state: AthleteState, spot: Spot, today: date) -> FloorExercise:
    """The exercise as plain values."""
    key, settings = spot.item.exercise, state.settings
    exercise = state.catalog.exercises.get(key)
    targets = () if spot.is_past else spot.rec.targets
    fixed = _fixed(state, spot, today)
    found = {
        **fixed.values,
        "allow": _allow(state, key, exercise, spot.done),
        "rows": rows(
            spot.done,
            targets,
            fixed.ramp,
            settings.load_unit,
            each_side=any(target.each_side for target in targets),
            plates=lambda load: fixed.plates.get(load_text(load)) or plate_words(load, exercise, settings),
            best=spot.best,
        ),
    }
    return cast("FloorExercise", found)


def _fixed(state: AthleteState, spot: Spot, today: date) -> Steady:
    grounds = Grounds(
        item=spot.item,
        place=spot.place,
        superset=spot.superset,
        rec=spot.rec,
        last=spot.last,
        others=spot.others,
        is_past=spot.is_past,
        around=_around(spot),
        settings=state.settings,
        today=today,
    )
    return steady(state.catalog, grounds)


def _around(spot: Spot) -> Load | None:
    """The load whose neighbours are offered: the target, else the first one logged now or last time."""
    loads = [spot.rec.load, *(entry.load for entry in (*spot.done, *spot.last))]
    return next((load for load in loads if load is not None), None)


def _allow(state: AthleteState, key: str, exercise: Exercise | None, done: Iterable[LoggedSet]) -> Allow:
    """The set types of the exercise, those already noted included, and the notes of form."""
    history = state.history(key).exposures
    noted = {entry.set_type for entry in done}
    offered = {*_PLAIN_TYPES, *techniques_allowed(exercise, history), *noted}
    types: list[Choice] = [{"value": one.value, "word": words.SET_TYPE_WORDS[one]} for one in SetType if one in offered]
    forms: list[Choice] = [{"value": form.value, "word": FORM_WORDS[form].capitalize()} for form in Form]
    return {"types": types, "types_note": technique_words(techniques_reason(exercise, history)), "forms": forms}
