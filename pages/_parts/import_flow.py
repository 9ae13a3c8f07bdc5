"""The steps of an import: a file is held, read beside the page, questions are answered, then it is written or left.

The file and what was made of it live in the browser session, so that an answer or a visit to another page loses
nothing. The file is read again only when an answer changes how it is read or what it is compared with.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import streamlit as st

from hamcore.interchange import PAGE_LIMITS, ColumnMapping
from hamcore.transfer import (
    ImportAnswers,
    ImportPreview,
    ImportReceipt,
    preview_import,
    preview_parsed,
    write_import,
)
from hamcore.units import LoadUnit
from pages._parts import jobs
from pages._parts.session import Here, fresh_id

_KEY = "open_import"


@dataclass(slots=True)
class OpenImport:
    """A file a person dropped, what they answered, and the work on it.

    ``reading`` is under way or done for ``read_for``, the answers and the revision it was read with.
    """

    name: str
    data: bytes
    answers: ImportAnswers = field(default_factory=ImportAnswers)
    read_for: tuple[ImportAnswers, int] | None = None
    reading: jobs.Job[ImportPreview] | None = None
    writing: jobs.Job[ImportReceipt] | None = None


def opened() -> OpenImport | None:
    """The import that is open in this browser session."""
    found: OpenImport | None = st.session_state.get(_KEY)
    return found


def begin(name: str, data: bytes) -> None:
    """Open a file."""
    st.session_state[_KEY] = OpenImport(name, data)


def leave() -> None:
    """Close the file. What was not written is not in the log."""
    st.session_state.pop(_KEY, None)


def read(me: Here, file: OpenImport) -> jobs.Job[ImportPreview]:
    """The reading of ``file`` with the answers so far; begun anew when an answer or the log has changed."""
    wanted = (file.answers, me.state.revision)
    if file.reading is None or file.read_for != wanted:
        before = file.reading.result if file.reading else None
        file.read_for = wanted
        file.reading = jobs.begin("Reading the file", _reader(me, file, before))
    return file.reading


def _reader(me: Here, file: OpenImport, before: ImportPreview | None) -> Callable[[jobs.Progress], ImportPreview]:
    answers = file.answers

    def work(_progress: jobs.Progress) -> ImportPreview:
        if before is not None and before.parsed.workouts and _reads_alike(before.answers, answers):
            return preview_parsed(
                before.parsed,
                file.name,
                store=me.store,
                athlete_id=me.athlete_id,
                catalog=me.catalog,
                answers=answers,
                file_digest=before.file_digest,
            )
        return preview_import(
            file.data,
            file.name,
            store=me.store,
            athlete_id=me.athlete_id,
            catalog=me.catalog,
            answers=answers,
            limits=PAGE_LIMITS,
            today=me.today,
        )

    return work


def _reads_alike(one: ImportAnswers, other: ImportAnswers) -> bool:
    """Whether two answers differ in names alone: names decide nothing about how a file is read."""
    return replace(one, names={}) == replace(other, names={})


def write(me: Here, preview: ImportPreview) -> None:
    """Begin to write what was shown."""
    file = opened()
    if file is None or file.writing is not None:
        return
    import_id = fresh_id()

    def work(progress: jobs.Progress) -> ImportReceipt:
        return write_import(
            preview,
            store=me.store,
            athlete_id=me.athlete_id,
            import_id=import_id,
            progress=progress,
        )

    file.writing = jobs.begin("Writing to your log", work)


def try_again() -> None:
    """Forget a failed reading or writing, so that the next run tries anew."""
    file = opened()
    if file is not None:
        file.reading = file.writing = None


def answer_unit(unit: LoadUnit | None) -> None:
    """The loads of the file are in ``unit``; None asks again."""
    _answer(lambda answers: replace(answers, unit=unit))


def answer_columns(columns: ColumnMapping | None) -> None:
    """The columns of the file mean this; None asks again."""
    _answer(lambda answers: replace(answers, columns=columns))


def answer_name(name: str, exercise_id: str | None) -> None:
    """A name of the file means an exercise, or stays as it is."""
    _answer(lambda answers: replace(answers, names={**answers.names, name: exercise_id}))


def answer_changed(*, update: bool) -> None:
    """Whether workouts that changed in the app replace those in the log."""
    _answer(lambda answers: replace(answers, update_changed=update))


def _answer(change: Callable[[ImportAnswers], ImportAnswers]) -> None:
    file = opened()
    if file is not None:
        file.answers = change(file.answers)
