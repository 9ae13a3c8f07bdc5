"""How the state of a trend looks: the same tag on every page."""

from markupsafe import Markup

from hamcore.rules.trend import TrendState
from pages._parts import marks

_LOOK = {
    TrendState.RISING: (marks.Tone.GOOD, "trending_up"),
    TrendState.LEVEL: (marks.Tone.NEUTRAL, "trending_flat"),
    TrendState.FALLING: (marks.Tone.LOOK, "trending_down"),
    TrendState.NO_CLEAR_CHANGE: (marks.Tone.NEUTRAL, "remove"),
    TrendState.NOT_ENOUGH_SESSIONS: (marks.Tone.NEUTRAL, "hourglass_empty"),
}


def trend_tag(state: TrendState, words: str) -> Markup:
    """The trend state in words with its icon."""
    tone, symbol = _LOOK[state]
    return marks.state_tag(tone, symbol, words)
