"""What the reader said of a file, kept with its import so that the same file need not be read again."""

import json
from collections.abc import Mapping
from datetime import date

from hamcore.interchange.parsed import ParsedFile, RecordClass
from hamcore.problems import Problem, Severity
from hamcore.transfer.answers import ImportPreview, NameMatch
from hamcore.units import LoadUnit

MOST_PROBLEMS = 1000
"""A file with more problems is read anew each time."""


def summary_of(preview: ImportPreview) -> str:
    """The figures, names and problems of a preview as text; empty if there are too many problems."""
    parsed = preview.parsed
    if len(parsed.problems) > MOST_PROBLEMS:
        return ""
    days = [day.isoformat() if day else None for day in (preview.first_day, preview.last_day)]
    return json.dumps(
        {
            "source": parsed.source,
            "variant": parsed.variant,
            "records": parsed.records,
            "classes": {kind.value: count for kind, count in parsed.classes.items()},
            "unit": parsed.unit,
            "header": parsed.header,
            "problems": [[p.where, p.message, p.severity, p.line, p.column] for p in parsed.problems],
            "names": [[match.name, match.sets, match.max_load, match.unit] for match in preview.names],
            "workouts": preview.workouts,
            "sets": preview.sets,
            "days": days,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def parsed_of(text: str) -> ParsedFile:
    """The file as the reader described it, without its workouts."""
    kept = json.loads(text)
    return ParsedFile(
        source=kept["source"],
        variant=kept["variant"],
        records=kept["records"],
        classes={RecordClass(kind): count for kind, count in kept["classes"].items()},
        workouts=(),
        unit=LoadUnit(kept["unit"]) if kept["unit"] else None,
        header=tuple(kept["header"]),
        problems=[
            Problem(where, message, Severity(severity), line, column)
            for where, message, severity, line, column in kept["problems"]
        ],
    )


def matches_of(text: str, meanings: Mapping[str, str | None]) -> tuple[NameMatch, ...]:
    """The names of the file, all of which have a meaning by now."""
    return tuple(
        NameMatch(name, meanings.get(name), True, sets, load, LoadUnit(unit) if unit else None)
        for name, sets, load, unit in json.loads(text)["names"]
    )


def figures_of(text: str) -> tuple[int, int, date | None, date | None]:
    """Workouts, sets, first and last day of the file."""
    kept = json.loads(text)
    first, last = (date.fromisoformat(day) if day else None for day in kept["days"])
    return kept["workouts"], kept["sets"], first, last
