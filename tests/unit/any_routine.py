"""Routines drawn at random over everything a routine can say, with shipped definitions and own names."""

from decimal import Decimal

from hypothesis import strategies as st

from hamcore.catalog.fields import LONGEST_TEXT
from hamcore.catalog.routine_values import MAX_DAY_NAME, MAX_ITEMS
from hamcore.dates import Weekday
from hamcore.model.exercise import Bounds, Prescription, Progression, ProgressionKind, Tempo
from hamcore.model.log import OWN_NAME
from hamcore.model.routine import TECHNIQUES, Routine, RoutineDay, Slot, StretchSlot
from hamcore.units import Load, LoadUnit
from tests.unit.shipped import shipped

_ODD = ("a,b;c\\d", '"quoted" <b>&amp;', "Übung 😀", "漢字 トレ", "عضلة", "=1+1", "a: b", "two  spaces", "x" * 40)


def _texts(longest: int) -> st.SearchStrategy[str]:
    any_text = st.sampled_from(("", *_ODD)) | st.text(max_size=12)
    return any_text.map(lambda text: "".join(filter(str.isprintable, text)).strip()[:longest].strip())


def _bounds(lowest: int, highest: int) -> st.SearchStrategy[Bounds]:
    ends = st.tuples(st.integers(lowest, highest), st.integers(lowest, highest))
    return ends.map(lambda pair: Bounds(min(pair), max(pair)))


_OWN = _texts(60).filter(bool).map(lambda name: OWN_NAME + name)
_KEYS = st.sampled_from(sorted(shipped().exercises)) | _OWN
_SECONDS = st.integers(0, 60)
_STEPS = st.decimals(Decimal("0.01"), Decimal(100), places=2)
_SLOTS = st.builds(
    Slot,
    exercise_id=_KEYS,
    prescription=st.builds(
        Prescription,
        sets=st.integers(1, 10),
        reps=_bounds(1, 50),
        rest_s=_bounds(0, 600),
        tempo=st.builds(Tempo, _SECONDS, _SECONDS, _SECONDS, _SECONDS),
        progression=st.none()
        | st.builds(
            Progression,
            kind=st.sampled_from(ProgressionKind),
            exposures=st.integers(1, 2),
            step=st.none() | st.builds(Load, _STEPS, st.sampled_from(LoadUnit)),
        ),
    ),
    alternatives=st.lists(_KEYS, max_size=2, unique=True).map(tuple),
    superset=st.integers(0, MAX_ITEMS),
    technique=st.none() | st.sampled_from(TECHNIQUES),
)
_STRETCHES = st.builds(
    lambda stretch_id, rounds, span, moving: StretchSlot(
        stretch_id,
        rounds,
        hold_s=None if moving else span,
        reps=Bounds(*sorted((span.lo % 50 + 1, 50))) if moving else None,
    ),
    st.sampled_from(sorted(shipped().stretches)),
    st.integers(1, 10),
    _bounds(5, 300),
    st.booleans(),
)
_DAYS = st.dictionaries(
    st.sampled_from(Weekday),
    st.tuples(_texts(MAX_DAY_NAME), st.lists(_SLOTS | _STRETCHES, max_size=3).map(tuple)),
    max_size=4,
)
ANY_ROUTINE = st.builds(
    lambda days, name, why, sources: Routine(
        "mine", name, why, tuple(RoutineDay(days[day][0], day, days[day][1]) for day in sorted(days)), sources
    ),
    _DAYS,
    _texts(80).filter(bool),
    _texts(LONGEST_TEXT),
    st.lists(st.sampled_from(sorted(shipped().sources)), max_size=3, unique=True).map(tuple),
)
"""Routines that the board allows: own names, hostile texts, every technique and progression, days without a name."""
