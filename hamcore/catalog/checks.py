"""Checks across exercises, and of everything that leans on one: what no record can show to be wrong by itself."""

from collections.abc import Callable, Iterator, Mapping

from hamcore.catalog.claims import check_claims
from hamcore.catalog.definitions import Catalog, names_of
from hamcore.catalog.findings import check_findings
from hamcore.catalog.progression import check_progression
from hamcore.catalog.range_tests import check_range_tests
from hamcore.catalog.whole import TWO_JOINT, check_whole
from hamcore.model.exercise import Exercise, Function, Prescription
from hamcore.model.muscle import Belly
from hamcore.model.routine import Slot
from hamcore.problems import Problem

LEAST_REST_S = 60
"""Rest below this was never asked for by the source article and is the floor of the rest rule."""

LONGEST_REPETITION_S = 10
"""Slower repetitions than this may build less."""


def check(catalog: Catalog, unsound: frozenset[str] = frozenset()) -> list[Problem]:
    """Every problem that shows only when the records of ``catalog`` are looked at together.

    ``unsound`` are the files whose own problems are known already; what they leave open is not reported again.
    """
    found = [problem for one_check in _CHECKS for problem in one_check(catalog)]
    found += check_claims(catalog.claims, catalog.notes, catalog.sources)
    found += check_progression(catalog, unsound)
    found += check_findings(catalog, unsound)
    found += check_range_tests(catalog, unsound)
    return found + list(check_whole(catalog, unsound))


def _with_own(catalog: Catalog, *attributes: str) -> Iterator[Exercise]:
    """The exercises without those variants that take all ``attributes`` over: their base answers for them."""
    for exercise in catalog.exercises.values():
        base = catalog.exercises.get(exercise.variant_of)
        if base is None or any(getattr(base, name) != getattr(exercise, name) for name in attributes):
            yield exercise


def _names(catalog: Catalog) -> Iterator[Problem]:
    """A name belongs to one exercise, or an import would credit somebody's sets to the wrong one."""
    owners: dict[str, str] = {}
    shown: dict[str, str] = {}
    for exercise in catalog.exercises.values():
        for key, spelling in names_of(exercise).items():
            owner = owners.setdefault(key, exercise.exercise_id)
            if owner != exercise.exercise_id:
                message = f"has {spelling!r}, which is a name of {owner!r} too; a name belongs to one exercise"
                yield _problem(exercise, "aliases", message)
        owner = shown.setdefault(exercise.short_name, exercise.exercise_id)
        if owner != exercise.exercise_id:
            yield _problem(
                exercise, "short_name", f"is that of {owner!r} too; two lines of a chart could not be told apart"
            )


def _steps(catalog: Catalog) -> Iterator[Problem]:
    """Easier and harder lead somewhere else, and never back and forth the same way."""
    for exercise in catalog.exercises.values():
        if exercise.exercise_id in (*exercise.easier, *exercise.harder):
            yield _problem(exercise, "easier", "or harder names the exercise itself")
        for other in sorted({*exercise.easier} & {*exercise.harder}):
            yield _problem(exercise, "easier", f"has {other!r}, which is also under harder")
        for key, way in (("easier", exercise.easier), ("harder", exercise.harder)):
            for other in way:
                record = catalog.exercises.get(other)
                if record and other != exercise.exercise_id and exercise.exercise_id in getattr(record, key):
                    yield _problem(exercise, key, f"has {other!r}, whose record says the opposite")


def _credits(catalog: Catalog) -> Iterator[Problem]:
    """What a set counts fits what the exercise does."""
    for exercise in _with_own(catalog, "function", "credits"):
        counted = exercise.credits
        triple = (counted.raw, counted.weighted, counted.half_synergist)
        if triple not in _CREDITS[exercise.function]:
            allowed = ", ".join("/".join(f"{credit:g}" for credit in one) for one in _CREDITS[exercise.function])
            found = "/".join(f"{credit:g}" for credit in triple)
            message = f"are {found} (raw/weighted/half_synergist); for {exercise.function} allowed are {allowed}"
            yield _problem(exercise, "credits", message)


def _bellies(catalog: Catalog) -> Iterator[Problem]:
    """The short head crosses only the knee, so a hinge cannot have it and bending the knee cannot leave it out."""
    for exercise in _with_own(catalog, "function", "bellies"):
        bellies = frozenset(exercise.bellies)
        if bellies != _BELLIES[exercise.function]:
            wanted = ", ".join(belly for belly in Belly if belly in _BELLIES[exercise.function]) or "none"
            yield _problem(exercise, "bellies", f"do not fit the function {exercise.function}; wanted: {wanted}")


