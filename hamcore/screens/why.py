"""What the Why hamstrings page shows: a belly, the person's own weeks, the claims."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hamcore.athlete import AthleteState
from hamcore.catalog import Catalog
from hamcore.model.exercise import Function
from hamcore.model.muscle import Belly
from hamcore.motion import MotionLibrary
from hamcore.screens.belly import BellyPanel, belly_panel
from hamcore.screens.claims_panel import ClaimFilter, ClaimsPanel, claims_panel
from hamcore.screens.training_share import TrainingShare, training_share

FIRST_BELLY = Belly.BICEPS_FEMORIS_LONG_HEAD
"""What is chosen when the page is opened."""


@dataclass(frozen=True, slots=True)
class WhyScreen:
    """The whole page."""

    belly: BellyPanel
    you: TrainingShare
    claims: ClaimsPanel


def build(
    state: AthleteState, today: date, *, belly: Belly | None = FIRST_BELLY, asked: ClaimFilter | None = None
) -> WhyScreen:
    """The page for a chosen belly and for what was asked of the claims."""
    return WhyScreen(
        belly=belly_panel(state.catalog, belly),
        you=training_share(state, today),
        claims=claims_panel(state.catalog, asked or ClaimFilter()),
    )


def map_functions(catalog: Catalog, library: MotionLibrary) -> Mapping[str, Function]:
    """The movements of the map with the function of what they show; the sprint is there for comparison."""
    return {key: movement_function(catalog, movement.shows) for key, movement in library.movements.items()}


def movement_function(catalog: Catalog, shows: tuple[str, ...]) -> Function:
    """The function of the exercise or stretch a movement shows."""
    first = shows[0] if shows else ""
    return Function.STRETCH if first in catalog.stretches else catalog.function_of(first)
