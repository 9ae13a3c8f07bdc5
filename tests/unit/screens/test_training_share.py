from datetime import date, timedelta
from decimal import Decimal

import pytest

from hamcore.model.log import LoggedSet, SetType, Workout
from hamcore.model.muscle import Belly
from hamcore.screens.training_share import WEEKS, TrainingShare, training_share
from hamcore.units import Load, LoadUnit
from tests.unit.demo_state import TODAY, demo_state, shipped, state_of
from tests.unit.memory_store import WholeStore

SHORT, LONG = Belly.BICEPS_FEMORIS_SHORT_HEAD, Belly.BICEPS_FEMORIS_LONG_HEAD


def logged(*sessions: tuple[date, str, int]) -> TrainingShare:
    """The panel after sessions of so many working sets of an exercise."""
    store = WholeStore()
    load = Load(Decimal(60), LoadUnit.KG)
    for number, (day, exercise, sets) in enumerate(sessions):
        one = LoggedSet("", 0, 0, day, exercise, SetType.WORKING, load, load.kg, 8, None, None, None, "")
        store.write(Workout(f"w{number}", day, "", "", "", None, "manual"), [one] * sets)
    return training_share(state_of(store), TODAY)


def sets_of(panel: TrainingShare) -> dict[Belly, float]:
    return {one.belly: one.sets for one in panel.bellies}


def test_a_curl_counts_for_all_four_and_a_hinge_for_three() -> None:
    panel = logged((TODAY, "seated_leg_curl", 3), (TODAY, "romanian_deadlift", 4))

    assert sets_of(panel) == {LONG: 7, SHORT: 3, Belly.SEMITENDINOSUS: 7, Belly.SEMIMEMBRANOSUS: 7}
    assert panel.is_logged
    assert "The short head got 3 sets" in panel.words


def test_a_helper_counts_half() -> None:
    assert sets_of(logged((TODAY, "barbell_deadlift", 3)))[LONG] == 1.5


def test_hinges_alone_leave_the_short_head_without_a_set() -> None:
    assert "The short head got none" in logged((TODAY, "romanian_deadlift", 3)).words


def test_four_weeks_are_counted_this_one_included() -> None:
    monday = TODAY - timedelta(days=TODAY.weekday())
    first = monday - timedelta(weeks=WEEKS - 1)

    assert sets_of(logged((first, "seated_leg_curl", 3), (TODAY, "seated_leg_curl", 1)))[LONG] == 4
    assert sets_of(logged((first - timedelta(days=1), "seated_leg_curl", 3), (TODAY, "seated_leg_curl", 1)))[LONG] == 1


def test_numbers_are_said_in_words_with_the_weekly_average() -> None:
    panel = logged((TODAY, "seated_leg_curl", 10))

    assert panel.bellies[0].words == "10 sets, 2.5 a week"
    assert panel.bellies[0].short_words == "2.5 a week"


@pytest.mark.parametrize(("sets", "share"), [(20, 0.5), (40, 1.0), (120, 1.0)])
def test_the_deepest_tint_is_where_the_band_begins(sets: int, share: float) -> None:
    assert logged((TODAY, "seated_leg_curl", sets)).bellies[0].share == share


def test_the_counting_rule_is_named_and_carried_by_a_claim() -> None:
    panel = logged((TODAY, "seated_leg_curl", 1))

    assert panel.counting.startswith("Weighted sets: 1 where")
    assert [row.claim_id for row in panel.rows] == ["half_sets_fit_best"]


def test_without_a_log_the_routine_shows_what_it_would_give() -> None:
    panel = training_share(state_of(WholeStore()), TODAY)

    assert not panel.is_logged
    assert sets_of(panel) == {LONG: 36, SHORT: 12, Belly.SEMITENDINOSUS: 36, Belly.SEMIMEMBRANOSUS: 36}
    assert "Article routine" in panel.words


def test_without_a_log_and_without_a_routine_the_page_says_what_to_do() -> None:
    store = WholeStore()
    store.save_settings(routine_id="")
    panel = training_share(state_of(store), TODAY)

    assert panel.title == "Nothing to count yet"
    assert set(sets_of(panel).values()) == {0}
    assert all(one.words == "0 sets, 0 a week" for one in panel.bellies)


def test_the_demo_log_tints_every_belly() -> None:
    panel = training_share(demo_state(), TODAY)

    assert panel.is_logged
    assert all(0 < one.share <= 1 for one in panel.bellies)
    assert [one.name for one in panel.bellies] == [shipped().muscles[belly].name for belly in Belly]
