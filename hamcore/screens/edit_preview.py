"""What follows from an edit or a deletion of a set, shown before it is stored."""

from datetime import date

from hamcore.athlete import AthleteState
from hamcore.coach import changes
from hamcore.model.log import LoggedSet
from hamcore.screens.coach_words import change_words
from hamcore.screens.floor_document import Paragraph, Preview

NOTHING_FOLLOWS = "Nothing that is suggested, no best so far and no trend changes."


def edit_preview(
    state: AthleteState, workout_id: str, tap_id: str, set_no: int, entry: LoggedSet | None, today: date
) -> Preview:
    """What follows for each exercise that the edit touches; ``entry`` None for a deletion."""
    unit = state.settings.load_unit
    found = [
        change_words(one, state.catalog, unit, today) for one in changes(state, workout_id, {set_no: entry}, today)
    ]
    lines: list[Paragraph] = [{"title": one.name, "lines": list(one.lines)} for one in found if one.lines]
    return {"id": tap_id, "lines": lines or [{"title": "What follows", "lines": [NOTHING_FOLLOWS]}]}
