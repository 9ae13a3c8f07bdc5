import copy
import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.catalog import Catalog, load_catalog
from hamcore.dates import Weekday
from hamcore.model.exercise import Bounds, Prescription, Progression, ProgressionKind, Tempo
from hamcore.model.log import OWN_NAME
from hamcore.model.routine import Routine, RoutineDay, Slot, StretchSlot
from hamcore.places import data_dir
from hamcore.screens.board_answer import Answer, Keys, read_answer, with_supersets
from hamcore.screens.board_document import LIMITS, MAX_ITEMS, MAX_NAME, Remarks, board_document, palette
from hamcore.screens.board_words import TECHNIQUES
from hamcore.units import Load, LoadUnit

KEYS = Keys(frozenset({"barbell_deadlift", "seated_leg_curl"}), frozenset({"lying_towel_stretch"}))


def ranges(name: str) -> st.SearchStrategy[Bounds]:
    ends = st.integers(*LIMITS[name])
    return st.tuples(ends, ends).map(lambda pair: Bounds(min(pair), max(pair)))


def whole(name: str) -> st.SearchStrategy[int]:
    return st.integers(*LIMITS[name])


steps = st.builds(
    Load,
    st.decimals(Decimal("0.001"), 100, places=3).map(lambda value: value.normalize() + 0),
    st.sampled_from(LoadUnit),
)
growths = st.builds(Progression, st.sampled_from(ProgressionKind), whole("exposures"), st.none() | steps)
tempos = st.builds(Tempo, whole("tempo"), whole("tempo"), whole("tempo"), whole("tempo"))
doses = st.builds(Prescription, whole("sets"), ranges("reps"), ranges("rest_s"), tempos, st.none() | growths)
slots = st.builds(
    Slot,
    st.sampled_from([*sorted(KEYS.exercises), OWN_NAME + "Sled drag"]),
    doses,
    st.lists(st.sampled_from(sorted(KEYS.exercises)), max_size=2).map(tuple),
    st.integers(0, 3),
    st.none() | st.sampled_from(TECHNIQUES),
)
holds = st.builds(StretchSlot, st.just("lying_towel_stretch"), whole("rounds"), hold_s=ranges("hold_s"))
slow = st.builds(StretchSlot, st.just("lying_towel_stretch"), whole("rounds"), reps=ranges("stretch_reps"))
items = st.lists(slots | holds | slow, min_size=1, max_size=5).map(lambda day: tuple(with_supersets(day)))
weeks = st.dictionaries(st.sampled_from(Weekday), st.tuples(st.sampled_from(["", "Hinge day"]), items)).map(
    lambda days: tuple(RoutineDay(days[weekday][0], weekday, days[weekday][1]) for weekday in sorted(days))
)


def routine(days: tuple[RoutineDay, ...]) -> Routine:
    return Routine("plan", "Plan", "", days)


def sent(days: tuple[RoutineDay, ...], first: Weekday = Weekday.MONDAY) -> dict[str, Any]:
    """What the board sends for a week it was shown and nobody touched, after its way through the browser."""
    document = board_document(routine(days), [], Remarks(), first=first)
    by_weekday = sorted(document["days"], key=lambda day: day["weekday"])
    layout = [[{name: item[name] for name in ("kind", "key", "edit")} for item in day["items"]] for day in by_weekday]
    value: dict[str, Any] = json.loads(json.dumps({"layout": layout, "names": [day["name"] for day in by_weekday]}))
    return value


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog(data_dir())[0]


@given(weeks, st.sampled_from(Weekday))
def test_a_week_shown_and_sent_back_is_the_same_week(days: tuple[RoutineDay, ...], first: Weekday) -> None:
    assert read_answer(sent(days, first), KEYS) == Answer(days)


@given(weeks)
def test_a_document_is_plain_and_begins_with_the_first_day_of_the_persons_week(days: tuple[RoutineDay, ...]) -> None:
    document = board_document(routine(days), [], Remarks(), first=Weekday.SUNDAY)
    assert json.loads(json.dumps(document, allow_nan=False)) == document
    assert [day["short"] for day in document["days"]] == ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]


