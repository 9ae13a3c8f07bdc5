"""Cards of the Settings page: equipment without plates, and what was said to hurt."""

from collections.abc import Iterable

import streamlit as st

from hamcore.screens import safety_words
from hamcore.screens import settings as screen
from hamcore.units import Load, plain
from pages._parts import marks
from pages._parts import settings_actions as act
from pages._parts.session import Here

_STEPS = {"dumbbell_step": "Each dumbbell", "machine_step": "Machine stack", "cable_step": "Cable stack"}


def draw_problems(field: str) -> None:
    """Why the text in ``field`` was not saved."""
    for problem in act.problems(field):
        marks.draw(marks.beside_words(marks.state_tag(marks.Tone.LOOK, "edit", "Not saved"), problem.message))


def draw_unit_hint(me: Here, view: screen.SettingsScreen) -> None:
    """Where bar and plates are in the other unit: what that means, and the way to a usual gym in the person's."""
    hint = screen.unit_hint(me.state.settings)
    if not hint:
        return
    marks.draw(marks.quiet(hint))
    st.button(
        f"Use a usual gym in {dict(view.units)[view.entry.load_unit].lower()}",
        icon=":material/fitness_center:",
        key="usual_gym",
        on_click=act.use_usual_gym,
        args=(me,),
    )


def draw_pairs(me: Here, loads: Iterable[Load], name: str) -> None:
    """How many pairs of each plate there are."""
    pairs = {plate.load: plate.pairs for plate in me.state.settings.plates}
    with st.grid(4, min_column_width=96, key=name) as grid:
        for load in loads:
            key = f"set_plate_{plain(load.value)}_{load.unit}"
            grid.number_input(
                f"{plain(load.value)} {load.unit}",
                min_value=0,
                max_value=screen.MOST_PAIRS,
                value=pairs.get(load, 0),
                step=1,
                key=key,
                on_change=act.save_plate,
                args=(me, load, key),
            )


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
