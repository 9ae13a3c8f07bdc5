"""The demo log: loaded in one click, removed in one click, apart from the person's own rows."""

import streamlit as st

from hamcore.interchange.demo import demo_log
from hamcore.transfer import preview_parsed, undo_import, write_import
from pages._parts import marks, notices
from pages._parts.session import Here, fresh_id

SOURCE = "demo"


def draw_load(me: Here) -> None:
    """The button that loads the demo."""
    st.button("Try the demo", icon=":material/play_arrow:", key="load_demo", on_click=load, args=(me,))


def draw_strip(me: Here) -> None:
    """While the demo is loaded: says so, with the button that removes it."""
    with st.container(key="demo_strip"):
        if not loaded(me):
            return
        with st.container(
            border=True,
            horizontal=True,
            wrap=False,
            vertical_alignment="center",
            horizontal_alignment="distribute",
            gap="small",
            key="card_demo_strip",
        ):
            tag = marks.state_tag(marks.Tone.LOOK, "info", "Demo data")
            marks.draw(marks.beside_words(tag, "Invented, and apart from yours."))
            st.button("Remove demo", type="tertiary", key="remove_demo", on_click=remove, args=(me,))


def loaded(me: Here) -> list[str]:
    """The ids of the demo imports that are in the log."""
    records = me.store.imports(me.athlete_id)
    return [record.import_id for record in records if record.source == SOURCE and not record.undone]


def load(me: Here) -> None:
    """Write the demo log as one import."""
    if loaded(me):
        return
    with notices.reported():
        preview = preview_parsed(demo_log(me.today), "", store=me.store, athlete_id=me.athlete_id, catalog=me.catalog)
        write_import(preview, store=me.store, athlete_id=me.athlete_id, import_id=fresh_id())
        notices.clear()


def remove(me: Here) -> None:
    """Take the demo log out again as one step."""
    with notices.reported():
        for import_id in loaded(me):
            undo_import(me.store, me.athlete_id, import_id)
        notices.tell("The demo data are gone. Your own workouts are as they were.")
