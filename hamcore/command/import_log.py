"""``hamcore import FILE``: bring in a log of another app."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from hamcore.catalog import Catalog, load_catalog
from hamcore.command import DONE, FAILED, NEEDS_ANSWER, WRONG_USAGE, import_stretching
from hamcore.command.import_report import as_json, as_lines
from hamcore.command.log import open_own_store
from hamcore.interchange.parsed import Question
from hamcore.interchange.stretch_file import is_stretching
from hamcore.places import data_dir
from hamcore.problems import Severity
from hamcore.storage import LOCAL_ATHLETE, Store, new_id
from hamcore.transfer import ImportAnswers, ImportPreview, ImportReceipt, preview_import, write_import
from hamcore.transfer.pause import without_collections
from hamcore.units import LoadUnit

_ASKS = {
    Question.UNIT: "The file does not say whether its loads are kilograms or pounds. Add --unit kg or --unit lb.",
    Question.LAYOUT: "The columns of this file are not known. Import it on the Import page, which asks what they are.",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``import``."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the file that the other app exported")
    parser.add_argument("--unit", choices=[unit.value for unit in LoadUnit], help="unit of loads that have none")
    parser.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument(
        "--name",
        action="append",
        default=[],
        metavar="NAME=ID",
        help="the exercise id a name in the file means; NAME= keeps the name as it is (may be repeated)",
    )
    parser.add_argument(
        "--keep-changed", action="store_true", help="leave workouts that the app has changed as they are"
    )
    parser.add_argument("--restore-deleted", action="store_true", help="bring back workouts that were deleted here")


def run(args: argparse.Namespace) -> int:
    """Import the file; 0 done, 1 failed with nothing written, 2 wrong usage, 3 needs an answer."""
    # The process ends with the import; searching for cycles in what it makes would only take time.
    with without_collections():
        return _import(args)


def _import(args: argparse.Namespace) -> int:
    data = args.file.read_bytes()
    if is_stretching(data):
        return import_stretching.run(data, args)
    catalog, _ = load_catalog(data_dir())
    names = _names(args.name, catalog)
    if names is None:
        return WRONG_USAGE
    answers = ImportAnswers(
        unit=LoadUnit(args.unit) if args.unit else None,
        names=names,
        update_changed=not args.keep_changed,
        restore_deleted=args.restore_deleted,
    )
    store = open_own_store(os.environ)
    try:
        return _bring_in(args, data, answers, store, catalog)
    finally:
        store.close()


def _bring_in(args: argparse.Namespace, data: bytes, answers: ImportAnswers, store: Store, catalog: Catalog) -> int:
    preview = preview_import(
        data,
        args.file.name,
        store=store,
        athlete_id=LOCAL_ATHLETE,
        catalog=catalog,
        answers=answers,
        today=datetime.now().date(),  # noqa: DTZ005
    )
    receipt = None
    if _outcome(preview) == DONE and not args.dry_run:
        receipt = _write(preview, store)
    _tell(args, preview, receipt)
    return _outcome(preview)


def _write(preview: ImportPreview, store: Store) -> ImportReceipt:
    now = datetime.now()  # noqa: DTZ005
    with _progress_bar() as progress:
        return write_import(
            preview,
            store=store,
            athlete_id=LOCAL_ATHLETE,
            import_id=new_id(now, os.urandom),
            progress=progress,
        )


def _outcome(preview: ImportPreview) -> int:
    if preview.questions:
        return NEEDS_ANSWER
    # A problem without a line is one of the whole file: nothing in it can be used.
    refused = any(not one.line and one.severity is Severity.ERROR for one in preview.parsed.problems)
    return FAILED if refused or not preview.ready else DONE


def _tell(args: argparse.Namespace, preview: ImportPreview, receipt: ImportReceipt | None) -> None:
    if args.json:
        print(json.dumps(as_json(preview, receipt), ensure_ascii=False, indent=2))
    else:
        print("\n".join(as_lines(preview, receipt)))
    for question in sorted(preview.questions):
        print(f"hamcore import: {_ASKS[question]} Nothing was written.", file=sys.stderr)
    if _outcome(preview) == FAILED:
        reasons = " ".join(one.message for one in preview.parsed.problems if not one.line)
        print(f"hamcore import: {args.file}: {reasons} Nothing was written.", file=sys.stderr)


def _names(pairs: list[str], catalog: Catalog) -> dict[str, str | None] | None:
    """The answers given on the command line; None after a message if one is no answer."""
    names: dict[str, str | None] = {}
    for pair in pairs:
        name, found, exercise_id = pair.rpartition("=")
        if not found or not name:
            print(f"hamcore import: --name {pair!r} is not of the form NAME=ID.", file=sys.stderr)
            return None
        if exercise_id and exercise_id not in catalog.exercises:
            print(f"hamcore import: there is no exercise {exercise_id!r}.", file=sys.stderr)
            return None
        names[name] = exercise_id or None
    return names


@contextmanager
def _progress_bar() -> Iterator[Callable[[float], None]]:
    """A progress bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from tqdm import tqdm  # type: ignore[import-untyped]

    with tqdm(total=100, desc="Writing", unit="%", bar_format="{desc} {bar} {percentage:3.0f} %") as bar:
        yield lambda share: bar.update(100 * share - bar.n) and None
