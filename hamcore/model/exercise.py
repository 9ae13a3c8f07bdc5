"""What an exercise or a stretch is: its definition, not what anybody did."""

from dataclasses import dataclass
from enum import StrEnum

from hamcore.model.muscle import Belly
from hamcore.units import Load


class Function(StrEnum):
    """What an exercise asks of the hamstrings; each has one colour and one mark everywhere."""

    HIP_HINGE = "hip_hinge"
    KNEE_FLEXION = "knee_flexion"
    COMBINED = "combined"
    BALLISTIC_HINGE = "ballistic_hinge"
    STRETCH = "stretch"
    OTHER = "other"


class LoadKind(StrEnum):
    """What the logged load means."""

    EXTERNAL = "external"
    """The whole load moved: bar and plates, machine stack, one kettlebell."""
    PER_HAND = "per_hand"
    """The load in one hand; the other hand holds the same."""
    BODY_WEIGHT = "body_weight"
    """Load added to the body, 0 or none for the body alone."""
    ASSISTED = "assisted"
    """Load that helps: more is easier."""


class Laterality(StrEnum):
    """Whether a repetition works both legs at once."""

    BILATERAL = "bilateral"
    UNILATERAL = "unilateral"


class Mechanic(StrEnum):
    """How many joints move."""

    COMPOUND = "compound"
    ISOLATION = "isolation"


class Level(StrEnum):
    """How much practice an exercise asks for: a coach's judgement, not a measurement."""

    FIRST = "first"
    SOME_PRACTICE = "some_practice"
    DEMANDING = "demanding"


class LengthClass(StrEnum):
    """The length the two-joint hamstrings reach in the exercise, by a model of the joints (``NONE``: not known).

    Length is where the muscle works, not how hard, and says nothing about growth by itself.
    """

    LONG = "long"
    MIDDLE = "middle"
    SHORT = "short"
    NONE = "none"


class CountingRule(StrEnum):
    """The three ways of counting a set for the hamstrings."""

    RAW = "raw"
    WEIGHTED = "weighted"
    HALF_SYNERGIST = "half_synergist"


EQUIPMENT = (
    "barbell",
    "dumbbell",
    "kettlebell",
    "trap_bar",
    "smith_machine",
    "machine",
    "cable",
    "band",
    "ball",
    "sliders",
    "bench",
    "body_weight",
)
"""What an exercise is done with, in the order a list shows it."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A range with both ends inside, as 6-8 repetitions or 120-180 s. ValueError if upside down or negative."""

    lo: int
    hi: int

    def __post_init__(self) -> None:
        """Refuse an upside-down or negative range."""
        if not 0 <= self.lo <= self.hi:
            raise ValueError(f"a range runs from a lower to a higher number from 0 up, not {self.lo} to {self.hi}")


@dataclass(frozen=True, slots=True)
class Tempo:
    """Seconds per repetition: lowering, pause at the bottom, lifting, pause at the top."""

    lower_s: int
    bottom_s: int
    lift_s: int
    top_s: int


class ProgressionKind(StrEnum):
    """What grows first when the sets go well."""

    LOAD = "load"
    """Double progression: repetitions up to the top of the range, then load."""
    REPS_FIRST = "reps_first"
    """One or two repetitions past the top of the range before any load."""
    TEMPO = "tempo"
    """A slower lowering before any load."""
    HOLD = "hold"
    """Nothing by itself: power work, where speed counts."""


@dataclass(frozen=True, slots=True)
class Progression:
    """How an exercise is to grow. ``exposures``: how many workouts in a row must reach the top of the range (1 or 2).

    ``step`` is the person's own step, None for the usual one.
    """

    kind: ProgressionKind
    exposures: int = 1
    step: Load | None = None


@dataclass(frozen=True, slots=True)
class Prescription:
    """How an exercise is to be done: sets, repetitions, rest between sets in seconds, tempo.

    ``progression`` None: as is usual for the exercise.
    """

    sets: int
    reps: Bounds
    rest_s: Bounds
    tempo: Tempo
    progression: Progression | None = None


@dataclass(frozen=True, slots=True)
class SetCredits:
    """What one working set counts for the hamstrings under each counting rule: 1, 0.5 or 0."""

    raw: float
    weighted: float
    half_synergist: float
    source: str

    def under(self, rule: CountingRule) -> float:
        """The credit under ``rule``."""
        return {
            CountingRule.RAW: self.raw,
            CountingRule.WEIGHTED: self.weighted,
            CountingRule.HALF_SYNERGIST: self.half_synergist,
        }[rule]


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise definition. ``equipment`` is one of ``EQUIPMENT``; ``easier`` and ``harder`` name exercise ids.

    ``aliases`` are all other spellings of the name that a log may use. ``variant_of`` names the exercise this one is
    a variant of (the dumbbell Romanian deadlift of the Romanian deadlift), empty for a family's first member: variants
    are logged apart and shown together. ``sources`` name source ids. ``fixes`` say what to do instead of each of the
    ``mistakes``, in the same order.
    """

    exercise_id: str
    name: str
    short_name: str
    aliases: tuple[str, ...]
    function: Function
    equipment: str
    laterality: Laterality
    load_kind: LoadKind
    mechanic: Mechanic
    length_class: LengthClass
    bellies: tuple[Belly, ...]
    credits: SetCredits
    prescription: Prescription
    cues: tuple[str, ...]
    mistakes: tuple[str, ...]
    easier: tuple[str, ...]
    harder: tuple[str, ...]
    sources: tuple[str, ...]
    variant_of: str = ""
    level: Level = Level.SOME_PRACTICE
    fixes: tuple[str, ...] = ()

    @property
    def family(self) -> str:
        """The id under which an exercise and its variants are grouped."""
        return self.variant_of or self.exercise_id


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch definition. ``hold_s`` is None for a stretch done in slow repetitions, ``reps`` None for a hold.

    ``rounds`` says how often the hold or the run of repetitions is done on each side in one session; ``credit`` names
    the person a stretch is credited to, empty for none. ``forward_bend``: the trunk is bent over the legs.
    """

    stretch_id: str
    name: str
    aliases: tuple[str, ...]
    dynamic: bool
    nerve_technique: bool
    each_side: bool
    hold_s: Bounds | None
    reps: Bounds | None
    rounds: Bounds
    days_per_week: Bounds
    how_to: tuple[str, ...]
    mistakes: tuple[str, ...]
    stop_signs: tuple[str, ...]
    credit: str
    sources: tuple[str, ...]
    fixes: tuple[str, ...] = ()
    forward_bend: bool = False
