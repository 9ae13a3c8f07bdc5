"""The guided session and the checklist on a page: what was done is stored before anything is drawn, once and in order.

A page calls `fold` first, builds what it shows from the store as it is then, and mounts the session with `guide`::

    answer = fold(me, taps("guide"), memory())
    guide("guide", fixed, answer)
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from hamcore.motion import MotionLibrary
from hamcore.screens.guide_document import GuideFixed, GuideNews, GuideStretch
from hamcore.screens.guide_taps import BadTapError, hold_of, symptom_of, tap_id, tick_of
from hamcore.storage import StorageError
from pages._components.documents import model_document, movement_document, segments_document
from pages._components.guide import mount, value
from pages._parts.session import Here

_MEMORY = "guide_memory"
_MOST_KNOWN = 500
_Values = Mapping[str, Any]


@dataclass(slots=True)
class Memory:
    """What became of the taps of this browser session: tap to empty text (stored) or why it was not."""

    settled: dict[str, str] = field(default_factory=dict)


def memory() -> Memory:
    """What this browser session knows of taps; without it a tap sent again is settled again, which changes nothing."""
    known: Memory = st.session_state.setdefault(_MEMORY, Memory())
    return known


def taps(key: str) -> dict[str, Any] | None:
    """What the session mounted under ``key`` sent last."""
    return value(key)


def guide(key: str, fixed: GuideFixed, news: GuideNews) -> None:
    """Mount the session; ``key`` stays the same for all runs of the page."""
    mount(key, fixed, news)


def drawn(fixed: GuideFixed, library: MotionLibrary) -> GuideFixed:
    """``fixed`` with the drawn athlete: segments, length model, and the movement of each stretch that has one."""
    return {
        **fixed,
        "stretches": [_moving(one, library) for one in fixed["stretches"]],
        "segments": segments_document(library.segments),
        "model": model_document(library.models.recommended),
    }


def _moving(stretch: GuideStretch, library: MotionLibrary) -> GuideStretch:
    movement = library.movement_of(stretch["key"])
    return {**stretch, "movement": movement_document(movement) if movement else None}


def fold(me: Here, sent: _Values | None, known: Memory) -> GuideNews:
    """Store every tap of ``sent`` (a ``GuideValue`` as the browser gave it) that is not settled yet, in order.

    The store takes a hold once for ever by its id. A failing database stops the rest: what was not stored is sent
    again by the browser. ``me.state`` is refreshed.
    """
    if not isinstance(sent, Mapping):
        return _news({}, [], known, "")
    listed = sent.get("events")
    said = listed if isinstance(listed, list) else []
    events = [tap for tap in said if isinstance(tap, Mapping) and isinstance(tap.get("id"), str)]
    trouble = ""
    try:
        for tap in events:
            _settle(me, tap, known)
        me.state.refresh()
    except StorageError as error:
        trouble = str(error)
    return _news(sent, [tap["id"] for tap in events], known, trouble)


def _news(sent: _Values, ids: list[str], known: Memory, trouble: str) -> GuideNews:
    seq = sent.get("seq")
    return {
        "client": str(sent.get("client") or "")[:40],
        "seq": seq if isinstance(seq, int) else 0,
        "acked": [{"id": one} for one in ids if known.settled.get(one) == ""],
        "refused": [{"id": one, "message": known.settled[one]} for one in ids if known.settled.get(one)],
        "trouble": trouble,
    }


def _settle(me: Here, tap: _Values, known: Memory) -> None:
    if tap["id"] in known.settled:
        return
    try:
        _store(me, tap)
    except BadTapError as error:
        known.settled[tap["id"]] = str(error)
    else:
        known.settled[tap["id"]] = ""
    while len(known.settled) > _MOST_KNOWN:
        del known.settled[next(iter(known.settled))]


def _store(me: Here, tap: _Values) -> None:
    match tap.get("op"):
        case "log":
            me.store.log_hold(me.athlete_id, hold_of(tap, me.state.stretches, me.today))
        case "delete":
            me.store.delete_hold(me.athlete_id, tap_id(tap, "of"))
        case "restore":
            me.store.restore_hold(me.athlete_id, tap_id(tap, "of"))
        case "symptom":
            me.store.note_symptom(me.athlete_id, symptom_of(tap, me.today))
        case "tick":
            _tick(me, tap)
        case "untick":
            day, key, _ = tick_of(tap, me.state, me.today)
            me.store.untick_stretch(me.athlete_id, day, key)
        case _:
            raise BadTapError("This tap is not one the stretching page knows. Reload the page.")


def _tick(me: Here, tap: _Values) -> None:
    me.state.refresh()
    _, key, holds = tick_of(tap, me.state, me.today)
    if key not in me.state.stretches:
        raise BadTapError("This stretch was deleted in another window. Reload the page.")
    me.store.tick_stretch(me.athlete_id, holds)
