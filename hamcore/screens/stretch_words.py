"""How stretching is said: durations, sides, doses, and why a stretch is closed."""

from hamcore.catalog import Catalog
from hamcore.model.exercise import Stretch
from hamcore.model.log import Side
from hamcore.model.stretching import Hold, HoldKind, Occasion
from hamcore.model.symptom import SymptomKind
from hamcore.rules.safety import SafetyGate
from hamcore.rules.stretch_dose import Dose
from hamcore.rules.stretching import StretchKind
from hamcore.screens.safety_words import choices, stop_words
from hamcore.screens.words import THIN, TIMES, count_words, range_words

SIDE_WORDS = {Side.LEFT: "Left", Side.RIGHT: "Right", None: "Both legs"}
KIND_WORDS = {
    StretchKind.STATIC: "Held still",
    StretchKind.DYNAMIC: "Moving",
    StretchKind.NERVE: "Nerve glide",
}
OCCASION_WORDS = {
    Occasion.AFTER_TRAINING: "After training",
    Occasion.OFF_DAY: "Day off",
    Occasion.BEFORE_TRAINING: "Before training",
    None: "Not said",
}
NERVE_WORDS = (
    "A nerve technique, not a stretch: the leg glides in and out of a light pull, 2 or 3 out of 10, and is never held "
    "at the end or pushed. It does not count towards the minutes of stretching."
)
_HOLD_KIND_WORDS = {HoldKind.GUIDED: "timed", HoldKind.TICKED: "ticked"}


def minutes_words(seconds: int) -> str:
    """A duration: seconds below a minute, else minutes and seconds.

    >>> minutes_words(45), minutes_words(150), minutes_words(0)
    ('45\u202fs', '2:30\u202fmin', '0\u202fs')
    """
    return f"{seconds}{THIN}s" if seconds < 60 else f"{seconds // 60}:{seconds % 60:02}{THIN}min"


def kind_of_stretch(stretch: Stretch) -> StretchKind:
    """How a stretch is done."""
    if stretch.nerve_technique:
        return StretchKind.NERVE
    return StretchKind.DYNAMIC if stretch.dynamic else StretchKind.STATIC


def dose_words(dose: Dose) -> str:
    """A dose in one line.

    >>> from hamcore.model.exercise import Bounds
    >>> dose_words(Dose(2, (Side.LEFT, Side.RIGHT), Bounds(15, 30), None))
    '2 × 15–30\u202fs, each side'
    >>> dose_words(Dose(1, (None,), None, Bounds(8, 10)))
    '1 × 8–10 slow'
    """
    once = (
        f"{range_words(dose.hold_s)}{THIN}s" if dose.hold_s else f"{range_words(dose.reps)} slow" if dose.reps else ""
    )
    return f"{dose.rounds} {TIMES} {once}{'' if dose.sides == (None,) else ', each side'}"


def hold_words(hold: Hold) -> str:
    """What was done in one hold.

    >>> from datetime import date
    >>> hold_words(Hold("h", date(2026, 5, 1), "towel", Side.LEFT, seconds=20))
    'Left, 20\u202fs, ticked'
    """
    done = count_words(hold.reps, "repetition") if hold.reps is not None else minutes_words(hold.seconds or 0)
    return f"{SIDE_WORDS[hold.side]}, {done}, {_HOLD_KIND_WORDS[hold.kind]}"


def closed_words(gate: SafetyGate, stretch: Stretch, catalog: Catalog) -> str:
    """Why a stretch is not suggested and where to turn; empty if it is."""
    kind = gate.stops_stretch(stretch)
    return f"{stop_words(kind, catalog)} {turn_to(kind, catalog)}".strip() if kind else ""


def turn_to(kind: SymptomKind, catalog: Catalog) -> str:
    """What to do about a symptom, as the notes of its signs say."""
    found = next((one for one in choices(catalog) if one.kind is kind), None)
    if found is None:
        return ""
    said = [part for part in found.lists if part.words != found.stops]
    return " ".join(part.words if part.title == found.title else f"{part.title}: {part.words}" for part in said)


def closing_kinds(stretch: Stretch) -> tuple[SymptomKind, ...]:
    """The symptoms that would close a stretch."""
    return tuple(kind for kind in SymptomKind if SafetyGate(frozenset([kind])).stops_stretch(stretch))
