"""What page tests read from a page, and the store behind it."""

import html
import json
import re
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

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


_TAPS = count(1)
_FLOOR = "floor"


def floor_of(app: AppTest) -> dict[str, Any]:
    """The document the gym floor of the page is drawn from."""
    (document,) = json.loads(app.get_by_key(_FLOOR).proto.json)
    return dict(document)


def exercise_of(app: AppTest, key: str) -> dict[str, Any]:
    """One exercise of the gym floor."""
    return next(one for one in floor_of(app)["exercises"] if one["key"] == key)


def tap(op: str, **values: Any) -> dict[str, Any]:
    """A tap as the browser sends it, with an id of its own."""
    return {"id": f"tap{next(_TAPS)}", "op": op, "at": "2026-03-02T18:05:00", **values}


def log_tap(exercise: str, number: int = 1, *, load: str = "100", reps: int = 8, **values: Any) -> dict[str, Any]:
    """The tap that logs a working set in kilograms."""
    usual = {"kind": "working", "load": load, "unit": "kg", "reps": reps, "type": "working"}
    return tap("log", exercise=exercise, number=number, **{**usual, **values})


def send(app: AppTest, *taps: dict[str, Any], preview: dict[str, Any] | None = None, current: str = "") -> AppTest:
    """Let the gym floor of the page send taps; the page afterwards."""
    value = {
        "client": "test",
        "seq": next(_TAPS),
        "workout_id": floor_of(app)["workout_id"],
        "events": list(taps),
        "current": current,
        "preview": preview,
    }
    app.session_state[_FLOOR] = {"floor": value}
    app.run()
    assert not app.exception, app.exception
    return app
