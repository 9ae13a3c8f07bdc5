"""Stretches that were done, one row a hold."""

from collections.abc import Iterator
from datetime import date

from hamcore.model.log import Side
from hamcore.model.stretching import Hold, HoldKind, Occasion
from hamcore.storage import kept
from hamcore.storage.kept import Kept, Value
from hamcore.storage.sqlite import Session

_ADD = """
    INSERT INTO holds (athlete_id, hold_id, day, stretch, side, seconds, reps, kind, occasion, note, changed_in,
        deleted_at, seal)
    VALUES (:athlete_id, :hold_id, :day, :stretch, :side, :seconds, :reps, :kind, :occasion, :note, :changed_in,
        :deleted_at, :seal)"""
_CHANGE = """
    UPDATE holds SET day = :day, stretch = :stretch, side = :side, seconds = :seconds, reps = :reps, kind = :kind,
        occasion = :occasion, note = :note, changed_in = :changed_in, deleted_at = :deleted_at, seal = :seal
    WHERE athlete_id = :athlete_id AND hold_id = :hold_id"""
_ONE = """
    SELECT hold_id, day, stretch, side, seconds, reps, kind, occasion, note, deleted_at FROM holds
    WHERE athlete_id = :athlete_id AND hold_id = :record_id"""
_THERE = """
    SELECT hold_id, day, stretch, side, seconds, reps, kind, occasion, note FROM holds
    WHERE athlete_id = :athlete_id AND deleted_at IS NULL ORDER BY day, hold_id"""
_EVERY = "SELECT seal, hold_id, day, stretch, side, seconds, reps, kind, occasion, note, deleted_at FROM holds"
_TICKED = """
    SELECT hold_id FROM holds WHERE athlete_id = :athlete_id AND day = :day AND stretch = :stretch
        AND kind = :kind AND deleted_at IS NULL"""


def tick(session: Session, athlete_id: str, holds: tuple[Hold, ...]) -> bool:
    """Store holds that were ticked, or bring back those whose tick was taken off; False if all are there."""
    changed = [
        kept.add(session, HOLDS, athlete_id, hold) or kept.set_deleted(session, HOLDS, athlete_id, hold.hold_id, None)
        for hold in holds
    ]
    return any(changed)


def untick(session: Session, athlete_id: str, day: date, stretch: str, now: str) -> bool:
    """Delete what was ticked of a stretch on a day; what the guided session timed stays."""
    found = session.rows(
        _TICKED, athlete_id=athlete_id, day=day.isoformat(), stretch=stretch, kind=HoldKind.TICKED.value
    )
    changed = [kept.set_deleted(session, HOLDS, athlete_id, hold_id, now) for (hold_id,) in found]
    return any(changed)


def faults(session: Session) -> Iterator[str]:
    """A message for each hold that is not as it was written or cannot be read."""
    return kept.faults(session, HOLDS)


def _values(hold: Hold) -> tuple[Value, ...]:
    return (
        hold.hold_id,
        hold.day.isoformat(),
        hold.stretch,
        hold.side and hold.side.value,
        hold.seconds,
        hold.reps,
        hold.kind.value,
        hold.when and hold.when.value,
        hold.note,
    )


def _read(
    hold_id: str,
    day: str,
    stretch: str,
    side: str | None,
    seconds: int | None,
    reps: int | None,
    kind: str,
    occasion: str | None,
    note: str,
) -> Hold:
    return Hold(
        hold_id=hold_id,
        day=date.fromisoformat(day),
        stretch=stretch,
        side=None if side is None else Side(side),
        seconds=seconds,
        reps=reps,
        kind=HoldKind(kind),
        when=None if occasion is None else Occasion(occasion),
        note=note,
    )


HOLDS: Kept[Hold] = Kept(
    what="the hold",
    columns=("hold_id", "day", "stretch", "side", "seconds", "reps", "kind", "occasion", "note"),
    add=_ADD,
    change=_CHANGE,
    one=_ONE,
    there=_THERE,
    every=_EVERY,
    values=_values,
    read=_read,
)
