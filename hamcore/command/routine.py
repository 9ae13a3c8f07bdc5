"""``hamcore routine check|export``: look a weekly routine over, and take it out of the app, without a screen."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path

from hamcore.catalog import Catalog, load_catalog
from hamcore.charts.theme import Mode
from hamcore.command import DONE, FAILED, WRONG_USAGE, counted
from hamcore.command.log import open_own_store
from hamcore.interchange.calendar_file import Timing, write_calendar
from hamcore.interchange.routine_file import SharedRoutine, read_routine, write_routine
from hamcore.model.routine import Routine
from hamcore.places import data_dir
from hamcore.problems import Severity
from hamcore.rules.finding import Tone
from hamcore.rules.routine_check import check
from hamcore.screens.finding_words import FindingWords, finding_words
from hamcore.screens.routine_out import calendar, sheet
from hamcore.screens.words import THIN
from hamcore.sheet.convert import to_pdf, to_png
from hamcore.sheet.page import Paper, page
from hamcore.sheet.week import week_picture
from hamcore.storage import LOCAL_ATHLETE, StorageError
from hamcore.transfer.routine_link import read_link

_PAPERS = {paper.name.lower(): paper for paper in Paper}
_SEVEN = time(19, 0)


def add_arguments(verb: str, parser: argparse.ArgumentParser) -> None:
    """Add what can be done with a routine and the options of each."""
    assert verb == "routine"
    actions = parser.add_subparsers(dest="action", required=True, metavar="check|export")
    what = "a file or a link text that was shared, or the id of one of your or the shipped routines"
    looking = actions.add_parser("check", help="say what the week lacks for the hamstrings and what is fine")
    looking.add_argument("routine", metavar="ROUTINE", help=what)
    looking.add_argument("--json", action="store_true", help="print one JSON object")
    taking = actions.add_parser("export", help="write it as share file, calendar, printable page or picture")
    taking.add_argument("routine", metavar="ROUTINE", help=what)
    taking.add_argument("file", type=Path, metavar="FILE", help=f"where to write; its ending says what: {_ENDINGS}")
    taking.add_argument("--replace", action="store_true", help="write over FILE if it is there")
    taking.add_argument("--paper", choices=sorted(_PAPERS), default="a4", help="size of a printable page")
    taking.add_argument("--dark", action="store_true", help="a dark picture")
    taking.add_argument("--from", type=_day, dest="start", metavar="DATE", help="first day of a calendar (today)")
    taking.add_argument("--at", type=_time, default=_SEVEN, metavar="TIME", help="time of day of a calendar (19:00)")
    taking.add_argument("--weeks", type=_weeks, metavar="N", help="for how many weeks (without an end)")


def run(verb: str, args: argparse.Namespace) -> int:
    """Check or export; 1 if the routine cannot be read or the file not be written, 2 for a wrong file name."""
    assert verb == "routine"
    try:
        catalog, _ = load_catalog(data_dir())
        shared = _find(args.routine, catalog)
        for problem in shared.problems:
            print(f"hamcore routine: {problem}", file=sys.stderr)
        if shared.routine is None:
            return FAILED
        return _check(args, shared, catalog) if args.action == "check" else _export(args, shared.routine, catalog)
    except StorageError as error:
        print(f"hamcore routine: {error}", file=sys.stderr)
    except OSError as error:
        print(f"hamcore routine: {error.filename}: {error.strerror}. Nothing was written.", file=sys.stderr)
    return FAILED


def _find(name: str, catalog: Catalog) -> SharedRoutine:
    """The routine in a file or link, or the one of that id. A routine is only read here, never kept."""
    path = Path(name)
    if path.suffix or path.is_file():
        return read_link(name, catalog) if name.startswith("1.") else read_routine(path.read_bytes(), name, catalog)
    store = open_own_store(os.environ)
    try:
        known: Mapping[str, Routine] = {**catalog.routines, **store.own_routines(LOCAL_ATHLETE)}
    finally:
        store.close()
    if name not in known:
        print(f"hamcore routine: there is no {name!r}; there are {', '.join(sorted(known))}.", file=sys.stderr)
    return SharedRoutine(known.get(name))


def _check(args: argparse.Namespace, shared: SharedRoutine, catalog: Catalog) -> int:
    routine = shared.routine
    assert routine is not None
    found = [finding_words(one, routine, catalog) for one in check(routine, catalog.exercises, catalog.stretches)]
    said = json.dumps(_document(routine, shared, found), ensure_ascii=False, indent=2)
    print((said if args.json else "\n".join(_lines(routine, found))).replace(THIN, " "))
    return DONE


def _lines(routine: Routine, found: list[FindingWords]) -> Iterator[str]:
    looks = [one for one in found if one.tone is Tone.LOOK]
    yield f"{routine.name}: {counted(len(looks), 'thing') if looks else 'nothing'} to look at"
    for one in found:
        yield f"\n{'Look at' if one.tone is Tone.LOOK else 'Fine'}: {one.title}. {one.said}"
        yield f"  {one.why} ({one.tag_words})"
        if one.fix:
            yield f"  One way: {one.fix}"


def _document(routine: Routine, shared: SharedRoutine, found: list[FindingWords]) -> dict[str, object]:
    return {
        "routine": routine.routine_id,
        "name": routine.name,
        "notes": [one.message for one in shared.problems if one.severity is Severity.WARNING],
        "findings": [
            {
                "finding": one.finding_id,
                "tone": one.tone.value,
                "title": one.title,
                "said": one.said,
                "why": one.why,
                "tag": one.tag.value,
                "sources": list(one.sources),
                "fix": one.fix,
            }
            for one in found
        ],
    }


def _export(args: argparse.Namespace, routine: Routine, catalog: Catalog) -> int:
    write = _WRITERS.get(args.file.suffix.lower())
    if write is None:
        print(f"hamcore routine: {args.file}: the name must end in one of {_ENDINGS}.", file=sys.stderr)
        return WRONG_USAGE
    if args.file.exists() and not args.replace:
        print(f"hamcore routine: {args.file} is there already; add --replace to write over it.", file=sys.stderr)
        return WRONG_USAGE
    data = write(args, routine, catalog)
    building = args.file.with_name(f"{args.file.name}.new-{os.getpid()}")
    try:
        building.write_bytes(data)
        building.replace(args.file)
    finally:
        building.unlink(missing_ok=True)
    print(f"{args.file} now holds {routine.name}.")
    return DONE


def _ics(args: argparse.Namespace, routine: Routine, catalog: Catalog) -> bytes:
    start = args.start or datetime.now().date()  # noqa: DTZ005
    return write_calendar(calendar(routine, catalog), Timing(start, args.at, datetime.now(UTC), weeks=args.weeks))


def _pdf(args: argparse.Namespace, routine: Routine, catalog: Catalog) -> bytes:
    one = page(sheet(routine, catalog), _PAPERS[args.paper])
    if not one.is_readable:
        print("hamcore routine: this week is too full for one readable page.", file=sys.stderr)
    return to_pdf(one.svg)


def _svg(args: argparse.Namespace, routine: Routine, catalog: Catalog) -> bytes:
    return week_picture(sheet(routine, catalog), Mode.DARK if args.dark else Mode.LIGHT).encode()


def _png(args: argparse.Namespace, routine: Routine, catalog: Catalog) -> bytes:
    return to_png(_svg(args, routine, catalog).decode())


def _json(_args: argparse.Namespace, routine: Routine, catalog: Catalog) -> bytes:
    return write_routine(routine, catalog)


_WRITERS: Mapping[str, Callable[[argparse.Namespace, Routine, Catalog], bytes]] = {
    ".json": _json,
    ".ics": _ics,
    ".pdf": _pdf,
    ".svg": _svg,
    ".png": _png,
}
_ENDINGS = ", ".join(_WRITERS)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day; write it as 2026-11-24") from None


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text).replace(tzinfo=None, microsecond=0)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time; write it as 19:00") from None


def _weeks(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text[:4]) <= 520:
        return int(text[:4])
    raise argparse.ArgumentTypeError(f"{text!r} is not a number of weeks from 1 to 520")
