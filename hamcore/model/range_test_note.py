"""How a range test is done and what its numbers are good for, in words."""

from dataclasses import dataclass

from hamcore.model.stretching import RangeTestName


@dataclass(frozen=True, slots=True)
class RangeTestNote:
    """One test: what it measures, what it needs, how to do it, and what makes two readings comparable (``honest``).

    ``zero_point`` says what to enter for it, empty for tests without one; ``norms`` whose figures are known, empty for
    tests without any; ``note`` may be empty.
    """

    test: RangeTestName
    title: str
    measures: str
    needs: str
    how_to: tuple[str, ...]
    honest: tuple[str, ...]
    zero_point: str
    norms: str
    stop_signs: tuple[str, ...]
    note: str
    sources: tuple[str, ...]
