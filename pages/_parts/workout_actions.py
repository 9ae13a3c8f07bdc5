"""What a person can do on the Workout page. Each tap is stored at once; ids are made here, so a repeat changes nothing.

Only what is not yet in the log lives in the browser session: which workout is open and which exercises were planned.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import streamlit as st

from hamcore.model.exercise import Prescription
from hamcore.model.log import OWN_NAME, LoggedSet, Workout
from hamcore.model.routine import RoutineDay
from hamcore.screens.workout import Entry, OpenWorkout, plan_of
from pages._parts import clock, notices, set_form
from pages._parts.session import Here, fresh_id

_OPEN = "open_workout"
_CURRENT = "open_exercise"
_EDITED = "edited_set"
LONGEST = timedelta(hours=6)
"""A workout that ends later than this after its start was left open; its length is not known."""


def open_workout() -> OpenWorkout | None:
    """The workout that is open in this browser session."""
    opened: OpenWorkout | None = st.session_state.get(_OPEN)
    return opened


def up_to_date(here: Here, opened: OpenWorkout) -> OpenWorkout:
    """The open workout with its facts as the log has them and the next free set number."""
    logged = here.state.log.workouts.get(opened.workout.workout_id, opened.workout)
    number = here.store.next_set_no(here.athlete_id, logged.workout_id)
    return OpenWorkout(logged, opened.plan, number)


def start(title: str, plan: Mapping[str, Prescription | None]) -> None:
    """Open a new workout now. It reaches the log with its first set."""
    now = clock.now()
    workout = Workout(fresh_id(), now.date(), now.strftime("%Y-%m-%dT%H:%M:%S"), title, "", None, "manual")
    _open(OpenWorkout(workout, dict(plan)))


def start_day(day: RoutineDay) -> None:
    """Open a new workout with the exercises of a routine day."""
    start(day.name, plan_of(day))


def start_or_resume(here: Here, day: RoutineDay) -> None:
    """Open today's workout of this routine day again if there is one, else a new one."""
    begun = begun_today(here, day)
    if begun:
        resume(here, begun)
    else:
        start_day(day)


def begun_today(here: Here, day: RoutineDay) -> str:
    """The id of today's workout of this routine day, empty if there is none."""
    mine = (
        workout.workout_id
        for workout in here.state.log.workouts.values()
        if workout.day == here.today and workout.source == "manual" and workout.title == day.name
    )
    return next(mine, "")


def resume(here: Here, workout_id: str) -> None:
    """Open a logged workout again; a routine day of the same name brings its exercises along."""
    workout = here.state.log.workouts.get(workout_id)
    if workout is None:
        return
    routine = here.catalog.routines.get(here.state.settings.routine_id)
    days = routine.days if routine and workout.source == "manual" else ()
    day = next((day for day in days if day.name == workout.title), None)
    _open(OpenWorkout(workout, plan_of(day) if day else {}))


def _open(opened: OpenWorkout) -> None:
    st.session_state[_OPEN] = opened
    st.session_state.pop(_CURRENT, None)
    st.session_state.pop(_EDITED, None)


def close() -> None:
    """Leave the open workout; what was logged stays."""
    for key in (_OPEN, _CURRENT, _EDITED):
        st.session_state.pop(key, None)


def current(suggested: str) -> str:
    """The exercise whose form is open: the person's choice, else the suggested one."""
    chosen: str | None = st.session_state.get(_CURRENT)
    return suggested if chosen is None else chosen


def choose(key: str) -> None:
    """Open the form of an exercise."""
    st.session_state[_CURRENT] = key
    st.session_state.pop(_EDITED, None)


def edited() -> int | None:
    """The number of the set that is being edited."""
    number: int | None = st.session_state.get(_EDITED)
    return number


def edit(key: str, set_no: int | None) -> None:
    """Open a set of an exercise in the form, or none."""
    st.session_state[_CURRENT] = key
    st.session_state[_EDITED] = set_no


def key_for(here: Here, name: str) -> str:
    """The exercise key for a chosen or typed name: a definition, the person's own mapping, or the name as it is."""
    name = " ".join(name.split())
    if name in here.catalog.exercises or name.startswith(OWN_NAME):
        return name
    return here.store.names(here.athlete_id).get(name) or here.catalog.exercise_id_for(name) or OWN_NAME + name


