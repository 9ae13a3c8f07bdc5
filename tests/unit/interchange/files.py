"""Synthetic files for the reader tests: one small file per header form, and strategies for hostile ones."""

import csv
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path

from hypothesis import strategies as st

from hamcore.interchange import ReadOptions, read_file
from hamcore.interchange.parsed import ParsedFile, ParsedSet, ParsedWorkout
from hamcore.model.exercise import Tempo
from hamcore.model.log import Form, SetType, Side
from hamcore.units import LoadUnit

FIXTURES = Path(__file__).parents[2] / "fixtures"
NAMES = sorted(path.name for path in FIXTURES.glob("*.csv"))
HEVY_HEADER = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"'
)


def fixture(name: str) -> bytes:
    return (FIXTURES / name).read_bytes()


def read(text: str | bytes, options: ReadOptions | None = None) -> ParsedFile:
    data = text.encode() if isinstance(text, str) else text
    return read_file(data, "log.csv", options=options or ReadOptions())


def read_fixture(name: str, unit: LoadUnit | None = None) -> ParsedFile:
    return read_file(fixture(name), name, options=ReadOptions(unit=unit))


def all_sets(parsed: ParsedFile) -> list[ParsedSet]:
    return [entry for workout in parsed.workouts for entry in workout.sets]


def only_set(parsed: ParsedFile) -> ParsedSet:
    (entry,) = all_sets(parsed)
    return entry


def said(parsed: ParsedFile) -> list[str]:
    return [str(problem) for problem in parsed.problems]


def strong_s4(*rows: str) -> str:
    """A Strong file whose rows give the cells from the exercise on; day and title are the same in each."""
    header = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
    return "\n".join([header, *(f"2026-03-02 18:00:00,Legs,50m,{row}" for row in rows)]) + "\n"


def strong_s2(*rows: str) -> str:
    """The same with semicolons and a unit on each row."""
    header = (
        "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;"
        "Notes;Workout Notes"
    )
    return "\n".join([header, *(f"2026-03-02 18:00:00;Legs;{row}" for row in rows)]) + "\n"


def hevy(*rows: str, header: str = HEVY_HEADER) -> str:
    return "\n".join([header, *rows])


def hevy_started(start: str, exercise: str = "Deadlift (Barbell)") -> str:
    return f'"Legs","{start}","","","{exercise}",,"",0,"normal",100,5,,,'


def fitnotes(*rows: str) -> str:
    header = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time"
    return "\n".join([header, *rows]) + "\n"


def independent_count(data: bytes, delimiter: str) -> int:
    """The records of a file as the standard library's reader counts them, without the header and blank lines."""
    rows = csv.reader(StringIO(data.decode("utf-8-sig", "replace"), newline=""), delimiter=delimiter)
    return sum(1 for row in rows if row) - 1


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30)
hostile = st.one_of(
    texts,
    st.sampled_from(["", "=1+1", "'=x", "''", "@SUM(A1)", "-5", "+x", "\t", '"', "a,b;c", "line\nline", "\r", " x "]),
)
numbers = st.floats(0.001, 1e6, allow_nan=False).map(lambda value: float(f"{value:.6g}"))
loads = st.decimals(Decimal("-500"), Decimal("5000"), places=3).map(lambda value: f"{value.normalize():f}")
parts = st.integers(0, 999)
sets = st.builds(
    ParsedSet,
    name=hostile.filter(lambda name: bool(name) and not name.isspace()),
    set_type=st.sampled_from(SetType),
    load=st.one_of(st.just(""), loads.filter(lambda text: text != "-0")),
    unit=st.sampled_from(LoadUnit),
    reps=st.none() | st.integers(0, 2000),
    rir=st.none() | st.sampled_from([0.0, 0.5, 1.0, 3.5]),
    seconds=st.none() | numbers,
    distance_m=st.none() | numbers,
    note=hostile,
    side=st.none() | st.sampled_from(Side),
    form=st.none() | st.sampled_from(Form),
    tempo=st.none() | st.builds(Tempo, parts, parts, parts, parts),
).map(lambda entry: entry if entry.load else entry._replace(unit=None))
days = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@st.composite
def workouts(draw: st.DrawFn) -> ParsedWorkout:
    """A workout with any texts in it, with or without a time of day, sets and a duration."""
    day = draw(days)
    clock = draw(st.none() | st.times().map(lambda time: time.replace(microsecond=0, fold=0).isoformat()))
    return ParsedWorkout(
        day,
        f"{day.isoformat()}T{clock}" if clock else "",
        draw(hostile),
        draw(hostile),
        draw(st.none() | st.integers(0, 200_000)),
        draw(st.lists(sets, max_size=4)),
    )


cells = st.one_of(
    texts,
    st.sampled_from(["", "0", "100", "62,5", "1,000", "-20", "1e9", "nan", "inf", "W", "Rest Timer", "kg", "lbs"]),
    st.sampled_from(["2026-03-02 18:00:00", "2 Mar 2026, 18:00", "03/04/2026", "0000-00-00", "99:99", "1h 6m"]),
)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A good file with a few bytes replaced, removed or put in."""
    data = bytearray(fixture(draw(st.sampled_from(NAMES))))
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(len(data) - 1, 0)))
        cut = draw(st.integers(0, 8))
        data[at : at + cut] = draw(st.binary(max_size=6) | st.sampled_from([b'"', b";", b",", b"\n", b"\r", b"0"]))
    return bytes(data)


@st.composite
def shuffled_rows(draw: st.DrawFn) -> bytes:
    """A known header with rows of any cells, most of them as many as the header has."""
    header = fixture(draw(st.sampled_from(NAMES))).split(b"\n", 1)[0].decode("utf-8", "replace").strip()
    delimiter = ";" if header.count(";") > header.count(",") else ","
    width = header.count(delimiter) + 1
    out = StringIO(newline="")
    out.write(header + "\n")
    ragged = st.lists(cells, max_size=width + 2)
    even = st.lists(cells, min_size=width, max_size=width)
    csv.writer(out, delimiter=delimiter).writerows(draw(st.lists(even | ragged, max_size=6)))
    return out.getvalue().encode()


anything = st.one_of(st.binary(max_size=400), texts.map(str.encode), mutated(), shuffled_rows())
