"""The HTML page Streamlit's front end starts in: its own, with our title, our icon and ``shell.js``."""

from functools import cache
from pathlib import Path
from urllib.parse import quote

import streamlit as st
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from pages._parts.sections import ENTRIES

_HERE = Path(__file__).parent


@cache
def html() -> str:
    """The page. Where another Streamlit no longer has the place of a change, that change is left out."""
    page = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    icon = quote((_HERE / "art" / "favicon.svg").read_text(encoding="utf-8"))
    script = (_HERE / "shell.js").read_text(encoding="utf-8")
    page = page.replace("<title>Streamlit</title>", "<title>HamCore</title>")
    page = page.replace('href="./favicon.png"', f'href="data:image/svg+xml,{icon}"')
    return page.replace("<script>", f"<script>\n{script}</script>\n    <script>", 1)


async def _answer(_request: Request) -> HTMLResponse:
    return HTMLResponse(html(), headers={"Cache-Control": "no-cache"})


def routes() -> list[Route]:
    """A route for each page of the navigation; every other address stays Streamlit's."""
    return [Route(f"/{entry.url_path}", _answer) for entry in ENTRIES]
