"""A plan of a workout as JSON text, and back."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from hamcore.model.exercise import Bounds, Prescription, Progression, ProgressionKind
from hamcore.model.log import Workout
from hamcore.model.plan import PlanItem, WorkoutPlan
from hamcore.model.tempo import tempo_from, tempo_text
from hamcore.storage.coding import load_from, load_text

_Values = Mapping[str, Any]


def plan_text(plan: WorkoutPlan) -> str:
    """The plan as JSON; equal plans give equal texts."""
    one = plan.workout
    values = {
        "workout": {
            "workout_id": one.workout_id,
            "day": one.day.isoformat(),
            "started_at": one.started_at,
            "title": one.title,
            "note": one.note,
            "duration_s": one.duration_s,
            "source": one.source,
        },
        "items": [_item_values(item) for item in plan.items],
        "is_open": plan.is_open,
        "is_deload": plan.is_deload,
    }
    return json.dumps(values, separators=(",", ":"))


def plan_from(text: str) -> WorkoutPlan:
    """The plan in a text that ``plan_text`` made. What a later version added is passed over.

    Raises ValueError if it is none.
    """
    try:
        values = json.loads(text)
        return WorkoutPlan(
            workout=_workout(values["workout"]),
            items=tuple(_item(item) for item in values["items"]),
            is_open=bool(values["is_open"]),
            is_deload=bool(values["is_deload"]),
        )
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"not a plan of a workout: {error!r}") from None


def _item_values(item: PlanItem) -> dict[str, object]:
    return {
        "exercise": item.exercise,
        "prescription": item.prescription and _prescription_values(item.prescription),
        "superset": item.superset,
        "swapped_for": item.swapped_for,
        "is_skipped": item.is_skipped,
        # Plans of earlier versions say nothing of it, and their texts stay as they are.
        **({"is_added": True} if item.is_added else {}),
    }


def _item(values: _Values) -> PlanItem:
    return PlanItem(
        exercise=values["exercise"],
        prescription=values["prescription"] and _prescription(values["prescription"]),
        superset=int(values["superset"]),
        swapped_for=values["swapped_for"],
        is_skipped=bool(values["is_skipped"]),
        is_added=bool(values.get("is_added")),
    )


def _prescription_values(one: Prescription) -> dict[str, object]:
    return {
        "sets": one.sets,
        "reps": [one.reps.lo, one.reps.hi],
        "rest_s": [one.rest_s.lo, one.rest_s.hi],
        "tempo": tempo_text(one.tempo),
        "progression": one.progression and _progression_values(one.progression),
    }


def _prescription(values: _Values) -> Prescription:
    return Prescription(
        sets=int(values["sets"]),
        reps=Bounds(*map(int, values["reps"])),
        rest_s=Bounds(*map(int, values["rest_s"])),
        tempo=tempo_from(values["tempo"]),
        progression=values["progression"] and _progression(values["progression"]),
    )


def _progression_values(one: Progression) -> dict[str, object]:
    return {"kind": one.kind.value, "exposures": one.exposures, "step": load_text(one.step)}


def _progression(values: _Values) -> Progression:
    step = values["step"]
    kind = ProgressionKind(values["kind"])
    return Progression(kind, int(values["exposures"]), None if step is None else load_from(step))


def _workout(values: _Values) -> Workout:
    return Workout(
        workout_id=values["workout_id"],
        day=date.fromisoformat(values["day"]),
        started_at=values["started_at"],
        title=values["title"],
        note=values["note"],
        duration_s=values["duration_s"],
        source=values["source"],
    )
