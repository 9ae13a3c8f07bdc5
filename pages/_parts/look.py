"""The one style block: every colour as a custom property, and the few rules Streamlit's theme cannot say."""

from functools import cache
from pathlib import Path

import streamlit as st

from hamcore.charts import theme

_RULES = Path(__file__).with_name("look.css")


def apply_look() -> None:
    """Put the style block into the page; the entry script calls it once on every run."""
    st.html(style_block())


def apply_rules(file: Path) -> None:
    """Put the rules of a style file of ours into the page that needs them."""
    st.html(_style_of(file))


@cache
def _style_of(file: Path) -> str:
    return f"<style>{file.read_text(encoding='utf-8')}</style>"


@cache
def style_block() -> str:
    """The style element: tokens from the theme, one class per function, then the rules of ``look.css``."""
    tokens = f":root{{{theme.css_properties()}--hc-serif:{theme.HEADING_FONT};}}"
    functions = "".join(
        f".hc-{function.value},.hc-on-{function.value}{{"
        f"--hc-fn:var({theme.function_property(function)});"
        f"--hc-fn-text:var({theme.function_property(function, 'text')});"
        f"--hc-fn-tint:var({theme.function_property(function, 'tint')})}}"
        for function in theme.FUNCTIONS
    )
    return f"<style>{tokens}{functions}{_RULES.read_text(encoding='utf-8')}</style>"
