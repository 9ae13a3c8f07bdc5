"""An open workout as the gym floor shows it: every exercise with its target and reason, and what was logged so far."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hamcore.athlete import AthleteState
from hamcore.coach import plan_targets
from hamcore.model.log import LoggedSet, Workout
from hamcore.model.plan import PlanItem, WorkoutPlan
from hamcore.rules.recommendation import Recommendation
from hamcore.screens import words
from hamcore.screens.floor_document import FloorDocument, FloorExercise, Preview
from hamcore.screens.floor_exercise import Spot, floor_exercise
from hamcore.screens.workout import last_sets, sets_of
from hamcore.screens.workout_counts import sets_summary, whole_sets, worked

ADDRESS = "/workout?workout={workout_id}"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class FloorScreen:
    """The workout. ``current`` is the key of the exercise on view, ``sets`` how many were logged."""

    plan: WorkoutPlan
    items: tuple[PlanItem, ...]
    done: Mapping[str, Sequence[LoggedSet]]
    targets: Mapping[str, Recommendation]
    exercises: tuple[FloorExercise, ...]
    current: str
    summary: str
    sets: int
    is_past: bool

    def document(self, preview: Preview | None = None) -> FloorDocument:
        """What the gym floor is drawn from."""
        workout = self.plan.workout
        return {
            "workout_id": workout.workout_id,
            "mode": "past" if self.is_past else "live",
            "unit": self.exercises[0]["unit"] if self.exercises else "kg",
            "title": workout.title,
            "address": ADDRESS.format(workout_id=workout.workout_id),
            "exercises": list(self.exercises),
            "current": self.current,
            "summary": self.summary,
            "acked": [],
            "refused": [],
            "conflicts": [],
            "trouble": "",
            "preview": preview,
        }


def build(state: AthleteState, plan: WorkoutPlan, today: date, *, current: str = "") -> FloorScreen:
    """The workout of ``plan``: its exercises in order, then any other that was logged in it.

    ``current`` is the exercise the person has on view, whose reasoning is given in full; empty: the first with
    something left to do. A finished workout shows what was done and no targets.
    """
    done = sets_of(state.log, plan.workout)
    items = (*plan.items, *_unplanned(plan, done))
    is_past = not plan.is_open
    shown = current if any(item.exercise == current for item in items) else _first(items, done, is_past=is_past)
    targets = plan_targets(state, _with(plan, items), explained=() if is_past else (shown,))
    names = dict(zip((item.exercise for item in items), _superset_names(items), strict=True))
    best = _records(state, plan.workout, items)
    keys = frozenset(item.exercise for item in items)
    exercises = tuple(
        floor_exercise(
            state,
            Spot(
                item=item,
                place=f"{place} of {len(items)}",
                superset=names[item.exercise],
                rec=targets[item.exercise],
                done=done.get(item.exercise, ()),
                last=last_sets(state.log, item.exercise, plan.workout),
                best=best.get(item.exercise, {}),
                others=keys - {item.exercise},
                is_past=is_past,
            ),
            today,
        )
        for place, item in enumerate(items, 1)
    )
    _share_rests(exercises)
    count = sum(len(entries) for entries in done.values())
    return FloorScreen(plan, items, done, targets, exercises, shown, summary_words(done), count, is_past)


def summary_words(done: Mapping[str, Sequence[LoggedSet]]) -> str:
    """How much was done, in a few words; empty before the first set."""
    begun = sum(bool(worked(entries)) for entries in done.values())
    summary = sets_summary(done.values())
    return f"{words.count_words(begun, 'exercise')}, {summary}" if summary else ""


def _with(plan: WorkoutPlan, items: tuple[PlanItem, ...]) -> WorkoutPlan:
    return WorkoutPlan(plan.workout, items, plan.is_open, plan.is_deload)


def _unplanned(plan: WorkoutPlan, done: Mapping[str, Sequence[LoggedSet]]) -> Iterator[PlanItem]:
    """The exercises that were logged and are in no plan, as those of an import."""
    planned = {item.exercise for item in plan.items}
    return (PlanItem(key, None) for key in done if key not in planned)


def _first(items: Sequence[PlanItem], done: Mapping[str, Sequence[LoggedSet]], *, is_past: bool) -> str:
    """The first exercise with planned sets left; where all are done the last one, of a past workout the first."""
    if is_past:
        return next((item.exercise for item in items if item.exercise in done), items[0].exercise if items else "")
    for item in items:
        planned = item.prescription.sets if item.prescription else 1
        if not item.is_skipped and whole_sets(done.get(item.exercise, ())) < planned:
            return item.exercise
    return items[-1].exercise if items else ""


def _superset_names(items: Sequence[PlanItem]) -> Iterator[str]:
    """``A1``, ``A2`` for the exercises of the first superset, ``B1`` ... for the next; empty for one alone."""
    letters: dict[int, str] = {}
    counts: dict[int, int] = {}
    for item in items:
        if not item.superset:
            yield ""
            continue
        letters.setdefault(item.superset, _LETTERS[len(letters) % len(_LETTERS)])
        counts[item.superset] = counts.get(item.superset, 0) + 1
        yield f"{letters[item.superset]}{counts[item.superset]}"


def _share_rests(exercises: Sequence[FloorExercise]) -> None:
    """Take the rest from sets of a superset that another exercise of it follows: it comes after the last one."""
    for place, exercise in enumerate(exercises):
        partners = [
            other for other in exercises[place + 1 :] if _letter(exercise) and _letter(other) == _letter(exercise)
        ]
        if any(row["state"] == "planned" and not other["is_skipped"] for other in partners for row in other["rows"]):
            for row in exercise["rows"]:
                row["rest_s"] = 0


def _letter(exercise: FloorExercise) -> str:
    return exercise["superset"][:1]


def _records(state: AthleteState, workout: Workout, items: Sequence[PlanItem]) -> dict[str, dict[int, str]]:
    """A word for every set of the workout that is a best so far, by exercise and set number."""
    found: dict[str, dict[int, str]] = {}
    for item in items:
        for record in reversed(state.history(item.exercise).records):
            if record.entry.day < workout.day:
                break
            if record.entry.workout_id == workout.workout_id:
                found.setdefault(item.exercise, {})[record.entry.set_no] = "best so far"
    return found
