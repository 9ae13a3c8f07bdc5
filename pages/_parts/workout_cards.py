"""One exercise of an open workout: its sets, and the form for the next one or for a correction."""

import streamlit as st

from hamcore.model.log import LoggedSet
from hamcore.screens import workout as screen
from pages._parts import marks, set_form
from pages._parts import workout_actions as act
from pages._parts.session import Here


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
            args=(me, card.key, card.next_set_no, form, card.next_entry),
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
                    args=(me, before, form, line.entry),
                )
            st.button(
                "Delete set", icon=":material/delete:", key=f"delete_{form}", on_click=act.delete_set, args=(me, before)
            )
            st.button("Leave as it is", type="tertiary", key=f"leave_{form}", on_click=act.edit, args=(card.key, None))


def _logged(me: Here, key: str, set_no: int | None) -> LoggedSet | None:
    opened = act.open_workout()
    if opened is None or set_no is None:
        return None
    mine = screen.sets_of(me.state.log, opened.workout).get(key, [])
    return next((entry for entry in mine if entry.set_no == set_no), None)
