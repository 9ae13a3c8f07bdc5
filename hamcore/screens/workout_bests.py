"""Which sets of one workout were better than all before them."""

from bisect import bisect_left, bisect_right

from hamcore.athlete import AthleteState
from hamcore.model.log import Workout
from hamcore.rules.records import Record


def bests(state: AthleteState, key: str, workout: Workout) -> dict[int, list[Record]]:
    """The records of one exercise in ``workout`` by set number, the most telling kind first.

    Records are in order of day, so this costs a bisection and not a pass over all of them.
    """
    records = state.history(key).records
    start = bisect_left(records, workout.day, key=lambda record: record.entry.day)
    end = bisect_right(records, workout.day, lo=start, key=lambda record: record.entry.day)
    found: dict[int, list[Record]] = {}
    for record in sorted(records[start:end], key=lambda record: record.rank):
        if record.entry.workout_id == workout.workout_id:
            found.setdefault(record.entry.set_no, []).append(record)
    return dict(sorted(found.items()))
