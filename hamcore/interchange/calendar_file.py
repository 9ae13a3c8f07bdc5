"""A routine as a calendar file (iCalendar, RFC 5545): one event for each day of the week that repeats every week.

Times are local without a zone, so that seven in the evening stays seven in the evening wherever the calendar is read.
The UID of an event stands for the routine and the weekday: importing a later version updates the events of before.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from hamcore.dates import Weekday

_PRODUCT = "-//HamCore//Weekly routine//EN"
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_STEP_MINUTES = 5
_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """What is done on a weekday: a title, how long it takes, and one line for each exercise and stretch."""

    weekday: Weekday
    title: str
    minutes: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CalendarPlan:
    """A week of events. ``plan_id`` tells this plan from the person's others."""

    plan_id: str
    name: str
    days: tuple[CalendarDay, ...]


@dataclass(frozen=True, slots=True)
class Timing:
    """From which day on and at what local time the events are, for how many weeks (None: without an end).

    ``made_at`` is the moment of writing with its zone; ``version`` grows with each version of the plan, so that a
    calendar knows the later one. Raises ValueError for a moment without a zone or fewer weeks than one.
    """

    start: date
    at: time
    made_at: datetime
    version: int = 0
    weeks: int | None = None

    def __post_init__(self) -> None:
        """Refuse what a calendar could not understand."""
        if self.made_at.tzinfo is None:
            raise ValueError("the moment of writing needs its zone")
        if self.weeks is not None and self.weeks < 1:
            raise ValueError(f"a plan runs for one week or more, not {self.weeks}")


def write_calendar(plan: CalendarPlan, timing: Timing) -> bytes:
    """The calendar file. A day is rounded up to five minutes, and takes five at least."""
    # Loaded only when a calendar is asked for: it takes longer to load than most pages to build.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _clean(plan.name))
    for day in plan.days:
        calendar.add_component(_event(plan, day, timing))
    written: bytes = calendar.to_ical()
    return written


def _event(plan: CalendarPlan, day: CalendarDay, timing: Timing):  # type: ignore[no-untyped-def]  # noqa: ANN202
    from icalendar import Event

    first = timing.start + timedelta(days=(day.weekday - timing.start.weekday()) % 7)
    minutes = max(_STEP_MINUTES, -(-day.minutes // _STEP_MINUTES) * _STEP_MINUTES)
    event = Event()
    event.add("uid", f"{_clean(plan.plan_id)}-{_DAYS[day.weekday].lower()}@hamcore")
    event.add("dtstamp", timing.made_at.astimezone(UTC))
    event.add("sequence", timing.version)
    event.add("dtstart", datetime.combine(first, timing.at.replace(tzinfo=None)))
    event.add("duration", timedelta(minutes=minutes))
    repeats = {"freq": "weekly", "byday": _DAYS[day.weekday]}
    event.add("rrule", repeats | ({"count": timing.weeks} if timing.weeks else {}))
    event.add("summary", _clean(day.title))
    event.add("description", "\n".join(map(_clean, day.lines)))
    return event


def _clean(text: str) -> str:
    """One line without characters that a calendar file may not hold.

    >>> _clean("a\\tb\\x07c")
    'a b c'
    """
    return "".join(letter if letter.isprintable() or letter in _JOINERS else " " for letter in text)
