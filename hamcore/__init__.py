"""HamCore: understand, train and track the hamstrings. Pure Python; Streamlit lives in ``pages/`` alone."""

__version__ = "0.1.0"
