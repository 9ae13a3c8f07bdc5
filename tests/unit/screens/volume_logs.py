"""Logs made on the spot for tests of volume."""

from collections.abc import Iterable
from datetime import date

from hamcore.athlete import AthleteState
from hamcore.model.log import LoggedSet, Workout
from tests.unit.demo_state import state_of
from tests.unit.memory_store import WholeStore


def logged(sets: Iterable[LoggedSet], *, minutes: int | None = 45, title: str = "", **settings: object) -> AthleteState:
    """A state with one workout per day of the sets, each as long as ``minutes``."""
    store = WholeStore()
    if settings:
        store.save_settings(**settings)
    by_day: dict[date, list[LoggedSet]] = {}
    for one in sets:
        by_day.setdefault(one.day, []).append(one)
    for day, own in by_day.items():
        duration = None if minutes is None else minutes * 60
        store.write(Workout(day.isoformat(), day, "", title, "", duration, "manual"), own)
    return state_of(store)
