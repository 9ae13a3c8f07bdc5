"""Which sets of a file are already stored: by what was done that day, never by row number or time stamp.

Sets are compared as a multiset per day. Straight sets look alike, so ten equal sets in a file and ten stored are the
same ten, and an eleventh is new. Two sets are the same if exercise, repetitions, seconds and distance agree and the
loads differ by no more than apps' rounding of pounds and kilograms; the type of set, notes and times do not count,
because apps do not agree on them.
"""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from typing import NamedTuple

from hamcore.model.log import SetType

LOAD_TOLERANCE_KG = 0.02
"""135 lb are 61.235 kg; one app writes 61.23 and another 61.24. No plate is this light."""

_DISTANCE_STEP_M = 10.0


class Entry(NamedTuple):
    """What makes a set the same set; ``load_kg`` 0 for none."""

    exercise: str
    load_kg: float
    reps: int | None
    seconds: float | None
    distance_m: float | None
    set_type: SetType


class Session(NamedTuple):
    """A workout of one day, from a file or from the store. ``started_at`` as in ``ParsedWorkout``."""

    source: str
    started_at: str
    entries: Sequence[Entry]

    @property
    def start_minute(self) -> str:
        """The start without seconds, which spreadsheets drop; empty if only the day is known."""
        return self.started_at[:16]


class Outcome(NamedTuple):
    """What is new about one workout of a file."""

    new: tuple[int, ...]
    """Places of the entries that are not stored."""
    kept: tuple[int, ...]
    """Places of those that are, in the stored version of this very workout."""
    partner: int | None
    """Place of that version among the stored workouts; None if this workout is not stored."""
    missing: int
    """How many sets of that version are not in the file any more."""
    retyped: bool
    """Whether a set of that version has another type in the file."""

    @property
    def is_changed(self) -> bool:
        """Whether the app has changed or taken away something that is stored."""
        return self.missing > 0 or self.retyped


def merge_day(incoming: Sequence[Session], stored: Sequence[Session]) -> list[Outcome]:
    """Compare the workouts of a file with the stored workouts of the same day.

    A workout is first compared with the stored one of the same source and start minute, then what is left of it with
    what is left of all others (another app's record of the same training, or sets logged by hand).
    """
    partners = _partners(incoming, stored)
    pairs = [
        _pairs(session.entries, stored[partner].entries) if partner is not None else {}
        for session, partner in zip(incoming, partners, strict=True)
    ]
    others = [entry for place, one in enumerate(stored) if place not in partners for entry in one.entries]
    outcomes = []
    for session, partner, pair in zip(incoming, partners, pairs, strict=True):
        left = [place for place in range(len(session.entries)) if place not in pair]
        elsewhere = _pairs([session.entries[place] for place in left], others)
        others = [entry for place, entry in enumerate(others) if place not in set(elsewhere.values())]
        new = tuple(place for rank, place in enumerate(left) if rank not in elsewhere)
        outcomes.append(_outcome(session, new, pair, partner, stored))
    return outcomes


def _outcome(
    session: Session, new: tuple[int, ...], pair: dict[int, int], partner: int | None, stored: Sequence[Session]
) -> Outcome:
    if partner is None:
        return Outcome(new, (), None, 0, retyped=False)
    before = stored[partner].entries
    retyped = any(session.entries[mine].set_type is not before[theirs].set_type for mine, theirs in pair.items())
    return Outcome(new, tuple(sorted(pair)), partner, len(before) - len(pair), retyped)


def _partners(incoming: Sequence[Session], stored: Sequence[Session]) -> list[int | None]:
    waiting: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, one in enumerate(stored):
        waiting[one.source, one.start_minute].append(place)
    found: list[int | None] = []
    for session in incoming:
        places = waiting[session.source, session.start_minute]
        found.append(places.pop(0) if places else None)
    return found


def _pairs(left: Sequence[Entry], right: Sequence[Entry]) -> dict[int, int]:
    """Place on the left to place on the right, each used once, for as many as are the same set."""
    groups = _by_kind(right)
    found: dict[int, int] = {}
    for kind, mine in _by_kind(left).items():
        theirs = iter(groups.get(kind, ()))
        other = next(theirs, None)
        for load, _, place in mine:
            while other is not None and other[0] < load - LOAD_TOLERANCE_KG:
                other = next(theirs, None)
            if other is not None and other[0] <= load + LOAD_TOLERANCE_KG:
                found[place] = other[2]
                other = next(theirs, None)
    return found


def _by_kind(entries: Sequence[Entry]) -> dict[Hashable, list[tuple[float, str, int]]]:
    groups: dict[Hashable, list[tuple[float, str, int]]] = defaultdict(list)
    for place, entry in enumerate(entries):
        kind = (entry.exercise, entry.reps, _rounded(entry.seconds, 1.0), _rounded(entry.distance_m, _DISTANCE_STEP_M))
        groups[kind].append((entry.load_kg, entry.set_type.value, place))
    for group in groups.values():
        group.sort()
    return groups


def _rounded(value: float | None, step: float) -> int:
    # A tiny nudge: 4.175 km is stored a little below the tie that apps round up.
    return int((value or 0.0) / step + 0.5 + 1e-9)
