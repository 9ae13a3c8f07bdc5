"""Cards of the Settings page: equipment without plates, and what was said to hurt."""

import streamlit as st

from hamcore.screens import safety_words
from hamcore.screens import settings as screen
from pages._parts import marks
from pages._parts import settings_actions as act
from pages._parts.session import Here

_STEPS = {"dumbbell_step": "Each dumbbell", "machine_step": "Machine stack", "cable_step": "Cable stack"}


def draw_problems(field: str) -> None:
    """Why the text in ``field`` was not saved."""
    for problem in act.problems(field):
        marks.draw(marks.beside_words(marks.state_tag(marks.Tone.LOOK, "edit", "Not saved"), problem.message))


def draw_steps(me: Here, view: screen.SettingsScreen) -> None:
    """The steps of what is not loaded with plates, and the kettlebells."""
    with st.container(border=True, key="card_steps"):
        marks.draw(marks.heading("Dumbbells, machines, kettlebells"), marks.quiet(view.notes["steps"]))
        with st.grid(3, min_column_width=104, key="step_fields") as grid:
            for field, label in _STEPS.items():
                with grid.container():
                    draw_field(me, view, field, label)
        draw_field(me, view, "kettlebells", "Kettlebells", tip=view.notes["kettlebells"])
        st.page_link("../coach.py", label="How loads are suggested", icon=":material/calculate:")


def draw_field(me: Here, view: screen.SettingsScreen, field: str, label: str, tip: str = "") -> None:
    """A text that may stay empty for what is usual; a text that is not allowed keeps its reason under it."""
    typed = getattr(view.entry, field)
    st.text_input(
        label,
        value=typed,
        placeholder=view.usual[field],
        help=tip or None,
        key=f"set_{field}_{typed}",
        on_change=act.save_field,
        args=(me, field, f"set_{field}_{typed}"),
    )
    draw_problems(field)


def draw_symptoms(me: Here) -> None:
    """What was said to hurt and has not gone; only the person can take it back."""
    held = safety_words.held(me.state.symptoms, me.catalog, me.today)
    if not held:
        return
    with st.container(border=True, key="card_symptoms"):
        marks.draw(marks.heading("Something hurts"))
        for one in held:
            marks.draw(
                marks.beside_words(marks.state_tag(marks.Tone.LOOK, "pan_tool", one.title), one.since),
                marks.text(one.stops),
                *(marks.quiet(words) for words in one.advice),
            )
            st.button(
                "It has gone, or was looked at",
                icon=":material/check:",
                key=f"tap_gone_{one.symptom_id}",
                on_click=act.clear_symptom,
                args=(me, one.symptom_id, one.title),
            )
