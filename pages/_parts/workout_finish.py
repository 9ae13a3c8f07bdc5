"""The end of a workout: what was done, what was best, and for every exercise what changes next time and why."""

import streamlit as st

from hamcore.model.plan import WorkoutPlan
from hamcore.rules.recommendation import Outcome
from hamcore.screens import finish as screen
from pages._parts import frame, marks
from pages._parts import workout_actions as act
from pages._parts.session import Here

_LOOK = {
    Outcome.MORE: (marks.Tone.GOOD, "trending_up"),
    Outcome.SAME: (marks.Tone.NEUTRAL, "trending_flat"),
    Outcome.LESS: (marks.Tone.LOOK, "trending_down"),
    Outcome.NONE: (marks.Tone.NEUTRAL, "remove"),
}


def draw_finished(me: Here, plan: WorkoutPlan) -> None:
    """The summary of a workout, with the ways on."""
    view = screen.build(me.state, plan, me.today)
    frame.begin(me, f"{view.over} · done", view.title, page="workout")
    left, right = st.columns([3, 2], gap="medium")
    with left:
        draw_next(view)
    with right:
        draw_done(me, plan, view)
        draw_bests(view)


def draw_next(view: screen.FinishScreen) -> None:
    """Every exercise: today's sets, next time's target, its reason."""
    marks.draw(marks.heading("What changes next time", large=True))
    for line in view.lines:
        with st.container(border=True, key=f"card_next_{line.key}"):
            tone, symbol = _LOOK[line.outcome]
            tags = [marks.state_tag(tone, symbol, line.change)] if line.change else []
            marks.draw(
                marks.beside(marks.labelled_strong(marks.function_mark(line.function, 14), line.name), *tags),
                *([marks.titled("Instead of", line.instead)] if line.instead else []),
                marks.titled("Done", ", ".join(part for part in (line.done, line.open) if part)),
                marks.titled("Next time", line.target),
                marks.text(line.why.line),
            )
            with st.expander("The whole reason", key=f"why_{line.key}"):
                marks.draw(
                    marks.titled(line.why.rule, f"{line.why.when} {line.why.then}"),
                    *(marks.quiet(fact) for fact in line.why.facts),
                    *(
                        [marks.titled("What would have changed it", line.why.would_change)]
                        if line.why.would_change
                        else []
                    ),
                    *(marks.quiet(words) for words in line.why.unknown),
                    marks.titled("Rests on", f"{line.why.rests_on}."),
                )
    for words, names in (("Skipped", view.skipped), ("Left out", view.missed)):
        if names:
            marks.draw(marks.quiet(f"{words}: {', '.join(names)}. What is suggested next stays as it was."))


def draw_done(me: Here, plan: WorkoutPlan, view: screen.FinishScreen) -> None:
    """The figures of the workout, and the ways on."""
    with st.container(border=True, key="card_done"):
        marks.draw(
            marks.heading("This workout"),
            marks.facts(view.facts),
            marks.titled(view.week.title, f"{view.week.total:g}"),
            marks.band_bar(view.week.total, view.week.band_from, view.week.band_to),
            *([marks.quiet(view.week.note)] if view.week.note else []),
        )
        with st.container(horizontal=True, key="tap_done"):
            st.button(
                "See all workouts",
                type="primary",
                icon=":material/calendar_view_week:",
                key="go_history",
                on_click=act.go,
                kwargs={"view": act.HISTORY},
            )
            st.button(
                "Correct something",
                icon=":material/edit:",
                key="correct",
                on_click=act.go,
                args=(plan.workout.workout_id,),
            )
            st.button("Go on with it", icon=":material/play_arrow:", key="reopen", on_click=act.reopen, args=(me, plan))


def draw_bests(view: screen.FinishScreen) -> None:
    """The sets that were best so far; a first time is none."""
    with st.container(border=True, key="card_bests"):
        marks.draw(
            marks.heading("Best so far"),
            marks.rows(marks.row(f"{one.name} {one.what}", one.detail, before=marks.gem()) for one in view.bests)
            if view.bests
            else marks.quiet(view.no_bests),
        )
