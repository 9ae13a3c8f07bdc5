"""What every page begins with: overline and title, the strip while demo data are loaded, the last action's notice."""

from pages._parts import demo, notices, states
from pages._parts.session import Here


def begin(me: Here, over: str, title: str, *, page: str = "") -> None:
    """Draw the top of a page; ``page`` names it where its title changes."""
    states.page_title(over, title)
    demo.draw_strip(me)
    notices.show(page or title)
