"""The end of an import: what will happen, writing it, what was written, and the way back."""

import streamlit as st

from hamcore.screens import import_log as screen
from hamcore.screens.settings import UNIT_WORDS
from hamcore.screens.words import count_words
from hamcore.storage import StorageError
from hamcore.transfer import ImportPreview, ImportReceipt, undo_import
from pages._parts import import_flow, jobs, marks, notices, settings_actions, states
from pages._parts.sections import PAGES
from pages._parts.session import Here


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
                _confirm_words(view),
                type="primary",
                icon=":material/check:",
                key="confirm_import",
                on_click=import_flow.write,
                args=(me, preview),
            )
            marks.draw(marks.quiet("Written as one step: all of it or none of it. You can undo it afterwards."))


def _confirm_words(view: screen.ImportScreen) -> str:
    if view.new:
        return f"Add {count_words(view.new, 'set')}"
    return "Replace them" if view.changed_workouts else "Add them"


def draw_writing(me: Here, file: import_flow.OpenImport, job: jobs.Job[ImportReceipt]) -> None:
    """The import being written, written, or failed."""
    if not job.is_done:
        jobs.watch(job)
        marks.draw(marks.quiet("You can go on using the other pages meanwhile."))
    elif job.result is None:
        draw_trouble("The import was not written", job.error)
    else:
        draw_written(me, file, job.result)


def draw_written(me: Here, file: import_flow.OpenImport, receipt: ImportReceipt) -> None:
    """The receipt, with the way back and the way on."""
    name = file.name
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
        if file.reading and file.reading.result:
            draw_other_unit(me, file.reading.result)


def draw_other_unit(me: Here, preview: ImportPreview) -> None:
    """The offer to show loads in the unit of the file, if pages show the other one."""
    shown = me.state.settings.load_unit
    unit = screen.other_unit(preview, shown)
    if unit is None:
        return
    names = {key: name.lower() for key, name in UNIT_WORDS.items()}
    with st.container(horizontal=True, vertical_alignment="center", key="other_unit"):
        marks.draw(marks.quiet(f"These loads were typed in {names[unit]}; pages show {names[shown]}."))
        st.button(
            f"Show {names[unit]}",
            icon=":material/tune:",
            key="use_unit",
            on_click=settings_actions.use_unit,
            args=(me, unit),
        )


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
