"""Everything the rules know about one exercise of one person, kept up to date one workout at a time."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from hamcore.dates import Weekday
from hamcore.model.log import LoggedSet
from hamcore.model.settings import Formula
from hamcore.rules.exposures import Estimate, Exposure, current_estimate, exposures
from hamcore.rules.level_line import LevelLine, level_line
from hamcore.rules.records import Record, RecordBook
from hamcore.rules.trend import Trend, trend
from hamcore.rules.volume import sets_per_week, week_number

_day = attrgetter("day")
_record_day = attrgetter("entry.day")


@dataclass(frozen=True, slots=True)
class HistoryRules:
    """How the sets of an exercise are read."""

    formula: Formula = Formula.EPLEY
    week_start: Weekday = Weekday.MONDAY
    estimable: bool = True
    more_is_harder: bool = True


class ExerciseHistory:
    """Exposures, records and weekly working sets of one exercise, oldest first.

    The sequences are live: they change in place when a set is added (`replace_last`), and ``version`` grows with each
    change, so it serves as a key for anything computed from them. Nobody but this class changes them.
    """

    __slots__ = (
        "_before",
        "_book",
        "_line",
        "_records_before",
        "_trend",
        "exposures",
        "records",
        "rules",
        "version",
        "weekly_sets",
    )

    def __init__(self, sets: Iterable[LoggedSet], rules: HistoryRules) -> None:
        self.rules = rules
        self.version = 0
        self.exposures: list[Exposure] = exposures(sets, rules.formula, estimable=rules.estimable)
        self.weekly_sets: dict[int, int] = sets_per_week(self.exposures, rules.week_start)
        self.records: list[Record] = []
        self._trend: tuple[date, Trend] | None = None
        self._line: LevelLine | None = None
        self._fold()

    def _fold(self) -> None:
        """All records anew, and the state before the last exposure, so that this one can be done again."""
        self._before = RecordBook(more_is_harder=self.rules.more_is_harder)
        records = [record for exposure in self.exposures[:-1] for record in self._before.add(exposure)]
        self._records_before = len(records)
        self._book = self._before.copy()
        self.records[:] = records + [record for exposure in self.exposures[-1:] for record in self._book.add(exposure)]

    def replace_last(self, workout_id: str, sets: Sequence[LoggedSet]) -> None:
        """Take ``sets`` as the sets of the latest workout, whether it was there before or not; they may be empty.

        Unless they are empty, the cost does not depend on how long the history is. ValueError for sets of any other
        workout.
        """
        fresh = exposures(sets, self.rules.formula, estimable=self.rules.estimable)
        if any(exposure.workout_id != workout_id for exposure in fresh):
            raise ValueError(f"only sets of the workout {workout_id} can replace it")
        gone = [exposure for exposure in self.exposures[-1:] if exposure.workout_id == workout_id]
        if not gone:
            self._before, self._records_before = self._book.copy(), len(self.records)
        at = len(self.exposures) - len(gone)
        self.exposures[at:] = fresh
        self._count_weeks(gone, fresh)
        if fresh:
            self._book = self._before.copy()
            self.records[self._records_before :] = [record for one in fresh for record in self._book.add(one)]
        else:
            self._fold()
        self.version += 1
        self._trend = self._line = None

    def _count_weeks(self, gone: Iterable[Exposure], fresh: Iterable[Exposure]) -> None:
        for sign, part in ((-1, gone), (1, fresh)):
            for week, count in sets_per_week(part, self.rules.week_start).items():
                total = self.weekly_sets.get(week, 0) + sign * count
                self.weekly_sets[week] = total
                if not total:
                    del self.weekly_sets[week]

    def until(self, today: date) -> Sequence[Exposure]:
        """The exposures up to and with ``today``: a log may hold days to come, typed wrongly or in another zone."""
        if not self.exposures or self.exposures[-1].day <= today:
            return self.exposures
        return self.exposures[: bisect_right(self.exposures, today, key=_day)]

    def records_until(self, today: date) -> Sequence[Record]:
        """The records up to and with ``today``, oldest first."""
        if not self.records or self.records[-1].entry.day <= today:
            return self.records
        return self.records[: bisect_right(self.records, today, key=_record_day)]

    def current(self, today: date) -> Estimate | None:
        """The best e1RM of the last 28 days with its band."""
        return current_estimate(self.until(today), today)

    def trend(self, today: date) -> Trend:
        """The trend state with its facts."""
        if self._trend is None or self._trend[0] != today:
            self._trend = (today, trend(self.until(today), today))
        return self._trend[1]

    def line(self) -> LevelLine:
        """The drawn line through the sessions with its range."""
        if self._line is None:
            self._line = level_line(self.exposures)
        return self._line

    def sets_in_week(self, start: date) -> int:
        """Working sets in the week that ``start`` lies in."""
        return self.weekly_sets.get(week_number(start, self.rules.week_start), 0)
