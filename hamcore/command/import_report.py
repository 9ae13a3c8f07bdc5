"""What ``hamcore import`` prints: one JSON object, or lines to read."""

from collections.abc import Iterator
from datetime import date

from hamcore.command import counted
from hamcore.interchange.parsed import RecordClass
from hamcore.transfer import ImportPreview, ImportReceipt

_MOST_PROBLEMS = 20


def as_json(preview: ImportPreview, receipt: ImportReceipt | None) -> dict[str, object]:
    """Everything there is to say. ``new`` and ``unchanged`` are null while a question is open."""
    parsed = preview.parsed
    return {
        "source": parsed.source,
        "variant": parsed.variant,
        "records": parsed.records,
        "classes": {kind.value: parsed.classes.get(kind, 0) for kind in RecordClass},
        "sets": preview.sets,
        "workouts": preview.workouts,
        "first_day": _day(preview.first_day),
        "last_day": _day(preview.last_day),
        "unit": parsed.unit,
        "exercises": [
            {
                "name": match.name,
                "exercise": match.exercise_id,
                "known": match.known,
                "sets": match.sets,
                "max_load": match.max_load or None,
                "unit": match.unit,
            }
            for match in preview.names
        ],
        "new": preview.new if preview.ready else None,
        "unchanged": preview.unchanged if preview.ready else None,
        "changed_workouts": preview.changed_workouts if preview.ready else None,
        "needs": sorted(preview.questions),
        "written": receipt is not None,
        "problems": [
            {"line": one.line, "column": one.column, "severity": one.severity, "message": one.message}
            for one in parsed.problems
        ],
    }


def as_lines(preview: ImportPreview, receipt: ImportReceipt | None) -> Iterator[str]:
    """The same for a person."""
    parsed = preview.parsed
    span = f", {preview.first_day} to {preview.last_day}" if preview.first_day else ""
    yield f"{preview.file_name}: {parsed.source} {parsed.variant}".rstrip() + span
    yield f"{counted(parsed.records, 'record')}: " + (
        ", ".join(
            f"{parsed.classes[kind]:,} {kind.value.replace('_', '-')}"
            for kind in RecordClass
            if parsed.classes.get(kind)
        )
        or "none"
    )
    own = [match.name for match in preview.names if match.exercise_id is None]
    if preview.names:
        yield f"{counted(len(preview.names), 'exercise')}, {len(own)} kept as named in the file" + (
            f": {', '.join(own)}" if own else ""
        )
    for problem in parsed.problems[:_MOST_PROBLEMS]:
        yield f"  {problem}"
    if len(parsed.problems) > _MOST_PROBLEMS:
        yield f"  and {len(parsed.problems) - _MOST_PROBLEMS:,} more; --json lists them all"
    if preview.ready:
        yield _effect(preview, receipt)


def _effect(preview: ImportPreview, receipt: ImportReceipt | None) -> str:
    verb = "added" if receipt else "would be added"
    if preview.changes_log and not preview.new and not preview.changed_workouts:
        return f"No sets; timed and distance entries {verb}"
    changed = f", {counted(preview.changed_workouts, 'workout')} changed by the app" if preview.changed_workouts else ""
    return f"{counted(preview.new, 'set')} {verb}, {preview.unchanged:,} there already{changed}"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
