"""One exercise of an open workout, as the gym floor shows it: target, reason, sets, what can be chosen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hamcore.athlete import AthleteState
from hamcore.model.exercise import Exercise, Function, Laterality, LoadKind
from hamcore.model.log import Form, LoggedSet, SetType
from hamcore.model.plan import PlanItem
from hamcore.rules.loadable import Loadable, loadable_for
from hamcore.rules.recommendation import Outcome, Recommendation, SetTarget
from hamcore.rules.techniques import techniques_allowed, techniques_reason
from hamcore.rules.warm_up import warm_ups
from hamcore.screens import words
from hamcore.screens.coach_facts import FORM_WORDS, SIDE_WORDS
from hamcore.screens.coach_offers import plate_words, technique_words
from hamcore.screens.coach_words import Reasoning, reasoning
from hamcore.screens.exercise_words import LOAD_WORDS
from hamcore.screens.floor_document import Allow, Choice, FloorExercise, Headline, Paragraph, Tone
from hamcore.screens.floor_rows import load_text, rows
from hamcore.screens.floor_swaps import swaps
from hamcore.screens.floor_taps import limits
from hamcore.screens.wording import FUNCTION_WORDS, sets_in
from hamcore.units import Load, LoadUnit, plain

AROUND = 12
"""Loads offered on each side of the target; beyond them the buttons go by the smallest step."""
_PLAIN_TYPES = (SetType.WORKING, SetType.WARM_UP, SetType.FAILURE)
_OUTCOMES: Mapping[Outcome, tuple[str, Tone]] = {
    Outcome.MORE: ("up", "good"),
    Outcome.SAME: ("level", "neutral"),
    Outcome.LESS: ("down", "look"),
    Outcome.NONE: ("", "neutral"),
}


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
    key, catalog, settings = spot.item.exercise, state.catalog, state.settings
    exercise = catalog.exercises.get(key)
    unit = settings.load_unit
    function = catalog.function_of(key)
    loadable = loadable_for(exercise, settings)
    why = reasoning(spot.rec, catalog, unit, today)
    lead, tail = _beside_the_load(exercise)
    targets = () if spot.is_past else spot.rec.targets
    ramp = () if spot.is_past or function is Function.BALLISTIC_HINGE else warm_ups(spot.rec.load, exercise, settings)
    near = _near(loadable, spot)
    plates = {load_text(load): plate_words(load, exercise, settings) for load in near if load.value}
    return {
        "key": key,
        "name": catalog.display_name(key),
        "function": function.value,
        "function_word": FUNCTION_WORDS[function],
        "place": spot.place,
        "superset": spot.superset,
        "is_skipped": spot.item.is_skipped,
        "headline": _nothing(unit) if spot.is_past else _headline(spot.rec, unit),
        "reason": "" if spot.is_past else why.line,
        "reasoning": [] if spot.is_past else _paragraphs(why, catalog.sources),
        "last": _last(spot.last, unit, today),
        "plates": "" if spot.is_past else plate_words(spot.rec.load, exercise, settings),
        "plates_for": {load: text for load, text in plates.items() if text},
        "cues": list(exercise.cues) if exercise else [],
        "bar_note": LOAD_WORDS.get(exercise.load_kind, "") if exercise else "",
        "stop": why.line if spot.rec.stopped_by is not None and not spot.is_past else "",
        "load_lead": lead,
        "load_tail": tail,
        "unit": unit.value,
        "loads": [str(plain(load.value)) for load in near],
        "step": _step(loadable),
        "each_side": exercise is not None and exercise.laterality is Laterality.UNILATERAL,
        "allow": _allow(state, key, exercise, spot.done),
        "limits": limits(unit),
        "swaps": [] if spot.is_past else swaps(catalog, key, spot.others),
        "rest_words": words.rest_words(targets[0].rest_s) if targets else "",
        "rows": rows(
            spot.done,
            targets,
            ramp,
            unit,
            each_side=any(target.each_side for target in targets),
            plates=lambda load: plate_words(load, exercise, settings),
            best=spot.best,
        ),
    }


def _headline(rec: Recommendation, unit: LoadUnit) -> Headline:
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


def _nothing(unit: LoadUnit) -> Headline:
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


def _paragraphs(why: Reasoning, sources: Mapping[str, object]) -> list[Paragraph]:
    """The rule, the sets it looked at, what would have flipped it, what is not known."""
    known = [source for source in why.sources if source in sources]
    rests_on = f"{why.tag_words} ({', '.join(known)})" if known else why.tag_words
    parts: list[Paragraph] = [{"title": f"Rule: {why.rule}", "lines": [why.when, why.then, f"Rests on: {rests_on}."]}]
    if why.facts:
        parts.append({"title": "Judged by", "lines": list(why.facts)})
    if why.would_change:
        parts.append({"title": "What would have changed it", "lines": [why.would_change]})
    if why.unknown:
        parts.append({"title": "Not known", "lines": list(why.unknown)})
    return parts


def _last(last: Sequence[LoggedSet], unit: LoadUnit, today: date) -> str:
    if not last:
        return ""
    sides = {entry.side for entry in last if entry.side}
    done = (
        "; ".join(f"{SIDE_WORDS[side]} {sets_in([e for e in last if e.side is side], unit)}" for side in sorted(sides))
        if sides
        else sets_in([entry for entry in last if entry.reps], unit) or words.sets_words(last)
    )
    return f"{words.day_words(last[0].day, today)}: {done}"


def _beside_the_load(exercise: Exercise | None) -> tuple[str, str]:
    """What stands before the number of the load and after its unit."""
    kind = exercise.load_kind if exercise else LoadKind.EXTERNAL
    return ("+" if kind is LoadKind.BODY_WEIGHT else ""), {
        LoadKind.PER_HAND: "per hand",
        LoadKind.ASSISTED: "help",
    }.get(kind, "")


def _near(loadable: Loadable, spot: Spot) -> tuple[Load, ...]:
    """The loads the buttons walk: around the target, else around the last load."""
    loads = [spot.rec.load, *(entry.load for entry in (*spot.done, *spot.last))]
    around = next((load for load in loads if load is not None), None)
    return (
        loadable.around(around, AROUND)
        if around
        else tuple(Load(one, loadable.unit) for one in loadable.values[:AROUND])
    )


def _step(loadable: Loadable) -> str:
    if len(loadable.values) < 2:
        return "2.5"
    return str(plain(loadable.values[-1] - loadable.values[-2]))


def _allow(state: AthleteState, key: str, exercise: Exercise | None, done: Iterable[LoggedSet]) -> Allow:
    """The set types of the exercise, those already noted included, and the notes of form."""
    history = state.history(key).exposures
    noted = {entry.set_type for entry in done}
    offered = {*_PLAIN_TYPES, *techniques_allowed(exercise, history), *noted}
    types: list[Choice] = [{"value": one.value, "word": words.SET_TYPE_WORDS[one]} for one in SetType if one in offered]
    forms: list[Choice] = [{"value": form.value, "word": FORM_WORDS[form].capitalize()} for form in Form]
    return {"types": types, "types_note": technique_words(techniques_reason(exercise, history)), "forms": forms}
