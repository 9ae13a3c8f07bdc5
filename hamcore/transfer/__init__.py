"""Bringing logs in and out: the one way that both the page and the command use."""

from hamcore.transfer.answers import ImportAnswers, ImportPreview, NameMatch
from hamcore.transfer.export import export_csv
from hamcore.transfer.preview import preview_import, preview_parsed
from hamcore.transfer.writing import ImportReceipt, undo_import, write_import

__all__ = [
    "ImportAnswers",
    "ImportPreview",
    "ImportReceipt",
    "NameMatch",
    "export_csv",
    "preview_import",
    "preview_parsed",
    "undo_import",
    "write_import",
]
