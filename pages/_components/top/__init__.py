"""Takes the reader to the top of the page when its view changes; nothing is drawn and nothing sent."""

import streamlit as st

from pages._components.assets import read

_TOP = st.components.v2.component("hamcore_top", html="<span hidden></span>", js=read("top/top.js"))


def begin_at_top(key: str, view: str) -> None:
    """Mount it at the end of a page that shows ``view``."""
    _TOP(key=key, data=[view])
