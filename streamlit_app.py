"""Starts the app: ``python3 -m hamcore``, ``streamlit run streamlit_app.py`` or ``python streamlit_app.py``.

The script Streamlit runs is ``pages/_entry/app.py``: with ``pages/`` beside that script, a first request to a deep
link would run the page without it. Settings and theme are in ``.streamlit/config.toml``.
"""

import sys
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

ROOT = Path(__file__).resolve().parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from pages._parts import shell  # noqa: E402
from pages._parts.server import SecurityHeaders, known_hosts, read_ahead, report_error  # noqa: E402

app = st.App(
    ROOT / "pages" / "_entry" / "app.py",
    lifespan=read_ahead,
    routes=shell.routes(),
    middleware=[Middleware(SecurityHeaders), Middleware(known_hosts)],
    on_script_error=report_error,
)

if __name__ == "__main__":
    app.run()
