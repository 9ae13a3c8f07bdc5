"""A worked example of each rule: a short invented log, put through the code that suggests real loads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from hamcore.catalog import Catalog
from hamcore.model.exercise import Exercise, Prescription, Progression, ProgressionKind
from hamcore.model.log import OWN_NAME, Form, LoggedSet, SetType
from hamcore.model.settings import Plate, Settings, usual_kettlebells, usual_steps
from hamcore.model.symptom import SymptomKind
from hamcore.rules.coach_case import CoachFrame
from hamcore.rules.exposures import exposures
from hamcore.rules.flip import flip
from hamcore.rules.loadable import loadable_for
from hamcore.rules.progression import recommend
from hamcore.rules.recommendation import Recommendation, RuleId
from hamcore.rules.safety import SafetyGate
from hamcore.screens.coach_words import Reasoning, reasoning
from hamcore.screens.rule_targets import target_words
from hamcore.screens.words import TIMES, range_words
from hamcore.units import Load, LoadUnit

_POUND_GYM = Settings(
    load_unit=LoadUnit.LB,
    bar=Load(Decimal(45), LoadUnit.LB),
    plates=tuple(
        Plate(Load(Decimal(value), LoadUnit.LB), pairs)
        for value, pairs in (("45", 4), ("35", 1), ("25", 1), ("10", 2), ("5", 2), ("2.5", 2))
    ),
)
_OWN = f"{OWN_NAME}Barn door pull"
_RDL, _CURL, _SWING = "romanian_deadlift", "seated_leg_curl", "kettlebell_swing"


@dataclass(frozen=True, slots=True)
class Past:
    """One workout of an example: how many days ago, the load in kilograms and in pounds, the repetitions."""

    ago: int
    loads: tuple[str, str]
    reps: tuple[int, ...]
    rir: float | None = None
    form: Form | None = None
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """An exercise with its past and what else the rule needs."""

    exercise: str
    past: Sequence[Past] = ()
    growth: Progression | None = None
    symptom: SymptomKind | None = None
    is_deload: bool = False
    has_plates: bool = True


@dataclass(frozen=True, slots=True)
class Example:
    """What was done, what is suggested and why. ``title`` names the exercise and its plan."""

    title: str
    facts: tuple[str, ...]
    target: str
    line: str
    would_change: str


_HEAVY, _LIGHT, _STACK = ("100", "225"), ("40", "80"), ("60", "130")

CASES: Mapping[RuleId, Case] = {
    RuleId.RED_FLAG: Case(_RDL, [Past(3, _HEAVY, (8, 8, 8), 1)], symptom=SymptomKind.SIT_BONE_PAIN),
    RuleId.PAIN: Case(_RDL, [Past(3, _HEAVY, (8, 8, 8), form=Form.PAIN)]),
    RuleId.FIRST_TIME: Case(_RDL),
    RuleId.NO_PLAN: Case(_OWN, [Past(3, _LIGHT, (12, 10))]),
    RuleId.TIMED_WORK: Case(_RDL, [Past(3, _LIGHT, (0,), seconds=40)]),
    RuleId.LONG_LAYOFF: Case(_RDL, [Past(63, _HEAVY, (8, 8, 8), 1)]),
    RuleId.LAYOFF: Case(_RDL, [Past(24, _HEAVY, (8, 8, 8), 1)]),
    RuleId.DELOAD: Case(_RDL, [Past(3, _HEAVY, (7, 7, 6), 1)], is_deload=True),
    RuleId.BACK_ROUNDED: Case(_RDL, [Past(3, _HEAVY, (8, 8, 8), form=Form.BACK_ROUNDED)]),
    RuleId.FORM_BROKE: Case(_RDL, [Past(3, _HEAVY, (8, 8, 8), form=Form.BROKE)]),
    RuleId.NOT_COMPARABLE: Case(_RDL, [Past(3, _HEAVY, (8, 8), 1)]),
    RuleId.MISSED_TWICE: Case(_RDL, [Past(10, _HEAVY, (7, 6, 5), 0), Past(3, _HEAVY, (7, 5, 5), 0)]),
    RuleId.MISSED_ONCE: Case(_RDL, [Past(3, _HEAVY, (7, 6, 5), 0)]),
    RuleId.HOLD_POWER: Case(_SWING, [Past(3, ("24", "53"), (15, 15, 15))]),
    RuleId.SLOWER_FIRST: Case(_RDL, [Past(3, _HEAVY, (8, 8, 8), 1)], growth=Progression(ProgressionKind.TEMPO)),
    RuleId.REPS_FIRST: Case(_RDL, [Past(3, _LIGHT, (8, 8, 8), 1)]),
    RuleId.NOTHING_HEAVIER: Case(_RDL, [Past(3, ("20", "45"), (8, 8, 8), 2)], has_plates=False),
    RuleId.STEP_LOAD: Case(_RDL, [Past(3, _HEAVY, (8, 8, 8), 1)]),
    RuleId.CONFIRM_TOP: Case(_RDL, [Past(3, _HEAVY, (8, 8, 8), 0)]),
    RuleId.ADD_REPS: Case(_CURL, [Past(3, _STACK, (12, 11, 10), 2)]),
}
"""One case for each rule, which decides it."""


def example(rule: RuleId, catalog: Catalog, settings: Settings, today: date) -> Example:
    """The example of ``rule`` in a usual gym whose equipment is marked as the person's own, as if today were ``today``.

    It is told in the person's unit.
    """
    case, unit = CASES[rule], settings.load_unit
    rec = worked(case, catalog, settings, today)
    said: Reasoning = reasoning(rec, catalog, unit, today)
    plan = _plan(case, catalog)
    name = catalog.display_name(case.exercise)
    return Example(
        title=f"{name}, {plan.sets} {TIMES} {range_words(plan.reps)}" if plan else name,
        facts=_reported(case, catalog) or said.facts,
        target=target_words(rec, unit),
        line=said.line,
        would_change=said.would_change,
    )


def _reported(case: Case, catalog: Catalog) -> tuple[str, ...]:
    return (f"Reported: {catalog.symptoms[case.symptom].title.lower()}",) if case.symptom else ()


def worked(case: Case, catalog: Catalog, settings: Settings, today: date) -> Recommendation:
    """What the coach's own rules say of a case, with the smallest change that leads elsewhere."""
    exercise = catalog.exercises.get(case.exercise)
    made_in = _marked_in(exercise, settings)
    gym = _usual_gym(made_in, settings.load_unit)
    gym = gym if case.has_plates else replace(gym, plates=())
    gate = SafetyGate(frozenset([case.symptom] if case.symptom else ()))
    frame = CoachFrame(today, loadable_for(exercise, gym), gate, is_deload=case.is_deload)
    sets = [entry for past in case.past for entry in _sets(case.exercise, past, made_in, today)]
    asked = (exposures(sets), exercise, case.exercise, _plan(case, catalog), frame)
    others = [entry for entry in sets if not entry.is_working]
    found = recommend(*asked, others=others)
    return replace(found, flip=flip(found, *asked, others=others))


