"""What is shown of a file before it is written: where it is from, what is in it, what has to be answered."""

from collections.abc import Callable, Sequence

import streamlit as st
from markupsafe import Markup

from hamcore.catalog import Catalog
from hamcore.screens.import_log import ImportScreen, NameLine, UnitQuestion
from hamcore.screens.words import count_words, number_words
from hamcore.units import LoadUnit
from pages._parts import marks, states

KEEP = "keep"
"""The answer for a name that stays the person's own."""
_SHOWN_NAMES = 12
_UNIT_WORDS = {LoadUnit.KG: "Kilograms (kg)", LoadUnit.LB: "Pounds (lb)"}


def draw_found(view: ImportScreen) -> None:
    """Source with the reason, span and counts, and what becomes of each class of records."""
    with st.container(border=True, key="card_found"):
        marks.draw(marks.heading(view.source, large=True), marks.quiet(view.why))
        if view.facts:
            marks.draw(marks.facts(view.facts))
        if view.classes:
            marks.draw(
                marks.rows(marks.row(line.word, line.meaning, value=number_words(line.count)) for line in view.classes)
            )


def draw_unit(question: UnitQuestion, answer: Callable[[LoadUnit], None]) -> None:
    """Kilograms or pounds: no default, with the loads that were used most as evidence."""
    with st.container(border=True, key="card_unit"):
        marks.draw(
            marks.state_tag(marks.Tone.LOOK, "help", "One answer needed"),
            marks.heading("Are these loads kilograms or pounds?", large=True),
            marks.text("The file does not say, and nothing is guessed: a wrong unit would spoil every number."),
        )
        if question.loads:
            marks.draw(
                marks.overline("Most used barbell loads"),
                marks.pairs(question.loads),
                marks.quiet(question.hint),
            )
        st.radio(
            "Unit of the loads in this file",
            list(LoadUnit),
            index=None,
            format_func=_UNIT_WORDS.__getitem__,
            horizontal=True,
            key="import_unit",
            on_change=_answer_unit,
            args=(answer,),
        )


def _answer_unit(answer: Callable[[LoadUnit], None]) -> None:
    chosen = st.session_state.get("import_unit")
    if chosen is not None:
        answer(chosen)


def draw_names(view: ImportScreen, catalog: Catalog, answer: Callable[[str, str | None], None]) -> None:
    """Names that are known, and names that can be mapped or kept."""
    with st.container(border=True, key="card_names"):
        marks.draw(marks.heading("Exercises"))
        if view.known:
            title = f"{count_words(len(view.known), 'name')} recognised"
            with st.expander(title, expanded=len(view.known) <= _SHOWN_NAMES, icon=":material/check:"):
                marks.draw(marks.rows(_known_row(line) for line in view.known))
        if view.unknown:
            _draw_unknown(view.unknown, catalog, answer)


def _known_row(line: NameLine) -> Markup:
    meaning = "" if line.exercise == line.name else f"{line.exercise or 'kept as it is'}; "
    return marks.row(line.name, meaning + line.detail, before=marks.function_mark(line.function, 14))


def _draw_unknown(lines: Sequence[NameLine], catalog: Catalog, answer: Callable[[str, str | None], None]) -> None:
    marks.draw(
        marks.text(f"{count_words(len(lines), 'name')} not recognised"),
        marks.quiet(
            "They stay as they are unless you choose an exercise; your answer is remembered for the next import. "
            "Only names of exercises known here count for the hamstrings."
        ),
    )
    show_all = len(lines) <= _SHOWN_NAMES or st.toggle(f"Show all {len(lines)}", key="import_all_names")
    for place, line in enumerate(lines if show_all else lines[:_SHOWN_NAMES]):
        with st.container(key=f"name_{place}", gap="xsmall"):
            marks.draw(marks.rows([marks.row(line.name, line.detail)]))
            options = [KEEP, *catalog.exercises]
            st.selectbox(
                f"Exercise for {states.plain(line.name)}",
                options,
                index=options.index(line.exercise_id or KEEP),
                format_func=lambda key: "Keep as it is" if key == KEEP else catalog.display_name(key),
                label_visibility="collapsed",
                key=f"import_name_{line.name}",
                on_change=_answer_name,
                args=(line.name, answer),
            )


def _answer_name(name: str, answer: Callable[[str, str | None], None]) -> None:
    chosen = st.session_state[f"import_name_{name}"]
    answer(name, None if chosen == KEEP else chosen)


def draw_problems(view: ImportScreen) -> None:
    """Records that are not used or deserve a look, each with line, column and reason."""
    if not view.problems:
        return
    with st.container(border=True, key="card_problems"):
        marks.draw(marks.heading("Rows to know about"), marks.quiet(view.problems_title))
        states.problem_table(view.problems, "Rows that are not used or deserve a look")
