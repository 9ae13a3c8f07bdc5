"""Tables of any other program: a person says which column is what, helped by a suggestion from the header."""

from collections.abc import Callable, Iterable, Sequence

from hamcore.interchange.amounts import LOAD_UNITS, METRES, Amounts
from hamcore.interchange.columns import MAPPED_ROLES, ColumnMapping, Columns, DateOrder, HeaderCell, Role, header_cell
from hamcore.interchange.dates import Moment, NamedMonths, read_numeric
from hamcore.interchange.fold import fold
from hamcore.interchange.layout import Kind, Layout
from hamcore.interchange.options import ReadOptions
from hamcore.interchange.text import Opening
from hamcore.model.log import SetType

_WORDS = {
    Role.START: "date datum fecha data day tag dia jour giorno dag dato pvm tarih datetime timestamp start started "
    "when kdy nap",
    Role.EXERCISE: "exercise ubung ejercicio exercice esercizio exercicio oefening ovelse ovning liike egzersiz lift "
    "movement name cwiczenie cvik gyakorlat",
    Role.LOAD: "weight gewicht peso poids load kg kgs lb lbs carga vikt vekt vaegt vaegten paino agirlik ciezar vaha "
    "suly charge",
    Role.LOAD_UNIT: "unit einheit unidad unite unita unidade eenheid enhet enhed birim jednostka",
    Role.REPS: "reps rep repetitions repeticiones repetitionen wiederholungen wdh ripetizioni rip repeticoes "
    "herhalingen herh repetisjoner repetitioner toistot tekrar powtorzenia opakovani ismetles",
    Role.TITLE: "workout session title training entrenamiento entrainement allenamento treino routine trening traning",
    Role.SET_TYPE: "type settype kind satzart tipo",
    Role.RPE: "rpe",
    Role.RIR: "rir",
    Role.SECONDS: "seconds secs time sekunden segundos secondes secondi zeit sekunder",
    Role.DISTANCE: "distance distanz distancia distanza afstand distans entfernung strecke",
    Role.DISTANCE_UNIT: "",
    Role.DURATION: "duration dauer duracion duree durata duracao duur",
    Role.NOTE: "note notes comment comments notizen notiz notas nota commentaire remarque kommentar bemerkung notities",
}
_PHRASES = {
    "exercise name": Role.EXERCISE,
    "exercise title": Role.EXERCISE,
    "name of exercise": Role.EXERCISE,
    "workout name": Role.TITLE,
    "workout date": Role.START,
    "workout notes": Role.WORKOUT_NOTE,
    "workout note": Role.WORKOUT_NOTE,
    "start time": Role.START,
    "weight unit": Role.LOAD_UNIT,
    "distance unit": Role.DISTANCE_UNIT,
    "set type": Role.SET_TYPE,
    "weight used": Role.LOAD,
}
_MEANINGS = {word: role for role, words in _WORDS.items() for word in words.split()} | _PHRASES
_SET_TYPES = {
    "": SetType.WORKING,
    "normal": SetType.WORKING,
    "working": SetType.WORKING,
    "work": SetType.WORKING,
    "no": SetType.WORKING,
    "false": SetType.WORKING,
    "0": SetType.WORKING,
    "w": SetType.WARM_UP,
    "warmup": SetType.WARM_UP,
    "true": SetType.WARM_UP,
    "yes": SetType.WARM_UP,
    "d": SetType.DROP,
    "drop": SetType.DROP,
    "dropset": SetType.DROP,
    "f": SetType.FAILURE,
    "failure": SetType.FAILURE,
    "restpause": SetType.REST_PAUSE,
    "forced": SetType.FORCED,
}