def _marked_in(exercise: Exercise | None, settings: Settings) -> LoadUnit:
    """The unit that the person's equipment for an exercise is marked in."""
    equipment = exercise.equipment if exercise else ""
    if equipment == "machine":
        return settings.steps.machine.unit
    if equipment == "kettlebell":
        return settings.owned_kettlebells[0].unit
    return settings.bar.unit


def _usual_gym(made_in: LoadUnit, unit: LoadUnit) -> Settings:
    """A usual gym with everything marked in ``made_in``, for a person whose unit is ``unit``."""
    gym = Settings() if made_in is LoadUnit.KG else _POUND_GYM
    return replace(
        gym, load_unit=unit, machine_step=usual_steps(made_in).machine, kettlebells=usual_kettlebells(made_in)
    )


def _plan(case: Case, catalog: Catalog) -> Prescription | None:
    exercise = catalog.exercises.get(case.exercise)
    return replace(exercise.prescription, progression=case.growth) if exercise else None


def _sets(key: str, past: Past, unit: LoadUnit, today: date) -> list[LoggedSet]:
    load = Load(Decimal(past.loads[0 if unit is LoadUnit.KG else 1]), unit)
    return [
        LoggedSet(
            workout_id=f"{past.ago} days ago",
            set_no=number,
            position=number,
            day=today - timedelta(days=past.ago),
            exercise=key,
            set_type=SetType.WORKING,
            load=load,
            load_kg=load.kg,
            reps=reps or None,
            rir=past.rir,
            seconds=past.seconds,
            distance_m=None,
            note="",
            form=past.form,
        )
        for number, reps in enumerate(past.reps, 1)
    ]
