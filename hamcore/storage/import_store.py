"""The part of the store that holds imports."""

from collections.abc import Callable
from datetime import date

from hamcore.storage import import_writing, imports, undo
from hamcore.storage.base import StoreBase
from hamcore.storage.imports import ImportBasis, ImportPlan, ImportRecord, StoredSet


class ImportStore(StoreBase):
    """Imports: what they have to know, writing them, taking them back."""

    def imports(self, athlete_id: str) -> list[ImportRecord]:
        """Every import ever written, newest first, undone ones too."""
        with self._database.read() as session:
            return imports.records(session, athlete_id)

    def import_basis(self, athlete_id: str) -> ImportBasis:
        """What an import has to know of what is stored."""
        with self._database.read() as session:
            return imports.basis(session, athlete_id)

    def sets_on(self, athlete_id: str, first: date, last: date) -> list[StoredSet]:
        """All sets from day ``first`` to and with ``last``, those of a workout together."""
        with self._database.read() as session:
            return imports.sets_on(session, athlete_id, first, last)

    def same_file(self, athlete_id: str, file_digest: str) -> ImportRecord | None:
        """The import that took this very file, if importing it again cannot add anything."""
        with self._database.read() as session:
            return imports.same_file(session, athlete_id, file_digest)

    def write_import(
        self, athlete_id: str, plan: ImportPlan, progress: Callable[[float], None] = lambda _: None
    ) -> bool:
        """Write an import, all of it or nothing. Raises MovedOnError if somebody wrote since it was planned."""
        return self._change(
            athlete_id, lambda session: import_writing.write(session, athlete_id, plan, progress), bulk=True
        )

    def undo_import(self, athlete_id: str, import_id: str) -> bool:
        """Take an import back as one step; see ``undo.undo`` for what stays."""
        now = self._clock()
        return self._change(athlete_id, lambda session: undo.undo(session, athlete_id, import_id, now))
