"""The Lifts screen: what it says of the demo log, and what it says when there is too little to say."""

import csv
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from io import StringIO

import pytest

from hamcore.athlete import AthleteState
from hamcore.charts.plot import View
from hamcore.model.log import LoggedSet, SetType, Workout
from hamcore.rules.trend import TrendState
from hamcore.screens.lift_choice import PAIR, Choice, Span, lifts_named, offers, period
from hamcore.screens.lifts import build, rows, rows_csv
from hamcore.units import Load, LoadUnit
from tests.unit.demo_state import TODAY, demo_state, state_of
from tests.unit.memory_store import WholeStore
from tests.unit.rules.sets import a_set


@pytest.fixture(scope="module")
def demo() -> AthleteState:
    return demo_state()


def logged(sets: Iterator[LoggedSet] | list[LoggedSet]) -> AthleteState:
    """A state with one workout per day of the sets."""
    store = WholeStore()
    by_day: dict[date, list[LoggedSet]] = {}
    for one in sets:
        by_day.setdefault(one.day, []).append(one)
    for day, own in by_day.items():
        store.write(Workout(day.isoformat(), day, "", "", "", None, "manual"), own)
    return state_of(store)


def test_deadlift_and_rdl_come_first_with_their_number_state_reason_and_chart(demo: AthleteState) -> None:
    screen = build(demo, Choice(), TODAY)
    assert [card.key for card in screen.cards] == list(PAIR)
    for card in screen.cards:
        assert card.plot
        assert card.plot.view is View.E1RM
        assert card.value.isdigit()
        assert "seven formulas" in card.value_words
        assert card.state is not None
        assert "a week" in card.reason


def test_the_deadlift_is_an_e1rm_that_reads_low_and_the_rdl_a_strength_index(demo: AthleteState) -> None:
    deadlift, romanian = build(demo, Choice(), TODAY).cards
    assert "e1RM" in deadlift.value_words
    assert deadlift.notes[0] == "The current e1RM is the best of 28 days."
    assert "tended to read low" in deadlift.notes[2]
    assert "LeSuer" in deadlift.notes[2]
    assert "strength index" in romanian.value_words
    assert "only with itself" in romanian.notes[2]


def test_a_swing_has_no_e1rm_and_shows_load_and_repetitions(demo: AthleteState) -> None:
    (card,) = build(demo, Choice(("kettlebell_swing",)), TODAY).cards
    assert card.plot
    assert card.plot.view is View.LOAD
    assert card.state is None
    assert "e1RM" not in card.value_words
    assert card.notes[0].startswith("No e1RM for swings")
    assert all(row.e1rm_kg is None for row in rows(build(demo, Choice(("kettlebell_swing",)), TODAY)))


def test_the_demo_shows_its_layoff_and_its_pound_spell(demo: AthleteState) -> None:
    plot = build(demo, Choice(span=Span.ALL), TODAY).cards[0].plot
    assert plot
    words = [span.words for span in plot.spans]
    assert [word for word in words if "weeks off" in word]
    assert "logged in lb" in words


def test_in_pounds_the_spells_in_kilograms_are_the_others(demo: AthleteState) -> None:
    plot = build(demo, Choice(span=Span.ALL, unit=LoadUnit.LB), TODAY).cards[0].plot
    assert plot
    assert [span.words for span in plot.spans].count("logged in kg") == 2


def test_a_log_in_one_unit_has_no_unit_annotation() -> None:
    sets = [a_set("135", 5, day=TODAY - timedelta(days=7 * n), unit=LoadUnit.LB) for n in range(4, 0, -1)]
    plot = build(logged(sets), Choice(), TODAY).cards[0].plot
    assert plot
    assert plot.spans == ()


def test_a_pause_that_still_goes_on_is_shown() -> None:
    sets = [a_set("100", 5, day=TODAY - timedelta(days=days)) for days in (50, 43, 36)]
    plot = build(logged(sets), Choice(), TODAY).cards[0].plot
    assert plot
    assert plot.spans[0].end == TODAY
    assert plot.spans[0].words == "5 weeks off"


def test_the_four_facts_carry_their_reason_and_the_ratio_no_verdict(demo: AthleteState) -> None:
    ratio, effort, change, sessions = build(demo, Choice(), TODAY).facts
    assert 0.5 < float(ratio.value) < 1
    assert "no target" in ratio.reason
    assert effort.value.endswith("%")
    assert change.value.startswith("+")
    assert "trend line since " in change.reason
    assert int(sessions.value) > 40
    assert "of 27 weeks" in sessions.reason


def test_records_are_the_newest_of_the_chosen_days_with_their_doubt(demo: AthleteState) -> None:
    screen = build(demo, Choice(span=Span.ALL), TODAY)
    assert all(1 <= len(card.records) <= 3 for card in screen.cards)
    assert any(
        "within normal session-to-session variation" in record.detail
        for card in screen.cards
        for record in card.records
    )


def test_the_rows_are_the_sets_that_are_drawn_newest_first(demo: AthleteState) -> None:
    screen = build(demo, Choice(), TODAY)
    found = rows(screen)
    drawn = sum(len(exposure.sets) for card in screen.cards if card.plot for exposure in card.plot.shown.exposures)
    assert len(found) == drawn
    assert [row.day for row in found] == sorted((row.day for row in found), reverse=True)
    assert all((row.e1rm_kg is None) == (row.confidence == "") for row in found)