def test_every_shipped_routine_survives_the_board(catalog: Catalog) -> None:
    keys = Keys(frozenset(catalog.exercises), frozenset(catalog.stretches))
    assert len(catalog.routines) >= 2
    for shipped in catalog.routines.values():
        assert read_answer(sent(shipped.days), keys) == Answer(shipped.days)


# ---- what is refused

SLOT = Slot("barbell_deadlift", Prescription(3, Bounds(6, 8), Bounds(120, 180), Tempo(2, 1, 1, 1)))
HOLD = StretchSlot("lying_towel_stretch", 2, hold_s=Bounds(15, 30))
WEEK = (RoutineDay("Hinge day", Weekday.MONDAY, (SLOT, HOLD)),)


def changed(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    value = copy.deepcopy(sent(WEEK))
    change(value)
    return value


def in_slot(name: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda week: week["layout"][0][0]["edit"].update({name: value})


def in_hold(name: str, value: object) -> Callable[[dict[str, Any]], object]:
    return lambda week: week["layout"][0][1]["edit"].update({name: value})


UNSOUND: dict[str, Callable[[dict[str, Any]], object]] = {
    "six days": lambda week: week["layout"].pop(),
    "no names": lambda week: week.pop("names"),
    "a name too long": lambda week: week["names"].__setitem__(0, "x" * (MAX_NAME + 1)),
    "a name with a line break": lambda week: week["names"].__setitem__(0, "a\nb"),
    "a name that is a number": lambda week: week["names"].__setitem__(0, 3),
    "too many cards": lambda week: week["layout"].__setitem__(1, week["layout"][0][:1] * (MAX_ITEMS + 1)),
    "a day that is a text": lambda week: week["layout"].__setitem__(1, "monday"),
    "a card that is a text": lambda week: week["layout"][0].append("squat"),
    "an unknown exercise": lambda week: week["layout"][0][0].update(key="moon_walk"),
    "an unknown kind": lambda week: week["layout"][0][0].update(kind="dance"),
    "a stretch as an exercise": lambda week: week["layout"][0][1].update(kind="exercise"),
    "an own name of nothing": lambda week: week["layout"][0][0].update(key=OWN_NAME + " "),
    "an own name too long": lambda week: week["layout"][0][0].update(key=OWN_NAME + "x" * 200),
    "no edit": lambda week: week["layout"][0][0].pop("edit"),
    "sets as text": in_slot("sets", "3"),
    "sets as a fraction": in_slot("sets", 3.0),
    "sets as a truth": in_slot("sets", True),
    "sets missing": in_slot("sets", None),
    "reps upside down": in_slot("reps", [8, 6]),
    "one repetition end": in_slot("reps", [8]),
    "a tempo of three": in_slot("tempo", [1, 1, 1]),
    "an unknown progression": in_slot("progression", "magic"),
    "an unknown technique": in_slot("technique", "working"),
    "a technique that is none": in_slot("technique", None),
    "a superset below none": in_slot("superset", -1),
    "a step of zero": in_slot("step", {"value": "0", "unit": "kg"}),
    "a step too large": in_slot("step", {"value": "100.5", "unit": "kg"}),
    "a step in stones": in_slot("step", {"value": "1", "unit": "st"}),
    "a step of words": in_slot("step", {"value": "much", "unit": "kg"}),
    "a step that is a number": in_slot("step", 2.5),
    "an unknown alternative": in_slot("alternatives", ["moon_walk"]),
    "held and repeated": in_hold("reps", [8, 10]),
    "neither held nor repeated": in_hold("hold_s", None),
}


@pytest.mark.parametrize("change", UNSOUND.values(), ids=UNSOUND.keys())
def test_what_the_board_would_never_send_is_refused_whole(change: Callable[[dict[str, Any]], object]) -> None:
    assert read_answer(sent(WEEK), KEYS) == Answer(WEEK)
    assert read_answer(changed(change), KEYS) is None


BOUNDED = [
    *((in_slot, name, LIMITS[name], False) for name in ("sets", "exposures")),
    *((in_slot, name, LIMITS[name], True) for name in ("reps", "rest_s")),
    (in_hold, "rounds", LIMITS["rounds"], False),
    (in_hold, "hold_s", LIMITS["hold_s"], True),
]


@pytest.mark.parametrize(("place", "name", "limits", "is_range"), BOUNDED, ids=[row[1] for row in BOUNDED])
def test_a_number_is_taken_on_its_limit_and_refused_one_beyond(
    place: Callable[[str, object], Callable[[dict[str, Any]], object]],
    name: str,
    limits: tuple[int, int],
    is_range: bool,
) -> None:
    lo, hi = limits
    for sound in (lo, hi):
        assert read_answer(changed(place(name, [sound, sound] if is_range else sound)), KEYS) is not None
    for wrong in (lo - 1, hi + 1):
        assert read_answer(changed(place(name, [wrong, wrong] if is_range else wrong)), KEYS) is None


def test_a_day_without_cards_is_no_day_even_if_it_has_a_name() -> None:
    assert read_answer(changed(lambda week: week["names"].__setitem__(3, "Rest")), KEYS) == Answer(WEEK)


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ([0, 0], [0, 0]),
        ([5, 5], [1, 1]),
        ([5], [0]),
        ([5, 5, 0, 5], [1, 1, 0, 0]),
        ([2, 2, 7, 7], [1, 1, 2, 2]),
        ([2, 3, 3], [0, 1, 1]),
        ([4, None, 4], [0, None, 0]),
        ([4, 4, None, 4, 4], [1, 1, None, 2, 2]),
    ],
)
def test_supersets_are_neighbours_and_never_one_alone(given_: list[int | None], kept: list[int | None]) -> None:
    day = [HOLD if group is None else Slot("x", SLOT.prescription, superset=group) for group in given_]
    assert [item.superset if isinstance(item, Slot) else None for item in with_supersets(day)] == kept


