"""Import, export: bring a training log in with a preview and a way back, take everything out."""

import streamlit as st

from hamcore.interchange import PAGE_LIMITS
from hamcore.screens import import_log as screen
from hamcore.screens.words import count_words, number_words
from hamcore.storage import StorageError
from hamcore.transfer import ImportPreview, ImportReceipt, undo_import
from pages._parts import export, frame, import_columns, import_flow, import_preview, jobs, marks, notices, states
from pages._parts.sections import PAGES
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
        draw_writing(me, file, file.writing)
        return
    with st.container(horizontal=True, vertical_alignment="center", key="import_file"):
        marks.draw(marks.beside_words(marks.icon("description"), file.name))
        st.button("Leave this file", icon=":material/close:", key="leave_file", on_click=import_flow.leave)
    reading = import_flow.read(me, file)
    if not reading.is_done:
        jobs.watch(reading)
    elif reading.result is None:
        draw_trouble("The file could not be read", reading.error)
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
        draw_second_thoughts(view)
        import_preview.draw_problems(view)
    with right:
        if view.known or view.unknown:
            import_preview.draw_names(view, me.catalog, import_flow.answer_name)
        if view.is_ready:
            draw_confirm(me, view, preview)


def draw_second_thoughts(view: screen.ImportScreen) -> None:
    """The ways back to an answer."""
    with st.container(horizontal=True, key="second_thoughts"):
        if view.can_change_unit:
            st.button(
                "Change the unit",
                icon=":material/undo:",
                key="again_unit",
                on_click=import_flow.answer_unit,
                args=(None,),
            )
        if view.can_change_columns:
            st.button(
                "Change the columns",
                icon=":material/undo:",
                key="again_columns",
                on_click=import_flow.answer_columns,
                args=(None,),
            )


def draw_confirm(me: Here, view: screen.ImportScreen, preview: ImportPreview) -> None:
    """What is new, the same and changed, and the button that writes it."""
    with st.container(border=True, key="card_confirm"):
        marks.draw(marks.heading("What will happen", large=True), marks.text(view.effect))
        if view.changed_workouts:
            st.toggle(
                f"Replace {count_words(view.changed_workouts, 'workout')} that the app has changed since",
                value=preview.answers.update_changed,
                key="import_changed",
                on_change=lambda: import_flow.answer_changed(update=st.session_state["import_changed"]),
            )
        if view.adds_something:
            st.button(
                f"Add {count_words(view.new, 'set')}" if view.new else "Replace them",
                type="primary",
                icon=":material/check:",
                key="confirm_import",
                on_click=import_flow.write,
                args=(me, preview),
            )
            marks.draw(marks.quiet("Written as one step: all of it or none of it. You can undo it afterwards."))


def draw_writing(me: Here, file: import_flow.OpenImport, job: jobs.Job[ImportReceipt]) -> None:
    """The import being written, written, or failed."""
    if not job.is_done:
        jobs.watch(job)
        marks.draw(marks.quiet("You can go on using the other pages meanwhile."))
    elif job.result is None:
        draw_trouble("The import was not written", job.error)
    else:
        draw_written(me, file.name, job.result)


def draw_written(me: Here, name: str, receipt: ImportReceipt) -> None:
    """The receipt, with the way back and the way on."""
    with st.container(border=True, key="card_written"):
        replaced = f", {count_words(receipt.replaced, 'workout')} replaced" if receipt.replaced else ""
        marks.draw(
            marks.state_tag(marks.Tone.GOOD, "check", "In your log"),
            marks.heading(f"{count_words(receipt.new, 'set')} added", large=True),
            marks.text(f"{name}: {count_words(receipt.workouts, 'workout')} written{replaced}."),
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            if st.button("See your lifts", type="primary", icon=":material/show_chart:", key="go_lifts"):
                import_flow.leave()
                st.switch_page(PAGES / "lifts.py")
            st.button(
                "Undo this import",
                icon=":material/undo:",
                key="undo_written",
                on_click=undo,
                args=(me, receipt.import_id, name),
            )
            st.button("Import another file", type="tertiary", key="import_more", on_click=import_flow.leave)


def draw_trouble(title: str, error: Exception | None) -> None:
    """Why reading or writing failed, with nothing written."""
    known = isinstance(error, StorageError)
    states.failure(
        title,
        str(error) if known else "Something went wrong that should not have. Nothing of the file was written.",
        "Try again; if it happens again, the server's log says more.",
    )
    st.button("Try again", icon=":material/replay:", key="try_again", on_click=import_flow.try_again)


def undo(me: Here, import_id: str, name: str) -> None:
    """Take an import back as one step."""
    import_flow.leave()
    with notices.reported():
        if undo_import(me.store, me.athlete_id, import_id):
            notices.tell(f"The import of {name} was undone as one step.")


def draw_history(me: Here) -> None:
    """Earlier imports, each with its way back."""
    lines = screen.history(me.store.imports(me.athlete_id), me.today)
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
                        on_click=undo,
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


draw(here())
