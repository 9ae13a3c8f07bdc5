"""The sets of one exercise on the gym floor: what was done, then what is still to do."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from hamcore.model.exercise import Bounds, Tempo
from hamcore.model.log import LoggedSet, SetType
from hamcore.rules.recommendation import SetTarget
from hamcore.rules.warm_up import WarmUpSet
from hamcore.screens import words
from hamcore.screens.floor_document import Row, Side
from hamcore.units import Load, LoadUnit

SIDES: tuple[Side, Side] = ("left", "right")
_Plates = Callable[[Load], str]


def tempo_text(tempo: Tempo | None) -> str:
    """A tempo as four numbers: lowering, pause, lifting, pause.

    >>> tempo_text(Tempo(3, 1, 1, 0)), tempo_text(None)
    ('3-1-1-0', '')
    """
    return f"{tempo.lower_s}-{tempo.bottom_s}-{tempo.lift_s}-{tempo.top_s}" if tempo else ""


def load_text(load: Load | None) -> str:
    """The number of a load, empty without one."""
    return words.load_number(load) if load and load.value else ""


def rows(
    done: Sequence[LoggedSet],
    targets: Sequence[SetTarget],
    ramp: Sequence[WarmUpSet],
    unit: LoadUnit,
    *,
    each_side: bool,
    plates: _Plates,
    best: Mapping[int, str],
) -> list[Row]:
    """The rows of an exercise. ``targets`` are its working sets, ``ramp`` its warm-ups; ``best`` is a word for a set by
    its number. A warm-up is offered until the first working set; planned sets follow those that are done.
    """
    warm = [entry for entry in done if entry.set_type is SetType.WARM_UP]
    work = [entry for entry in done if entry.set_type is not SetType.WARM_UP]
    found = [_done(entry, "warm_up", number, unit, best) for number, entry in enumerate(warm, 1)]
    if not work:
        offered = enumerate(ramp[len(warm) :], len(warm) + 1)
        found += [_ramp_row(number, one, unit, plates(one.load)) for number, one in offered]
    counts: dict[str, int] = {}
    rest_s = _rest_s(targets[0]) if targets else 0
    for entry in work:
        side = entry.side.value if entry.side else ""
        counts[side] = counts.get(side, 0) + 1
        row = _done(entry, "working" if counts[side] <= len(targets) else "extra", counts[side], unit, best)
        found.append(row | {"rest_s": rest_s})
    return [*found, *_planned(targets, counts, unit, each_side=each_side, plates=plates)]


def _planned(
    targets: Sequence[SetTarget], counts: Mapping[str, int], unit: LoadUnit, *, each_side: bool, plates: _Plates
) -> Iterator[Row]:
    """The sets that are left; sets without a side stand for both. Between the legs of a set there is no rest."""
    both = counts.get("", 0)
    sides: tuple[Side, ...] = SIDES if each_side else ("",)
    for number, target in enumerate(targets, 1):
        for side in sides:
            at = number - both if each_side else number
            if at > counts.get(side, 0):
                other_follows = side == "left" and at > counts.get("right", 0)
                yield _target_row(at, side, target, unit, plates) | {"rest_s": 0 if other_follows else _rest_s(target)}


def _target_row(number: int, side: Side, target: SetTarget, unit: LoadUnit, plates: _Plates) -> Row:
    row = _blank("working", number, side, unit)
    row["load"] = load_text(target.load)
    row["reps"] = target.aim
    row["reps_words"] = words.range_words(_range(target))
    row["plates"] = plates(target.load) if target.load else ""
    return row


def _rest_s(target: SetTarget) -> int:
    """The rest to begin with: the middle of the planned one."""
    return (target.rest_s.lo + target.rest_s.hi) // 2


def _range(target: SetTarget) -> Bounds:
    return Bounds(min(target.reps.lo, target.aim), max(target.reps.hi, target.aim))


def _ramp_row(number: int, one: WarmUpSet, unit: LoadUnit, plates: str) -> Row:
    row = _blank("warm_up", number, "", unit)
    row["load"] = load_text(one.load)
    row["reps"] = one.reps
    row["reps_words"] = str(one.reps)
    row["plates"] = plates
    return row


def _done(
    entry: LoggedSet, kind: Literal["warm_up", "working", "extra"], number: int, unit: LoadUnit, best: Mapping[int, str]
) -> Row:
    row = _blank(kind, number, entry.side.value if entry.side else "", entry.load.unit if entry.load else unit)
    row["state"] = "done"
    row["set_no"] = entry.set_no
    row["load"] = load_text(entry.load)
    row["reps"] = entry.reps
    row["rir"] = entry.rir
    row["form"] = entry.form.value if entry.form else ""
    row["tempo"] = tempo_text(entry.tempo)
    row["type"] = entry.set_type.value
    row["note"] = entry.note
    row["detail"] = best.get(entry.set_no, "")
    row["text"] = "" if entry.reps is not None else words.set_words(entry)
    return row


def _blank(kind: Literal["warm_up", "working", "extra"], number: int, side: Side, unit: LoadUnit) -> Row:
    warms = kind == "warm_up"
    return {
        "kind": kind,
        "number": number,
        "label": "W" if warms else str(number),
        "side": side,
        "state": "planned",
        "set_no": 0,
        "load": "",
        "unit": unit.value,
        "reps": None,
        "reps_words": "",
        "rir": None,
        "form": "",
        "tempo": "",
        "type": (SetType.WARM_UP if warms else SetType.WORKING).value,
        "note": "",
        "detail": "",
        "text": "",
        "plates": "",
        "rest_s": 0,
    }
