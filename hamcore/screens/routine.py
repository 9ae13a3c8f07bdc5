"""The Routine page: which routines there are, which one is shown, and everything that follows from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from hamcore.athlete import AthleteState
from hamcore.dates import Weekday
from hamcore.model.routine import Routine
from hamcore.rules.finding import Finding, Tone
from hamcore.rules.routine_check import check
from hamcore.rules.schedule import minutes
from hamcore.screens.board_document import Remarks
from hamcore.screens.routine_findings import FindingRow, finding_rows, looks
from hamcore.screens.routine_week import WeekNumbers, week_numbers
from hamcore.screens.words import THIN, count_words, day_words
from hamcore.storage import RoutineVersion, StoredRoutine

ACTIVE_WORDS = "Today goes by it"


@dataclass(frozen=True, slots=True)
class RoutineChoice:
    """One routine of the list: ``words`` say what it is besides its name."""

    routine_id: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Template:
    """A shipped week with the reason it is as it is."""

    routine_id: str
    name: str
    why: str
    facts: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """The routine shown among all there are."""

    routine: Routine
    is_own: bool
    is_active: bool
    choices: tuple[RoutineChoice, ...]


@dataclass(frozen=True, slots=True)
class RoutineScreen:
    """One routine with what the check says and what the week comes to. ``remarks`` go onto the board's cards."""

    routine: Routine
    is_own: bool
    findings: tuple[FindingRow, ...]
    summary: str
    week: WeekNumbers
    remarks: Remarks


def shelf(state: AthleteState, routine: Routine) -> Shelf:
    """Where ``routine`` stands among the person's own and the templates."""
    own, active = state.own_routines, state.settings.routine_id
    return Shelf(routine, routine.routine_id in own, routine.routine_id == active, choices(state))


def build(state: AthleteState, routine: Routine) -> RoutineScreen:
    """What follows from ``routine``, which need not be stored."""
    catalog = state.catalog
    found = check(routine, catalog.exercises, catalog.stretches)
    return RoutineScreen(
        routine=routine,
        is_own=routine.routine_id in state.own_routines,
        findings=finding_rows(found, routine, catalog),
        summary=_summary(found),
        week=week_numbers(routine, catalog, state.settings.week_start),
        remarks=Remarks(minutes=_minutes(state, routine), looks=looks(found, catalog)),
    )


def _minutes(state: AthleteState, routine: Routine) -> Mapping[Weekday, str]:
    catalog = state.catalog
    lengths = {day.weekday: minutes(day, catalog.exercises, catalog.stretches) for day in routine.days if day.items}
    return {weekday: f"{length}{THIN}min" for weekday, length in lengths.items()}


def _summary(found: tuple[Finding, ...]) -> str:
    """How much of what was found asks for a look."""
    to_look = sum(finding.tone is Tone.LOOK for finding in found)
    if not to_look:
        return "Nothing asks for a look"
    return f"{to_look} {'thing' if to_look == 1 else 'things'} to look at"


def choices(state: AthleteState) -> tuple[RoutineChoice, ...]:
    """The person's own routines, the oldest first, then the templates."""
    own = [RoutineChoice(key, one.name, _state(state, key, "yours")) for key, one in state.own_routines.items()]
    shipped = [
        RoutineChoice(key, one.name, _state(state, key, "template"))
        for key, one in state.catalog.routines.items()
        if key not in state.own_routines
    ]
    return (*own, *shipped)


def _state(state: AthleteState, routine_id: str, kind: str) -> str:
    return f"{kind}, active" if routine_id == state.settings.routine_id else kind


def templates(state: AthleteState) -> tuple[Template, ...]:
    """The shipped weeks."""
    catalog = state.catalog
    return tuple(Template(key, one.name, one.why, _facts(state, one)) for key, one in catalog.routines.items())


def _facts(state: AthleteState, routine: Routine) -> str:
    catalog = state.catalog
    lengths = [minutes(day, catalog.exercises, catalog.stretches) for day in routine.training_days]
    longest = f", up to {max(lengths)}{THIN}min" if lengths else ""
    return f"{count_words(len(lengths), 'training day')}{longest}"


def shown_id(state: AthleteState, asked: str) -> str:
    """The routine to show: the one asked for, else the active one, else the first there is."""
    known = [choice.routine_id for choice in choices(state)]
    for wanted in (asked, state.settings.routine_id):
        if wanted in known:
            return wanted
    return known[0] if known else ""


def stored_of(found: Iterable[StoredRoutine], routine: Routine) -> StoredRoutine | None:
    """What the store knows of a routine."""
    return next((one for one in found if one.routine.routine_id == routine.routine_id), None)


def state_words(stored: StoredRoutine | None) -> str:
    """How the routine stands to the store."""
    if stored is None:
        return "A template. Change it, and you have your own copy."
    if not stored.version:
        return "Every change is saved at once."
    return f"Every change is saved at once. Latest version: {stored.version}."


def version_words(version: RoutineVersion, now: datetime) -> tuple[str, str]:
    """A version as a title and a note; its time is told in the zone of ``now``."""
    saved = datetime.fromisoformat(version.saved_at).astimezone(now.tzinfo)
    when = f"{day_words(saved.date(), now.date())}, {saved:%H:%M}"
    return f"Version {version.version}", f"{when} · {version.note}" if version.note else when


def same_as(state: AthleteState, routine: Routine) -> Routine | None:
    """An own routine with the same week, None if there is none."""
    return next((one for one in state.own_routines.values() if one.days == routine.days), None)


def file_stem(routine: Routine) -> str:
    """The name of a routine as the name of a file.

    >>> file_stem(Routine("r", "Beine: 2 × Woche / A", "", ()))
    'beine-2-woche-a'
    """
    letters = "".join(letter if letter.isalnum() else " " for letter in routine.name.casefold())
    return "-".join(letters.split())[:60] or "routine"
