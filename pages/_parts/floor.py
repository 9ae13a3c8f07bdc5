"""The gym floor on a page: what was tapped is stored before anything is drawn, each tap once and in order.

The document is ``hamcore.screens.floor_document.FloorDocument``. A page calls `fold` first, builds the document from
the store as it is then, puts what `FloorAnswer.into` says into it and mounts it with `floor`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from hamcore.model.log import LoggedSet
from hamcore.model.plan import WorkoutPlan
from hamcore.screens.floor_document import Ack, FloorDocument, Refusal
from hamcore.screens.floor_taps import BadTapError, changed_plan, entry_of, plan_with
from hamcore.screens.words import set_words
from hamcore.screens.workout import item_of, sets_of
from hamcore.storage import LogStatus, StorageError
from pages._components.floor import mount_frame, mount_now, parts, value
from pages._parts.session import Here

_MEMORY = "floor_memory"
_GONE = "This workout was deleted in another window. The set is kept on this device until you leave it out."
_NO_SET = "This set was deleted in another window, so there is nothing to change."
_HAS_SETS = "This exercise has sets in this workout by now, so it stays. Delete them first."
_Values = Mapping[str, Any]


@dataclass(slots=True)
class Memory:
    """What became of the taps of one workout in this browser session; without it a tap sent again is asked again."""

    workout_id: str
    acked: dict[str, Ack] = field(default_factory=dict)
    refused: dict[str, Refusal] = field(default_factory=dict)
    conflicts: dict[str, Refusal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FloorAnswer:
    """What became of the taps. ``plan`` is the plan after them; ``asked`` the change whose effects are to be shown.

    ``asked`` is a tap as the floor document describes it, with ``set_no``; ``entry`` the set as it would be then,
    None for a deletion. ``current`` is the exercise on view, empty before the first tap. ``is_finished`` is said once,
    in the run that got the tap. ``trouble`` says why some taps could not be stored just now.
    """

    plan: WorkoutPlan
    acked: list[Ack]
    refused: list[Refusal]
    conflicts: list[Refusal]
    trouble: str = ""
    current: str = ""
    is_finished: bool = False
    asked: _Values | None = None
    entry: LoggedSet | None = None

    def into(self, document: FloorDocument) -> FloorDocument:
        """``document`` with what became of the taps."""
        return {
            **document,
            "acked": self.acked,
            "refused": self.refused,
            "conflicts": self.conflicts,
            "trouble": self.trouble,
        }


def floor(key: str, document: FloorDocument) -> None:
    """Mount the floor; ``key`` stays the same for all runs of the page.

    A page of which a tap runs a part mounts it in two instead, from `parts`: with `mount_now` in that part and with
    `mount_frame` outside of it, again whenever ``Parts.stamp`` changed.
    """
    shown = parts(document)
    mount_frame(key, shown)
    mount_now(key, shown)


def taps(key: str) -> dict[str, Any] | None:
    """What the floor mounted under ``key`` sent last."""
    return value(key)


def memory(workout_id: str) -> Memory:
    """What this browser session knows of the taps of a workout; that of another workout is dropped."""
    known: Memory | None = st.session_state.get(_MEMORY)
    if known is None or known.workout_id != workout_id:
        known = st.session_state[_MEMORY] = Memory(workout_id)
    return known


def fold(me: Here, plan: WorkoutPlan, sent: _Values | None, known: Memory) -> FloorAnswer:
    """Store every tap of ``sent`` (a ``FloorValue`` as the browser gave it) that is not settled yet, in order.

    Each is settled once per session by its id and, for sets, once for ever by the store. A failing database stops the
    rest: what was not stored is sent again by the browser. ``me.state`` is refreshed.
    """
    if not isinstance(sent, Mapping) or sent.get("workout_id") != plan.workout.workout_id:
        return FloorAnswer(plan, [], [], [])
    events = [tap for tap in sent.get("events") or () if isinstance(tap, Mapping) and isinstance(tap.get("id"), str)]
    work, trouble = _Fold(me, plan, known), ""
    try:
        for tap in events:
            work.settle(tap)
        me.state.refresh()
    except StorageError as error:
        trouble = str(error)
    asked, entry = work.asked(sent.get("preview"))
    ids = [tap["id"] for tap in events]
    return FloorAnswer(
        work.plan,
        [known.acked[one] for one in ids if one in known.acked],
        [known.refused[one] for one in ids if one in known.refused],
        [known.conflicts[one] for one in ids if one in known.conflicts],
        trouble,
        str(sent.get("current") or ""),
        work.is_finished,
        asked,
        entry,
    )


class _Fold:
    """The taps of one run, taken in one after the other."""

    def __init__(self, me: Here, plan: WorkoutPlan, known: Memory) -> None:
        self.me, self.plan, self.known = me, plan, known
        self.is_finished = False
        self._does: dict[str, Callable[[_Values], int]] = {
            "log": self._log,
            "keep_both": self._keep_both,
            "edit": self._edit,
            "delete": self._delete,
            "restore": self._restore,
            "finish": self._finish,
            "remove": self._remove,
            "add": self._add,
            **dict.fromkeys(("skip", "unskip", "move", "swap", "superset"), self._change),
        }

    def settle(self, tap: _Values) -> None:
        known, tap_id = self.known, tap["id"]
        if tap_id in known.acked or tap_id in known.refused or tap_id in known.conflicts:
            return
        does = self._does.get(str(tap.get("op")))
        try:
            if does is None:
                raise BadTapError("This tap is not one the workout page knows. Reload the page.")
            set_no = does(tap)
        except BadTapError as error:
            known.refused[tap_id] = {"id": tap_id, "message": str(error)}
        except _TakenError as error:
            known.conflicts[tap_id] = {"id": tap_id, "message": str(error), "set_no": error.set_no}
        else:
            known.acked[tap_id] = {"id": tap_id, "set_no": set_no}

    def asked(self, tap: object) -> tuple[_Values | None, LoggedSet | None]:
        if not isinstance(tap, Mapping) or not isinstance(tap.get("id"), str):
            return None, None
        was = self._stored(tap)
        if was is None:
            return None, None
        try:
            entry = None if tap.get("op") == "delete" else entry_of(tap, self.plan.workout, was)
        except BadTapError:
            return None, None
        return {**tap, "set_no": was.set_no}, entry

    def _log(self, tap: _Values, *, keep_both: bool = False) -> int:
        entry = entry_of(tap, self.plan.workout)
        number = tap.get("number")
        if not isinstance(number, int) or number < 1:
            raise BadTapError("This entry does not say which set it is. Log it again.")
        status, stored = self.me.store.log_entry(
            self.me.athlete_id, self.plan.workout, entry, tap["id"], number, keep_both=keep_both
        )
        if status is LogStatus.GONE:
            raise BadTapError(_GONE)
        if status is LogStatus.TAKEN and stored:
            raise _TakenError(number, entry, stored)
        return stored.set_no if stored else 0

    def _keep_both(self, tap: _Values) -> int:
        log = tap.get("log")
        if not isinstance(log, Mapping) or not isinstance(log.get("id"), str):
            raise BadTapError("The set to keep got lost. Log it again.")
        return self._log(log, keep_both=True)

    def _edit(self, tap: _Values) -> int:
        was = self._stored(tap)
        if was is None:
            raise BadTapError(_NO_SET)
        entry = entry_of(tap, self.plan.workout, was)
        if entry != was:
            self.me.store.edit_set(self.me.athlete_id, entry)
        return was.set_no

    def _delete(self, tap: _Values) -> int:
        number = self._number(tap)
        self.me.store.delete_set(self.me.athlete_id, self.plan.workout.workout_id, number)
        return number

    def _restore(self, tap: _Values) -> int:
        number = self._number(tap)
        self.me.store.restore_set(self.me.athlete_id, self.plan.workout.workout_id, number)
        return number

    def _change(self, tap: _Values) -> int:
        return self._change_plan(lambda plan: changed_plan(plan, tap))

    def _remove(self, tap: _Values) -> int:
        self.me.state.refresh()
        if sets_of(self.me.state.log, self.plan.workout).get(str(tap.get("exercise"))):
            raise BadTapError(_HAS_SETS)
        return self._change(tap)

    def _add(self, tap: _Values) -> int:
        key = tap.get("exercise")
        if not isinstance(key, str) or not key:
            raise BadTapError("This tap names no exercise, so nothing can be put back.")
        item = item_of(self.me.state, key)
        return self._change_plan(lambda plan: plan_with(plan, item, tap))

    def _change_plan(self, change: Callable[[WorkoutPlan], WorkoutPlan]) -> int:
        changed = self.me.store.change_plan(self.me.athlete_id, self.plan.workout.workout_id, change)
        if changed is None:
            raise BadTapError("This workout has no plan to change any more.")
        self.plan = changed
        return 0

    def _finish(self, _tap: _Values) -> int:
        self.is_finished = True
        return 0

    def _number(self, tap: _Values) -> int:
        """The number of the set a tap is about: as said, or of the set that an earlier tap made."""
        number = tap.get("set_no")
        if not isinstance(number, int) or number < 1:
            number = self._number_of(str(tap.get("of") or ""))
        if not number:
            raise BadTapError(_NO_SET)
        return number

    def _number_of(self, tap_id: str) -> int:
        ack = self.known.acked.get(tap_id)
        if ack:
            return ack["set_no"]
        return self.me.store.set_no_of(self.me.athlete_id, self.plan.workout.workout_id, tap_id) or 0

    def _stored(self, tap: _Values) -> LoggedSet | None:
        """The set a tap is about as it is now."""
        try:
            number = self._number(tap)
        except BadTapError:
            return None
        self.me.state.refresh()
        sets = self.me.state.log.sets
        named = sets.get(str(tap.get("exercise") or ""), ())
        for history in (named, *sets.values()):
            for entry in reversed(history):
                if entry.set_no == number and entry.workout_id == self.plan.workout.workout_id:
                    return entry
        return None


class _TakenError(Exception):
    """Another window logged this set, under ``set_no``; the text names both."""

    def __init__(self, number: int, mine: LoggedSet, other: LoggedSet) -> None:
        super().__init__(
            f"Set {number} was logged in another window already. "
            f"This device: {set_words(mine)}. The other: {set_words(other)}."
        )
        self.set_no = other.set_no
