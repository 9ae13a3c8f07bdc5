"""What the guided session offers: two sessions, what belongs to each, and what is closed today."""

from datetime import date

from hamcore.athlete import AthleteState
from hamcore.model.exercise import Bounds, Stretch
from hamcore.model.stretching import HOLD_REPS, ROUNDS
from hamcore.model.symptom import SymptomKind
from hamcore.rules.safety import SafetyGate, gate_on
from hamcore.rules.stretch_dose import DoseState, by_stretch, dose_done, dose_of
from hamcore.rules.stretch_due import planned_on
from hamcore.rules.stretching import ACCEPTED_HOLD_S
from hamcore.screens.guide_document import GuideFixed, GuideItem, GuideOffer, GuideStretch, GuideSymptom, When
from hamcore.screens.safety_words import choices, stop_words
from hamcore.screens.stretch_words import NERVE_WORDS, closed_words, closing_kinds, dose_words, turn_to
from hamcore.screens.stretching import warning_words

AFTER: When = "after_training"
OFF: When = "off_day"
PACE_S = 6
"""Seconds that the guided session gives one repetition: out and back with one slow breath. A convention."""
_WORDS = {
    AFTER: ("After training", "The muscles are warm: still holds fit here, and cost no lift that is still to come."),
    OFF: ("Day off", "Walk or move for a few minutes first. Moving stretches, then still holds."),
}


def fixed(state: AthleteState, today: date) -> GuideFixed:
    """What can be chosen today. The drawn athlete (``movement``, ``segments``, ``model``) is left for the page to add.

    ``offered`` is the day's own: after training once something was lifted today, else a day off.
    """
    gate = gate_on(state.symptoms, today)
    trained = any(workout.day == today for workout in state.log.workouts.values())
    return {
        "today": today.isoformat(),
        "offered": AFTER if trained else OFF,
        "offers": [_offer(state, today, when, gate) for when in (AFTER, OFF)],
        "stretches": [_stretch(state, one, gate) for one in state.stretches.values()],
        "closed": _closed(state, gate),
        "symptoms": _symptoms(state),
        "limits": {"hold_s": _pair(ACCEPTED_HOLD_S), "reps": _pair(HOLD_REPS), "rounds": _pair(ROUNDS)},
        "segments": {},
        "model": {},
    }


def _offer(state: AthleteState, today: date, when: When, gate: SafetyGate) -> GuideOffer:
    word, note = _WORDS[when]
    return {
        "when": when,
        "word": word,
        "note": note,
        "warning": "" if when == AFTER else warning_words(state, today),
        "items": _items(state, today, when, gate),
    }


def _items(state: AthleteState, today: date, when: When, gate: SafetyGate) -> list[GuideItem]:
    """Moving stretches first, then nerve glides, then still holds; the routine's own order before all.

    Chosen to begin with is what the routine plans for today and is not done, or where it plans nothing every stretch
    that suits the occasion and is not done today.
    """
    slots = {slot.stretch_id: slot for slot in planned_on(state.active_routine, today)}
    known, done = state.stretches, by_stretch(state.holds, today)
    order = sorted(known, key=lambda key: (list(slots).index(key) if key in slots else len(slots), _place(known[key])))
    items: list[GuideItem] = []
    for key in order:
        dose = dose_of(known[key], slots.get(key))
        is_done = dose_done(done.get(key, ()), dose).state is DoseState.DONE
        closed = gate.stops_stretch(known[key]) is not None
        suits = key in slots if slots else not (when == AFTER and known[key].dynamic)
        amount = dose.hold_s.hi if dose.hold_s else dose.reps.hi if dose.reps else 0
        items.append(
            {
                "key": key,
                "rounds": dose.rounds,
                "amount": min(amount, ACCEPTED_HOLD_S.hi) if dose.hold_s else amount,
                "on": suits and not is_done and not closed,
                "why": "closed today" if closed else "done today" if is_done else _why(key in slots, slots != {}),
            }
        )
    return items


def _why(planned: bool, has_plan: bool) -> str:
    return "in your routine today" if planned else "not in your routine today" if has_plan else ""


def _place(stretch: Stretch) -> int:
    return 1 if stretch.nerve_technique else 0 if stretch.dynamic else 2


def _stretch(state: AthleteState, one: Stretch, gate: SafetyGate) -> GuideStretch:
    return {
        "key": one.stretch_id,
        "name": one.name,
        "note": dose_words(dose_of(one)),
        "how_to": list(one.how_to),
        "mistakes": list(one.mistakes),
        "stop_signs": list(one.stop_signs),
        "nerve": NERVE_WORDS if one.nerve_technique else "",
        "each_side": one.each_side,
        "hold_s": _pair(one.hold_s) if one.hold_s else None,
        "reps": _pair(one.reps) if one.reps else None,
        "pace_s": PACE_S,
        "closed": closed_words(gate, one, state.catalog),
        "closed_by": [kind.value for kind in closing_kinds(one)],
        "movement": None,
    }


def _closed(state: AthleteState, gate: SafetyGate) -> str:
    """Why no session is offered at all."""
    if SymptomKind.RED_FLAG not in gate.kinds:
        return ""
    return f"{stop_words(SymptomKind.RED_FLAG, state.catalog)} {turn_to(SymptomKind.RED_FLAG, state.catalog)}"


def _symptoms(state: AthleteState) -> list[GuideSymptom]:
    return [
        {
            "kind": one.kind.value,
            "title": one.title,
            "signs": [sign for part in one.lists for sign in part.signs],
            "stops": one.stops,
            "turn_to": [part.words for part in one.lists if part.words != one.stops],
        }
        for one in choices(state.catalog)
    ]


def _pair(bounds: Bounds) -> list[int]:
    return [bounds.lo, bounds.hi]
