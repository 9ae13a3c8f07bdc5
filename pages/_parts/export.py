"""Taking everything out: the log and the stretching as tables, the whole database as a backup."""

import tempfile
from pathlib import Path

import streamlit as st

from hamcore.interchange.stretch_file import write_stretching
from hamcore.model.stretching import StretchLog
from hamcore.transfer import export_csv
from pages._parts import marks
from pages._parts.session import Here


def draw(me: Here) -> None:
    """Three downloads; each is made only when it is asked for."""
    with st.container(border=True, key="card_export"):
        marks.draw(
            marks.heading("Take everything out"),
            marks.text("Your log is yours: as a table for any spreadsheet, or as one file with everything in it."),
        )
        with st.container(horizontal=True):
            st.download_button(
                "Log as CSV",
                lambda: export_csv(me.state.log, me.catalog),
                file_name=f"hamcore-log-{me.today}.csv",
                mime="text/csv",
                icon=":material/download:",
                on_click="ignore",
                disabled=not me.state.log.sets,
                key="export_csv",
            )
            st.download_button(
                "Stretching as CSV",
                lambda: write_stretching(me.state.stretching),
                file_name=f"hamcore-stretching-{me.today}.csv",
                mime="text/csv",
                icon=":material/download:",
                on_click="ignore",
                disabled=me.state.stretching == StretchLog(),
                key="export_stretching",
            )
            st.download_button(
                "Backup of everything",
                lambda: _backup(me),
                file_name=f"hamcore-backup-{me.today}.db",
                mime="application/octet-stream",
                icon=":material/backup:",
                on_click="ignore",
                key="export_backup",
            )
        marks.draw(marks.quiet("The tables can be imported here again and give the same log."))


def _backup(me: Here) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "backup.db")
        me.store.backup(path)
        return path.read_bytes()
