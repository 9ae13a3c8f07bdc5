"""Where the application's own files and a person's data lie. The environment is a parameter, never read here."""

from collections.abc import Mapping
from pathlib import Path

import platformdirs

HOME_VARIABLE = "HAMCORE_HOME"
DATABASE_VARIABLE = "HAMCORE_DATABASE_URL"
_PACKAGE = Path(__file__).resolve().parent


def app_dir() -> Path:
    """The folder with ``streamlit_app.py``, ``pages/`` and ``data/``: the checkout, or the installed copy of it."""
    installed = _PACKAGE / "_app"
    return installed if installed.is_dir() else _PACKAGE.parent


def data_dir() -> Path:
    """The folder with the shipped definitions."""
    return app_dir() / "data"


def home_dir(environ: Mapping[str, str]) -> Path:
    """The folder for a person's data: ``HAMCORE_HOME``, else the platform's user-data folder."""
    chosen = environ.get(HOME_VARIABLE, "").strip()
    return Path(chosen).expanduser() if chosen else Path(platformdirs.user_data_dir("hamcore", appauthor=False))


def database_url(environ: Mapping[str, str]) -> str:
    """The database to use: ``HAMCORE_DATABASE_URL``, else one SQLite file in ``home_dir``."""
    chosen = environ.get(DATABASE_VARIABLE, "").strip()
    return chosen or f"sqlite:///{(home_dir(environ) / 'hamcore.db').as_posix()}"
