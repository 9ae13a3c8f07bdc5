"""The part of the store that holds what a person said of themselves: settings, names, body weights, symptoms."""

from collections.abc import Mapping
from datetime import date

from hamcore.model.settings import Settings
from hamcore.model.symptom import Symptom
from hamcore.storage import athletes, body, names, settings, symptoms
from hamcore.storage.base import StoreBase
from hamcore.storage.sqlite import Session
from hamcore.units import Load


class PersonStore(StoreBase):
    """Settings, names of exercises, body weights and symptoms."""

    def load_settings(self, athlete_id: str) -> Settings:
        """The settings; defaults where nothing was saved."""
        with self._database.read() as session:
            return settings.load_settings(session, athlete_id)

    def save_settings(self, athlete_id: str, values: Settings) -> None:
        """Store all settings."""

        def save(session: Session) -> bool:
            settings.save_settings(session, athlete_id, values)
            return True

        self._change(athlete_id, save)

    def names(self, athlete_id: str) -> Mapping[str, str | None]:
        """Every name as written by the person or a file, with its exercise id; None: kept as an own name."""
        with self._database.read() as session:
            return names.written_names(names.stored_names(session, athlete_id))

    def map_names(self, athlete_id: str, meanings: Mapping[str, str | None]) -> bool:
        """Let names mean these exercises (None: own name), from now on and in all of the history."""

        def remap(session: Session) -> bool:
            renamed = names.remap(session, athlete_id, meanings)
            if renamed.changed:
                athletes.names_change(session, athlete_id)
            return any(renamed)

        return self._change(athlete_id, remap)

    def body_weights(self, athlete_id: str) -> Mapping[date, Load]:
        """Day to what the person weighed on it, oldest first."""
        with self._database.read() as session:
            return body.load_all(session, athlete_id)

    def save_body_weight(self, athlete_id: str, day: date, load: Load) -> bool:
        """Store what the person weighed on a day, over what there was. Raises ValueError for nothing or less."""
        return self._change(athlete_id, lambda session: body.save(session, athlete_id, day, load))

    def delete_body_weight(self, athlete_id: str, day: date) -> bool:
        """Take back the body weight of a day."""
        return self._change(athlete_id, lambda session: body.delete(session, athlete_id, day))

    def symptoms(self, athlete_id: str) -> tuple[Symptom, ...]:
        """Everything that was ever reported, the oldest first."""
        with self._database.read() as session:
            return symptoms.load_all(session, athlete_id)

    def note_symptom(self, athlete_id: str, symptom: Symptom) -> bool:
        """Store a report; one with an id that is stored already changes nothing."""
        return self._change(athlete_id, lambda session: symptoms.note(session, athlete_id, symptom))

    def clear_symptom(self, athlete_id: str, symptom_id: str, day: date | None) -> bool:
        """Note on which day it had gone; None takes that back. Raises ValueError for a day before the report."""
        return self._change(athlete_id, lambda session: symptoms.clear(session, athlete_id, symptom_id, day))
