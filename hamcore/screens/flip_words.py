"""What would have changed a recommendation, in one sentence."""

from collections.abc import Iterator, Sequence
from datetime import date

from hamcore.catalog import Catalog
from hamcore.model.log import Form, LoggedSet
from hamcore.rules.recommendation import Flip, Outcome, Recommendation
from hamcore.screens.coach_facts import FORM_WORDS, load_or_body, on_day, reps_words, set_names
from hamcore.screens.wording import listed, load_in
from hamcore.units import LoadUnit

_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def flip_words(rec: Recommendation, catalog: Catalog, unit: LoadUnit, today: date) -> str:
    """What the smallest other log would have led to; empty where nothing small would have changed it."""
    flip = rec.flip
    if flip is None:
        return ""
    return f"{_consequence(rec, flip, catalog, unit)} {_condition(rec, flip, unit, today)}."


def _consequence(rec: Recommendation, flip: Flip, catalog: Catalog, unit: LoadUnit) -> str:
    if flip.outcome is Outcome.NONE:
        return "No load would have been suggested"
    load = load_or_body(flip.load, unit)
    if flip.load == rec.load:
        note = catalog.progression.get(flip.rule)
        return f"Also {load}, for another reason ({note.title.lower() if note else flip.rule.value}),"
    if flip.outcome is Outcome.SAME:
        return f"Would have stayed at {load}"
    return f"Would have been {load}"


def _condition(rec: Recommendation, flip: Flip, unit: LoadUnit, today: date) -> str:
    if flip.before and flip.before[0].day != flip.after[0].day:
        return f"had the last time been {on_day(flip.after[0].day, today)}"
    changed = [*flip.before, *flip.without, *flip.added]
    parts = [*_changes(flip, rec.facts, unit)]
    if flip.without:
        parts.append(f"without {set_names(flip.without, rec.facts)}")
    if flip.added:
        parts.append(_added(flip.added, unit))
    elsewhere = changed and rec.facts and changed[0].workout_id != rec.facts[-1].workout_id
    return listed(parts) + (f" {on_day(changed[0].day, today)}" if elsewhere else "")


def _added(sets: Sequence[LoggedSet], unit: LoadUnit) -> str:
    reps = listed([str(entry.reps) for entry in sets])
    more = "set" if len(sets) == 1 else "sets"
    return f"with {_count(len(sets))} more {more} of {reps} at {load_or_body(sets[0].load, unit)}"


def _changes(flip: Flip, facts: Sequence[LoggedSet], unit: LoadUnit) -> Iterator[str]:
    """One change with the sets it concerns; of several different ones how the workout would then read."""
    pairs = list(zip(flip.before, flip.after, strict=True))
    kinds = dict.fromkeys(_change(before, after, unit) for before, after in pairs)
    if len(kinds) == 1:
        yield f"with {next(iter(kinds))} in {set_names(flip.before, facts)}"
    elif kinds:
        yield f"with {_as_a_whole(pairs, facts)}"


def _as_a_whole(pairs: Sequence[tuple[LoggedSet, LoggedSet]], facts: Sequence[LoggedSet]) -> str:
    """The repetitions of the workout after the changes, with the reserve and the form that this takes."""
    after = {before.set_no: changed for before, changed in pairs}
    workout_id = pairs[0][0].workout_id
    words = reps_words([after.get(entry.set_no, entry) for entry in facts if entry.workout_id == workout_id])
    reserves = [changed.rir for before, changed in pairs if changed.rir != before.rir and changed.rir is not None]
    form = ", clean form" if any(before.form is not changed.form for before, changed in pairs) else ""
    return words + (f", at least {min(reserves):g} in reserve" if reserves else "") + form


def _change(before: LoggedSet, after: LoggedSet, unit: LoadUnit) -> str:
    return listed([*_differences(before, after, unit)]) or "the same"


def _differences(before: LoggedSet, after: LoggedSet, unit: LoadUnit) -> Iterator[str]:
    if before.reps != after.reps:
        difference = (after.reps or 0) - (before.reps or 0)
        yield f"{_counted(abs(difference))} {'more' if difference > 0 else 'less'}"
    if before.rir != after.rir:
        yield f"{after.rir:g} in reserve" if after.rir is not None else "no reserve noted"
    if before.load != after.load:
        yield load_in(after.load, unit) if after.load else "no load"
    if before.form is not after.form:
        yield "clean form" if after.form in (None, Form.CLEAN) else f"{FORM_WORDS[after.form]} noted"


def _counted(count: int) -> str:
    return f"{_count(count)} {'repetition' if count == 1 else 'repetitions'}"


def _count(count: int) -> str:
    return _COUNTS[count] if count < len(_COUNTS) else str(count)
