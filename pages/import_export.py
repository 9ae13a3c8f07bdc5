"""Import, export: nothing here yet."""

import streamlit as st

st.title("Import, export", anchor=False)