def layout(
    opening: Opening, header: tuple[HeaderCell, ...], options: ReadOptions, column: Callable[[int], Iterable[str]]
) -> Layout | None:
    """How to read a table as the person's mapping says; None without a mapping that is complete and fits."""
    mapping = options.columns
    if mapping is None or mapping.missing or _misfits(mapping, len(header)):
        return None
    units = {role: header[index].unit or header[index].key for role, index in mapping.columns.items()}
    columns = Columns(tuple(cell.text for cell in header), mapping.columns, units)
    months = NamedMonths(lambda: column(mapping.columns[Role.START]))
    unit = LOAD_UNITS.get(units.get(Role.LOAD, ""))
    return Layout(
        source="generic",
        variant="mapped",
        columns=columns,
        key=(Role.START, Role.TITLE, Role.WORKOUT),
        amounts=Amounts(
            unit or mapping.unit or options.unit,
            METRES.get(units.get(Role.DISTANCE, "")),
            decimal_comma=opening.delimiter != ",",
        ),
        read_start=lambda text: _read_start(text, mapping.date_order, months),
        read_kind=_read_kind,
    )


def _misfits(mapping: ColumnMapping, width: int) -> bool:
    """Whether a column of the mapping is not in the file or has two roles."""
    indexes = list(mapping.columns.values())
    return len(set(indexes)) < len(indexes) or not all(0 <= index < width for index in indexes)


def _read_start(text: str, order: DateOrder | None, months: NamedMonths) -> Moment | str:
    moment = read_numeric(text, order)
    if isinstance(moment, str) and any(c.isalpha() for c in text):
        return months.read(text)
    return moment


def _read_kind(text: str) -> Kind | str:
    word = fold(text).replace(" ", "").replace("_", "").replace("-", "")
    if word in _SET_TYPES:
        return _SET_TYPES[word]
    return SetType.WORKING if word.isdigit() else f"'{text[:40]}' is not known: normal, warmup, drop or failure"


def explain(header: Sequence[str], mapping: ColumnMapping | None) -> str:
    """Why a table with this header is not read (yet)."""
    if mapping is None:
        shown = ", ".join(cell.strip() or "(empty)" for cell in header[:12])[:200]
        return f"No app known here writes these columns: {shown}. Say which column is what, then it is read."
    if mapping.missing:
        return f"No column is chosen yet for: {', '.join(mapping.missing)}."
    return "The chosen columns do not fit the file: each has to be in it, and none can have two meanings."


def suggest_columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> ColumnMapping:
    """What the columns could be by their names and a few rows, to start a person's answer from.

    >>> suggest_columns(["Fecha", "Ejercicio", "Peso (kg)", "Reps."], [["24/11/2026", "Peso muerto", "100", "5"]])
    ColumnMapping(columns={<Role.START: 'date'>: 0, <Role.EXERCISE: 'exercise'>: 1, <Role.LOAD: 'load'>: 2, \
<Role.REPS: 'reps'>: 3}, unit=<LoadUnit.KG: 'kg'>, date_order=<DateOrder.DAY_FIRST: 'dmy'>)
    """
    found: dict[Role, int] = {}
    cells = [header_cell(text) for text in header]
    for index, cell in enumerate(cells):
        role = _role_of(cell)
        if role is not None and role not in found:
            found[role] = index
    columns = {role: found[role] for role in MAPPED_ROLES if role in found}
    unit = None
    if Role.LOAD in columns:
        cell = cells[columns[Role.LOAD]]
        unit = LOAD_UNITS.get(cell.unit or cell.key)
    return ColumnMapping(columns, unit, _date_order(columns, rows))


def _role_of(cell: HeaderCell) -> Role | None:
    """The role that a column's name suggests: the whole name first, then any of its words."""
    key = cell.key.rstrip(".:")
    if key in _MEANINGS:
        role = _MEANINGS[key]
        return Role.SECONDS if role is Role.DURATION and cell.unit in ("s", "sec", "secs", "seconds") else role
    words = key.replace("-", " ").replace("/", " ").replace(".", " ").split()
    return next((_MEANINGS[word] for word in words if word in _MEANINGS), None)


def _date_order(columns: dict[Role, int], rows: Sequence[Sequence[str]]) -> DateOrder | None:
    """The order of the dates, if only one order fits those of the sample that could be read in several."""
    if Role.START not in columns:
        return None
    index = columns[Role.START]
    texts = [row[index] for row in rows if index < len(row)]
    orders = [order for order in DateOrder if texts and all(isinstance(read_numeric(t, order), Moment) for t in texts)]
    return orders[0] if len(orders) == 1 else None
