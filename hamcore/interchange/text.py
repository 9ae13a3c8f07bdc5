"""From the bytes of a file to its lines: encoding, size, and the sign between cells."""

import codecs
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from typing import Final

LONGEST_LINE: Final = 1_000_000
"""Bytes. No app writes a line near it, and a longer one would only cost memory."""
MOST_COLUMNS: Final = 200
_PIECE: Final = 1 << 20
_DELIMITERS: Final = ",;\t"
_BOMS: Final = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_SQLITE: Final = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Text:
    """The bytes of a text file and how they are decoded."""

    data: bytes
    encoding: str

    @property
    def is_guessed(self) -> bool:
        """Whether the bytes are no Unicode text and the encoding is therefore a guess."""
        return self.encoding == "cp1252"

    def lines(self) -> Iterator[str]:
        """The physical lines with their ends, decoded piece by piece; LF, CRLF and CR all end a line."""
        return TextIOWrapper(BytesIO(self.data), self.encoding, newline="")


def open_text(data: bytes) -> Text | str:
    """``data`` as text, or a sentence that says why it is not a text file.

    >>> open_text("Übung,Reps".encode()).encoding, open_text("Übung,Reps".encode("latin-1")).encoding
    ('utf-8', 'cp1252')
    """
    if not data or data.isspace():
        return "The file is empty. Export your workouts again and check that the file has content."
    if data.startswith(_SQLITE):
        return "This is a database (perhaps an app's backup), not a CSV file. Use the app's CSV export instead."
    encoding = next((name for bom, name in _BOMS.items() if data.startswith(bom)), "utf-8")
    if encoding != "utf-16" and b"\x00" in data:
        return "This is not a text file: it contains NUL bytes. Allowed is a CSV export in UTF-8 or UTF-16 with a mark."
    if line := _line_over(data):
        return f"Line {line} is longer than {LONGEST_LINE:,} bytes: this is not a training log."
    for candidate in (encoding,) if encoding == "utf-16" else (encoding, "cp1252"):
        if _decodes(data, candidate):
            return Text(data, candidate)
    return "This is not a text file in an encoding known here. Allowed is UTF-8, UTF-16 with a mark, or Windows-1252."


def _line_over(data: bytes) -> int:
    """The number of the first line longer than allowed, 0 if there is none. Looks at few bytes and copies none."""
    start = 0
    while start + LONGEST_LINE < len(data):
        end = max(data.rfind(mark, start, start + LONGEST_LINE) for mark in (b"\n", b"\r"))
        if end < 0:
            return 1 + data.count(b"\n", 0, start)
        start = end + 1
    return 0


def _decodes(data: bytes, encoding: str) -> bool:
    """Whether all of ``data`` is text without NUL in ``encoding``; decoded in pieces, so little memory is needed."""
    decoder = codecs.getincrementaldecoder(encoding)()
    view = memoryview(data)
    try:
        for start in range(0, len(data), _PIECE):
            piece = decoder.decode(view[start : start + _PIECE], start + _PIECE >= len(data))
            if "\x00" in piece:
                return False
    except UnicodeError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Opening:
    """How a table begins: the sign between its cells, its header, and the line the header ends on."""

    delimiter: str
    header: tuple[str, ...]
    line: int


def read_opening(text: Text) -> Opening | str:
    """The opening of the table in ``text``, or why it has none. A line ``sep=;`` before the header is obeyed.

    >>> read_opening(Text(b"Date;Reps\\n1;2\\n", "utf-8"))
    Opening(delimiter=';', header=('Date', 'Reps'), line=1)
    """
    delimiter, announced = _sniff(text)
    reader = csv.reader(text.lines(), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if announced and reader.line_num == announced:
                continue
            if any(cell.strip() for cell in row):
                return _checked(Opening(delimiter, tuple(row), reader.line_num))
    except csv.Error as error:
        return f"Line {reader.line_num} is no header of a table: {error}."
    return "The file is empty. Export your workouts again and check that the file has content."


def _sniff(text: Text) -> tuple[str, int]:
    """The delimiter that gives the first line most cells, and the line number of a ``sep=`` line (0: none)."""
    for number, line in enumerate(text.lines(), 1):
        plain = line.strip().strip('"')
        if plain[:4].lower() == "sep=" and plain[4:5] in _DELIMITERS and len(plain) <= 5:
            return plain[4:5] or "\t", number
        if plain:
            return max(_DELIMITERS, key=lambda sign: _cells(line, sign)), 0
    return ",", 0


def _cells(line: str, delimiter: str) -> int:
    try:
        return len(next(csv.reader([line], delimiter=delimiter)))
    except csv.Error:
        return 0


def _checked(opening: Opening) -> Opening | str:
    if any((c < " " and c not in "\n\r\t") or c == "\x7f" for cell in opening.header for c in cell):
        return "This is not a text file: its first line has control characters. Allowed is a CSV export."
    if len(opening.header) > MOST_COLUMNS:
        return f"The first line has {len(opening.header):,} cells, a training log has at most {MOST_COLUMNS}."
    return opening
