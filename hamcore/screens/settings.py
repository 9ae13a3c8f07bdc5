"""What the Settings page shows, and what becomes of what a person types there."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from hamcore.dates import Weekday
from hamcore.model.routine import Routine
from hamcore.model.settings import Formula, Plate, Settings, Sex, usual_kettlebells, usual_steps
from hamcore.problems import Problem
from hamcore.screens import words
from hamcore.screens.wording import WEEKDAYS
from hamcore.units import Load, LoadUnit, parse_decimal, plain

BODY_WEIGHT_KG = (20, 400)
BAR_KG = (1, 100)
PLATE_KG = (Decimal("0.1"), 100)
MOST_PAIRS = 50
MOST_PLATES = 20
STEP_KG = (Decimal("0.1"), 50)
KETTLEBELL_KG = (1, 100)
MOST_KETTLEBELLS = 40

UNIT_WORDS = {LoadUnit.KG: "Kilograms", LoadUnit.LB: "Pounds"}
FORMULA_WORDS = {
    Formula.EPLEY: f"Epley: load {words.TIMES} (1 + reps / 30)",
    Formula.BRZYCKI: f"Brzycki: load {words.TIMES} 36 / (37 − reps)",
    Formula.LANDER: f"Lander: load {words.TIMES} 100 / (101.3 − 2.67123 {words.TIMES} reps)",
    Formula.LOMBARDI: f"Lombardi: load {words.TIMES} reps to the power of 0.10",
    Formula.MAYHEW: "Mayhew: exponential, from the bench press",
    Formula.OCONNER: f"O'Conner: load {words.TIMES} (1 + 0.025 {words.TIMES} reps)",
    Formula.WATHAN: "Wathan: exponential, from several lifts",
}
NOTES: Mapping[str, str] = {
    "load_unit": "For what you type from now on and for what is shown. Logged loads keep the unit they were typed in.",
    "body_weight": "Optional. Leave it empty if you do not want it kept.",
    "week_start": "Weekly sets are counted from this day on.",
    "bar": "The empty bar you use most.",
    "plates": "Pairs you own, as 20 kg × 2; 10 kg × 1. A number without a unit is in the unit chosen above.",
    "steps": "The smallest change you can make. Empty: the usual step, shown in grey.",
    "kettlebells": "The ones you can use, as 16 kg; 24 kg. Empty: the usual sizes.",
    "formula": "One formula for all estimates. Changing it computes every one anew; the band always shows all seven.",
    "routine_id": "What Today goes by. It changes nothing that is logged.",
}

_LOAD = re.compile(r"(?P<number>\S+?)\s*(?P<unit>kg|lbs?)?", re.IGNORECASE)
_PLATE = re.compile(r"(?P<load>.+?)(?:\s*[×x*]\s*(?P<pairs>[0-9]{1,3}))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SettingsEntry:
    """The fields of the form as they are typed; chosen ones are already of their kind."""

    load_unit: LoadUnit
    body_weight: str
    week_start: Weekday
    bar: str
    plates: str
    formula: Formula
    routine_id: str
    dumbbell_step: str = ""
    machine_step: str = ""
    cable_step: str = ""
    kettlebells: str = ""
    sex: Sex | None = None
    """This and the year of birth are asked where they are used, and kept as they are here."""
    birth_year: int | None = None


@dataclass(frozen=True, slots=True)
class SettingsScreen:
    """The form with what can be chosen: (value, words) each. ``usual`` is what an empty field stands for, by field."""

    entry: SettingsEntry
    units: tuple[tuple[LoadUnit, str], ...]
    weekdays: tuple[tuple[Weekday, str], ...]
    formulas: tuple[tuple[Formula, str], ...]
    routines: tuple[tuple[str, str], ...]
    notes: Mapping[str, str]
    usual: Mapping[str, str]


def build(settings: Settings, routines: Mapping[str, Routine]) -> SettingsScreen:
    """The form filled with what is saved; ``routines`` by id are those to choose from."""
    return SettingsScreen(
        entry=entry_of(settings),
        units=tuple(UNIT_WORDS.items()),
        weekdays=tuple((day, WEEKDAYS[day]) for day in Weekday),
        formulas=tuple(FORMULA_WORDS.items()),
        routines=tuple((key, routine.name) for key, routine in routines.items()),
        notes=NOTES,
        usual=_usual(settings.load_unit),
    )


def _usual(unit: LoadUnit) -> Mapping[str, str]:
    steps = usual_steps(unit)
    return {
        "dumbbell_step": _typed(steps.dumbbell),
        "machine_step": _typed(steps.machine),
        "cable_step": _typed(steps.cable),
        "kettlebells": _typed_list(usual_kettlebells(unit)),
    }


def entry_of(settings: Settings) -> SettingsEntry:
    """Settings as they would be typed, each load with its unit, so that choosing another unit changes none of them.

    >>> entry_of(Settings()).bar, entry_of(Settings()).plates[:22]
    ('20 kg', '25 kg × 2; 20 kg × 2; ')
    """
    return SettingsEntry(
        load_unit=settings.load_unit,
        body_weight=_typed_or_empty(settings.body_weight),
        week_start=settings.week_start,
        bar=_typed(settings.bar),
        plates=plates_text(settings.plates),
        formula=settings.formula,
        routine_id=settings.routine_id,
        dumbbell_step=_typed_or_empty(settings.dumbbell_step),
        machine_step=_typed_or_empty(settings.machine_step),
        cable_step=_typed_or_empty(settings.cable_step),
        kettlebells=_typed_list(settings.kettlebells),
        sex=settings.sex,
        birth_year=settings.birth_year,
    )


def plates_text(plates: Sequence[Plate]) -> str:
    """Plates as they would be typed."""
    return "; ".join(f"{_typed(plate.load)} {words.TIMES} {plate.pairs}" for plate in plates)


def _typed(load: Load) -> str:
    return f"{plain(load.value)} {load.unit}"


def _typed_or_empty(load: Load | None) -> str:
    return _typed(load) if load else ""


def _typed_list(loads: Sequence[Load]) -> str:
    return "; ".join(_typed(load) for load in loads)


def parse(entry: SettingsEntry, routines: Mapping[str, Routine]) -> tuple[Settings | None, list[Problem]]:
    """The settings that were typed, or every problem with them (``column`` names the field) and None.

    >>> from dataclasses import replace
    >>> settings, problems = parse(replace(entry_of(Settings()), bar="twenty", routine_id=""), {})
    >>> settings, [problem.column for problem in problems]
    (None, ['bar'])
    """
    problems: list[Problem] = []
    unit = entry.load_unit
    values = Settings(
        load_unit=unit,
        body_weight=_load_or_none("body_weight", entry.body_weight, unit, BODY_WEIGHT_KG, problems),
        week_start=entry.week_start,
        bar=_load("bar", entry.bar, unit, BAR_KG, problems) or Settings().bar,
        plates=_plates(entry.plates, unit, problems),
        formula=entry.formula,
        routine_id=entry.routine_id,
        dumbbell_step=_load_or_none("dumbbell_step", entry.dumbbell_step, unit, STEP_KG, problems),
        machine_step=_load_or_none("machine_step", entry.machine_step, unit, STEP_KG, problems),
        cable_step=_load_or_none("cable_step", entry.cable_step, unit, STEP_KG, problems),
        kettlebells=_kettlebells(entry.kettlebells, unit, problems),
        sex=entry.sex,
        birth_year=entry.birth_year,
    )
    if entry.routine_id and entry.routine_id not in routines:
        problems.append(_problem("routine_id", "There is no such routine; choose one of the list."))
    return (None if problems else values), problems


def _load_or_none(
    field: str, text: str, unit: LoadUnit, limits_kg: tuple[Decimal | int, int], problems: list[Problem]
) -> Load | None:
    return _load(field, text, unit, limits_kg, problems) if text.strip() else None


def _load(
    field: str, text: str, unit: LoadUnit, limits_kg: tuple[Decimal | int, int], problems: list[Problem]
) -> Load | None:
    """A load with or without its unit, a comma or a point before the fraction, within limits; else a problem."""
    lo, hi = limits_kg
    match = _LOAD.fullmatch(text.strip())
    value = parse_decimal(match["number"].replace(",", ".")) if match else None
    if match is None or value is None:
        problems.append(_problem(field, f"“{text.strip()}” is not a load; type a number such as 20 or 2.5, or 45 lb."))
        return None
    load = Load(value, _unit(match["unit"], unit))
    if not lo <= load.in_unit(LoadUnit.KG) <= hi:
        problems.append(_problem(field, f"{words.load_words(load)} is outside {_limits(lo, hi, load.unit)}."))
        return None
    return load


def _unit(typed: str | None, unit: LoadUnit) -> LoadUnit:
    if not typed:
        return unit
    return LoadUnit.KG if typed.lower() == "kg" else LoadUnit.LB


def _limits(lo_kg: Decimal | int, hi_kg: Decimal | int, unit: LoadUnit) -> str:
    lo, hi = (Load(Decimal(end), LoadUnit.KG).in_unit(unit) for end in (lo_kg, hi_kg))
    digits = Decimal("0.1") if unit is LoadUnit.KG or lo < 1 else Decimal(1)
    return f"{plain(lo.quantize(digits))}–{plain(hi.quantize(digits))}{words.THIN}{unit}"


def _plates(text: str, unit: LoadUnit, problems: list[Problem]) -> tuple[Plate, ...]:
    """Plates from the heaviest to the lightest; a plate named twice is a problem. No plates at all are allowed."""
    parts = _parts(text)
    plates = [plate for part in parts if (plate := _plate(part, unit, problems))]
    loads = [plate.load.kg for plate in plates]
    if len(set(loads)) < len(loads):
        problems.append(_problem("plates", "The same plate is named twice; give each one once, with all its pairs."))
    if len(parts) > MOST_PLATES:
        problems.append(_problem("plates", f"{len(parts)} kinds of plates; at most {MOST_PLATES} fit on a bar."))
    return tuple(sorted(plates, key=lambda plate: -plate.load.kg))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;\n]|,\s", text) if part.strip()]


def _kettlebells(text: str, unit: LoadUnit, problems: list[Problem]) -> tuple[Load, ...]:
    """Kettlebells from the lightest to the heaviest; one that is named twice counts once."""
    parts = _parts(text)
    if len(parts) > MOST_KETTLEBELLS:
        problems.append(_problem("kettlebells", f"{len(parts)} kettlebells; at most {MOST_KETTLEBELLS} can be kept."))
    found = (_load("kettlebells", part, unit, KETTLEBELL_KG, problems) for part in parts)
    return tuple(sorted({load.kg: load for load in found if load}.values(), key=lambda load: load.kg))


def _plate(part: str, unit: LoadUnit, problems: list[Problem]) -> Plate | None:
    match = _PLATE.fullmatch(part)
    load = _load("plates", match["load"] if match else part, unit, PLATE_KG, problems)
    pairs = int(match["pairs"] or 1) if match else 0
    if load is not None and not 1 <= pairs <= MOST_PAIRS:
        problems.append(_problem("plates", f"{pairs} pairs of {words.load_words(load)}; give 1 to {MOST_PAIRS}."))
        return None
    return Plate(load, pairs) if load else None


def _problem(field: str, message: str) -> Problem:
    return Problem("settings", message, column=field)


def unit_hint(settings: Settings) -> str:
    """That the plates are marked in another unit than the person's; empty where they are not.

    >>> unit_hint(Settings()), unit_hint(Settings(load_unit=LoadUnit.LB))[:51]
    ('', 'Your bar and plates are in kilograms, your unit is ')
    """
    unit = settings.load_unit
    others = {load.unit for load in (settings.bar, *(plate.load for plate in settings.plates))} - {unit}
    if not others:
        return ""
    other = UNIT_WORDS[next(iter(others))].lower()
    return (
        f"Your bar and plates are in {other}, your unit is {UNIT_WORDS[unit].lower()}: "
        f"loads are those your plates make, converted to a tenth."
    )


_USUAL_LB = ("45 lb", "45 lb × 4; 35 lb × 1; 25 lb × 1; 10 lb × 2; 5 lb × 2; 2.5 lb × 2")


def usual_gym(unit: LoadUnit) -> tuple[str, str]:
    """Bar and plates of a usual gym, as they would be typed.

    >>> usual_gym(LoadUnit.LB)[0]
    '45 lb'
    """
    usual = Settings()
    return _USUAL_LB if unit is LoadUnit.LB else (_typed(usual.bar), plates_text(usual.plates))
