"""Files of other programs and HamCore's own: read into workouts and sets, and written."""

from hamcore.interchange.columns import MAPPED_ROLES, ColumnMapping, DateOrder, Role
from hamcore.interchange.generic import suggest_columns
from hamcore.interchange.options import PAGE_LIMITS, Limits, ReadOptions
from hamcore.interchange.own import write_csv
from hamcore.interchange.read import read_file

__all__ = [
    "MAPPED_ROLES",
    "PAGE_LIMITS",
    "ColumnMapping",
    "DateOrder",
    "Limits",
    "ReadOptions",
    "Role",
    "read_file",
    "suggest_columns",
    "write_csv",
]
