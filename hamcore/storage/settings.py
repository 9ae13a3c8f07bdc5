"""A person's settings as rows of key and text."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

from hamcore.dates import Weekday
from hamcore.model.settings import EARLIEST_BIRTH, LATEST_BIRTH, Formula, Plate, Settings, Sex
from hamcore.storage.coding import load_from, load_text
from hamcore.storage.sqlite import Session
from hamcore.units import Load, LoadUnit

_SAVE = """
    INSERT INTO settings (athlete_id, key, value) VALUES (:athlete_id, :key, :value)
    ON CONFLICT (athlete_id, key) DO UPDATE SET value = excluded.value"""


def load_settings(session: Session, athlete_id: str) -> Settings:
    """The saved settings; the default for what was never saved or cannot be read."""
    saved: dict[str, str] = dict(
        session.rows("SELECT key, value FROM settings WHERE athlete_id = :athlete_id", athlete_id=athlete_id)
    )
    return settings_from(saved)


def save_settings(session: Session, athlete_id: str, settings: Settings) -> None:
    """Store all settings, over those saved before."""
    session.bulk(_SAVE, [(athlete_id, key, value) for key, value in settings_texts(settings).items()])


def settings_texts(settings: Settings) -> dict[str, str]:
    """Each setting as text.

    >>> settings_texts(Settings())["plates"]
    '25 kg x 2; 20 kg x 2; 15 kg x 1; 10 kg x 2; 5 kg x 2; 2.5 kg x 2; 1.25 kg x 2'
    """
    return {
        "load_unit": settings.load_unit.value,
        "body_weight": load_text(settings.body_weight) or "",
        "week_start": str(int(settings.week_start)),
        "bar": load_text(settings.bar) or "",
        "plates": "; ".join(f"{load_text(plate.load)} x {plate.pairs}" for plate in settings.plates),
        "formula": settings.formula.value,
        "routine_id": settings.routine_id,
        "dumbbell_step": load_text(settings.dumbbell_step) or "",
        "machine_step": load_text(settings.machine_step) or "",
        "cable_step": load_text(settings.cable_step) or "",
        "kettlebells": "; ".join(load_text(load) or "" for load in settings.kettlebells),
        "sex": settings.sex.value if settings.sex else "",
        "birth_year": str(settings.birth_year or ""),
    }


def settings_from(texts: Mapping[str, str]) -> Settings:
    """The settings in ``texts``; a missing or unreadable one keeps its default."""
    values: dict[str, Any] = {}
    for key, read in _READERS.items():
        if key in texts:
            with suppress(ValueError):
                values[key] = read(texts[key])
    return Settings(**values)


def _load_or_none(text: str) -> Load | None:
    return load_from(text) if text else None


def _loads(text: str) -> tuple[Load, ...]:
    return tuple(load_from(part) for part in text.split("; ") if part)


def _year_or_none(text: str) -> int | None:
    year = int(text) if text else None
    if year is not None and not EARLIEST_BIRTH <= year <= LATEST_BIRTH:
        raise ValueError(f"a year of birth is between {EARLIEST_BIRTH} and {LATEST_BIRTH}, not {year}")
    return year


def _plates(text: str) -> tuple[Plate, ...]:
    parts = [part.rpartition(" x ") for part in text.split("; ") if part]
    return tuple(Plate(load_from(load), int(pairs)) for load, _, pairs in parts)


_READERS: Mapping[str, Callable[[str], object]] = {
    "load_unit": LoadUnit,
    "body_weight": _load_or_none,
    "week_start": lambda text: Weekday(int(text)),
    "bar": load_from,
    "plates": _plates,
    "formula": Formula,
    "routine_id": str,
    "dumbbell_step": _load_or_none,
    "machine_step": _load_or_none,
    "cable_step": _load_or_none,
    "kettlebells": _loads,
    "sex": lambda text: Sex(text) if text else None,
    "birth_year": _year_or_none,
}
