"""Reading a file of any kind: recognised by its header, whatever it is called."""

import csv
from collections.abc import Iterable, Iterator

from hamcore.interchange import fitnotes, generic, hevy, own, strong
from hamcore.interchange.columns import HeaderCell, header_cell
from hamcore.interchange.evidence import unit_evidence
from hamcore.interchange.layout import Layout
from hamcore.interchange.options import ReadOptions
from hamcore.interchange.parsed import ParsedFile, Question
from hamcore.interchange.table import Reader, Table, read_table
from hamcore.interchange.text import Opening, Text, open_text, read_opening
from hamcore.problems import Problem, Severity

_NO_OPTIONS = ReadOptions()
_SAMPLE_ROWS = 5


def read_file(data: bytes, file_name: str, *, options: ReadOptions = _NO_OPTIONS) -> ParsedFile:
    """What is in a file. Never raises, whatever the bytes: a file that cannot be read has problems or a question.

    ``file_name`` is only for messages. A file of unknown layout asks ``Question.LAYOUT`` and is read once
    ``options.columns`` answers; loads without a unit ask ``Question.UNIT`` until ``options.unit`` answers.

    >>> parsed = read_file(b"title,start_time,exercise_title,set_type,weight_kg,reps\\n"
    ...     b'Hinge,"24 Nov 2026, 18:05",Deadlift (Barbell),normal,140,5\\n', "log.csv")
    >>> parsed.source, parsed.records, parsed.workouts[0].started_at, parsed.workouts[0].sets[0].load
    ('hevy', 1, '2026-11-24T18:05:00', '140')
    """
    limits = options.limits
    if limits is not None and len(data) > limits.size:
        return _refused(file_name, f"The file has {len(data):,} bytes; at most {limits.size:,} can be read here.")
    text = open_text(data)
    if isinstance(text, str):
        return _refused(file_name, text)
    opening = read_opening(text)
    if isinstance(opening, str):
        return _refused(file_name, opening)
    header = tuple(header_cell(cell) for cell in opening.header)
    if fitnotes.is_body_tracker(header):
        return _refused(file_name, fitnotes.BODY_TRACKER, source="fitnotes", variant="Body", header=opening.header)
    layout = _recognise(text, opening, header, options)
    if layout is None:
        return _unknown(file_name, text, opening, options)
    return _read(file_name, text, opening, layout, options)


def _recognise(text: Text, opening: Opening, header: tuple[HeaderCell, ...], options: ReadOptions) -> Layout | None:
    """The layout of the source whose header this is, or of the person's answer."""

    def column(index: int) -> Iterator[str]:
        return _column(text, opening, index)

    return (
        own.layout(opening, header, options)
        or strong.layout(opening, header, options)
        or hevy.layout(opening, header, options, column)
        or fitnotes.layout(opening, header, options)
        or generic.layout(opening, header, options, column)
    )


def _rows(text: Text, opening: Opening) -> Reader:
    """A reader of the rows below the header."""
    reader = csv.reader(text.lines(), delimiter=opening.delimiter, strict=True)
    while reader.line_num < opening.line:
        next(reader)
    return reader


def _column(text: Text, opening: Opening, index: int) -> Iterator[str]:
    """The cells of one column, as far as rows can be read."""
    try:
        for row in _rows(text, opening):
            if index < len(row):
                yield row[index]
    except csv.Error:
        return


def _read(file_name: str, text: Text, opening: Opening, layout: Layout, options: ReadOptions) -> ParsedFile:
    most = options.limits.records if options.limits else None
    table = read_table(_rows(text, opening), layout, file_name, today=options.today, most=most)
    if most is not None and table.records > most:
        return _refused(file_name, f"The file has more than {most:,} records, the most that can be read here.")
    asks_unit = None in table.units
    problems = [*_file_problems(file_name, text, table, options), *table.problems]
    return ParsedFile(
        source=layout.source,
        variant=layout.variant,
        records=table.records,
        classes={name: count for name, count in table.classes.items() if count},
        workouts=table.workouts,
        unit=next(iter(table.units)) if len(table.units) == 1 else None,
        questions=frozenset({Question.UNIT} if asks_unit else ()),
        evidence=unit_evidence(table.workouts) if asks_unit else None,
        header=opening.header,
        problems=problems,
    )


def _encoding_problems(file_name: str, text: Text) -> Iterable[Problem]:
    if text.is_guessed:
        message = "The file is not in UTF-8; it is read as Windows-1252. Check the letters with accents."
        yield Problem(file_name, message, Severity.WARNING)


def _file_problems(file_name: str, text: Text, table: Table, options: ReadOptions) -> Iterable[Problem]:
    """Warnings about the file as a whole."""
    yield from _encoding_problems(file_name, text)
    if not table.records:
        yield Problem(file_name, "The file has a header and no records.", Severity.WARNING)
    if options.unit and table.units and options.unit not in table.units:
        said = " and ".join(sorted(unit for unit in table.units if unit))
        yield Problem(file_name, f"The file says its loads are in {said}: so they are read.", Severity.WARNING)


def _refused(
    file_name: str, message: str, source: str = "unknown", variant: str = "", header: tuple[str, ...] = ()
) -> ParsedFile:
    return ParsedFile(
        source=source,
        variant=variant,
        records=0,
        classes={},
        workouts=(),
        unit=None,
        header=header,
        problems=(Problem(file_name, message),),
    )


def _unknown(file_name: str, text: Text, opening: Opening, options: ReadOptions) -> ParsedFile:
    """A table that no source writes: its header, a few rows, and what its columns could be."""
    sample: list[tuple[str, ...]] = []
    try:
        for row in _rows(text, opening):
            if len(sample) == _SAMPLE_ROWS:
                break
            if row:
                sample.append(tuple(row))
    except csv.Error:
        pass
    explained = Problem(file_name, generic.explain(opening.header, options.columns))
    return ParsedFile(
        source="unknown",
        variant="",
        records=0,
        classes={},
        workouts=(),
        unit=None,
        questions=frozenset({Question.LAYOUT}),
        header=opening.header,
        sample=tuple(sample),
        suggestion=generic.suggest_columns(opening.header, sample),
        problems=(explained, *_encoding_problems(file_name, text)),
    )