def _prescriptions(catalog: Catalog) -> Iterator[Problem]:
    """Rest and tempo fit the function, in exercises and in routines."""
    for exercise in _with_own(catalog, "function", "prescription"):
        for key, message in _prescription_faults(exercise.prescription, exercise.function):
            yield _problem(exercise, f"prescription.{key}", message)
    for routine in catalog.routines.values():
        for day_no, day in enumerate(routine.days, 1):
            for item_no, slot in enumerate(day.items, 1):
                exercise_or_none = catalog.exercises.get(slot.exercise_id) if isinstance(slot, Slot) else None
                if exercise_or_none is None or not isinstance(slot, Slot):
                    continue
                for key, message in _prescription_faults(slot.prescription, exercise_or_none.function):
                    place = f"days[{day_no}].items[{item_no}].{key}"
                    yield Problem(f"routines/{routine.routine_id}.toml", message, column=place)


def _prescription_faults(prescription: Prescription, function: Function) -> Iterator[tuple[str, str]]:
    tempo = prescription.tempo
    total_s = tempo.lower_s + tempo.bottom_s + tempo.lift_s + tempo.top_s
    if function is Function.STRETCH:
        return
    if prescription.rest_s.lo < LEAST_REST_S:
        yield "rest_s", f"starts at {prescription.rest_s.lo} s; at least {LEAST_REST_S} s are needed between sets"
    if function is Function.BALLISTIC_HINGE:
        if total_s:
            yield "tempo", "has a tempo, but a swing goes as fast as it goes; write [0, 0, 0, 0]"
    elif tempo.lower_s == 0 or tempo.lift_s == 0:
        yield "tempo", "lowers or lifts in no time; write at least 1 s for each"
    elif total_s > LONGEST_REPETITION_S:
        yield "tempo", f"takes {total_s} s a repetition; allowed are {LONGEST_REPETITION_S} s"


def _sources(catalog: Catalog) -> Iterator[Problem]:
    """Nothing is said on the strength of a source that nobody has looked at."""
    groups: tuple[tuple[str, Mapping[str, tuple[str, ...]]], ...] = (
        (
            "exercises",
            {one.exercise_id: (*one.sources, one.credits.source) for one in _with_own(catalog, "sources", "credits")},
        ),
        ("stretches", {key: one.sources for key, one in catalog.stretches.items()}),
        ("muscles", {str(key): one.sources for key, one in catalog.muscles.items()}),
        ("routines", {key: one.sources for key, one in catalog.routines.items()}),
    )
    for folder, cited in groups:
        for record_id, source_ids in cited.items():
            for source_id in dict.fromkeys(source_ids):
                source = catalog.sources.get(source_id)
                if source and not source.verified:
                    message = f"names {source_id!r}, which is not verified; cite a verified source"
                    yield Problem(f"{folder}/{record_id}.toml", message, column="sources")


def _problem(exercise: Exercise, key: str, message: str) -> Problem:
    return Problem(f"exercises/{exercise.exercise_id}.toml", message, column=key)


_CREDITS: Mapping[Function, tuple[tuple[float, float, float], ...]] = {
    Function.HIP_HINGE: ((1, 1, 1), (1, 1, 0.5), (1, 0.5, 0.5)),
    Function.KNEE_FLEXION: ((1, 1, 1),),
    Function.COMBINED: ((1, 1, 1),),
    Function.BALLISTIC_HINGE: ((1, 0.5, 0.5),),
    Function.STRETCH: ((0, 0, 0),),
    Function.OTHER: ((0, 0, 0), (0, 0, 0.5)),
}
"""Per function the credits (raw, weighted, half for a synergist) that make sense together."""

_BELLIES: Mapping[Function, frozenset[Belly]] = {
    Function.HIP_HINGE: TWO_JOINT,
    Function.KNEE_FLEXION: frozenset(Belly),
    Function.COMBINED: frozenset(Belly),
    Function.BALLISTIC_HINGE: TWO_JOINT,
    Function.STRETCH: TWO_JOINT,
    Function.OTHER: frozenset(),
}
"""Per function the bellies that are loaded, or lengthened in a stretch."""

_CHECKS: tuple[Callable[[Catalog], Iterator[Problem]], ...] = (
    _names,
    _steps,
    _credits,
    _bellies,
    _prescriptions,
    _sources,
)
