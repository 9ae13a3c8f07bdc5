"""Words for what an exercise is: function, equipment, length class, legs, level, prescription, set credits."""

from collections.abc import Mapping

from hamcore.model.exercise import (
    CountingRule,
    Exercise,
    Function,
    Laterality,
    LengthClass,
    Level,
    LoadKind,
    Stretch,
    Tempo,
)
from hamcore.screens.words import THIN, TIMES, range_words, rest_words

EQUIPMENT_WORDS: Mapping[str, str] = {
    "barbell": "Barbell",
    "dumbbell": "Dumbbells",
    "kettlebell": "Kettlebell",
    "trap_bar": "Trap bar",
    "smith_machine": "Smith machine",
    "machine": "Machine",
    "cable": "Cable",
    "band": "Band",
    "ball": "Ball",
    "sliders": "Sliders",
    "bench": "Bench",
    "body_weight": "Body weight",
}
LENGTH_WORDS = {
    LengthClass.LONG: "Long",
    LengthClass.MIDDLE: "Middle",
    LengthClass.SHORT: "Short",
    LengthClass.NONE: "No class",
}
LENGTH_MEANING = {
    LengthClass.LONG: "At some point the hips are bent while the knees are nearly straight.",
    LengthClass.MIDDLE: "Between standing length and the long positions.",
    LengthClass.SHORT: "Throughout: the hips stay straight.",
    LengthClass.NONE: "The name leaves the position open, or the hamstrings only look on.",
}
LENGTH_NOTE = (
    "From a generic computer model of one adult leg on a drawn movement, good to about ±5 points. Not a measurement of "
    "you. Length is where the muscle works, not how hard, and by itself no promise of growth."
)
LEVEL_WORDS = {Level.FIRST: "To begin with", Level.SOME_PRACTICE: "Some practice", Level.DEMANDING: "Demanding"}
LATERALITY_WORDS = {Laterality.BILATERAL: "Both legs", Laterality.UNILATERAL: "One leg"}
LOAD_WORDS = {
    LoadKind.EXTERNAL: "Log the whole load: bar and plates, stack, or bell.",
    LoadKind.PER_HAND: "Log the load in one hand; the other holds the same.",
    LoadKind.BODY_WEIGHT: "Log what you add to the body, 0 for the body alone.",
    LoadKind.ASSISTED: "Log the load that helps you: less is harder.",
}
RULE_WORDS = {
    CountingRule.RAW: "Every set",
    CountingRule.WEIGHTED: "Weighted sets",
    CountingRule.HALF_SYNERGIST: "Half for helpers",
}


def tempo_words(tempo: Tempo) -> str:
    """A repetition in seconds, without the parts that take none; a swing goes as fast as it goes.

    >>> tempo_words(Tempo(3, 1, 1, 0)), tempo_words(Tempo(0, 0, 0, 0))
    ('3\\u202fs down, 1\\u202fs pause, 1\\u202fs up', 'as fast as it goes')
    """
    parts = ((tempo.lower_s, "down"), (tempo.bottom_s, "pause"), (tempo.lift_s, "up"), (tempo.top_s, "hold"))
    return ", ".join(f"{seconds}{THIN}s {word}" for seconds, word in parts if seconds) or "as fast as it goes"


def dose_facts(exercise: Exercise) -> tuple[tuple[str, str], ...]:
    """Sets with repetitions, rest and tempo as named values."""
    dose = exercise.prescription
    if exercise.function is Function.STRETCH:
        return ()
    return (
        ("Sets and reps", f"{dose.sets} {TIMES} {range_words(dose.reps)}"),
        ("Rest", rest_words(dose.rest_s)),
        ("Tempo", tempo_words(dose.tempo)),
    )


def stretch_facts(stretch: Stretch) -> tuple[tuple[str, str], ...]:
    """The dose of a stretch as named values."""
    side = " a side" if stretch.each_side else ""
    once = f"{range_words(stretch.hold_s)}{THIN}s" if stretch.hold_s else ""
    slow = f"{range_words(stretch.reps)} slow" if stretch.reps else ""
    return (
        ("Hold" if once else "Repetitions", (once or slow) + side),
        ("Rounds", range_words(stretch.rounds)),
        ("Days a week", range_words(stretch.days_per_week)),
    )


def credit_words(credit: float) -> str:
    """What one set counts.

    >>> [credit_words(credit) for credit in (1.0, 0.5, 0.0)]
    ['1', '0.5', '0']
    """
    return f"{credit:g}"


def credit_reason(exercise: Exercise) -> str:
    """Why a set of the exercise counts what it counts under weighted sets."""
    match exercise.function, exercise.credits.weighted:
        case Function.STRETCH, _:
            return "A stretch is no set: it is counted in minutes."
        case _, 1.0:
            return "The hamstrings do most of the work, so a set counts in full."
        case Function.BALLISTIC_HINGE, _:
            return "Power work, far from the last possible repetition: the hamstrings help, so a set counts half."
        case _, 0.5:
            return "Thigh front, glutes and back carry much of it: the hamstrings help, so a set counts half."
        case _:
            return "The hamstrings only look on, or trials saw them stay as they were, so a set counts nothing."


def rule_reason(exercise: Exercise, rule: CountingRule) -> str:
    """What a counting rule makes of the exercise."""
    match rule:
        case CountingRule.RAW:
            return "As the source article counts: a set is a set." if exercise.credits.raw else "Not a hamstring set."
        case CountingRule.WEIGHTED:
            return credit_reason(exercise)
        case CountingRule.HALF_SYNERGIST:
            return "As most training apps count: half where their muscle lists name the hamstrings as helpers."
