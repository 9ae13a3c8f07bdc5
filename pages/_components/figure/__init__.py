"""The moving athlete, alone with its controls and as a gallery of small moving cards.

``figure`` plays, pauses, scrubs, steps, and shows the length of each belly through the movement; it never sends
anything to the server. ``gallery`` sends one message when a card is opened.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from hamcore.model.exercise import Function
from hamcore.motion import MotionLibrary, Movement
from hamcore.motion.length_note import LENGTH_CREDIT
from hamcore.motion.load_direction import KneeLoad, Lifter, load_direction
from pages._components.assets import read
from pages._components.documents import (
    LENGTH_FOOTNOTE,
    LENGTH_IS_NOT_EFFORT,
    LENGTH_TITLE,
    belly_names,
    model_document,
    movement_document,
    segments_document,
)

_PULL_STEPS = 40
_KNEE_WORDS = {
    KneeLoad.QUADS: "At the knee your quads resist.",
    KneeLoad.HAMSTRINGS: "At the knee your hamstrings resist.",
    KneeLoad.NEITHER: "At the knee the load has no clear direction.",
}
_FIGURE = st.components.v2.component(
    "hamcore_figure",
    html=read("figure/figure.html"),
    css=read("shared/base.css", "shared/figure.css", "figure/figure.css"),
    js=read("shared/motion.js", "shared/body.js", "figure/athlete.js", "figure/figure.js"),
)

_GALLERY = st.components.v2.component(
    "hamcore_gallery",
    html=read("figure/gallery.html"),
    css=read("shared/base.css", "shared/chips.css", "shared/figure.css", "shared/marks.css", "figure/gallery.css"),
    js=read("shared/motion.js", "shared/body.js", "figure/athlete.js", "figure/gallery.js"),
)


@dataclass(frozen=True, slots=True)
class Card:
    """One card: ``entry_id`` comes back when it is opened, its link leads to ``address``; ``note`` may be empty."""

    entry_id: str
    name: str
    function: Function
    function_word: str
    note: str
    address: str
    movement: Movement


def gallery(key: str, cards: Sequence[Card], library: MotionLibrary) -> str | None:
    """Mount the cards; returns the ``entry_id`` of the card opened in this run, else None."""
    result = _GALLERY(key=key, data=[gallery_document(cards, library)], on_opened_change=lambda: None)
    opened = result.opened
    return opened if opened in {card.entry_id for card in cards} else None


def gallery_document(cards: Sequence[Card], library: MotionLibrary) -> dict[str, Any]:
    """The data of a gallery: ``cards``, each with its movement and the phase it rests at, ``segments``, ``model``."""
    return {
        "cards": [
            {
                "id": card.entry_id,
                "name": card.name,
                "function": card.function.value,
                "function_word": card.function_word,
                "note": card.note,
                "href": card.address,
                "still": 0.35,
                "movement": movement_document(card.movement),
            }
            for card in cards
        ],
        "segments": segments_document(library.segments),
        "model": model_document(library.models.recommended),
    }


def figure(
    key: str,
    movement: Movement,
    library: MotionLibrary,
    *,
    autoplay: bool = False,
    lifter: Lifter | None = None,
    compact: bool = False,
) -> None:
    """Mount the athlete doing ``movement``.

    ``autoplay`` starts it at once, except where the person asked for less motion. With ``lifter`` the direction of
    the load is said for the few lifts for which that is sound. ``compact`` leaves the lengths out. A new movement under
    the same ``key`` replaces the old one in place.
    """
    document = figure_document(movement, library, autoplay=autoplay, lifter=lifter)
    _FIGURE(key=key, data=[{**document, "compact": compact}])


def figure_document(
    movement: Movement, library: MotionLibrary, *, autoplay: bool, lifter: Lifter | None
) -> dict[str, Any]:
    """The data of one figure: ``movement``, ``segments``, ``models`` (the recommended one), ``names``, words, ``pull``.

    ``pull`` is None or ``setting`` (whose load), ``steps`` ([hip Nm, knee word's key] at even phases), ``knee``.
    """
    return {
        "movement": movement_document(movement),
        "segments": segments_document(library.segments),
        "models": [model_document(library.models.recommended)],
        "names": belly_names(),
        "title": LENGTH_TITLE,
        "footnote": f"{LENGTH_IS_NOT_EFFORT} {LENGTH_FOOTNOTE} {LENGTH_CREDIT}",
        "start": 0,
        "autoplay": autoplay,
        "pull": _pull(movement, library, lifter) if lifter else None,
    }


def _pull(movement: Movement, library: MotionLibrary, lifter: Lifter) -> dict[str, Any] | None:
    directions = [
        load_direction(movement, step / _PULL_STEPS, library.segments, lifter) for step in range(_PULL_STEPS + 1)
    ]
    steps = [[direction.hip_nm, direction.knee.value] for direction in directions if direction]
    if not steps:
        return None
    setting = (
        f"A drawn person of {lifter.stature_m * 100:.0f} cm and {lifter.body_kg:g} kg holding still "
        f"with {lifter.bar_kg:g} kg."
    )
    return {"setting": setting, "steps": steps, "knee": {load.value: words for load, words in _KNEE_WORDS.items()}}
