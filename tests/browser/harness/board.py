"""A page with the weekly board, for the browser tests: `?who=` names the plan it keeps, `&slow=` its delay in seconds.

The plans outlive a reload as they would in the store. The page shows what it holds under "Plan:", a line a day.
"""

import json
import time
from dataclasses import replace

import streamlit as st

from hamcore.catalog import Catalog, load_catalog
from hamcore.dates import Weekday
from hamcore.model.exercise import Bounds
from hamcore.model.routine import Routine, RoutineDay, Slot, StretchSlot
from hamcore.places import data_dir
from hamcore.screens.board_answer import Keys
from hamcore.screens.board_document import Remarks, board_document, item_document, palette
from pages._parts import board
from pages._parts.look import apply_look


@st.cache_resource
def plans() -> dict[str, Routine]:
    return {}


@st.cache_resource
def definitions() -> Catalog:
    return load_catalog(data_dir())[0]


def start() -> Routine:
    usual = definitions().exercises

    def exercise(key: str) -> Slot:
        return Slot(key, usual[key].prescription)

    def hold(key: str) -> StretchSlot:
        return StretchSlot(key, 2, hold_s=Bounds(30, 30))

    monday = (exercise("barbell_deadlift"), exercise("seated_leg_curl"))
    thursday = (exercise("romanian_deadlift"), exercise("kettlebell_swing"), exercise("ball_leg_curl"))
    scoop = StretchSlot("hamstring_scoop", 2, reps=Bounds(8, 10))
    return Routine(
        "plan",
        "Plan",
        "",
        (
            RoutineDay("Deadlift and curl", Weekday.MONDAY, monday),
            RoutineDay("", Weekday.TUESDAY, (hold("lying_towel_stretch"),)),
            RoutineDay("", Weekday.THURSDAY, thursday),
            RoutineDay("", Weekday.SATURDAY, (scoop, hold("seated_forward_bend"))),
        ),
    )


def written(routine: Routine) -> str:
    days = []
    for day in routine.days:
        items = []
        for item in day.items:
            edit = item_document(item)["edit"]
            key = item.exercise_id if isinstance(item, Slot) else item.stretch_id
            items.append(f"{key} {json.dumps(edit)}" if "full" in st.query_params else key)
        days.append(f"{day.weekday.name[:3].lower()} {'/'.join(items)}" + (f" ({day.name})" if day.name else ""))
    return "; ".join(days) or "nothing"


def minutes(routine: Routine) -> dict[Weekday, str]:
    return {day.weekday: f"{10 * len(day.slots) + 4 * len(day.stretches)} min" for day in routine.days}


def week() -> None:
    asked = st.query_params
    catalog = definitions()
    who = asked.get("who", "anyone")
    routine = plans().get(who) or start()
    st.session_state.runs = st.session_state.get("runs", 0) + 1
    time.sleep(float(asked.get("slow", "0")))
    keys = Keys(frozenset(catalog.exercises) - {asked.get("without", "")}, frozenset(catalog.stretches))
    answer = board.arranged("board", who, keys)
    if answer:
        routine = replace(routine, days=answer.days)
    st.title("Board")
    if st.button("Add a set on Monday"):
        day = routine.days[0]
        first = day.items[0]
        assert isinstance(first, Slot)
        more = replace(first, prescription=replace(first.prescription, sets=first.prescription.sets + 1))
        routine = replace(routine, days=(replace(day, items=(more, *day.items[1:])), *routine.days[1:]))
    plans()[who] = replace(routine, routine_id=who)
    entries = palette(catalog.exercises.values(), catalog.stretches.values())
    looks = {(Weekday.THURSDAY, 1): "The swing is best before nothing heavy."} if "look" in asked else {}
    remarks = Remarks(minutes(routine), looks, frozenset({(Weekday.MONDAY, 1)}) if "look" in asked else frozenset())
    board.board("board", board_document(plans()[who], entries, remarks))
    st.text(f"Plan: {written(routine)}")
    st.text(f"Runs: {st.session_state.runs}")


def other() -> None:
    st.title("Elsewhere")


st.set_page_config(page_title="Board", layout="wide")
apply_look()
st.navigation([st.Page(week, title="Week", default=True), st.Page(other, title="Other")], position="top").run()
