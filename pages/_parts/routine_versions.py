"""Versions of a routine: what was kept, two of them compared, one brought back."""

import streamlit as st

from hamcore.model.routine import Routine
from hamcore.screens import routine_compare
from hamcore.screens.routine import version_words
from hamcore.storage import RoutineVersion
from pages._parts import clock, marks, routine_look
from pages._parts import routine_actions as act
from pages._parts.session import Here

_NOW = 0
"""Stands for the week as it is now among the numbers of versions."""


def draw(me: Here, routine: Routine) -> None:
    """The card of versions, filled while it is open."""
    opened = st.expander("Versions", key="versions", icon=":material/history:", on_change="rerun")
    if not opened.open:
        return
    found = me.store.routine_versions(me.athlete_id, routine.routine_id)
    with opened:
        if not found:
            marks.draw(marks.quiet("No version yet. “Save version” keeps the week as it is now."))
            return
        for version in found:
            _draw_version(me, routine, version)
        _draw_comparison(me, routine, found)


def _draw_version(me: Here, routine: Routine, version: RoutineVersion) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"tap_version_{version.version}"):
        title, note = version_words(version, clock.now())
        is_now = version.routine.days == routine.days
        marks.draw(marks.rows([marks.row(title, note, aside="as it is now" if is_now else "")]))
        if is_now:
            return
        st.button(
            "Bring back",
            icon=":material/restore:",
            key=f"restore_{version.version}",
            on_click=act.restore_version,
            args=(me, routine, version.routine, version.version),
        )


def _draw_comparison(me: Here, routine: Routine, found: list[RoutineVersion]) -> None:
    weeks = {version.version: version.routine for version in found} | {_NOW: routine}
    words = {number: f"Version {number}" for number in weeks} | {_NOW: "Now"}
    other = next((one.version for one in found if one.routine.days != routine.days), found[0].version)
    marks.draw(marks.heading("Compare"))
    with st.container(horizontal=True, key="compare_controls"):
        before = _choice("From", list(weeks), other, words)
        after = _choice("To", list(weeks), _NOW, words)
    both = routine_compare.compare(weeks[before], weeks[after], me.catalog)
    if not both.lines:
        marks.draw(marks.quiet("The two weeks are the same."))
        return
    left, right = st.columns([3, 2], gap="medium")
    with left:
        marks.draw(routine_look.changes(both.lines))
    with right:
        marks.draw(routine_look.versus(both.numbers, words[before], words[after]))


def _choice(label: str, numbers: list[int], usual: int, words: dict[int, str]) -> int:
    chosen: int = st.selectbox(
        label,
        numbers,
        index=numbers.index(usual),
        format_func=words.__getitem__,
        key=f"compare_{label.lower()}_{usual}_{len(numbers)}",
    )
    return chosen
