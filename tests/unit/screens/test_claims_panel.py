from dataclasses import replace

import pytest

from hamcore.model.claim import Topic
from hamcore.model.source import Strength
from hamcore.screens.claim_rows import claim_rows, figures, source_link
from hamcore.screens.claims_panel import ClaimFilter, TopicGroup, claims_panel, is_fair, shown_ids
from tests.unit.demo_state import shipped

DISPUTE = ["nordic_halves_strains", "nordic_effect_unclear"]


def ids(asked: ClaimFilter) -> list[str]:
    return shown_ids(claims_panel(shipped(), asked))


def test_a_contested_claim_is_followed_at_once_by_the_other_side() -> None:
    rows = claim_rows(shipped(), [DISPUTE[0], "biceps_strained_most"])

    assert [row.claim_id for row in rows] == [*DISPUTE, "biceps_strained_most"]
    assert [row.is_answer for row in rows] == [False, True, False]


def test_the_other_side_comes_along_whichever_side_is_asked_for() -> None:
    assert [row.claim_id for row in claim_rows(shipped(), [DISPUTE[1]])] == DISPUTE[::-1]


def test_no_claim_is_shown_twice() -> None:
    assert [row.claim_id for row in claim_rows(shipped(), [*DISPUTE, *DISPUTE])] == DISPUTE


def test_what_is_not_verified_is_hidden_until_it_is_asked_for() -> None:
    asked = ["nordic_halves_strains_earlier", "biceps_strained_most"]

    assert [row.claim_id for row in claim_rows(shipped(), asked)] == asked[1:]
    shown = claim_rows(shipped(), asked, unverified=True)
    assert [(row.claim_id, row.verified) for row in shown] == [(asked[0], False), (asked[1], True)]


def test_an_unknown_claim_is_left_out() -> None:
    assert claim_rows(shipped(), ["nothing"]) == ()


def test_with_nothing_asked_every_reason_stands_with_its_answer() -> None:
    panel = claims_panel(shipped(), ClaimFilter())

    assert len(panel.reasons) == 8
    assert all(card.said and card.words and card.rows for card in panel.reasons)
    assert len(panel.everyday) == 5
    assert len(panel.unknown) >= 6
    assert panel.found == ()
    known = [one for one in shipped().claims.values() if one.verified]
    cited = {key for one in known for key in one.sources}
    assert panel.summary == f"{len(known)} claims from {len(cited)} sources."


def test_a_card_is_never_cut_between_the_two_sides() -> None:
    for card in claims_panel(shipped(), ClaimFilter()).reasons:
        assert not (card.more and card.more[0].is_answer)
        assert len(card.rows) >= min(3, len(card.rows) + len(card.more))


@pytest.mark.parametrize("topic", Topic)
def test_a_topic_shows_its_claims_and_their_opposites(topic: Topic) -> None:
    found = [shipped().claims[key] for key in ids(ClaimFilter(topics=frozenset([topic])))]

    assert found
    assert all(one.topic is topic or one.contested_with for one in found)


@pytest.mark.parametrize("strength", Strength)
def test_a_strength_shows_only_claims_of_it(strength: Strength) -> None:
    found = [shipped().claims[key] for key in ids(ClaimFilter(strengths=frozenset([strength])))]

    assert found
    assert {one.strength for one in found} == {strength}


@pytest.mark.parametrize(
    "asked",
    [
        ClaimFilter(),
        ClaimFilter(search="inconclusive settled"),
        ClaimFilter(search="Impellizzeri"),
        ClaimFilter(search="0.49"),
        ClaimFilter(topics=frozenset([Topic.BACK])),
        ClaimFilter(strengths=frozenset([Strength.CONTESTED])),
        ClaimFilter(search="van dyk", strengths=frozenset([Strength.CONTESTED])),
    ],
    ids=str,
)
def test_no_dispute_is_shown_from_one_side_whatever_is_asked(asked: ClaimFilter) -> None:
    assert is_fair(shipped(), claims_panel(shipped(), asked))


def test_one_side_alone_would_be_seen_as_unfair() -> None:
    panel = claims_panel(shipped(), ClaimFilter(search="van dyk"))
    rows = claim_rows(shipped(), DISPUTE[:1])[:1]
    one_sided = replace(panel, found=(TopicGroup("One side", rows),))

    assert not is_fair(shipped(), one_sided)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("maeo", "seated_curl_grew_more"),
        ("10.1136/bjsports-2018-100045", "nordic_halves_strains"),
        ("SQUATS half", "squats_leave_hamstrings"),
        ("Nordic curl", "nordic_trial_ramp"),
        ("trained men", "drop_sets_save_time"),
    ],
)
def test_the_search_looks_at_words_authors_doi_and_exercises(words: str, expected: str) -> None:
    found = ids(ClaimFilter(search=words))

    assert (expected in found) == (words != "trained men")


def test_a_search_without_a_hit_says_so() -> None:
    panel = claims_panel(shipped(), ClaimFilter(search="zebra"))

    assert panel.found == ()
    assert panel.reasons == ()
    assert panel.summary == "0 claims found."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+14 % against +9 %", "+14\u202f% against +9\u202f%"),
        ("26 610 people", "26\u202f610 people"),
        ("rest 60 s", "rest 60\u202fs"),
        ("5 sets", "5 sets"),
        ("3 × 6–8", "3\u00a0×\u00a06–8"),
    ],
)
def test_numbers_hold_together_with_what_belongs_to_them(text: str, expected: str) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("source_id", "words"),
    [
        ("maeo_2021", "Maeo 2021"),
        ("van_dyk_2019", "van Dyk 2019"),
        ("martin_fuentes_2020", "Martin-Fuentes 2020"),
        ("source_article", "Hamstring workout for men"),
    ],
)
def test_a_source_is_named_by_its_first_author_and_year(source_id: str, words: str) -> None:
    assert source_link(shipped().sources[source_id]).words == words


def test_a_source_with_a_doi_has_its_address_and_one_without_has_none() -> None:
    assert source_link(shipped().sources["maeo_2021"]).address == "https://doi.org/10.1249/MSS.0000000000002523"
    assert source_link(shipped().sources["source_article"]).address == ""
