"""The range tests: how each is done honestly, an entry for each leg, what the readings say, and the depth reading."""

from collections.abc import Sequence

import streamlit as st

from hamcore.model.stretching import RangeTestName, RangeUnit
from hamcore.rules.range_tests import NormGroup, RangeState
from hamcore.screens import range_tests as screen
from hamcore.screens.stretch_progress import ProgressScreen
from pages._parts import learn_look, marks, stretching_charts
from pages._parts import stretching_range_actions as act
from pages._parts.motion_library import motion_library
from pages._parts.session import Here
from pages._parts.stretching_cards import draw_fault

_LOOK = {
    RangeState.FURTHER: (marks.Tone.GOOD, "trending_up"),
    RangeState.LESS: (marks.Tone.LOOK, "trending_down"),
    RangeState.NO_CLEAR_CHANGE: (marks.Tone.NEUTRAL, "remove"),
    RangeState.CANNOT_TELL: (marks.Tone.NEUTRAL, "hourglass_empty"),
}
_NOBODY = "Neither"


def draw(me: Here, progress: ProgressScreen) -> None:
    """The chosen test with its entry and its readings, and how low a Romanian deadlift by the model."""
    names = {note.test: note.title for note in me.catalog.range_tests.values()}
    with st.container(border=True, key="card_range"):
        marks.draw(
            marks.heading("How far do you reach?", large=True),
            marks.quiet(
                "Once in two to four weeks is plenty. A single reading says little: what counts is many of them, taken "
                "the same way."
            ),
        )
        with st.container(key="tap_range_test"):
            test = st.segmented_control(
                "Test",
                list(names),
                default=RangeTestName.STRAIGHT_LEG_RAISE,
                required=True,
                format_func=names.__getitem__,
                key="range_test",
                label_visibility="collapsed",
            )
        group = st.session_state.get("norm_group")
        view = screen.build(me.state, motion_library(), me.today, group if isinstance(group, NormGroup) else None)
        card = next(one for one in view.cards if one.note.test is test)
        left, right = st.columns([3, 2], gap="medium")
        with left:
            marks.draw(marks.text(card.note.measures))
            with st.expander(
                "How to do it honestly", key="range_how", icon=":material/self_improvement:", expanded=not card.lines
            ):
                draw_how(card)
            draw_sides(card)
            stretching_charts.draw_range(me, progress, test)
            draw_readings(me, card)
        with right:
            draw_entry(me, card)
    draw_depth(view.depth)


def draw_how(card: screen.RangeCard) -> None:
    """What the test measures, how it is done, and what keeps it honest."""
    note = card.note
    marks.draw(
        marks.quiet(f"You need: {note.needs[:1].lower()}{note.needs[1:]}"),
        learn_look.steps(note.how_to),
        learn_look.small_title("So that two readings compare"),
        learn_look.bullets(note.honest),
        *([marks.quiet(note.note)] if note.note else []),
        marks.beside_words(marks.state_tag(marks.Tone.ERROR, "pan_tool", "Stop at"), f"{_series(note.stop_signs)}."),
    )


def _series(signs: Sequence[str]) -> str:
    return "; ".join(sign[:1].lower() + sign[1:] for sign in signs)


def draw_entry(me: Here, card: screen.RangeCard) -> None:
    """The form: a value for each leg (or for both at once), the zero point where there is one, the day, warm or not."""
    test, is_reach = card.note.test, card.unit is RangeUnit.CM
    unit = "cm" if is_reach else "degrees"
    with st.container(border=True, key="card_range_entry"):
        marks.draw(marks.heading("A new reading"))
        labels = {"": "Scale at the fingertips"} if is_reach else {"left": "Left leg", "right": "Right leg"}
        with st.container(horizontal=True, key="range_values"):
            for side, label in labels.items():
                st.text_input(f"{label} ({unit})", key=f"reading_{test}_{side}", width=132)
            if is_reach:
                st.text_input(
                    "Scale at the soles (cm)", card.zero_point, key=f"zero_{test}", help=card.note.zero_point, width=132
                )
        for side in labels:
            draw_fault(f"reading_{test}_{side}")
        draw_fault(f"zero_{test}")
        st.date_input("Day", me.today, max_value=me.today, key="range_day")
        draw_fault("range_day")
        st.checkbox("After my usual warm-up", value=True, key="range_warm")
        st.button(
            "Keep this reading",
            icon=":material/add:",
            key="tap_range_add",
            on_click=act.add,
            args=(me, test),
        )


