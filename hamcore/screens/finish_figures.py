"""The figures of a finished workout: its length, sets done and planned, load times repetitions, and the week."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hamcore.athlete import AthleteState
from hamcore.dates import week_start
from hamcore.model.exercise import LoadKind
from hamcore.model.log import LoggedSet
from hamcore.model.plan import PlanItem, WorkoutPlan
from hamcore.rules.volume import TARGET_FROM, TARGET_TO, band
from hamcore.screens import words
from hamcore.screens.today import BAND_WORDS
from hamcore.screens.workout_counts import whole_sets, worked, working_sets
from hamcore.units import LoadUnit, from_kg

_HOUR_MIN = 60
_MINUTE_S = 60


@dataclass(frozen=True, slots=True)
class WeekAfter:
    """The weighted hamstring sets of the workout's week against the band, ``note`` what they mean."""

    title: str
    total: float
    band_from: float
    band_to: float
    note: str


def minutes_words(seconds: int) -> str:
    """A length of time in minutes, above an hour in hours and minutes.

    >>> minutes_words(40 * 60), minutes_words(65 * 60 + 20)
    ('40\u202fmin', '1\u202fh 05\u202fmin')
    """
    minutes = round(seconds / _MINUTE_S)
    if minutes < _HOUR_MIN:
        return f"{minutes}{words.THIN}min"
    return f"{minutes // _HOUR_MIN}{words.THIN}h {minutes % _HOUR_MIN:02d}{words.THIN}min"


def facts(state: AthleteState, plan: WorkoutPlan, done: dict[str, list[LoggedSet]]) -> tuple[tuple[str, str], ...]:
    """The length where it is known, exercises, sets, planned sets, load times repetitions."""
    workout = state.log.workouts.get(plan.workout.workout_id, plan.workout)
    working = sum(map(working_sets, done.values()))
    lifted = _lifted_kg(state, done)
    length_s = workout.duration_s or 0
    length = [("Duration", minutes_words(length_s))] if length_s >= _MINUTE_S else []
    return (
        *length,
        ("Exercises", str(sum(bool(worked(sets)) for sets in done.values()))),
        ("Working sets", str(working)),
        *_planned(plan, done),
        *([("Load × repetitions", _lifted_words(lifted, state.settings.load_unit))] if lifted else []),
    )


def _planned(plan: WorkoutPlan, done: Mapping[str, Sequence[LoggedSet]]) -> Iterator[tuple[str, str]]:
    """How many of the planned sets were done; in a lighter week fewer are meant, so nothing is said."""
    planned = [item for item in plan.items if item.prescription]
    total = sum(item.prescription.sets for item in planned if item.prescription)
    if total and not plan.is_deload:
        left = sum(sets_left(item, done.get(item.exercise, ())) for item in planned)
        yield "Planned sets done", f"{total - left} of {total}"


def _lifted_kg(state: AthleteState, done: Mapping[str, Sequence[LoggedSet]]) -> float:
    """Load times repetitions of the working sets; help is no load, and a left and a right set make one."""
    return sum(
        (entry.load_kg or 0.0) * (entry.reps or 0) / (2 if entry.side else 1)
        for key, sets in done.items()
        if (exercise := state.catalog.exercises.get(key)) is None or exercise.load_kind is not LoadKind.ASSISTED
        for entry in sets
        if entry.is_working
    )


def _lifted_words(kg: float, unit: LoadUnit) -> str:
    return f"{words.number_words(round(from_kg(kg, unit)))}{words.THIN}{unit}"


def week_after(state: AthleteState, day: date, today: date) -> WeekAfter:
    """The week of ``day``; of one that is over nothing can follow, so it is only named."""
    total = state.weekly_credits(day).total
    start = week_start(day, state.settings.week_start)
    is_now = start == week_start(today, state.settings.week_start)
    return WeekAfter(
        title=f"Weighted hamstring sets {'this week' if is_now else f'in the week of {words.day_words(start, today)}'}",
        total=total,
        band_from=TARGET_FROM,
        band_to=TARGET_TO,
        note=BAND_WORDS[band(total)] if is_now else "",
    )


def sets_left(item: PlanItem, done: Sequence[LoggedSet]) -> int:
    """Planned sets that were not done; one of which only one side was done is not."""
    return max(0, item.prescription.sets - whole_sets(done)) if item.prescription else 0
