"""The golden table of recommendations: a document whose every line is a test."""

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from hamcore.model.exercise import Bounds, Prescription, Progression, ProgressionKind
from hamcore.model.log import LoggedSet
from hamcore.model.settings import Plate, Settings
from hamcore.model.symptom import SymptomKind
from hamcore.rules.coach_case import CoachFrame, usual_progression
from hamcore.rules.exposures import exposures
from hamcore.rules.loadable import loadable_for
from hamcore.rules.progression import recommend
from hamcore.rules.recommendation import Outcome, Recommendation, RuleId
from hamcore.rules.safety import SafetyGate
from hamcore.units import Load, LoadUnit
from tests.unit.rules.coaching import TEMPO, workout
from tests.unit.rules.sets import FIRST, a_set
from tests.unit.shipped import shipped

TABLE = Path(__file__).parents[2] / "golden" / "progression.md"
LB_PLATES = tuple(Plate(Load(Decimal(value), LoadUnit.LB), 4) for value in ("45", "35", "25", "10", "5", "2.5"))
KINDS = {"load": ProgressionKind.LOAD, "tempo": ProgressionKind.TEMPO}


@dataclass(frozen=True)
class Line:
    case: str
    exercise: str
    plan: str
    settings: str
    log: str
    days: int
    next: str


def lines() -> list[Line]:
    rows = [
        [cell.strip() for cell in row.strip().strip("|").split("|")]
        for row in TABLE.read_text(encoding="utf-8").splitlines()
        if row.startswith("|") and not row.startswith(("|---", "| Case"))
    ]
    return [
        Line(case, exercise, plan, settings, log, int(days), then)
        for case, exercise, plan, settings, log, days, then in rows
    ]


def prescription(line: Line) -> Prescription | None:
    if not line.plan:
        return None
    sets, lo, hi = map(int, re.match(r"(\d+)x(\d+)-(\d+)", line.plan).groups())  # type: ignore[union-attr]
    words = line.plan.split()[1:]
    growth = usual_progression(shipped().exercises.get(line.exercise))
    kind = next((KINDS[word] for word in words if word in KINDS), growth.kind)
    step = Load(Decimal(words[words.index("step") + 1]), LoadUnit.KG) if "step" in words else None
    growth = Progression(kind, 2 if "twice" in words else 1, step)
    return Prescription(sets, Bounds(lo, hi), Bounds(120, 180), TEMPO, growth if words else None)


def settings(text: str) -> Settings:
    if text == "pounds":
        return Settings(load_unit=LoadUnit.LB, bar=Load(Decimal(45), LoadUnit.LB), plates=LB_PLATES)
    if text == "pounds, smallest plate 0.5 lb":
        tiny = Plate(Load(Decimal("0.5"), LoadUnit.LB), 4)
        return Settings(load_unit=LoadUnit.LB, bar=Load(Decimal(45), LoadUnit.LB), plates=(*LB_PLATES, tiny))
    if text == "smallest plate 0.5 kg":
        return Settings(plates=(*Settings().plates, Plate(Load(Decimal("0.5"), LoadUnit.KG), 1)))
    return Settings()


def logged(line: Line) -> list[LoggedSet]:
    every = int(line.settings.split()[1]) if line.settings.startswith("every") else 7
    unit = LoadUnit.LB if "pounds" in line.settings else LoadUnit.KG
    texts = [text.strip() for text in line.log.split("/") if text.strip()]
    if texts == ["20s30"]:
        return [a_set("20", None, seconds=30)]
    return [
        entry
        for place, text in enumerate(texts)
        for entry in workout(text, FIRST + timedelta(days=every * place), unit=unit)
    ]


def frame(line: Line, sets: list[LoggedSet]) -> CoachFrame:
    gates = {"red flag": SymptomKind.RED_FLAG, "sit-bone pain": SymptomKind.SIT_BONE_PAIN}
    found = gates.get(line.settings)
    weight = re.match(r"body weight (\d+) kg", line.settings)
    return CoachFrame(
        day=(sets[-1].day if sets else FIRST) + timedelta(days=line.days),
        loadable=loadable_for(shipped().exercises.get(line.exercise), settings(line.settings)),
        gate=SafetyGate(frozenset([found]) if found else frozenset()),
        is_deload=line.settings == "light week",
        body_weight=Load(Decimal(weight.group(1)), LoadUnit.KG) if weight else None,
    )


def answered(line: Line) -> Recommendation:
    sets = logged(line)
    last = [entry for entry in sets if entry.workout_id == sets[-1].workout_id]
    return recommend(
        exposures(sets),
        shipped().exercises.get(line.exercise),
        line.exercise,
        prescription(line),
        frame(line, sets),
        others=[entry for entry in last if not entry.is_working],
    )


def written(found: Recommendation, planned: Prescription | None, *, carries_body: bool) -> str:
    none = "body" if carries_body and found.outcome is not Outcome.NONE else "-"
    load = f"{found.load.value} {found.load.unit.value}" if found.load else none
    text = f"{found.rule.value} {load} {'/'.join(str(target.aim) for target in found.targets)}".rstrip()
    first = found.targets[0] if found.targets else None
    if first and first.each_side:
        text += " each side"
    if first and planned and first.reps != planned.reps:
        assert first.reps.lo == planned.reps.lo
        text += f", up to {first.reps.hi}"
    if first and planned and first.tempo != planned.tempo:
        assert replace(first.tempo, lower_s=planned.tempo.lower_s) == planned.tempo
        text += f", lowering {first.tempo.lower_s} s"
    return text + (f" [{', '.join(found.turn_to)}]" if found.turn_to else "")


@pytest.mark.parametrize("line", lines(), ids=lambda line: line.case)
def test_the_golden_table_is_what_is_recommended(line: Line) -> None:
    exercise = shipped().exercises.get(line.exercise)
    carries_body = exercise is not None and exercise.load_kind.value in ("body_weight", "assisted")
    assert written(answered(line), prescription(line), carries_body=carries_body) == line.next


def test_the_golden_table_is_long_and_every_rule_is_in_it() -> None:
    found = lines()
    assert len(found) >= 60
    assert len({line.case for line in found}) == len(found)
    assert {line.next.split()[0] for line in found} == {rule.value for rule in RuleId}