def draw_sides(card: screen.RangeCard) -> None:
    """What the readings of each leg say, and why."""
    parts = []
    if not card.lines:
        tag = marks.state_tag(marks.Tone.NEUTRAL, "hourglass_empty", "Cannot tell yet")
        marks.draw(marks.beside_words(tag, f"No reading yet. {card.sides[0].reason}"))
    for side in card.sides if card.lines else ():
        tone, symbol = _LOOK[side.state]
        label = side.label if len(card.sides) > 1 else card.note.title
        parts += [
            marks.beside(marks.strong(label), marks.state_tag(tone, symbol, side.state_words)),
            marks.key_number(side.value or "–", f"on {side.day}" if side.day else "no reading yet"),
            marks.quiet(side.reason),
        ]
    marks.draw(*parts, *([marks.quiet(card.sides_words)] if card.sides_words else []))
    if card.note.norms:
        draw_norms(card)


def draw_norms(card: screen.RangeCard) -> None:
    """The one comparison with others there is, for those it was measured on."""
    with st.expander("Compare with a study", key="range_norms"):
        marks.draw(marks.quiet(card.note.norms))
        st.segmented_control(
            "I am",
            [*NormGroup, _NOBODY],
            format_func=lambda one: screen.GROUP_WORDS.get(one, _NOBODY),
            key="norm_group",
        )
        for words in card.norms:
            marks.draw(marks.text(words))


def draw_readings(me: Here, card: screen.RangeCard) -> None:
    """Every reading of the test, to correct or delete; made only while it is open."""
    if not card.lines:
        return
    opened = st.expander(
        f"All readings ({len(card.lines)})", key="range_lines", icon=":material/edit:", on_change="rerun"
    )
    if not opened.open:
        return
    with opened:
        for line in card.lines[: act.MOST_SHOWN]:
            draw_reading(me, line)
        if len(card.lines) > act.MOST_SHOWN:
            marks.draw(marks.quiet("Older ones are in the file you can export."))


def draw_reading(me: Here, line: screen.ReadingLine) -> None:
    """One reading: its day, its value to correct, the way to delete it."""
    one = line.reading
    with st.container(horizontal=True, vertical_alignment="center", key=f"tap_reading_{one.test_id}"):
        marks.draw(marks.rows([marks.row(line.day, line.words)]))
        key = f"reading_value_{one.test_id}_{one.value:g}"
        st.text_input(
            f"Value of {line.day}, {line.words}",
            f"{one.value:g}",
            key=key,
            label_visibility="collapsed",
            width=100,
            on_change=act.change,
            args=(me, one, key),
        )
        st.button(
            "Delete",
            type="tertiary",
            icon=":material/delete:",
            key=f"reading_off_{one.test_id}",
            help=f"{line.day}, {line.words}",
            on_click=act.delete,
            args=(me, one, line.words),
        )
    draw_fault(one.test_id)


def draw_depth(depth: screen.DepthCard) -> None:
    """How low by the model, said to be one."""
    with st.container(border=True, key="card_depth"):
        marks.draw(
            marks.beside(
                marks.labelled_strong(marks.icon("calculate"), depth.title),
                marks.state_tag(marks.Tone.NEUTRAL, "calculate", "A model"),
            ),
            marks.text(depth.words),
            marks.quiet(depth.label),
        )
