"""What the server adds to Streamlit: security headers on every answer, and errors that never show a traceback."""

import base64
import hashlib
import importlib
import logging
import re
import secrets
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.datastructures import MutableHeaders
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages._parts import shell

# Streamlit draws the logo and the icon of the tab through numpy and PIL.
READ_AHEAD = ("numpy", "PIL.Image", "PIL.ImageFile", "hamcore.screens.today", "hamcore.transfer")
_LOGGER = logging.getLogger("hamcore")
_INLINE_SCRIPT = re.compile("<script>(.*?)</script>", re.DOTALL)


def inline_script_hashes(html: str) -> list[str]:
    """The CSP source of each script written inside ``html``.

    >>> inline_script_hashes("<script>let a = 1</script>")
    ["'sha256-LAfYd7pbFUgwfQu8b4q135PeTG2z+/coPEUYCd74eCQ='"]
    """
    digests = (hashlib.sha256(script.encode()).digest() for script in _INLINE_SCRIPT.findall(html))
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


def content_policy() -> str:
    """The Content-Security-Policy: everything from this server alone, no eval.

    The scripts written inside the page are allowed by their hashes, taken at start, so an upgrade cannot break it.
    ``blob:`` is how Streamlit loads the script of a component.
    """
    rules = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", "blob:", *inline_script_hashes(shell.html())]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "frame-src": "'none'",
        "frame-ancestors": "'none'",
        "base-uri": "'none'",
        "object-src": "'none'",
        "form-action": "'self'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


class SecurityHeaders:
    """ASGI middleware that sets the security headers on every HTTP answer."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._headers = {
            "Content-Security-Policy": content_policy(),
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            "Referrer-Policy": "no-referrer",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; add the headers when the answer starts."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)


def known_hosts(app: ASGIApp) -> ASGIApp:
    """Middleware that answers only requests for the hosts of ``server.allowedHosts``.

    Streamlit checks its socket alone; this closes the pages and files to a rebound name as well.
    """
    hosts = [f"[{host}]" if ":" in host else host for host in st.get_option("server.allowedHosts")]
    return TrustedHostMiddleware(app, allowed_hosts=hosts or ["*"], www_redirect=False)


@asynccontextmanager
async def read_ahead(_app: st.App) -> AsyncIterator[None]:
    """While the first browser still loads the front end, read what every page needs: modules, definitions, the log."""
    threading.Thread(target=_read_ahead, name="read-ahead", daemon=True).start()
    yield


def _read_ahead() -> None:
    for module in READ_AHEAD:
        importlib.import_module(module)
    from pages._parts import session

    session.open_ahead()


def report_error(error: Exception) -> bool:
    """Log ``error`` under a short id and show the reader that id in place of the traceback."""
    error_id = secrets.token_hex(4)
    _LOGGER.error("Error %s on a page", error_id, exc_info=error)
    st.error(
        f"Something went wrong on this page (error {error_id}). Nothing you saved is lost. "
        "Reload the page; if it happens again, the terminal that runs HamCore shows what failed under this id.",
        icon=":material/error:",
    )
    return True