def add_exercise(here: Here, widget: str) -> None:
    """Add the exercise chosen in ``widget`` to the open workout and open its form."""
    opened, chosen = open_workout(), st.session_state.get(widget)
    if opened is None or not chosen or not str(chosen).strip():
        return
    key = key_for(here, str(chosen))
    st.session_state[_OPEN] = OpenWorkout(opened.workout, {**opened.plan, key: opened.plan.get(key)})
    st.session_state[widget] = None
    choose(key)


def log_set(here: Here, key: str, set_no: int, form: str, start: Entry) -> None:
    """Store the values of ``form``, which began with ``start``, as a new set of ``key``."""
    opened = open_workout()
    if opened is None:
        return
    entry = set_form.read(form, start, opened.workout, key, set_no)
    if isinstance(entry, str):
        notices.refuse(entry)
        return
    with notices.reported():
        here.store.add_workout(here.athlete_id, opened.workout)
        is_new = here.store.add_set(here.athlete_id, entry)
        notices.clear()
        if not is_new and not _is_logged(here, entry):
            notices.refuse("This workout was changed or deleted in another window. Look at it, then log the set again.")


def _is_logged(here: Here, entry: LoggedSet) -> bool:
    here.state.refresh()
    return entry in here.state.log.sets.get(entry.exercise, ())


def change_set(here: Here, before: LoggedSet, form: str, start: Entry) -> None:
    """Store the values of ``form``, which began with ``start``, in place of ``before``."""
    opened = open_workout()
    if opened is None:
        return
    entry = set_form.read(form, start, opened.workout, before.exercise, before.set_no)
    if isinstance(entry, str):
        notices.refuse(entry)
        return
    kept = entry._replace(position=before.position, note=before.note, seconds=before.seconds)
    with notices.reported():
        here.store.edit_set(here.athlete_id, kept)
        notices.tell("The set was changed.", undo=lambda: here.store.edit_set(here.athlete_id, before))
    edit(before.exercise, None)


def delete_set(here: Here, before: LoggedSet) -> None:
    """Delete a set, with a way back."""
    with notices.reported():
        here.store.delete_set(here.athlete_id, before.workout_id, before.set_no)
        notices.tell(
            "The set was deleted.",
            undo=lambda: here.store.restore_set(here.athlete_id, before.workout_id, before.set_no),
        )
    edit(before.exercise, None)


def delete_workout(here: Here, workout_id: str, words: str) -> None:
    """Delete a workout with its sets, with a way back."""
    with notices.reported():
        here.store.delete_workout(here.athlete_id, workout_id)
        notices.tell(f"Deleted: {words}", undo=lambda: here.store.restore_workout(here.athlete_id, workout_id))
    close()


def change_fact(here: Here, field: str, widget: str) -> None:
    """Give the open workout another title, day or note. A start time keeps its clock on the new day."""
    opened, value = open_workout(), st.session_state[widget]
    if opened is None or (field == "day" and not isinstance(value, date)):
        return
    workout = up_to_date(here, opened).workout
    facts: dict[str, Any] = {field: value}
    if field == "day" and workout.started_at:
        facts["started_at"] = f"{value}T{workout.started_at[11:]}"
    changed = replace(workout, **facts)
    st.session_state[_OPEN] = OpenWorkout(changed, opened.plan)
    if workout.workout_id in here.state.log.workouts:
        with notices.reported():
            here.store.edit_workout(here.athlete_id, changed)
            notices.tell("The workout was changed.", undo=lambda: here.store.edit_workout(here.athlete_id, workout))


def finish(here: Here, sets: int, summary: str) -> None:
    """Close the open workout; a new one gets its length. A workout without sets leaves nothing behind."""
    opened = open_workout()
    close()
    if opened is None or not sets:
        return
    workout = opened.workout
    with notices.reported():
        length = _length_s(workout)
        if workout.source == "manual" and workout.duration_s is None and length is not None:
            here.store.edit_workout(here.athlete_id, replace(workout, duration_s=length))
        notices.tell(f"{workout.title or 'Workout'} is in your log: {summary}.")


def _length_s(workout: Workout) -> int | None:
    now = clock.now().replace(tzinfo=None)
    begun = now.fromisoformat(workout.started_at) if workout.started_at else None
    if begun is None or not timedelta() <= now - begun <= LONGEST:
        return None
    return round((now - begun).total_seconds())
