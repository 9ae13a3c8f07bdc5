"""Signs to stop at, each list under its heading; the urgent one stands on its own ground, so that nobody misses it."""

from pathlib import Path

from markupsafe import Markup

from hamcore.screens.safety_words import SignList, SymptomChoice
from pages._parts import marks
from pages._parts.look import apply_rules

_RULES = Path(__file__).with_suffix(".css")


def draw_signs(choice: SymptomChoice) -> None:
    """One kind of symptom: what it stops, then its signs, one under the other."""
    apply_rules(_RULES)
    marks.draw(marks.titled(choice.title, choice.stops), *(signs(part) for part in choice.lists if part.signs))


def signs(part: SignList) -> Markup:
    """Signs under their heading, with what to do; urgent ones with an icon and the ground of a warning."""
    lines = marks.joined(Markup("<li>{}</li>").format(sign) for sign in part.signs)
    symbol = marks.icon("emergency_home") if part.is_urgent else marks.NOTHING
    return Markup(
        '<div class="hc-signs{urgent}"><h3 class="hc-signs-title">{symbol}{title}</h3><p>{words}</p>'
        "<ul>{lines}</ul></div>"
    ).format(
        urgent=" hc-urgent" if part.is_urgent else "", symbol=symbol, title=part.title, words=part.words, lines=lines
    )
