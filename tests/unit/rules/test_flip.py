"""What would have changed a recommendation: true, and nothing smaller would have."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hamcore.model.exercise import Prescription, ProgressionKind
from hamcore.model.log import LoggedSet
from hamcore.rules.coach_case import CoachFrame
from hamcore.rules.exposures import Exposure, exposures
from hamcore.rules.flip import flip
from hamcore.rules.loadable import Loadable
from hamcore.rules.progression import recommend
from hamcore.rules.recommendation import Flip, Recommendation
from tests.unit.rules.coaching import BAR, STACK, past, plan, workout
from tests.unit.rules.sets import FIRST


def asked(
    history: Sequence[Exposure], prescription: Prescription, *, days: int = 7, loadable: Loadable = BAR
) -> tuple[Recommendation, Flip | None]:
    around = CoachFrame(history[-1].day + timedelta(days=days), loadable)
    found = recommend(history, None, "x", prescription, around)
    return found, flip(found, history, None, "x", prescription, around)


def said(other: Flip | None) -> str:
    """A flip in one line."""
    if other is None:
        return "none"
    pairs = zip(other.before, other.after, strict=True)
    changed = [f"{old.set_no}: {_differences(old, new)}" for old, new in pairs]
    added = [f"+{entry.reps}{entry.side.value[0].upper() if entry.side else ''}" for entry in other.added]
    load = f"{other.load.value}" if other.load else "-"
    return f"{', '.join(changed + added)} -> {other.rule.value} {load}"


def _differences(old: LoggedSet, new: LoggedSet) -> str:
    parts = [f"x{new.reps}"] if new.reps != old.reps else []
    parts += [f"@{new.rir:g}"] if new.rir != old.rir and new.rir is not None else []
    parts += [f"{new.form.value}"] if new.form is not old.form and new.form else []
    parts += [f"{(new.day - old.day).days} days"] if new.day != old.day else []
    return " ".join(parts)


@pytest.mark.parametrize(
    ("history", "prescription", "days", "expected"),
    [
        (["100x8 100x8 100x8"], plan(), 7, "3: x7 -> add_reps 100"),
        (["100x8@2 100x8@2 100x8@1"], plan(), 7, "3: x7 -> add_reps 100"),
        (["100x9 100x9 100x9"], plan(), 7, "3: x7 -> add_reps 100"),
        (["100x9@1 100x9@1 100x9@1"], plan(), 7, "3: x7 -> add_reps 100"),
        (["100x12@1 100x12@1 100x12@1"], plan(), 7, "3: x7 -> add_reps 100"),
        (["100x8 100x8 100x7"], plan(), 7, "3: x8 -> step_load 102.5"),
        (["100x8@1 100x8@1 100x7@0"], plan(), 7, "3: x8 @1 -> step_load 102.5"),
        (["100x6 100x7 100x8"], plan(), 7, "1: x8, 2: x8 -> step_load 102.5"),
        (["100x8@0 100x8@1 100x8@0"], plan(), 7, "1: @1, 3: @1 -> step_load 102.5"),
        (["100x8! 100x8 100x8"], plan(), 7, "1: x9 -> step_load 102.5"),
        (["100x8 100x8 100x8b"], plan(), 7, "3: clean -> step_load 102.5"),
        (["100x8 100x8 100x6r"], plan(), 7, "3: x8 clean -> step_load 102.5"),
        (["100x8x 100x8 100x8b"], plan(), 7, "1: clean -> form_broke 100"),
        (["100x8 100x8"], plan(), 7, "+8 -> step_load 102.5"),
        (["100x8 100x7"], plan(), 7, "2: x8, +8 -> step_load 102.5"),
        (["100x8L 100x8R 100x8L"], plan(sets=2), 7, "+8R -> step_load 102.5"),
        (["100x8 100x8 100x5"], plan(), 7, "3: x8 -> step_load 102.5"),
        (["100x5 100x5 100x5", "100x6 100x6 100x5"], plan(), 7, "3: x6 -> add_reps 100"),
        (["100x6 100x6 100x5", "100x5 100x5 100x5"], plan(), 7, "3: x6 -> missed_once 100"),
        (["100x6 100x6 100x5", "100x6 100x6 100x6"], plan(), 7, "3: x5 -> missed_twice 92.5"),
        (["100x6 100x6 100x7", "100x8 100x8 100x5"], plan(), 7, "2: x5 -> missed_twice 92.5"),
        (
            ["100x8 100x8 100x7", "100x8 100x8 100x8"],
            plan(kind=ProgressionKind.LOAD, exposures=2),
            7,
            "3: x8 -> step_load 102.5",
        ),
        (["100x8 100x8 100x8"], plan(), 25, "1: 5 days, 2: 5 days, 3: 5 days -> step_load 102.5"),
        (["100x8 100x8 100x8"], plan(), 60, "1: 5 days, 2: 5 days, 3: 5 days -> layoff 90"),
        (["100x8 100x8 100x8"], plan(kind=ProgressionKind.HOLD), 7, "none"),
        (["40x6 40x6 40x10"], plan(), 7, "1: x10, 2: x10 -> step_load 42.5"),
    ],
    ids=str,
)
def test_the_smallest_change_is_named(history: list[str], prescription: Prescription, days: int, expected: str) -> None:
    _, other = asked(past(*history), prescription, days=days)
    assert said(other).replace(".0 ", " ").removesuffix(".0") == expected


def test_a_first_time_has_no_flip() -> None:
    around = CoachFrame(FIRST, BAR)
    found = recommend([], None, "x", plan(), around)
    assert flip(found, [], None, "x", plan(), around) is None


def test_what_nobody_planned_has_no_flip() -> None:
    around = CoachFrame(FIRST, BAR)
    history = past("100x8")
    found = recommend(history, None, "x", None, around)
    assert flip(found, history, None, "x", None, around) is None


def test_a_light_week_has_no_flip() -> None:
    around = CoachFrame(FIRST + timedelta(days=7), BAR, is_deload=True)
    history = past("100x8 100x8 100x8", "100x8 100x8 100x8")[:1]
    found = recommend(history, None, "x", plan(), around)
    assert flip(found, history, None, "x", plan(), around) is None


def test_pain_in_a_warm_up_can_be_taken_back() -> None:
    sets = workout("60x5wx 100x8 100x8 100x8")
    history, others = exposures(sets), sets[:1]
    around = CoachFrame(FIRST + timedelta(days=7), BAR)
    found = recommend(history, None, "x", plan(), around, others=others)
    other = flip(found, history, None, "x", plan(), around, others=others)
    assert said(other) == "1: clean -> step_load 102.5"


rows = st.lists(
    st.tuples(
        st.sampled_from(["100", "100", "100", "95", "105"]), st.integers(4, 10), st.sampled_from([None, None, 0, 1, 2])
    ),
    min_size=1,
    max_size=4,
)
plans = st.builds(
    lambda sets, kind, times: plan(6, 8, sets, kind, exposures=times),
    st.integers(1, 3),
    st.sampled_from([ProgressionKind.LOAD, ProgressionKind.REPS_FIRST, ProgressionKind.TEMPO]),
    st.sampled_from([1, 2]),
)


def history_of(log: Sequence[Sequence[tuple[str, int, int | None]]]) -> list[Exposure]:
    return past(
        *(" ".join(f"{load}x{reps}" + ("" if rir is None else f"@{rir}") for load, reps, rir in row) for row in log)
    )


def smaller_changes(exposure: Exposure, size: int) -> Iterator[Exposure]:
    """Every change of repetitions of one workout, of fewer repetitions altogether than ``size``."""
    spread = range(-size + 1, size)
    for change in product(spread, repeat=len(exposure.sets)):
        if 0 < sum(map(abs, change)) < size:
            sets = tuple(
                entry._replace(reps=max((entry.reps or 0) + more, 1))
                for entry, more in zip(exposure.sets, change, strict=True)
            )
            yield exposure._replace(sets=sets)


def size_of(other: Flip) -> int:
    pairs = list(zip(other.before, other.after, strict=True))
    reps = sum(abs((new.reps or 0) - (old.reps or 0)) for old, new in pairs) + sum(one.reps or 0 for one in other.added)
    return int(reps + sum(abs((new.rir or 0) - (old.rir or 0)) for old, new in pairs))


@settings(max_examples=150, deadline=None)
@given(st.lists(rows, min_size=1, max_size=3), plans)
def test_a_flip_is_true_and_no_smaller_change_of_repetitions_does_it(
    log: list[list[tuple[str, int, int | None]]], prescription: Prescription
) -> None:
    history = history_of(log)
    found, other = asked(history, prescription, loadable=STACK)
    around = CoachFrame(found.day, STACK)
    if other is not None:
        assert (other.outcome, other.load) != found.asks
        swaps = {(entry.workout_id, entry.set_no): entry for entry in other.after}
        changed = [
            exposure._replace(
                sets=(
                    *(swaps.get((entry.workout_id, entry.set_no), entry) for entry in exposure.sets),
                    *(entry for entry in other.added if entry.workout_id == exposure.workout_id),
                )
            )
            for exposure in history
        ]
        then = recommend(changed, None, "x", prescription, around)
        assert (then.rule, then.outcome, then.load) == (other.rule, other.outcome, other.load)
    size = min(size_of(other) if other else 4, 4)
    for place in range(len(history))[-2:]:
        for smaller in smaller_changes(history[place], size):
            tried = [*history[:place], smaller, *history[place + 1 :]]
            assert recommend(tried, None, "x", prescription, around).asks == found.asks
