"""A home folder with a log in it, written the way an import writes it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from hamcore.catalog import load_catalog
from hamcore.interchange.parsed import ParsedFile, ParsedWorkout, RecordClass
from hamcore.places import HOME_VARIABLE, data_dir, database_url
from hamcore.storage import LOCAL_ATHLETE, open_store
from hamcore.transfer import preview_parsed, write_import


def fill(home: Path, workouts: Sequence[ParsedWorkout]) -> None:
    """Put ``workouts`` into the database of the home folder ``home``."""
    count = sum(len(workout.sets) for workout in workouts)
    parsed = ParsedFile("demo", "test", count, {RecordClass.WORKING: count}, workouts, None)
    home.mkdir(parents=True, exist_ok=True)
    store = open_store(
        database_url({HOME_VARIABLE: str(home)}), backup_dir=home / "backups", clock=lambda: datetime.now(UTC)
    )
    catalog, _ = load_catalog(data_dir())
    preview = preview_parsed(parsed, "", store=store, athlete_id=LOCAL_ATHLETE, catalog=catalog)
    write_import(preview, store=store, athlete_id=LOCAL_ATHLETE, import_id="0" * 26)
    store.close()
