"""How the parts of a set are written in the database, and read back."""

from collections.abc import Mapping
from decimal import Decimal

from hamcore.model.exercise import Tempo
from hamcore.model.log import OWN_NAME, Form, LoggedSet, SetType, Side
from hamcore.model.tempo import tempo_from, tempo_text
from hamcore.units import Load, LoadUnit

SET_TYPES: Mapping[str, SetType] = {kind.value: kind for kind in SetType}


class LoadBook(dict[str | None, tuple[Load | None, float | None]]):
    """Stored load text to the load and its kilograms; equal texts share one ``Load``.

    >>> LoadBook()["62.5 kg"]
    (Load(value=Decimal('62.5'), unit=<LoadUnit.KG: 'kg'>), 62.5)
    """

    def __missing__(self, text: str | None) -> tuple[Load | None, float | None]:
        """Read a text that was not asked for before."""
        load = None if text is None else load_from(text)
        entry = (load, None if load is None else load.kg)
        self[text] = entry
        return entry


def load_text(load: Load | None) -> str | None:
    """The load as stored: number as typed, a space, unit; None for no load."""
    return None if load is None else f"{load.value} {load.unit.value}"


def load_from(text: str) -> Load:
    """The load in a stored text such as ``62.5 kg``. Raises ValueError where it is none."""
    value, _, unit = text.partition(" ")
    try:
        return Load(Decimal(value), LoadUnit(unit))
    except ArithmeticError:
        raise ValueError(f"not a load: {text!r}") from None


class NotedBook(dict[str | None, tuple[Side | None, Form | None, Tempo | None]]):
    """What was noted of a set (stored side, form and tempo with a space between, or None) to the three of them.

    Equal texts share one tuple.

    >>> NotedBook()["left  3-1-1-0"]
    (<Side.LEFT: 'left'>, None, Tempo(lower_s=3, bottom_s=1, lift_s=1, top_s=0))
    """

    def __init__(self) -> None:
        super().__init__({None: (None, None, None)})

    def __missing__(self, text: str) -> tuple[Side | None, Form | None, Tempo | None]:
        """Read a text that was not asked for before. Raises ValueError where it is none."""
        side, form, tempo = text.split(" ")
        self[text] = noted = (
            Side(side) if side else None,
            Form(form) if form else None,
            tempo_from(tempo) if tempo else None,
        )
        return noted


def exercise_key(name: str, exercise_id: str | None) -> str:
    """The key of an exercise from its name as written and the id it is mapped to (None: the person's own)."""
    return OWN_NAME + name if exercise_id is None else exercise_id


def set_values(entry: LoggedSet) -> dict[str, object]:
    """The columns of a set that do not name its exercise. Numbers get the type of their column."""
    return {
        "workout_id": entry.workout_id,
        "set_no": entry.set_no,
        "position": entry.position,
        "set_type": entry.set_type.value,
        "load": load_text(entry.load),
        "reps": entry.reps,
        "rir": None if entry.rir is None else float(entry.rir),
        "seconds": None if entry.seconds is None else float(entry.seconds),
        "distance_m": None if entry.distance_m is None else float(entry.distance_m),
        "note": entry.note,
        "side": entry.side and entry.side.value,
        "form": entry.form and entry.form.value,
        "tempo": entry.tempo and tempo_text(entry.tempo),
    }
