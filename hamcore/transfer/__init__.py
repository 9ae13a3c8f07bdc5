"""Bringing logs in and out: the one way that both the page and the command use."""

from hamcore.transfer.answers import ImportAnswers, ImportPreview, NameMatch
from hamcore.transfer.export import export_csv
from hamcore.transfer.preview import preview_import, preview_parsed
from hamcore.transfer.stretching import StretchPreview, preview_stretching, write_stretches
from hamcore.transfer.writing import ImportReceipt, undo_import, write_import

__all__ = [
    "ImportAnswers",
    "ImportPreview",
    "ImportReceipt",
    "NameMatch",
    "StretchPreview",
    "export_csv",
    "preview_import",
    "preview_parsed",
    "preview_stretching",
    "undo_import",
    "write_import",
    "write_stretches",
]
