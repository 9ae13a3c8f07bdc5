"""How long the athlete's state takes: all numbers from rows, and one more set, at 1,000 to 1,000,000 sets.

Run it with ``python -m tests.bench.state [sets ...]``. Each figure is paired in the same run with the plainest pass
over the same rows; only the ratios travel between machines.
"""

import gc
import sys
from collections.abc import Callable
from statistics import median
from time import process_time

from hamcore.athlete import AthleteState
from hamcore.model.log import SetType
from hamcore.screens.today import build
from tests.bench.state_log import workouts
from tests.unit.definitions import CATALOG
from tests.unit.memory_store import Changed, ChangingStore

ROUNDS = 5


class Prepared(ChangingStore):
    """A store whose changes are looked up before the clock starts."""

    prepared: Changed | None = None

    def load_changes(self, athlete_id: str, since: int) -> Changed | None:
        return self.prepared or super().load_changes(athlete_id, since)


def filled(sets: int) -> Prepared:
    """A store with a made-up log."""
    store = Prepared()
    for workout, own in workouts(sets):
        store.write(workout, own)
    return store


def plain_pass(store: ChangingStore) -> int:
    """The floor: best e1RM and tonnage per exercise and workout, best load per repetitions, in one loop."""
    best: dict[tuple[str, str], float] = {}
    tonnage: dict[tuple[str, int], float] = {}
    front: dict[tuple[str, int], float] = {}
    for _, own in store.workouts.values():
        for workout, _, _, day, exercise, kind, _, kg, reps, _, _, _, _, _, _, _ in own:
            if kind is SetType.WARM_UP or not reps or not kg:
                continue
            estimate = kg * (1 + reps / 30) if 1 < reps <= 12 else kg if reps == 1 else 0.0
            session, week, at = (exercise, workout), (exercise, day.toordinal() // 7), (exercise, reps)
            if estimate > best.get(session, 0):
                best[session] = estimate
            tonnage[week] = tonnage.get(week, 0) + kg * reps
            if kg > front.get(at, 0):
                front[at] = kg
    return len(best) + len(tonnage) + len(front)


def timed(work: Callable[[], object]) -> float:
    """CPU seconds of one call, without the garbage of earlier ones."""
    gc.collect()
    start = process_time()
    work()
    return process_time() - start


def every_number(state: AthleteState) -> None:
    """Histories of all exercises, from rows already in memory."""
    for key in state.exercises():
        state.history(key)


def fresh(store: ChangingStore) -> AthleteState:
    """A state that has read its rows and computed nothing."""
    state = AthleteState(store, "local", CATALOG)
    state.refresh()
    return state


def add_one(store: Prepared, state: AthleteState, times: int = 200) -> float:
    """CPU seconds for one more set in the latest workout until every history is right, the store's time left out."""
    workout, own = next(reversed(store.workouts.values()))
    spent = []
    for extra in range(times):
        store.write(workout, [*own, *[own[-1]] * (extra % 5 + 1)])
        written = workout.workout_id
        store.prepared = Changed(store.at, {written: workout}, {written: store.workouts[written][1]})
        start = process_time()
        state.refresh()
        spent.append(process_time() - start)
        store.prepared = None
    return median(spent)


def measure(sets: int) -> None:
    """One line of figures."""
    store = filled(sets)
    floors, passes = [], []
    for _ in range(ROUNDS):
        state = fresh(store)
        floors.append(timed(lambda: plain_pass(store)))
        passes.append(timed(lambda state=state: every_number(state)))  # type: ignore[misc]
    today = store.workouts[next(reversed(store.workouts))][0].day
    build(state, today)
    page = median(timed(lambda: build(state, today)) for _ in range(20))
    ratio = median(mine / floor for mine, floor in zip(passes, floors, strict=True))
    full = median(passes)
    add = add_one(store, state)
    sys.stdout.write(
        f"{sets:>9} sets: plain pass {1e3 * median(floors):8.1f} ms, all numbers {1e3 * full:8.1f} ms "
        f"({ratio:.2f} x), one more set {1e6 * add:6.0f} us (1/{full / add:.0f} of all), Today {1e3 * page:.2f} ms\n"
    )


if __name__ == "__main__":
    for size in [int(text) for text in sys.argv[1:]] or [1_000, 10_000, 100_000]:
        measure(size)
