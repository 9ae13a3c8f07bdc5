"""A gym floor document made of a plan and what is stored of it, with plain words instead of the coach's."""

from hamcore.model.exercise import Bounds, Laterality, LoadKind
from hamcore.model.log import LoggedSet, SetType
from hamcore.model.plan import PlanItem
from hamcore.screens import words
from hamcore.screens.floor_document import Choice, FloorDocument, FloorExercise, Paragraph, Row
from hamcore.screens.floor_taps import limits
from hamcore.screens.wording import FUNCTION_WORDS
from hamcore.units import LoadUnit, plain
from pages._parts.floor import FloorAnswer
from pages._parts.session import Here

LOADS = {
    "good_morning": "",
    "assisted_nordic_curl": "",
    "barbell_deadlift": "122.5",
    "romanian_deadlift": "90",
    "seated_leg_curl": "45",
}
PLATES = {"120": "20 + 20 + 10", "122.5": "20 + 20 + 10 + 1.25", "125": "20 + 20 + 10 + 2.5", "127.5": "25 + 25 + 3.75"}
REASONS = {"barbell_deadlift": "You reached 3 × 8 at 120 kg with clean form."}
FORMS: list[Choice] = [
    {"value": "clean", "word": "Clean"},
    {"value": "broke", "word": "Form broke"},
    {"value": "back_rounded", "word": "Back rounded"},
    {"value": "pain", "word": "Pain"},
]


def document(me: Here, answer: FloorAnswer, mode: str) -> FloorDocument:
    """The document of the plan in ``answer``."""
    plan, workout = answer.plan, answer.plan.workout
    count = len(plan.items)
    exercises = [_exercise(me, item, workout.workout_id, f"{at + 1} of {count}") for at, item in enumerate(plan.items)]
    _name_supersets(exercises, [item.superset for item in plan.items])
    sets = sum(row["state"] == "done" for exercise in exercises for row in exercise["rows"])
    lines: list[Paragraph] = []
    if answer.asked and answer.entry:
        done = f"{answer.entry.load_kg:g} kg × {answer.entry.reps}"
        lines = [{"title": "Next workout", "lines": [f"Judged with {done}, it stays at 122.5 kg."]}]
    return answer.into(
        {
            "workout_id": workout.workout_id,
            "mode": "past" if mode == "past" else "live",
            "unit": "kg",
            "title": workout.title,
            "address": f"/?workout={workout.workout_id}",
            "exercises": exercises,
            "current": exercises[0]["key"] if exercises else "",
            "summary": words.count_words(sets, "set"),
            "acked": [],
            "refused": [],
            "conflicts": [],
            "trouble": "",
            "preview": {"id": answer.asked["id"], "lines": lines} if answer.asked else None,
        }
    )


def _name_supersets(exercises: list[FloorExercise], numbers: list[int]) -> None:
    seen: dict[int, int] = {}
    for exercise, number in zip(exercises, numbers, strict=True):
        if number:
            seen[number] = seen.get(number, 0) + 1
            exercise["superset"] = f"{'ABCDEFGH'[number - 1]}{seen[number]}"


