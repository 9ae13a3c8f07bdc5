"""A routine in an address comes back as it was; anything else in that place is refused in words."""

import base64
import re
import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hamcore.interchange.routine_file import MAX_BYTES
from hamcore.model.routine import Routine
from hamcore.transfer import routine_link
from hamcore.transfer.routine_link import MAX_LINK, link_text, read_link
from tests.unit.any_routine import ANY_ROUTINE
from tests.unit.shipped import shipped

CATALOG = shipped()
SPLIT = CATALOG.routines["article_split"]
LINK_OF_VERSION_1 = (
    "1.ePleZUur1VZLCsIwEL3KHKBIW3DlSvAGupcikQSKERPoQnp3J2k-bTrWRtxId-mkk768zzxJLadEcQQ4q3srdLzo_bAMrrwA3U"
    "mwDPF0OnEGCouhqsGcFOQtFBWgJGjeaGDNhQNHRjO4SHQRuIqH0qZW4Bas3WEd89I272Xbys4uGoCNFlDZuA010-CyQMfAbZsv2B"
    "zY6P7x4C7RNnCYR6L-3a3PKZx4i-0d9Ueb-aIo7RdG9uCFHiCd-aDF1nsdCe7cTtehW08xMOiWKbozCybgxYvZLsFbFvZJwSOSLQ"
    "e64JoBuqOXwBu7TDMvdqumXjk9KBWry8ZLNx3FJNm3HlxnNCysS9NfpeTaVP6cpjkTQ9YgkjPh5ExOeVNZ378AF3IVWw"
)
"""A link that is out there; it must open for ever."""


@given(ANY_ROUTINE)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_link_opens_as_the_same_routine(routine: Routine) -> None:
    text = link_text(routine, CATALOG)
    if len(text) <= MAX_LINK:
        assert read_link(text, CATALOG) == read_link(text, CATALOG)
        assert read_link(text, CATALOG).routine == routine
    assert re.fullmatch(r"[A-Za-z0-9_.-]+", text)


@pytest.mark.parametrize("routine_id", sorted(CATALOG.routines))
def test_the_link_of_a_shipped_routine_is_short_enough_to_send(routine_id: str) -> None:
    text = link_text(CATALOG.routines[routine_id], CATALOG)
    assert len(text) < 700
    assert read_link(text, CATALOG).routine == CATALOG.routines[routine_id]


def test_a_link_made_earlier_still_opens() -> None:
    routine = read_link(LINK_OF_VERSION_1, CATALOG).routine
    assert routine is not None
    assert [slot.exercise_id for _, slot in routine.slots()] == [
        "barbell_deadlift",
        "seated_leg_curl",
        "romanian_deadlift",
        "kettlebell_swing",
    ]


@given(st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_spoiled_link_is_refused(data: st.DataObject) -> None:
    text = link_text(SPLIT, CATALOG)
    at = data.draw(st.integers(2, len(text) - 1))
    spoiled = data.draw(st.sampled_from([text[:at], text[:at] + "A" + text[at + 1 :], text[:at] + "é" + text[at:]]))
    shared = read_link(spoiled, CATALOG)
    # The last character of a text in base 64 may hold bits that say nothing.
    assert shared.routine in (None, SPLIT)
    assert shared.routine == SPLIT or len(shared.problems) == 1


@given(st.text() | st.text().map(lambda text: "1." + text))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_refused_in_words(text: str) -> None:
    shared = read_link(text, CATALOG)
    assert shared.routine is None
    assert shared.problems[0].message


def packed(plain: bytes) -> str:
    packer = zlib.compressobj(9, zdict=routine_link._WORDS)
    return "1." + base64.urlsafe_b64encode(packer.compress(plain) + packer.flush()).decode().rstrip("=")


def test_a_link_that_unpacks_to_more_than_a_file_may_hold_is_not_unpacked() -> None:
    fits = b'{"hamcore_routine":9' + b" " * (MAX_BYTES - 21) + b"}"
    assert len(fits) == MAX_BYTES
    assert "newer HamCore" in read_link(packed(fits), CATALOG).problems[0].message
    assert "is damaged" in read_link(packed(fits + b" "), CATALOG).problems[0].message
    bomb = packed(b" " * 10_000_000)
    assert len(bomb) < MAX_LINK
    assert "is damaged" in read_link(bomb, CATALOG).problems[0].message


def test_a_link_is_refused_by_its_length_before_it_is_read() -> None:
    assert "longer than 16,000 characters" in read_link("1." + "A" * MAX_LINK, CATALOG).problems[0].message


@pytest.mark.parametrize("plain", [b"[1,2]", b"[" * 50_000, b"\xff", b'{"hamcore_routine":1}', b"{"])
def test_what_is_no_routine_is_refused(plain: bytes) -> None:
    assert read_link(packed(plain), CATALOG).routine is None
