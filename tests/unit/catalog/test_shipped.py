import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from hamcore.catalog import Catalog, load_catalog
from hamcore.catalog.load import FOLDERS
from hamcore.dates import Weekday
from hamcore.model.exercise import Bounds, CountingRule, Function, LengthClass, LoadKind, Mechanic, Prescription, Tempo
from hamcore.model.log import OWN_NAME
from hamcore.model.muscle import Belly
from hamcore.model.routine import Routine
from hamcore.model.stretching import RangeTestName
from hamcore.rules.range_tests import NORMS

FIXED_IDS = (
    "barbell_deadlift",
    "romanian_deadlift",
    "single_leg_romanian_deadlift",
    "kettlebell_swing",
    "lying_leg_curl",
    "seated_leg_curl",
    "standing_leg_curl",
    "ball_leg_curl",
    "nordic_curl",
    "good_morning",
    "glute_ham_raise",
    "back_extension_45",
    "hip_thrust",
)


def test_the_shipped_definitions_have_no_problem(shipped_dir: Path) -> None:
    catalog, problems = load_catalog(shipped_dir)
    assert problems == []
    counts = {folder: len(list((shipped_dir / folder).glob("*.toml"))) for folder in FOLDERS}
    assert min(counts.values()) > 0
    assert counts == {
        "claims": len(catalog.claims),
        "notes": len(catalog.notes),
        "findings": len(catalog.findings),
        "progression": len(catalog.progression),
        "range_tests": len(catalog.range_tests),
        "symptoms": len(catalog.symptoms),
        "exercises": len(catalog.exercises),
        "muscles": len(catalog.muscles),
        "routines": len(catalog.routines),
        "sources": len(catalog.sources),
        "stretches": len(catalog.stretches),
    }


@pytest.mark.parametrize("exercise_id", FIXED_IDS)
def test_an_id_that_logs_refer_to_stays(shipped: Catalog, exercise_id: str) -> None:
    assert shipped.exercises[exercise_id].exercise_id == exercise_id


ARTICLE = {
    "barbell_deadlift": (Bounds(6, 8), Bounds(120, 180)),
    "romanian_deadlift": (Bounds(6, 8), Bounds(120, 120)),
    "kettlebell_swing": (Bounds(12, 15), Bounds(60, 90)),
    "lying_leg_curl": (Bounds(10, 12), Bounds(60, 90)),
    "seated_leg_curl": (Bounds(10, 12), Bounds(60, 90)),
    "kneeling_leg_curl": (Bounds(10, 12), Bounds(60, 90)),
}


@pytest.mark.parametrize(("exercise_id", "dose"), ARTICLE.items(), ids=ARTICLE)
def test_an_exercise_of_the_article_has_its_prescription(
    shipped: Catalog, exercise_id: str, dose: tuple[Bounds, Bounds]
) -> None:
    found = shipped.exercises[exercise_id].prescription
    assert (found.sets, found.reps, found.rest_s) == (3, *dose)
    assert "source_article" in shipped.exercises[exercise_id].sources


def test_the_hinge_pauses_at_the_bottom_and_the_curl_at_the_top(shipped: Catalog) -> None:
    assert shipped.exercises["romanian_deadlift"].prescription.tempo == Tempo(3, 1, 1, 0)
    for curl in ("lying_leg_curl", "seated_leg_curl", "kneeling_leg_curl", "standing_leg_curl", "ball_leg_curl"):
        assert shipped.exercises[curl].prescription.tempo == Tempo(3, 0, 1, 1)


CREDITS = {
    "barbell_deadlift": (1, 0.5, 0.5),
    "sumo_deadlift": (1, 0.5, 0.5),
    "romanian_deadlift": (1, 1, 0.5),
    "stiff_leg_deadlift": (1, 1, 0.5),
    "single_leg_romanian_deadlift": (1, 1, 0.5),
    "good_morning": (1, 1, 1),
    "lying_leg_curl": (1, 1, 1),
    "nordic_curl": (1, 1, 1),
    "glute_ham_raise": (1, 1, 1),
    "back_extension_45": (1, 1, 0.5),
    "ball_leg_curl": (1, 1, 1),
    "kettlebell_swing": (1, 0.5, 0.5),
    "hip_thrust": (0, 0, 0.5),
    "glute_bridge": (0, 0, 0.5),
    "back_squat": (0, 0, 0),
    "leg_press": (0, 0, 0),
}


@pytest.mark.parametrize(("exercise_id", "wanted"), CREDITS.items(), ids=CREDITS)
def test_a_set_counts_as_the_three_rules_say(
    shipped: Catalog, exercise_id: str, wanted: tuple[float, float, float]
) -> None:
    found = shipped.credits_of(exercise_id)
    assert found is not None
    assert tuple(found.under(rule) for rule in CountingRule) == wanted


