"""What the Exercises page shows: the gallery, or one exercise or stretch at its own address."""

from dataclasses import dataclass
from datetime import date

from hamcore.athlete import AthleteState
from hamcore.motion import MotionLibrary
from hamcore.screens.exercise_detail import ExerciseDetail, exercise_detail
from hamcore.screens.exercise_gallery import Gallery, GalleryFilter, gallery

LONGEST_ECHO = 60
"""Characters of an unknown id that are shown back."""


@dataclass(frozen=True, slots=True)
class ExercisesScreen:
    """One of the three: the gallery, an entry, or words about an address that leads nowhere."""

    gallery: Gallery | None
    detail: ExerciseDetail | None
    unknown: str


def build(
    state: AthleteState, library: MotionLibrary, today: date, *, entry_id: str = "", asked: GalleryFilter | None = None
) -> ExercisesScreen:
    """The page for the ``entry_id`` of the address, or the gallery where there is none."""
    if not entry_id:
        return ExercisesScreen(gallery(state.catalog, library, asked or GalleryFilter()), None, "")
    detail = exercise_detail(state, library, entry_id, today)
    if detail:
        return ExercisesScreen(None, detail, "")
    shown = entry_id if len(entry_id) <= LONGEST_ECHO else f"{entry_id[:LONGEST_ECHO]}…"
    return ExercisesScreen(None, None, f"There is no exercise or stretch called “{shown}” here.")
