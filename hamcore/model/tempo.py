"""A tempo as text, the way lifters write it: lowering, pause, lifting, pause, in seconds with dashes between."""

import re

from hamcore.model.exercise import Tempo

_TEXT = re.compile(r"([0-9]{1,3})-([0-9]{1,3})-([0-9]{1,3})-([0-9]{1,3})", re.ASCII)


def tempo_text(tempo: Tempo) -> str:
    """The tempo as text. Raises ValueError for a part that is not 0 to 999 s, which could not be read again.

    >>> tempo_text(Tempo(3, 1, 1, 0))
    '3-1-1-0'
    """
    text = f"{tempo.lower_s}-{tempo.bottom_s}-{tempo.lift_s}-{tempo.top_s}"
    if not _TEXT.fullmatch(text):
        raise ValueError(f"not a tempo: {text!r}")
    return text


def tempo_from(text: str) -> Tempo:
    """The tempo in a text that ``tempo_text`` made, each part below 1000 s. Raises ValueError where it is none.

    >>> tempo_from("3-1-1-0")
    Tempo(lower_s=3, bottom_s=1, lift_s=1, top_s=0)
    """
    match = _TEXT.fullmatch(text)
    if match is None:
        raise ValueError(f"not a tempo: {text!r}")
    return Tempo(*map(int, match.groups()))
