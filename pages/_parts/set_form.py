"""The fields for one set: load, repetitions, reps in reserve, type; and the set that they hold."""

from decimal import Decimal

import streamlit as st

from hamcore.model.log import LoggedSet, SetType, Workout
from hamcore.screens import words
from hamcore.screens.words import SET_TYPE_WORDS
from hamcore.screens.workout import LOAD_STEP, Entry
from hamcore.units import Load, LoadUnit, parse_decimal

_RIR_WORDS = {0.0: "0", 1.0: "1", 2.0: "2", 3.0: "3", 4.0: "4+"}
MOST_REPS = 1000
MOST_LOAD = {LoadUnit.KG: Decimal(700), LoadUnit.LB: Decimal(1500)}
"""More is a slip of the finger, such as a fraction's comma that the browser drops: 102,5 becomes 1025."""


def draw(form: str, entry: Entry, name: str) -> None:
    """Draw the fields of ``form``, filled with ``entry``; their keys end in ``form``. No field causes a rerun.

    The number fields have no limits of their own: beyond them Streamlit would keep the number from before while the
    field shows the one that was typed. `read` says what is allowed.
    """
    with st.grid(3, min_column_width=96, key=f"fields_{form}") as grid:
        grid.number_input(
            f"Load ({entry.unit})",
            value=None if entry.load is None else float(entry.load),
            step=float(LOAD_STEP[entry.unit]),
            format="%g",
            key=f"load_{form}",
            placeholder="none",
            on_change="ignore",
        )
        grid.number_input("Reps", value=entry.reps, step=1, key=f"reps_{form}", on_change="ignore")
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


def read(form: str, start: Entry, workout: Workout, key: str, set_no: int) -> LoggedSet | str:
    """The set of exercise ``key`` that the fields of ``form`` hold, or what has to be changed before it is one.

    ``start`` is what the fields began with; its numbers are allowed whatever they are, as imported ones are kept.
    """
    values = st.session_state
    load, reps, rir = (
        _load(values.get(f"load_{form}"), start.unit),
        values.get(f"reps_{form}"),
        values.get(f"rir_{form}"),
    )
    fault = _fault(load, reps, start)
    if fault:
        return fault
    return LoggedSet(
        workout_id=workout.workout_id,
        set_no=set_no,
        position=set_no,
        day=workout.day,
        exercise=key,
        set_type=values.get(f"type_{form}") or SetType.WORKING,
        load=load,
        load_kg=load.kg if load else None,
        reps=int(reps or 0),
        rir=None if rir is None else float(rir),
        seconds=None,
        distance_m=None,
        note="",
    )


def _load(value: float | None, unit: LoadUnit) -> Load | None:
    """The load in a number field, to a thousandth; None for an empty field."""
    return None if value is None else Load(parse_decimal(f"{value:.3f}") or Decimal(round(value)), unit)


def _fault(load: Load | None, reps: int | None, start: Entry) -> str:
    """Why there is no set in these numbers; empty if there is one."""
    most = MOST_LOAD[start.unit]
    if load and load.value != start.load and not 0 <= load.value <= most:
        return (
            f"{words.load_words(load)} is not from 0 to {most}{words.THIN}{start.unit}. Correct the load, then log it."
        )
    if not reps:
        return "A set needs at least 1 repetition."
    if reps != start.reps and not 1 <= reps <= MOST_REPS:
        return f"{reps} repetitions are not from 1 to {MOST_REPS}. Correct them, then log the set."
    return ""
