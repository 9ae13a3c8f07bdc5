"""What a person can do around an open workout: start, add, change its facts, finish, delete; stored at once.

Which workout is open stands in the address; what is planned for it is in the store. Nothing that matters lives in the
browser session, so a closed browser or a restarted server loses nothing.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import streamlit as st

from hamcore.model.log import OWN_NAME, Workout
from hamcore.model.plan import PlanItem, WorkoutPlan
from hamcore.model.routine import RoutineDay
from hamcore.model.symptom import Symptom, SymptomKind
from hamcore.screens import workout as screen
from hamcore.screens.body_weight import read_body_weight
from hamcore.screens.floor import summary_words
from pages._components.rest import end_rest
from pages._parts import clock, notices
from pages._parts.session import Here, fresh_id

ADDRESS = "workout"
VIEW = "view"
HISTORY, FINISHED = "history", "finished"
LONGEST = timedelta(hours=6)
"""A workout that ends later than this after its start was left open; its length is not known."""


def asked_workout() -> str:
    """The id of the workout in the address, empty for none."""
    return str(st.query_params.get(ADDRESS, ""))


def asked_view() -> str:
    """Which view of the page the address asks for, empty for the usual one."""
    return str(st.query_params.get(VIEW, ""))


def go(workout_id: str = "", view: str = "") -> None:
    """Lead the address to a workout, or to a view."""
    st.query_params.from_dict({name: value for name, value in ((ADDRESS, workout_id), (VIEW, view)) if value})


def plan_of(me: Here, workout_id: str) -> WorkoutPlan | None:
    """The plan of a workout; for one that was imported or logged before plans were kept, what it holds."""
    return me.store.plan(me.athlete_id, workout_id) or screen.plan_of_past(me.state.log, workout_id)


def start_empty(me: Here) -> None:
    """Begin a workout without a plan and open it."""
    go(start(me, "", ()))


def open_day(me: Here, day: RoutineDay, *, is_deload: bool = False) -> None:
    """Begin a workout with the exercises of a routine day and open it."""
    go(start_day(me, day, is_deload=is_deload))


def start(me: Here, title: str, items: Iterable[PlanItem], *, is_deload: bool = False) -> str:
    """Begin a workout now; its id."""
    now = clock.now()
    workout = Workout(fresh_id(), now.date(), now.strftime("%Y-%m-%dT%H:%M:%S"), title, "", None, "manual")
    with notices.reported():
        me.store.save_plan(me.athlete_id, WorkoutPlan(workout, tuple(items), is_deload=is_deload))
        notices.clear()
    return workout.workout_id


def start_day(me: Here, day: RoutineDay, *, is_deload: bool = False) -> str:
    """Begin a workout with the exercises of a routine day; its id."""
    return start(me, day.name, screen.items_of_day(day), is_deload=is_deload)


def start_or_resume(me: Here, day: RoutineDay) -> str:
    """The id of today's workout of this routine day if it is still going, else of a new one."""
    return begun_today(me, day) or start_day(me, day)


def begun_today(me: Here, day: RoutineDay) -> str:
    """The id of today's workout of this routine day that is not finished, empty if there is none."""
    mine = (
        plan.workout.workout_id
        for plan in me.store.open_plans(me.athlete_id)
        if plan.workout.day == me.today and plan.workout.title == day.name
    )
    return next(mine, "")


def repeat(me: Here, workout_id: str) -> None:
    """Begin a workout with the exercises of a past one; what it planned, or as many sets as were done."""
    past = plan_of(me, workout_id)
    if past is not None:
        go(start(me, past.workout.title, screen.items_again(past, me.state)))


def key_for(me: Here, name: str) -> str:
    """The exercise key for a chosen or typed name: a definition, the person's own mapping, or the name as it is."""
    name = " ".join(name.split())
    if name in me.catalog.exercises or name.startswith(OWN_NAME):
        return name
    return me.store.names(me.athlete_id).get(name) or me.catalog.exercise_id_for(name) or OWN_NAME + name


def add_exercise(me: Here, plan: WorkoutPlan, widget: str) -> None:
    """Add the exercise chosen in ``widget`` to the workout."""
    chosen = str(st.session_state.get(widget) or "").strip()
    st.session_state[widget] = None
    if not chosen:
        return
    key = key_for(me, chosen)

    def added(now: WorkoutPlan) -> WorkoutPlan:
        if any(item.exercise == key for item in now.items):
            return now
        return replace(now, items=(*now.items, screen.item_of(me.state, key)))

    with notices.reported():
        if me.store.change_plan(me.athlete_id, plan.workout.workout_id, added) is None:
            me.store.save_plan(me.athlete_id, added(plan))


