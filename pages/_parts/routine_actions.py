"""What a person can do with routines. Every change is stored at once; a version is a point to come back to.

A template is never changed: the first change of one makes an own copy, which takes its place on the board without a
break, so that quick drops and the board's undo go on.
"""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from hamcore.dates import Weekday
from hamcore.model.routine import Routine
from hamcore.rules.finding import Fix
from hamcore.rules.routine_fixes import apply
from hamcore.screens import routine as screen
from hamcore.screens import routine_edit as edit
from hamcore.screens.board_answer import Keys
from hamcore.screens.wording import WEEKDAYS
from pages._parts import board, notices
from pages._parts.session import Here, fresh_id

PLAN, ADD = "plan", "add"
"""Address parameters: which routine is shown, and what is to be added to it."""
BOARD = "routine_board"
_SHOWN, _SUBJECTS = "routine_shown", "routine_subjects"
MENUS = NEW, MANAGE, SHARE, SAVE = "routine_new", "routine_more", "routine_share", "routine_save"
"""The keys of the menus in the bar."""
FALLBACK = "article_split"
"""What Today goes by when the active routine is deleted."""


def shown(me: Here) -> Routine | None:
    """The routine the address asks for, else the one shown last, else the active one."""
    asked = st.query_params.get(PLAN) or st.session_state.get(_SHOWN, "")
    routine = me.state.routine(screen.shown_id(me.state, str(asked)))
    if routine:
        st.session_state[_SHOWN] = routine.routine_id
    return routine


def show(routine_id: str) -> None:
    """Lead the page to a routine."""
    st.session_state[_SHOWN] = routine_id
    st.query_params.from_dict({PLAN: routine_id})


def close_menus() -> None:
    """Close the menus: what was chosen in one of them is done."""
    for menu in MENUS:
        st.session_state[menu] = False


def choose(widget: str) -> None:
    """Show the routine chosen in ``widget``."""
    notices.clear()
    show(str(st.session_state[widget]))


def subject(routine_id: str) -> str:
    """The name under which the board knows a routine: that of the template it was made from a moment ago."""
    subjects: dict[str, str] = st.session_state.setdefault(_SUBJECTS, {})
    return subjects.get(routine_id, routine_id)


def take_board(me: Here, routine: Routine) -> Routine:
    """Store what was done on the board since the last run; the routine as it is now."""
    keys = Keys(frozenset(me.catalog.exercises), frozenset(me.catalog.stretches))
    answer = board.arranged(BOARD, subject(routine.routine_id), keys)
    if answer is None or answer.days == routine.days:
        return routine
    notices.clear()
    stored = routine
    with notices.reported():
        stored, _ = _store(me, routine, replace(routine, days=answer.days))
        me.state.refresh()
    return stored


def _is_own(me: Here, routine: Routine) -> bool:
    return routine.routine_id in me.state.own_routines


def _store(me: Here, before: Routine, after: Routine, words: str = "") -> tuple[Routine, Callable[[], object]]:
    """Store a changed week: over itself, or as an own copy of a template. The stored one, and how to take it back."""
    if _is_own(me, before):
        me.store.save_routine(me.athlete_id, after, keep=False)
        return after, lambda: me.store.save_routine(me.athlete_id, before, keep=False)
    return _copied(me, before, after, words)


def _copied(me: Here, template: Routine, after: Routine, words: str) -> tuple[Routine, Callable[[], object]]:
    copy = edit.own_copy(template, fresh_id(), _names(me))
    mine = replace(copy, days=after.days)
    is_active = template.routine_id == me.state.settings.routine_id
    me.store.save_routine(me.athlete_id, copy, "As in the template")
    me.store.save_routine(me.athlete_id, mine, keep=False)
    if is_active:
        _activate(me, mine.routine_id)
    _hand_over(template.routine_id, mine.routine_id)
    show(mine.routine_id)

    def back() -> None:
        me.store.delete_routine(me.athlete_id, mine.routine_id)
        if is_active:
            _activate(me, template.routine_id)
        show(template.routine_id)

    follow = " Today goes by it from now on." if is_active else ""
    made = f"A template stays as it is, so this is your own copy of it: {mine.name}.{follow}"
    notices.tell(f"{words} {made}".strip(), undo=back)
    return mine, back


def _hand_over(template_id: str, own_id: str) -> None:
    """Let the copy go on under the template's name on the board; the template gets another one."""
    subjects: dict[str, str] = st.session_state.setdefault(_SUBJECTS, {})
    subjects[own_id] = subject(template_id)
    subjects[template_id] = f"{template_id} {len(subjects)}"


def _names(me: Here) -> list[str]:
    return [one.name for one in me.state.routines.values()]


def _activate(me: Here, routine_id: str) -> None:
    me.store.save_settings(me.athlete_id, replace(me.store.load_settings(me.athlete_id), routine_id=routine_id))


