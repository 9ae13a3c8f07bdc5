"""Weekly sets by function, length class or belly, and the hip beside the knee."""

from collections.abc import Mapping, Sequence

from hamcore.athlete import AthleteState
from hamcore.charts.volume_plot import Bar, BarsPlot, Mark, Segment, Shade
from hamcore.model.exercise import CountingRule, Function, LengthClass
from hamcore.model.muscle import Belly
from hamcore.rules.volume import LOW_BELOW, TARGET_FROM, TARGET_TO, WeekBand, WeekCredits, band
from hamcore.rules.volume_weeks import means, middle
from hamcore.screens.exercise_words import LENGTH_WORDS
from hamcore.screens.volume_card import (
    LEAST_WEEKS,
    NOT_OVER,
    Table,
    VolumeCard,
    cannot_tell,
    count_ticks,
    newest_first,
    week_words,
)
from hamcore.screens.volume_choice import By, Choice
from hamcore.screens.volume_weeks import Weeks
from hamcore.screens.wording import FUNCTION_WORDS, listed, sets_number
from hamcore.screens.words import count_words

Part = Function | LengthClass | Belly

FUNCTIONS = (
    Function.HIP_HINGE,
    Function.KNEE_FLEXION,
    Function.COMBINED,
    Function.BALLISTIC_HINGE,
    Function.OTHER,
)
SHORT_WORDS = {
    Function.HIP_HINGE: "hinge",
    Function.KNEE_FLEXION: "knee",
    Function.COMBINED: "hip + knee",
    Function.BALLISTIC_HINGE: "swing",
    Function.OTHER: "other",
}
"""Functions in a read-out that fits a phone."""
_BELLY_SHORT = {
    Belly.BICEPS_FEMORIS_LONG_HEAD: "long head",
    Belly.BICEPS_FEMORIS_SHORT_HEAD: "short head",
    Belly.SEMITENDINOSUS: "ST",
    Belly.SEMIMEMBRANOSUS: "SM",
}
LENGTHS = (LengthClass.LONG, LengthClass.MIDDLE, LengthClass.SHORT, LengthClass.NONE)
_LENGTH_STRENGTH = {
    LengthClass.LONG: 0.85,
    LengthClass.MIDDLE: 0.55,
    LengthClass.SHORT: 0.3,
    LengthClass.NONE: 0.14,
}
HIP, KNEE = (Function.HIP_HINGE, Function.BALLISTIC_HINGE), (Function.KNEE_FLEXION, Function.COMBINED)
RULE_NOUN = {
    CountingRule.RAW: "sets",
    CountingRule.WEIGHTED: "weighted sets",
    CountingRule.HALF_SYNERGIST: "sets with halves for helpers",
}
RULE_NOTES = {
    CountingRule.RAW: "Every set of an exercise for the hamstrings counts 1. The marks belong to weighted sets.",
    CountingRule.WEIGHTED: (
        "A set counts 1 where the hamstrings do most of the work, 0.5 where they help, 0 where they only look on."
    ),
    CountingRule.HALF_SYNERGIST: (
        "As most training apps count: half where their muscle lists name the hamstrings as helpers. The marks belong "
        "to weighted sets."
    ),
}
MARKS_NOTE = (
    f"Marks at {LOW_BELOW}, {TARGET_FROM} and {TARGET_TO}: under {LOW_BELOW} is low, {TARGET_FROM} to {TARGET_TO} is "
    f"the range to aim for; above {TARGET_TO} no added benefit was shown, and no harm."
)
SIDES_NOTE = "A left and a right set count as one set."
_MARKS = (LOW_BELOW, TARGET_FROM, TARGET_TO)
LEAST_APART = 14
"""Numbers of an axis stand at least this part of it apart."""
NBSP = "\N{NO-BREAK SPACE}"
_LANE = 0.6
"""The share of a lane that the highest bar fills."""


