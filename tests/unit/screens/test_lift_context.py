"""The deadlift among people who entered a meet: off until asked for, a band and its limits, and no word that judges."""

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from hamcore.athlete import AthleteState
from hamcore.model.log import Workout
from hamcore.model.settings import Settings, Sex
from hamcore.rules.standards import Basis
from hamcore.screens import lift_context as screen
from hamcore.screens.lift_context import ContextCard, ContextState, chosen, context_card, withdrawn
from hamcore.units import Load, LoadUnit
from tests.unit.demo_state import TODAY, state_of
from tests.unit.memory_store import WholeStore
from tests.unit.rules.sets import a_set

FORBIDDEN = re.compile(
    r"\b(elite|novice|beginner|intermediate|advanced|level|rank|grade|weak\w*|strong\w*|good|bad|poor|better than|"
    r"average|excellent|untrained|standard|normal|should|target|ahead|behind|fail\w*)\b",
    re.IGNORECASE,
)


def kg(value: str) -> Load:
    return Load(Decimal(value), LoadUnit.KG)


def state_with(settings: Settings, single: str | None = "180", *, days_ago: int = 3) -> AthleteState:
    """A state with one deadlift single, whose estimate is its load."""
    store = WholeStore()
    if single:
        day = TODAY - timedelta(days=days_ago)
        store.write(Workout("w", day, "", "", "", None, "manual"), [a_set(single, 1, day=day)])
    store.save_settings(**{name: getattr(settings, name) for name in ("sex", "birth_year", "body_weight")})
    return state_of(store)


MAN = Settings(sex=Sex.MALE, body_weight=kg("82"))
WOMAN = Settings(sex=Sex.FEMALE, body_weight=kg("63"))


def card(
    settings: Settings, single: str | None = "180", basis: Basis = Basis.FIRST_MEET, unit: LoadUnit = LoadUnit.KG
) -> ContextCard:
    found = context_card(state_with(settings, single), basis, unit, TODAY)
    assert found
    return found


def text_of(found: ContextCard) -> str:
    scale = f"{found.scale.words} {found.scale.caption}" if found.scale else ""
    return " ".join([found.value, found.value_words, *found.lines, found.points, scale])


@pytest.mark.parametrize(
    "settings",
    [Settings(), Settings(sex=Sex.MALE), Settings(body_weight=kg("82")), Settings(birth_year=1990)],
    ids=["nothing", "no body weight", "no sex", "only a year"],
)
def test_nothing_is_compared_without_sex_and_body_weight(settings: Settings) -> None:
    found = card(settings)
    assert found.state is ContextState.OFF
    assert (found.value, found.scale, found.points) == ("", None, "")


@pytest.mark.parametrize(
    ("born", "state"),
    [
        (TODAY.year - 17, ContextState.TOO_YOUNG),
        (TODAY.year - 18, ContextState.TOO_YOUNG),
        (TODAY.year - 19, ContextState.SHOWN),
    ],
)
def test_whoever_may_be_under_eighteen_is_not_compared(born: int, state: ContextState) -> None:
    found = card(replace(MAN, birth_year=born))
    assert found.state is state
    assert bool(found.scale) is (state is ContextState.SHOWN)


def test_under_eighteen_is_said_before_anything_is_asked() -> None:
    assert card(Settings(birth_year=TODAY.year - 15)).state is ContextState.TOO_YOUNG


def test_without_a_deadlift_of_the_last_four_weeks_there_is_nothing_to_place() -> None:
    assert card(MAN, None).state is ContextState.NO_ESTIMATE
    old = context_card(state_with(MAN, days_ago=28), Basis.FIRST_MEET, LoadUnit.KG, TODAY)
    assert old
    assert old.state is ContextState.NO_ESTIMATE


def test_the_band_is_named_with_the_group_its_size_and_what_it_does_not_hold() -> None:
    found = card(MAN)
    assert (found.value, found.value_words) == ("5th–25th", "percentile of this group")
    assert found.lines[0] == (
        "At a body weight of 82\u202fkg, about 180\u202fkg falls between the 5th and the 25th percentile of deadlifts "
        "of a first meet by raw lifters, aged 20–39 (OpenPowerlifting, 2015 to August 2024, 16\u202f911 men within "
        "2.5\u202fkg)."
    )
    assert "most people who lift never enter a meet" in found.lines[1]
    assert "±5\u202f%" in found.lines[2]


@pytest.mark.parametrize(
    ("settings", "single", "basis", "value"),
    [
        (MAN, "160", Basis.FIRST_MEET, "Below the range"),
        (MAN, "165", Basis.FIRST_MEET, "Below the 10th"),
        (MAN, "160", Basis.BEST, "Below the range"),
        (MAN, "220", Basis.BEST, "25th–75th"),
        (MAN, "330", Basis.BEST, "Above the 99th"),
        (WOMAN, "100", Basis.FIRST_MEET, "5th–25th"),
    ],
)
def test_the_value_is_a_band_of_columns_and_never_a_number_under_the_fifth(
    settings: Settings, single: str, basis: Basis, value: str
) -> None:
    found = card(settings, single, basis)
    assert found.value == value
    assert not re.search(r"\b[0-4](st|nd|rd|th)\b|\d\.\d+(st|nd|rd|th)|p[0-4]\b", text_of(found))


