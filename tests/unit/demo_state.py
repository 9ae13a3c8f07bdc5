"""The demo log as an athlete's state over the shipped definitions, without a store."""

from datetime import date
from decimal import Decimal
from functools import cache

from hamcore.athlete import AthleteState
from hamcore.catalog import Catalog, load_catalog
from hamcore.interchange.demo import demo_log
from hamcore.interchange.parsed import ParsedSet
from hamcore.model.log import OWN_NAME, LoggedSet, Workout
from hamcore.places import data_dir
from hamcore.units import Load
from tests.unit.memory_store import WholeStore

TODAY = date(2026, 11, 24)


@cache
def shipped() -> Catalog:
    """The shipped definitions."""
    return load_catalog(data_dir())[0]


def demo_state(today: date = TODAY) -> AthleteState:
    """The demo log in memory."""
    store = WholeStore()
    for number, parsed in enumerate(demo_log(today).workouts):
        name = f"w{number:04d}"
        workout = Workout(name, parsed.day, parsed.started_at, parsed.title, parsed.note, parsed.duration_s, "demo")
        store.write(workout, [_logged(one, parsed.day) for one in parsed.sets])
    return state_of(store)


def state_of(store: WholeStore) -> AthleteState:
    """A refreshed state over a store in memory."""
    state = AthleteState(store, "local", shipped())
    state.refresh()
    return state


def _logged(one: ParsedSet, day: date) -> LoggedSet:
    load = Load(Decimal(one.load), one.unit) if one.load and one.unit else None
    key = shipped().exercise_id_for(one.name) or OWN_NAME + one.name
    kg = load.kg if load else None
    return LoggedSet("", 0, 0, day, key, one.set_type, load, kg, one.reps, one.rir, one.seconds, one.distance_m, "")
