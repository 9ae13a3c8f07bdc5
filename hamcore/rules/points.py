"""Points formulas of powerlifting: one number for lifts at different body weights. Conventions, shown second at most.

All take a load in kilograms and a body weight in kilograms, which is clamped to where the formula was fitted. They
were made for totals of three lifts; for the deadlift alone they are fairer to some body weights than to others.
Source: points_formulas.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from math import exp, log
from typing import NamedTuple

from hamcore.model.settings import Sex


class _Curve(NamedTuple):
    """Coefficients from the constant upwards and the body weights between which the curve holds."""

    coefficients: Sequence[float]
    lightest_kg: float
    heaviest_kg: float

    def at(self, body_weight_kg: float) -> float:
        weight = min(max(body_weight_kg, self.lightest_kg), self.heaviest_kg)
        value = 0.0
        for coefficient in reversed(self.coefficients):
            value = value * weight + coefficient
        return value


_WILKS: Mapping[Sex, _Curve] = {
    Sex.MALE: _Curve(
        (-216.0475144, 16.2606339, -0.002388645, -0.00113732, 7.01863e-06, -1.291e-08),
        40,
        201.9,
    ),
    Sex.FEMALE: _Curve(
        (594.31747775582, -27.23842536447, 0.82112226871, -0.00930733913, 0.00004731582, -0.00000009054),
        26.51,
        154.53,
    ),
}
_WILKS_2020: Mapping[Sex, _Curve] = {
    Sex.MALE: _Curve(
        (
            47.4617885411949,
            8.47206137941125,
            0.073694103462609,
            -0.00139583381094385,
            0.00000707665973070743,
            -0.0000000120804336482315,
        ),
        40,
        200.95,
    ),
    Sex.FEMALE: _Curve(
        (
            -125.425539779509,
            13.7121941940668,
            -0.0330725063103405,
            -0.0010504000506583,
            0.00000938773881462799,
            -0.000000023334613884954,
        ),
        40,
        150.95,
    ),
}
_DOTS: Mapping[Sex, _Curve] = {
    Sex.MALE: _Curve((-307.75076, 24.0900756, -0.1918759221, 0.0007391293, -0.0000010930), 40, 210),
    Sex.FEMALE: _Curve((-57.96288, 13.6175032, -0.1126655495, 0.0005158568, -0.0000010706), 40, 150),
}


def wilks(sex: Sex, body_weight_kg: float, load_kg: float) -> float:
    """Wilks points.

    >>> round(wilks(Sex.MALE, 100, 1000), 2)
    608.59
    """
    return 500 * load_kg / _WILKS[sex].at(body_weight_kg)


def wilks_2020(sex: Sex, body_weight_kg: float, load_kg: float) -> float:
    """Wilks points of 2020.

    >>> round(wilks_2020(Sex.FEMALE, 60, 1), 3)
    1.319
    """
    return 600 * load_kg / _WILKS_2020[sex].at(body_weight_kg)


def dots(sex: Sex, body_weight_kg: float, load_kg: float) -> float:
    """DOTS points.

    >>> round(dots(Sex.MALE, 83, 200), 1)
    135.0
    """
    return 500 * load_kg / _DOTS[sex].at(body_weight_kg)


class Event(StrEnum):
    """What was lifted, for the formulas that tell them apart. None of those in use has a deadlift alone."""

    RAW_TOTAL = "raw_sbd"
    EQUIPPED_TOTAL = "equipped_sbd"
    RAW_BENCH = "raw_bench"


_GL: Mapping[tuple[Event, Sex], tuple[float, float, float]] = {
    (Event.RAW_TOTAL, Sex.MALE): (1199.72839, 1025.18162, 0.009210),
    (Event.RAW_TOTAL, Sex.FEMALE): (610.32796, 1045.59282, 0.03048),
    (Event.EQUIPPED_TOTAL, Sex.MALE): (1236.25115, 1449.21864, 0.01644),
    (Event.EQUIPPED_TOTAL, Sex.FEMALE): (758.63878, 949.31382, 0.02435),
    (Event.RAW_BENCH, Sex.MALE): (320.98041, 281.40258, 0.01008),
    (Event.RAW_BENCH, Sex.FEMALE): (142.40398, 442.52671, 0.04724),
}
_GL_LIGHTEST_KG = 35


def ipf_gl(sex: Sex, body_weight_kg: float, load_kg: float, event: Event = Event.RAW_TOTAL) -> float:
    """IPF GL points; 0 below 35 kg of body weight.

    >>> round(ipf_gl(Sex.MALE, 83, 600), 2), ipf_gl(Sex.MALE, 34.9, 600)
    (83.06, 0.0)
    """
    if body_weight_kg < _GL_LIGHTEST_KG:
        return 0.0
    a, b, c = _GL[event, sex]
    return 100 * load_kg / (a - b * exp(-c * body_weight_kg))


class Event2019(StrEnum):
    """What was lifted, for the withdrawn points of 2019: the only ones with a deadlift alone."""

    RAW_TOTAL = "raw_sbd"
    RAW_DEADLIFT = "raw_deadlift"


_IPF_2019: Mapping[tuple[Event2019, Sex], tuple[float, float, float, float]] = {
    (Event2019.RAW_TOTAL, Sex.MALE): (310.6700, 857.7850, 53.2160, 147.0835),
    (Event2019.RAW_TOTAL, Sex.FEMALE): (125.1435, 228.0300, 34.5246, 86.8301),
    (Event2019.RAW_DEADLIFT, Sex.MALE): (103.5355, 244.7650, 15.3714, 31.5022),
    (Event2019.RAW_DEADLIFT, Sex.FEMALE): (47.1360, 67.3490, 9.1555, 13.6700),
}


def ipf_2019(sex: Sex, body_weight_kg: float, load_kg: float, event: Event2019 = Event2019.RAW_DEADLIFT) -> float:
    """The IPF points of 2019, never below 0. ValueError for a body weight of 0 and less.

    >>> round(ipf_2019(Sex.MALE, 83, 200), 2)
    465.02
    """
    m1, m2, d1, d2 = _IPF_2019[event, sex]
    weight = log(body_weight_kg)
    return max(0.0, 500 + 100 * (load_kg - (m1 * weight - m2)) / (d1 * weight - d2))
