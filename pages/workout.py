"""Workout: log the sets of today's session, or edit any workout of the past."""

import streamlit as st

from hamcore.model.log import LoggedSet
from hamcore.screens import workout as screen
from pages._parts import frame, marks, set_form
from pages._parts import workout_actions as act
from pages._parts.session import Here, here
from pages._parts.workout_start import draw_start


def draw_workout(me: Here, opened: screen.OpenWorkout) -> None:
    """One open workout: its exercises, and beside them what can be added and the end."""
    view = screen.build(me.state.log, me.catalog, opened, unit=me.state.settings.load_unit, today=me.today)
    frame.begin(me, view.over, view.workout.title or "Workout", page="workout")
    exercises, rest = st.columns([3, 2], gap="medium")
    current = act.current(view.current)
    with exercises:
        for place, card in enumerate(view.cards):
            with st.container(border=True, key=f"card_exercise_{place}"):
                draw_card(me, card, f"{place + 1} of {len(view.cards)}", is_open=card.key == current)
    with rest:
        draw_add(me, first=not view.cards)
        draw_end(me, view)


def draw_end(me: Here, view: screen.WorkoutScreen) -> None:
    """What was done so far, the end of the workout, and when to stop at once."""
    with st.container(border=True, key="card_end"):
        done = f"So far {view.summary}. Every set is stored as soon as you log it." if view.sets else ""
        marks.draw(marks.heading("This workout"), marks.quiet(done or "Nothing is stored before the first set."))
        st.button(
            "Finish workout" if view.sets else "Leave without logging",
            icon=":material/check:",
            key="finish",
            on_click=act.finish,
            args=(me, view.sets, view.summary),
        )
    with st.container(border=True, key="card_stop"):
        marks.draw(
            marks.beside_words(
                marks.state_tag(marks.Tone.ERROR, "pan_tool", "Stop"),
                "if the back rounds, or if pain is sharp or runs down the leg.",
            )
        )


def draw_card(me: Here, card: screen.ExerciseCard, place: str, *, is_open: bool) -> None:
    """One exercise: what it is, last time's numbers, its sets, and the form if it is this exercise's turn."""
    marks.draw(
        marks.beside(marks.chip(card.function), marks.quiet(place)),
        marks.heading(card.name, large=True),
        *(marks.quiet(words) for words in (card.target, card.last_time) if words),
    )
    edited = act.edited() if is_open else None
    for line in card.lines:
        draw_line(card, line, now=line.set_no == edited)
    if not is_open:
        st.button(
            f"Log {card.next_label}",
            icon=":material/edit:" if card.lines else ":material/play_arrow:",
            key=f"turn_{card.key}",
            on_click=act.choose,
            args=(card.key,),
        )
        return
    before = _logged(me, card.key, edited)
    if before is None:
        draw_new(me, card)
    else:
        draw_change(me, card, before)


def draw_line(card: screen.ExerciseCard, line: screen.SetLine, *, now: bool) -> None:
    """One logged set with its Edit button."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"tap_line_{card.key}_{line.set_no}"):
        marks.draw(marks.set_line(line.label, line.done, line.detail, card.function if now else None))
        st.button(
            "Edit",
            type="tertiary",
            key=f"edit_{card.key}_{line.set_no}",
            on_click=act.edit,
            args=(card.key, line.set_no),
        )


def draw_new(me: Here, card: screen.ExerciseCard) -> None:
    """The form for the next set; one tap stores it."""
    opened = act.open_workout()
    form = f"{opened.workout.workout_id if opened else ''}_{card.key}_{card.next_set_no}"
    with st.container(key="tap_form"):
        set_form.draw(form, card.next_entry, card.name)
        st.button(
            f"Log {card.next_label}",
            type="primary",
            icon=":material/check:",
            width="stretch",
            key=f"log_{form}",
            on_click=act.log_set,
            args=(me, card.key, card.next_set_no, form, card.next_entry.unit),
        )


def draw_change(me: Here, card: screen.ExerciseCard, before: LoggedSet) -> None:
    """The form for a logged set: save, delete or leave it."""
    line = next(line for line in card.lines if line.set_no == before.set_no)
    form = f"{before.workout_id}_{before.set_no}_edit"
    with st.container(key="tap_form"):
        if line.entry:
            set_form.draw(form, line.entry, card.name)
        with st.container(horizontal=True):
            if line.entry:
                st.button(
                    "Save set",
                    type="primary",
                    icon=":material/check:",
                    key=f"save_{form}",
                    on_click=act.change_set,
                    args=(me, before, form, line.entry.unit),
                )
            st.button(
                "Delete set", icon=":material/delete:", key=f"delete_{form}", on_click=act.delete_set, args=(me, before)
            )
            st.button("Leave as it is", type="tertiary", key=f"leave_{form}", on_click=act.edit, args=(card.key, None))


def draw_add(me: Here, *, first: bool) -> None:
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
                args=(me, "new_exercise"),
            )


def _logged(me: Here, key: str, set_no: int | None) -> LoggedSet | None:
    opened = act.open_workout()
    if opened is None or set_no is None:
        return None
    mine = screen.sets_of(me.state.log, opened.workout).get(key, [])
    return next((entry for entry in mine if entry.set_no == set_no), None)


me = here()
opened = act.open_workout()
if opened is None:
    draw_start(me)
else:
    draw_workout(me, act.up_to_date(me, opened))
