"""The four bellies of the hamstrings."""

from dataclasses import dataclass
from enum import StrEnum


class Belly(StrEnum):
    """The four bellies of the three hamstring muscles."""

    BICEPS_FEMORIS_LONG_HEAD = "biceps_femoris_long_head"
    BICEPS_FEMORIS_SHORT_HEAD = "biceps_femoris_short_head"
    SEMITENDINOSUS = "semitendinosus"
    SEMIMEMBRANOSUS = "semimembranosus"


class Joint(StrEnum):
    """A joint that a belly crosses."""

    HIP = "hip"
    KNEE = "knee"


@dataclass(frozen=True, slots=True)
class Muscle:
    """One belly: where it runs, what it does, how it is built.

    Fibre length in millimetres, pennation in degrees (each with its standard deviation between people), physiological
    cross-section (PCSA) in square centimetres, mass in grams; ``pcsa_share`` is the belly's share of the group, 0 to 1.
    """

    belly: Belly
    name: str
    short_name: str
    origin: str
    insertion: str
    nerve: str
    joints: tuple[Joint, ...]
    actions: tuple[str, ...]
    fibre_length_mm: float
    fibre_length_sd_mm: float
    pennation_deg: float
    pennation_sd_deg: float
    pcsa_cm2: float
    pcsa_share: float
    mass_g: float
    sources: tuple[str, ...]
