"""What a recommendation carries beside its load: figures, facts, what was unknown, reserve, rest."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from hamcore.model.exercise import Bounds, ProgressionKind, Tempo
from hamcore.model.log import LoggedSet
from hamcore.model.settings import Settings
from hamcore.rules.coach_case import CoachFrame
from hamcore.rules.exposures import Exposure, exposures
from hamcore.rules.loadable import Loadable, loadable_for
from hamcore.rules.progression import before_workout, recommend
from hamcore.rules.recommendation import Outcome, Recommendation, RuleId
from hamcore.units import Load, LoadUnit
from tests.unit.rules.coaching import BAR, STACK, advise, grid, line, past, plan, workout
from tests.unit.rules.sets import FIRST
from tests.unit.shipped import shipped

TOP = "100x8 100x8 100x8"
MISS = "100x8 100x8 100x5"
TWICE = plan(kind=ProgressionKind.LOAD, exposures=2)
ALWAYS = {"gap_days", "sets_planned", "sets_done", "reps_lo", "reps_hi"}


def numbers(found: Recommendation) -> dict[str, float]:
    """The figures that not every recommendation has, to a hundredth."""
    return {name: round(value, 2) for name, value in found.numbers if name not in ALWAYS}


def days(found: Recommendation) -> list[tuple[int, int]]:
    """The week and the number of each set that was looked at."""
    return [((entry.day - FIRST).days // 7, entry.set_no) for entry in found.facts]


def test_every_recommendation_with_a_past_has_the_plan_and_the_gap_in_figures() -> None:
    found = advise(past("100x7 100x7"), after_days=9)
    assert {name: value for name, value in found.numbers if name in ALWAYS} == {
        "gap_days": 9,
        "sets_planned": 3,
        "sets_done": 2,
        "reps_lo": 6,
        "reps_hi": 8,
    }
    assert numbers(found) == {"missing": 1}


@pytest.mark.parametrize(
    ("history", "prescription", "after_days", "expected"),
    [
        (
            ["100x9 100x8 100x8"],
            plan(),
            7,
            {
                "goal_reps": 8,
                "cap_percent": 5.56,
                "step_percent": 2.5,
                "expected_reps": 7.07,
                "tops": 1,
                "tops_needed": 1,
            },
        ),
        (
            [TOP, TOP],
            TWICE,
            7,
            {
                "goal_reps": 8,
                "cap_percent": 5.56,
                "step_percent": 2.5,
                "expected_reps": 7.07,
                "tops": 2,
                "tops_needed": 2,
            },
        ),
        (
            ["30x8 30x9 30x9"],
            plan(),
            7,
            {"goal_reps": 10, "cap_percent": 5.56, "step_percent": 8.33, "expected_reps": 5.08},
        ),
        ([TOP], TWICE, 7, {"goal_reps": 8, "tops": 1, "tops_needed": 2}),
        (["100x8@1 100x8 100x8@0.5"], plan(), 7, {"goal_reps": 8, "tops": 0, "tops_needed": 1, "lowest_rir": 0.5}),
        ([TOP], plan(kind=ProgressionKind.TEMPO), 7, {"lower_s": 3}),
        ([MISS, MISS], plan(), 7, {"share_percent": 92.5}),
        ([TOP], plan(), 21, {"share_percent": 90}),
        (["62.5x8 62.5x8 62.5x8"], plan(), 60, {"share_percent": 76}),
        (["100x6 100x6 100x6"], plan(), 7, {}),
        ([MISS], plan(), 7, {}),
    ],
    ids=str,
)
def test_the_figures_of_a_rule(
    history: list[str], prescription: object, after_days: int, expected: dict[str, float]
) -> None:
    found = advise(past(*history), prescription, after_days=after_days)  # type: ignore[arg-type]
    assert numbers(found) == expected


def test_a_step_far_too_large_expects_no_less_than_nothing() -> None:
    found = advise(past("5x10 5x10 5x10"), loadable=STACK)
    assert numbers(found)["step_percent"] == 100
    assert numbers(found)["expected_reps"] == 0


def test_without_a_share_there_are_no_figures_of_a_step() -> None:
    nordic = shipped().exercises["nordic_curl"]
    found = advise(past("x10 x10 x10"), exercise=nordic, loadable=grid("1.25"))
    assert "step_percent" not in numbers(found)
    assert "expected_reps" not in numbers(found)


def test_a_light_week_says_how_many_sets_it_has() -> None:
    for sets, now in ((1, 1), (2, 1), (3, 2), (4, 2), (5, 3)):
        found = advise(past(TOP), plan(sets=sets), is_deload=True)
        assert (numbers(found), len(found.targets)) == ({"sets_now": now}, now)


def test_a_load_of_the_other_unit_is_rounded_and_says_so_where_it_is_not_the_same() -> None:
    assert numbers(advise(past("223x7 223x7 223x7", unit=LoadUnit.LB))) == {"rounded": -1}
    found = advise(past("220x7 220x7 220x7", unit=LoadUnit.LB))
    assert numbers(found) == {}
    assert found.last_load == Load(Decimal(220), LoadUnit.LB)
    assert (found.outcome, found.load) == (Outcome.SAME, Load(Decimal("100.0"), LoadUnit.KG))


@pytest.mark.parametrize(
    ("history", "prescription", "expected"),
    [
        ([TOP, TOP], plan(), [(1, 1), (1, 2), (1, 3)]),
        ([TOP, TOP], TWICE, [(0, 1), (0, 2), (0, 3), (1, 1), (1, 2), (1, 3)]),
        ([MISS, MISS], plan(), [(0, 1), (0, 2), (0, 3), (1, 1), (1, 2), (1, 3)]),
        ([TOP, "100x8 100x8 100x8 100x3"], plan(), [(1, 1), (1, 2), (1, 3)]),
        ([TOP, "100x12d 80x12d"], plan(), [(1, 1), (1, 2)]),
        ([TOP, "100x8x 100x8 100x8x"], plan(), [(1, 1), (1, 3)]),
        ([], plan(), []),
    ],
    ids=str,
)
def test_the_facts_are_the_sets_the_rule_looked_at(
    history: list[str], prescription: object, expected: list[tuple[int, int]]
) -> None:
    assert days(advise(past(*history), prescription)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("key", "history", "body_kg", "expected"),
    [
        ("barbell_deadlift", TOP, None, ("rir",)),
        ("barbell_deadlift", "100x8@1 100x8@1 100x8", None, ("rir",)),
        ("barbell_deadlift", "100x8@1 100x8@1 100x8@1", None, ()),
        ("barbell_deadlift", "100x6 100x6 100x6", None, ()),
        ("nordic_curl", "x10@1 x10@1 x10@1", None, ("body_weight",)),
        ("nordic_curl", "x10@1 x10@1 x10@1", "80", ()),
        ("nordic_curl", "x8 x8 x8", None, ("rir", "body_weight")),
        ("assisted_nordic_curl", "x8@1 x8@1 x8@1", "80", ()),
        ("band_deadlift", "x20@1 x20@1 x20@1", None, ("load",)),
        ("barbell_deadlift", "305x8@1 305x8@1 305x8@1", None, ()),
        ("band_deadlift", "x20 x20 x20", "80", ("rir", "load")),
    ],
)
def test_what_could_not_be_known_is_named(
    key: str, history: str, body_kg: str | None, expected: tuple[str, ...]
) -> None:
    weight = Load(Decimal(body_kg), LoadUnit.KG) if body_kg else None
    top = grid("2.5", count=123)
    found = advise(past(history), plan(), exercise=shipped().exercises[key], loadable=top, body_weight=weight)
    assert found.unknown == expected


@pytest.mark.parametrize(
    ("noted", "expected", "unknown"),
    [
        ([None] * 3, 3, True),
        ([2, 2, 2], 3, False),
        ([3, 3, 3], 4, False),
        ([4, 3, 4], 4, False),
        ([1, 1, 1], 2, False),
        ([0, 0, 0], 2, False),
        ([3, 3, None], 3, True),
    ],
)
def test_a_noted_tempo_goes_before_a_supposed_one(noted: list[int | None], expected: int, unknown: bool) -> None:
    sets = [
        entry._replace(tempo=None if lower is None else Tempo(lower, 1, 1, 1))
        for entry, lower in zip(workout(TOP), noted, strict=True)
    ]
    found = advise(exposures(sets), plan(kind=ProgressionKind.TEMPO))
    assert (found.rule, found.targets[0].tempo) == (RuleId.SLOWER_FIRST, Tempo(expected, 1, 1, 1))
    assert ("tempo" in found.unknown) is unknown


def test_a_lowering_two_seconds_slower_than_planned_is_slow_enough() -> None:
    sets = [entry._replace(tempo=Tempo(4, 1, 1, 1)) for entry in workout(TOP)]
    found = advise(exposures(sets), plan(kind=ProgressionKind.TEMPO))
    assert (found.rule, found.targets[0].tempo) == (RuleId.STEP_LOAD, Tempo(2, 1, 1, 1))


@pytest.mark.parametrize(("tempo", "rule"), [(Tempo(4, 1, 1, 1), "slower_first"), (Tempo(4, 2, 1, 1), "step_load")])
def test_no_repetition_gets_longer_than_eight_seconds(tempo: Tempo, rule: str) -> None:
    assert advise(past(TOP), plan(kind=ProgressionKind.TEMPO, tempo=tempo)).rule.value == rule


def test_only_tops_at_this_load_make_the_lowering_slower() -> None:
    slow = plan(kind=ProgressionKind.TEMPO)
    found = advise(past("97.5x8 97.5x8 97.5x8", TOP), slow)
    assert (found.rule, found.targets[0].tempo.lower_s) == (RuleId.SLOWER_FIRST, 3)
    kept = advise(past(TOP, TOP, TOP, "100x6 100x6 100x6"), slow)
    assert (kept.rule, kept.targets[0].tempo.lower_s) == (RuleId.ADD_REPS, 4)
    faster = [entry._replace(tempo=Tempo(1, 1, 1, 1)) for entry in workout("100x6 100x6 100x6")]
    assert advise(exposures(faster), slow).targets[0].tempo.lower_s == 2


@pytest.mark.parametrize(
    "history",
    [["100x8 100x8 100x8b"], ["100x8 100x8 100x8r"], ["100x8 100x8"], [MISS], ["100x8@0 100x8 100x8"]],
    ids=str,
)
def test_the_slower_lowering_is_kept_while_the_load_is(history: list[str]) -> None:
    found = advise(past(TOP, *history), plan(kind=ProgressionKind.TEMPO))
    assert found.outcome is Outcome.SAME
    assert found.targets[0].tempo.lower_s == 3


@pytest.mark.parametrize(
    ("history", "kind", "after_days", "rir"),
    [
        (TOP, ProgressionKind.LOAD, 7, Bounds(1, 3)),
        (TOP, ProgressionKind.LOAD, 21, Bounds(2, 4)),
        (TOP, ProgressionKind.LOAD, 56, Bounds(2, 4)),
        ("", ProgressionKind.LOAD, 7, Bounds(2, 4)),
        (TOP, ProgressionKind.HOLD, 7, None),
        (TOP, ProgressionKind.HOLD, 21, None),
    ],
)
def test_the_reserve_to_end_a_set_with(
    history: str, kind: ProgressionKind, after_days: int, rir: Bounds | None
) -> None:
    found = advise(past(history) if history else [], plan(kind=kind), after_days=after_days)
    assert {target.rir for target in found.targets} == {rir}


def test_a_light_week_is_easy() -> None:
    assert {target.rir for target in advise(past(TOP), is_deload=True).targets} == {Bounds(2, 4)}


@pytest.mark.parametrize(
    ("planned", "rest"),
    [
        (Bounds(60, 90), Bounds(60, 90)),
        (Bounds(59, 90), Bounds(60, 90)),
        (Bounds(20, 30), Bounds(60, 60)),
        (Bounds(61, 90), Bounds(61, 90)),
    ],
)
def test_no_rest_under_a_minute_is_suggested(planned: Bounds, rest: Bounds) -> None:
    found = advise(past(TOP), replace(plan(), rest_s=planned))
    assert {target.rest_s for target in found.targets} == {rest}


TENS = grid("10", "20")


@pytest.mark.parametrize(
    ("done", "loadable", "expected", "rounded"),
    [
        ("101x7 101x7 101x7", BAR, "add_reps 100.0 kg 8/8/8", -1),
        ("101.5x7 101.5x7 101.5x7", BAR, "add_reps 102.5 kg 8/8/8", 1),
        ("143x7 143x7 143x7", TENS, "add_reps 140 kg 8/8/8", -1),
        ("145x7 145x7 145x7", TENS, "add_reps 140 kg 8/8/8", -1),
        ("145.1x7 145.1x7 145.1x7", TENS, "add_reps 150 kg 8/8/8", 1),
        ("95x7 95x7 95x7", grid("10", "20", 4), "add_reps 50 kg 8/8/8", -1),
        ("143x5 143x5 143x5", TENS, "missed_once 140 kg 6/6/6", -1),
        ("143x7b 143x7 143x7", TENS, "form_broke 140 kg 7/7/7", -1),
        ("143x7r 143x7 143x7", TENS, "back_rounded 140 kg 7/7/7", -1),
        ("143x7 143x7", TENS, "not_comparable 140 kg 7/7/6", -1),
        ("143x8@0 143x8@0 143x8@0", TENS, "confirm_top 140 kg 8/8/8", -1),
        ("90x8 90x8 90x8", grid("10", "20", 5), "nothing_heavier 60 kg 9/9/9", -1),
        ("43x8 43x8 43x8", TENS, "reps_first 40 kg 9/9/9", -1),
    ],
)
def test_a_load_that_stays_is_the_nearest_one_that_can_be_made(
    done: str, loadable: Loadable, expected: str, rounded: int
) -> None:
    found = advise(past(done), loadable=loadable)
    assert line(found) == expected
    assert found.outcome is Outcome.SAME
    assert numbers(found)["rounded"] == rounded


def test_more_and_less_go_by_what_was_lifted_and_not_by_what_it_is_rounded_to() -> None:
    assert line(advise(past("143x8 143x8 143x8"), loadable=TENS)) == "step_load 150 kg 6/6/6"
    assert line(advise(past("148x8 148x8 148x8"), loadable=TENS)) == "step_load 150 kg 6/6/6"
    less = advise(past("143x5 143x5 143x5", "143x5 143x5 143x5"), loadable=TENS)
    assert (line(less), less.outcome) == ("missed_twice 130 kg 6/6/6", Outcome.LESS)


def test_a_second_miss_at_what_the_first_was_rounded_to_is_the_second_miss() -> None:
    again = advise(past("143x5 143x5 143x5", "140x5 140x5 140x5"), loadable=TENS)
    assert line(again) == "missed_twice 130 kg 6/6/6"
    lighter = advise(past("160x5 160x5 160x5", "140x5 140x5 140x5"), loadable=TENS)
    assert line(lighter) == "missed_once 140 kg 6/6/6"


def test_a_load_so_close_that_it_is_the_same_grows_from_the_one_that_can_be_made() -> None:
    found = advise(past("99.79x8 99.79x8 99.79x8"))
    assert (line(found), found.outcome) == ("step_load 102.5 kg 6/6/6", Outcome.MORE)


def test_a_load_of_an_exercise_whose_steps_are_guessed_stays_as_it_was_lifted() -> None:
    guess = loadable_for(None, Settings())
    assert line(advise(past("47x7 47x7 47x7"), loadable=guess)) == "add_reps 47 kg 8/8/8"
    assert line(advise(past("47x5 47x5 47x5"), loadable=guess)) == "missed_once 47 kg 6/6/6"


def test_a_load_of_kilogram_plates_stays_for_a_person_in_pounds() -> None:
    pounds = loadable_for(shipped().exercises["barbell_deadlift"], Settings(load_unit=LoadUnit.LB))
    for unit, done in ((LoadUnit.KG, "102.5"), (LoadUnit.LB, "226"), (LoadUnit.LB, "225.97")):
        found = advise(past(*[f"{done}x6 {done}x6 {done}x6"], unit=unit), loadable=pounds)
        assert found.outcome is Outcome.SAME
        assert found.load is not None
        assert (found.load, found.load.marked) == (
            Load(Decimal("225.97"), LoadUnit.LB),
            Load(Decimal("102.5"), LoadUnit.KG),
        )
        assert "rounded" not in numbers(found)


def test_a_suggestion_without_load_has_none_of_last_time() -> None:
    found = advise(past("100x8x"))
    assert (found.outcome, found.load, found.last_load) == (Outcome.NONE, None, None)


def test_two_tops_with_a_layoff_between_them_are_not_in_a_row() -> None:
    assert line(advise(past(TOP, TOP, every_days=20), TWICE)) == "step_load 102.5 kg 6/6/6"
    assert line(advise(past(TOP, TOP, every_days=21), TWICE)) == "confirm_top 100 kg 8/8/8"


def test_what_was_done_without_a_plan_is_the_next_plan() -> None:
    around = CoachFrame(FIRST + timedelta(days=7), BAR)
    found = recommend(past("100x8 100x5 100x9@0"), None, "x", None, around)
    assert (found.rule, [target.aim for target in found.targets]) == (RuleId.NO_PLAN, [8, 5, 9])
    assert found.targets[0].reps == Bounds(5, 9)
    assert found.targets[0].rest_s == Bounds(90, 180)
    assert found.unknown == ("plan",)


def test_work_in_metres_alone_is_timed_work_and_nothing_is_computed() -> None:
    around = CoachFrame(FIRST + timedelta(days=7), BAR)
    carried = workout("40x1")[0]._replace(reps=None, distance_m=20.0)
    found = recommend([], None, "x", None, around, others=[carried])
    assert (found.rule, found.targets, found.facts, found.unknown) == (RuleId.TIMED_WORK, (), (carried,), ("plan",))


def ids(history: list[Exposure]) -> list[str]:
    return [exposure.workout_id for exposure in history]


def of(day: int, name: str) -> list[LoggedSet]:
    return workout(TOP, FIRST + timedelta(days=day), name=name)


def test_a_workout_and_what_came_after_it_that_day_do_not_count() -> None:
    history = exposures([*of(0, "a"), *of(7, "b"), *of(7, "c"), *of(7, "d"), *of(8, "e")])
    day = FIRST + timedelta(days=7)
    assert ids(list(before_workout(history, day))) == ["a", "b", "c", "d"]
    assert ids(list(before_workout(history, day, "c"))) == ["a", "b"]
    assert ids(list(before_workout(history, day, "b"))) == ["a"]
    assert ids(list(before_workout(history, day, "a"))) == []
    assert ids(list(before_workout(history, day, "e"))) == ["a", "b", "c", "d"]
    assert ids(list(before_workout(history, day, "z"))) == ["a", "b", "c", "d"]
    assert before_workout(history, FIRST + timedelta(days=8)) is history
    assert list(before_workout([], day, "a")) == []


FINE = grid("0.25", count=1200)


def test_the_body_counts_only_where_it_is_lifted() -> None:
    assert line(advise(past("44x8 44x8 44x8"), loadable=FINE, body_weight=Load(Decimal(80), LoadUnit.KG))) == (
        "step_load 46.25 kg 6/6/6"
    )


def test_load_on_the_body_begins_with_the_smallest_there_is_unless_a_step_is_wished() -> None:
    nordic = shipped().exercises["nordic_curl"]
    around = {"exercise": nordic, "loadable": FINE, "body_weight": Load(Decimal(80), LoadUnit.KG)}
    assert line(advise(past("x9 x9 x9"), **around)) == "step_load 0.25 kg 6/6/6"  # type: ignore[arg-type]
    own = plan(kind=ProgressionKind.REPS_FIRST, step=Load(Decimal(2), LoadUnit.KG))
    assert line(advise(past("x9 x9 x9"), own, **around)) == "step_load 2.00 kg 6/6/6"  # type: ignore[arg-type]


def test_a_variant_without_help_names_no_other_exercise_where_nothing_is_harder() -> None:
    band = replace(shipped().exercises["band_lying_leg_curl"], harder=())
    assert band.variant_of
    assert advise(past("x20 x20 x20"), exercise=band).turn_to == ()


def test_the_tempo_rule_holds_for_the_body_alone_too() -> None:
    found = advise(past("x8 x8 x8", "x8 x8 x8"), plan(kind=ProgressionKind.TEMPO))
    assert (found.rule, found.targets[0].tempo.lower_s) == (RuleId.SLOWER_FIRST, 4)


def test_after_a_layoff_all_of_the_body_is_still_there() -> None:
    assert numbers(advise(past("x8 x8 x8"), after_days=21)) == {"share_percent": 100}