LENGTHS = {
    LengthClass.LONG: "barbell_deadlift romanian_deadlift single_leg_romanian_deadlift good_morning kettlebell_swing"
    " seated_leg_curl glute_ham_raise back_extension_45",
    LengthClass.MIDDLE: "lying_leg_curl kneeling_leg_curl hip_thrust",
    LengthClass.SHORT: "nordic_curl ball_leg_curl",
}


@pytest.mark.parametrize("length", LENGTHS)
def test_an_exercise_has_the_length_class_of_the_model(shipped: Catalog, length: LengthClass) -> None:
    for exercise_id in LENGTHS[length].split():
        assert shipped.exercises[exercise_id].length_class is length


def test_a_dumbbell_in_each_hand_is_counted_per_hand_and_help_as_help(shipped: Catalog) -> None:
    assert shipped.exercises["dumbbell_romanian_deadlift"].load_kind is LoadKind.PER_HAND
    assert shipped.exercises["nordic_curl"].load_kind is LoadKind.BODY_WEIGHT
    assert shipped.exercises["assisted_nordic_curl"].load_kind is LoadKind.ASSISTED
    assert {one.load_kind for one in shipped.exercises.values()} == set(LoadKind)


def test_curls_are_isolation_and_hinges_are_not(shipped: Catalog) -> None:
    for exercise in shipped.exercises.values():
        if exercise.function in (Function.HIP_HINGE, Function.BALLISTIC_HINGE, Function.COMBINED):
            assert exercise.mechanic is Mechanic.COMPOUND
        if exercise.function is Function.KNEE_FLEXION:
            assert exercise.mechanic is Mechanic.ISOLATION


def plan(routine: Routine) -> list[tuple[Weekday, list[tuple[str, Prescription]]]]:
    return [
        (day.weekday, [(slot.exercise_id, slot.prescription) for slot in day.slots]) for day in routine.training_days
    ]


def test_the_article_routines_hold_the_exercises_in_the_articles_order_and_dose(shipped: Catalog) -> None:
    doses = {key: shipped.exercises[key].prescription for key in ARTICLE}
    slots = [
        (key, doses[key]) for key in ("barbell_deadlift", "romanian_deadlift", "seated_leg_curl", "kettlebell_swing")
    ]
    deadlift, hinge, curl, swing = slots
    assert plan(shipped.routines["article_one_day"]) == [(Weekday.MONDAY, slots)]
    assert plan(shipped.routines["article_split"]) == [
        (Weekday.MONDAY, [deadlift, curl]),
        (Weekday.THURSDAY, [hinge, swing]),
    ]


def test_the_lying_curl_may_take_the_place_of_the_seated_one(shipped: Catalog) -> None:
    for routine in shipped.routines.values():
        slots = [slot for _, slot in routine.slots() if slot.exercise_id == "seated_leg_curl"]
        assert {slot.alternatives for slot in slots} <= {("lying_leg_curl",)}


@pytest.mark.parametrize("routine_id", ["article_one_day", "article_split"])
def test_the_article_stretches_two_or_three_days_a_week(shipped: Catalog, routine_id: str) -> None:
    routine = shipped.routines[routine_id]
    assert 2 <= len(routine.stretch_days) <= 3
    assert {one.stretch_id for day in routine.days for one in day.stretches} == set(shipped.stretches)


def test_the_plans_without_machines_need_none(shipped: Catalog) -> None:
    named = [slot for _, slot in shipped.routines["no_machines"].slots()]
    for key in (key for slot in named for key in (slot.exercise_id, *slot.alternatives)):
        assert shipped.exercises[key].equipment not in ("machine", "cable", "smith_machine", "barbell"), key


def test_the_five_stretches_of_the_article_have_its_dose_and_credit(shipped: Catalog) -> None:
    credited = {"hamstring_scoop", "hamstring_flossing", "lying_towel_stretch"}
    assert set(shipped.stretches) == credited | {"standing_forward_bend", "seated_forward_bend"}
    for stretch in shipped.stretches.values():
        assert stretch.days_per_week == Bounds(2, 3)
        assert stretch.dynamic == (stretch.hold_s is None) == (stretch.reps is not None)
        assert stretch.hold_s in (None, Bounds(15, 30))
        assert (stretch.credit == "Sam Becourtney, PT, DPT, CSCS") == (stretch.stretch_id in credited)
    assert shipped.stretches["hamstring_flossing"].nerve_technique


def test_the_four_bellies_are_built_as_ward_measured(shipped: Catalog) -> None:
    shares = {belly: muscle.pcsa_share for belly, muscle in shipped.muscles.items()}
    whole = sum(muscle.pcsa_cm2 for muscle in shipped.muscles.values())
    assert set(shares) == set(Belly)
    for belly, muscle in shipped.muscles.items():
        assert muscle.pcsa_cm2 / whole == pytest.approx(shares[belly], abs=0.001)
    assert shipped.muscles[Belly.SEMIMEMBRANOSUS].fibre_length_mm == 69.0


