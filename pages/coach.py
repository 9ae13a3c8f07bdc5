"""How loads are suggested: every rule in the order in which it is asked, with a worked example."""

import streamlit as st

from hamcore.screens import coach
from pages._parts import coach_look, frame, learn_look, marks
from pages._parts.session import Here, here


def draw_beginning(view: coach.CoachScreen) -> None:
    """What holds for every rule, what the tags mean, and the person's own steps."""
    left, right = st.columns(2, gap="medium")
    with left, st.container(border=True, key="card_always"):
        marks.draw(marks.heading("What always holds"), learn_look.bullets(view.always))
    with right:
        with st.container(border=True, key="card_tags"):
            marks.draw(marks.heading("What a rule rests on"), coach_look.tags(view.tags))
        with st.container(border=True, key="card_loads"):
            marks.draw(
                marks.heading("What you can load"),
                marks.facts(view.steps),
            )
            st.page_link("../settings.py", label="Change it in Settings", icon=":material/tune:")


def draw(me: Here) -> None:
    """The whole page."""
    view = coach.build(me.state.settings, me.catalog, me.today)
    frame.begin(me, "Train", "Suggested loads")
    coach_look.apply()
    marks.draw(marks.lead(view.lead))
    draw_beginning(view)
    for number, group in enumerate(view.groups):
        with st.container(border=True, key=f"card_rules_{number}"):
            marks.draw(marks.heading(group.title, large=True), marks.quiet(group.words), coach_look.rules(group.rules))
    with st.container(border=True, key="card_around"):
        marks.draw(
            marks.heading("Around the rules", large=True),
            *(marks.titled(title, words) for title, words in view.around),
        )


draw(here())
