"""What page tests read from a page, and the store behind it."""

import html
import re
from datetime import UTC, datetime
from pathlib import Path

from streamlit.testing.v1 import AppTest

from hamcore.places import HOME_VARIABLE, database_url
from hamcore.storage import Store, open_store

_TAG = re.compile(r"<[^>]*>")


def page_text(app: AppTest) -> str:
    """All text the page drew itself, without its markup and without the style block."""
    bodies = [block.proto.body for block in app.html if "<style>" not in block.proto.body]
    return " ".join(html.unescape(_TAG.sub(" ", body)) for body in bodies)


def labels(app: AppTest) -> list[str]:
    """The buttons of the page, in order."""
    return [button.label for button in app.button]


def store_of(home: Path) -> Store:
    """The store the pages use."""
    url = database_url({HOME_VARIABLE: str(home)})
    return open_store(url, backup_dir=home / "backups", clock=lambda: datetime.now(UTC))
