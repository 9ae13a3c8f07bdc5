"""The coach of one athlete: what to lift next and why, for one exercise or a whole workout."""

from collections.abc import Sequence
from datetime import date

from hamcore.athlete import AthleteState
from hamcore.model.exercise import Prescription
from hamcore.model.log import LoggedSet, Workout
from hamcore.model.plan import WorkoutPlan
from hamcore.rules.coach_case import CoachFrame
from hamcore.rules.exposures import Exposure
from hamcore.rules.loadable import loadable_for
from hamcore.rules.progression import recommend
from hamcore.rules.recommendation import Recommendation
from hamcore.rules.safety import gate_on


def next_up(
    state: AthleteState,
    key: str,
    prescription: Prescription | None,
    day: date,
    *,
    is_deload: bool = False,
    before_workout: str = "",
) -> Recommendation:
    """The recommendation for one exercise on ``day``, from everything logged up to and with that day.

    ``before_workout`` is the id of a workout in the log: its sets and those of workouts after it do not count.
    """
    workout = state.log.workouts.get(before_workout)
    return _recommend(state, key, prescription, frame_of(state, key, day, is_deload=is_deload), workout)


def plan_targets(state: AthleteState, plan: WorkoutPlan) -> dict[str, Recommendation]:
    """The recommendation for each exercise of a workout, by key; they stay the same while its sets are logged."""
    return {
        item.exercise: _recommend(
            state,
            item.exercise,
            item.prescription,
            frame_of(state, item.exercise, plan.workout.day, is_deload=plan.is_deload),
            plan.workout,
        )
        for item in plan.items
    }


def frame_of(state: AthleteState, key: str, day: date, *, is_deload: bool = False) -> CoachFrame:
    """What surrounds a recommendation for one exercise on ``day``."""
    return CoachFrame(
        day=day,
        loadable=loadable_for(state.catalog.exercises.get(key), state.settings),
        gate=gate_on(getattr(state, "symptoms", ()), day),
        is_deload=is_deload,
        body_weight=state.settings.body_weight,
    )


def _recommend(
    state: AthleteState, key: str, prescription: Prescription | None, frame: CoachFrame, before: Workout | None
) -> Recommendation:
    past = _past(state, key, frame.day, before)
    others = _others(state, key, frame.day, before)
    return recommend(past, state.catalog.exercises.get(key), key, prescription, frame, others=others)


def _past(state: AthleteState, key: str, day: date, before: Workout | None) -> Sequence[Exposure]:
    """The exposures up to and with ``day``, and before a workout."""
    past = state.history(key).until(day)
    end = len(past)
    while end and not _counts(state, past[end - 1].workout_id, past[end - 1].day, before):
        end -= 1
    return past if end == len(past) else past[:end]


def _others(state: AthleteState, key: str, day: date, before: Workout | None) -> Sequence[LoggedSet]:
    """The sets of the latest workout with the exercise that are no exposure: warm-ups, seconds, metres."""
    latest = ""
    found: list[LoggedSet] = []
    for entry in reversed(state.log.sets.get(key, ())):
        if entry.day > day or not (latest or _counts(state, entry.workout_id, entry.day, before)):
            continue
        if latest and entry.workout_id != latest:
            break
        latest = entry.workout_id
        if not entry.is_working:
            found.append(entry)
    return found[::-1]


def _counts(state: AthleteState, workout_id: str, day: date, before: Workout | None) -> bool:
    """Whether a workout comes before another one, in the order of a log."""
    if before is None:
        return True
    known = state.log.workouts.get(workout_id)
    started_at = known.started_at if known else ""
    return (day, started_at, workout_id) < (before.day, before.started_at, before.workout_id)
