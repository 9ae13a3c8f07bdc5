"""Routines for tests: written as text in one line, and drawn at random from the shipped exercises."""

from pathlib import Path

from hypothesis import strategies as st

from hamcore.catalog import load_catalog
from hamcore.dates import Weekday
from hamcore.model.exercise import Bounds, Prescription, Tempo
from hamcore.model.log import SetType
from hamcore.model.routine import TECHNIQUES, Routine, RoutineDay, Slot, StretchSlot

SHIPPED, _ = load_catalog(Path(__file__).parents[3] / "data")

SHORT = {
    "dl": "barbell_deadlift",
    "rdl": "romanian_deadlift",
    "drdl": "dumbbell_romanian_deadlift",
    "ext": "back_extension_45",
    "seated": "seated_leg_curl",
    "lying": "lying_leg_curl",
    "ball": "ball_leg_curl",
    "nordic": "nordic_curl",
    "ghr": "glute_ham_raise",
    "swing": "kettlebell_swing",
    "squat": "back_squat",
    "thrust": "hip_thrust",
    "own": "name:Step over",
    "fold": "standing_forward_bend",
    "bend": "seated_forward_bend",
    "scoop": "hamstring_scoop",
    "floss": "hamstring_flossing",
}
"""Short words for exercise keys and stretch ids."""

_WEEKDAYS = {day.name[:3].lower(): day for day in Weekday}
_TECHNIQUES = {technique.value.split("_")[0]: technique for technique in TECHNIQUES}


def routine(text: str) -> Routine:
    """The routine of a line as ``mon: rdl 3x6-8 r120, seated 3x10-12 drop, fold 2x30s; wed: scoop 1x8-10``.

    ``r45`` is a rest of 45 to 45 s, else it is that of the exercise; ``s1`` the superset 1.
    """
    days = [day.split(":") for day in text.split(";") if day.strip()]
    return Routine(
        "r",
        "Routine",
        "",
        tuple(RoutineDay("Day", _WEEKDAYS[name.strip()], tuple(map(_item, items.split(",")))) for name, items in days),
    )


def _item(text: str) -> Slot | StretchSlot:
    word, amount, *more = text.split()
    sets, _, span = amount.partition("x")
    lo, _, hi = span.removesuffix("s").partition("-")
    bounds = Bounds(int(lo), int(hi or lo))
    key = SHORT[word]
    if key in SHIPPED.stretches:
        held = span.endswith("s")
        return StretchSlot(key, int(sets), hold_s=bounds if held else None, reps=None if held else bounds)
    exercise = SHIPPED.exercises.get(key)
    usual = exercise.prescription if exercise else Prescription(3, Bounds(8, 12), Bounds(60, 90), Tempo(2, 0, 1, 0))
    rest = next((int(one[1:]) for one in more if one[0] == "r" and one[1:].isdigit()), None)
    return Slot(
        key,
        Prescription(int(sets), bounds, usual.rest_s if rest is None else Bounds(rest, rest), usual.tempo),
        superset=next((int(one[1:]) for one in more if one[0] == "s" and one[1:].isdigit()), 0),
        technique=next((_TECHNIQUES[one] for one in more if one in _TECHNIQUES), None),
    )


def _bounds(lowest: int, highest: int) -> st.SearchStrategy[Bounds]:
    ends = st.tuples(st.integers(lowest, highest), st.integers(lowest, highest))
    return ends.map(lambda pair: Bounds(min(pair), max(pair)))


_KEYS = [SHORT[word] for word in ("dl", "rdl", "drdl", "ext", "seated", "lying", "ball", "nordic", "ghr", "swing")]
_SLOTS = st.builds(
    Slot,
    exercise_id=st.sampled_from([*_KEYS, "back_squat", "name:Mine", "jefferson_curl", "good_morning"]),
    prescription=st.builds(
        Prescription,
        sets=st.integers(1, 6),
        reps=_bounds(3, 15),
        rest_s=_bounds(30, 180),
        tempo=st.just(Tempo(2, 0, 1, 0)),
    ),
    superset=st.sampled_from([0, 0, 1]),
    technique=st.sampled_from([None, None, None, SetType.DROP, SetType.REST_PAUSE]),
)
_STRETCHES = st.one_of(
    st.builds(
        StretchSlot,
        stretch_id=st.sampled_from(["standing_forward_bend", "seated_forward_bend"]),
        rounds=st.integers(1, 3),
        hold_s=_bounds(10, 60),
    ),
    st.builds(
        StretchSlot,
        stretch_id=st.sampled_from(["hamstring_scoop", "hamstring_flossing"]),
        rounds=st.integers(1, 3),
        reps=_bounds(8, 12),
    ),
)


def _key(item: Slot | StretchSlot) -> str:
    return item.exercise_id if isinstance(item, Slot) else item.stretch_id


_ITEMS = st.lists(st.one_of(_SLOTS, _SLOTS, _STRETCHES), min_size=1, max_size=5, unique_by=_key)
ROUTINES = st.dictionaries(st.sampled_from(Weekday), _ITEMS, max_size=5).map(
    lambda days: Routine("r", "Routine", "", tuple(RoutineDay("Day", day, tuple(days[day])) for day in sorted(days)))
)
"""Routines of up to five days with up to five items each, sound or not; at most once an item a day."""
