"""What was answered for the comparison is kept with the settings, and nothing that is not possible."""

from dataclasses import replace

import pytest

from hamcore.model.settings import Settings, Sex
from hamcore.screens.settings import entry_of, parse
from hamcore.storage.settings import settings_from, settings_texts
from tests.unit.definitions import CATALOG


@pytest.mark.parametrize("sex", [None, *Sex])
@pytest.mark.parametrize("year", [None, 1900, 1984, 2100])
def test_sex_and_year_of_birth_come_back_as_they_were(sex: Sex | None, year: int | None) -> None:
    settings = replace(Settings(), sex=sex, birth_year=year)
    assert settings_from(settings_texts(settings)) == settings


@pytest.mark.parametrize("texts", [{"sex": "X"}, {"birth_year": "1899"}, {"birth_year": "2101"}, {"birth_year": "old"}])
def test_what_cannot_be_read_is_as_if_it_was_never_answered(texts: dict[str, str]) -> None:
    assert settings_from(texts) == Settings()


def test_settings_of_before_have_neither() -> None:
    assert (settings_from({}).sex, settings_from({}).birth_year) == (None, None)


def test_saving_the_form_of_the_settings_keeps_both() -> None:
    settings = replace(Settings(), sex=Sex.FEMALE, birth_year=1984)
    found, problems = parse(replace(entry_of(settings), bar="15 kg"), CATALOG.routines)
    assert problems == []
    assert found
    assert (found.sex, found.birth_year) == (Sex.FEMALE, 1984)
