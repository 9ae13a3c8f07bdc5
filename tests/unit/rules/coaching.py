"""Short ways to write what a coach is asked: plans, loadable loads, workouts as text."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hamcore.model.exercise import Bounds, Exercise, Prescription, Progression, ProgressionKind, Tempo
from hamcore.model.log import Form, LoggedSet, SetType, Side
from hamcore.rules.coach_case import CoachFrame
from hamcore.rules.exposures import Exposure, exposures
from hamcore.rules.loadable import Loadable
from hamcore.rules.progression import recommend
from hamcore.rules.recommendation import Recommendation
from hamcore.units import Load, LoadUnit
from tests.unit.rules.sets import FIRST

MARKS: dict[str, dict[str, object]] = {
    "w": {"set_type": SetType.WARM_UP},
    "d": {"set_type": SetType.DROP},
    "p": {"set_type": SetType.REST_PAUSE},
    "f": {"set_type": SetType.FORCED},
    "!": {"set_type": SetType.FAILURE},
    "L": {"side": Side.LEFT},
    "R": {"side": Side.RIGHT},
    "b": {"form": Form.BROKE},
    "r": {"form": Form.BACK_ROUNDED},
    "x": {"form": Form.PAIN},
    "c": {"form": Form.CLEAN},
}
"""Letters after a set: its type, its side, its form."""


def grid(step: str, first: str = "0", count: int = 200, unit: LoadUnit = LoadUnit.KG) -> Loadable:
    """Loads from ``first`` on in equal steps."""
    return Loadable(tuple(Decimal(first) + Decimal(step) * n for n in range(count)), unit)


BAR = grid("2.5", "20")
STACK = grid("5", "5", 30)
TEMPO = Tempo(2, 1, 1, 1)
LB_BAR = grid("5", "45", unit=LoadUnit.LB)


def plan(
    lo: int = 6,
    hi: int = 8,
    sets: int = 3,
    kind: ProgressionKind | None = None,
    *,
    exposures: int = 1,
    step: Load | None = None,
    tempo: Tempo = TEMPO,
) -> Prescription:
    """A prescription; without ``kind`` as is usual for the exercise."""
    growth = None if kind is None else Progression(kind, exposures, step)
    return Prescription(sets, Bounds(lo, hi), Bounds(120, 180), tempo, growth)


def workout(text: str, day: date = FIRST, *, unit: LoadUnit = LoadUnit.KG, name: str = "") -> list[LoggedSet]:
    """A workout from text: ``100x8 100x8@2 95x7!b``; no number before the x is the body alone, @ is the reserve."""
    return [_entry(word, number, day, unit, name) for number, word in enumerate(text.split(), 1)]


def _entry(word: str, number: int, day: date, unit: LoadUnit, name: str) -> LoggedSet:
    body = word.rstrip("".join(MARKS))
    changes: dict[str, object] = {}
    for mark in word[len(body) :]:
        changes.update(MARKS[mark])
    body, _, rir = body.partition("@")
    load_text, _, reps = body.partition("x")
    load = Load(Decimal(load_text), unit) if load_text else None
    return LoggedSet(
        name or day.isoformat(),
        number,
        number,
        day,
        "exercise",
        SetType.WORKING,
        load,
        load.kg if load else None,
        int(reps),
        float(rir) if rir else None,
        None,
        None,
        "",
    )._replace(**changes)  # type: ignore[arg-type]


def past(*texts: str, every_days: int = 7, unit: LoadUnit = LoadUnit.KG) -> list[Exposure]:
    """One workout a week."""
    days = [FIRST + timedelta(days=every_days * place) for place in range(len(texts))]
    return exposures([entry for text, day in zip(texts, days, strict=True) for entry in workout(text, day, unit=unit)])


def advise(
    history: list[Exposure],
    prescription: Prescription | None = None,
    *,
    loadable: Loadable = BAR,
    exercise: Exercise | None = None,
    after_days: int = 7,
    **frame: object,
) -> Recommendation:
    """The recommendation so many days after the last exposure."""
    last = history[-1].day if history else FIRST
    around = replace(CoachFrame(last + timedelta(days=after_days), loadable), **frame)  # type: ignore[arg-type]
    return recommend(history, exercise, "exercise", prescription or plan(), around)


def line(found: Recommendation) -> str:
    """A recommendation in one line: rule, load, repetitions to go for."""
    load = f"{found.load.value} {found.load.unit.value}" if found.load else "-"
    return f"{found.rule.value} {load} {'/'.join(str(target.aim) for target in found.targets)}"
