"""The cards around the checklist: the holds of a day, own stretches, what hurts."""

import streamlit as st

from hamcore.model.stretching import Hold
from hamcore.screens import safety_words
from hamcore.screens.stretching import ChecklistRow, StretchingScreen
from pages._parts import marks, workout_actions
from pages._parts import stretching_actions as act
from pages._parts.session import Here


def draw_fault(name: str) -> None:
    """Why an entry was refused, beside it."""
    words = act.fault(name)
    if words:
        marks.draw(marks.beside_words(marks.state_tag(marks.Tone.LOOK, "edit", "Not yet"), words))


def draw_holds(me: Here, view: StretchingScreen) -> None:
    """Every hold of the day to correct or delete, and one to add."""
    lines = [(row, line.hold, line.words) for row in view.rows for line in row.holds]
    with st.expander(f"Holds of {view.day_words}", key="card_holds", icon=":material/edit:"):
        if not lines:
            marks.draw(marks.quiet("None yet. A tick writes down the dose; here a single hold can be typed in."))
        for row, hold, words in lines:
            draw_hold(me, row, hold, words)
        draw_add(me, view)


def draw_hold(me: Here, row: ChecklistRow, hold: Hold, words: str) -> None:
    """One hold: what it was, its length to correct, the way to delete it."""
    marks.draw(marks.labelled(marks.strong(row.name), words))
    widget = f"hold_{hold.hold_id}"
    shown = hold.reps if hold.reps is not None else hold.seconds
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"tap_{widget}"):
        st.text_input(
            f"{'Repetitions' if hold.reps is not None else 'Seconds'}: {row.name}, {words}",
            str(shown),
            key=f"{widget}_{shown}",
            label_visibility="collapsed",
            width=110,
            on_change=act.change_hold,
            args=(me, hold, f"{widget}_{shown}"),
        )
        st.button(
            "Delete",
            icon=":material/delete:",
            type="tertiary",
            key=f"{widget}_delete",
            help=f"{row.name}, {words}",
            on_click=act.delete_hold,
            args=(me, hold),
        )
    draw_fault(hold.hold_id)


def draw_add(me: Here, view: StretchingScreen) -> None:
    """Type in a hold of the day."""
    stretches = me.state.stretches
    chosen = st.selectbox(
        "Add a hold of", list(stretches), format_func=lambda key: stretches[key].name, key="add_hold_stretch"
    )
    stretch = stretches[chosen]
    with st.container(horizontal=True, vertical_alignment="bottom", key="tap_add_hold"):
        if stretch.each_side:
            st.segmented_control("Leg", ("Left", "Right", "Each"), default="Each", required=True, key="add_hold_side")
        st.text_input(
            "Repetitions" if stretch.reps else "Seconds",
            key="add_hold_amount",
            placeholder="8" if stretch.reps else "30",
            width=110,
        )
        st.button("Add", icon=":material/add:", key="add_hold", on_click=act.add_hold, args=(me, view.day))
    draw_fault("add_hold")


def draw_own(me: Here) -> None:
    """A person's own stretches: those there are, and one to add."""
    with st.expander("Your own stretches", key="card_own", icon=":material/add:"):
        for place, own in enumerate(me.state.own_stretches.values()):
            amount = f"{own.reps} repetitions" if own.reps else f"{own.hold_s} s"
            with st.container(horizontal=True, vertical_alignment="center", key=f"tap_own_{place}"):
                sides = ", each side" if own.each_side else ""
                marks.draw(marks.rows([marks.row(own.name, f"{own.rounds} × {amount}{sides}")]))
                st.button(
                    "Take off", type="tertiary", key=f"own_off_{place}", on_click=act.delete_own, args=(me, own.name)
                )
        st.text_input("Name", key="own_name", placeholder="Door frame stretch")
        st.segmented_control(
            "Done", ("Held still", "In repetitions"), default="Held still", required=True, key="own_kind"
        )
        is_reps = st.session_state["own_kind"] == "In repetitions"
        with st.container(horizontal=True, key="own_numbers"):
            st.text_input(
                "Repetitions" if is_reps else "Seconds", key="own_amount", placeholder="8" if is_reps else "30"
            )
            st.text_input("Rounds", "2", key="own_rounds")
        st.checkbox("Each leg by itself", value=True, key="own_sides")
        st.checkbox(
            "Bends the trunk over the legs",
            key="own_bend",
            help="Forward bends are not suggested while an ache at the sit bone is noted.",
        )
        draw_fault("own")
        st.button("Keep this stretch", icon=":material/add:", key="tap_own_add", on_click=act.add_own, args=(me,))


def draw_hurts(me: Here, view: StretchingScreen) -> None:
    """When to stop at once, what holds now, and the way to say that something hurts."""
    with st.container(border=True, key="card_stop"):
        marks.draw(
            marks.beside_words(
                marks.state_tag(marks.Tone.ERROR, "pan_tool", "Stop"),
                "before sharp pain; at pain where you sit; at tingling, numbness or pain that runs down the leg. "
                "No bouncing.",
            ),
            *(
                marks.titled(one.title, " ".join([f"Noted {one.since}.", one.stops, *one.advice]))
                for one in view.symptoms
            ),
        )
        with st.expander("Something hurts", key="hurts", icon=":material/pan_tool:"):
            for choice in safety_words.choices(me.catalog):
                marks.draw(
                    marks.titled(choice.title, choice.stops),
                    *(marks.quiet(f"{part.title}: {'; '.join(part.signs)}.") for part in choice.lists if part.signs),
                )
                st.button(
                    f"I have this: {choice.title.lower()}",
                    key=f"tap_hurts_{choice.kind.value}",
                    on_click=workout_actions.report_symptom,
                    args=(me, choice.kind, choice.title),
                )
            st.page_link("../settings.py", label="What was noted, and to take it back", icon=":material/tune:")
