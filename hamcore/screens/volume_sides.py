"""Left beside right where the sides were logged."""

from collections.abc import Mapping, Sequence
from datetime import date

from hamcore.athlete import AthleteState
from hamcore.charts.volume_plot import SideDot, SidesPlot
from hamcore.model.exercise import LoadKind
from hamcore.model.log import LoggedSet
from hamcore.rules.side_balance import LATEST, LEAST_SESSIONS, SideBalance, SideMeasure, SideState, side_balance
from hamcore.screens.volume_card import Table, VolumeCard, newest_first
from hamcore.screens.wording import estimate_number, percent
from hamcore.screens.words import THIN, count_words, day_words
from hamcore.units import LoadUnit, from_kg

_MEASURE_WORDS = {
    SideMeasure.E1RM: "the strength index of the best set",
    SideMeasure.LOAD: "the heaviest load",
    SideMeasure.REPS: "the most repetitions in a set",
}
_NOTES = (
    (
        "The grey band is what two readings of equal legs differ by in one workout. Several workouts together "
        "know more: their band is smaller, and only a mean outside it is called a difference."
    ),
    "Healthy legs differ as well, and no one figure is known to be too much.",
)


def sided_keys(state: AthleteState) -> list[str]:
    """The exercises with sets of a side, the one with the most of them first."""
    counts = {key: _sided(sets) for key, sets in state.log.sets.items()}
    return sorted((key for key, count in counts.items() if count), key=lambda key: (-counts[key], key))


def _sided(sets: Sequence[LoggedSet]) -> int:
    return len(sets) - [entry[13] for entry in sets].count(None)


def sides_card(state: AthleteState, key: str, unit: LoadUnit, today: date) -> VolumeCard | None:
    """The balance of one exercise; None where no exercise has a side."""
    if not key:
        return None
    name = state.catalog.display_name(key)
    history = state.history(key)
    definition = state.catalog.exercises.get(key)
    is_help = definition is not None and definition.load_kind is LoadKind.ASSISTED
    found = (
        None
        if is_help
        else side_balance(history.until(today), state.settings.formula, estimable=history.rules.estimable)
    )
    if found is None:
        why = "the load helps, so more of it is not more strength" if is_help else "no workout has sets of both sides"
        return VolumeCard(
            "sides", f"Left and right: {name}", "–", why, None, "", f"Cannot tell: {why}.", (), (), Table((), ())
        )
    noise = percent(found.floor)
    dots = tuple(
        SideDot(
            point.day,
            round(100 * point.share, 2),
            f"{day_words(point.day, today)} · {_more(point.share)}",
            f"left {_number(point.left, found, unit)}, right {_number(point.right, found, unit)}",
        )
        for point in found.points
    )
    return VolumeCard(
        key="sides",
        title=f"Left and right: {name}",
        value=percent(max(found.share, 1 / (1 + found.share) - 1)),
        value_words=f"{_side(found.share)}, mean of {count_words(min(LATEST, len(dots)), 'workout')}, noise {noise}",
        plot=SidesPlot(
            name="Left and right",
            function=state.catalog.function_of(key),
            dots=dots,
            noise_percent=round(100 * found.single_floor, 1),
            first=dots[0].day,
            last=max(today, dots[-1].day),
        ),
        words=f"{name}: how much more the left side did than the right one in {count_words(len(dots), 'workout')}.",
        reading=_reading(found),
        legend=(),
        notes=(
            (
                f"Compared by {_MEASURE_WORDS[found.measure]} of each side in the same workout; up is left, down "
                f"right, in percent. {found.left_sets} left and {found.right_sets} right sets count as {found.counted} "
                "in every chart of this page."
            ),
            *_NOTES,
        ),
        table=Table(
            ("Day", f"Left ({_unit(found, unit)})", f"Right ({_unit(found, unit)})", "Left more by (%)"),
            newest_first(
                [
                    (
                        point.day,
                        _plain(point.left, found, unit),
                        _plain(point.right, found, unit),
                        round(100 * point.share, 1),
                    )
                    for point in found.points
                ]
            ),
        ),
    )


def _unit(found: SideBalance, unit: LoadUnit) -> str:
    return "reps" if found.measure is SideMeasure.REPS else str(unit)


def _plain(value: float, found: SideBalance, unit: LoadUnit) -> float:
    return value if found.measure is SideMeasure.REPS else round(from_kg(value, unit), 1)


def _number(value: float, found: SideBalance, unit: LoadUnit) -> str:
    if found.measure is SideMeasure.REPS:
        return count_words(round(value), "rep")
    if found.measure is SideMeasure.LOAD:
        return f"{round(from_kg(value, unit), 1):g}{THIN}{unit}"
    return f"{estimate_number(value, unit)}{THIN}{unit}"


def _more(share: float) -> str:
    if round(abs(share), 3) == 0:
        return "both the same"
    return f"left {percent(share)} more" if share > 0 else f"right {percent(1 / (1 + share) - 1)} more"


def _side(share: float) -> str:
    if round(abs(share), 3) == 0:
        return "apart"
    return "more with the left" if share > 0 else "more with the right"


def _reading(found: SideBalance) -> str:
    if found.state is SideState.NOT_ENOUGH:
        count = count_words(len(found.points), "workout")
        return f"Cannot tell yet: {count} with both sides so far, {LEAST_SESSIONS} are the least."
    told = f"{_more(found.share)} on average, and noise alone makes about {percent(found.floor)}."
    if found.state is SideState.WITHIN_NOISE:
        return f"No clear difference: {told}"
    side = "left" if found.state is SideState.LEFT_MORE else "right"
    return f"The {side} side did more: {told}"


def chosen(keys: Sequence[str], names: Mapping[str, str], asked: str) -> str:
    """The key of the exercise asked for by name, else the first, else nothing.

    >>> chosen(["a", "b"], {"a": "A", "b": "B"}, "B"), chosen([], {}, "B")
    ('b', '')
    """
    return next((key for key in keys if names[key] == asked), keys[0] if keys else "")
