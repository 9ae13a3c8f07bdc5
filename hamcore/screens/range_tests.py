"""The range tests: how each is done, its readings, what they say, and how low a Romanian deadlift by the model."""

from dataclasses import dataclass
from datetime import date

from hamcore.athlete import AthleteState
from hamcore.model.log import Side
from hamcore.model.range_test_note import RangeTestNote
from hamcore.model.stretching import RangeTest, RangeTestName, RangeUnit, unit_of
from hamcore.motion import MotionLibrary
from hamcore.motion.length_note import LENGTH_CREDIT
from hamcore.motion.rdl_depth import BarLevel, RdlDepth, rdl_depth
from hamcore.rules.range_tests import (
    NORMS,
    NormGroup,
    NormPlace,
    RangeState,
    RangeTrend,
    latest,
    norm_place,
    range_trend,
)
from hamcore.screens.stretch_words import SIDE_WORDS
from hamcore.screens.wording import MINUS
from hamcore.screens.words import THIN, count_words, day_words

SIDES: tuple[Side | None, ...] = (Side.LEFT, Side.RIGHT)
STATE_WORDS = {
    RangeState.FURTHER: "Further than before",
    RangeState.LESS: "Less far than before",
    RangeState.NO_CLEAR_CHANGE: "No clear change yet",
    RangeState.CANNOT_TELL: "Cannot tell yet",
}
GROUP_WORDS = {NormGroup.WOMEN_18_24: "Woman, 18 to 24", NormGroup.MEN_18_24: "Man, 18 to 24"}
_UNIT_WORDS = {RangeUnit.DEG: "°", RangeUnit.CM: f"{THIN}cm"}
_BAR_WORDS = {
    BarLevel.ABOVE_KNEE: "the bar still above the knees",
    BarLevel.AT_KNEE: "the bar about at the knees",
    BarLevel.BELOW_KNEE: "the bar below the knees",
}
_PLACE_WORDS = {
    NormPlace.WITHIN: "within one standard deviation of the mean, or further",
    NormPlace.ABOVE: "more than one standard deviation past the mean, and not called short",
    NormPlace.SHORT: "in what the study called short",
}


@dataclass(frozen=True, slots=True)
class ReadingLine:
    """One reading, to correct or delete."""

    reading: RangeTest
    words: str
    day: str


@dataclass(frozen=True, slots=True)
class SideCard:
    """One leg of a test: the newest reading, what all of them say and why."""

    label: str
    value: str
    day: str
    state: RangeState
    state_words: str
    reason: str
    trend: RangeTrend


@dataclass(frozen=True, slots=True)
class RangeCard:
    """One test: how it is done, both sides (or both legs at once), what a difference of the sides means."""

    note: RangeTestNote
    unit: RangeUnit
    unit_words: str
    sides: tuple[SideCard, ...]
    sides_words: str
    norms: tuple[str, ...]
    lines: tuple[ReadingLine, ...]
    zero_point: str


@dataclass(frozen=True, slots=True)
class DepthCard:
    """The reading "how low should my Romanian deadlift go?", labelled as a model.

    ``depth`` is None without a straight-leg raise of the last 90 days; ``words`` say then what is missing.
    """

    title: str
    words: str
    label: str
    depth: RdlDepth | None


@dataclass(frozen=True, slots=True)
class RangeScreen:
    """All tests and the depth reading."""

    cards: tuple[RangeCard, ...]
    depth: DepthCard


def build(state: AthleteState, library: MotionLibrary, today: date, group: NormGroup | None = None) -> RangeScreen:
    """The tests on ``today``; ``group`` is whom the person says to belong to, for the one test with norms."""
    return RangeScreen(
        cards=tuple(_card(state, note, today, group) for note in state.catalog.range_tests.values()),
        depth=depth_card(state, library, today),
    )


def _card(state: AthleteState, note: RangeTestNote, today: date, group: NormGroup | None) -> RangeCard:
    test, unit = note.test, unit_of(note.test)
    which = SIDES if unit is RangeUnit.DEG else (None,)
    trends = [range_trend(state.range_tests, test, side, today) for side in which]
    mine = [one for one in state.range_tests if one.test is test]
    return RangeCard(
        note=note,
        unit=unit,
        unit_words="degrees" if unit is RangeUnit.DEG else "cm past the feet",
        sides=tuple(_side(trend, today) for trend in trends),
        sides_words=_sides_words(trends),
        norms=_norm_words(trends, group) if note.norms else (),
        lines=tuple(ReadingLine(one, reading_words(one), day_words(one.day, today)) for one in reversed(mine)),
        zero_point=_last_zero(mine),
    )


def value_words(value: float, unit: RangeUnit) -> str:
    """A value with its unit.

    >>> value_words(71.5, RangeUnit.DEG), value_words(-3.0, RangeUnit.CM)
    ('71.5°', '−3\u202fcm')
    """
    return f"{round(value, 1):g}".replace("-", MINUS) + _UNIT_WORDS[unit]


