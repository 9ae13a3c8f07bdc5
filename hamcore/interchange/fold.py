"""Folding of words for comparison: case, accents and typographic signs do not count, whatever the locale."""

import unicodedata

_PLAIN_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ə": "a",
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "×": "x",
    }
)


def fold(text: str) -> str:
    """``text`` in lower case without accents, with single spaces and straight apostrophes; the ends are trimmed.

    The same on every system: dotted and dotless i are one letter, in Turkish too.

    >>> fold("  Nom de l’Entraînement "), fold("KASIM"), fold("İlk"), fold("Październik")
    ("nom de l'entrainement", 'kasim', 'ilk', 'pazdziernik')
    """
    if text.isascii():
        return " ".join(text.lower().split())
    # Signs are replaced first: the compatibility form of an acute accent is a space and a combining mark.
    plain = text.casefold().translate(_PLAIN_LETTERS)
    # The compatibility form of a raised letter or of a unit may be a capital or hold such a sign, hence both again.
    letters = unicodedata.normalize("NFKD", plain).casefold().translate(_PLAIN_LETTERS)
    return " ".join("".join(c for c in letters if not unicodedata.combining(c)).split())
