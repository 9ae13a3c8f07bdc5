"""Sources."""

from pages._parts import frame
from pages._parts.session import here

frame.begin(here(), "Learn", "Sources")
