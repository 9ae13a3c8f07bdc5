"""The plate: the back of the right thigh, four bellies to choose from, by pointer, tap, keyboard or screen reader.

A choice is one message. Python holds the choice: the component shows it at once, and what Python holds comes back with
the number of the last choice it has seen, so a slow answer never undoes a newer choice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from hamcore.model.muscle import Belly
from pages._components.assets import read
from pages._components.documents import BELLY_NAMES

SHORT_NAMES: Mapping[Belly, str] = {
    Belly.BICEPS_FEMORIS_LONG_HEAD: "Long head",
    Belly.BICEPS_FEMORIS_SHORT_HEAD: "Short head",
    Belly.SEMITENDINOSUS: "Semitendinosus",
    Belly.SEMIMEMBRANOSUS: "Semimembranosus",
}
"""Names that fit a chip, in the order of the chips."""
_PLATE = st.components.v2.component(
    "hamcore_plate",
    html=read("plate/head.html", "plate/plate.svg", "plate/foot.html"),
    css=read("shared/base.css", "shared/chips.css", "plate/drawing.css", "plate/plate.css"),
    js=read("plate/plate.js"),
)


@dataclass(frozen=True, slots=True)
class Tint:
    """How strongly a belly is tinted (``share`` from 0 to 1) and the same in words, such as "6 sets"."""

    share: float
    words: str

    def __post_init__(self) -> None:
        """Refuse a share outside 0 to 1, and a tint that only colour would tell."""
        if not 0 <= self.share <= 1 or not self.words:
            raise ValueError(f"a tint is a share from 0 to 1 with words, not {self.share!r} and {self.words!r}")


def plate(key: str, *, tints: Mapping[Belly, Tint] | None = None, note: str = "") -> Belly | None:
    """Mount the plate and return the chosen belly, None when none is chosen.

    ``tints`` (all four bellies) colours by volume and puts the words beside the names; ``note`` stands under the
    chips, for instance with the counting rule.
    """
    _fold(key)
    _PLATE(key=key, data=[plate_document(chosen(key), _seen(key), tints, note)], on_choice_change=lambda: None)
    return chosen(key)


def choose(key: str, belly: Belly | None) -> None:
    """Set the choice from Python; call it before ``plate`` or in a callback."""
    _fold(key)
    st.session_state[f"{key}:chosen"] = belly.value if belly else None


def chosen(key: str) -> Belly | None:
    """The chosen belly."""
    value = st.session_state.get(f"{key}:chosen")
    return Belly(value) if value else None


def plate_document(
    belly: Belly | None, seen: tuple[str, int], tints: Mapping[Belly, Tint] | None, note: str
) -> dict[str, Any]:
    """The data: ``order``, ``names`` (full, short), ``chosen`` or None, ``client`` and ``ack``, ``tints``, ``note``."""
    return {
        "order": [belly.value for belly in SHORT_NAMES],
        "names": {belly.value: {"full": BELLY_NAMES[belly], "short": short} for belly, short in SHORT_NAMES.items()},
        "chosen": belly.value if belly else None,
        "client": seen[0],
        "ack": seen[1],
        "tints": {belly.value: {"share": tint.share, "words": tint.words} for belly, tint in tints.items()}
        if tints
        else None,
        "note": note,
    }


def _seen(key: str) -> tuple[str, int]:
    seen: tuple[str, int] = st.session_state.get(f"{key}:seen", ("", 0))
    return seen


def _fold(key: str) -> None:
    """Take a choice the browser has made since the last run into what Python holds."""
    state = st.session_state.get(key)
    choice = state.get("choice") if isinstance(state, Mapping) else None
    if not isinstance(choice, Mapping):
        return
    client, seq, belly = choice.get("client"), choice.get("seq"), choice.get("belly")
    if not isinstance(client, str) or not isinstance(seq, int) or belly not in {None, *Belly}:
        return
    known_client, known_seq = _seen(key)
    if client != known_client or seq > known_seq:
        st.session_state[f"{key}:seen"] = (client, seq)
        st.session_state[f"{key}:chosen"] = belly