def test_a_name_that_a_spreadsheet_would_run_is_guarded_in_the_file() -> None:
    name = "=cmd|'/c calc'!A1"
    day = TODAY - timedelta(days=3)
    screen = build(logged([a_set("20", 8, day=day, exercise=f"name:{name}")]), Choice((f"name:{name}",)), TODAY)
    table = list(csv.reader(StringIO(rows_csv(rows(screen), LoadUnit.KG).decode())))
    assert table[0][5] == "Load (kg)"
    assert table[1][1] == "'" + name


def test_an_empty_log_has_no_cards() -> None:
    screen = build(logged([]), Choice(), TODAY)
    assert (screen.cards, screen.facts) == ((), ())


def test_a_lift_that_was_never_logged_says_so_beside_the_one_that_was() -> None:
    screen = build(logged([a_set("100", 5, day=TODAY - timedelta(days=1))]), Choice(), TODAY)
    deadlift, romanian = screen.cards
    assert deadlift.plot
    assert romanian.plot is None
    assert romanian.missing == "Romanian deadlift has no set done in repetitions yet."
    assert screen.facts[0].value == "–"


@pytest.mark.parametrize("sessions", [1, 7])
def test_too_few_sessions_are_no_verdict_but_a_number_that_is_missing(sessions: int) -> None:
    sets = [a_set("100", 5, day=TODAY - timedelta(days=7 * n)) for n in range(sessions, 0, -1)]
    card = build(logged(sets), Choice(), TODAY).cards[0]
    assert card.state is TrendState.NOT_ENOUGH_SESSIONS
    assert "8" in card.reason


def test_days_without_a_session_name_the_last_one() -> None:
    screen = build(logged([a_set("100", 5, day=TODAY - timedelta(days=300))]), Choice(span=Span.QUARTER), TODAY)
    assert screen.cards[0].plot is None
    assert "28 Jan" in screen.cards[0].missing


def test_an_exercise_with_only_timed_sets_is_no_error() -> None:
    hold = a_set(None, None, day=TODAY, exercise="name:Plank", seconds=45.0)
    card = build(logged([hold]), Choice(("name:Plank",)), TODAY).cards[0]
    assert card.plot is None
    assert card.missing.startswith("Plank has no set")


def test_sets_above_the_rep_limit_are_drawn_as_load_and_no_e1rm_is_invented() -> None:
    card = build(logged([a_set("40", 20, day=TODAY - timedelta(days=2))]), Choice(), TODAY).cards[0]
    assert card.plot
    assert card.plot.view is View.LOAD
    assert card.state is None
    assert "at most 12 repetitions" in card.notes[0]


@pytest.mark.parametrize(
    ("span", "days"), [(Span.QUARTER, 91), (Span.HALF, 182), (Span.YEAR, 365)], ids=["3 mo", "6 mo", "1 yr"]
)
def test_a_time_reaches_back_from_today(span: Span, days: int) -> None:
    found = period(Choice(span=span), None, TODAY)
    assert (found.first, found.last) == (TODAY - timedelta(days=days), TODAY)


def test_dates_may_be_given_in_either_order() -> None:
    early, late = date(2026, 1, 1), date(2026, 3, 1)
    found = period(Choice(span=Span.DATES, dates=(late, early)), None, TODAY)
    assert (found.first, found.last) == (early, late)


def test_both_ends_of_the_dates_are_inside() -> None:
    days = [date(2026, 3, day) for day in (1, 8, 15)]
    state = logged([a_set("100", 5, day=day) for day in days])
    plot = build(state, Choice(span=Span.DATES, dates=(days[0], days[1])), TODAY).cards[0].plot
    assert plot
    assert [exposure.day for exposure in plot.shown.exposures] == days[:2]


def test_every_logged_exercise_can_be_chosen_and_unknown_words_mean_the_pair(demo: AthleteState) -> None:
    known = offers(demo)
    assert {key for offer in known[1:] for key in offer.lifts} == set(demo.log.sets)
    assert len({offer.words for offer in known}) == len(known)
    assert lifts_named("Kettlebell swing", known) == ("kettlebell_swing",)
    assert lifts_named("no such lift", known) == PAIR
    assert lifts_named(None, known) == PAIR


def test_an_own_name_like_a_definition_can_be_told_apart() -> None:
    day = TODAY - timedelta(days=1)
    both = logged([a_set(day=day), a_set(day=day, exercise="name:Barbell deadlift")])
    assert {offer.words for offer in offers(both)} >= {"Barbell deadlift", "Barbell deadlift (own name)"}


def test_every_offer_builds_in_every_view(demo: AthleteState) -> None:
    for offer in offers(demo):
        for view in View:
            for unit in LoadUnit:
                for span in (Span.QUARTER, Span.ALL):
                    assert build(demo, Choice(offer.lifts, span, view, unit), TODAY).cards


def test_a_pound_load_keeps_what_was_typed_in_the_records() -> None:
    typed = Load(Decimal(225), LoadUnit.LB)
    sets = [
        a_set(load, 5, day=TODAY - timedelta(days=days), unit=LoadUnit.LB, set_type=SetType.WORKING)
        for load, days in (("220", 14), (str(typed.value), 7))
    ]
    card = build(logged(sets), Choice(), TODAY).cards[0]
    assert "225\u202flb" in card.records[0].what
