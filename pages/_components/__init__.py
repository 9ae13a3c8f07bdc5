"""Own components (Streamlit components v2): each folder has constant HTML, CSS and JavaScript and one mount function."""
