"""The stretches a person added, by name."""

from collections.abc import Iterator

from hamcore.model.stretching import OwnStretch
from hamcore.storage import kept
from hamcore.storage.kept import Kept, Value
from hamcore.storage.sqlite import Session

_ADD = """
    INSERT INTO own_stretches (athlete_id, name, hold_s, reps, rounds, each_side, forward_bend, changed_in,
        deleted_at, seal)
    VALUES (:athlete_id, :name, :hold_s, :reps, :rounds, :each_side, :forward_bend, :changed_in,
        :deleted_at, :seal)"""
_CHANGE = """
    UPDATE own_stretches SET hold_s = :hold_s, reps = :reps, rounds = :rounds, each_side = :each_side,
        forward_bend = :forward_bend,
        changed_in = :changed_in, deleted_at = :deleted_at, seal = :seal
    WHERE athlete_id = :athlete_id AND name = :name"""
_ONE = """
    SELECT name, hold_s, reps, rounds, each_side, forward_bend, deleted_at FROM own_stretches
    WHERE athlete_id = :athlete_id AND name = :record_id"""
_THERE = """
    SELECT name, hold_s, reps, rounds, each_side, forward_bend FROM own_stretches
    WHERE athlete_id = :athlete_id AND deleted_at IS NULL ORDER BY name"""
_EVERY = "SELECT seal, name, hold_s, reps, rounds, each_side, forward_bend, deleted_at FROM own_stretches"


def faults(session: Session) -> Iterator[str]:
    """A message for each own stretch that is not as it was written or cannot be read."""
    return kept.faults(session, OWN_STRETCHES)


def _values(one: OwnStretch) -> tuple[Value, ...]:
    return one.name, one.hold_s, one.reps, one.rounds, int(one.each_side), int(one.forward_bend)


def _read(
    name: str, hold_s: int | None, reps: int | None, rounds: int, each_side: int, forward_bend: int
) -> OwnStretch:
    return OwnStretch(name, hold_s, reps, rounds, bool(each_side), bool(forward_bend))


OWN_STRETCHES: Kept[OwnStretch] = Kept(
    what="the own stretch",
    columns=("name", "hold_s", "reps", "rounds", "each_side", "forward_bend"),
    add=_ADD,
    change=_CHANGE,
    one=_ONE,
    there=_THERE,
    every=_EVERY,
    values=_values,
    read=_read,
)
