"""Terms that explain themselves where they stand: on a pointer over them, a tap, or the keyboard."""

from pathlib import Path

from markupsafe import Markup

from hamcore.screens.terms import parts
from pages._parts import marks
from pages._parts.look import apply_rules

_RULES = Path(__file__).with_suffix(".css")


def apply() -> None:
    """Put the rules into the page."""
    apply_rules(_RULES)


def explained(text: str) -> Markup:
    """A text whose terms can be asked for their meaning; other words stay as they are."""
    return marks.joined(
        Markup(
            '<span class="hc-term" tabindex="0">{}<span class="hc-term-tip" role="note"><span class="hc-term-gap">: '
            "</span>{}</span></span>"
        ).format(part, meaning)
        if meaning
        else Markup("{}").format(part)
        for part, meaning in parts(text)
    )
