"""Importing 100,000 sets against the standard-library floor, and importing again against the first time.

``python -m tests.bench.import_log [SETS] [PAIRS]`` from the root of the checkout.
"""

import gc
import secrets
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from hamcore.catalog import Catalog, load_catalog
from hamcore.places import data_dir
from hamcore.storage import LOCAL_ATHLETE, Store, new_id, open_store
from hamcore.transfer import ImportAnswers, preview_import, write_import
from hamcore.units import LoadUnit
from tests.bench import Cost, cpu_s, process_cost, spread
from tests.bench.make_log import one_workout, strong_log

_NEXT_START = datetime(2036, 1, 5, 18, 0)
_FLOOR = str(Path(__file__).with_name("floor.py"))


class Again(NamedTuple):
    """What importing again costs, as a share of the first import's processor time; and what it added."""

    same_share: float
    one_more_share: float
    same_new: int
    one_more_new: int


def first_import(log: Path, folder: Path, name: str) -> tuple[Cost, Cost]:
    """The whole process of the floor and of ours, each into a database of its own."""
    bytecode = folder / "bytecode"
    floor = process_cost([_FLOOR, str(log), str(folder / f"{name}-floor.db")], {}, bytecode)
    ours = process_cost(
        ["-m", "hamcore.command", "import", str(log), "--unit", "kg"],
        {"HAMCORE_HOME": str(folder / f"{name}-home"), "HAMCORE_DATABASE_URL": ""},
        bytecode,
    )
    return floor, ours


def import_again(data: bytes, folder: Path) -> Again:
    """Import a file, then the same file, then the file with one more workout, all in this process."""
    store = open_store(f"sqlite:///{folder / 'again.db'}", backup_dir=folder / "backups", clock=datetime.now)
    catalog, _ = load_catalog(data_dir())
    added: list[int] = []

    def bring_in(content: bytes) -> None:
        added.append(_bring_in(content, store, catalog))

    try:
        shares = []
        for content in (data, data, data + one_workout(_NEXT_START)):
            gc.collect()
            shares.append(cpu_s(lambda content=content: bring_in(content)))  # type: ignore[misc]
    finally:
        store.close()
    first, same, one_more = shares
    return Again(same / first, one_more / first, added[1], added[2])


def _bring_in(content: bytes, store: Store, catalog: Catalog) -> int:
    preview = preview_import(
        content,
        "strong.csv",
        store=store,
        athlete_id=LOCAL_ATHLETE,
        catalog=catalog,
        answers=ImportAnswers(unit=LoadUnit.KG),
    )
    import_id = new_id(datetime.now(), secrets.token_bytes)
    return write_import(preview, store=store, athlete_id=LOCAL_ATHLETE, import_id=import_id).new


def main(sets: int = 100_000, pairs: int = 5) -> None:
    """Run everything and print the figures."""
    data = strong_log(sets)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        log = folder / "strong.csv"
        log.write_bytes(data)
        first_import(log, folder, "warm-up")
        costs = [first_import(log, folder, str(pair)) for pair in range(pairs)]
        again = []
        for pair in range(pairs):
            (folder / f"again-{pair}").mkdir()
            again.append(import_again(data, folder / f"again-{pair}"))
    floors, ours = zip(*costs, strict=True)
    lines = [
        f"{sets:,} sets, {len(data) / 1e6:.1f} MB, {pairs} pairs; median (smallest to largest)",
        f"floor, cpu s            {spread([cost.cpu_s for cost in floors])}",
        f"first import, cpu s     {spread([cost.cpu_s for cost in ours])}",
        f"ratio                   {spread([mine.cpu_s / floor.cpu_s for floor, mine in costs])}   goal 2.0",
        f"floor, peak MiB         {spread([cost.peak_mib for cost in floors])}",
        f"first import, peak MiB  {spread([cost.peak_mib for cost in ours])}   goal 90",
        f"same file again, share  {spread([one.same_share for one in again])}   goal 0.10",
        f"one more workout, share {spread([one.one_more_share for one in again])}   goal 0.65",
        f"added again             {[(one.same_new, one.one_more_new) for one in again]}",
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
