"""Plans of workouts: what was meant to be done, kept from the start of a workout on.

The plan is stored as JSON. The facts of the workout in it (day, title ...) count until the workout itself is stored;
from then on they are read from there, so that a workout moved to another day takes its plan along.
"""

from collections.abc import Iterator
from dataclasses import replace

from hamcore.model.plan import WorkoutPlan
from hamcore.storage.digest import seal
from hamcore.storage.log import workout_of
from hamcore.storage.plan_text import plan_from, plan_text
from hamcore.storage.sqlite import Row, Session

_SAVE = """
    INSERT INTO workout_plans (athlete_id, workout_id, plan, is_open, started_at, changed_at, seal)
    VALUES (:athlete_id, :workout_id, :plan, :is_open, :started_at, :now, :seal)
    ON CONFLICT (athlete_id, workout_id) DO UPDATE SET plan = excluded.plan, is_open = excluded.is_open,
        started_at = excluded.started_at, changed_at = excluded.changed_at, seal = excluded.seal
    WHERE workout_plans.plan <> excluded.plan"""
_IS_DELETED = """
    SELECT 1 FROM workouts
    WHERE athlete_id = :athlete_id AND workout_id = :workout_id AND deleted_at IS NOT NULL"""
_ONE = "SELECT workout_id, plan FROM workout_plans WHERE athlete_id = :athlete_id AND workout_id = :workout_id"
_OPEN = """
    SELECT workout_id, plan FROM workout_plans WHERE athlete_id = :athlete_id AND is_open = 1
    ORDER BY started_at DESC, workout_id DESC"""
_DELETE = "DELETE FROM workout_plans WHERE athlete_id = :athlete_id AND workout_id = :workout_id"
_ALL = "SELECT seal, workout_id, plan, is_open, started_at, changed_at FROM workout_plans"


def save(session: Session, athlete_id: str, plan: WorkoutPlan, now: str) -> bool:
    """Store a plan over the one its workout had; False if that says the same, or the workout was deleted."""
    mine = {"athlete_id": athlete_id, "workout_id": plan.workout.workout_id}
    if session.one(_IS_DELETED, **mine):
        return False
    text, started = plan_text(plan), plan.workout.started_at or plan.workout.day.isoformat()
    sealed = seal(plan.workout.workout_id, text, int(plan.is_open), started, now)
    saved = session.run(_SAVE, plan=text, is_open=int(plan.is_open), started_at=started, now=now, seal=sealed, **mine)
    return saved > 0


def load(session: Session, athlete_id: str, workout_id: str) -> WorkoutPlan | None:
    """The plan of a workout; None if there is none, it cannot be read, or the workout is deleted."""
    row = session.one(_ONE, athlete_id=athlete_id, workout_id=workout_id)
    return _read(session, athlete_id, row) if row else None


def load_open(session: Session, athlete_id: str) -> list[WorkoutPlan]:
    """The plans of all workouts that were started and not finished, the newest first."""
    found = (_read(session, athlete_id, row) for row in session.rows(_OPEN, athlete_id=athlete_id))
    return [plan for plan in found if plan]


def delete(session: Session, athlete_id: str, workout_id: str) -> bool:
    """Let a plan go; its workout and sets stay."""
    return session.run(_DELETE, athlete_id=athlete_id, workout_id=workout_id) > 0


def faults(session: Session) -> Iterator[str]:
    """A message for each plan that is not as it was written or cannot be read."""
    for sealed, workout_id, text, *more in session.rows(_ALL):
        if seal(workout_id, text, *more) != sealed:
            yield f"the plan of the workout {workout_id} is not as it was written"
        else:
            try:
                plan_from(text)
            except ValueError as error:
                yield f"the plan of the workout {workout_id} cannot be read: {error}"


def _read(session: Session, athlete_id: str, row: Row) -> WorkoutPlan | None:
    workout_id, text = row
    mine = {"athlete_id": athlete_id, "workout_id": workout_id}
    if session.one(_IS_DELETED, **mine):
        return None
    try:
        plan = plan_from(text)
    except ValueError:
        return None
    stored = workout_of(session, **mine)
    return replace(plan, workout=stored) if stored else plan
