"""What a person can do with readings of the range tests: add, correct, delete; stored at once, with undo."""

from datetime import date

import streamlit as st

from hamcore.model.log import Side
from hamcore.model.stretching import RangeTest, RangeTestName, RangeUnit, unit_of
from hamcore.screens.range_entry import ReadingFields, read_reading
from hamcore.screens.range_tests import reading_words
from pages._parts.session import Here, fresh_id
from pages._parts.stretching_actions import accepted, refused, stored

MOST_SHOWN = 60


def add(me: Here, test: RangeTestName) -> None:
    """Keep what was typed: one reading for each leg that has a value, all of them or none."""
    state = st.session_state
    sides = ("",) if unit_of(test) is RangeUnit.CM else ("left", "right")
    typed = {side: str(state[f"reading_{test}_{side}"]).strip() for side in sides}
    said = [side for side in sides if typed[side]] or list(sides[:1])
    readings = []
    faults: dict[str, str] = {}
    for side in said:
        fields = ReadingFields(
            day=_day(me),
            test=test,
            side=Side(side or "left"),
            value=typed[side],
            zero_point=str(state.get(f"zero_{test}", "")),
            warm=bool(state["range_warm"]),
        )
        reading, problems = read_reading(fields, fresh_id(), me.today)
        names = {"value": f"reading_{test}_{side}", "zero_point": f"zero_{test}", "day": "range_day"}
        faults |= {names.get(field, names["value"]): words for field, words in problems.items()}
        readings += [reading] if reading else []
    for name in (*(f"reading_{test}_{side}" for side in sides), f"zero_{test}", "range_day"):
        refused(name, faults.get(name))
    if faults:
        return
    for side in sides:
        state[f"reading_{test}_{side}"] = ""
    stored(
        f"Kept: {'; '.join(map(reading_words, readings))}.",
        lambda: [me.store.log_range_test(me.athlete_id, one) for one in readings],
        lambda: [me.store.delete_range_test(me.athlete_id, one.test_id) for one in readings],
    )


def _day(me: Here) -> date:
    value = st.session_state.get("range_day")
    return value if isinstance(value, date) else me.today


def change(me: Here, one: RangeTest, widget: str) -> None:
    """Give a reading another value."""
    zero = "" if one.zero_point_cm is None else f"{one.zero_point_cm:g}"
    typed = str(st.session_state[widget])
    fields = ReadingFields(one.day, one.test, one.side or Side.LEFT, typed, zero, one.warm, one.note)
    to, problems = read_reading(fields, one.test_id, max(me.today, one.day))
    if refused(one.test_id, next(iter(problems.values()), None)) or to is None:
        return
    stored(
        f"Corrected: {reading_words(to)}.",
        lambda: me.store.edit_range_test(me.athlete_id, to),
        lambda: me.store.edit_range_test(me.athlete_id, one),
    )


def delete(me: Here, one: RangeTest, words: str) -> None:
    """Take a reading out of the log."""
    accepted(one.test_id)
    stored(
        f"Deleted: {words}.",
        lambda: me.store.delete_range_test(me.athlete_id, one.test_id),
        lambda: me.store.restore_range_test(me.athlete_id, one.test_id),
    )
