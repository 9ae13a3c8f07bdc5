"""You: the weighted sets of the last four weeks, belly by belly."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from hamcore.athlete import AthleteState
from hamcore.catalog import Catalog
from hamcore.model.exercise import CountingRule
from hamcore.model.muscle import Belly
from hamcore.rules.volume import TARGET_FROM, weeks_back
from hamcore.screens.claim_rows import ClaimRow, claim_rows
from hamcore.screens.wording import sets_number
from hamcore.screens.words import count_words, day_words

WEEKS = 4
COUNTING_WORDS = (
    "Weighted sets: 1 where the hamstrings do most of the work, 0.5 where they help, 0 where they only look on."
)
EACH_BELLY = "A set counts for every belly its exercise works, so these numbers do not add up."


@dataclass(frozen=True, slots=True)
class BellySets:
    """Weighted sets of one belly in four weeks; ``share`` of the deepest tint, 0 to 1, which the band's start has."""

    belly: Belly
    name: str
    sets: float
    a_week: float
    words: str
    short_words: str
    share: float


@dataclass(frozen=True, slots=True)
class TrainingShare:
    """The bellies with their sets. ``is_logged`` is false when nothing was logged and the routine's plan is shown."""

    is_logged: bool
    title: str
    words: str
    bellies: tuple[BellySets, ...]
    note: str
    counting: str
    rows: tuple[ClaimRow, ...]


def training_share(state: AthleteState, today: date) -> TrainingShare:
    """The last four weeks, this one included; without a set in them, four weeks of the person's routine as planned."""
    weeks = weeks_back(today, WEEKS, state.settings.week_start)
    sets: dict[Belly, float] = dict.fromkeys(Belly, 0.0)
    for week in weeks:
        for belly, value in state.weekly_credits(week, CountingRule.WEIGHTED).by_belly.items():
            sets[belly] += value
    if any(sets.values()):
        title = "Your last four weeks"
        lesson = _lesson(sets, "got")
        return _share(state.catalog, sets, title, f"Since {day_words(weeks[0], today)}. {lesson}", logged=True)
    planned = _planned(state)
    if not any(planned.values()):
        words = "Log a few workouts, or choose a routine in Settings, and every belly gets its sets here."
        return _share(state.catalog, sets, "Nothing to count yet", words, logged=False)
    name = state.active_routine.name if state.active_routine else ""
    plan = f"This is what four weeks of your routine would give: {name}."
    words = f"Nothing logged in four weeks. {plan} {_lesson(planned, 'gets')}"
    return _share(state.catalog, planned, "Your routine, as planned", words, logged=False)


def _planned(state: AthleteState) -> dict[Belly, float]:
    planned: dict[Belly, float] = dict.fromkeys(Belly, 0.0)
    routine = state.active_routine
    for slot in (slot for day in (routine.days if routine else ()) for slot in day.slots):
        exercise = state.catalog.exercises.get(slot.exercise_id)
        for belly in exercise.bellies if exercise else ():
            planned[belly] += WEEKS * slot.prescription.sets * (exercise.credits.weighted if exercise else 0)
    return planned


def _share(catalog: Catalog, sets: Mapping[Belly, float], title: str, words: str, *, logged: bool) -> TrainingShare:
    bellies = tuple(
        BellySets(
            belly=belly,
            name=catalog.muscles[belly].name if belly in catalog.muscles else belly.value,
            sets=sets[belly],
            a_week=sets[belly] / WEEKS,
            words=f"{sets_number(sets[belly])} sets, {sets_number(round(sets[belly] / WEEKS, 1))} a week",
            short_words=f"{sets_number(round(sets[belly] / WEEKS, 1))} a week",
            share=min(1.0, sets[belly] / WEEKS / TARGET_FROM),
        )
        for belly in Belly
    )
    return TrainingShare(
        is_logged=logged,
        title=title,
        words=words,
        bellies=bellies,
        note=f"Full tint: {TARGET_FROM} weighted sets a week or more. {EACH_BELLY}",
        counting=COUNTING_WORDS,
        rows=claim_rows(catalog, ["half_sets_fit_best"]),
    )


def _lesson(sets: Mapping[Belly, float], verb: str) -> str:
    """What the numbers show at a glance."""
    short = sets[Belly.BICEPS_FEMORIS_SHORT_HEAD]
    others = max(value for belly, value in sets.items() if belly is not Belly.BICEPS_FEMORIS_SHORT_HEAD)
    if short == 0:
        return f"The short head {verb} none: it needs an exercise that bends the knee."
    if short < others:
        return f"The short head {verb} {count_words(round(short), 'set')}, only those that bend the knee."
    return f"All four bellies {verb.removesuffix('s')} the same."