# ---- the palette


def test_the_palette_offers_everything_once_and_the_article_first(catalog: Catalog) -> None:
    entries = palette(catalog.exercises.values(), catalog.stretches.values())
    keys = [(entry["kind"], entry["key"]) for entry in entries]
    assert len(keys) == len(set(keys)) == len(catalog.exercises) + len(catalog.stretches)
    first = [entry["key"] for entry in entries[:16]]
    assert {"barbell_deadlift", "romanian_deadlift", "kettlebell_swing", "lying_towel_stretch"} <= set(first)
    assert [entry["key"] for entry in entries if not entry["offered"]] == ["stretching"]
    assert {entry["key"] for entry in entries if entry["unwise"]} >= {"barbell_deadlift", "kettlebell_swing"}
    assert "seated_leg_curl" not in {entry["key"] for entry in entries if entry["unwise"]}


def test_every_entry_as_it_starts_is_accepted(catalog: Catalog) -> None:
    keys = Keys(frozenset(catalog.exercises), frozenset(catalog.stretches))
    for entry in palette(catalog.exercises.values(), catalog.stretches.values()):
        card = {"kind": entry["kind"], "key": entry["key"], "edit": entry["defaults"]}
        assert read_answer({"layout": [[card], *[[] for _ in range(6)]], "names": [""] * 7}, keys) is not None, entry


def test_an_own_name_has_a_card_and_no_place_in_the_palette() -> None:
    days = (RoutineDay("", Weekday.FRIDAY, (Slot(OWN_NAME + "Sled *drag*", SLOT.prescription),)),)
    (entry,) = board_document(routine(days), [], Remarks())["palette"]
    assert (entry["name"], entry["function"], entry["offered"]) == ("Sled *drag*", "other", False)


def test_remarks_stand_on_their_cards() -> None:
    remarks = Remarks(
        minutes={Weekday.MONDAY: "38 min"},
        looks={(Weekday.MONDAY, 1): "Held long before a hinge."},
        marked=frozenset({(Weekday.MONDAY, 0)}),
        notice="Saved.",
    )
    document = board_document(routine(WEEK), [], remarks)
    monday = document["days"][0]
    assert [(item["look"], item["marked"]) for item in monday["items"]] == [
        ("", True),
        ("Held long before a hinge.", False),
    ]
    assert (monday["minutes"], document["notice"], document["days"][1]["minutes"]) == ("38 min", "Saved.", "")
