"""The coach of one athlete: what to lift next and why, what an edit of the log changes, when to offer a light week."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from operator import attrgetter

from hamcore.athlete import AthleteState
from hamcore.dates import week_start
from hamcore.model.exercise import Prescription
from hamcore.model.log import LoggedSet
from hamcore.model.plan import WorkoutPlan
from hamcore.rules.coach_case import CoachFrame
from hamcore.rules.deload import WEEKS_SINCE_LIGHT, DeloadOffer, offer
from hamcore.rules.flip import flip
from hamcore.rules.loadable import loadable_for
from hamcore.rules.progression import recommend
from hamcore.rules.recommendation import Recommendation, RecommendationChange
from hamcore.rules.replay import ExerciseLog, Past, edit_change, with_edits
from hamcore.rules.safety import gate_on
from hamcore.rules.trend import LAYOFF_DAYS

_day = attrgetter("day")


def next_up(
    state: AthleteState,
    key: str,
    prescription: Prescription | None,
    day: date,
    *,
    is_deload: bool = False,
    before_workout: str = "",
    explained: bool = False,
) -> Recommendation:
    """The recommendation for one exercise on ``day``, from everything logged up to and with that day.

    ``before_workout`` is the id of a workout in the log: its sets and those of workouts after it do not count.
    ``explained`` adds the flip, which costs many times the rest.
    """
    workout = state.log.workouts.get(before_workout)
    order = (workout.day, workout.started_at, workout.workout_id) if workout else None
    past = _log_of(state, key).at(day, order)
    return _recommend(
        state, key, prescription, past, frame_of(state, key, day, is_deload=is_deload), explained=explained
    )


def plan_targets(
    state: AthleteState, plan: WorkoutPlan, *, explained: Collection[str] = ()
) -> dict[str, Recommendation]:
    """The recommendation for each exercise of a workout, by key; they stay the same while its sets are logged.

    Those named in ``explained`` have their flip.
    """
    workout = plan.workout
    order = (workout.day, workout.started_at, workout.workout_id)
    targets = {}
    for item in plan.items:
        key = item.exercise
        frame = frame_of(state, key, workout.day, is_deload=plan.is_deload)
        past = _log_of(state, key).at(workout.day, order)
        targets[key] = _recommend(state, key, item.prescription, past, frame, explained=key in explained)
    return targets


def frame_of(state: AthleteState, key: str, day: date, *, is_deload: bool = False) -> CoachFrame:
    """What surrounds a recommendation for one exercise on ``day``."""
    return CoachFrame(
        day=day,
        loadable=loadable_for(state.catalog.exercises.get(key), state.settings),
        gate=gate_on(state.symptoms, day),
        is_deload=is_deload,
        body_weight=state.body_weight_on(day),
    )


def _recommend(
    state: AthleteState,
    key: str,
    prescription: Prescription | None,
    past: Past,
    frame: CoachFrame,
    *,
    explained: bool = False,
) -> Recommendation:
    exercise = state.catalog.exercises.get(key)
    found = recommend(past.exposures, exercise, key, prescription, frame, others=past.others)
    if not explained:
        return found
    return replace(found, flip=flip(found, past.exposures, exercise, key, prescription, frame, others=past.others))


def _log_of(state: AthleteState, key: str) -> ExerciseLog:
    return ExerciseLog(state.log.sets.get(key, ()), state.history(key), state.log.workouts)


def prescription_for(state: AthleteState, key: str) -> Prescription | None:
    """What the athlete's routine plans for an exercise, or for one it may stand in for; None if it is in no day."""
    routine = state.active_routine
    slots = [slot for day in routine.days for slot in day.slots] if routine else []
    own = (slot.prescription for slot in slots if slot.exercise_id == key)
    stand_in = (slot.prescription for slot in slots if key in slot.alternatives)
    return next(own, None) or next(stand_in, None)


def changes(
    state: AthleteState, workout_id: str, edited: Mapping[int, LoggedSet | None], today: date
) -> tuple[RecommendationChange, ...]:
    """What would follow from an edit of a workout before it is saved, one entry for each exercise it touches.

    ``edited`` leads from set numbers of the workout to the sets as they are to be, None where one is to be deleted. A
    set may move to another exercise or day, and a number not in the workout is a new set. Later workouts are judged by
    what the routine plans now, for nobody wrote down what was planned then.
    """
    return tuple(
        edit_change(
            key,
            workout_id,
            (log := _log_of(state, key), with_edits(log, key, workout_id, edited)),
            _recommender(state, key),
            today,
        )
        for key in _touched(state, workout_id, edited)
    )


def _recommender(state: AthleteState, key: str) -> Callable[[Past, date], Recommendation]:
    prescription = prescription_for(state, key)

    def recommend_at(past: Past, day: date) -> Recommendation:
        return _recommend(state, key, prescription, past, frame_of(state, key, day))

    return recommend_at


def _touched(state: AthleteState, workout_id: str, edited: Mapping[int, LoggedSet | None]) -> list[str]:
    """The exercises of the edited sets, before and after."""
    old = {entry.exercise for entry in _sets_of(state, workout_id) if entry.set_no in edited}
    new = {entry.exercise for entry in edited.values() if entry is not None}
    return sorted(old | new)


def _sets_of(state: AthleteState, workout_id: str) -> Iterator[LoggedSet]:
    workout = state.log.workouts.get(workout_id)
    if workout is None:
        return
    for history in state.log.sets.values():
        for place in range(bisect_left(history, workout.day, key=_day), len(history)):
            if history[place].day != workout.day:
                break
            if history[place].workout_id == workout_id:
                yield history[place]


def deload_offer(state: AthleteState, today: date) -> DeloadOffer | None:
    """A lighter week to offer on ``today`` with the lifts behind it; None where there is no reason for one.

    Only lifts trained within three weeks count, and no week is offered soon after a light one.
    """
    recent = [key for key, sets in state.log.sets.items() if _is_trained(state, key, sets[-1].day, today)]
    this_week = week_start(today, state.settings.week_start)
    weeks = [this_week - timedelta(weeks=back) for back in range(WEEKS_SINCE_LIGHT, 0, -1)]
    counts = [sum(state.history(key).sets_in_week(week) for key in recent) for week in weeks]
    return offer({key: state.history(key).trend(today).state for key in recent}, counts)


def _is_trained(state: AthleteState, key: str, latest: date, today: date) -> bool:
    """Whether an exercise was done within three weeks; its ``latest`` set may lie ahead."""
    if (today - latest).days >= LAYOFF_DAYS:
        return False
    past = state.history(key).until(today)
    return bool(past) and (today - past[-1].day).days < LAYOFF_DAYS
