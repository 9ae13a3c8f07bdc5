"""What the Import page shows of a file before anything is written, and of imports that were written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from hamcore.catalog import Catalog
from hamcore.interchange.parsed import SET_CLASSES, ParsedFile, Question, RecordClass, UnitEvidence
from hamcore.model.exercise import Function
from hamcore.problems import Problem, Severity
from hamcore.screens import words
from hamcore.storage import ImportRecord
from hamcore.transfer import ImportPreview, NameMatch
from hamcore.units import LoadUnit

UNKNOWN = "unknown"

SOURCE_WORDS = {
    UNKNOWN: "Not recognised",
    "generic": "A table with columns you named",
    "strong": "Strong",
    "hevy": "Hevy",
    "fitnotes": "FitNotes",
    "hamcore": "HamCore",
    "demo": "Demo data",
    "manual": "Logged here",
}
"""Source to its name."""

CLASS_WORDS: Mapping[RecordClass, tuple[str, str]] = {
    RecordClass.WORKING: ("Working sets", "Count as work"),
    RecordClass.WARM_UP: ("Warm-up sets", "Kept; not counted as work"),
    RecordClass.DROP: ("Drop sets", "Count as work"),
    RecordClass.FAILURE: ("Sets to failure", "Count as work"),
    RecordClass.TIMED: ("Timed entries", "Kept with their seconds; not counted as sets"),
    RecordClass.DISTANCE: ("Distance entries", "Kept with their distance; not counted as sets"),
    RecordClass.NOTE: ("Notes", "Text without a set; kept with the workout where the file says which"),
    RecordClass.REST_TIMER: ("Rest timers", "Not used: a timer is not a set"),
    RecordClass.PLANNED: ("Planned, not done", "Not used: only what was done goes into the log"),
    RecordClass.UNREADABLE: ("Not readable", "Not used; each is listed below with its line and the reason"),
}
"""Record class to its name and what becomes of such records."""

_ENTRY_CLASSES = (*SET_CLASSES, RecordClass.TIMED, RecordClass.DISTANCE)
"""The classes of records that go into the log."""

_LEANING = {
    LoadUnit.KG: "Loads like these are usual on kilogram plates.",
    LoadUnit.LB: "Loads like these are usual on pound plates.",
    None: "These loads are usual with neither kind of plate.",
}


@dataclass(frozen=True, slots=True)
class ClassLine:
    """One class of records: how many, and what becomes of them."""

    word: str
    count: int
    meaning: str


@dataclass(frozen=True, slots=True)
class UnitQuestion:
    """The loads a file without a unit uses most, as (load, how often), and what they hint at."""

    loads: tuple[tuple[str, str], ...]
    hint: str


@dataclass(frozen=True, slots=True)
class NameLine:
    """One exercise name of the file. ``exercise`` is empty and ``exercise_id`` None for a name kept as it is."""

    name: str
    exercise: str
    exercise_id: str | None
    function: Function
    detail: str


@dataclass(frozen=True, slots=True)
class ImportScreen:
    """A file that was read and not yet written. ``refusal`` says why a file cannot be read at all, else is empty."""

    source: str
    why: str
    facts: tuple[tuple[str, str], ...]
    classes: tuple[ClassLine, ...]
    unit: UnitQuestion | None
    needs_columns: bool
    known: tuple[NameLine, ...]
    unknown: tuple[NameLine, ...]
    problems: Sequence[Problem]
    problems_title: str
    new: int
    unchanged: int
    changed_workouts: int
    effect: str
    refusal: str
    can_change_unit: bool
    can_change_columns: bool
    is_ready: bool
    adds_something: bool


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One import of the history."""

    import_id: str
    title: str
    detail: str
    is_undone: bool


def build(preview: ImportPreview, catalog: Catalog) -> ImportScreen:
    """What there is to see and to answer before ``preview`` is written."""
    parsed = preview.parsed
    lines = [_name_line(match, catalog) for match in preview.names]
    # A name answered now stays among the questions, so that the answer can be changed.
    is_known = [match.known and match.name not in preview.answers.names for match in preview.names]
    known = [line for line, settled in zip(lines, is_known, strict=True) if settled]
    unknown = [line for line, settled in zip(lines, is_known, strict=True) if not settled]
    return ImportScreen(
        source=source_words(parsed.source),
        why=_why(parsed),
        facts=_facts(preview) if parsed.records else (),
        classes=tuple(
            ClassLine(*_class_words(kind, count)) for kind in RecordClass if (count := parsed.classes.get(kind, 0))
        ),
        unit=_unit_question(parsed.evidence) if Question.UNIT in parsed.questions else None,
        needs_columns=Question.LAYOUT in parsed.questions,
        known=tuple(known),
        unknown=tuple(unknown),
        problems=parsed.problems,
        problems_title=problems_title(parsed.problems),
        new=preview.new,
        unchanged=preview.unchanged,
        changed_workouts=preview.changed_workouts,
        effect=_effect(preview),
        refusal=_refusal(parsed),
        can_change_unit=preview.answers.unit is not None,
        can_change_columns=parsed.source == "generic",
        is_ready=preview.ready,
        adds_something=preview.changes_log,
    )


def source_words(source: str) -> str:
    """The name of a source as people know it."""
    return SOURCE_WORDS.get(source, source.capitalize())


