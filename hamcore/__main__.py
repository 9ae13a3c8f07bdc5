"""``python3 -m hamcore``: everything from a bare checkout, with nothing but Python.

In a checkout this sets up the private environment first; from an installed package it is the ``hamcore`` command.
This file is read by every Python, old ones too: no newer syntax above the version check.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "HamCore needs Python 3.11 or newer; this is Python %d.%d. Try: python3.11 -m hamcore" % sys.version_info[:2]
    )

from hamcore.checkout import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
