"""Stretching: a guided session, the week with its checklist, range tests, and what came of it all."""

import streamlit as st

from hamcore.screens import guide_plan
from hamcore.screens import stretching as screen
from hamcore.screens.checklist_document import checklist_document, day_of
from pages._components import checklist
from pages._parts import frame, guide, learn_look, stretching_charts, stretching_range
from pages._parts import stretching_cards as cards
from pages._parts.motion_library import motion_library
from pages._parts.session import Here, here

GUIDE, LIST = "guide", "checklist"


def draw(me: Here) -> None:
    """Store what was done in the browser, then draw what there is now."""
    known, ticks = guide.memory(), checklist.value(LIST)
    news = guide.fold(me, guide.taps(GUIDE), known)
    ticked = guide.fold(me, ticks, known)
    view = screen.build(me.state, me.today, day_of(ticks, me.today))
    frame.begin(me, "Train", "Stretching", page="stretching")
    learn_look.apply()
    left, right = st.columns([3, 2], gap="medium")
    with left:
        guide.guide(GUIDE, guide.drawn(guide_plan.fixed(me.state, me.today), motion_library()), news)
        cards.draw_hurts(me, view)
    with right:
        checklist.mount(LIST, checklist_document(view, ticked, me.today))
        cards.draw_holds(me, view)
        cards.draw_own(me)
    progress = stretching_charts.progress(me)
    stretching_charts.draw_weeks(me, progress)
    stretching_range.draw(me, progress)


draw(here())
