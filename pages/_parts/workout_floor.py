"""One workout, open or past: the gym floor, and beside it what belongs to the exercise on view and to the workout."""

import zlib
from datetime import timedelta

import streamlit as st

from hamcore.model.exercise import LoadKind
from hamcore.model.plan import WorkoutPlan
from hamcore.screens import safety_words
from hamcore.screens import workout as screen
from hamcore.screens.edit_preview import edit_preview
from hamcore.screens.floor import FloorScreen, build
from hamcore.screens.floor_document import Preview
from hamcore.screens.wording import weekday_words
from hamcore.screens.words import load_words
from pages._components.figure import figure
from pages._components.floor import Parts, mount_frame, mount_now, parts
from pages._parts import floor, frame, marks, safety_look
from pages._parts import workout_actions as act
from pages._parts.motion_library import motion_library
from pages._parts.session import Here

FLOOR = "floor"
FACTS, HURTS = "workout_facts", "workout_hurts"
_AROUND = "around_the_floor"
"""What the page around the floor was drawn for, in the session."""
_BODY = (LoadKind.BODY_WEIGHT, LoadKind.ASSISTED)
_STILL_FRESH = timedelta(days=1)
"""A workout older than this is corrected, not gone on with."""


def draw_workout(me: Here, plan: WorkoutPlan) -> None:
    """The gym floor, and beside it what belongs to the exercise on view and to the workout."""
    workout = plan.workout
    frame.begin(me, screen.title_over(workout, me.today), workout.title or "Workout", page="workout")
    st.session_state.pop(_AROUND, None)
    draw_other_day(me, plan)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        place = st.container()
        view, shown = draw_floor(me, workout.workout_id)
        if view.exercises:
            with place:
                mount_frame(FLOOR, shown)
        draw_add(me, view.plan, first=not view.exercises)
    with right:
        draw_exercise(me, view)
        draw_end(me, view)
        draw_hurts(me)


def draw_other_day(me: Here, plan: WorkoutPlan) -> None:
    """Ask once whether a workout begun on an earlier day stays there."""
    workout = plan.workout
    asked = f"stays_{workout.workout_id}_{workout.day}"
    if not plan.is_open or workout.day >= me.today or st.session_state.get(asked):
        return
    begun = weekday_words(workout.day)
    with st.container(border=True, key="card_other_day"):
        marks.draw(marks.text(f"Begun on {begun}: sets you log now count for that day."))
        with st.container(horizontal=True, key="tap_other_day"):
            st.button(
                "Move it to today",
                icon=":material/event:",
                key="to_today",
                on_click=act.change_fact,
                args=(me, plan, "day", me.today),
            )
            st.button(f"Leave it on {begun}", type="tertiary", key="stays", on_click=_keep, args=(asked,))


def _keep(asked: str) -> None:
    st.session_state[asked] = True


@st.fragment
def draw_floor(me: Here, workout_id: str) -> tuple[FloorScreen, Parts]:
    """Store what was tapped since the last run, then draw what is new; what the floor shows of the workout now.

    A tap runs this part of the page alone, and all of it only where what stands around it changes.
    """
    plan = act.plan_of(me, workout_id)
    if plan is None:
        st.rerun()
    answer = floor.fold(me, plan, floor.taps(FLOOR), floor.memory(workout_id))
    if answer.is_finished:
        act.finish(me, answer.plan)
        st.rerun()
    view = build(me.state, answer.plan, me.today, current=answer.current)
    shown = parts(answer.into(view.document(_preview(me, answer))))
    around = view.current, bool(view.sets), shown.stamp
    if st.session_state.setdefault(_AROUND, around) != around:
        st.rerun()
    if view.exercises:
        mount_now(FLOOR, shown)
    return view, shown


def _preview(me: Here, answer: floor.FloorAnswer) -> Preview | None:
    """What follows from the change that was asked about."""
    if answer.asked is None:
        return None
    asked, workout_id = answer.asked, answer.plan.workout.workout_id
    return edit_preview(me.state, workout_id, asked["id"], asked["set_no"], answer.entry, me.today)


def draw_exercise(me: Here, view: FloorScreen) -> None:
    """The exercise on view: how it moves, and the body weight where its load goes by it."""
    movement = motion_library().movement_of(view.current) if view.current else None
    if movement and not view.is_past:
        with st.container(border=True, key="card_figure"):
            figure("workout_figure", movement, motion_library(), autoplay=True, compact=True)
            st.page_link(
                "../exercises.py",
                label="Cues, mistakes, evidence",
                icon=":material/exercise:",
                query_params={"exercise": view.current},
            )
    exercise = me.catalog.exercises.get(view.current)
    if exercise and exercise.load_kind in _BODY:
        draw_body_weight(me, view)


