"""The sets of a file in the form in which they are stored and compared."""

from collections.abc import Iterable, Mapping, Sequence

from hamcore.catalog import name_key
from hamcore.interchange.merge import Entry
from hamcore.interchange.parsed import ParsedSet
from hamcore.model.log import OWN_NAME
from hamcore.storage.coding import SET_TYPES, LoadBook
from hamcore.storage.imports import SetRow, StoredSet
from hamcore.units import LoadUnit


class _LoadTexts(dict[str, str | None]):
    """Load as in a file to load as stored, for one unit; each text is made once."""

    def __init__(self, unit: LoadUnit) -> None:
        super().__init__({"": None})
        self._unit = unit.value

    def __missing__(self, load: str) -> str:
        self[load] = text = f"{load} {self._unit}"
        return text


_Content = tuple[int, str, str | None, int | None, float | None, float | None, float | None, str]


class RowMaker:
    """Makes rows of the sets of one file, whose names have these numbers. A set with a load has a unit.

    Equal sets of a file are one object, so what a set becomes is worked out once per object.
    """

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._numbers = numbers
        self._kilograms, self._pounds = _LoadTexts(LoadUnit.KG), _LoadTexts(LoadUnit.LB)
        self._contents: dict[int, _Content] = {}

    def rows(self, sets: Sequence[ParsedSet]) -> list[SetRow]:
        """One row per set, numbered from 1."""
        contents, content = self._contents, self._content
        return [(no, no, *(contents.get(id(one)) or content(one))) for no, one in enumerate(sets, 1)]

    def _content(self, one: ParsedSet) -> _Content:
        name, kind, load, unit, reps, rir, seconds, metres, note = one
        # Floats have to be floats: a digest tells 5 from 5.0.
        self._contents[id(one)] = content = (
            self._numbers[name],
            kind.value,
            self._pounds[load] if unit is LoadUnit.LB else self._kilograms[load],
            reps,
            None if rir is None else float(rir),
            None if seconds is None else float(seconds),
            None if metres is None else float(metres),
            note,
        )
        return content


class EntryMaker:
    """Makes the comparable form of rows. Spellings of an own name that differ in case or accents alone are one."""

    def __init__(self, names: Mapping[str, tuple[int, str | None]]) -> None:
        self._keys = {
            number: OWN_NAME + name_key(name) if exercise_id is None else exercise_id
            for name, (number, exercise_id) in names.items()
        }
        self._loads = LoadBook()

    def of_file(self, rows: Sequence[SetRow]) -> list[Entry]:
        """The entries of a workout of a file."""
        return [self._entry(row[2], row[3], row[4], row[5], row[7], row[8]) for row in rows]

    def of_store(self, rows: Iterable[StoredSet]) -> list[Entry]:
        """The entries of a stored workout."""
        return [self._entry(one.name_no, one.set_type, one.load, one.reps, one.seconds, one.distance_m) for one in rows]

    def _entry(
        self,
        name_no: int,
        set_type: str,
        load: str | None,
        reps: int | None,
        seconds: float | None,
        distance_m: float | None,
    ) -> Entry:
        return Entry(self._keys[name_no], self._loads[load][1] or 0.0, reps, seconds, distance_m, SET_TYPES[set_type])
