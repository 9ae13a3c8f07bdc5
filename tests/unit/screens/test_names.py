"""What the names in a log mean."""

from hamcore.catalog import load_catalog
from hamcore.places import data_dir
from hamcore.screens.names import choices, summary

NAMES = {"Zugseil": None, "Kreuzheben": "barbell_deadlift", "ab wheel": None, "Beinbeuger": "lying_leg_curl"}


def test_names_kept_as_they_are_come_first_each_part_in_alphabetical_order() -> None:
    catalog, _ = load_catalog(data_dir())
    assert [choice.label for choice in choices(NAMES, catalog)] == [
        "ab wheel: kept as it is",
        "Zugseil: kept as it is",
        "Beinbeuger: Lying leg curl",
        "Kreuzheben: Barbell deadlift",
    ]


def test_the_summary_counts_names_and_those_without_an_exercise() -> None:
    assert summary(NAMES) == "4 names, 2 of them kept as they are."
    assert summary({"Kreuzheben": "barbell_deadlift"}) == "1 name."
