"""Strong: every form of its CSV export from 2016 on, in English and other languages."""

from hamcore.interchange.amounts import LOAD_UNITS, METRES, Amounts
from hamcore.interchange.columns import Columns, HeaderCell, Role, resolve
from hamcore.interchange.dates import read_numeric
from hamcore.interchange.fold import fold
from hamcore.interchange.layout import Kind, Layout
from hamcore.interchange.options import ReadOptions
from hamcore.interchange.parsed import RecordClass
from hamcore.interchange.text import Opening
from hamcore.model.log import SetType

ENGLISH = {
    "workout #": Role.WORKOUT,
    "date": Role.START,
    "workout name": Role.TITLE,
    "duration": Role.DURATION,
    "workout duration": Role.DURATION,
    "exercise name": Role.EXERCISE,
    "set order": Role.SET_TYPE,
    "weight": Role.LOAD,
    "weight unit": Role.LOAD_UNIT,
    "reps": Role.REPS,
    "rpe": Role.RPE,
    "distance": Role.DISTANCE,
    "distance unit": Role.DISTANCE_UNIT,
    "seconds": Role.SECONDS,
    "notes": Role.NOTE,
    "workout notes": Role.WORKOUT_NOTE,
}
"""The header's words since 2019, folded and without units."""

UNIT_NAMED = {
    "kg": Role.LOAD,
    "kgs": Role.LOAD,
    "lb": Role.LOAD,
    "lbs": Role.LOAD,
    "km": Role.DISTANCE,
    "mi": Role.DISTANCE,
    "m": Role.DISTANCE,
}
"""The 2016 form, whose columns of loads and distances are called by their unit."""

_SHARED = {"rpe": Role.RPE, "distance": Role.DISTANCE, "notes": Role.NOTE}
LOCALISED = {
    "fr": {
        "entrainement n°": Role.WORKOUT,
        "date": Role.START,
        "nom de l'entrainement": Role.TITLE,
        "duree": Role.DURATION,
        "duree de l'entrainement": Role.DURATION,
        "nom de l'exercice": Role.EXERCISE,
        "ordre de la serie": Role.SET_TYPE,
        "poids": Role.LOAD,
        "unite de poids": Role.LOAD_UNIT,
        "reps": Role.REPS,
        "repetitions": Role.REPS,
        "unite de distance": Role.DISTANCE_UNIT,
        "secondes": Role.SECONDS,
        "notes d'entrainement": Role.WORKOUT_NOTE,
        "notes de l'entrainement": Role.WORKOUT_NOTE,
    },
    "de": {
        "datum": Role.START,
        "workout-name": Role.TITLE,
        "trainingsname": Role.TITLE,
        "name des workouts": Role.TITLE,
        "name des trainings": Role.TITLE,
        "dauer": Role.DURATION,
        "ubungsname": Role.EXERCISE,
        "name der ubung": Role.EXERCISE,
        "satzreihenfolge": Role.SET_TYPE,
        "reihenfolge der satze": Role.SET_TYPE,
        "satz": Role.SET_TYPE,
        "gewicht": Role.LOAD,
        "gewichtseinheit": Role.LOAD_UNIT,
        "wdh": Role.REPS,
        "wdh.": Role.REPS,
        "wiederh.": Role.REPS,
        "wiederholungen": Role.REPS,
        "distanz": Role.DISTANCE,
        "entfernung": Role.DISTANCE,
        "distanzeinheit": Role.DISTANCE_UNIT,
        "sekunden": Role.SECONDS,
        "notizen": Role.NOTE,
        "workout-notizen": Role.WORKOUT_NOTE,
        "trainingsnotizen": Role.WORKOUT_NOTE,
    },
    "es": {
        "fecha": Role.START,
        "nombre del entrenamiento": Role.TITLE,
        "duracion": Role.DURATION,
        "nombre del ejercicio": Role.EXERCISE,
        "orden de la serie": Role.SET_TYPE,
        "orden de series": Role.SET_TYPE,
        "peso": Role.LOAD,
        "unidad de peso": Role.LOAD_UNIT,
        "reps": Role.REPS,
        "repeticiones": Role.REPS,
        "distancia": Role.DISTANCE,
        "unidad de distancia": Role.DISTANCE_UNIT,
        "segundos": Role.SECONDS,
        "notas": Role.NOTE,
        "notas del entrenamiento": Role.WORKOUT_NOTE,
    },
    "it": {
        "data": Role.START,
        "nome dell'allenamento": Role.TITLE,
        "nome allenamento": Role.TITLE,
        "durata": Role.DURATION,
        "nome dell'esercizio": Role.EXERCISE,
        "nome esercizio": Role.EXERCISE,
        "ordine della serie": Role.SET_TYPE,
        "ordine serie": Role.SET_TYPE,
        "peso": Role.LOAD,
        "unita di peso": Role.LOAD_UNIT,
        "rip": Role.REPS,
        "rip.": Role.REPS,
        "ripetizioni": Role.REPS,
        "distanza": Role.DISTANCE,
        "unita di distanza": Role.DISTANCE_UNIT,
        "secondi": Role.SECONDS,
        "note": Role.NOTE,
        "note dell'allenamento": Role.WORKOUT_NOTE,
        "note allenamento": Role.WORKOUT_NOTE,
    },
    "pt": {
        "data": Role.START,
        "nome do treino": Role.TITLE,
        "duracao": Role.DURATION,
        "nome do exercicio": Role.EXERCISE,
        "ordem da serie": Role.SET_TYPE,
        "ordem das series": Role.SET_TYPE,
        "peso": Role.LOAD,
        "unidade de peso": Role.LOAD_UNIT,
        "reps": Role.REPS,
        "repeticoes": Role.REPS,
        "distancia": Role.DISTANCE,
        "unidade de distancia": Role.DISTANCE_UNIT,
        "segundos": Role.SECONDS,
        "notas": Role.NOTE,
        "notas do treino": Role.WORKOUT_NOTE,
    },
    "nl": {
        "datum": Role.START,
        "naam van training": Role.TITLE,
        "naam training": Role.TITLE,
        "workoutnaam": Role.TITLE,
        "duur": Role.DURATION,
        "naam van oefening": Role.EXERCISE,
        "naam oefening": Role.EXERCISE,
        "oefeningnaam": Role.EXERCISE,
        "setvolgorde": Role.SET_TYPE,
        "volgorde van sets": Role.SET_TYPE,
        "gewicht": Role.LOAD,
        "gewichtseenheid": Role.LOAD_UNIT,
        "herh.": Role.REPS,
        "herhalingen": Role.REPS,
        "reps": Role.REPS,
        "afstand": Role.DISTANCE,
        "afstandseenheid": Role.DISTANCE_UNIT,
        "seconden": Role.SECONDS,
        "notities": Role.NOTE,
        "trainingsnotities": Role.WORKOUT_NOTE,
    },
}
"""Language to its words. French is as exported; the others are likely words, so a file in them is read all the same."""

