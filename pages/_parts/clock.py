"""Now and today where the person is: the only clock of the pages."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st


def now() -> datetime:
    """The time on the person's wall: the browser's time zone, the computer's where the browser names none."""
    zone = st.context.timezone
    if not zone:
        return datetime.now(UTC).astimezone()
    try:
        return datetime.now(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return datetime.now(UTC).astimezone()


def today() -> date:
    """The date on the person's wall."""
    return now().date()
