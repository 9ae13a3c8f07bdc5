"""``hamcore next``: what to lift next and why, without a screen."""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from hamcore.athlete import AthleteState
from hamcore.catalog import Catalog, load_catalog
from hamcore.coach import deload_offer, next_up
from hamcore.command import DONE, FAILED, NEEDS_ANSWER
from hamcore.command.log import open_own_store
from hamcore.model.exercise import Bounds
from hamcore.places import data_dir
from hamcore.rules.due import DayStatus
from hamcore.rules.recommendation import Recommendation, SetTarget
from hamcore.rules.warm_up import WarmUpSet, warm_ups
from hamcore.screens.coach_words import Reasoning, reasoning
from hamcore.screens.due_card import plan_today
from hamcore.screens.rule_targets import target_words
from hamcore.screens.wording import listed, weekday_words
from hamcore.screens.words import THIN, TIMES, load_words
from hamcore.storage import LOCAL_ATHLETE, StorageError
from hamcore.units import Load

_NO_ROUTINE = "hamcore next: no routine is chosen. Choose one on the Settings page, then ask again."


@dataclass(frozen=True, slots=True)
class Line:
    """One exercise of the day: what is recommended, why, and the sets before it."""

    name: str
    recommendation: Recommendation
    reasoning: Reasoning
    warm_ups: tuple[WarmUpSet, ...]


def add_arguments(verb: str, parser: argparse.ArgumentParser) -> None:
    """Add the options of ``next``."""
    assert verb == "next"
    parser.add_argument("--on", type=_day, metavar="DATE", help="the day to ask for, as 2026-11-24 (default: today)")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of words")


def run(verb: str, args: argparse.Namespace) -> int:
    """Print the recommendations of the due day; 1 if the log cannot be read, 3 if no routine is chosen."""
    assert verb == "next"
    on: date = args.on or datetime.now().date()  # noqa: DTZ005
    try:
        state = _state()
    except StorageError as error:
        print(f"hamcore next: {error}", file=sys.stderr)
        return FAILED
    found = plan_today(state, on)
    shown = (found[1].due or found[1].coming) if found else None
    if found is None or shown is None:
        print(_NO_ROUTINE, file=sys.stderr)
        return NEEDS_ANSWER
    is_due = found[1].due is not None
    lines = _lines(state, shown, on if is_due else max(on, shown.planned))
    lifts = tuple(key for key, _ in offer.lifts) if (offer := deload_offer(state, on)) else ()
    if args.json:
        said = json.dumps(_document(on, shown, lines, lifts, is_due=is_due), indent=2, ensure_ascii=False)
    else:
        said = "\n".join(_text(state, on, shown, lines, lifts, is_due=is_due))
    print(said.replace(THIN, " "))
    return DONE


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day; write it as 2026-11-24") from None


def _state() -> AthleteState:
    catalog, _ = load_catalog(data_dir())
    store = open_own_store(os.environ)
    try:
        state = AthleteState(store, LOCAL_ATHLETE, catalog)
        state.refresh()
        return state
    finally:
        store.close()


def _lines(state: AthleteState, shown: DayStatus, day: date) -> tuple[Line, ...]:
    """The exercises of a routine day as they would be done on ``day``."""
    return tuple(_line(state, state.catalog, slot.exercise_id, shown, day) for slot in shown.day.slots)


def _line(state: AthleteState, catalog: Catalog, key: str, shown: DayStatus, day: date) -> Line:
    prescription = next(slot.prescription for slot in shown.day.slots if slot.exercise_id == key)
    found = next_up(state, key, prescription, day, explained=True)
    return Line(
        name=catalog.display_name(key),
        recommendation=found,
        reasoning=reasoning(found, catalog, state.settings.load_unit, day),
        warm_ups=warm_ups(found.load, catalog.exercises.get(key), state.settings),
    )


def _text(
    state: AthleteState, on: date, shown: DayStatus, lines: Sequence[Line], lifts: Sequence[str], *, is_due: bool
) -> Iterator[str]:
    if is_due:
        yield f"{weekday_words(on)}: {shown.day.name}"
    else:
        yield f"Nothing is due on {weekday_words(on)}. Next is {shown.day.name} on {weekday_words(shown.planned)}:"
    for line in lines:
        yield f"\n{line.name}: {target_words(line.recommendation, state.settings.load_unit)}"
        yield f"  {line.reasoning.line}"
        if line.reasoning.would_change:
            yield f"  {line.reasoning.would_change}"
        if line.warm_ups:
            sets = [f"{load_words(one.load)} {TIMES} {one.reps}" for one in line.warm_ups]
            yield f"  Warm up: {', '.join(sets)}"
    if lifts:
        names = listed([state.catalog.display_name(key) for key in lifts])
        yield f"\nA lighter week is on offer: {names} are level or falling. The Workout page starts it."


def _document(
    on: date, shown: DayStatus, lines: Sequence[Line], lifts: Sequence[str], *, is_due: bool
) -> dict[str, object]:
    return {
        "on": on.isoformat(),
        "is_due": is_due,
        "day": {"name": shown.day.name, "planned": shown.planned.isoformat(), "state": shown.state.value},
        "exercises": [_exercise(line) for line in lines],
        "lighter_week_offered_for": list(lifts),
    }


def _exercise(line: Line) -> dict[str, object]:
    found, said = line.recommendation, line.reasoning
    return {
        "exercise": found.exercise,
        "name": line.name,
        "for": found.day.isoformat(),
        "rule": found.rule.value,
        "tag": said.tag.value,
        "outcome": found.outcome.value,
        "load": _load(found.load),
        "sets": [_target(target) for target in found.targets],
        "warm_ups": [{"load": _load(one.load), "reps": one.reps} for one in line.warm_ups],
        "reason": said.line,
        "facts": list(said.facts),
        "would_change": said.would_change,
        "unknown": list(found.unknown),
        "sources": list(said.sources),
    }


def _target(target: SetTarget) -> dict[str, object]:
    return {
        "load": _load(target.load),
        "reps": _bounds(target.reps),
        "aim": target.aim,
        "rir": _bounds(target.rir),
        "rest_s": _bounds(target.rest_s),
        "each_side": target.each_side,
    }


def _load(load: Load | None) -> dict[str, str] | None:
    return {"value": f"{load.value:f}", "unit": load.unit.value} if load else None


def _bounds(bounds: Bounds | None) -> list[int] | None:
    return [bounds.lo, bounds.hi] if bounds else None
