"""Own components (Streamlit v2): each folder has constant HTML, CSS and JavaScript, and its mount function.

What a component is given is wrapped in a list of one: Streamlit looks through a dictionary for data frames, and imports
pandas to do so.
"""
