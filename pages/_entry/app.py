"""The one script Streamlit runs: page settings, logo, navigation, then the page that was asked for.

Nothing else belongs in this folder: Streamlit puts it on the import path.
"""

from pathlib import Path

import streamlit as st

PAGES = Path(__file__).resolve().parents[1]
ART = PAGES / "_parts" / "art"
SIDEBAR_WIDTH_PX = 232

st.set_page_config(
    page_title="HamCore",
    page_icon=ART / "favicon.svg",
    layout="wide",
    initial_sidebar_state=SIDEBAR_WIDTH_PX,
)
st.logo(ART / f"wordmark_{st.context.theme.type or 'light'}.svg", size="large")

st.navigation(
    {
        "": [st.Page(PAGES / "today.py", title="Today", icon=":material/today:", default=True)],
        "Train": [
            st.Page(PAGES / "workout.py", title="Workout", icon=":material/fitness_center:", url_path="workout"),
        ],
        "Progress": [st.Page(PAGES / "lifts.py", title="Lifts", icon=":material/show_chart:", url_path="lifts")],
        "Data": [
            st.Page(PAGES / "import_export.py", title="Import, export", icon=":material/swap_vert:", url_path="import"),
            st.Page(PAGES / "settings.py", title="Settings", icon=":material/tune:", url_path="settings"),
        ],
    }
).run()
