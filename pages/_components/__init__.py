"""Own components (Streamlit v2): each folder has constant HTML, CSS and JavaScript, and its mount function."""
