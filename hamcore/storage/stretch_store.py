"""The part of the store that holds a person's stretching: holds, range tests, own stretches."""

from collections.abc import Sequence
from datetime import date

from hamcore.model.stretching import Hold, OwnStretch, RangeTest, StretchLog
from hamcore.storage import athletes, holds, kept
from hamcore.storage.base import StoreBase
from hamcore.storage.holds import HOLDS
from hamcore.storage.own_stretches import OWN_STRETCHES
from hamcore.storage.range_tests import RANGE_TESTS
from hamcore.storage.sqlite import Session

_CHANGED = """
    SELECT EXISTS (SELECT 1 FROM holds WHERE athlete_id = :athlete_id AND changed_in > :since)
        OR EXISTS (SELECT 1 FROM range_tests WHERE athlete_id = :athlete_id AND changed_in > :since)
        OR EXISTS (SELECT 1 FROM own_stretches WHERE athlete_id = :athlete_id AND changed_in > :since)"""


class StretchStore(StoreBase):
    """Stretching. What is deleted can be brought back for 30 days, as it was."""

    def stretching(self, athlete_id: str, since: int = -1) -> StretchLog | None:
        """Everything of the athlete's stretching; None if nothing of it changed after the revision ``since``."""
        with self._database.read() as session:
            # A revision ahead of the file's: a backup was put in its place, and everything is news.
            if 0 <= since <= athletes.revision(session, athlete_id):
                changed = session.rows(_CHANGED, athlete_id=athlete_id, since=since)[0][0]
                if not changed:
                    return None
            own = kept.load(session, OWN_STRETCHES, athlete_id)
            return StretchLog(
                holds=kept.load(session, HOLDS, athlete_id),
                range_tests=kept.load(session, RANGE_TESTS, athlete_id),
                own={one.key: one for one in own},
            )

    def log_hold(self, athlete_id: str, hold: Hold) -> bool:
        """Store a hold once, however often it is sent; False if its id is stored already, deleted or not."""
        return self._change(athlete_id, lambda session: kept.add(session, HOLDS, athlete_id, hold))

    def edit_hold(self, athlete_id: str, hold: Hold) -> bool:
        """Change the hold that has this id, also to another day."""
        return self._change(athlete_id, lambda session: kept.edit(session, HOLDS, athlete_id, hold))

    def delete_hold(self, athlete_id: str, hold_id: str) -> bool:
        """Delete a hold."""
        now = self._now()
        return self._change(athlete_id, lambda session: kept.set_deleted(session, HOLDS, athlete_id, hold_id, now))

    def restore_hold(self, athlete_id: str, hold_id: str) -> bool:
        """Bring a deleted hold back."""
        return self._change(athlete_id, lambda session: kept.set_deleted(session, HOLDS, athlete_id, hold_id, None))

    def tick_stretch(self, athlete_id: str, ticked: Sequence[Hold]) -> bool:
        """Store the holds of a tick (see ``hamcore.rules.stretching.ticked``); those taken off before come back."""
        return self._change(athlete_id, lambda session: holds.tick(session, athlete_id, tuple(ticked)))

    def untick_stretch(self, athlete_id: str, day: date, stretch: str) -> bool:
        """Take a tick off: what was ticked of a stretch on a day goes, what was timed stays."""
        now = self._now()
        return self._change(athlete_id, lambda session: holds.untick(session, athlete_id, day, stretch, now))

    def log_range_test(self, athlete_id: str, reading: RangeTest) -> bool:
        """Store a reading once; False if its id is stored already, deleted or not."""
        return self._change(athlete_id, lambda session: kept.add(session, RANGE_TESTS, athlete_id, reading))

    def edit_range_test(self, athlete_id: str, reading: RangeTest) -> bool:
        """Change the reading that has this id."""
        return self._change(athlete_id, lambda session: kept.edit(session, RANGE_TESTS, athlete_id, reading))

    def delete_range_test(self, athlete_id: str, test_id: str) -> bool:
        """Delete a reading."""
        now = self._now()
        return self._change(
            athlete_id, lambda session: kept.set_deleted(session, RANGE_TESTS, athlete_id, test_id, now)
        )

    def restore_range_test(self, athlete_id: str, test_id: str) -> bool:
        """Bring a deleted reading back."""
        return self._change(
            athlete_id, lambda session: kept.set_deleted(session, RANGE_TESTS, athlete_id, test_id, None)
        )

    def save_own_stretch(self, athlete_id: str, stretch: OwnStretch) -> bool:
        """Store a stretch over the one of its name, which comes back if it was deleted."""
        return self._change(athlete_id, lambda session: kept.save(session, OWN_STRETCHES, athlete_id, stretch))

    def delete_own_stretch(self, athlete_id: str, name: str) -> bool:
        """Delete an own stretch; its holds stay."""
        now = self._now()
        return self._change(athlete_id, lambda session: kept.set_deleted(session, OWN_STRETCHES, athlete_id, name, now))

    def restore_own_stretch(self, athlete_id: str, name: str) -> bool:
        """Bring a deleted own stretch back."""
        return self._change(
            athlete_id, lambda session: kept.set_deleted(session, OWN_STRETCHES, athlete_id, name, None)
        )

    def add_stretching(self, athlete_id: str, log: StretchLog) -> StretchLog:
        """Store all of ``log`` in one step; returns what is new. An id or name that is stored, deleted or not, stays.

        ``delete_stretching`` with the answer takes the step back.
        """
        added = StretchLog()

        def add(session: Session) -> bool:
            nonlocal added
            own = [one for one in log.own.values() if kept.add(session, OWN_STRETCHES, athlete_id, one)]
            added = StretchLog(
                tuple(one for one in log.holds if kept.add(session, HOLDS, athlete_id, one)),
                tuple(one for one in log.range_tests if kept.add(session, RANGE_TESTS, athlete_id, one)),
                {one.key: one for one in own},
            )
            return added != StretchLog()

        self._change(athlete_id, add, bulk=True)
        return added

    def delete_stretching(self, athlete_id: str, log: StretchLog) -> bool:
        """Delete all of ``log`` in one step."""
        return self._mark(athlete_id, log, self._now())

    def restore_stretching(self, athlete_id: str, log: StretchLog) -> bool:
        """Bring all of ``log`` back in one step, each as it was."""
        return self._mark(athlete_id, log, None)

    def _mark(self, athlete_id: str, log: StretchLog, deleted_at: str | None) -> bool:
        def mark(session: Session) -> bool:
            changed = [kept.set_deleted(session, HOLDS, athlete_id, one.hold_id, deleted_at) for one in log.holds]
            changed += [
                kept.set_deleted(session, RANGE_TESTS, athlete_id, one.test_id, deleted_at) for one in log.range_tests
            ]
            changed += [
                kept.set_deleted(session, OWN_STRETCHES, athlete_id, one.name, deleted_at) for one in log.own.values()
            ]
            return any(changed)

        return self._change(athlete_id, mark, bulk=True)