def _why(parsed: ParsedFile) -> str:
    if Question.LAYOUT in parsed.questions:
        return "The header line is not one of the layouts known here, and nothing is guessed."
    if parsed.source == "generic":
        return "Read with the columns you named."
    name = source_words(parsed.source)
    return f"Recognised by its header line: {len(parsed.header)} columns as {name} writes them."


def _facts(preview: ImportPreview) -> tuple[tuple[str, str], ...]:
    parsed = preview.parsed
    facts = [
        ("Workouts", words.number_words(preview.workouts)),
        ("Sets", words.number_words(preview.sets)),
        ("Records in the file", words.number_words(parsed.records)),
        ("Load unit", _unit_words(parsed)),
    ]
    if parsed.variant and parsed.source != "generic":
        facts.append(("Layout", parsed.variant))
    if preview.first_day and preview.last_day:
        facts.insert(0, ("Span", _span(preview.first_day, preview.last_day)))
    return tuple(facts)


def _unit_words(parsed: ParsedFile) -> str:
    if Question.UNIT in parsed.questions:
        return "not in the file"
    return " and ".join(sorted(_units(parsed))) or "no loads"


def _span(first: date, last: date) -> str:
    def text(day: date) -> str:
        return f"{day.day} {day:%b} {day.year}"

    return text(first) if first == last else f"{text(first)} to {text(last)}"


def _class_words(kind: RecordClass, count: int) -> tuple[str, int, str]:
    word, meaning = CLASS_WORDS[kind]
    return word, count, meaning


def _unit_question(evidence: UnitEvidence | None) -> UnitQuestion:
    loads = evidence.top_loads if evidence else ()
    hint = _LEANING[evidence.leaning if evidence else None] if loads else "The file has no barbell loads to go by."
    return UnitQuestion(tuple((load, words.count_words(times, "time")) for load, times in loads), hint)


def _name_line(match: NameMatch, catalog: Catalog) -> NameLine:
    top = f", up to {match.max_load} {match.unit or ''}".rstrip() if match.max_load else ""
    exercise = match.exercise_id
    return NameLine(
        name=match.name,
        exercise=catalog.display_name(exercise) if exercise else "",
        exercise_id=exercise,
        function=catalog.function_of(exercise) if exercise else Function.OTHER,
        detail=(words.count_words(match.sets, "set") if match.sets else "time or distance only") + top,
    )


def problems_title(problems: Sequence[Problem]) -> str:
    """How many records are not used and how many deserve a look."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    parts = [f"{words.count_words(errors, 'record')} not used"] if errors else []
    if len(problems) > errors:
        parts.append(f"{words.number_words(len(problems) - errors)} to look at")
    return ", ".join(parts)


def _refusal(parsed: ParsedFile) -> str:
    if parsed.source != UNKNOWN or Question.LAYOUT in parsed.questions:
        return ""
    return " ".join(problem.message for problem in parsed.problems) or "No training log was found in this file."


def other_unit(preview: ImportPreview, shown: LoadUnit) -> LoadUnit | None:
    """The unit of a file whose loads all are in the other unit than the one pages show; else None."""
    units = _units(preview.parsed)
    return next(iter(units)) if len(units) == 1 and shown not in units else None


def _units(parsed: ParsedFile) -> set[LoadUnit]:
    if parsed.unit is not None:
        return {parsed.unit}
    return {entry.unit for workout in parsed.workouts for entry in workout.sets if entry.unit}


def _effect(preview: ImportPreview) -> str:
    if not preview.ready:
        return ""
    if not preview.new and not preview.changed_workouts:
        return _effect_without_sets(preview)
    parts = [f"{words.count_words(preview.new, 'set')} will be added"]
    if preview.unchanged:
        stay = "is in your log already and stays" if preview.unchanged == 1 else "are in your log already and stay"
        parts.append(f"{words.number_words(preview.unchanged)} {stay}")
    if preview.changed_workouts:
        parts.append(_changed(preview.changed_workouts, update=preview.answers.update_changed))
    return "; ".join(parts) + "."


def _effect_without_sets(preview: ImportPreview) -> str:
    if preview.changes_log:
        return "No sets, but what was timed or went a distance will be added."
    if any(preview.parsed.classes.get(kind) for kind in _ENTRY_CLASSES):
        return "Everything in this file is in your log already. There is nothing to add."
    return "There is no set in this file, so there is nothing to add."


def _changed(workouts: int, *, update: bool) -> str:
    what = words.count_words(workouts, "changed workout")
    if update:
        return f"{what} will be replaced"
    return f"{what} {'stays' if workouts == 1 else 'stay'} as in your log"


def history(records: Sequence[ImportRecord], now: datetime) -> tuple[ImportLine, ...]:
    """The imports, newest first, with the day they were made in the time zone of ``now``."""
    return tuple(_import_line(record, now) for record in records)


def _import_line(record: ImportRecord, now: datetime) -> ImportLine:
    span = f", {_span(record.first_day, record.last_day)}" if record.first_day and record.last_day else ""
    when = words.day_words(record.imported_at.astimezone(now.tzinfo).date(), now.date())
    state = "undone" if record.undone else f"{words.count_words(record.sets, 'set')}{span}"
    title = f"{source_words(record.source)}: {record.file_name}" if record.file_name else source_words(record.source)
    return ImportLine(record.import_id, title, f"{when}, {state}", is_undone=bool(record.undone))
