"""The movements and length models, read once per process."""

import streamlit as st

from hamcore.motion import MotionLibrary, load_motion
from hamcore.places import data_dir


@st.cache_resource(show_spinner=False)
def motion_library() -> MotionLibrary:
    """The shipped movements; they were checked when the program was built."""
    library, _problems = load_motion(data_dir())
    return library
