"""``python -m hamcore.command``: the ``hamcore`` command without any set-up."""

import sys

from hamcore.command import main

if __name__ == "__main__":
    sys.exit(main())
