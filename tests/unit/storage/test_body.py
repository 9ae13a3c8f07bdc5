"""Body weights and symptoms: stored as said, kept apart by athlete, found by the check when they were spoiled."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal

import pytest

from hamcore.model.symptom import Symptom, SymptomKind
from hamcore.storage import Store
from hamcore.units import Load, LoadUnit
from tests.unit.storage.examples import DAY, ME

LIGHT, HEAVY = Load(Decimal("80.5"), LoadUnit.KG), Load(Decimal(181), LoadUnit.LB)
PAIN = Symptom("s1", SymptomKind.RED_FLAG, DAY)


def spoil(store: Store, statement: str) -> list[str]:
    """What the check says after ``statement`` was run behind the program's back."""
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute(statement)
        connection.commit()
    return [problem.message for problem in store.check().problems]


def test_body_weights_come_back_as_typed_oldest_first(store: Store, open_again: Callable[[], Store]) -> None:
    assert store.save_body_weight(ME, DAY, HEAVY)
    assert store.save_body_weight(ME, DAY - timedelta(days=1), LIGHT)
    assert list(open_again().body_weights(ME).items()) == [(DAY - timedelta(days=1), LIGHT), (DAY, HEAVY)]


def test_one_day_has_one_body_weight_the_last_one_said(store: Store) -> None:
    store.save_body_weight(ME, DAY, HEAVY)
    assert store.save_body_weight(ME, DAY, LIGHT)
    assert not store.save_body_weight(ME, DAY, LIGHT)
    assert (store.body_weights(ME), store.revision(ME)) == ({DAY: LIGHT}, 2)


def test_a_body_weight_can_be_taken_back(store: Store) -> None:
    store.save_body_weight(ME, DAY, LIGHT)
    assert store.delete_body_weight(ME, DAY)
    assert not store.delete_body_weight(ME, DAY)
    assert (store.body_weights(ME), store.revision(ME)) == ({}, 2)


@pytest.mark.parametrize("value", ["0", "-80"])
def test_a_body_weighs_more_than_nothing(store: Store, value: str) -> None:
    with pytest.raises(ValueError, match="more than nothing"):
        store.save_body_weight(ME, DAY, Load(Decimal(value), LoadUnit.KG))
    assert store.revision(ME) == 0


def test_another_athlete_has_a_body_and_symptoms_of_their_own(store: Store) -> None:
    store.save_body_weight(ME, DAY, LIGHT)
    store.note_symptom(ME, PAIN)
    assert (store.body_weights("stranger"), store.symptoms("stranger")) == ({}, ())
    assert not store.delete_body_weight("stranger", DAY)
    assert not store.clear_symptom("stranger", "s1", DAY)
    assert (store.body_weights(ME), store.symptoms(ME)) == ({DAY: LIGHT}, (PAIN,))


@pytest.mark.parametrize("kind", list(SymptomKind))
def test_a_symptom_holds_until_it_has_gone_and_stays_on_record(store: Store, kind: SymptomKind) -> None:
    noted = Symptom("s1", kind, DAY)
    assert store.note_symptom(ME, noted)
    assert not store.note_symptom(ME, noted)
    assert store.symptoms(ME) == (noted,)
    gone = Symptom("s1", kind, DAY, DAY + timedelta(days=3))
    assert store.clear_symptom(ME, "s1", DAY + timedelta(days=3))
    assert not store.clear_symptom(ME, "s1", DAY + timedelta(days=3))
    assert (store.symptoms(ME), store.revision(ME)) == ((gone,), 2)


def test_that_a_symptom_has_gone_can_be_taken_back(store: Store) -> None:
    store.note_symptom(ME, PAIN)
    store.clear_symptom(ME, "s1", DAY)
    assert store.clear_symptom(ME, "s1", None)
    assert store.symptoms(ME) == (PAIN,)
    assert store.check().problems == ()


def test_a_symptom_noted_again_does_not_undo_that_it_has_gone(store: Store) -> None:
    store.note_symptom(ME, PAIN)
    store.clear_symptom(ME, "s1", DAY)
    assert not store.note_symptom(ME, PAIN)
    assert store.symptoms(ME)[0].cleared_on == DAY


def test_symptoms_come_the_oldest_first(store: Store) -> None:
    days = {"a": DAY, "b": DAY - timedelta(days=2), "c": DAY - timedelta(days=1)}
    for symptom_id, day in days.items():
        store.note_symptom(ME, Symptom(symptom_id, SymptomKind.NERVE_SIGNS, day))
    assert [one.symptom_id for one in store.symptoms(ME)] == ["b", "c", "a"]


def test_a_symptom_cannot_have_gone_before_it_came(store: Store) -> None:
    store.note_symptom(ME, PAIN)
    with pytest.raises(ValueError, match="cannot have gone on 2026-11-23"):
        store.clear_symptom(ME, "s1", DAY - timedelta(days=1))
    assert (store.symptoms(ME), store.revision(ME)) == ((PAIN,), 1)


def test_a_symptom_that_was_never_noted_cannot_go(store: Store) -> None:
    assert not store.clear_symptom(ME, "s1", DAY)
    assert store.revision(ME) == 0


@pytest.mark.parametrize("column", ["kind = 'odd'", "noted_on = '2026-13-01'", "cleared_on = 'soon'"])
def test_a_symptom_that_cannot_be_read_still_stops(store: Store, column: str) -> None:
    store.note_symptom(ME, Symptom("s1", SymptomKind.NERVE_SIGNS, DAY))
    messages = spoil(store, f"UPDATE symptoms SET {column}")
    assert store.symptoms(ME) == (Symptom("s1", SymptomKind.RED_FLAG, date.min),)
    assert messages == ["the report s1 of something that hurts is not as it was written"]


def test_such_a_symptom_can_be_cleared_and_is_then_as_written(store: Store) -> None:
    store.note_symptom(ME, PAIN)
    spoil(store, "UPDATE symptoms SET kind = 'odd', noted_on = '2026-13-01'")
    assert store.clear_symptom(ME, "s1", DAY)
    assert store.symptoms(ME) == (Symptom("s1", SymptomKind.RED_FLAG, date.min, DAY),)
    assert store.check().problems == ()


@pytest.mark.parametrize("column", ["load = '90.5 kg'", "load = 'heavy'", "day = '2026-11-23'", "day = 'today'"])
def test_a_body_weight_changed_behind_the_programs_back_is_found(store: Store, column: str) -> None:
    store.save_body_weight(ME, DAY, LIGHT)
    (message,) = spoil(store, f"UPDATE body_weights SET {column}")
    assert "is not as it was written" in message


def test_a_body_weight_that_cannot_be_read_is_left_out(store: Store) -> None:
    store.save_body_weight(ME, DAY, LIGHT)
    store.save_body_weight(ME, DAY - timedelta(days=1), HEAVY)
    spoil(store, "UPDATE body_weights SET load = 'heavy' WHERE day = '2026-11-24'")
    assert store.body_weights(ME) == {DAY - timedelta(days=1): HEAVY}
