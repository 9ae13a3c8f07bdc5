"""Reading a file and comparing it with what is stored, before anything is written."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256

from hamcore.catalog import Catalog
from hamcore.interchange import Limits, ReadOptions, read_file
from hamcore.interchange.parsed import SET_CLASSES, ParsedFile
from hamcore.storage import Store
from hamcore.storage.imports import ImportBasis, ImportRecord
from hamcore.transfer.answers import ImportAnswers, ImportPreview, NameMatch, Plan
from hamcore.transfer.names import match_names
from hamcore.transfer.pause import without_collections
from hamcore.transfer.planning import make_plan
from hamcore.transfer.summary import figures_of, matches_of, parsed_of

_NO_ANSWERS = ImportAnswers()


def preview_import(
    data: bytes,
    file_name: str,
    *,
    store: Store,
    athlete_id: str,
    catalog: Catalog,
    answers: ImportAnswers = _NO_ANSWERS,
    limits: Limits | None = None,
    today: date | None = None,
) -> ImportPreview:
    """What importing this file would do. Never raises for what is in the file; StorageError if the store fails."""
    digest = _digest(data, answers)
    record = store.same_file(athlete_id, digest)
    if record is not None and record.summary and not answers.restore_deleted:
        basis = store.import_basis(athlete_id)
        meanings = {name: exercise_id for name, (_, exercise_id) in basis.names.items()}
        if answers.names.items() <= meanings.items():
            return _as_before(record, file_name, digest, answers, basis.revision, meanings)
    options = ReadOptions(unit=answers.unit, columns=answers.columns, limits=limits, today=today)
    with without_collections():
        parsed = read_file(data, file_name, options=options)
        return preview_parsed(
            parsed, file_name, store=store, athlete_id=athlete_id, catalog=catalog, answers=answers, file_digest=digest
        )


def preview_parsed(
    parsed: ParsedFile,
    file_name: str,
    *,
    store: Store,
    athlete_id: str,
    catalog: Catalog,
    answers: ImportAnswers = _NO_ANSWERS,
    file_digest: str = "",
) -> ImportPreview:
    """What importing a file that is read already would do; the way to bring in the demo log."""
    basis = store.import_basis(athlete_id)
    remembered = {name: exercise_id for name, (_, exercise_id) in basis.names.items()}
    names = match_names(parsed.workouts, answers.names, remembered, catalog)
    plan = None
    if not parsed.questions and parsed.source != "unknown":
        plan = _plan(parsed, names, basis, store, athlete_id, answers)
    days = [workout.day for workout in parsed.workouts]
    sets = sum(parsed.classes.get(kind, 0) for kind in SET_CLASSES)
    return ImportPreview(
        file_name=file_name,
        file_digest=file_digest,
        answers=answers,
        parsed=parsed,
        names=names,
        workouts=len(parsed.workouts),
        sets=sets,
        new=plan.new if plan else 0,
        unchanged=sets - plan.new if plan else 0,
        changed_workouts=plan.changed_workouts if plan else 0,
        first_day=min(days, default=None),
        last_day=max(days, default=None),
        plan=plan,
    )


def _plan(
    parsed: ParsedFile,
    names: tuple[NameMatch, ...],
    basis: ImportBasis,
    store: Store,
    athlete_id: str,
    answers: ImportAnswers,
) -> Plan:
    meanings = {match.name: match.exercise_id for match in names}
    return make_plan(parsed, meanings, basis, lambda first, last: store.sets_on(athlete_id, first, last), answers)


def compared_anew(preview: ImportPreview, store: Store, athlete_id: str) -> ImportPreview:
    """The same file compared with what is stored by now. Names that got a meaning in the meantime have that one."""
    basis = store.import_basis(athlete_id)
    remembered = {
        name: exercise_id for name, (_, exercise_id) in basis.names.items() if name not in preview.answers.names
    }
    names = tuple(match._replace(exercise_id=remembered.get(match.name, match.exercise_id)) for match in preview.names)
    plan = _plan(preview.parsed, names, basis, store, athlete_id, preview.answers)
    return replace(
        preview,
        names=names,
        new=plan.new,
        unchanged=preview.sets - plan.new,
        changed_workouts=plan.changed_workouts,
        plan=plan,
    )


def _digest(data: bytes, answers: ImportAnswers) -> str:
    """Of the file and of the answers that decide how it is read; names are compared on their own."""
    digest = sha256(data)
    digest.update(repr((answers.unit, answers.columns, answers.update_changed)).encode())
    return digest.hexdigest()


def _as_before(
    record: ImportRecord,
    file_name: str,
    digest: str,
    answers: ImportAnswers,
    revision: int,
    meanings: Mapping[str, str | None],
) -> ImportPreview:
    workouts, sets, first_day, last_day = figures_of(record.summary)
    return ImportPreview(
        file_name=file_name,
        file_digest=digest,
        answers=answers,
        parsed=parsed_of(record.summary),
        names=matches_of(record.summary, meanings),
        workouts=workouts,
        sets=sets,
        new=0,
        unchanged=sets,
        changed_workouts=0,
        first_day=first_day,
        last_day=last_day,
        plan=Plan(revision, {}, (), (), 0, 0),
    )
