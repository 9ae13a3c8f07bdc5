"""What the Volume page shows: six cards, each with a chart, the sentence that reads it aloud, and its rows."""

from dataclasses import dataclass
from datetime import date

from hamcore.athlete import AthleteState
from hamcore.screens.volume_card import VolumeCard
from hamcore.screens.volume_choice import Choice
from hamcore.screens.volume_load import minutes_card, tonnage_card
from hamcore.screens.volume_sets import balance_card, sets_card
from hamcore.screens.volume_sides import chosen, sided_keys, sides_card
from hamcore.screens.volume_weeks import credits_of, weeks_of
from hamcore.screens.volume_year import year_card

NO_SIDES = (
    "Left and right are compared once sets have a side: log one leg at a time in a workout, and the balance of the two "
    "shows here with its noise."
)


@dataclass(frozen=True, slots=True)
class VolumeScreen:
    """The page, decided; no cards before the first workout. ``sides`` is None where no set has a side."""

    cards: tuple[VolumeCard, ...]
    sides: VolumeCard | None


def sided_names(state: AthleteState) -> dict[str, str]:
    """Exercise key to name, of the exercises with sets of a side, the one with the most of them first."""
    return {key: state.catalog.display_name(key) for key in sided_keys(state)}


def build(state: AthleteState, choice: Choice, today: date) -> VolumeScreen:
    """The page for a choice, from a refreshed state."""
    days = [workout.day for workout in state.log.workouts.values() if workout.day <= today]
    if not days or not state.log.sets:
        return VolumeScreen((), None)
    weeks = weeks_of(state, choice, min(days), today)
    credit = credits_of(state, weeks, choice.rule)
    names = sided_names(state)
    return VolumeScreen(
        cards=(
            sets_card(state, choice, weeks, credit),
            balance_card(choice, weeks, credit),
            tonnage_card(state, choice, weeks),
            minutes_card(state, weeks),
            year_card(state, today),
        ),
        sides=sides_card(state, chosen(list(names), names, choice.sided), choice.unit, today),
    )
