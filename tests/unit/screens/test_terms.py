"""Words of training explain themselves where they stand."""

import pytest

from hamcore.screens.terms import TERMS, parts


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Best e1RM so far", ["e1RM"]),
        ("weighted sets, 6 sets as counted one by one", ["weighted sets"]),
        ("e1RM and RIR", ["e1RM", "RIR"]),
        ("RIRs are no word", []),
        ("", []),
    ],
)
def test_every_term_of_a_text_is_found_and_no_word_is_lost(text: str, terms: list[str]) -> None:
    found = list(parts(text))
    assert "".join(part for part, _ in found) == text
    assert [part for part, meaning in found if meaning] == terms
    assert [meaning for _, meaning in found if meaning] == [TERMS[term] for term in terms]