def test_below_the_range_says_that_this_is_usual_and_names_no_percentile() -> None:
    found = card(MAN, "100")
    assert found.lines[1].startswith("Below the range of this group. That is usual")
    assert "percentile" not in " ".join([found.value, *found.lines])


def test_age_moves_the_place_and_says_that_it_is_no_forecast() -> None:
    young, older = card(MAN, "190"), card(replace(MAN, birth_year=TODAY.year - 52), "190")
    assert older.value != young.value
    assert "217\u202fkg adjusted for age" in older.lines[0]
    assert any("no forecast" in line for line in older.lines)
    assert not any("age by" in line for line in young.lines)


def test_a_body_weight_beyond_the_table_is_said() -> None:
    assert any(
        "ends at a body weight of 150\u202fkg" in line for line in card(replace(MAN, body_weight=kg("170"))).lines
    )
    assert not any("ends at" in line for line in card(MAN).lines)


def test_points_come_second_with_their_doubt_for_women() -> None:
    assert card(MAN, "200").points.startswith("DOTS of the deadlift alone: 136.")
    assert "15\u202f%" in card(WOMAN).points
    assert "15\u202f%" not in card(MAN).points


def test_pounds_are_pounds_everywhere_on_the_card() -> None:
    found = card(MAN, unit=LoadUnit.LB)
    assert "397\u202flb" in found.lines[0]
    assert found.scale
    assert found.scale.words.startswith("Percentiles in lb: 5th 35")
    assert "kg" not in found.scale.caption


@pytest.mark.parametrize("single", ["40", "180", "400"])
def test_the_scale_holds_the_range_of_the_estimate_and_rises(single: str) -> None:
    scale = card(MAN, single).scale
    assert scale
    places = [tick.at for tick in scale.ticks]
    assert places == sorted(places)
    assert 0 < scale.start < scale.end < 100
    assert 0 < places[0] < places[-1] < 100


def test_no_sentence_of_the_card_names_a_level_or_judges() -> None:
    texts = [screen.HEADING, screen.OFFER, screen.ABOUT, screen.CREDIT, screen.KEPT, *screen.BASIS_WORDS.values()]
    for settings in (MAN, WOMAN, replace(MAN, birth_year=1970), replace(MAN, birth_year=TODAY.year - 10), Settings()):
        texts += [
            text_of(card(settings, single, basis))
            for single in ("40", "120", "180", "240", "400", None)
            for basis in Basis
        ]
    assert [found[0] for text in texts for found in FORBIDDEN.finditer(text)] == []
    assert "entered a powerlifting meet" in screen.HEADING


def test_the_check_of_words_would_find_one() -> None:
    assert FORBIDDEN.search("You are an intermediate lifter")


TYPED_PROBLEMS = [
    (None, 1990, "82", ["sex"]),
    (Sex.MALE, 1899, "82", ["birth_year"]),
    (Sex.MALE, TODAY.year + 1, "82", ["birth_year"]),
    (Sex.MALE, None, "heavy", ["body_weight"]),
    (Sex.MALE, None, " ", ["body_weight"]),
    (None, 1800, "", ["sex", "birth_year", "body_weight"]),
]


@pytest.mark.parametrize(("sex", "year", "weight", "columns"), TYPED_PROBLEMS)
def test_answers_that_cannot_be_used_say_which(
    sex: Sex | None, year: int | None, weight: str, columns: list[str]
) -> None:
    values, problems = chosen(state_with(Settings()), sex, year, weight, TODAY)
    assert values is None
    assert [problem.column for problem in problems] == columns


def test_answers_become_settings_and_are_deleted_again() -> None:
    values, problems = chosen(state_with(Settings()), Sex.FEMALE, 1900, "140 lb", TODAY)
    assert problems == []
    assert values == replace(Settings(), sex=Sex.FEMALE, birth_year=1900, body_weight=Load(Decimal(140), LoadUnit.LB))
    assert withdrawn(values) == replace(values, sex=None, birth_year=None)


def test_a_body_weight_that_is_known_is_not_asked_again() -> None:
    values, problems = chosen(state_with(Settings(body_weight=kg("82"))), Sex.MALE, None, "", TODAY)
    assert problems == []
    assert values
    assert values.body_weight == kg("82")


def test_without_the_table_there_is_no_card() -> None:
    state = state_with(MAN)
    state.catalog = replace(state.catalog, standards=None)
    assert context_card(state, Basis.FIRST_MEET, LoadUnit.KG, date(2026, 11, 24)) is None
