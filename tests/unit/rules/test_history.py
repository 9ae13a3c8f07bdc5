"""A history kept up to date by its latest workout equals one made anew."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.model.log import LoggedSet
from hamcore.rules.history import ExerciseHistory, HistoryRules
from tests.unit.rules.sets import FIRST, a_set, weekly

RULES = HistoryRules()


def facts(history: ExerciseHistory) -> object:
    return history.exposures, history.records, history.weekly_sets, history.line(), history.trend(FIRST)


WORKOUTS = st.lists(
    st.lists(st.tuples(st.sampled_from(["80", "100", "120"]), st.integers(0, 14)), max_size=4), max_size=8
)


@given(WORKOUTS)
def test_adding_sets_one_at_a_time_equals_reading_all_of_them(workouts: list[list[tuple[str, int]]]) -> None:
    grown = ExerciseHistory([], RULES)
    everything: list[LoggedSet] = []
    for number, rows in enumerate(workouts):
        day = FIRST + timedelta(days=4 * number)
        sets = [a_set(load, reps, day=day, set_no=i) for i, (load, reps) in enumerate(rows)]
        for count in range(len(sets) + 1):
            grown.replace_last(day.isoformat(), sets[:count])
            assert facts(grown) == facts(ExerciseHistory(everything + sets[:count], RULES))
        everything += sets


@given(WORKOUTS)
def test_taking_the_last_workout_away_equals_never_having_had_it(workouts: list[list[tuple[str, int]]]) -> None:
    sets = [
        a_set(load, reps, day=FIRST + timedelta(days=4 * number), set_no=i)
        for number, rows in enumerate(workouts)
        for i, (load, reps) in enumerate(rows)
    ]
    history = ExerciseHistory(sets, RULES)
    last = history.exposures[-1].workout_id if history.exposures else "none"
    history.replace_last(last, [])
    assert facts(history) == facts(ExerciseHistory([entry for entry in sets if entry.workout_id != last], RULES))


def test_the_version_grows_with_every_change() -> None:
    history = ExerciseHistory(weekly(["100"]), RULES)
    history.replace_last("new", [a_set("110", 5, workout="new", day=FIRST + timedelta(days=7))])
    assert history.version == 1


def test_sets_of_another_workout_are_refused() -> None:
    history = ExerciseHistory(weekly(["100"]), RULES)
    with pytest.raises(ValueError, match="only sets of the workout new"):
        history.replace_last("new", [a_set("110", 5, workout="other")])
    assert facts(history) == facts(ExerciseHistory(weekly(["100"]), RULES))


def test_the_trend_is_computed_again_for_another_day() -> None:
    history = ExerciseHistory(weekly(["100"] * 14), RULES)
    first, later = FIRST + timedelta(weeks=13), FIRST + timedelta(weeks=30)
    assert history.trend(first).state is not history.trend(later).state
