"""The figures that the rules of progression name in their words, taken from the code that uses them."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from hamcore.model.exercise import Bounds, ProgressionKind
from hamcore.rules.answers import EASY_RESERVE
from hamcore.rules.growth import PAST_TOP, PAST_TOP_LARGE
from hamcore.rules.judging import LEAST_RESERVE
from hamcore.rules.pauses import LAYOFF_SHARE, LONG_LAYOFF_DAYS, LONG_LAYOFF_SHARE
from hamcore.rules.slowing import LONGEST_REP_S, SLOWER_BY_S
from hamcore.rules.steps import LARGEST_STEP, REDUCTION, USUAL_STEP
from hamcore.rules.trend import LAYOFF_DAYS
from hamcore.screens.wording import percent
from hamcore.screens.words import THIN, count_words, load_words, range_words
from hamcore.units import LoadUnit


def filled(text: str) -> str:
    """A text of a rule with its figures. Raises KeyError for a figure that the code does not know.

    >>> filled("after {layoff_days} days")
    'after 21 days'
    """
    return text.format_map(FIGURES)


def _share(share: Decimal) -> str:
    return percent(float(share))


def _reps(count: int) -> str:
    return count_words(count, "repetition")


def _range_of_reps(bounds: Bounds) -> str:
    return f"{range_words(bounds)} repetitions"


FIGURES: Mapping[str, str] = MappingProxyType(
    {
        "layoff_days": str(LAYOFF_DAYS),
        "long_layoff_days": str(LONG_LAYOFF_DAYS),
        "long_layoff_last": str(LONG_LAYOFF_DAYS - 1),
        "layoff_share": _share(LAYOFF_SHARE),
        "long_layoff_share": _share(LONG_LAYOFF_SHARE),
        "less_low": _share(1 - REDUCTION[-1]),
        "less_high": _share(1 - REDUCTION[0]),
        "slower_step": f"1{THIN}s",
        "slower_most": f"{SLOWER_BY_S}{THIN}s",
        "slowest": f"{LONGEST_REP_S}{THIN}s",
        "curl_reps": _reps(PAST_TOP[ProgressionKind.REPS_FIRST]),
        "extra_reps": _reps(PAST_TOP_LARGE),
        "top_rir": _reps(LEAST_RESERVE),
        "start_rir": _range_of_reps(EASY_RESERVE),
        "usual_step": f"{load_words(USUAL_STEP[LoadUnit.KG])} or {load_words(USUAL_STEP[LoadUnit.LB])}",
        "step_cap": _share(LARGEST_STEP),
    }
)
"""Each figure as it stands in a sentence, by name."""
