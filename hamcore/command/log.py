"""``hamcore import``, ``export``, ``backup`` and ``doctor``: the log without a screen."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from hamcore.command import DONE, FAILED, WRONG_USAGE, counted
from hamcore.model.log import TrainingLog
from hamcore.places import data_dir, database_url, home_dir
from hamcore.storage import LOCAL_ATHLETE, StorageError, Store, kept_backup, open_store
from hamcore.storage.health import Health


def add_arguments(verb: str, parser: argparse.ArgumentParser) -> None:
    """Add the options of one of the four verbs."""
    if verb == "import":
        from hamcore.command import import_log

        import_log.add_arguments(parser)
    elif verb == "export":
        parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="where to write (default: the terminal)")
        parser.add_argument("--replace", action="store_true", help="write over FILE if it is there")
        parser.add_argument("--stretching", action="store_true", help="holds and range tests instead of workouts")
    elif verb == "backup":
        parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="where to (default: the backups folder)")
        parser.add_argument("--replace", action="store_true", help="write over FILE if it is there")


def run(verb: str, args: argparse.Namespace) -> int:
    """Do what the verb says; the exit code. Trouble with the database or a file ends in a message, not a traceback."""
    try:
        if verb == "import":
            from hamcore.command import import_log

            return import_log.run(args)
        return _VERBS[verb](args)
    except StorageError as error:
        print(f"hamcore {verb}: {error}", file=sys.stderr)
        return FAILED
    except OSError as error:
        print(f"hamcore {verb}: {error.filename}: {error.strerror}. Nothing was changed.", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print(f"hamcore {verb}: stopped; nothing was changed.", file=sys.stderr)
        return FAILED


def open_own_store(environ: Mapping[str, str]) -> Store:
    """The store of this installation."""
    return open_store(database_url(environ), backup_dir=home_dir(environ) / "backups", clock=datetime.now)


def _export(args: argparse.Namespace) -> int:
    if _is_in_the_way(args):
        return WRONG_USAGE
    store = open_own_store(os.environ)
    try:
        data, size = (_stretching if args.stretching else _log)(store)
    finally:
        store.close()
    if args.file is None:
        sys.stdout.buffer.write(data)
    else:
        _write_whole(args.file, data)
        print(f"{args.file} now holds {size}.")
    return DONE


def _log(store: Store) -> tuple[bytes, str]:
    """The workouts as a file, and how many they are."""
    from hamcore.catalog import load_catalog
    from hamcore.transfer import export_csv

    log = store.load_log(LOCAL_ATHLETE)
    catalog, _ = load_catalog(data_dir())
    return export_csv(log, catalog), _size(log)


def _stretching(store: Store) -> tuple[bytes, str]:
    """Holds, range tests and own stretches as a file, and how many they are."""
    from hamcore.interchange.stretch_file import write_stretching
    from hamcore.model.stretching import StretchLog

    log = store.stretching(LOCAL_ATHLETE) or StretchLog()
    return write_stretching(log), f"{counted(len(log.holds), 'hold')} and {counted(len(log.range_tests), 'reading')}"


def _size(log: TrainingLog) -> str:
    entries = sum(map(len, log.sets.values()))
    return f"{entries:,} {'entry' if entries == 1 else 'entries'} of {counted(len(log.workouts), 'workout')}"


def _write_whole(path: Path, data: bytes) -> None:
    building = path.with_name(f"{path.name}.new-{os.getpid()}")
    try:
        building.write_bytes(data)
        building.replace(path)
    finally:
        building.unlink(missing_ok=True)


def _is_in_the_way(args: argparse.Namespace) -> bool:
    if args.file is None or args.replace or not args.file.exists():
        return False
    print(f"hamcore: {args.file} is there already; add --replace to write over it.", file=sys.stderr)
    return True


def _backup(args: argparse.Namespace) -> int:
    if _is_in_the_way(args):
        return WRONG_USAGE
    store = open_own_store(os.environ)
    try:
        if not store.path.exists():
            print(f"hamcore backup: there is no database yet at {store.path}, so nothing to copy.", file=sys.stderr)
            return FAILED
        path = args.file or kept_backup(home_dir(os.environ) / "backups", datetime.now())  # noqa: DTZ005
        store.backup(path)
    finally:
        store.close()
    print(f"The database was copied to {path}")
    return DONE


def _doctor(_args: argparse.Namespace) -> int:
    definitions = _check_definitions()
    database = _check_database()
    return DONE if definitions and database else FAILED


def _check_definitions() -> bool:
    from hamcore.catalog import load_catalog

    catalog, problems = load_catalog(data_dir())
    what = f"{len(catalog.exercises)} exercises, {len(catalog.stretches)} stretches, {len(catalog.routines)} routines"
    print(f"Definitions  {'ok' if not problems else counted(len(problems), 'problem')}: {what}")
    for problem in problems:
        print(f"  {problem}")
    return not problems


def _check_database() -> bool:
    try:
        store = open_own_store(os.environ)
    except StorageError as error:
        print(f"Database     not usable: {error}")
        return False
    try:
        if not store.path.exists():
            print(f"Database     none yet; the first write makes {store.path}")
            return True
        return _print_health(store, store.check())
    except StorageError as error:
        print(f"Database     not usable: {error}")
        return False
    finally:
        store.close()


def _print_health(store: Store, health: Health) -> bool:
    counts = ", ".join(counted(count, what.removesuffix("s")) for what, count in health.counts.items())
    print(f"Database     {'ok' if not health.problems else counted(len(health.problems), 'problem')}: {counts}")
    print(f"             {store.path}")
    for problem in health.problems:
        print(f"  {problem}")
    backups = store.backups()
    print(f"Backups      {len(backups)}" + (f", the newest is {backups[0]}" if backups else ""))
    return not health.problems


_VERBS: Mapping[str, Callable[[argparse.Namespace], int]] = {"export": _export, "backup": _backup, "doctor": _doctor}
