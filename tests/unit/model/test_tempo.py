import pytest
from hypothesis import given
from hypothesis import strategies as st

from hamcore.model.exercise import Tempo
from hamcore.model.tempo import tempo_from, tempo_text

parts = st.integers(0, 999)


@given(st.builds(Tempo, parts, parts, parts, parts))
def test_a_tempo_as_text_is_read_as_the_same_tempo(tempo: Tempo) -> None:
    assert tempo_from(tempo_text(tempo)) == tempo


@pytest.mark.parametrize("tempo", [Tempo(-1, 0, 0, 0), Tempo(0, 1000, 0, 0), Tempo(0, 0, 0, -5)])
def test_a_tempo_that_could_not_be_read_is_not_written(tempo: Tempo) -> None:
    with pytest.raises(ValueError, match="not a tempo"):
        tempo_text(tempo)


@pytest.mark.parametrize("text", ["", "3-1-1", "3-1-1-0-0", "3-1-1-", "3-1-1-x", "-3-1-1-0", "3-1-1-0\n", "3-1-1-1000"])
def test_another_text_is_no_tempo(text: str) -> None:
    with pytest.raises(ValueError, match="not a tempo"):
        tempo_from(text)
