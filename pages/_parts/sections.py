"""The navigation: every page with its section, title, icon and address."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PAGES = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Entry:
    """One page: its file in ``pages/``, title, icon name (Material Symbols) and path in the address."""

    file: str
    title: str
    icon: str
    url_path: str

    @property
    def path(self) -> Path:
        """The page's file."""
        return PAGES / self.file


SECTIONS: Mapping[str, tuple[Entry, ...]] = {
    "": (Entry("today.py", "Today", "today", ""),),
    "Learn": (
        Entry("why.py", "Why hamstrings", "directions_run", "why"),
        Entry("exercises.py", "Exercises", "exercise", "exercises"),
        Entry("sources.py", "Sources", "menu_book", "sources"),
    ),
    "Plan": (Entry("routine.py", "Routine", "calendar_view_week", "routine"),),
    "Train": (
        Entry("workout.py", "Workout", "fitness_center", "workout"),
        Entry("stretching.py", "Stretching", "self_improvement", "stretching"),
        Entry("coach.py", "Suggested loads", "calculate", "coach"),
    ),
    "Progress": (
        Entry("lifts.py", "Lifts", "show_chart", "lifts"),
        Entry("volume.py", "Volume", "stacked_bar_chart", "volume"),
    ),
    "Data": (
        Entry("import_export.py", "Import, export", "swap_vert", "import"),
        Entry("settings.py", "Settings", "tune", "settings"),
    ),
}
ENTRIES = tuple(entry for entries in SECTIONS.values() for entry in entries)