def use_fix(me: Here, routine: Routine, fix: Fix, label: str) -> None:
    """Apply the fix of a finding; it can be undone."""
    with notices.reported():
        changed = apply(fix, routine)
        is_own = _is_own(me, routine)
        _, back = _store(me, routine, changed, f"{label}: done.")
        if is_own:
            notices.tell(f"{label}: done.", undo=back)


def add_item(me: Here, routine: Routine, key: str, weekday: Weekday) -> None:
    """Put an exercise or stretch at the end of a day."""
    offered = edit.adding(routine, me.catalog, key)
    if offered is None:
        return
    changed = edit.with_item(routine, weekday, offered.item)
    if changed is None:
        notices.refuse(f"{WEEKDAYS[weekday]} is full. Remove a card first, or choose another day.")
        return
    words = f"{offered.name} is on {WEEKDAYS[weekday]} now."
    with notices.reported():
        is_own = _is_own(me, routine)
        stored, back = _store(me, routine, changed, words)
        show(stored.routine_id)
        if is_own:
            notices.tell(words, undo=back)


def leave_adding(routine: Routine) -> None:
    """Do not add anything."""
    show(routine.routine_id)


def start_from(me: Here, template: Routine | None) -> None:
    """Make a new routine like ``template``, or an empty week, and show it. It is not active yet."""
    made = edit.own_copy(template, fresh_id(), _names(me)) if template else edit.empty_week(fresh_id(), _names(me))
    close_menus()
    with notices.reported():
        me.store.save_routine(me.athlete_id, made, "Beginning")
        before = st.session_state.get(_SHOWN, "")
        show(made.routine_id)

        def back() -> None:
            me.store.delete_routine(me.athlete_id, made.routine_id)
            show(str(before))

        notices.tell(f"{made.name} is yours. Make it active when Today should go by it.", undo=back)


def keep(me: Here, routine: Routine, note: str) -> None:
    """Store a shared routine as an own one and show it."""
    mine = replace(routine, routine_id=fresh_id(), name=edit.free_name(routine.name, _names(me)))
    with notices.reported():
        me.store.save_routine(me.athlete_id, mine, note)
        show(mine.routine_id)
        notices.tell(f"{mine.name} is yours now.", undo=lambda: me.store.delete_routine(me.athlete_id, mine.routine_id))


def rename(me: Here, routine: Routine, widget: str) -> None:
    """Give an own routine the name typed in ``widget``."""
    name, wrong = edit.read_name(str(st.session_state[widget] or ""))
    if not wrong and name != routine.name and name in _names(me):
        wrong = f"There is a routine called {name} already."
    if wrong:
        notices.refuse(wrong)
        return
    if name == routine.name:
        return
    close_menus()
    with notices.reported():
        me.store.save_routine(me.athlete_id, replace(routine, name=name), keep=False)
        notices.tell(
            f"It is called {name} now.",
            undo=lambda: me.store.save_routine(me.athlete_id, routine, keep=False),
        )


def make_active(me: Here, routine: Routine) -> None:
    """Let Today, Workout and the suggested loads go by a routine."""
    before = me.state.settings.routine_id
    close_menus()
    with notices.reported():
        _activate(me, routine.routine_id)
        notices.tell(f"Today goes by {routine.name}.", undo=lambda: _activate(me, before))


def delete(me: Here, routine: Routine) -> None:
    """Delete an own routine with a way back; if it was active, Today goes by the article's two days."""
    was_active = routine.routine_id == me.state.settings.routine_id
    close_menus()
    with notices.reported():
        me.store.delete_routine(me.athlete_id, routine.routine_id)
        if was_active:
            _activate(me, FALLBACK)

        def back() -> None:
            me.store.restore_routine(me.athlete_id, routine.routine_id)
            if was_active:
                _activate(me, routine.routine_id)
            show(routine.routine_id)

        follow = f" Today goes by {me.catalog.routines[FALLBACK].name}." if was_active else ""
        show(FALLBACK if was_active else me.state.settings.routine_id)
        notices.tell(f"Deleted: {routine.name}.{follow}", undo=back)


def save_version(me: Here, routine: Routine, widget: str) -> None:
    """Keep the week as it is as a version with the note typed in ``widget``."""
    note = " ".join(str(st.session_state.get(widget) or "").split())[:200]
    known = {one.version for one in me.store.routine_versions(me.athlete_id, routine.routine_id)}
    close_menus()
    with notices.reported():
        number = me.store.save_routine(me.athlete_id, routine, note)
        st.session_state[widget] = ""
        if number in known:
            notices.tell(f"Nothing has changed since version {number}, so that one stays the latest.")
        else:
            notices.tell(f"Version {number} is kept. You can come back to it at any time.")


def restore_version(me: Here, routine: Routine, older: Routine, number: int) -> None:
    """Make the week what it was in a version; what it is now can be had back."""
    with notices.reported():
        me.store.save_routine(me.athlete_id, replace(older, name=routine.name), keep=False)
        notices.tell(
            f"The week is as in version {number}.",
            undo=lambda: me.store.save_routine(me.athlete_id, routine, keep=False),
        )
