"""The weeks that the Volume page shows, with what was done in them: made once for all its cards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hamcore.athlete import AthleteState
from hamcore.model.exercise import CountingRule
from hamcore.rules.history import ExerciseHistory
from hamcore.rules.volume import WeekCredits
from hamcore.rules.volume_weeks import block_weeks, blocks, credit_weeks, weeks_between
from hamcore.screens.volume_choice import Choice, first_day


@dataclass(frozen=True, slots=True)
class Weeks:
    """``starts`` are the first days of the weeks, the oldest first; ``runs`` the weeks each bar stands for.

    ``histories`` are those of the exercises that count for the hamstrings. The last week is the one of ``today``.
    """

    starts: Sequence[date]
    runs: Sequence[range]
    size: int
    histories: Mapping[str, ExerciseHistory]
    today: date

    @property
    def whole(self) -> int:
        """How many weeks are over."""
        return len(self.starts) - 1

    @property
    def step(self) -> str:
        """What one bar is."""
        return "week" if self.size == 1 else f"mean week of {self.size}"


def counted_histories(state: AthleteState) -> dict[str, ExerciseHistory]:
    """The histories of the logged exercises that count for the hamstrings under some rule."""
    exercises = state.catalog.exercises
    counted = [key for key in state.log.sets if key in exercises and exercises[key].credits.raw]
    return {key: state.history(key) for key in counted}


def weeks_of(state: AthleteState, choice: Choice, logged: date, today: date) -> Weeks:
    """The weeks of a choice; ``logged`` is the day of the first workout."""
    starts = weeks_between(first_day(choice, logged, today), today, state.settings.week_start)
    size = block_weeks(len(starts))
    return Weeks(starts, blocks(len(starts), size), size, counted_histories(state), today)


def credits_of(state: AthleteState, weeks: Weeks, rule: CountingRule) -> list[WeekCredits]:
    """The set credits of each week under a rule."""
    weekly = {key: history.weekly_sets for key, history in weeks.histories.items()}
    return credit_weeks(weekly, state.catalog.exercises, weeks.starts, rule, state.settings.week_start)