def test_a_key_of_the_log_has_a_name_a_function_and_credits(shipped: Catalog) -> None:
    assert shipped.display_name("romanian_deadlift") == "Romanian deadlift"
    assert shipped.short_name("romanian_deadlift") == "RDL"
    assert shipped.function_of("romanian_deadlift") is Function.HIP_HINGE
    assert shipped.credits_of("romanian_deadlift") is shipped.exercises["romanian_deadlift"].credits


def test_a_persons_own_name_is_shown_as_typed_and_not_judged(shipped: Catalog) -> None:
    key = f"{OWN_NAME}My  Swing thing"
    assert shipped.display_name(key) == shipped.short_name(key) == "My  Swing thing"
    assert shipped.function_of(key) is Function.OTHER
    assert shipped.credits_of(key) is None


def test_a_variant_is_grouped_with_its_family(shipped: Catalog) -> None:
    assert shipped.exercises["dumbbell_romanian_deadlift"].family == "romanian_deadlift"
    assert shipped.exercises["romanian_deadlift"].family == "romanian_deadlift"
    assert shipped.exercises["sumo_deadlift"].family == "sumo_deadlift"


FORBIDDEN = {
    "injury": r"\binjur",
    "preventing": r"\bprevent|\bprotect|bulletproof",
    "posture": r"\bposture",
    "curing": r"\bcures?\b|\bfix(es)? your\b|\bheals?\b",
    "isolating": r"\bisolat|\btargets?\b|\bonly the hamstring",
    "muscle electricity": r"\bEMG\b|\bactivat",
    "ranking": r"\bbest\b|\bsuperior\b|\boptimal|\bking of\b",
    "pushing past": r"\bplateau",
    "being safe": r"\bsafe(ly|r|st)?\b|\bunsafe\b|\bdanger",
    "men only": r"\bmen\b|\bman\b",
    "failing on purpose": r"\bto failure\b",
}


def sentences(catalog: Catalog) -> Iterator[str]:
    for exercise in catalog.exercises.values():
        yield from (exercise.name, *exercise.cues, *exercise.mistakes)
    for stretch in catalog.stretches.values():
        yield from (stretch.name, *stretch.how_to, *stretch.mistakes)
    for muscle in catalog.muscles.values():
        yield from muscle.actions
    for routine in catalog.routines.values():
        yield from (routine.name, routine.why)
    for finding in catalog.findings.values():
        yield from (finding.title, finding.said, finding.why, *finding.fixes.values())
    for test in catalog.range_tests.values():
        # Its norms name whom they are known for, women and men; no other sentence does.
        yield from (test.measures, *test.how_to, *test.honest, test.note)


@pytest.mark.parametrize("pattern", FORBIDDEN.values(), ids=FORBIDDEN)
def test_no_sentence_makes_a_claim_that_evidence_does_not_carry(shipped: Catalog, pattern: str) -> None:
    texts = list(sentences(shipped))
    assert len(texts) > 400
    assert [text for text in texts if re.search(pattern, text, re.IGNORECASE)] == []


def test_the_norms_in_words_are_those_the_rule_uses(shipped: Catalog) -> None:
    words = shipped.range_tests[RangeTestName.ACTIVE_KNEE_EXTENSION].norms
    assert all(f"{norm.mean} ± {norm.sd}" in words and f"{norm.short_above}" in words for norm in NORMS.values())
    assert [test for test, note in shipped.range_tests.items() if note.norms] == [RangeTestName.ACTIVE_KNEE_EXTENSION]


CLAIMS = (
    "Prevents injuries.",
    "It protects the knee.",
    "Improves posture.",
    "Cures back pain.",
    "Isolates the long head.",
    "High activation of the hamstrings.",
    "The best builder.",
    "Breaks a plateau.",
    "A round back is unsafe.",
    "For men.",
    "Go to failure.",
)


@pytest.mark.parametrize("claim", CLAIMS)
def test_the_search_for_claims_finds_a_claim(claim: str) -> None:
    assert any(re.search(pattern, claim, re.IGNORECASE) for pattern in FORBIDDEN.values())


def test_every_stretch_says_when_to_stop(shipped: Catalog) -> None:
    for stretch in shipped.stretches.values():
        assert any("sit bone" in sign for sign in stretch.stop_signs)
        assert any("pain" in sign.lower() for sign in stretch.stop_signs)


def test_a_source_has_a_doi_or_says_where_it_is(shipped: Catalog) -> None:
    for source in shipped.sources.values():
        assert source.doi or source.journal or source.title
    assert sum(bool(source.doi) for source in shipped.sources.values()) >= 60
