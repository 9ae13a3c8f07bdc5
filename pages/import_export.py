"""Import, export: bring a training log in with a preview and a way back, take everything out."""

import streamlit as st

from hamcore.interchange import PAGE_LIMITS
from hamcore.screens import import_log as screen
from hamcore.screens.words import number_words
from hamcore.transfer import ImportPreview
from pages._parts import (
    clock,
    export,
    frame,
    import_columns,
    import_end,
    import_flow,
    import_preview,
    jobs,
    marks,
    names,
    states,
    stretching_import,
)
from pages._parts.session import Here, here

_MEGABYTES = PAGE_LIMITS.size // 1_000_000


def draw_drop() -> None:
    """Where a file is dropped, with what is known and the limits."""
    with st.container(border=True, key="card_drop"):
        marks.draw(
            marks.heading("Bring in a training log", large=True),
            marks.lead(
                "Exports of Strong, Hevy and FitNotes are recognised, whatever the file is called. Any other table "
                "works too: you say which column is what. Nothing is stored before you have seen what is in it."
            ),
        )
        file = st.file_uploader(
            "Drop the exported file here", max_upload_size=_MEGABYTES, key="import_upload", help=None
        )
        marks.draw(
            marks.quiet(
                f"Up to {_MEGABYTES} MB and {number_words(PAGE_LIMITS.records)} records. For more, use the command: "
                "hamcore import FILE. The file stays on this computer."
            )
        )
    if file is not None:
        import_flow.begin(file.name, file.getvalue())
        st.rerun()


def draw_open(me: Here, file: import_flow.OpenImport) -> None:
    """The open file: being read, being written, failed, or to be answered and confirmed."""
    if file.writing is not None:
        import_end.draw_writing(me, file, file.writing)
        return
    with st.container(horizontal=True, vertical_alignment="center", key="import_file"):
        marks.draw(marks.beside_words(marks.icon("description"), file.name))
        st.button("Leave this file", icon=":material/close:", key="leave_file", on_click=import_flow.leave)
    if stretching_import.is_one(file):
        stretching_import.draw(me, file)
        return
    reading = import_flow.read(me, file)
    if not reading.is_done:
        jobs.watch(reading)
    elif reading.result is None:
        import_end.draw_trouble("The file could not be read", reading.error)
    else:
        draw_preview(me, reading.result)


def draw_preview(me: Here, preview: ImportPreview) -> None:
    """What is in the file, what has to be answered, what would happen."""
    view = screen.build(preview, me.catalog)
    if view.refusal:
        states.failure(
            "This file cannot be read", view.refusal, "Nothing was stored. Export it again, or try another file."
        )
        return
    if view.needs_columns:
        import_columns.draw(preview.parsed)
        return
    if view.unit:
        import_preview.draw_unit(view.unit, import_flow.answer_unit)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        import_preview.draw_found(view)
        import_end.draw_second_thoughts(view)
        import_preview.draw_problems(view)
    with right:
        if view.known or view.unknown:
            import_preview.draw_names(view, me.catalog, import_flow.answer_name)
        if view.is_ready:
            import_end.draw_confirm(me, view, preview)


def draw_history(me: Here) -> None:
    """Earlier imports, each with its way back."""
    lines = screen.history(me.store.imports(me.athlete_id), clock.now())
    with st.container(border=True, key="card_history"):
        marks.draw(marks.heading("Imports so far"))
        if not lines:
            marks.draw(marks.quiet("None yet. Each one will be listed here and can be undone as one step."))
        for line in lines:
            with st.container(horizontal=True, wrap=False, vertical_alignment="center", key=f"import_{line.import_id}"):
                marks.draw(marks.rows([marks.row(line.title, line.detail)]))
                if not line.is_undone:
                    st.button(
                        "Undo",
                        icon=":material/undo:",
                        key=f"undo_{line.import_id}",
                        on_click=import_end.undo,
                        args=(me, line.import_id, line.title),
                    )


def draw(me: Here) -> None:
    """The whole page."""
    frame.begin(me, "Data", "Import, export")
    file = import_flow.opened()
    if file is not None:
        draw_open(me, file)
        return
    left, right = st.columns([3, 2], gap="medium")
    with left:
        draw_drop()
        export.draw(me)
    with right:
        draw_history(me)
        names.draw(me)


draw(here())
