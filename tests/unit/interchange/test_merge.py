import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.interchange.merge import Entry, Outcome, Session, merge_day
from hamcore.model.log import SetType

DEADLIFT = Entry("barbell_deadlift", 100.0, 5, None, None, SetType.WORKING)
START = "2026-11-24T18:30:00"


def session(*entries: Entry, source: str = "strong", started_at: str = START) -> Session:
    return Session(source, started_at, entries)


def only(incoming: Session, *stored: Session) -> Outcome:
    (outcome,) = merge_day([incoming], stored)
    return outcome


def test_equal_sets_count_as_often_as_they_were_done() -> None:
    outcome = only(session(*[DEADLIFT] * 5), session(*[DEADLIFT] * 3))
    assert (len(outcome.new), len(outcome.kept), outcome.missing) == (2, 3, 0)


@pytest.mark.parametrize(
    "change",
    [{"exercise": "romanian_deadlift"}, {"load_kg": 101.0}, {"reps": 6}, {"reps": None, "seconds": 30.0}],
    ids=["exercise", "load", "repetitions", "seconds"],
)
def test_sets_that_differ_in_what_was_done_are_different(change: dict[str, object]) -> None:
    outcome = only(session(DEADLIFT._replace(**change)), session(DEADLIFT))  # type: ignore[arg-type]
    assert (outcome.new, outcome.missing, outcome.is_changed) == ((0,), 1, True)


@pytest.mark.parametrize(
    ("here", "there", "is_same"),
    [(61.23, 61.235, True), (61.24, 61.23497, True), (61.22, 61.235, True), (61.25, 61.0, False), (0.5, 0.0, False)],
)
def test_loads_that_apps_round_differently_are_the_same_load(here: float, there: float, is_same: bool) -> None:
    outcome = only(session(DEADLIFT._replace(load_kg=here)), session(DEADLIFT._replace(load_kg=there)))
    assert (not outcome.new) is is_same


@pytest.mark.parametrize(("here", "there"), [(4175.0, 4180.0), (4180.0, 4175.0), (4174.9, 4170.0)])
def test_distances_that_an_app_came_to_round_are_the_same(here: float, there: float) -> None:
    row = Entry("name:rowing", 0.0, None, 900.0, here, SetType.WORKING)
    assert only(session(row), session(row._replace(distance_m=there))).new == ()


def test_another_app_with_the_same_training_adds_nothing() -> None:
    warm_up = DEADLIFT._replace(set_type=SetType.WARM_UP)
    outcome = only(session(DEADLIFT, DEADLIFT, source="hevy"), session(warm_up, DEADLIFT))
    assert outcome == Outcome((), (), None, 0, retyped=False)


def test_a_start_without_seconds_is_the_same_workout() -> None:
    outcome = only(session(DEADLIFT, started_at="2026-11-24T18:30:00"), session(started_at="2026-11-24T18:30:42"))
    assert outcome.partner == 0


def test_a_workout_is_first_compared_with_its_own_stored_version() -> None:
    stored = (session(DEADLIFT, source="hevy"), session(DEADLIFT, DEADLIFT._replace(reps=3)))
    outcome = only(session(DEADLIFT, DEADLIFT._replace(reps=4)), *stored)
    assert (outcome.partner, outcome.kept, outcome.new, outcome.missing) == (1, (0,), (1,), 1)


def test_what_another_app_recorded_is_not_added_to_a_workout_that_grew() -> None:
    extra = DEADLIFT._replace(reps=10)
    outcome = only(session(DEADLIFT, extra, extra), session(DEADLIFT), session(extra, source="manual"))
    assert (outcome.kept, outcome.new, outcome.is_changed) == ((0,), (2,), False)


def test_one_stored_set_answers_for_one_workout_only() -> None:
    morning = session(DEADLIFT, started_at="2026-11-24T07:00:00")
    evening = session(DEADLIFT, started_at="2026-11-24T19:00:00")
    outcomes = merge_day([morning, evening], [session(DEADLIFT, source="manual", started_at="")])
    assert [outcome.new for outcome in outcomes] == [(), (0,)]


def test_a_warm_up_that_the_app_came_to_mark_is_a_change_and_not_a_new_set() -> None:
    outcome = only(session(DEADLIFT._replace(set_type=SetType.WARM_UP)), session(DEADLIFT))
    assert (outcome.new, outcome.missing, outcome.is_changed) == ((), 0, True)


entries = st.builds(
    Entry,
    st.sampled_from(["a", "b"]),
    st.sampled_from([0.0, 20.0, 20.01, 60.0]),
    st.sampled_from([None, 5, 8]),
    st.sampled_from([None, 30.0]),
    st.none(),
    st.sampled_from([SetType.WORKING, SetType.WARM_UP]),
)
days = st.lists(
    st.builds(
        Session, st.sampled_from(["strong", "hevy"]), st.sampled_from(["", START]), st.lists(entries, max_size=5)
    ),
    max_size=3,
)


@given(days)
def test_a_day_compared_with_itself_has_nothing_new(day: list[Session]) -> None:
    outcomes = merge_day(day, day)
    assert all(not outcome.new and not outcome.is_changed for outcome in outcomes)


@given(days, days)
def test_every_set_of_the_file_is_new_or_kept_or_elsewhere(incoming: list[Session], stored: list[Session]) -> None:
    total = sum(len(one.entries) for one in stored)
    used = 0
    for one, outcome in zip(incoming, merge_day(incoming, stored), strict=True):
        assert not set(outcome.new) & set(outcome.kept)
        elsewhere = len(one.entries) - len(outcome.new) - len(outcome.kept)
        assert elsewhere >= 0
        used += len(outcome.kept) + elsewhere
    assert used <= total
