"""Body weights by day."""

from collections.abc import Iterator
from datetime import date

from hamcore.storage.coding import load_from, load_text
from hamcore.storage.digest import seal
from hamcore.storage.sqlite import Session
from hamcore.units import Load

_SAVE = """
    INSERT INTO body_weights (athlete_id, day, load, seal) VALUES (:athlete_id, :day, :load, :seal)
    ON CONFLICT (athlete_id, day) DO UPDATE SET load = excluded.load, seal = excluded.seal
    WHERE body_weights.load <> excluded.load"""
_DELETE = "DELETE FROM body_weights WHERE athlete_id = :athlete_id AND day = :day"
_OF_ATHLETE = "SELECT day, load FROM body_weights WHERE athlete_id = :athlete_id ORDER BY day"
_ALL = "SELECT seal, day, load FROM body_weights"


def save(session: Session, athlete_id: str, day: date, load: Load) -> bool:
    """Store what the person weighed on a day, over what was stored for it. Raises ValueError for a load not above 0."""
    if load.value <= 0:
        raise ValueError(f"a body weighs more than nothing, not {load.value}")
    written, text = day.isoformat(), load_text(load)
    sealed = seal(written, text)
    return session.run(_SAVE, athlete_id=athlete_id, day=written, load=text, seal=sealed) > 0


def delete(session: Session, athlete_id: str, day: date) -> bool:
    """Take back what was stored for a day."""
    return session.run(_DELETE, athlete_id=athlete_id, day=day.isoformat()) > 0


def load_all(session: Session, athlete_id: str) -> dict[date, Load]:
    """Day to body weight, oldest first; what cannot be read is left out."""
    read = (_read(day, text) for day, text in session.rows(_OF_ATHLETE, athlete_id=athlete_id))
    return dict(pair for pair in read if pair)


def faults(session: Session) -> Iterator[str]:
    """A message for each body weight that is not as it was written or cannot be read."""
    for sealed, day, text in session.rows(_ALL):
        if seal(day, text) != sealed:
            yield f"the body weight of {day} is not as it was written"
        elif _read(day, text) is None:
            yield f"the body weight of {day} cannot be read"


def _read(day: str, text: str) -> tuple[date, Load] | None:
    try:
        return date.fromisoformat(day), load_from(text)
    except ValueError:
        return None
