"""The exercise behind each name in a file: as answered, as remembered, as in the catalog, else the person's own."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import chain

from hamcore.catalog import Catalog, name_key
from hamcore.interchange.parsed import ParsedWorkout
from hamcore.transfer.answers import NameMatch
from hamcore.units import Load, LoadUnit


def match_names(
    workouts: Sequence[ParsedWorkout],
    answers: Mapping[str, str | None],
    remembered: Mapping[str, str | None],
    catalog: Catalog,
) -> tuple[NameMatch, ...]:
    """One match per name, in order of first appearance."""
    by_key = {name_key(name): exercise_id for name, exercise_id in remembered.items()}
    found = []
    for name, rows in _used(workouts).items():
        exercise_id, known = _meaning(name, answers, remembered, by_key, catalog)
        load, unit = _highest(rows)
        found.append(NameMatch(name, exercise_id, known, sum(rows.values()), load, unit))
    return tuple(found)


def _meaning(
    name: str,
    answers: Mapping[str, str | None],
    remembered: Mapping[str, str | None],
    by_key: Mapping[str, str | None],
    catalog: Catalog,
) -> tuple[str | None, bool]:
    for known in (answers, remembered):
        if name in known:
            return known[name], True
    if (key := name_key(name)) in by_key:
        return by_key[key], True
    exercise_id = catalog.exercise_id_for(name)
    return exercise_id, exercise_id is not None


_LoadCounts = dict[tuple[str, bool | None], int]
"""Load and whether it is in pounds (None: not said), to how often. Hashing a unit itself is slow."""


def _used(workouts: Sequence[ParsedWorkout]) -> dict[str, _LoadCounts]:
    """How often each name is used with each load; a timed or distance entry counts as no set."""
    # Equal sets of a file are one object: counted by identity first.
    sets = list(chain.from_iterable(workout.sets for workout in workouts))
    identities = list(map(id, sets))
    objects = dict(zip(identities, sets, strict=True))
    counts = Counter(identities)
    used: dict[str, _LoadCounts] = defaultdict(dict)
    for identity, (name, _, load, unit, reps, *_) in objects.items():
        loads, key = used[name], (load, None if unit is None else unit is LoadUnit.LB)
        loads[key] = loads.get(key, 0) + (0 if reps is None else counts[identity])
    return used


def _highest(rows: _LoadCounts) -> tuple[str, LoadUnit | None]:
    units = {None: None, False: LoadUnit.KG, True: LoadUnit.LB}
    loads = [(load, units[in_pounds]) for load, in_pounds in rows if load]
    return max(loads, key=_kilograms, default=("", None))


def _kilograms(load: tuple[str, LoadUnit | None]) -> float:
    text, unit = load
    return Load(Decimal(text), unit or LoadUnit.KG).kg
