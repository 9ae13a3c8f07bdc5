from pathlib import Path

from tests.bench.import_log import import_again
from tests.bench.make_log import SETS_PER_WORKOUT, strong_log

SETS = 5_000


def test_a_generated_log_is_the_same_every_time() -> None:
    log = strong_log(100)
    assert log == strong_log(100)
    assert log.count(b"\n") == 101


def test_importing_again_adds_exactly_what_is_new(tmp_path: Path) -> None:
    again = import_again(strong_log(SETS), tmp_path)
    assert (again.same_new, again.one_more_new) == (0, SETS_PER_WORKOUT)
