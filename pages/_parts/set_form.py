"""The fields for one set: load, repetitions, reps in reserve, type."""

import streamlit as st

from hamcore.model.log import SetType
from hamcore.screens.words import SET_TYPE_WORDS
from hamcore.screens.workout import LOAD_STEP, Entry

_RIR_WORDS = {0.0: "0", 1.0: "1", 2.0: "2", 3.0: "3", 4.0: "4+"}
MOST_REPS = 1000
MOST_LOAD = 1500


def draw(form: str, entry: Entry, name: str) -> None:
    """Draw the fields of ``form``, filled with ``entry``; their keys end in ``form``. No field causes a rerun."""
    with st.grid(3, min_column_width=96, key=f"fields_{form}") as grid:
        grid.number_input(
            f"Load ({entry.unit})",
            min_value=0.0,
            max_value=float(MOST_LOAD),
            value=None if entry.load is None else float(entry.load),
            step=float(LOAD_STEP[entry.unit]),
            format="%g",
            key=f"load_{form}",
            placeholder="none",
            on_change="ignore",
        )
        grid.number_input(
            "Reps", min_value=1, max_value=MOST_REPS, value=entry.reps, step=1, key=f"reps_{form}", on_change="ignore"
        )
        grid.selectbox(
            "Set type",
            list(SetType),
            index=list(SetType).index(entry.set_type),
            format_func=SET_TYPE_WORDS.__getitem__,
            key=f"type_{form}",
            on_change="ignore",
        )
    options = sorted({*_RIR_WORDS, *([] if entry.rir is None else [entry.rir])})
    st.segmented_control(
        "Reps in reserve",
        options,
        default=entry.rir,
        format_func=lambda rir: _RIR_WORDS.get(rir, f"{rir:g}"),
        key=f"rir_{form}",
        help=f"How many more repetitions of {name} you could have done. Leave it open if you are not sure.",
        width="stretch",
        on_change="ignore",
    )
