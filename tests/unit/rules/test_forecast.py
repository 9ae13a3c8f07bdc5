"""A routine played forward: the same rules as the coach, if all is made and at the person's own rate."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hamcore.model.exercise import Bounds, Prescription, Progression, ProgressionKind, Tempo
from hamcore.model.settings import Settings
from hamcore.model.symptom import Symptom, SymptomKind
from hamcore.rules.coach_case import CoachFrame
from hamcore.rules.exposures import Exposure, exposures
from hamcore.rules.forecast import forecast, lifts_of
from hamcore.rules.forecast_result import Assumption, Forecast
from hamcore.rules.forecast_walk import Lift, Walk, all_made, runs_of
from hamcore.rules.loadable import loadable_for
from hamcore.rules.progression import recommend
from hamcore.rules.recommendation import Outcome, RuleId
from hamcore.rules.safety import gate_on
from hamcore.rules.success_rate import SuccessRate, success_rate
from hamcore.rules.trend import TrendState
from tests.unit.rules.routines import SHIPPED, routine
from tests.unit.rules.sets import a_set

START = date(2026, 3, 2)
PLAN = Prescription(3, Bounds(6, 8), Bounds(120, 180), Tempo(2, 1, 1, 1))
RDL = "romanian_deadlift"
SURE = SuccessRate(36, 36, 12)


def past(*workouts: tuple[str, Sequence[int]], every_days: int = 7, last: date | None = None) -> list[Exposure]:
    """Workouts of a load and the repetitions of each set, the last one ``every_days`` before the start."""
    end = last or START - timedelta(days=every_days)
    days = [end - timedelta(days=every_days * back) for back in range(len(workouts) - 1, -1, -1)]
    return exposures(
        a_set(load, reps, day=day, set_no=number)
        for day, (load, sets) in zip(days, workouts, strict=True)
        for number, reps in enumerate(sets, 1)
    )


def lift(
    done: list[Exposure], plan: Prescription = PLAN, *, key: str = RDL, weeks: int = 12, every_days: int = 7
) -> Lift:
    exercise = SHIPPED.exercises[key]
    days = tuple((START + timedelta(days=by), plan) for by in range(0, weeks * 7, every_days))
    return Lift(key, exercise, done, days, CoachFrame(START, loadable_for(exercise, Settings())))


def play(*lifts: Lift, weeks: int = 12, seed: int = 1, runs: int = 200) -> Forecast:
    return forecast(lifts, START, weeks, seed=seed, runs=runs)


def path(found: Forecast) -> list[tuple[float | None, int, str]]:
    return [(point.load_kg, point.reps, point.rule.value) for point in found.lifts[0].made]


STEADY = past(*[("100", (8, 8, 8) if at % 2 else (8, 8, 7)) for at in range(10)])
"""Ten workouts at one load in which the last set is made every second time."""


def test_with_every_set_made_the_load_grows_by_double_progression() -> None:
    found = play(lift(past(("100", (8, 8, 8)))), weeks=8)
    assert path(found)[:4] == [
        (102.5, 6, "step_load"),
        (102.5, 7, "add_reps"),
        (102.5, 8, "add_reps"),
        (105.0, 6, "step_load"),
    ]
    assert [point.week for point in found.lifts[0].made] == list(range(8))


def test_an_exercise_without_a_workout_in_these_weeks_is_left_out() -> None:
    later = replace(lift(STEADY), coming=lift(STEADY, weeks=16).coming[12:])
    assert play(later).lifts == ()


def test_too_few_workouts_give_no_rate_and_no_band() -> None:
    few, enough = past(*[("100", (8, 8, 8))] * 4), past(*[("100", (8, 8, 8))] * 5)
    assert [play(lift(done)).lifts[0].rate.exposures for done in (few, enough)] == [3, 4]
    assert play(lift(few)).lifts[0].usual == ()
    assert len(play(lift(enough)).lifts[0].usual) == 12


def test_an_exercise_never_done_has_no_load_to_begin_with() -> None:
    (one,) = play(lift([])).lifts
    assert (one.made, one.usual, one.no_load) == ((), (), RuleId.FIRST_TIME)


def test_an_exercise_that_is_stopped_by_a_symptom_is_not_played_forward() -> None:
    plain = lift(STEADY)
    gate = gate_on((Symptom("s", SymptomKind.RED_FLAG, START - timedelta(days=1), None),), START)
    (one,) = play(replace(plain, frame=replace(plain.frame, gate=gate))).lifts
    assert (one.made, one.usual, one.no_load) == ((), (), RuleId.RED_FLAG)


def test_after_a_layoff_it_begins_lighter() -> None:
    found = play(lift(past(("100", (8, 8, 8)), every_days=28)))
    assert path(found)[0] == (90.0, 6, "layoff")


def test_the_week_in_which_nothing_heavier_can_be_loaded_is_named() -> None:
    top = str(loadable_for(SHIPPED.exercises[RDL], Settings()).values[-1])
    (one,) = play(lift(past((top, (8, 8, 8))))).lifts
    assert one.ceiling == 0
    assert play(lift(past(("100", (8, 8, 8))))).lifts[0].ceiling is None


def test_the_band_holds_the_median_and_widens() -> None:
    (one,) = play(lift(STEADY)).lifts
    loads = [week.load_kg for week in one.usual if week.load_kg]
    assert all(band.lo <= band.mid <= band.hi for band in loads)
    assert loads[-1].hi - loads[-1].lo > loads[0].hi - loads[0].lo
    made = {point.week: point.load_kg for point in one.made}
    assert all(band.hi <= (made[week.week] or 0) for week, band in zip(one.usual, loads, strict=True))


def test_a_body_weight_exercise_has_repetitions_and_no_load() -> None:
    nordic = exposures(a_set(None, 5, day=START - timedelta(days=7 * back)) for back in range(8, 0, -1))
    plan = Prescription(1, Bounds(6, 8), Bounds(120, 120), Tempo(4, 0, 1, 0))
    (one,) = play(lift(nordic, plan, key="nordic_curl")).lifts
    assert one.made[0].load_kg is None
    assert one.usual[0].load_kg is None
    assert one.usual[0].reps.hi >= one.usual[0].reps.lo >= 4


def test_the_same_seed_gives_the_same_band_and_another_lift_leaves_it_alone() -> None:
    alone, beside = play(lift(STEADY)), play(lift(STEADY), lift([], key="seated_leg_curl"))
    assert alone == play(lift(STEADY))
    assert alone.lifts[0] == beside.lifts[0]
    assert alone.lifts[0].usual != play(lift(STEADY), seed=2).lifts[0].usual


def test_a_lighter_week_is_where_the_persons_line_ends() -> None:
    stuck = past(*[("100", (6, 6, 5)) if at % 2 else ("100", (6, 5, 5)) for at in range(14)])
    found = play(lift(stuck), lift(stuck, key="good_morning"))
    assert found.stop is not None
    assert found.offer is not None
    assert {key for key, _ in found.offer.lifts} == {RDL, "good_morning"}
    assert {state for _, state in found.offer.lifts} <= {TrendState.LEVEL, TrendState.FALLING}
    for one in found.lifts:
        assert [week.week for week in one.usual] == list(range(found.stop + 1))
        assert len(one.made) == 12


def test_one_stuck_lift_offers_no_lighter_week() -> None:
    stuck = past(*[("100", (6, 6, 5)) if at % 2 else ("100", (6, 5, 5)) for at in range(14)])
    assert play(lift(stuck)).stop is None


def test_whether_a_level_line_could_be_told_is_said() -> None:
    curl = past(*[("40", (15, 15, 15))] * 6)
    light = Prescription(3, Bounds(15, 20), Bounds(60, 90), Tempo(3, 0, 1, 1))
    assert not play(lift(curl, light, key="seated_leg_curl")).lifts[0].trend_known
    assert play(lift(STEADY)).lifts[0].trend_known


def test_every_assumption_is_stated() -> None:
    assert play(lift(STEADY)).assumptions == tuple(Assumption)


@pytest.mark.parametrize(("weeks", "runs"), [(7, 1), (17, 1), (8, 0)])
def test_other_lengths_and_no_run_at_all_are_refused(weeks: int, runs: int) -> None:
    with pytest.raises(ValueError, match="8 to 16 weeks"):
        play(lift(STEADY), weeks=weeks, runs=runs)
    assert play(lift(STEADY, weeks=16), weeks=16, runs=1).weeks == 16


def test_a_routine_gives_each_exercise_all_its_days() -> None:
    plan = routine("mon: rdl 3x6-8, seated 3x10-12; thu: rdl 2x8-10")
    found = lifts_of(plan, START + timedelta(days=1), 8, SHIPPED.exercises, lambda _: STEADY, lambda _: lift([]).frame)
    assert [one.key for one in found] == [RDL, "seated_leg_curl"]
    assert [(day.weekday(), plan.sets) for day, plan in found[0].coming[:3]] == [(3, 2), (0, 3), (3, 2)]
    assert len(found[0].coming) == 16


def test_what_was_logged_on_or_after_the_start_is_not_looked_at() -> None:
    later = past(("100", (8, 8, 8)), ("100", (8, 8, 8)), last=START)
    (found,) = lifts_of(
        routine("mon: rdl 3x6-8"), START, 8, SHIPPED.exercises, lambda _: later, lambda _: lift([]).frame
    )
    assert len(found.past) == 1


RATES = [
    (past(("100", (6, 6, 6)), ("100", (7, 7, 7))), SuccessRate(3, 3, 1)),
    (past(("100", (6, 6, 6)), ("100", (7, 7, 6))), SuccessRate(2, 3, 1)),
    (past(("100", (6, 6, 6)), ("100", (7, 7))), SuccessRate(2, 3, 1)),
    (past(("100", (8, 8, 8)), ("102.5", (6, 6, 6))), SuccessRate(3, 3, 1)),
    (past(("100", (8, 8, 8)), ("105", (6, 6, 5))), SuccessRate(2, 3, 1)),
    (past(("100", (8, 8, 8)), ("100", (8, 8, 8))), SuccessRate(0, 3, 1)),
    (past(("100", (8, 8, 8)), ("90", (6, 6, 6)), every_days=21), SuccessRate(0, 0, 0)),
    (past(*[("100", (6, 6, 6))] * 20), SuccessRate(0, 36, 12)),
]


@pytest.mark.parametrize(("done", "expected"), RATES)
def test_the_rate_counts_sets_that_reached_what_was_suggested(done: list[Exposure], expected: SuccessRate) -> None:
    one = lift(done)
    assert success_rate(done, one.exercise, one.key, PLAN, one.frame) == expected


def test_a_share_is_between_nothing_and_all() -> None:
    assert (SuccessRate(0, 0, 0).share, SuccessRate(3, 4, 4).share, SuccessRate(3, 4, 4).is_enough) == (0, 0.75, True)
    assert not SuccessRate(9, 9, 3).is_enough


WORKOUTS = st.lists(
    st.tuples(st.sampled_from(["60", "100", "102.5"]), st.lists(st.integers(4, 9), min_size=1, max_size=3)), max_size=4
)
GROWTHS = st.sampled_from([None, *(Progression(kind, exposures=count) for kind in ProgressionKind for count in (1, 2))])


@settings(max_examples=40, deadline=None)
@given(WORKOUTS, GROWTHS, st.sampled_from([2, 7, 21]), st.integers(0, 9))
def test_every_step_of_a_run_is_what_the_rules_suggest_from_its_whole_past(
    workouts: list[tuple[str, list[int]]], growth: Progression | None, every_days: int, seed: int
) -> None:
    plan = replace(PLAN, progression=growth)
    one = lift(past(*[(load, sets) for load, sets in workouts]), plan, weeks=8, every_days=every_days)
    walk = Walk(one)
    sessions = runs_of(walk, SuccessRate(6, 10, 5), 4, Random(seed))
    for run in range(4 if sessions else 0):
        history = list(one.past)
        for (day, _), numbers in zip(one.coming, sessions, strict=False):
            rec = recommend(history, one.exercise, one.key, plan, replace(one.frame, day=day))
            outcome = walk.outcomes[numbers[run]]
            assert rec.outcome is not Outcome.NONE
            assert outcome.load == rec.load
            aims = [target.aim for target in rec.targets]
            made = [reps == aim for reps, aim in zip(outcome.reps, aims, strict=True)]
            assert made == sorted(made, reverse=True)
            assert all(aim - reps in (0, 1) for reps, aim in zip(outcome.reps, aims, strict=True))
            history.append(outcome.exposure(one.key, day))


@settings(max_examples=30, deadline=None)
@given(WORKOUTS, GROWTHS)
def test_every_set_made_is_the_coach_replayed(
    workouts: list[tuple[str, list[int]]], growth: Progression | None
) -> None:
    plan = replace(PLAN, progression=growth)
    one = lift(past(*[(load, sets) for load, sets in workouts]), plan, weeks=16)
    walk = Walk(one)
    history = list(one.past)
    for (day, _), (rule, number) in zip(one.coming, all_made(walk), strict=False):
        rec = recommend(history, one.exercise, one.key, plan, replace(one.frame, day=day))
        assert (rec.rule, rec.load) == (rule, walk.outcomes[number].load)
        history.append(walk.outcomes[number].exposure(one.key, day))
