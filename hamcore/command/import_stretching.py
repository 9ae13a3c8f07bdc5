"""``hamcore import FILE`` for HamCore's own file of stretching."""

import argparse
import json
import os
import sys
from datetime import datetime

from hamcore.command import DONE, FAILED, counted
from hamcore.command.log import open_own_store
from hamcore.model.stretching import StretchLog
from hamcore.storage import LOCAL_ATHLETE
from hamcore.transfer import preview_stretching, write_stretches


def run(data: bytes, args: argparse.Namespace) -> int:
    """Add what the file holds and is not stored; 0 done, 1 if it cannot be read. Rows that cannot be used are told."""
    store = open_own_store(os.environ)
    try:
        log = store.stretching(LOCAL_ATHLETE) or StretchLog()
        preview = preview_stretching(data, str(args.file), log, datetime.now().date())  # noqa: DTZ005 - local day
        added = preview.new if args.dry_run else write_stretches(preview, store, LOCAL_ATHLETE)
    finally:
        store.close()
    for problem in preview.file.problems:
        print(problem, file=sys.stderr)
    if not preview.file.is_one:
        return FAILED
    counts = {"holds": len(added.holds), "range_tests": len(added.range_tests), "own_stretches": len(added.own)}
    if args.json:
        print(json.dumps({"file": str(args.file), "dry_run": args.dry_run, "added": counts}))
        return DONE
    said = f"{counted(counts['holds'], 'hold')}, {counted(counts['range_tests'], 'reading')} and "
    said += "1 own stretch" if counts["own_stretches"] == 1 else f"{counts['own_stretches']} own stretches"
    print(f"{args.file}: {said} {'would be added' if args.dry_run else 'added'}.")
    return DONE
