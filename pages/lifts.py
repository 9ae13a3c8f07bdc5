"""Lifts: nothing here yet."""

import streamlit as st

st.title("Lifts", anchor=False)
