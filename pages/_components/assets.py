"""The constant HTML, CSS and JavaScript of a component, read once from its files.

Values never get into these texts: everything variable travels as the component's data.
"""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def read(*names: str) -> str:
    """The files (named from this folder, as ``figure/figure.js``) one after the other."""
    return "\n".join((FOLDER / name).read_text(encoding="utf-8") for name in names)
