"""The trend state of a lift in words, with the facts behind it."""

from datetime import date

from hamcore.rules.level_line import LevelLine
from hamcore.rules.trend import LAYOFF_DAYS, LEAST_SESSIONS, LEVEL_PER_WEEK, Slope, Trend, TrendState
from hamcore.screens import words
from hamcore.screens.wording import percent, signed_percent

STATE_WORDS = {
    TrendState.RISING: "Rising",
    TrendState.LEVEL: "Level",
    TrendState.FALLING: "Falling",
    TrendState.NO_CLEAR_CHANGE: "No clear change",
    TrendState.NOT_ENOUGH_SESSIONS: "Not enough sessions",
}


def reason(trend: Trend, today: date) -> str:
    """Why the trend has its state: slope, interval and number of sessions, or what is missing."""
    if trend.slope is None or trend.first is None:
        return _missing(trend)
    change = f"{signed_percent(trend.slope.per_week, 2)} a week over {words.count_words(trend.sessions, 'session')}"
    since = f"since {words.day_words(trend.first, today)}"
    return f"{change} {since}; {_why(trend.state, trend.slope)}"


def _missing(trend: Trend) -> str:
    if trend.paused_days is not None:
        return f"Last session {trend.paused_days} days ago: after {LAYOFF_DAYS} days the comparison starts anew."
    have = words.count_words(trend.sessions, "comparable session")
    after = " since the last break" if trend.restarted else ""
    return f"{have}{after}, and it takes {LEAST_SESSIONS} to tell anything."


def _why(state: TrendState, slope: Slope) -> str:
    likely = f"likely {signed_percent(slope.lo, 2)} to {signed_percent(slope.hi, 2)}"
    if state is TrendState.LEVEL:
        return f"likely at most {signed_percent(slope.level_hi, 2)}, under {_two_decimals(LEVEL_PER_WEEK)}."
    if state is TrendState.NO_CLEAR_CHANGE:
        return f"{likely}, too wide or too recent to call. That is the usual answer."
    return f"{likely} on this and the session before."


def _two_decimals(share: float) -> str:
    """A share as a percentage with two decimals."""
    return f"{100 * share:.2f}{words.THIN}%"


def line_words(line: LevelLine) -> str:
    """What the drawn line and its range are."""
    whose = "your own" if line.noise.own else "usual"
    return (
        "Line: median of five neighbouring sessions. "
        f"Band: {whose} session-to-session difference, {percent(line.noise.share)} either side."
    )
