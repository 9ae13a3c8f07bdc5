"""The cards under the board: the check with its fixes, weekly sets, where they land, and the week at a glance.

They are drawn in few elements, as each one is a message to the browser after every drop.
"""

import streamlit as st
from markupsafe import Markup

from hamcore.rules.volume import TARGET_FROM, TARGET_TO
from hamcore.screens.routine import RoutineScreen
from hamcore.screens.routine_findings import FindingRow
from hamcore.screens.routine_week import BELLY_NOTE, WeekNumbers
from hamcore.screens.wording import sets_number
from pages._parts import marks, routine_look, states
from pages._parts import routine_actions as act
from pages._parts.session import Here


def draw(me: Here, view: RoutineScreen, *, is_preview: bool = False) -> None:
    """All of them; a preview has no fixes to click."""
    left, right = st.columns([3, 2], gap="medium")
    with left:
        draw_check(me, view, is_preview=is_preview)
    right.html(str(sets_card(view.week)))
    if view.week.grid:
        marks.draw(routine_look.two_cards(glance(view.week), landing(view.week)))


def draw_check(me: Here, view: RoutineScreen, *, is_preview: bool) -> None:
    """What is worth a look first, then what is fine."""
    with st.container(border=True, key="card_check"):
        loose: list[Markup] = [marks.beside(marks.heading("Check"), marks.quiet(view.summary))]
        for place, row in enumerate(view.findings):
            if row.fix is None or is_preview:
                loose.append(routine_look.finding(row))
                continue
            _draw_loose(loose)
            loose = []
            _draw_fixable(me, view, row, place)
        _draw_loose(loose)


def _draw_loose(parts: list[Markup]) -> None:
    """Parts without a button, as one element."""
    if parts:
        marks.draw(marks.joined(parts))


def _draw_fixable(me: Here, view: RoutineScreen, row: FindingRow, place: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"finding_{place}"):
        marks.draw(routine_look.finding(row))
        st.button(
            states.plain(row.label),
            type="tertiary",
            key=f"fix_{row.finding_id}",
            on_click=act.use_fix,
            args=(me, view.routine, row.fix, row.label),
        )


def sets_card(week: WeekNumbers) -> Markup:
    """Weekly sets: by function, against the band, under the three rules."""
    parts = [
        marks.heading("Weekly sets"),
        marks.key_number(sets_number(week.weighted), week.band_words),
        marks.band_bar(week.weighted, TARGET_FROM, TARGET_TO),
    ]
    if week.is_empty:
        parts.append(marks.quiet("Put an exercise on a day and its sets are counted here."))
    else:
        parts += [
            routine_look.bars(week.functions),
            marks.quiet("Solid: weighted sets. Pale: every set."),
            routine_look.counts(week.counts),
            routine_look.differences(week.differences, week.counts),
        ]
    return routine_look.card(*parts)


def landing(week: WeekNumbers) -> Markup:
    """By muscle length and by belly."""
    return routine_look.card(
        marks.heading("Where the sets land"),
        marks.quiet("By the length the muscle reaches"),
        routine_look.bars(week.lengths_of_muscle, long_names=True),
        marks.quiet(f"By belly. {BELLY_NOTE}"),
        routine_look.bars(week.bellies, long_names=True),
    )


def glance(week: WeekNumbers) -> Markup:
    """Days and functions, minutes, spacing and balance."""
    sides = [routine_look.sides(week.hip, week.knee)] if week.hip or week.knee else []
    return routine_look.card(
        marks.beside(marks.heading("The week at a glance"), marks.quiet(week.total_minutes)),
        routine_look.week_grid(week),
        marks.quiet("Sets by day; stretches in rounds. Minutes without warm-up."),
        routine_look.halves(
            marks.stack(
                routine_look.part_title("event_repeat", "Spacing"),
                routine_look.plain_lines(week.spacing),
                marks.quiet(week.spacing_note),
            ),
            marks.stack(routine_look.part_title("balance", "Hip and knee"), *sides, marks.quiet(week.balance_words)),
        ),
    )
