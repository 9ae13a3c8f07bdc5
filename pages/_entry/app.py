"""The one script Streamlit runs: page settings, style, logo, navigation, then the page that was asked for.

Nothing else belongs in this folder: Streamlit puts it on the import path.
"""

import streamlit as st

from pages._components.rest import rest_pill
from pages._parts.look import apply_look
from pages._parts.sections import PAGES, SECTIONS
from pages._parts.session import has_open_workout

ART = PAGES / "_parts" / "art"
SIDEBAR_WIDTH_PX = 232

st.set_page_config(
    page_title="HamCore",
    page_icon=ART / "favicon.svg",
    layout="wide",
    initial_sidebar_state=SIDEBAR_WIDTH_PX,
)
apply_look()
st.logo(ART / f"wordmark_{st.context.theme.type or 'light'}.svg", size="large")

page = st.navigation(
    {
        section: [
            st.Page(
                entry.path,
                title=entry.title,
                icon=f":material/{entry.icon}:",
                url_path=entry.url_path or None,
                default=not entry.url_path,
            )
            for entry in entries
        ]
        for section, entries in SECTIONS.items()
    }
)
st.set_page_config(page_title=f"{page.title} · HamCore")
if has_open_workout():
    asked = rest_pill("rest")
    if asked:
        st.switch_page(PAGES / "workout.py", query_params={"workout": asked})
page.run()