def sets_card(state: AthleteState, choice: Choice, weeks: Weeks, credit: Sequence[WeekCredits]) -> VolumeCard:
    """Weekly sets under the chosen rule, split as chosen."""
    noun = RULE_NOUN[choice.rule]
    parts, names = _parts(state, choice.by)
    amounts = [_split(week, choice.by) for week in credit]
    shown = [part for part in parts if any(part in week for week in amounts)] or list(parts[:1])
    is_lanes = choice.by is By.BELLY
    if is_lanes:
        shown = list(parts)
    shades = tuple(_shade(part) for part in shown)
    totals = [week.total for week in credit]
    usual = middle(totals[: weeks.whole])
    has_usual = weeks.whole >= LEAST_WEEKS
    return VolumeCard(
        key="sets",
        title=f"Sets a week by {choice.by.lower()}",
        value=sets_number(round(usual if has_usual else totals[-1], 1)),
        value_words=f"{noun} in the middle one of {weeks.whole} whole weeks" if has_usual else f"{noun} this week",
        plot=_plot(weeks, choice, amounts, totals, shown, names, shades),
        words=(
            f"{noun.capitalize()} in each of {count_words(len(weeks.starts), 'week')} by {choice.by.lower()}, with "
            + (f"a mark at {TARGET_FROM}." if is_lanes else f"marks at {LOW_BELOW}, {TARGET_FROM} and {TARGET_TO}.")
        ),
        reading=_reading(choice, weeks, credit, names),
        legend=() if is_lanes else tuple(zip(shades, (names[part] for part in shown), strict=True)),
        notes=(f"{RULE_NOTES[choice.rule]} {SIDES_NOTE}", _by_note(choice.by), *(() if is_lanes else (MARKS_NOTE,))),
        table=_table(weeks, amounts, totals, parts, names, noun),
    )


def _parts(state: AthleteState, by: By) -> tuple[Sequence[Part], Mapping[Part, str]]:
    if by is By.FUNCTION:
        return FUNCTIONS, {one: FUNCTION_WORDS[one] for one in FUNCTIONS}
    if by is By.LENGTH:
        return LENGTHS, {one: LENGTH_WORDS[one] for one in LENGTHS}
    muscles = state.catalog.muscles
    return tuple(Belly), {one: muscles[one].name if one in muscles else one.value for one in Belly}


def _split(week: WeekCredits, by: By) -> Mapping[Part, float]:
    if by is By.FUNCTION:
        return dict(week.by_function.items())
    return dict(week.by_length.items()) if by is By.LENGTH else dict(week.by_belly.items())


def _shade(part: Part) -> Shade:
    if isinstance(part, Function):
        return Shade(part)
    return Shade(None, _LENGTH_STRENGTH[part] if isinstance(part, LengthClass) else 0.6)


def _plot(
    weeks: Weeks,
    choice: Choice,
    amounts: Sequence[Mapping[Part, float]],
    totals: Sequence[float],
    shown: Sequence[Part],
    names: Mapping[Part, str],
    shades: tuple[Shade, ...],
) -> BarsPlot:
    runs = [(run, means(amounts, run), sum(totals[at] for at in run) / len(run)) for run in weeks.runs]
    lanes = choice.by is By.BELLY
    most = max((value for _, mean, _ in runs for value in mean.values()), default=0.0)
    top = max(most, TARGET_FROM * 1.05) if lanes else max(*(total for *_, total in runs), TARGET_TO) * 1.1
    lane = _LANE / top
    bars = tuple(
        Bar(
            start=weeks.starts[run[0]],
            segments=_lanes(mean, shown, lane) if lanes else stacked([mean.get(part, 0.0) for part in shown]),
            first=_first(weeks, run, total, RULE_NOUN[choice.rule]),
            second=_second(mean, shown, names),
        )
        for run, mean, total in runs
    )
    if lanes:
        bases = [len(shown) - 1 - place for place in range(len(shown))]
        words = [Mark(base + 0.64, names[part], is_line=False) for base, part in zip(bases, shown, strict=True)]
        lines = [Mark(base + TARGET_FROM * lane, "") for base in bases]
        ticks = [tick for base in bases for tick in ((base, "0"), (base + TARGET_FROM * lane, str(TARGET_FROM)))]
        return BarsPlot("Sets a week", bars, shades, (*words, *lines), (0, len(shown)), tuple(ticks), weeks.step)
    marks = tuple(Mark(at, "") for at in _MARKS)
    return BarsPlot("Sets a week", bars, shades, marks, (0, top), _mark_ticks(top), weeks.step)


def _mark_ticks(top: float) -> tuple[tuple[float, str], ...]:
    """Zero and the marks, and round numbers above them; no mark so close to another that its number has no room."""
    near = [at for at in (0, *_MARKS) if at in (0, TARGET_TO) or at > top / LEAST_APART]
    above = [tick for tick in count_ticks(top) if tick[0] > TARGET_TO + top / LEAST_APART]
    return (*((at, str(at)) for at in near), *above)


