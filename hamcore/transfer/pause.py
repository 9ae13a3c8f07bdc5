"""No garbage collections while a hundred thousand rows are being made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collections() -> Iterator[None]:
    """Pause the search for unreachable cycles for the length of a block.

    Reading a file makes many objects and no cycles, and every search would walk all of them: a fifth of the time of an
    import. If two threads are in such a block, the first to leave it ends the pause, which costs the other only time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
