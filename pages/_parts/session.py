"""Where pages get their data from: the store, the definitions and the athlete's state, each opened once per process."""

import gc
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime

import streamlit as st

from hamcore.athlete import AthleteState
from hamcore.catalog import Catalog, load_catalog
from hamcore.places import data_dir, database_url, home_dir
from hamcore.storage import LOCAL_ATHLETE, StorageError, Store, new_id, open_store
from pages._parts import clock, states


@dataclass(frozen=True, slots=True)
class Here:
    """Who is at the screen and what there is to show; made anew on every run."""

    athlete_id: str
    store: Store
    catalog: Catalog
    state: AthleteState
    today: date


def here() -> Here:
    """The data of the person at the screen, brought up to date. Ends the page with a message if it cannot be read."""
    athlete_id = LOCAL_ATHLETE
    url = database_url(os.environ)
    try:
        store = _store(url)
        state = _athlete(athlete_id, url)
        state.refresh()
    except StorageError as error:
        states.failure("Your log cannot be opened", str(error), "Nothing was changed. Mend this, then reload the page.")
        st.stop()
    return Here(athlete_id, store, catalog(), state, clock.today())


def has_open_workout() -> bool:
    """Whether a workout was begun and not finished; False where that cannot be read, which the page itself says."""
    with suppress(StorageError):
        return bool(_store(database_url(os.environ)).open_plans(LOCAL_ATHLETE))
    return False


def open_ahead() -> None:
    """Read the definitions and the log before anyone asks. What fails here fails again, with words, on the page."""
    with suppress(StorageError):
        _athlete(LOCAL_ATHLETE, database_url(os.environ))


def fresh_id() -> str:
    """An id for a new workout or import, made here so that a repeated click writes the same thing once."""
    return new_id(clock.now(), os.urandom)


@st.cache_resource(show_spinner=False)
def catalog() -> Catalog:
    """The shipped definitions, read and checked once."""
    definitions, _problems = load_catalog(data_dir())
    return definitions


@st.cache_resource(show_spinner=False, on_release=lambda store: store.close())
def _store(url: str) -> Store:
    return open_store(url, backup_dir=home_dir(os.environ) / "backups", clock=lambda: datetime.now(UTC))


@st.cache_resource(show_spinner=False)
def _athlete(athlete_id: str, url: str) -> AthleteState:
    """One state for all sessions of an athlete; it guards itself with a lock."""
    state = AthleteState(_store(url), athlete_id, catalog())
    state.refresh()
    # The history never becomes garbage: without this every full collection walks through all of it.
    gc.collect()
    gc.freeze()
    return state
