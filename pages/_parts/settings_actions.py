"""What a change on the Settings page does: it is checked and saved at once, or refused with the reason."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from hamcore.model.settings import Plate, Settings
from hamcore.problems import Problem
from hamcore.screens import settings as screen
from hamcore.units import Load, LoadUnit, parse_decimal
from pages._parts import notices
from pages._parts.session import Here

_PROBLEMS = "settings_problems"
_OFFERED = "offered_plates"


def problems(field: str) -> list[Problem]:
    """What was wrong with the last text typed into ``field``."""
    found: dict[str, list[Problem]] = st.session_state.get(_PROBLEMS, {})
    return found.get(field, [])


def save_field(me: Here, field: str, widget: str) -> None:
    """Check and save what a widget holds; a text that is not allowed stays there with the reason under it."""
    value = st.session_state[widget]
    changed: dict[str, Any] = {field: "" if value is None else value}
    _save_typed(me, field, lambda entry: replace(entry, **changed))


def save_plate(me: Here, load: Load, widget: str) -> None:
    """Save how many pairs of a plate there are; none takes it out."""
    pairs = int(st.session_state[widget] or 0)
    others = [plate for plate in me.state.settings.plates if plate.load != load]
    plates = sorted([*others, *([Plate(load, pairs)] if pairs else [])], key=lambda plate: -plate.load.kg)
    _save(me, replace(me.state.settings, plates=tuple(plates)))


def add_plate(me: Here, widget: str) -> None:
    """Add a pair of another kind of plate."""
    typed = str(st.session_state[widget] or "").strip()
    if not typed:
        return
    before = screen.plates_text(me.state.settings.plates)
    if _save_typed(me, "plates", lambda entry: replace(entry, plates="; ".join(filter(None, [before, typed])))):
        st.session_state[widget] = ""


def offered_plates(settings: Settings) -> tuple[list[Load], list[Load]]:
    """The plates the person has, and the others of a usual gym in their unit; the heaviest first.

    A plate that was set to none stays with the first until the session ends, so that it can be taken back.
    """
    unit = settings.load_unit
    _, usual = screen.usual_gym(unit)
    numbers = (parse_decimal(part.split()[0]) for part in usual.split("; "))
    offered: set[Load] = st.session_state.setdefault(_OFFERED, set())
    offered |= {plate.load for plate in settings.plates}
    others = {Load(number, unit) for number in numbers if number is not None} - offered
    own, more = (sorted(loads, key=lambda load: -load.kg) for loads in (offered, others))
    return (own, more) if own else (more, [])


def use_usual_gym(me: Here) -> None:
    """Take the bar and plates of a usual gym in the person's unit."""
    bar, plates = screen.usual_gym(me.state.settings.load_unit)
    _save_typed(me, "bar", lambda entry: replace(entry, bar=bar, plates=plates))


def use_unit(me: Here, unit: LoadUnit) -> None:
    """Show loads in ``unit`` from now on; a bar and plates that nobody has changed become those of a usual gym."""
    usual = screen.entry_of(Settings())

    def change(entry: screen.SettingsEntry) -> screen.SettingsEntry:
        if (entry.bar, entry.plates) != (usual.bar, usual.plates):
            return replace(entry, load_unit=unit)
        bar, plates = screen.usual_gym(unit)
        return replace(entry, load_unit=unit, bar=bar, plates=plates)

    _save_typed(me, "load_unit", change)


def clear_symptom(me: Here, symptom_id: str, title: str) -> None:
    """Note that something has gone today; it can be taken back."""
    with notices.reported():
        me.store.clear_symptom(me.athlete_id, symptom_id, me.today)
        notices.tell(
            f"{title}: no longer noted. Loads are suggested again.",
            undo=lambda: me.store.clear_symptom(me.athlete_id, symptom_id, None),
        )


def _save_typed(me: Here, field: str, change: Callable[[screen.SettingsEntry], screen.SettingsEntry]) -> bool:
    values, found = screen.parse(change(screen.entry_of(me.state.settings)), me.state.routines)
    held: dict[str, list[Problem]] = st.session_state.setdefault(_PROBLEMS, {})
    held[field] = found
    if values is None:
        notices.clear()
        return False
    _save(me, values)
    return True


def _save(me: Here, values: Settings) -> None:
    with notices.reported():
        me.store.save_settings(me.athlete_id, values)
        notices.clear()
        st.toast("Saved.", icon=":material/check:")
