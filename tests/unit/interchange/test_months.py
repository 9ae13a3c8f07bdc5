"""Month names: every one of every language is found, and what two languages disagree on is known."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.interchange.fold import fold
from hamcore.interchange.months import LANGUAGES, languages_of, month_word, months_of

DISAGREED = {"lip", "lis", "srp", "listopad", "listopada"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_of_a_language_is_found(language: str) -> None:
    forms = LANGUAGES[language]
    assert set(forms.values()) == set(range(1, 13))
    for form, month in forms.items():
        assert months_of(form, (language,)) == {month: language}
        assert (form in DISAGREED) == (len(months_of(form)) > 1)
        assert month in months_of(form)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_names_of_a_language_are_folded_and_never_two_months(language: str) -> None:
    forms = LANGUAGES[language]
    assert all(month_word(form) == form for form in forms)


@given(st.sampled_from(sorted(LANGUAGES)), st.data())
def test_case_and_points_do_not_count(language: str, data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(sorted(LANGUAGES[language])))
    assert month_word(form.upper() + ".") == form
    assert month_word(form.title()) == form


def test_all_months_of_a_file_together_tell_its_language() -> None:
    assert languages_of(["lip", "sie"]) == ["Polish"]
    assert languages_of(["lip", "svi"]) == ["Croatian"]
    assert languages_of(["srp", "led"]) == ["Czech"]
    assert "English" in languages_of(["mar", "may", "oct"])
    assert languages_of(["mar", "xyz"]) == []


@given(st.text(max_size=12))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(max_codepoint=0x17F, categories=["Lu", "Ll"]), min_size=1, max_size=12))
def test_folding_does_not_see_accents_and_case(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
    assert fold(text) == fold(fold(text).upper())
