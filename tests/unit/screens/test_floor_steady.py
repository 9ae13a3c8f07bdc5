"""What is kept of an exercise between two taps is what would be made anew."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from hamcore.model.settings import Settings
from hamcore.screens.floor import build
from hamcore.screens.floor_steady import Grounds, steady
from hamcore.units import LoadUnit
from tests.unit.demo_state import shipped
from tests.unit.rules.sets import a_set
from tests.unit.screens.test_floor import BEFORE, CURL, LIFT, TODAY, a_plan, a_state

ALTERNATIVE = "trap_bar_deadlift"
DONE = [a_set("100", 8) for _ in range(3)]


@cache
def grounds() -> Grounds:
    state = a_state(DONE)
    view = build(state, a_plan(state, LIFT, CURL), TODAY)
    item = view.items[0]
    return Grounds(
        item=item,
        place="1 of 2",
        superset="",
        rec=view.targets[LIFT],
        last=DONE,
        others=frozenset([CURL]),
        is_past=False,
        around=view.targets[LIFT].load,
        settings=Settings(),
        today=TODAY,
    )


CHANGES: dict[str, Callable[[Grounds], Grounds]] = {
    "skipped": lambda one: replace(one, item=replace(one.item, is_skipped=True)),
    "moved": lambda one: replace(one, place="2 of 2"),
    "in a superset": lambda one: replace(one, superset="A1"),
    "another target": lambda one: replace(one, rec=replace(one.rec, targets=())),
    "another last time": lambda one: replace(one, last=DONE[:1]),
    "beside an alternative": lambda one: replace(one, others=frozenset([ALTERNATIVE])),
    "finished": lambda one: replace(one, is_past=True),
    "around another load": lambda one: replace(one, around=None),
    "in pounds": lambda one: replace(one, settings=replace(one.settings, load_unit=LoadUnit.LB)),
    "another day": lambda one: replace(one, today=BEFORE),
}


def test_equal_grounds_are_answered_from_the_last_time() -> None:
    assert steady(shipped(), grounds()) is steady(shipped(), replace(grounds()))


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_other_grounds_are_answered_anew_and_the_old_ones_as_before(change: Callable[[Grounds], Grounds]) -> None:
    before = steady(shipped(), grounds())
    other = steady(shipped(), change(grounds()))
    assert other != before
    assert steady(shipped(), grounds()) == before


def test_what_was_logged_changes_only_the_sets() -> None:
    state, later = a_state(DONE), a_state(DONE, [a_set("100", 8, set_no=1, day=TODAY)])
    before, after = (build(one, a_plan(one, LIFT, CURL), TODAY).exercises[0] for one in (state, later))
    assert {name for name in before if before[name] != after[name]} == {"rows"}  # type: ignore[literal-required]