def _exercise(me: Here, item: PlanItem, workout_id: str, place: str) -> FloorExercise:
    definition = me.catalog.exercises[item.exercise]
    is_sided = definition.laterality is Laterality.UNILATERAL
    is_helped = definition.load_kind is LoadKind.ASSISTED
    load = LOADS.get(item.exercise, "20")
    sets = item.prescription.sets if item.prescription else 0
    reps = item.prescription.reps if item.prescription else Bounds(8, 8)
    done = [one for one in me.state.log.sets.get(item.exercise, ()) if one.workout_id == workout_id]
    loads = [f"{number / 2:g}" for number in range(90, 350, 5)]
    others = [
        key for key in ("romanian_deadlift", "good_morning", "single_leg_romanian_deadlift") if key != item.exercise
    ]
    return {
        "key": item.exercise,
        "name": definition.name,
        "function": definition.function.value,
        "function_word": FUNCTION_WORDS[definition.function],
        "place": place,
        "superset": "",
        "is_skipped": item.is_skipped,
        "headline": {
            "load": load,
            "unit": "kg",
            "reps": words.range_words(reps),
            "change": "+2.5 kg",
            "tone": "good",
            "direction": "up",
        },
        "reason_then": "" if load else "The next workout starts from this.",
        "reason": REASONS.get(item.exercise, "You were inside the range last time, so the load stays."),
        "reasoning": [{"title": "Why this load", "lines": ["120 kg × 8, 8, 8 on Monday 1 June.", "A convention."]}],
        "last": "Monday 1 June: 120 kg × 8, 8, 8",
        "plates": PLATES.get(load, ""),
        "plates_for": PLATES if item.exercise == "barbell_deadlift" else {},
        "cues": list(definition.cues),
        "bar_note": "",
        "stop": "",
        "load_lead": "",
        "load_tail": "help" if is_helped else "",
        "unit": "kg",
        "loads": loads,
        "step": "2.5",
        "asks": "" if load else "help" if is_helped else "load",
        "least": "0" if is_helped else "20",
        "is_removable": item.is_added,
        "each_side": is_sided,
        "allow": {
            "types": [{"value": "working", "word": "Working"}, {"value": "failure", "word": "To failure"}],
            "types_note": "Drop sets are for isolation exercises.",
            "forms": FORMS,
        },
        "limits": limits(LoadUnit.KG),
        "swaps": [
            {
                "key": key,
                "name": me.catalog.exercises[key].name,
                "group": "same function, same length",
                "why": "Barbell",
            }
            for key in others
        ],
        "rest_words": "2–3 min",
        "rows": _rows(done, item, load, sets, reps, is_sided=is_sided),
    }


def _rows(done: list[LoggedSet], item: PlanItem, load: str, sets: int, reps: Bounds, *, is_sided: bool) -> list[Row]:
    warm_ups = [one for one in done if one.set_type is SetType.WARM_UP]
    work = [one for one in done if one.set_type is not SetType.WARM_UP]
    rows = [_done(one, "warm_up", at + 1) for at, one in enumerate(warm_ups)]
    if item.exercise == "barbell_deadlift" and not warm_ups and not work:
        rows.append(_planned("warm_up", 1, "", "90", 4, Bounds(4, 4)))
    counts: dict[str, int] = {}
    for one in work:
        side = one.side.value if one.side else ""
        counts[side] = counts.get(side, 0) + 1
        rows.append(_done(one, "working" if counts[side] <= sets else "extra", counts[side]))
    rows += [
        _planned("working", number, side, load, reps.hi, reps)
        for number in range(1, sets + 1)
        for side in (("left", "right") if is_sided else ("",))
        if number > counts.get(side, 0)
    ]
    return rows


def _planned(kind: str, number: int, side: str, load: str, aim: int, reps: Bounds) -> Row:
    row = _blank(kind, number, side) | {"load": load, "reps": aim, "reps_words": words.range_words(reps)}
    return row | {"plates": PLATES.get(load, ""), "rest_s": 0 if kind == "warm_up" or side == "left" else 150}  # type: ignore[return-value]


def _done(one: LoggedSet, kind: str, number: int) -> Row:
    tempo = one.tempo
    return _blank(kind, number, one.side.value if one.side else "") | {  # type: ignore[return-value]
        "state": "done",
        "set_no": one.set_no,
        "load": str(plain(one.load.value)) if one.load else "",
        "reps": one.reps,
        "rir": one.rir,
        "form": one.form.value if one.form else "",
        "tempo": f"{tempo.lower_s}-{tempo.bottom_s}-{tempo.lift_s}-{tempo.top_s}" if tempo else "",
        "type": one.set_type.value,
        "note": one.note,
    }


def _blank(kind: str, number: int, side: str) -> dict[str, object]:
    return {
        "kind": kind,
        "number": number,
        "label": "W" if kind == "warm_up" else str(number),
        "side": side,
        "state": "planned",
        "set_no": 0,
        "load": "",
        "unit": "kg",
        "reps": None,
        "reps_words": "",
        "rir": None,
        "form": "",
        "tempo": "",
        "type": "warm_up" if kind == "warm_up" else "working",
        "note": "",
        "detail": "",
        "text": "",
        "plates": "",
        "rest_s": 0,
    }