def reading_words(one: RangeTest) -> str:
    """One reading in words: side, value, zero point, state."""
    scale = f" (scale {one.value:g}, feet at {one.zero_point_cm:g})" if one.zero_point_cm else ""
    state = "warm" if one.warm else "cold"
    return f"{SIDE_WORDS[one.side]}, {value_words(one.comparable, one.unit)}{scale}, {state}"


def _side(trend: RangeTrend, today: date) -> SideCard:
    newest = trend.latest
    return SideCard(
        label=SIDE_WORDS[trend.side],
        value=value_words(newest.comparable, newest.unit) if newest else "",
        day=day_words(newest.day, today) if newest else "",
        state=trend.state,
        state_words=STATE_WORDS[trend.state],
        reason=reason(trend),
        trend=trend,
    )


def reason(trend: RangeTrend) -> str:
    """Why a state is said, with its numbers."""
    unit = unit_of(trend.test)
    apart = _apart_words(trend)
    if trend.change is None or trend.clear_from is None or trend.start is None or trend.now is None:
        return f"{count_words(trend.missing, 'reading')} more on other days before anything can be told.{apart}"
    noise = "your own readings" if trend.noise_is_own else "an assumption of this app until there are 8 readings"
    moved = f"From {value_words(trend.start, unit)} to {value_words(trend.now, unit)}"
    needed = value_words(trend.clear_from, unit)
    return f"{moved}; reading alone moves such means by up to {needed} (noise by {noise}).{apart}"


def _apart_words(trend: RangeTrend) -> str:
    if not trend.apart or trend.latest is None:
        return ""
    other = "cold" if trend.latest.warm else "warm"
    return f" {count_words(trend.apart, 'reading')} taken {other} {'is' if trend.apart == 1 else 'are'} left out."


def _sides_words(trends: list[RangeTrend]) -> str:
    """How far the newest readings of the legs lie apart; said without a verdict."""
    newest = [trend.latest for trend in trends]
    if len(newest) < 2 or newest[0] is None or newest[1] is None:
        return ""
    apart = abs(newest[0].comparable - newest[1].comparable)
    usual = 2.77 * max(trend.noise for trend in trends)
    said = value_words(apart, newest[0].unit)
    if apart <= usual:
        return f"The legs are {said} apart: no more than two readings of one leg may be."
    return f"The legs are {said} apart, more than two readings of one leg usually are. Many people's legs differ."


def _norm_words(trends: list[RangeTrend], group: NormGroup | None) -> tuple[str, ...]:
    if group is None:
        return ()
    norm = NORMS[group]
    who = f"Among 123 students of 18 to 24 years ({norm.mean} ± {norm.sd}°)"
    return tuple(
        f"{SIDE_WORDS[trend.side]}: {who}, {value_words(newest.comparable, newest.unit)} lies "
        f"{_PLACE_WORDS[norm_place(newest.comparable, group)]}."
        for trend in trends
        if (newest := trend.latest)
    )


def _last_zero(mine: list[RangeTest]) -> str:
    """The zero point of the newest reading, to begin the next one with; empty without one."""
    zeros = [one.zero_point_cm for one in mine if one.zero_point_cm is not None]
    return f"{zeros[-1]:g}" if zeros else ""


def depth_card(state: AthleteState, library: MotionLibrary, today: date) -> DepthCard:
    """How low by the model: the leg whose raise is smaller decides."""
    raises = [latest(state.range_tests, RangeTestName.STRAIGHT_LEG_RAISE, side, today) for side in SIDES]
    found = [one for one in raises if one]
    least = min((one.value for one in found), default=None)
    depth = rdl_depth(library, least) if least is not None else None
    if depth:
        words = _depth_words(depth, sides=len(found))
    elif least is not None:
        words = "Below a raise of 30° the model says nothing useful."
    else:
        words = "Enter a straight-leg raise of each leg; a reading of the last 90 days is used."
    return DepthCard(
        title="How low should my RDL go?",
        words=words,
        label=(
            "A reading of a computer model, tested on nobody: one generic leg, a drawn lift, knees bent 20°. It is a "
            f"place to look from, no limit and no goal. A still back and a pull you can hold decide. {LENGTH_CREDIT}"
        ),
        depth=depth,
    )


def _depth_words(depth: RdlDepth, *, sides: int) -> str:
    low, high = (5 * round(angle / 5) for angle in depth.hip_range_deg)
    hip = 5 * round(depth.hip_deg / 5)
    which = "the smaller of your two raises" if sides == len(SIDES) else "your raise"
    where = (
        "past the bottom of the drawn lift" if depth.goes_beyond else f"in the drawn lift with {_BAR_WORDS[depth.bar]}"
    )
    return (
        f"{which[0].upper()}{which[1:]}, {value_words(depth.raise_deg, RangeUnit.DEG)}, is as long in the model as an "
        f"RDL with the hips bent about {hip}° ({low} to {high}°), {where}. Below that the lift asks for more length "
        "than the raise showed, and the back tends to give it."
    )