def change_typed(me: Here, plan: WorkoutPlan, field: str, widget: str) -> None:
    """Give the workout the title, day or note that was typed in ``widget``."""
    value = st.session_state[widget]
    if isinstance(value, date if field == "day" else str):
        change_fact(me, plan, field, value)


def change_fact(me: Here, plan: WorkoutPlan, field: str, value: str | date) -> None:
    """Give the workout another title, day or note. A start time keeps its clock on the new day."""
    workout = plan.workout
    facts: dict[str, Any] = {field: value}
    if field == "day" and workout.started_at:
        facts["started_at"] = f"{value}T{workout.started_at[11:]}"
    changed = replace(workout, **facts)

    def save(to: Workout) -> None:
        if workout.workout_id in me.state.log.workouts:
            me.store.edit_workout(me.athlete_id, to)
        else:
            me.store.change_plan(me.athlete_id, workout.workout_id, lambda now: replace(now, workout=to))

    with notices.reported():
        save(changed)
        notices.tell("The workout was changed.", undo=lambda: save(workout))


def finish(me: Here, plan: WorkoutPlan) -> None:
    """Close the workout, give it its length and show what came of it. One without sets leaves nothing behind."""
    workout_id = plan.workout.workout_id
    end_rest(workout_id)
    with notices.reported():
        me.state.refresh()
        stored = me.state.log.workouts.get(workout_id)
        if stored is None or not screen.sets_of(me.state.log, stored):
            me.store.delete_plan(me.athlete_id, workout_id)
            notices.tell("Nothing was logged, so the workout was left out.")
            go()
            return
        me.store.change_plan(me.athlete_id, workout_id, lambda now: replace(now, is_open=False))
        length = _length_s(stored)
        if stored.source == "manual" and stored.duration_s is None and length is not None:
            me.store.edit_workout(me.athlete_id, replace(stored, duration_s=length))
        notices.clear()
        go(workout_id, FINISHED)


def reopen(me: Here, plan: WorkoutPlan) -> None:
    """Go on with a finished workout."""
    workout_id = plan.workout.workout_id
    end_rest("")
    with notices.reported():
        if me.store.change_plan(me.athlete_id, workout_id, lambda now: replace(now, is_open=True)) is None:
            me.store.save_plan(me.athlete_id, replace(plan, is_open=True))
        go(workout_id)


def delete_workout(me: Here, plan: WorkoutPlan) -> None:
    """Delete a workout with its sets, with a way back."""
    workout_id = plan.workout.workout_id
    words = f"{plan.workout.title or 'Workout'}, {summary_words(screen.sets_of(me.state.log, plan.workout))}."
    with notices.reported():
        me.store.delete_workout(me.athlete_id, workout_id)
        end_rest(workout_id)
        notices.tell(f"Deleted: {words}", undo=lambda: me.store.restore_workout(me.athlete_id, workout_id))
        go()


def save_body_weight(me: Here, day: date, widget: str) -> None:
    """Store the body weight typed in ``widget`` for ``day``; what is no weight is refused with the limits."""
    typed = str(st.session_state.get(widget) or "")
    weight = read_body_weight(typed, me.state.settings.load_unit)
    if isinstance(weight, str):
        notices.refuse(weight)
        return
    before = me.state.body_weights.get(day)

    def back() -> None:
        if before is None:
            me.store.delete_body_weight(me.athlete_id, day)
        else:
            me.store.save_body_weight(me.athlete_id, day, before)

    with notices.reported():
        me.store.save_body_weight(me.athlete_id, day, weight)
        notices.tell("Your body weight was noted.", undo=back)


def report_symptom(me: Here, kind: SymptomKind, title: str) -> None:
    """Note that something hurts: what it concerns is no longer suggested until the person says it has gone."""
    symptom = Symptom(fresh_id(), kind, me.today)
    with notices.reported():
        me.store.note_symptom(me.athlete_id, symptom)
        notices.tell(
            f"Noted: {title.lower()}. What it concerns is not suggested until you say that it has gone.",
            undo=lambda: me.store.clear_symptom(me.athlete_id, symptom.symptom_id, me.today),
        )


def _length_s(workout: Workout) -> int | None:
    now = clock.now().replace(tzinfo=None)
    begun = now.fromisoformat(workout.started_at) if workout.started_at else None
    if begun is None or not timedelta() <= now - begun <= LONGEST:
        return None
    return round((now - begun).total_seconds())
