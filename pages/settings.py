"""Settings: nothing here yet."""

import streamlit as st

st.title("Settings", anchor=False)
