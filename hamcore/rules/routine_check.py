"""What a week lacks for the hamstrings, and what is fine about it, each finding with a change that answers it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from hamcore.model.exercise import CountingRule, Function, Mechanic
from hamcore.model.routine import Routine
from hamcore.rules.finding import Finding, FindingId, Place, Tone
from hamcore.rules.routine_fixes import apply, candidates
from hamcore.rules.routine_parts import (
    LEAST_HOURS,
    LEAST_REST_S,
    LEAST_STRENGTH_DAYS,
    LEAST_STRETCH_DAYS,
    LONG_HOLD_S,
    Definitions,
    first_out_of_order,
    holds_before,
    indexed_slots,
    last_heavy,
    strength_days,
    stretching_days,
    swings_before,
)
from hamcore.rules.schedule import Exercises, Stretches, balance, gaps, hinge_days, weighted_sets
from hamcore.rules.volume import WeekBand, band

_Found = Callable[[Routine, Definitions], Iterator[Finding]]


def check(routine: Routine, exercises: Exercises, stretches: Stretches) -> tuple[Finding, ...]:
    """Everything there is to say about a routine, what is worth a look first; at most one finding of each kind.

    A fix is one that was tried: applied, it takes its finding away and adds no other that is worth a look.

    >>> [finding.finding_id.value for finding in check(Routine("r", "Empty", "", ()), {}, {})][:2]
    ['too_few_sets', 'no_hinge']
    """
    known = Definitions(exercises, stretches)
    all_found = found(routine, known)
    before = {one.finding_id: len(one.where) for one in all_found if one.tone is Tone.LOOK}
    return tuple(_with_fix(finding, before, routine, known) for finding in all_found)


def found(routine: Routine, known: Definitions) -> tuple[Finding, ...]:
    """The findings without their fixes.

    >>> len(found(Routine("r", "Empty", "", ()), Definitions({}, {})))
    5
    """
    return tuple(
        sorted(
            (finding for look in _LOOKS for finding in look(routine, known)),
            key=lambda finding: _ORDER[finding.finding_id],
        )
    )


def _with_fix(finding: Finding, before: Mapping[FindingId, int], routine: Routine, known: Definitions) -> Finding:
    """The finding with the first candidate that takes it away and makes nothing worse.

    ``before`` are the findings worth a look with the number of places each has.
    """
    for fix in candidates(finding.finding_id, routine, known):
        after = found(apply(fix, routine), known)
        looks = {one.finding_id: len(one.where) for one in after if one.tone is Tone.LOOK}
        gone = all(one.finding_id is not finding.finding_id for one in after)
        if gone and all(count <= before.get(key, -1) for key, count in looks.items()):
            return replace(finding, fix=fix)
    return finding


def _volume(routine: Routine, known: Definitions) -> Iterator[Finding]:
    weighted = weighted_sets(routine, known.exercises)
    finding_id = {
        WeekBand.LOW: FindingId.TOO_FEW_SETS,
        WeekBand.BUILDING: FindingId.BUILDING_SETS,
        WeekBand.TARGET: FindingId.VOLUME_FITS,
        WeekBand.ABOVE: FindingId.MORE_THAN_NEEDED,
    }[band(weighted)]
    raw = sum(
        slot.prescription.sets * exercise.credits.under(CountingRule.RAW)
        for _, slot in routine.slots()
        if (exercise := known.of(slot))
    )
    yield Finding(finding_id, numbers=(("weighted", weighted), ("raw", float(raw))))


def _coverage(routine: Routine, known: Definitions) -> Iterator[Finding]:
    slots = [slot for _, slot in routine.slots()]
    hinges, bends = any(map(known.is_hinge, slots)), any(map(known.bends_knee, slots))
    if not hinges:
        yield Finding(FindingId.NO_HINGE)
    if not bends:
        yield Finding(FindingId.NO_KNEE_FLEXION)
    if hinges and bends:
        both = balance(routine, known.exercises)
        yield Finding(FindingId.BOTH_FUNCTIONS, numbers=(("hip", both.hip), ("knee", both.knee)))
    long = sum(slot.prescription.sets for slot in slots if known.is_long(slot))
    finding_id = FindingId.LONG_LENGTH if long else FindingId.NO_LONG_LENGTH
    yield Finding(finding_id, numbers=(("sets", float(long)),) if long else ())


def _spacing(routine: Routine, known: Definitions) -> Iterator[Finding]:
    days = hinge_days(routine, known.exercises)
    if len(days) < 2:
        return
    between = gaps(days)
    least = min(gap.hours for gap in between)
    if least >= LEAST_HOURS:
        yield Finding(FindingId.HINGES_SPACED, tuple(map(Place, days)), (("hours", float(least)),))
        return
    close = {day for gap in between if gap.hours < LEAST_HOURS for day in (gap.start, gap.end)}
    yield Finding(FindingId.HINGES_CLOSE, tuple(map(Place, sorted(close))), (("hours", float(least)),))


def _order(routine: Routine, known: Definitions) -> Iterator[Finding]:
    heavy = [day for day in routine.days if last_heavy(day, known) is not None]
    late = [Place(day.weekday, place[0]) for day in heavy if (place := first_out_of_order(day, known))]
    swings = [Place(day.weekday, at) for day in heavy for at in swings_before(day, known)]
    if late:
        yield Finding(FindingId.HINGE_NOT_FIRST, tuple(sorted(late)))
    if swings:
        yield Finding(FindingId.SWING_FIRST, tuple(sorted(swings)))
    if heavy and not late and not swings:
        yield Finding(FindingId.HINGE_FIRST, tuple(sorted(Place(day.weekday) for day in heavy)))


def _holds(routine: Routine, known: Definitions) -> Iterator[Finding]:
    places: list[Place] = []
    longest = 0
    for day in routine.days:
        positions, seconds = holds_before(day, known)
        if seconds >= LONG_HOLD_S:
            places += [Place(day.weekday, at) for at in positions]
            longest = max(longest, seconds)
    if places:
        yield Finding(FindingId.HOLDS_BEFORE_HINGE, tuple(sorted(places)), (("seconds", float(longest)),))


def _technique(routine: Routine, known: Definitions) -> Iterator[Finding]:
    places = [
        Place(day.weekday, at)
        for day in routine.days
        for at, slot in indexed_slots(day)
        if slot.technique and (exercise := known.of(slot)) and exercise.mechanic is Mechanic.COMPOUND
    ]
    if places:
        yield Finding(FindingId.TECHNIQUE_ON_COMPOUND, tuple(sorted(places)))


def _rest(routine: Routine, known: Definitions) -> Iterator[Finding]:
    short = {
        Place(day.weekday, at): slot.prescription.rest_s.lo
        for day in routine.days
        for at, slot in indexed_slots(day)
        if slot.prescription.rest_s.lo < LEAST_REST_S and known.function(slot) is not Function.STRETCH
    }
    if short:
        yield Finding(FindingId.SHORT_REST, tuple(sorted(short)), (("seconds", float(min(short.values()))),))


def _days(routine: Routine, known: Definitions) -> Iterator[Finding]:
    days = strength_days(routine, known)
    if days:
        enough = len(days) >= LEAST_STRENGTH_DAYS
        finding_id = FindingId.TWO_DAYS if enough else FindingId.ONE_DAY
        yield Finding(finding_id, tuple(sorted(Place(day.weekday) for day in days)), (("count", float(len(days))),))


def _stretching(routine: Routine, known: Definitions) -> Iterator[Finding]:
    days = stretching_days(routine, known)
    enough = len(days) >= LEAST_STRETCH_DAYS
    finding_id = FindingId.STRETCH_DAYS if enough else FindingId.FEW_STRETCH_DAYS
    yield Finding(finding_id, tuple(map(Place, days)), (("count", float(len(days))),))


_LOOKS: tuple[_Found, ...] = (_volume, _coverage, _spacing, _order, _holds, _technique, _rest, _days, _stretching)
_ORDER = {finding_id: at for at, finding_id in enumerate(FindingId)}
