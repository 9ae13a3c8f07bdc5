"""The part of the store that holds a person's own routines and their versions."""

from collections.abc import Mapping

from hamcore.model.routine import Routine
from hamcore.storage import routines
from hamcore.storage.base import StoreBase
from hamcore.storage.routines import RoutineVersion, StoredRoutine
from hamcore.storage.sqlite import Session


class RoutineStore(StoreBase):
    """Own routines. Renaming one, or giving a copy a new id, is saving it."""

    def own_routines(self, athlete_id: str) -> Mapping[str, Routine]:
        """Routine id to routine, the oldest first, without those that were deleted."""
        with self._database.read() as session:
            return routines.load_present(session, athlete_id)

    def routines(self, athlete_id: str, *, deleted: bool = False) -> list[StoredRoutine]:
        """The routines with their versions' numbers, the oldest first; ``deleted``: those that can be brought back."""
        with self._database.read() as session:
            return routines.load_all(session, athlete_id, deleted=deleted)

    def routine_versions(self, athlete_id: str, routine_id: str) -> list[RoutineVersion]:
        """The kept versions of a routine, the newest first."""
        with self._database.read() as session:
            return routines.versions(session, athlete_id, routine_id)

    def save_routine(self, athlete_id: str, routine: Routine, note: str = "", *, keep: bool = True) -> int:
        """Store a routine over the one of its id; the number of its latest kept version.

        A version is kept only if it says something else than the latest one; with ``keep`` False (a card was moved)
        never. A routine that was deleted comes back. Raises ValueError for one that could not be read again, such as
        one without a name.
        """
        version = 0

        def save(session: Session) -> bool:
            nonlocal version
            version, changed = routines.save(session, athlete_id, routine, note, self._now(), keep=keep)
            return changed

        self._change(athlete_id, save)
        return version

    def delete_routine(self, athlete_id: str, routine_id: str) -> bool:
        """Delete a routine; it can be brought back for 30 days."""
        now = self._now()
        return self._change(athlete_id, lambda session: routines.set_deleted(session, athlete_id, routine_id, now))

    def restore_routine(self, athlete_id: str, routine_id: str) -> bool:
        """Bring a deleted routine back as it was."""
        return self._change(athlete_id, lambda session: routines.set_deleted(session, athlete_id, routine_id, None))
