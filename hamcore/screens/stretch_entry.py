"""What a person types on the stretching page: read, or refused with the limit named."""

from hamcore.model.exercise import Bounds
from hamcore.model.stretching import HOLD_REPS, HOLD_SECONDS, LONGEST_NAME, ROUNDS, OwnStretch


def read_amount(typed: str, *, is_reps: bool) -> int | str:
    """Seconds of a hold or repetitions of a round; words that name the limits for anything else.

    >>> read_amount(" 25 ", is_reps=False), read_amount("-5", is_reps=False)
    (25, 'A hold has 1 to 600 seconds, as a whole number. -5 is not one of them.')
    """
    limits, unit, what = (HOLD_REPS, "repetitions", "A round") if is_reps else (HOLD_SECONDS, "seconds", "A hold")
    return _whole(typed, limits, f"{what} has {limits.lo} to {limits.hi} {unit}")


def read_own(name: str, amount: str, rounds: str, *, is_reps: bool, each_side: bool) -> OwnStretch | str:
    """A stretch of the person's own, or why it cannot be."""
    words = " ".join(name.split())
    if not words or len(words) > LONGEST_NAME or not words.isprintable():
        return f"A stretch needs a name of 1 to {LONGEST_NAME} characters."
    size = read_amount(amount, is_reps=is_reps)
    count = _whole(rounds, ROUNDS, f"A stretch has {ROUNDS.lo} to {ROUNDS.hi} rounds")
    if isinstance(size, str):
        return size
    if isinstance(count, str):
        return count
    return OwnStretch(words, None if is_reps else size, size if is_reps else None, count, each_side)


def _whole(typed: str, limits: Bounds, sentence: str) -> int | str:
    text = " ".join(typed.split())
    shown = f"{text[:20]} is not one of them." if text else "Nothing is typed yet."
    if text.isascii() and text.isdigit() and len(text) <= 6 and limits.lo <= int(text) <= limits.hi:
        return int(text)
    return f"{sentence}, as a whole number. {shown}"
