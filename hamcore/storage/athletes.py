"""Athletes and the revision of their data."""

from hamcore.storage.sqlite import Session

_ENSURE = """
    INSERT INTO athletes (athlete_id, revision, names_revision) VALUES (:athlete_id, 0, 0) ON CONFLICT DO NOTHING"""


def ensure(session: Session, athlete_id: str) -> None:
    """Make sure that the athlete is known."""
    session.run(_ENSURE, athlete_id=athlete_id)


def revision(session: Session, athlete_id: str) -> int:
    """How often this athlete's data was changed."""
    found = session.one("SELECT revision FROM athletes WHERE athlete_id = :athlete_id", athlete_id=athlete_id)
    return int(found[0]) if found else 0


def advance(session: Session, athlete_id: str) -> None:
    """One more change."""
    session.run("UPDATE athletes SET revision = revision + 1 WHERE athlete_id = :athlete_id", athlete_id=athlete_id)


def names_change(session: Session, athlete_id: str) -> None:
    """Note that the change being made gives stored names another meaning."""
    session.run(
        "UPDATE athletes SET names_revision = revision + 1 WHERE athlete_id = :athlete_id", athlete_id=athlete_id
    )