def stacked(values: Sequence[float]) -> tuple[Segment, ...]:
    """One on the other from zero, those of nothing left out.

    >>> [(one.part, one.lo, one.hi) for one in stacked([3, 0, 1.5])]
    [(0, 0.0, 3.0), (2, 3.0, 4.5)]
    """
    found, at = [], 0.0
    for part, value in enumerate(values):
        if value > 0:
            found.append(Segment(part, at, at + value))
            at += value
    return tuple(found)


def _lanes(mean: Mapping[Part, float], shown: Sequence[Part], lane: float) -> tuple[Segment, ...]:
    """Each part on a line of its own, the first at the top: bellies share their sets, so they are never added up."""
    bases = range(len(shown) - 1, -1, -1)
    return tuple(
        Segment(part, base, base + mean[one] * lane)
        for part, (base, one) in enumerate(zip(bases, shown, strict=True))
        if mean.get(one)
    )


def _first(weeks: Weeks, run: range, total: float, noun: str) -> str:
    words = f"{week_words(weeks.starts[run[0]], len(run), weeks.today)} · {sets_number(round(total, 1))} {noun}"
    words += " a week" if len(run) > 1 else ""
    return f"{words}, {NOT_OVER}" if run[-1] == weeks.whole and len(run) == 1 else words


def _second(mean: Mapping[Part, float], shown: Sequence[Part], names: Mapping[Part, str]) -> str:
    told = [(_short(part, names), mean.get(part, 0.0)) for part in shown]
    return " · ".join(f"{word} {sets_number(round(value, 1))}" for word, value in told if value) or "nothing"


def _short(part: Part, names: Mapping[Part, str]) -> str:
    if isinstance(part, Function):
        return SHORT_WORDS[part]
    if isinstance(part, Belly):
        return _BELLY_SHORT[part]
    return names[part].lower()


def _reading(choice: Choice, weeks: Weeks, credit: Sequence[WeekCredits], names: Mapping[Part, str]) -> str:
    whole = list(credit[: weeks.whole])
    if len(whole) < LEAST_WEEKS:
        return cannot_tell(len(whole))
    if not any(week.total for week in whole):
        return f"No set for the hamstrings in the last {len(whole)} whole weeks."
    if choice.by is By.FUNCTION:
        return bands_reading([week.total for week in whole], RULE_NOUN[choice.rule])
    amounts = [_split(week, choice.by) for week in whole]
    mean = means(amounts, range(len(amounts)))
    told = listed([f"{names[one]} {sets_number(round(mean[one], 1))}" for one in names if mean.get(one)])
    words = f"A mean week of the last {len(whole)} whole weeks: {told}."
    return f"{words} {_lesson(mean)}" if choice.by is By.BELLY else words


def bands_reading(totals: Sequence[float], noun: str) -> str:
    """How many weeks lay in which band.

    >>> bands_reading([3, 8, 12, 9], "weighted sets")
    'Of the last 4 whole weeks, 1 had 10 to 20 weighted sets, 2 had 4 to under 10 and 1 had under 4.'
    """
    found = [band(total) for total in totals]
    told = [
        f"{found.count(one)} had {words}"
        for one, words in (
            (WeekBand.ABOVE, f"more than {TARGET_TO}"),
            (WeekBand.TARGET, f"{TARGET_FROM} to {TARGET_TO}"),
            (WeekBand.BUILDING, f"{LOW_BELOW} to under {TARGET_FROM}"),
            (WeekBand.LOW, f"under {LOW_BELOW}"),
        )
        if one in found
    ]
    told[0] += f" {noun}"
    return f"Of the last {len(totals)} whole weeks, {listed(told)}."


def _lesson(mean: Mapping[Part, float]) -> str:
    short = mean.get(Belly.BICEPS_FEMORIS_SHORT_HEAD, 0.0)
    most = max(mean.values(), default=0.0)
    return "The short head gets the fewest: only exercises that bend the knee work it." if short < most else ""


