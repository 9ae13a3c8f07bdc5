"""Where a person's data lives: one SQLite file, opened with care and written in whole transactions."""

from hamcore.storage.backups import kept_backup
from hamcore.storage.entries import LogResult, LogStatus
from hamcore.storage.errors import StorageError, StorageKind
from hamcore.storage.ids import new_id
from hamcore.storage.imports import ImportRecord
from hamcore.storage.log import LogChanges
from hamcore.storage.routines import RoutineVersion, StoredRoutine
from hamcore.storage.store import LOCAL_ATHLETE, Store, open_store

__all__ = [
    "LOCAL_ATHLETE",
    "ImportRecord",
    "LogChanges",
    "LogResult",
    "LogStatus",
    "RoutineVersion",
    "StorageError",
    "StorageKind",
    "Store",
    "StoredRoutine",
    "kept_backup",
    "new_id",
    "open_store",
]
