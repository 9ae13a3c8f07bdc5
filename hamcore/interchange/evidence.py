"""Which unit the loads of a file without units seem to be in: shown to the person who decides, never used by itself."""

import re
from collections import Counter
from collections.abc import Iterable

from hamcore.interchange.fold import fold
from hamcore.interchange.parsed import ParsedWorkout, UnitEvidence
from hamcore.units import LoadUnit

_BARBELL = re.compile(r"barbell|langhantel|\bbarre\b|\bbarra\b|bilanciere|halterstang|skivstang|sztang")
_BARBELL_LIFTS = re.compile(r"deadlift|\brdl\b|squat|bench press|overhead press|hip thrust|good morning|\brow\b")
_OTHER_EQUIPMENT = re.compile(r"dumbbell|machine|cable|kettlebell|smith|band|bodyweight|assist|kurzhantel|maschine")

_POUND_LOADS = frozenset(
    [
        "45",
        "95",
        "115",
        "135",
        "145",
        "155",
        "165",
        "185",
        "205",
        "225",
        "245",
        "275",
        "295",
        "315",
        "335",
        "365",
        "405",
        "455",
        "495",
    ]
)
"""A 45 lb bar with pairs of plates of 45, 35, 25, 10 and 5 lb, those that are rare in kilograms."""
_KILOGRAM_LOADS = frozenset(
    [
        "20",
        "30",
        "40",
        "50",
        "60",
        "70",
        "80",
        "90",
        "100",
        "110",
        "120",
        "130",
        "140",
        "150",
        "160",
        "170",
        "180",
        "200",
        "220",
    ]
)
_SHOWN = 6
_FEWEST_SETS = 12
_CLEARLY = 2.0


def unit_evidence(workouts: Iterable[ParsedWorkout]) -> UnitEvidence:
    """The most used loads of the file's barbell exercises (all exercises if it has none) and what they look like.

    Loads like 45, 95, 135, 185 and 225 speak for pounds; 20, 60, 100 and steps of 2.5 for kilograms. The leaning is
    None unless one side has twice the sets of the other and at least 12.
    """
    loads: dict[str, Counter[str]] = {}
    for workout in workouts:
        for entry in workout.sets:
            if entry.load and entry.reps:
                loads.setdefault(entry.name, Counter())[entry.load] += 1
    barbell = [counts for name, counts in loads.items() if _is_barbell(fold(name))]
    total: Counter[str] = Counter()
    for counts in barbell or loads.values():
        total.update(counts)
    top = sorted(total.items(), key=lambda item: (-item[1], float(item[0])))[:_SHOWN]
    return UnitEvidence(tuple(top), _leaning(total))


def _is_barbell(name: str) -> bool:
    if _BARBELL.search(name):
        return True
    return _BARBELL_LIFTS.search(name) is not None and _OTHER_EQUIPMENT.search(name) is None


def _leaning(loads: Counter[str]) -> LoadUnit | None:
    pounds = sum(count for load, count in loads.items() if load in _POUND_LOADS)
    kilograms = sum(count for load, count in loads.items() if load in _KILOGRAM_LOADS or load.endswith((".5", ".25")))
    if max(pounds, kilograms) < _FEWEST_SETS:
        return None
    if pounds > _CLEARLY * kilograms:
        return LoadUnit.LB
    return LoadUnit.KG if kilograms > _CLEARLY * pounds else None
