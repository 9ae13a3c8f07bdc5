"""The card that says what a name in the log means, and lets a person change it at any time."""

import streamlit as st

from hamcore.screens import names as screen
from pages._parts import marks, notices
from pages._parts.session import Here

_KEEP = ""
_CHOSEN, _MEANS = "name_to_change", "name_means"


def draw(me: Here) -> None:
    """The card; nothing while the log has no names."""
    names = me.store.names(me.athlete_id)
    if not names:
        return
    with st.container(border=True, key="card_exercise_names"):
        marks.draw(
            marks.heading("Exercise names"),
            marks.quiet(f"{screen.summary(names)} A change counts for every set with that name, old ones included."),
        )
        labels = {choice.name: choice.label for choice in screen.choices(names, me.catalog)}
        chosen = st.selectbox(
            "Name in your log",
            list(labels),
            index=None,
            format_func=lambda name: labels.get(name, name),
            placeholder="Choose one to change it",
            key=_CHOSEN,
        )
        if chosen is None:
            return
        options = [_KEEP, *me.catalog.exercises]
        st.selectbox(
            "Stands for",
            options,
            index=options.index(names[chosen] or _KEEP),
            format_func=lambda key: me.catalog.display_name(key) if key else "No exercise: keep it as it is",
            key=f"{_MEANS}_{chosen}",
            on_change=_change,
            args=(me, chosen, names[chosen]),
        )


def _change(me: Here, name: str, before: str | None) -> None:
    found = st.session_state[f"{_MEANS}_{name}"] or None
    with notices.reported():
        me.store.map_names(me.athlete_id, {name: found})
        notices.tell(f"“{name}” is {screen.meaning(found, me.catalog)} now.", undo=lambda: _take_back(me, name, before))


def _take_back(me: Here, name: str, before: str | None) -> None:
    me.store.map_names(me.athlete_id, {name: before})
    st.session_state.pop(f"{_MEANS}_{name}", None)
