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

_UNCLEAR = "That is not clear enough, or not yet twice in a row; it is the usual answer."


def reason(trend: Trend, today: date) -> str:
    """Why the trend has its state: slope, interval and number of sessions, or what is missing."""
    if trend.slope is None or trend.first is None:
        return _missing(trend)
    sessions = f"{words.count_words(trend.sessions, 'session')} since {words.day_words(trend.first, today)}"
    change = f"{signed_percent(trend.slope.per_week, 2)} a week, {_likely(trend.state, trend.slope)} ({sessions})."
    return f"{change} {_UNCLEAR}" if trend.state is TrendState.NO_CLEAR_CHANGE else change


def _missing(trend: Trend) -> str:
    if trend.paused_days is not None:
        return f"Last session {trend.paused_days} days ago: after {LAYOFF_DAYS} days the comparison starts anew."
    have = words.count_words(trend.sessions, "comparable session")
    after = " since the last break" if trend.restarted else ""
    return f"{have}{after}, and it takes {LEAST_SESSIONS} to tell anything."


def _likely(state: TrendState, slope: Slope) -> str:
    if state is TrendState.LEVEL:
        limit = f"{100 * LEVEL_PER_WEEK:.2f}{words.THIN}%"
        return f"likely at most {signed_percent(slope.level_hi, 2)}, under the {limit} that would count as a gain"
    return f"likely {signed_percent(slope.lo, 2)} to {signed_percent(slope.hi, 2)}"


def line_words(line: LevelLine) -> str:
    """What the drawn line and its range are."""
    whose = "your own" if line.noise.own else "usual"
    return (
        "Line: median of five neighbouring sessions. "
        f"Band: {whose} session-to-session difference, {percent(line.noise.share)} either side."
    )
