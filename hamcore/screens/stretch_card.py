"""Stretching on Today: what is due, how far the week is, and what speaks against holding now."""

from dataclasses import dataclass
from datetime import date

from hamcore.athlete import AthleteState
from hamcore.model.symptom import SymptomKind
from hamcore.rules.safety import gate_on
from hamcore.rules.stretch_due import StretchDue, stretch_due
from hamcore.rules.stretching import LOWER_MARK_S, UPPER_MARK_S
from hamcore.screens.safety_words import stop_words
from hamcore.screens.stretch_words import minutes_words
from hamcore.screens.stretching import due_words, warning_words
from hamcore.screens.wording import WEEKDAYS
from hamcore.screens.words import count_words


@dataclass(frozen=True, slots=True)
class StretchCard:
    """Stretching today and this week. ``warning`` and ``closed`` (why nothing is suggested) may be empty.

    ``is_due``: something the routine plans for today is not done, and nothing stops it.
    """

    is_due: bool
    state_words: str
    due: str
    week: str
    still: str
    warning: str
    closed: str


def stretch_card(state: AthleteState, today: date) -> StretchCard | None:
    """The card of a person who stretches, or whose routine does; None for anybody else."""
    found = stretch_due(state.active_routine, state.holds, state.stretches, today, state.settings.week_start)
    if not state.holds and not found.planned and found.coming is None:
        return None
    kinds = gate_on(state.symptoms, today).kinds
    closed = stop_words(SymptomKind.RED_FLAG, state.catalog) if SymptomKind.RED_FLAG in kinds else ""
    return StretchCard(
        is_due=bool(found.left) and not closed,
        state_words=_state_words(found, today),
        due="" if closed else due_words(state, found),
        week=f"{count_words(len(found.week.done), 'day')} of 2–3 this week",
        still=_still_words(found),
        warning="" if closed else warning_words(state, today),
        closed=closed,
    )


def _state_words(found: StretchDue, today: date) -> str:
    if found.left:
        return "Due today"
    if found.is_done or today in found.week.done:
        return "Done today"
    return f"Next: {WEEKDAYS[found.coming.weekday()]}" if found.coming else "Nothing planned"


def _still_words(found: StretchDue) -> str:
    """The week's still seconds of the leg with fewer, against the marks."""
    marks = f"marks at {LOWER_MARK_S // 60} and {UPPER_MARK_S // 60} minutes"
    seconds = found.week.seconds.less_static
    return f"{minutes_words(seconds)} of still holds a leg ({marks})." if seconds else f"No still holds yet ({marks})."
