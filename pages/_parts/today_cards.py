"""The cards of Today: what is due, the week, stretching, records, the trend of the two main lifts."""

import streamlit as st

from hamcore.model.exercise import Function
from hamcore.rules.volume import WeekBand
from hamcore.screens import today as screen
from hamcore.screens.due_card import DueCard
from hamcore.screens.stretch_card import StretchCard
from pages._parts import marks, terms
from pages._parts import workout_actions as act
from pages._parts.sections import PAGES
from pages._parts.session import Here
from pages._parts.trend_look import trend_tag

_BAND_LOOK = {
    WeekBand.LOW: (marks.Tone.NEUTRAL, "info"),
    WeekBand.BUILDING: (marks.Tone.NEUTRAL, "info"),
    WeekBand.TARGET: (marks.Tone.GOOD, "check"),
    WeekBand.ABOVE: (marks.Tone.LOOK, "lightbulb"),
}


def draw_due(me: Here, due: DueCard) -> None:
    """The routine day to do today, or the next one."""
    with st.container(border=True, key="card_due"):
        marks.draw(
            marks.beside(marks.chips(due.functions), marks.quiet(due.state_words)),
            marks.heading(due.title, large=True),
            marks.quiet(due.facts),
            marks.rows(
                marks.row(
                    line.name,
                    line.reason,
                    before=marks.function_mark(line.function, 14),
                    value=line.target,
                )
                for line in due.lines
            ),
            *([marks.quiet(due.also)] if due.also else []),
        )
        words = "Start workout" if due.is_due else "Start it today"
        if st.button(
            "Continue workout" if due.workout_id else words,
            type="primary" if due.is_due or due.workout_id else "secondary",
            icon=":material/play_arrow:",
            key="start_due",
        ):
            _open(due.workout_id or act.start_or_resume(me, due.day))
        for one in due.going:
            with st.container(horizontal=True, vertical_alignment="center", key=f"tap_going_{one.workout_id}"):
                marks.draw(marks.titled("Not finished", one.words))
                if st.button("Continue", icon=":material/play_arrow:", key=f"continue_{one.workout_id}"):
                    _open(one.workout_id)


def _open(workout_id: str) -> None:
    """Lead to a workout."""
    st.switch_page(PAGES / "workout.py", query_params={act.ADDRESS: workout_id})


def draw_week(week: screen.WeekCard) -> None:
    """Weighted sets against the band, and each function against the routine."""
    tone, symbol = _BAND_LOOK[week.band]
    longest = max((line.planned or line.done for line in week.lines), default=0)
    with st.container(border=True, key="card_week"):
        marks.draw(
            marks.heading("This week"),
            marks.key_number(f"{week.weighted:g}", terms.explained(week.summary)),
            marks.band_bar(week.weighted, week.band_from, week.band_to),
            marks.tracks(marks.track(line.function, line.done, line.planned, longest) for line in week.lines),
            marks.state_tag(tone, symbol, week.band_words),
            *([marks.quiet(week.plan_words)] if week.plan_words else []),
        )


def draw_stretching(card: StretchCard) -> None:
    """What is due of stretching, how far the week is, and the way to the page."""
    with st.container(border=True, key="card_stretch"):
        marks.draw(
            marks.beside(
                marks.labelled_strong(marks.function_mark(Function.STRETCH, 14), "Stretching"),
                marks.quiet(card.state_words),
            ),
            *(marks.text(line) for line in (card.closed, card.due) if line),
            marks.quiet(f"{card.week}. {card.still}"),
            *([marks.state_tag(marks.Tone.LOOK, "lightbulb", card.warning)] if card.warning else []),
        )
        if st.button(
            "Stretch now" if card.is_due else "Stretching", icon=":material/self_improvement:", key="go_stretch"
        ):
            st.switch_page(PAGES / "stretching.py")


def draw_records(records: tuple[screen.RecordLine, ...]) -> None:
    """The newest sets that were best at something."""
    with st.container(border=True, key="card_records"):
        marks.draw(
            marks.overline("Newest records"),
            marks.rows(
                marks.row(
                    f"{line.name} {line.what}",
                    line.detail,
                    before=marks.gem(),
                    aside=line.day,
                )
                for line in records
            )
            if records
            else marks.quiet("None yet. The first set of an exercise is not a record; the next better one is."),
        )


def draw_trends(trends: tuple[screen.TrendCard, ...]) -> None:
    """Deadlift and Romanian deadlift: estimate, state with its reason, a short line."""
    with st.container(border=True, key="card_trends"):
        marks.draw(marks.heading("Strength trend"))
        for column, trend in zip(st.columns(len(trends), gap="medium"), trends, strict=True):
            with column:
                draw_trend(trend)
        with st.expander("What these numbers are", key="trend_notes"):
            for trend in trends:
                notes = " ".join(words for words in (trend.note, trend.series_words) if words)
                if notes:
                    marks.draw(marks.titled(trend.label, notes))


def draw_trend(trend: screen.TrendCard) -> None:
    """One lift."""
    marks.draw(
        marks.labelled(marks.function_mark(trend.function, 11), terms.explained(trend.label)),
        marks.key_number(trend.value or "–", trend.unit_words),
        marks.quiet(trend.band),
        marks.sparkline(trend.function, trend.series, f"{trend.name}: {trend.series_words}", spread=trend.spread),
        trend_tag(trend.state, trend.state_words),
        marks.quiet(trend.reason),
    )
