"""Deciding, workout by workout, what of a file is new.

First whole workouts: one whose sets are exactly those of a stored version needs no closer look, and that is all but a
few on every import after the first. The version counts even if the person has changed or deleted that workout here
since, or a later import has replaced it: what was done here stays as long as the app says the same as before. Only
what is left is compared set by set, on the days that have anything stored.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from hamcore.interchange.merge import Outcome, Session, merge_day
from hamcore.interchange.parsed import ParsedFile, ParsedWorkout
from hamcore.model.log import Workout
from hamcore.storage.digest import sets_digest
from hamcore.storage.imports import ImportBasis, NewWorkout, SetRow, Standing, StoredSet, StoredVersion
from hamcore.transfer.answers import ImportAnswers, Plan
from hamcore.transfer.rows import EntryMaker, RowMaker

DEMO = "demo"
"""The source of invented workouts; they are never taken for real ones, nor real ones for them."""

SetsOn = Callable[[date, date], Sequence[StoredSet]]


class _Candidate(NamedTuple):
    workout: ParsedWorkout
    rows: list[SetRow]
    digest: str


@dataclass(slots=True)
class _Decided:
    """What was decided so far."""

    workouts: list[NewWorkout]
    replaced: list[str]
    new: int = 0
    changed: int = 0


def make_plan(
    parsed: ParsedFile, meanings: Mapping[str, str | None], basis: ImportBasis, sets_on: SetsOn, answers: ImportAnswers
) -> Plan:
    """What writing ``parsed`` does to what is stored. ``sets_on`` reads the stored sets of a span of days."""
    names = _numbered(meanings, basis)
    versions = [one for one in basis.versions if (one.source == DEMO) == (parsed.source == DEMO)]
    maker = RowMaker({name: number for name, (number, _) in names.items()})
    candidates = _candidates(parsed.workouts, maker)
    left, live = _without_known(candidates, versions, restore_deleted=answers.restore_deleted)
    decided = _Decided([], [])
    days = {one.day for one in live}
    compared: list[_Candidate] = []
    for candidate in left:
        if candidate.workout.day in days:
            compared.append(candidate)
        else:
            _add(decided, parsed.source, candidate, range(len(candidate.rows)))
    if compared:
        _compare(decided, parsed.source, compared, live, sets_on, EntryMaker(names), answers)
    return Plan(
        basis.revision, meanings, tuple(decided.workouts), tuple(decided.replaced), decided.new, decided.changed
    )


def _numbered(meanings: Mapping[str, str | None], basis: ImportBasis) -> dict[str, tuple[int, str | None]]:
    """Every name with its number and meaning: those stored, and those that writing the file would add."""
    first = 1 + max((number for number, _ in basis.names.values()), default=0)
    added = (name for name in meanings if name not in basis.names)
    numbers = {name: number for name, (number, _) in basis.names.items()}
    numbers |= {name: first + place for place, name in enumerate(added)}
    stored = {name: exercise_id for name, (_, exercise_id) in basis.names.items()}
    return {name: (numbers[name], exercise_id) for name, exercise_id in {**stored, **meanings}.items()}


def _candidates(workouts: Iterable[ParsedWorkout], maker: RowMaker) -> Iterator[_Candidate]:
    for workout in workouts:
        rows = maker.rows(workout.sets)
        yield _Candidate(workout, rows, sets_digest(workout.day.isoformat(), rows))


def _without_known(
    candidates: Iterable[_Candidate], versions: Sequence[StoredVersion], *, restore_deleted: bool
) -> tuple[list[_Candidate], list[StoredVersion]]:
    """The candidates that are no stored version, and the live stored workouts that no candidate is a version of."""
    waiting: dict[str, list[StoredVersion]] = defaultdict(list)
    # Those taken first are at the end: live ones before those that are gone.
    for version in sorted(versions, key=lambda one: one.standing is Standing.LIVE):
        if restore_deleted and version.standing is Standing.DELETED:
            continue
        for digest in {version.digest, version.imported_digest} - {""}:
            waiting[digest].append(version)
    taken: set[str] = set()
    left = [one for one in candidates if not _take(waiting.get(one.digest, []), taken)]
    return left, [one for one in versions if one.standing is Standing.LIVE and one.workout_id not in taken]


def _take(versions: list[StoredVersion], taken: set[str]) -> bool:
    while versions:
        workout_id = versions.pop().workout_id
        if workout_id not in taken:
            taken.add(workout_id)
            return True
    return False


def _compare(
    decided: _Decided,
    source: str,
    candidates: Sequence[_Candidate],
    live: Sequence[StoredVersion],
    sets_on: SetsOn,
    entries: EntryMaker,
    answers: ImportAnswers,
) -> None:
    """Compare set by set, a day at a time."""
    by_day: dict[date, list[_Candidate]] = defaultdict(list)
    for candidate in candidates:
        by_day[candidate.workout.day].append(candidate)
    stored_rows = groupby(sets_on(min(by_day), max(by_day)), key=lambda one: one.workout_id)
    stored = {workout_id: list(rows) for workout_id, rows in stored_rows}
    live_by_day: dict[date, list[StoredVersion]] = defaultdict(list)
    for version in live:
        live_by_day[version.day].append(version)
    for day, mine in by_day.items():
        theirs = live_by_day[day]
        outcomes = merge_day(
            [Session(source, one.workout.started_at, entries.of_file(one.rows)) for one in mine],
            [Session(one.source, one.started_at, entries.of_store(stored.get(one.workout_id, ()))) for one in theirs],
        )
        for candidate, outcome in zip(mine, outcomes, strict=True):
            _decide(decided, source, candidate, outcome, theirs, answers)


def _decide(
    decided: _Decided,
    source: str,
    candidate: _Candidate,
    outcome: Outcome,
    stored: Sequence[StoredVersion],
    answers: ImportAnswers,
) -> None:
    if outcome.partner is None:
        if outcome.new:
            _add(decided, source, candidate, outcome.new)
        return
    decided.changed += outcome.is_changed
    if (outcome.is_changed and answers.update_changed) or (outcome.new and not outcome.is_changed):
        decided.replaced.append(stored[outcome.partner].workout_id)
        _add(decided, source, candidate, sorted((*outcome.new, *outcome.kept)), new=outcome.new)


def _add(
    decided: _Decided, source: str, candidate: _Candidate, places: Sequence[int], new: Sequence[int] | None = None
) -> None:
    """Take over these sets of a workout; ``new`` are those of them that were not stored (None: all)."""
    rows, digest = candidate.rows, candidate.digest
    one = candidate.workout
    counted = None if new is None else [rows[place] for place in new]
    if len(places) < len(rows):
        rows = [(no, no, *rows[place][2:]) for no, place in enumerate(places, 1)]
        digest = sets_digest(one.day.isoformat(), rows)
    decided.new += _count_in_reps(rows if counted is None else counted)
    workout = Workout("", one.day, one.started_at, one.title, one.note, one.duration_s, source)
    decided.workouts.append(NewWorkout(workout, rows, digest))


def _count_in_reps(rows: Sequence[SetRow]) -> int:
    return len(rows) - [row[5] for row in rows].count(None)