def _by_note(by: By) -> str:
    if by is By.BELLY:
        return (
            "A set counts for every belly its exercise works, so the four lines do not add up. Each has a mark at "
            f"{TARGET_FROM} sets."
        )
    if by is By.LENGTH:
        return (
            "The length that the two-joint hamstrings reach in the exercise, by a model. Length is where the muscle "
            "works, not how hard, and by itself no promise of growth."
        )
    return "Colours and shapes stand for what an exercise asks of the hamstrings."


def _table(
    weeks: Weeks,
    amounts: Sequence[Mapping[Part, float]],
    totals: Sequence[float],
    parts: Sequence[Part],
    names: Mapping[Part, str],
    noun: str,
) -> Table:
    columns = ("Week of", f"All ({noun})", *(names[part] for part in parts))
    rows = [
        (start, total, *(week.get(part, 0.0) for part in parts))
        for start, total, week in zip(weeks.starts, totals, amounts, strict=True)
    ]
    return Table(columns, newest_first(rows))


def balance_card(choice: Choice, weeks: Weeks, credit: Sequence[WeekCredits]) -> VolumeCard:
    """Sets at the hip up, sets at the knee down; no verdict, as no ratio of the two is known to be right."""
    noun = RULE_NOUN[choice.rule]
    hips, knees = ([_of(week, side) for week in credit] for side in (HIP, KNEE))
    bars = tuple(_mirrored(weeks, run, _mean(hips, run), _mean(knees, run), noun) for run in weeks.runs)
    top = max([LOW_BELOW, *(max(-one.lo, one.hi) for bar in bars for one in bar.segments)]) * 1.2
    up = count_ticks(top)
    down = tuple((-at, words) for at, words in up[:0:-1])
    shades = (Shade(Function.HIP_HINGE), Shade(Function.KNEE_FLEXION))
    words = (Mark(top * 0.86, "hip", is_line=False), Mark(-top * 0.98, "knee", is_line=False))
    whole = list(zip(hips, knees, strict=True))[: weeks.whole]
    hip, knee = sum(hips[: weeks.whole]), sum(knees[: weeks.whole])
    return VolumeCard(
        key="balance",
        title="Hip and knee",
        value=f"{sets_number(hip)}{NBSP}:{NBSP}{sets_number(knee)}",
        value_words=f"{noun} at the hip and at the knee in {count_words(weeks.whole, 'whole week')}",
        plot=BarsPlot("Hip and knee", bars, shades, words, (-top, top), (*down, *up), weeks.step),
        words=f"{noun.capitalize()} at the hip above the line and at the knee below it, week by week.",
        reading=_balance_reading(whole, hip, knee, noun),
        legend=((shades[0], "Hip: hinges and swings"), (shades[1], "Knee: curls, and what works both joints")),
        notes=("No ratio of the two is known to be right: the chart shows whether both are there.",),
        table=Table(
            ("Week of", f"Hip ({noun})", f"Knee ({noun})"),
            newest_first(list(zip(weeks.starts, hips, knees, strict=True))),
        ),
    )


def _mirrored(weeks: Weeks, run: range, hip: float, knee: float, noun: str) -> Bar:
    """The hip above zero, the knee below."""
    is_open = run[-1] == weeks.whole and len(run) == 1
    parts = (Segment(0, 0.0, hip), Segment(1, -knee, 0.0))
    week = week_words(weeks.starts[run[0]], len(run), weeks.today)
    return Bar(
        start=weeks.starts[run[0]],
        segments=tuple(one for one in parts if one.hi > one.lo),
        first=f"{week} · hip {sets_number(round(hip, 1))}, knee {sets_number(round(knee, 1))}",
        second=noun + (" a week" if len(run) > 1 else "") + (f", {NOT_OVER}" if is_open else ""),
    )


def _mean(values: Sequence[float], run: range) -> float:
    return sum(values[at] for at in run) / len(run)


def _of(week: WeekCredits, side: Sequence[Function]) -> float:
    return float(sum(week.by_function.get(function, 0.0) for function in side))


def _balance_reading(whole: Sequence[tuple[float, float]], hip: float, knee: float, noun: str) -> str:
    if len(whole) < LEAST_WEEKS:
        return cannot_tell(len(whole))
    both = sum(bool(one and other) for one, other in whole)
    return (
        f"In the last {len(whole)} whole weeks: {sets_number(hip)} {noun} at the hip, {sets_number(knee)} at the knee. "
        f"{count_words(both, 'week')} had both."
    )
