from pathlib import Path

import pytest

from tests.bench.import_log import import_again
from tests.bench.make_log import SETS_PER_WORKOUT, strong_log

SETS = 20_000
PAIRS = 3


def test_a_generated_log_is_the_same_every_time() -> None:
    log = strong_log(100)
    assert log == strong_log(100)
    assert log.count(b"\n") == 101


@pytest.mark.timeout(120)
def test_importing_again_adds_what_is_new_and_takes_its_share_of_the_time(tmp_path: Path) -> None:
    data = strong_log(SETS)
    again = []
    for pair in range(PAIRS):
        (tmp_path / str(pair)).mkdir()
        again.append(import_again(data, tmp_path / str(pair)))
    assert {(one.same_new, one.one_more_new) for one in again} == {(0, SETS_PER_WORKOUT)}
    assert min(one.same_share for one in again) <= 0.10
    assert min(one.one_more_share for one in again) <= 0.65
