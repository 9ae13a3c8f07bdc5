"""Short words of training and what they mean, in one sentence each."""

import re
from collections.abc import Iterator, Mapping

TERMS: Mapping[str, str] = {
    "e1RM": "Estimated one-repetition maximum: what you could lift once, computed from a load and its repetitions.",
    "strength index": "The arithmetic of an e1RM for a lift in which nobody tested how well it predicts a single.",
    "RIR": "Repetitions in reserve: how many more you could have done.",
    "weighted sets": "Sets for the hamstrings: one that works them in full counts 1, in part 0.5, not at all 0.",
}
"""By the word as it is written on screens."""

_ANY = re.compile("|".join(rf"\b{re.escape(term)}\b" for term in TERMS))


def parts(text: str) -> Iterator[tuple[str, str]]:
    """A text in parts, each with the meaning of the term that it is, empty for the words between.

    >>> [part for part, _ in parts("Best e1RM so far")]
    ['Best ', 'e1RM', ' so far']
    """
    end = 0
    for found in _ANY.finditer(text):
        if found.start() > end:
            yield text[end : found.start()], ""
        yield found[0], TERMS[found[0]]
        end = found.end()
    if end < len(text):
        yield text[end:], ""
