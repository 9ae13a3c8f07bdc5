"""The sets of a file in the form in which they are stored and compared."""

from collections.abc import Iterable, Mapping, Sequence

from hamcore.catalog import name_key
from hamcore.interchange.merge import Entry
from hamcore.interchange.parsed import ParsedSet
from hamcore.model.log import OWN_NAME
from hamcore.model.tempo import tempo_text
from hamcore.storage.coding import SET_TYPES, LoadBook
from hamcore.storage.imports import SetContent, StoredSet
from hamcore.units import LoadUnit


class _LoadTexts(dict[str, str | None]):
    """Load as in a file to load as stored, for one unit; each text is made once."""

    def __init__(self, unit: LoadUnit) -> None:
        super().__init__({"": None})
        self._unit = unit.value

    def __missing__(self, load: str) -> str:
        self[load] = text = f"{load} {self._unit}"
        return text


class ContentMaker:
    """Makes what is stored of the sets of one file, whose names have these numbers. A set with a load has a unit.

    Equal sets of a file are one object, so what a set becomes is worked out once per object.
    """

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._numbers = numbers
        self._kilograms, self._pounds = _LoadTexts(LoadUnit.KG), _LoadTexts(LoadUnit.LB)
        self._known: dict[int, SetContent] = {}

    def contents(self, sets: Sequence[ParsedSet]) -> list[SetContent]:
        """What each set is stored as."""
        known, content = self._known, self._content
        return [known.get(id(one)) or content(one) for one in sets]

    def _content(self, one: ParsedSet) -> SetContent:
        name, kind, load, unit, reps, rir, seconds, metres, note, side, form, tempo = one
        # Floats have to be floats: a digest tells 5 from 5.0.
        plain = (
            self._numbers[name],
            kind.value,
            self._pounds[load] if unit is LoadUnit.LB else self._kilograms[load],
            reps,
            None if rir is None else float(rir),
            None if seconds is None else float(seconds),
            None if metres is None else float(metres),
            note,
        )
        content: SetContent = plain
        if side or form or tempo:
            content = (
                *plain,
                None if side is None else side.value,
                None if form is None else form.value,
                None if tempo is None else tempo_text(tempo),
            )
        self._known[id(one)] = content
        return content


class EntryMaker:
    """Makes the comparable form of sets. Spellings of an own name that differ in case or accents alone are one."""

    def __init__(self, names: Mapping[str, tuple[int, str | None]]) -> None:
        self._keys = {
            number: OWN_NAME + name_key(name) if exercise_id is None else exercise_id
            for name, (number, exercise_id) in names.items()
        }
        self._loads = LoadBook()

    def of_file(self, contents: Sequence[SetContent]) -> list[Entry]:
        """The entries of a workout of a file."""
        return [
            self._entry(name_no, kind, load, reps, seconds, metres)
            for name_no, kind, load, reps, _, seconds, metres, *_ in contents
        ]

    def of_store(self, sets: Iterable[StoredSet]) -> list[Entry]:
        """The entries of a stored workout."""
        return [self._entry(one.name_no, one.set_type, one.load, one.reps, one.seconds, one.distance_m) for one in sets]

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
