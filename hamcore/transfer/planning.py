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

from hamcore.interchange.merge import Outcome, Session, merge_day
from hamcore.interchange.parsed import ParsedFile, ParsedWorkout
from hamcore.storage.digest import sets_digest
from hamcore.storage.imports import ImportBasis, SetContent, Standing, StoredSet, StoredVersion
from hamcore.transfer.answers import ImportAnswers, Plan, PlannedWorkout
from hamcore.transfer.contents import ContentMaker, EntryMaker

DEMO = "demo"
"""The source of invented workouts; they are never taken for real ones, nor real ones for them."""

SetsOn = Callable[[date, date], Sequence[StoredSet]]


@dataclass(slots=True)
class _Decided:
    """What was decided so far."""

    workouts: list[PlannedWorkout]
    replaced: list[str]
    new: int = 0
    changed: int = 0


def make_plan(
    parsed: ParsedFile, meanings: Mapping[str, str | None], basis: ImportBasis, sets_on: SetsOn, answers: ImportAnswers
) -> Plan:
    """What writing ``parsed`` does to what is stored. ``sets_on`` reads the stored sets of a span of days."""
    names = _numbered(meanings, basis)
    versions = [one for one in basis.versions if (one.source == DEMO) == (parsed.source == DEMO)]
    maker = ContentMaker({name: number for name, (number, _) in names.items()})
    candidates = _candidates(parsed.workouts, maker)
    left, live = _without_known(candidates, versions, restore_deleted=answers.restore_deleted)
    decided = _Decided([], [])
    days = {one.day for one in live}
    compared: list[PlannedWorkout] = []
    for candidate in left:
        if candidate.workout.day in days:
            compared.append(candidate)
        else:
            _add(decided, candidate, candidate.sets)
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


def _candidates(workouts: Iterable[ParsedWorkout], maker: ContentMaker) -> Iterator[PlannedWorkout]:
    for workout in workouts:
        contents = maker.contents(workout.sets)
        yield PlannedWorkout(workout, contents, sets_digest(workout.day.isoformat(), contents))


def _without_known(
    candidates: Iterable[PlannedWorkout], versions: Sequence[StoredVersion], *, restore_deleted: bool
) -> tuple[list[PlannedWorkout], list[StoredVersion]]:
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
    candidates: Sequence[PlannedWorkout],
    live: Sequence[StoredVersion],
    sets_on: SetsOn,
    entries: EntryMaker,
    answers: ImportAnswers,
) -> None:
    """Compare set by set, a day at a time."""
    by_day: dict[date, list[PlannedWorkout]] = defaultdict(list)
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
            [Session(source, one.workout.started_at, entries.of_file(one.sets)) for one in mine],
            [Session(one.source, one.started_at, entries.of_store(stored.get(one.workout_id, ()))) for one in theirs],
        )
        for candidate, outcome in zip(mine, outcomes, strict=True):
            _decide(decided, candidate, outcome, theirs, answers)


def _decide(
    decided: _Decided,
    candidate: PlannedWorkout,
    outcome: Outcome,
    stored: Sequence[StoredVersion],
    answers: ImportAnswers,
) -> None:
    new = [candidate.sets[place] for place in outcome.new]
    if outcome.partner is None:
        if new:
            _add(decided, _only(candidate, outcome.new), new)
        return
    decided.changed += outcome.is_changed
    if (outcome.is_changed and answers.update_changed) or (new and not outcome.is_changed):
        decided.replaced.append(stored[outcome.partner].workout_id)
        _add(decided, _only(candidate, sorted((*outcome.new, *outcome.kept))), new)


def _only(candidate: PlannedWorkout, places: Sequence[int]) -> PlannedWorkout:
    """The workout with the sets at these places alone."""
    if len(places) == len(candidate.sets):
        return candidate
    contents = [candidate.sets[place] for place in places]
    return PlannedWorkout(candidate.workout, contents, sets_digest(candidate.workout.day.isoformat(), contents))


def _add(decided: _Decided, planned: PlannedWorkout, new: Sequence[SetContent]) -> None:
    """Write this workout; ``new`` are those of its sets that are not stored."""
    decided.workouts.append(planned)
    decided.new += len(new) - [content[3] for content in new].count(None)