def draw_body_weight(me: Here, view: FloorScreen) -> None:
    """What the body weighed on the day, for exercises that lift it."""
    day = view.plan.workout.day
    known = me.state.body_weight_on(day)
    with st.container(border=True, key="card_body"):
        marks.draw(
            marks.heading("Body weight"),
            marks.quiet(
                f"{load_words(known)} counts for this day. Change it if it differs."
                if known
                else "This exercise lifts your body. With your weight a step can be judged as a share of the whole."
            ),
        )
        widget = f"body_{day}"
        st.text_input(
            f"On this day ({me.state.settings.load_unit})",
            key=widget,
            placeholder="optional",
            on_change=act.save_body_weight,
            args=(me, day, widget),
        )


def draw_add(me: Here, plan: WorkoutPlan, *, first: bool) -> None:
    """Search for an exercise, or type an own name, and add it."""
    keys = [*me.catalog.exercises, *(key for key in me.state.log.sets if key not in me.catalog.exercises)]
    with st.container(border=True, key="card_add"):
        if first:
            marks.draw(marks.heading("What do you train first?"))
        with st.container(horizontal=True, vertical_alignment="bottom", key="tap_add"):
            st.selectbox(
                "Add an exercise",
                keys,
                index=None,
                format_func=me.catalog.display_name,
                placeholder="Search, or type a name of your own",
                accept_new_options=True,
                key="new_exercise",
                on_change=act.add_exercise,
                args=(me, plan, "new_exercise"),
            )


def draw_end(me: Here, view: FloorScreen) -> None:
    """What was done so far, the facts and the end of the workout."""
    with st.container(border=True, key="card_end"):
        done = view.summary if view.is_past else "Every set is stored as soon as you tap it."
        marks.draw(marks.heading("This workout"), marks.quiet(done))
        draw_facts(me, view)
        with st.container(horizontal=True, key="tap_end"):
            if view.is_past:
                if me.today - view.plan.workout.day <= _STILL_FRESH:
                    st.button(
                        "Go on with it",
                        icon=":material/play_arrow:",
                        key="reopen",
                        on_click=act.reopen,
                        args=(me, view.plan),
                    )
                st.button(
                    "Do it again today",
                    icon=":material/replay:",
                    key="again",
                    on_click=act.repeat,
                    args=(me, view.plan.workout.workout_id),
                )
            elif not view.sets:
                st.button(
                    "Leave without logging",
                    icon=":material/logout:",
                    key="finish",
                    on_click=act.finish,
                    args=(me, view.plan),
                )
            if view.sets:
                st.button(
                    "Delete this workout",
                    type="tertiary",
                    icon=":material/delete:",
                    key="delete_workout",
                    on_click=act.delete_workout,
                    args=(me, view.plan),
                )


def draw_facts(me: Here, view: FloorScreen) -> None:
    """Name, day and note of the workout, saved at once."""
    plan = view.plan
    workout = me.state.log.workouts.get(plan.workout.workout_id, plan.workout)
    # A field that is named by its value is a new one when that is changed from elsewhere, as by an undo.
    title, day, note = (
        f"{name}_{workout.workout_id}_{zlib.crc32(str(value).encode())}"
        for name, value in (("title", workout.title), ("day", workout.day), ("note", workout.note))
    )
    facts = st.expander("Name, day and note", key=FACTS, on_change="rerun")
    if not facts.open:
        return
    with facts:
        for label, field, key, draw in (("Name", "title", title, st.text_input), ("Note", "note", note, st.text_area)):
            draw(
                label,
                getattr(workout, field),
                max_chars=200 if field == "title" else 4000,
                key=key,
                on_change=act.change_typed,
                args=(me, plan, field, key),
            )
        st.date_input(
            "Day",
            workout.day,
            max_value=max(me.today, workout.day),
            key=day,
            on_change=act.change_typed,
            args=(me, plan, "day", day),
        )


def draw_hurts(me: Here) -> None:
    """When to stop at once, and the way to say that something hurts."""
    with st.container(border=True, key="card_stop"):
        marks.draw(
            marks.beside_words(
                marks.state_tag(marks.Tone.ERROR, "pan_tool", "Stop"),
                "if the back rounds, or if pain is sharp or runs down the leg.",
            )
        )
        hurts = st.expander("Something hurts", key=HURTS, icon=":material/pan_tool:", on_change="rerun")
        if not hurts.open:
            return
        with hurts:
            for one in safety_words.held(me.state.symptoms, me.catalog, me.today):
                marks.draw(marks.titled(one.title, f"Noted {one.since}. {one.stops}"))
            for choice in safety_words.choices(me.catalog):
                safety_look.draw_signs(choice)
                st.button(
                    f"I have this: {choice.title.lower()}",
                    key=f"tap_hurts_{choice.kind.value}",
                    on_click=act.report_symptom,
                    args=(me, choice.kind, choice.title),
                )
            st.page_link("../settings.py", label="What was noted, and to take it back", icon=":material/tune:")
