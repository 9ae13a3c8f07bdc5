"""What can go wrong with the database, said so that a person can act on it."""

from enum import StrEnum
from pathlib import Path


class StorageKind(StrEnum):
    """The kinds of trouble with a database; each has its own remedy."""

    DAMAGED = "damaged"
    EMPTY = "empty"
    FOREIGN = "foreign"
    NEWER = "newer"
    LOCKED = "locked"
    FULL = "full"
    READ_ONLY = "read_only"
    UNREACHABLE = "unreachable"
    UNSUPPORTED = "unsupported"


_WHAT = {
    StorageKind.DAMAGED: "The database is damaged and was left as it is.",
    StorageKind.EMPTY: "The database file is there but has no bytes in it; it was left as it is.",
    StorageKind.FOREIGN: "This file was not made by HamCore; it was left as it is.",
    StorageKind.NEWER: "The database was written by a newer HamCore; it was left as it is.",
    StorageKind.LOCKED: "Another program is writing to the database and did not finish in time. Nothing was changed.",
    StorageKind.FULL: "There is no room left to write to the database. Nothing was changed.",
    StorageKind.READ_ONLY: "The database can be read but not written. Nothing was changed.",
    StorageKind.UNREACHABLE: "The database cannot be opened or made.",
    StorageKind.UNSUPPORTED: "This kind of database address is not supported.",
}
_REMEDY = {
    StorageKind.FOREIGN: "Choose another file with HAMCORE_DATABASE_URL or another folder with HAMCORE_HOME.",
    StorageKind.NEWER: "Update HamCore, or open an older copy.",
    StorageKind.LOCKED: "Close the other program, or wait a little, and try again.",
    StorageKind.FULL: "Free some space on that disk and try again.",
    StorageKind.READ_ONLY: "Allow writing to the file and its folder, or choose another place with HAMCORE_HOME.",
    StorageKind.UNREACHABLE: "Check that its folder may be read and written, or choose another one with HAMCORE_HOME.",
    StorageKind.UNSUPPORTED: "Use an address such as sqlite:////home/me/hamcore.db, or unset HAMCORE_DATABASE_URL.",
}


class StorageError(Exception):
    """A database that cannot be used: ``str(error)`` says what is wrong, where, and how to mend it."""

    def __init__(self, kind: StorageKind, where: str, detail: str = "", backup: Path | None = None) -> None:
        self.kind = kind
        self.where = where
        self.detail = detail
        self.backup = backup
        super().__init__(" ".join(part for part in (_WHAT[kind], f"[{where}]", detail, _remedy(kind, backup)) if part))


def _remedy(kind: StorageKind, backup: Path | None) -> str:
    if kind not in (StorageKind.DAMAGED, StorageKind.EMPTY):
        return _REMEDY[kind]
    if backup is None:
        return "There is no backup of it; move the file away to begin anew."
    return f"The newest backup is {backup}: move the damaged file away and copy the backup to its place."
