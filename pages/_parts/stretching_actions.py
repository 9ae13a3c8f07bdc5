"""What a person can do on the stretching page beside the guided session and the ticks; stored at once, with undo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import streamlit as st

from hamcore.model.log import Side
from hamcore.model.stretching import Hold, HoldKind
from hamcore.screens.stretch_entry import read_amount, read_own
from hamcore.screens.stretch_words import hold_words
from pages._parts import notices
from pages._parts.session import Here, fresh_id

_FAULTS = "stretching_faults"


def fault(name: str) -> str:
    """Why the entry ``name`` was refused, to stand beside it; empty if it was not."""
    faults: dict[str, str] = st.session_state.get(_FAULTS, {})
    return faults.get(name, "")


def _refuse(name: str, words: str) -> None:
    st.session_state[_FAULTS] = {**st.session_state.get(_FAULTS, {}), name: words}


def accepted(name: str) -> None:
    """The entry ``name`` was taken: what was said against an earlier one goes."""
    st.session_state.get(_FAULTS, {}).pop(name, None)


def refused(name: str, words: object) -> bool:
    """Whether ``words`` is a refusal, which is then shown beside the entry ``name``."""
    if isinstance(words, str):
        _refuse(name, words)
        return True
    accepted(name)
    return False


def stored(words: str, change: Callable[[], object], undo: Callable[[], object]) -> None:
    """Do ``change`` and say so, with the way back."""
    with notices.reported():
        change()
        notices.tell(words, undo=undo)


def change_hold(me: Here, hold: Hold, widget: str) -> None:
    """Give a hold another length."""
    is_reps = hold.reps is not None
    amount = read_amount(str(st.session_state[widget]), is_reps=is_reps)
    if refused(hold.hold_id, amount) or isinstance(amount, str):
        return
    to = replace(hold, reps=amount) if is_reps else replace(hold, seconds=amount)
    stored(
        f"Corrected: {hold_words(to)}.",
        lambda: me.store.edit_hold(me.athlete_id, to),
        lambda: me.store.edit_hold(me.athlete_id, hold),
    )


def delete_hold(me: Here, hold: Hold) -> None:
    """Take a hold out of the log."""
    accepted(hold.hold_id)
    stored(
        f"Deleted: {hold_words(hold)}.",
        lambda: me.store.delete_hold(me.athlete_id, hold.hold_id),
        lambda: me.store.restore_hold(me.athlete_id, hold.hold_id),
    )


def add_hold(me: Here, day: date) -> None:
    """Log what was typed as one hold for each chosen side."""
    state = st.session_state
    stretch = me.state.stretches[state["add_hold_stretch"]]
    is_reps = stretch.reps is not None
    amount = read_amount(str(state["add_hold_amount"]), is_reps=is_reps)
    if refused("add_hold", amount) or isinstance(amount, str):
        return
    sides: tuple[Side | None, ...] = (None,)
    if stretch.each_side:
        sides = {"Left": (Side.LEFT,), "Right": (Side.RIGHT,)}.get(state["add_hold_side"], (Side.LEFT, Side.RIGHT))
    holds = [
        Hold(
            hold_id=fresh_id(),
            day=day,
            stretch=stretch.stretch_id,
            side=side,
            seconds=None if is_reps else amount,
            reps=amount if is_reps else None,
            kind=HoldKind.TICKED,
        )
        for side in sides
    ]
    state["add_hold_amount"] = ""
    stored(
        f"Added to {stretch.name}: {'; '.join(map(hold_words, holds))}.",
        lambda: [me.store.log_hold(me.athlete_id, hold) for hold in holds],
        lambda: [me.store.delete_hold(me.athlete_id, hold.hold_id) for hold in holds],
    )


def add_own(me: Here) -> None:
    """Keep a stretch of the person's own."""
    state = st.session_state
    own = read_own(
        str(state["own_name"]),
        str(state["own_amount"]),
        str(state["own_rounds"]),
        is_reps=state["own_kind"] == "In repetitions",
        each_side=bool(state["own_sides"]),
    )
    if refused("own", own) or isinstance(own, str):
        return
    own = replace(own, forward_bend=bool(state["own_bend"]))
    if own.name.casefold() in {one.name.casefold() for one in me.state.stretches.values()}:
        _refuse("own", f"There is a stretch called {own.name} already.")
        return
    for field in ("own_name", "own_amount"):
        state[field] = ""
    stored(
        f"{own.name} is in your checklist and in the guided session now.",
        lambda: me.store.save_own_stretch(me.athlete_id, own),
        lambda: me.store.delete_own_stretch(me.athlete_id, own.name),
    )


def delete_own(me: Here, name: str) -> None:
    """Take an own stretch off the list; what was done of it stays."""
    stored(
        f"{name} was taken off your list. What you did of it stays.",
        lambda: me.store.delete_own_stretch(me.athlete_id, name),
        lambda: me.store.restore_own_stretch(me.athlete_id, name),
    )
