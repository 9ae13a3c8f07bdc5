"""Settings: unit, body weight, week, equipment, routine, formula, what hurts. Every change is saved at once."""

import streamlit as st

from hamcore.screens import settings as screen
from pages._parts import frame, marks
from pages._parts import settings_actions as act
from pages._parts import settings_cards as cards
from pages._parts.session import Here, here


def draw_units(me: Here, view: screen.SettingsScreen) -> None:
    """Load unit, body weight, first day of the week."""
    unit = view.entry.load_unit
    with st.container(border=True, key="card_units"):
        marks.draw(marks.heading("Unit, week and you"))
        st.segmented_control(
            "Load unit",
            [value for value, _ in view.units],
            default=unit,
            required=True,
            format_func=dict(view.units).__getitem__,
            key="set_unit",
            on_change=act.save_field,
            args=(me, "load_unit", "set_unit"),
        )
        marks.draw(marks.quiet(view.notes["load_unit"]))
        cards.draw_unit_hint(me, view)
        st.selectbox(
            "The week begins on",
            [value for value, _ in view.weekdays],
            index=[value for value, _ in view.weekdays].index(view.entry.week_start),
            format_func=dict(view.weekdays).__getitem__,
            help=view.notes["week_start"],
            key="set_week",
            on_change=act.save_field,
            args=(me, "week_start", "set_week"),
        )
        st.text_input(
            "Body weight",
            value=view.entry.body_weight,
            placeholder="not set; for example 82.5 or 180 lb",
            help=view.notes["body_weight"],
            key=f"set_body_{view.entry.body_weight}",
            on_change=act.save_field,
            args=(me, "body_weight", f"set_body_{view.entry.body_weight}"),
        )
        cards.draw_problems("body_weight")


def draw_plates(me: Here, view: screen.SettingsScreen) -> None:
    """The bar, and how many pairs of each plate there are."""
    with st.container(border=True, key="card_plates"):
        marks.draw(marks.heading("Bar and plates"))
        st.text_input(
            "Empty bar",
            value=view.entry.bar,
            help=view.notes["bar"],
            key=f"set_bar_{view.entry.bar}",
            on_change=act.save_field,
            args=(me, "bar", f"set_bar_{view.entry.bar}"),
        )
        cards.draw_problems("bar")
        marks.draw(marks.quiet("Pairs of each plate you can use; 0 takes a plate out."))
        own, others = act.offered_plates(me.state.settings)
        cards.draw_pairs(me, own, "plates")
        if others:
            with st.expander("Plates of a usual gym that you do not have", key="more_plates"):
                cards.draw_pairs(me, others, "other_plates")
        st.text_input(
            "Another plate",
            placeholder="for example 0.5, or 0.5 × 2 for two pairs",
            key="new_plate",
            on_change=act.add_plate,
            args=(me, "new_plate"),
        )
        cards.draw_problems("plates")


def draw_routine(me: Here, view: screen.SettingsScreen) -> None:
    """Which routine says what is due."""
    with st.container(border=True, key="card_routine"):
        marks.draw(marks.heading("Routine"), marks.quiet(view.notes["routine_id"]))
        ids = [value for value, _ in view.routines]
        st.radio(
            "Your routine",
            ids,
            index=ids.index(view.entry.routine_id) if view.entry.routine_id in ids else None,
            format_func=dict(view.routines).__getitem__,
            captions=[me.state.routines[value].why for value in ids],
            label_visibility="collapsed",
            key="set_routine",
            on_change=act.save_field,
            args=(me, "routine_id", "set_routine"),
        )


def draw_formula(me: Here, view: screen.SettingsScreen) -> None:
    """Which of the seven equations draws the estimate."""
    formulas = [value for value, _ in view.formulas]
    with st.container(border=True, key="card_formula"):
        marks.draw(marks.heading("Estimated one-rep maximum"), marks.quiet(view.notes["formula"]))
        st.selectbox(
            "Formula",
            formulas,
            index=formulas.index(view.entry.formula),
            format_func=dict(view.formulas).__getitem__,
            key="set_formula",
            on_change=act.save_field,
            args=(me, "formula", "set_formula"),
        )


def draw_place(me: Here) -> None:
    """Where the data are, and how to take them along."""
    with st.container(border=True, key="card_place"):
        marks.draw(
            marks.heading("Your data"),
            marks.quiet(f"Everything is in one file on this computer: {me.store.path}"),
            marks.quiet("Nothing is sent anywhere."),
        )
        st.page_link("../import_export.py", label="Export or back up", icon=":material/download:")


def draw(me: Here) -> None:
    """The whole page."""
    view = screen.build(me.state.settings, me.state.routines)
    frame.begin(me, "Data", "Settings")
    left, right = st.columns(2, gap="medium")
    with left:
        cards.draw_symptoms(me)
        draw_units(me, view)
        draw_routine(me, view)
    with right:
        draw_plates(me, view)
        cards.draw_steps(me, view)
        draw_formula(me, view)
        draw_place(me)


draw(here())
