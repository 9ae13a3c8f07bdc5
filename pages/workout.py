"""Workout: nothing here yet."""

import streamlit as st

st.title("Workout", anchor=False)