NEEDED = {Role.START, Role.TITLE, Role.EXERCISE, Role.SET_TYPE, Role.LOAD, Role.REPS}
_MARKERS: dict[str, Kind] = {
    "": SetType.WORKING,
    "w": SetType.WARM_UP,
    "d": SetType.DROP,
    "f": SetType.FAILURE,
    "note": RecordClass.NOTE,
    "rest timer": RecordClass.REST_TIMER,
}


def layout(opening: Opening, header: tuple[HeaderCell, ...], options: ReadOptions) -> Layout | None:
    """How to read a Strong export with this header; None if it is none."""
    found = _columns(header)
    if found is None:
        return None
    columns, language = found
    unit = LOAD_UNITS.get(columns.units.get(Role.LOAD, ""))
    metres = METRES.get(columns.units.get(Role.DISTANCE, ""))
    comma = opening.delimiter != ","
    return Layout(
        source="strong",
        variant=_variant(columns, language, is_first_form=header[columns.at[Role.LOAD]].key in UNIT_NAMED),
        columns=columns,
        key=(Role.START, Role.TITLE, Role.WORKOUT),
        amounts=Amounts(unit or options.unit, metres, decimal_comma=comma),
        read_start=read_numeric,
        read_kind=read_marker,
        not_exercises=frozenset({"rest timer"}),
    )


def read_marker(text: str) -> Kind | str:
    """What a set-order cell says: a number (from 0 or 1) or nothing is a working set.

    >>> read_marker("12"), read_marker("W"), read_marker("Rest Timer")
    (<SetType.WORKING: 'working'>, <SetType.WARM_UP: 'warm_up'>, <RecordClass.REST_TIMER: 'rest_timer'>)
    """
    if text.isascii() and text.isdigit():
        return SetType.WORKING
    folded = fold(text)
    if folded.replace(".", "", 1).isdigit():
        return SetType.WORKING
    return _MARKERS.get(folded, f"'{text[:40]}' is not known: a number, W, D, F, Note or Rest Timer")


def _columns(header: tuple[HeaderCell, ...]) -> tuple[Columns, str] | None:
    """The columns and the language of a header."""
    words = {"": ENGLISH} | {language: _SHARED | words for language, words in LOCALISED.items()}
    for language, meanings in words.items():
        columns = resolve(header, meanings)
        if columns is not None and set(columns.at) >= NEEDED:
            return columns, language
    columns = resolve(header, ENGLISH | UNIT_NAMED)
    if columns is None or not set(columns.at) >= NEEDED:
        return None
    named = {role: header[index].key for role, index in columns.at.items() if header[index].key in UNIT_NAMED}
    return Columns(columns.names, columns.at, dict(columns.units) | named), ""


def _variant(columns: Columns, language: str, *, is_first_form: bool) -> str:
    """The name of the form, as the documentation of the formats calls it."""
    if is_first_form:
        return "S0"
    if Role.WORKOUT in columns.at:
        name = "S6-mixed" if Role.LOAD_UNIT in columns.at else "S6"
        if LOAD_UNITS.get(columns.units.get(Role.LOAD, "")) == "lb":
            name = "S6-lb"
    elif Role.LOAD_UNIT in columns.at:
        name = "S3" if Role.DURATION in columns.at else "S2"
    elif Role.DURATION not in columns.at:
        name = "S1"
    else:
        name = "S4" if Role.NOTE in columns.at else "S5"
    return f"{name}-{language}" if language else name
