"""Today: what is due, this week's sets, the newest records, where deadlift and Romanian deadlift are going."""

import streamlit as st

from hamcore.screens import today as screen
from pages._parts import demo, frame, marks, terms
from pages._parts import today_cards as cards
from pages._parts.sections import PAGES
from pages._parts.session import Here, here


def draw_empty(me: Here) -> None:
    """Nothing is logged yet: bring a log in, look at the demo, or begin."""
    with st.container(border=True, key="card_import"):
        marks.draw(
            marks.heading("Bring your training log", large=True),
            marks.lead(
                "Drop in the export of Strong, Hevy or FitNotes, or any table of sets. You see what is in it before "
                "anything is stored, and one click takes it back."
            ),
        )
        if st.button("Import a log", type="primary", icon=":material/upload_file:", key="go_import"):
            st.switch_page(PAGES / "import_export.py")
    left, right = st.columns(2, gap="medium")
    with left, st.container(border=True, key="card_demo"):
        marks.draw(
            marks.heading("Look around first"),
            marks.text("Two years of an invented lifter's log, with missed weeks, a layoff and a spell in pounds."),
        )
        demo.draw_load(me)
    with right, st.container(border=True, key="card_log"):
        marks.draw(
            marks.heading("Start from nothing"),
            marks.text("Log today's workout. Every set is kept on this computer as soon as you tap it."),
        )
        if st.button("Log a workout", icon=":material/fitness_center:", key="go_workout"):
            st.switch_page(PAGES / "workout.py")


def draw(me: Here) -> None:
    """The whole page."""
    view = screen.build(me.state, me.today, me.store.open_plans(me.athlete_id))
    frame.begin(me, view.day_words, "Today")
    if view.is_empty:
        draw_empty(me)
        if view.stretching:
            cards.draw_stretching(view.stretching)
        return
    terms.apply()
    left, right = st.columns([3, 2], gap="medium")
    with left:
        if view.due:
            cards.draw_due(me, view.due)
        cards.draw_trends(view.trends)
    with right:
        if view.week:
            cards.draw_week(view.week)
        if view.stretching:
            cards.draw_stretching(view.stretching)
        cards.draw_records(view.records)


draw(here())
