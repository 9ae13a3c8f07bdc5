"""Names of exercises as people and apps write them, and the key under which two spellings are the same name."""

import unicodedata
from collections.abc import Iterable, Iterator

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u02bc\u2032\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad"),
        **{chr(mark): None for mark in range(0x300, 0x370)},
        "\u0131": "i",
        "\u0142": "l",
        "\u00f8": "o",
        "\u0111": "d",
        "\u00e6": "ae",
        "\u0153": "oe",
    }
)
"""Typographic signs to plain ones, invisible signs and Latin accents to nothing, letters Unicode cannot take apart."""


def name_key(text: str) -> str:
    """``text`` without differences that are no difference of name: case, accents, typographic signs, extra spaces.

    Marks that tell words apart outside the European scripts (as the Japanese voicing mark) are kept.

    >>> name_key("  Soulevé  de terre "), name_key("Romanian Deadlift (Barbell)")
    ('souleve de terre', 'romanian deadlift (barbell)')
    """
    if text.isascii():
        return " ".join(text.lower().split())
    # Folding case may bring out new accents and taking accents off new letters, so each is done twice.
    for _ in range(2):
        text = unicodedata.normalize("NFKD", text).casefold().translate(_ALIKE)
    return " ".join(unicodedata.normalize("NFKC", text).split())


def combined(names: Iterable[str], words: Iterable[str]) -> Iterator[str]:
    """Every name with every word for the equipment, in the three ways that apps write them.

    >>> list(combined(["Deadlift"], ["Barbell"]))
    ['Deadlift (Barbell)', 'Deadlift, Barbell', 'Barbell Deadlift']
    """
    words = tuple(words)
    for name in names:
        for word in words:
            yield from (f"{name} ({word})", f"{name}, {word}", f"{word} {name}")


def keys_of(name: str) -> frozenset[str]:
    """The keys under which ``name`` is found: as written, and with its hyphens as spaces.

    >>> sorted(keys_of("Glute-Ham Raise"))
    ['glute ham raise', 'glute-ham raise']
    """
    key = name_key(name)
    return frozenset((key, " ".join(key.replace("-", " ").split())))
