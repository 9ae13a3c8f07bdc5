"""The calendar file, read back by a parser that is not the writer's (vobject)."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import pairwise

import pytest
import vobject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hamcore.dates import Weekday
from hamcore.interchange.calendar_file import CalendarDay, CalendarPlan, Timing, write_calendar
from hamcore.screens.routine_out import calendar
from tests.unit.shipped import shipped

TUESDAY = date(2026, 11, 24)
SEVEN = time(19, 0)
MADE = datetime(2026, 11, 24, 9, 30, tzinfo=timezone(timedelta(hours=2)))
TIMING = Timing(TUESDAY, SEVEN, MADE, version=3)
HARD = (
    'Pull; push, \\n "fast" — Übung 😀 漢字 <b>&amp;</b>: a long line that has to be folded somewhere, twice at least'
)


def plan(*days: CalendarDay, name: str = "Mine") -> CalendarPlan:
    return CalendarPlan("mine", name, days)


def a_day(weekday: Weekday = Weekday.MONDAY, title: str = "Hinge", minutes: int = 17, *lines: str) -> CalendarDay:
    return CalendarDay(weekday, title, minutes, lines)


def events(data: bytes) -> list[vobject.base.Component]:
    found = vobject.readOne(data.decode())
    return list(found.contents.get("vevent", []))


def test_there_is_one_event_for_each_day_that_repeats_on_its_weekday() -> None:
    found = events(write_calendar(calendar(shipped().routines["article_split"], shipped()), TIMING))
    assert [one.dtstart.value for one in found] == [
        datetime(2026, 11, 30, 19),
        datetime(2026, 11, 26, 19),
        datetime(2026, 11, 28, 19),
    ]
    assert [one.summary.value for one in found] == ["Deadlift and curl", "Romanian deadlift and swing", "Stretches"]
    assert [str(one.rrule.value) for one in found] == [
        "FREQ=WEEKLY;BYDAY=MO",
        "FREQ=WEEKLY;BYDAY=TH",
        "FREQ=WEEKLY;BYDAY=SA",
    ]


def test_the_prescription_of_the_day_is_its_description() -> None:
    first, *_ = events(write_calendar(calendar(shipped().routines["article_split"], shipped()), TIMING))
    assert first.description.value.split("\n") == [
        "Barbell deadlift: 3 × 6–8, rest 2–3 min, 2 s down, 1 s pause, 1 s up, 1 s hold",
        "Seated leg curl: 3 × 10–12, rest 60–90 s, 3 s down, 1 s up, 1 s hold",
        "Standing forward bend: 2 × 15–30 s",
    ]


def test_the_time_is_local_and_has_no_zone() -> None:
    data = write_calendar(plan(a_day()), TIMING)
    assert b"DTSTART:20261130T190000\r\n" in data
    assert b"TZID" not in data
    assert events(data)[0].dtstart.value.tzinfo is None


def test_the_moment_of_writing_is_in_universal_time() -> None:
    assert events(write_calendar(plan(a_day()), TIMING))[0].dtstamp.value == datetime(2026, 11, 24, 7, 30, tzinfo=UTC)


def test_a_day_that_is_the_first_day_starts_on_it() -> None:
    tuesday, monday = events(write_calendar(plan(a_day(Weekday.TUESDAY), a_day(Weekday.MONDAY)), TIMING))
    assert tuesday.dtstart.value.date() == TUESDAY
    assert monday.dtstart.value.date() == TUESDAY + timedelta(days=6)


def test_a_later_version_updates_the_events_of_before() -> None:
    before = events(write_calendar(plan(a_day()), Timing(TUESDAY, SEVEN, MADE, version=1)))
    after = events(write_calendar(plan(a_day(title="New")), Timing(TUESDAY, SEVEN, MADE, version=2)))
    assert [one.uid.value for one in before] == [one.uid.value for one in after] == ["mine-mo@hamcore"]
    assert [one.sequence.value for one in (*before, *after)] == ["1", "2"]


def test_days_and_plans_have_ids_of_their_own() -> None:
    data = write_calendar(plan(*map(a_day, Weekday)), TIMING)
    other = write_calendar(CalendarPlan("other", "", (a_day(),)), TIMING)
    assert len({one.uid.value for one in (*events(data), *events(other))}) == 8


@pytest.mark.parametrize(("weeks", "count"), [(1, 1), (8, 8)])
def test_a_plan_for_some_weeks_ends_after_them(weeks: int, count: int) -> None:
    (event,) = events(write_calendar(plan(a_day()), Timing(TUESDAY, SEVEN, MADE, weeks=weeks)))
    days = list(event.getrruleset())
    assert len(days) == count
    assert all(later - earlier == timedelta(days=7) for earlier, later in pairwise(days))


@pytest.mark.parametrize(("minutes", "taken"), [(0, 5), (5, 5), (6, 10), (17, 20), (61, 65)])
def test_a_day_takes_whole_five_minutes(minutes: int, taken: int) -> None:
    (event,) = events(write_calendar(plan(a_day(Weekday.MONDAY, "A", minutes)), TIMING))
    assert event.duration.value == timedelta(minutes=taken)


def test_hard_text_is_read_back_as_it_was() -> None:
    (event,) = events(write_calendar(plan(a_day(Weekday.MONDAY, HARD, 10, HARD, "second; line")), TIMING))
    assert event.summary.value == HARD
    assert event.description.value == f"{HARD}\nsecond; line"


def test_no_line_is_longer_than_allowed_and_none_is_cut_inside_a_letter() -> None:
    data = write_calendar(plan(a_day(Weekday.MONDAY, HARD * 3, 10, *[HARD] * 9), name=HARD), TIMING)
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() or True for line in lines)
    assert b"\n" not in data.replace(b"\r\n", b"")


@given(st.text(), st.lists(st.text(), max_size=3))
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_makes_a_calendar_that_can_be_read(title: str, lines: list[str]) -> None:
    (event,) = events(write_calendar(plan(a_day(Weekday.MONDAY, title, 10, *lines), name=title), TIMING))
    assert event.dtstart.value == datetime(2026, 11, 30, 19)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", event.summary.value)


def test_a_plan_without_days_is_an_empty_calendar() -> None:
    assert events(write_calendar(plan(), TIMING)) == []


def test_a_moment_without_a_zone_and_a_plan_of_no_week_are_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        Timing(TUESDAY, SEVEN, datetime(2026, 11, 24))
    with pytest.raises(ValueError, match="one week or more"):
        Timing(TUESDAY, SEVEN, MADE, weeks=0)
