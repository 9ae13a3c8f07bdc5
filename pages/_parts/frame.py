"""What every page begins with: overline and title, the strip while demo data are loaded, the last action's notice."""

from pages._parts import demo, notices, states
from pages._parts.session import Here


def begin(me: Here, over: str, title: str) -> None:
    """Draw the top of a page."""
    states.page_title(over, title)
    demo.draw_strip(me)
    notices.show(title)
