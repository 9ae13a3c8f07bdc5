"""One exercise or stretch on its own: figure, cues, mistakes, dose, credits, history, evidence, stop signs."""

import streamlit as st
from markupsafe import Markup

from hamcore.screens.exercise_detail import ExerciseDetail, Step
from hamcore.screens.exercise_history import HistoryLine, OwnHistory
from pages._components.figure import figure
from pages._parts import learn_look, marks
from pages._parts.motion_library import motion_library
from pages._parts.sections import PAGES


def draw(detail: ExerciseDetail) -> None:
    """The whole entry; without a movement the page has no place for one."""
    left, right = st.columns([6, 5], gap="medium")
    with left:
        if detail.movement:
            with st.container(border=True, key="card_figure"):
                figure("figure", detail.movement, motion_library(), autoplay=True)
        draw_cues(detail)
        draw_mistakes(detail)
    with right:
        draw_facts(detail)
        draw_dose(detail)
        draw_stops(detail)
    # A second row, so that on a phone the stop signs come before the evidence.
    left, right = st.columns([6, 5], gap="medium")
    with left:
        draw_evidence(detail)
    with right:
        if detail.history:
            draw_history(detail.history)
        draw_steps(detail)
        if detail.credits:
            draw_credits(detail)


def draw_facts(detail: ExerciseDetail) -> None:
    """What it is, and where the hamstrings work."""
    with st.container(border=True, key="card_facts"):
        marks.draw(
            marks.beside(marks.chip(detail.function)),
            marks.facts(detail.facts),
        )
        length = [marks.heading(detail.length_title), marks.text(detail.length_words)]
        marks.draw(*length, *(marks.quiet(words) for words in (detail.bellies, detail.length_note) if words))


def draw_cues(detail: ExerciseDetail) -> None:
    """Set-up and cues in order."""
    with st.container(border=True, key="card_cues"):
        marks.draw(marks.heading(detail.cues_title), learn_look.steps(detail.cues))


def draw_mistakes(detail: ExerciseDetail) -> None:
    """Common mistakes, each with what to do instead."""
    with st.container(border=True, key="card_mistakes"):
        marks.draw(
            marks.heading("Common mistakes"), marks.rows(marks.row(one.what, one.fix) for one in detail.mistakes)
        )


def draw_dose(detail: ExerciseDetail) -> None:
    """Sets, repetitions, rest and tempo."""
    if not detail.dose:
        return
    with st.container(border=True, key="card_dose"):
        marks.draw(marks.heading("How much"), marks.facts(detail.dose))
        if detail.dose_note:
            marks.draw(marks.quiet(detail.dose_note))
        st.page_link(
            PAGES / "routine.py",
            label="Add to routine",
            icon=":material/calendar_view_week:",
            query_params={"add": detail.entry_id},
        )


def draw_history(history: OwnHistory) -> None:
    """The person's own sessions and bests, with the way to the charts."""
    with st.container(border=True, key="card_history"):
        marks.draw(marks.heading("Your history"), marks.quiet(history.summary))
        if history.sessions:
            marks.draw(marks.rows(_line(one) for one in history.sessions))
        if history.bests:
            marks.draw(
                learn_look.small_title("Best so far"), marks.rows(_line(one, is_best=True) for one in history.bests)
            )
        if history.lift:
            st.page_link(
                PAGES / "lifts.py",
                label="See it over time",
                icon=":material/show_chart:",
                query_params={"lift": history.lift},
            )


def _line(one: HistoryLine, *, is_best: bool = False) -> Markup:
    before = marks.gem() if is_best else marks.NOTHING
    return marks.row(one.what, one.detail, before=before, aside=one.day)


def draw_steps(detail: ExerciseDetail) -> None:
    """Ways to easier, harder and neighbouring exercises."""
    groups = (("Easier", detail.easier), ("Harder", detail.harder), ("Variants", detail.variants))
    if not any(found for _, found in groups):
        return
    with st.container(border=True, key="card_steps"):
        for title, found in groups:
            if found:
                marks.draw(learn_look.small_title(title))
                with st.container(horizontal=True, gap="xsmall", key=f"steps_{title.lower()}"):
                    for step in found:
                        draw_link(step)


def draw_link(step: Step) -> None:
    """A link to another entry."""
    st.page_link(PAGES / "exercises.py", label=step.name, query_params={"exercise": step.entry_id})


def draw_credits(detail: ExerciseDetail) -> None:
    """What a set counts, three ways."""
    with st.container(border=True, key="card_credits"):
        marks.draw(
            marks.heading("What a set counts"),
            marks.rows(marks.row(one.rule, one.reason, value=one.credit) for one in detail.credits),
        )


def draw_evidence(detail: ExerciseDetail) -> None:
    """The claims about it, and the sources of its description."""
    with st.container(border=True, key="card_evidence"):
        rows = learn_look.claim_list(detail.rows) if detail.rows else marks.quiet("No study of this one was read.")
        marks.draw(marks.heading("What was measured"), rows)
        marks.draw(learn_look.small_title("Sources of this page"), learn_look.sources(detail.sources))


def draw_stops(detail: ExerciseDetail) -> None:
    """When to stop, next to what is done."""
    with st.container(border=True, key="card_stops"):
        marks.draw(marks.state_tag(marks.Tone.ERROR, "pan_tool", "When to stop"))
        for one in detail.stops:
            lines = [learn_look.bullets(one.lines)] if one.lines else []
            marks.draw(learn_look.small_title(one.title), *lines, marks.quiet(one.words))
        marks.draw(marks.quiet("For education, not medical advice. Do not put off care because of this page."))
