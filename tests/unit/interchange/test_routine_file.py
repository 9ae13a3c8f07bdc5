"""A shared routine comes back as it was, and nothing that calls itself one does any harm."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hamcore.catalog import routine_values
from hamcore.interchange.routine_file import MAX_BYTES, VERSION, read_routine, write_routine
from hamcore.model.exercise import Bounds
from hamcore.model.routine import Routine, StretchSlot
from hamcore.problems import Severity
from hamcore.screens import board_document
from tests.unit.any_routine import ANY_ROUTINE
from tests.unit.shipped import shipped

CATALOG = shipped()
SPLIT = CATALOG.routines["article_split"]


def changed(change: Callable[[Any], object], routine: Routine = SPLIT) -> bytes:
    """A share file after ``change`` was made to its table."""
    values = json.loads(write_routine(routine, CATALOG))
    change(values)
    return json.dumps(values).encode()


def complaints(data: bytes) -> list[str]:
    shared = read_routine(data, "week.json", CATALOG)
    assert shared.routine is None
    return [str(problem) for problem in shared.problems]


@given(ANY_ROUTINE)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_shared_comes_back_as_it_was(routine: Routine) -> None:
    shared = read_routine(write_routine(routine, CATALOG), "week.json", CATALOG)
    assert (shared.routine, shared.problems) == (routine, ())


@pytest.mark.parametrize("routine_id", sorted(CATALOG.routines))
def test_a_shipped_routine_comes_back_as_it_was(routine_id: str) -> None:
    routine = CATALOG.routines[routine_id]
    assert read_routine(write_routine(routine, CATALOG), "week.json", CATALOG).routine == routine


def test_the_file_can_be_read_by_a_person() -> None:
    text = write_routine(SPLIT, CATALOG).decode()
    assert '"reps": [6, 8],' in text
    assert '"barbell_deadlift": "Barbell deadlift"' in text


SPOILED: dict[str, tuple[Callable[[Any], object], str]] = {
    "sets": (lambda v: v["routine"]["days"][0]["items"][0].update(sets=11), "sets: is 11; allowed is 1 to 10"),
    "no sets": (lambda v: v["routine"]["days"][0]["items"][0].update(sets=0), "sets: is 0; allowed is 1 to 10"),
    "reps": (
        lambda v: v["routine"]["days"][0]["items"][0].update(reps=[8, 6]),
        "routine.days[1].items[1].reps: runs from 8 down to 6; write the lower number first",
    ),
    "half a rep": (lambda v: v["routine"]["days"][0]["items"][0].update(reps=[6, 7.5]), "a whole number is needed"),
    "rest": (lambda v: v["routine"]["days"][1]["items"][0].update(rest_s=[60, 601]), "days[2].items[1].rest_s: is 601"),
    "tempo": (lambda v: v["routine"]["days"][0]["items"][0].update(tempo=[1, 2, 3]), "has 3 numbers; 4 are needed"),
    "weekday": (lambda v: v["routine"]["days"][0].update(weekday="funday"), "'funday'; allowed are monday"),
    "weekday twice": (lambda v: v["routine"]["days"][1].update(weekday="monday"), "has a weekday twice"),
    "technique": (lambda v: v["routine"]["days"][0]["items"][0].update(technique="warm_up"), "allowed are drop"),
    "step": (
        lambda v: v["routine"]["days"][0]["items"][0].update(progression={"kind": "load", "exposures": 1, "step": "9"}),
        "a number above 0 and at most 100 with its unit",
    ),
    "hold and repetitions": (
        lambda v: v["routine"]["days"][0]["items"][2].update(reps=[8, 10]),
        "items[3].hold_s: is not a key of this record",
    ),
    "a key of nobody": (lambda v: v["routine"].update(colour="red"), "routine.colour: is not a key of this record"),
    "no name": (lambda v: v["routine"].pop("name"), "routine.name: is missing; a text is needed"),
    "a line break": (lambda v: v["routine"].update(name="A\nB"), "routine.name: has spaces at an end, a line break"),
    "a long name": (lambda v: v["routine"].update(name="x" * 121), "has 121 characters; allowed are 120"),
    "own name of nothing": (lambda v: v["routine"]["days"][0]["items"][0].update(exercise="name: "), "exercise: has"),
    "21 cards": (
        lambda v: v["routine"]["days"][0].update(items=21 * v["routine"]["days"][0]["items"][:1]),
        "days[1].items: has 21 entries; allowed are 20",
    ),
    "a list": (lambda v: v.update(routine=[]), "has no table 'routine'"),
    "names": (lambda v: v.update(names=3), "'names' is no table"),
    "newer": (lambda v: v.update(hamcore_routine=VERSION + 1), "was shared by a newer HamCore"),
    "version": (lambda v: v.update(hamcore_routine=True), "a whole number from 1 up is needed"),
    "something else": (lambda v: v.pop("hamcore_routine"), "is not a routine that HamCore shared"),
}


@pytest.mark.parametrize(("change", "said"), SPOILED.values(), ids=list(SPOILED))
def test_what_is_wrong_is_said_with_its_place_and_what_is_allowed(change: Callable[[Any], object], said: str) -> None:
    assert any(said in one for one in complaints(changed(change))), complaints(changed(change))


def test_twenty_cards_of_ten_sets_are_allowed() -> None:
    def fill(values: Any) -> None:
        item = values["routine"]["days"][0]["items"][0]
        values["routine"]["days"][0]["items"] = 20 * [item | {"sets": 10}]

    routine = read_routine(changed(fill), "week.json", CATALOG).routine
    assert routine is not None
    assert len(routine.days[0].slots) == 20


def test_all_problems_are_named_not_just_the_first() -> None:
    def spoil(values: Any) -> None:
        for day in values["routine"]["days"]:
            day["weekday"] = "someday"
        values["routine"]["why"] = 4

    assert len(complaints(changed(spoil))) == 4


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"hamcore_routine": 1}',
        b"null",
        b'{"hamcore_routine": NaN}',
        b"9" * 5000,
    ],
    ids=["empty", "broken off", "no text", "deep", "only the mark", "null", "not a number", "long number"],
)
def test_what_is_no_routine_is_refused_with_one_message(data: bytes) -> None:
    assert len(complaints(data)) == 1


def test_a_file_is_refused_by_its_size_before_it_is_read() -> None:
    padding = b" " * (MAX_BYTES - len(changed(lambda _: None)))
    assert read_routine(changed(lambda _: None) + padding, "week.json", CATALOG).routine == SPLIT
    assert "is larger than 256 KB" in complaints(changed(lambda _: None) + padding + b" ")[0]


@given(ANY_ROUTINE, st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_spoiled_file_is_a_routine_or_refused(routine: Routine, data: st.DataObject) -> None:
    text = write_routine(routine, CATALOG)
    at = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.sampled_from([at, at + 1, len(text)]))
    inserted = data.draw(
        st.sampled_from([b"", b"\xc3", b'"', b"null", b"[]", b"{}", b"-1", b"1e999", b"\\ud800", b"\x00"])
    )
    shared = read_routine(text[:at] + inserted + text[end:], "week.json", CATALOG)
    assert shared.routine is not None or any(one.severity is Severity.ERROR for one in shared.problems)
    assert all(str(one).isprintable() and len(str(one)) < 800 for one in shared.problems)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(["monday", "load"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["days", "items", "name", "exercise", "stretch", "reps", "weekday", "id"]), inner
        )
    ),
    max_leaves=12,
)


@given(_JSON, _JSON)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_table_under_our_mark_is_a_routine_or_refused(inner: object, names: object) -> None:
    data = json.dumps({"hamcore_routine": 1, "routine": inner, "names": names}).encode()
    shared = read_routine(data, "week.json", CATALOG)
    assert shared.routine is not None or shared.problems


def renamed(old: str, new: str, called: str) -> bytes:
    """The two-day split as a version shared it whose exercise or stretch ``old`` has the id ``new``."""
    text = write_routine(SPLIT, CATALOG).decode()
    values = json.loads(text.replace(f'"{old}"', f'"{new}"'))
    values["names"][new] = called
    return json.dumps(values).encode()


def test_an_exercise_nobody_knows_is_kept_under_its_name_with_a_note() -> None:
    shared = read_routine(renamed("kettlebell_swing", "sled_pull", "Sled pull"), "week.json", CATALOG)
    assert shared.routine is not None
    assert "name:Sled pull" in {slot.exercise_id for _, slot in shared.routine.slots()}
    (note,) = shared.problems
    assert note.severity is Severity.WARNING
    assert "'Sled pull': this HamCore has no exercise 'sled_pull'" in note.message


def test_an_exercise_of_another_id_is_found_by_its_name() -> None:
    shared = read_routine(renamed("kettlebell_swing", "kb_swing", "Kettlebell Swing"), "week.json", CATALOG)
    assert shared.routine == SPLIT
    assert len(shared.problems) == 1


def test_a_stretch_nobody_knows_is_left_out_with_a_note() -> None:
    shared = read_routine(renamed("hamstring_scoop", "pigeon", "Pigeon"), "week.json", CATALOG)
    assert shared.routine is not None
    assert "pigeon" not in {one.stretch_id for day in shared.routine.days for one in day.stretches}
    assert "'Pigeon' is a stretch this HamCore does not know" in shared.problems[0].message


def test_hostile_text_stays_text() -> None:
    name = '<img src=x onerror="alert(1)"> & {} %s'
    routine = read_routine(changed(lambda v: v["routine"].update(name=name)), "week.json", CATALOG).routine
    assert routine is not None
    assert routine.name == name


def test_the_file_allows_what_the_board_allows() -> None:
    assert (routine_values.MAX_ITEMS, routine_values.MAX_DAY_NAME) == (
        board_document.MAX_ITEMS,
        board_document.MAX_NAME,
    )
    assert routine_values.MAX_STEP == board_document.MAX_STEP
    ends = board_document.LIMITS["hold_s"], board_document.LIMITS["stretch_reps"]
    assert ends == ((5, 300), (1, 50))
    for hold, sound in ((Bounds(5, 300), True), (Bounds(4, 10), False), (Bounds(5, 301), False)):
        day = SPLIT.days[2]
        item = {"stretch": "lying_towel_stretch", "rounds": 10, "hold_s": [hold.lo, hold.hi]}
        data = changed(lambda v, item=item: v["routine"]["days"][2].update(items=[item]))  # type: ignore[misc]
        routine = read_routine(data, "week.json", CATALOG).routine
        assert (routine is not None) is sound
        assert day.name != ""
        assert not sound or routine is None or routine.days[2].items == (StretchSlot("lying_towel_stretch", 10, hold),)
