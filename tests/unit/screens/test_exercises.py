from functools import cache

import pytest

from hamcore.model.exercise import Function, Laterality, LengthClass, Level
from hamcore.motion import MotionLibrary, load_motion
from hamcore.places import data_dir
from hamcore.screens import exercises
from hamcore.screens.exercise_detail import ExerciseDetail
from hamcore.screens.exercise_gallery import Gallery, GalleryFilter, gallery, offered_equipment
from tests.unit.demo_state import TODAY, demo_state, shipped, state_of
from tests.unit.memory_store import WholeStore


@cache
def library() -> MotionLibrary:
    return load_motion(data_dir())[0]


def shown(asked: GalleryFilter | None = None) -> Gallery:
    return gallery(shipped(), library(), asked or GalleryFilter())


def names(asked: GalleryFilter) -> set[str]:
    found = shown(asked)
    return {entry.entry_id for entry in (*found.moving, *found.still)}


def detail(entry_id: str) -> ExerciseDetail:
    found = exercises.build(state_of(WholeStore()), library(), TODAY, entry_id=entry_id).detail
    assert found is not None
    return found


def test_the_gallery_opens_with_the_heads_of_families_and_all_stretches() -> None:
    found = shown()
    ids = names(GalleryFilter())

    assert set(shipped().stretches) < ids
    assert {key for key, one in shipped().exercises.items() if not one.variant_of} - ids == {"stretching"}
    assert not any(shipped().exercises[key].variant_of for key in ids if key in shipped().exercises)
    assert len(found.moving) == 19
    assert f"{len(ids)} entries" in found.summary


def test_every_movement_but_the_reference_has_a_card() -> None:
    ids = {entry.entry_id for entry in shown().moving}

    assert {key for movement in library().movements.values() for key in movement.shows} == ids


def test_the_exercises_of_the_article_come_first() -> None:
    hinges = [entry.entry_id for entry in shown(GalleryFilter(functions=frozenset([Function.HIP_HINGE]))).moving]

    assert hinges[:3] == ["barbell_deadlift", "romanian_deadlift", "single_leg_romanian_deadlift"]


def test_variants_stand_behind_their_family_until_asked_for() -> None:
    entry = next(one for one in shown().moving if one.entry_id == "romanian_deadlift")
    family = [key for key, one in shipped().exercises.items() if one.variant_of == "romanian_deadlift"]

    assert entry.variants == len(family) > 3
    assert set(family) <= names(GalleryFilter(variants=True))


def test_a_variant_is_shown_when_its_family_does_not_fit() -> None:
    found = names(GalleryFilter(equipment=frozenset(["dumbbell"])))

    assert "dumbbell_romanian_deadlift" in found
    assert "romanian_deadlift" not in found


FILTERS = {
    "function": GalleryFilter(functions=frozenset([Function.COMBINED]), variants=True),
    "equipment": GalleryFilter(equipment=frozenset(["ball"]), variants=True),
    "length": GalleryFilter(lengths=frozenset([LengthClass.SHORT]), variants=True),
    "legs": GalleryFilter(legs=frozenset([Laterality.UNILATERAL]), variants=True),
    "level": GalleryFilter(levels=frozenset([Level.DEMANDING]), variants=True),
}


@pytest.mark.parametrize("asked", FILTERS.values(), ids=FILTERS)
def test_a_filter_keeps_exactly_what_fits(asked: GalleryFilter) -> None:
    found = {key for key in names(asked) if key in shipped().exercises}

    for key, one in shipped().exercises.items():
        fits = (
            (not asked.functions or one.function in asked.functions)
            and (not asked.equipment or one.equipment in asked.equipment)
            and (not asked.lengths or one.length_class in asked.lengths)
            and (not asked.legs or one.laterality in asked.legs)
            and (not asked.levels or one.level in asked.levels)
        )
        assert (key in found) == (fits and key != "stretching"), key
    assert found


def test_filters_narrow_each_other() -> None:
    asked = GalleryFilter(functions=frozenset([Function.KNEE_FLEXION]), lengths=frozenset([LengthClass.LONG]))

    assert names(asked) == {"seated_leg_curl"}


@pytest.mark.parametrize(
    ("words", "entry_id"),
    [
        ("rdl", "romanian_deadlift"),
        ("Soulevé de terre", "barbell_deadlift"),
        ("  NORDIC ", "nordic_curl"),
        ("flossing", "hamstring_flossing"),
        ("towel", "lying_towel_stretch"),
        ("GHR", "glute_ham_raise"),
    ],
)
def test_the_search_knows_every_spelling_a_log_may_use(words: str, entry_id: str) -> None:
    assert entry_id in names(GalleryFilter(search=words))


def test_a_search_without_a_hit_is_empty() -> None:
    found = shown(GalleryFilter(search="zebra"))

    assert (found.moving, found.still) == ((), ())
    assert found.summary == "0 entries."


def test_the_equipment_offered_is_used_by_some_exercise() -> None:
    assert offered_equipment(shipped())[0] == "barbell"
    for one in offered_equipment(shipped()):
        assert names(GalleryFilter(equipment=frozenset([one])))


@pytest.mark.parametrize("entry_id", [*shipped().exercises, *shipped().stretches])
def test_every_entry_has_a_page_of_its_own(entry_id: str) -> None:
    found = detail(entry_id)

    assert found.cues
    assert found.mistakes
    assert all(mistake.fix for mistake in found.mistakes)
    assert found.sources
    assert found.stops
    assert len(found.facts) == 3
    assert (found.history is None) == (entry_id in shipped().stretches)


def test_dose_rest_and_tempo_are_those_of_the_record() -> None:
    assert detail("romanian_deadlift").dose == (
        ("Sets and reps", "3 × 6–8"),
        ("Rest", "2\u202fmin"),
        ("Tempo", "3\u202fs down, 1\u202fs pause, 1\u202fs up"),
    )
    assert detail("kettlebell_swing").dose[2] == ("Tempo", "as fast as it goes")
    assert detail("lying_towel_stretch").dose[0] == ("Hold", "15–30\u202fs a side")
    assert detail("hamstring_flossing").dose[0] == ("Repetitions", "8–12 slow a side")


def test_a_set_is_counted_three_ways_with_the_reason() -> None:
    deadlift, squat = detail("barbell_deadlift").credits, detail("back_squat").credits

    assert [(line.rule, line.credit) for line in deadlift] == [
        ("Every set", "1"),
        ("Weighted sets", "0.5"),
        ("Half for helpers", "0.5"),
    ]
    assert "counts half" in deadlift[1].reason
    assert [line.credit for line in squat] == ["0", "0", "0"]
    assert "counts nothing" in squat[1].reason
    assert "Power work" in detail("kettlebell_swing").credits[1].reason


def test_easier_and_harder_lead_both_ways() -> None:
    for key in shipped().exercises:
        for step in detail(key).easier:
            assert key in {back.entry_id for back in detail(step.entry_id).harder}
        for step in detail(key).harder:
            assert key in {back.entry_id for back in detail(step.entry_id).easier}


def test_a_neighbour_is_named_once() -> None:
    for key in shipped().exercises:
        found = detail(key)
        links = [step.entry_id for step in (*found.easier, *found.harder, *found.variants)]
        assert len(links) == len(set(links))
        assert key not in links


def test_evidence_begins_with_what_was_measured_and_shows_both_sides() -> None:
    found = [row.claim_id for row in detail("nordic_curl").rows]

    assert abs(found.index("nordic_effect_unclear") - found.index("nordic_halves_strains")) == 1
    words = [row.strength_words for row in detail("romanian_deadlift").rows]
    assert words[0] == "Moderate"
    assert words[-3:].count("Convention") >= 1


def test_a_sit_bone_ache_is_named_where_the_hip_bends_deeply() -> None:
    assert any(stop.title == "An ache at the sit bone" for stop in detail("romanian_deadlift").stops)
    assert not any(stop.title == "An ache at the sit bone" for stop in detail("nordic_curl").stops)


def test_a_stretch_begins_with_its_own_stop_signs_and_names_its_credit() -> None:
    found = detail("hamstring_flossing")

    assert found.stops[0].lines == shipped().stretches["hamstring_flossing"].stop_signs
    assert "nerve technique" in found.dose_note
    assert "Credited to Sam Becourtney" in found.dose_note


def test_without_a_movement_there_is_none_to_draw() -> None:
    assert detail("back_squat").movement is None
    assert detail("romanian_deadlift").movement is not None


def test_the_own_history_of_a_lifter() -> None:
    found = exercises.build(demo_state(), library(), TODAY, entry_id="romanian_deadlift").detail
    assert found is not None
    assert found.history is not None

    assert len(found.history.sessions) == 3
    assert {line.detail for line in found.history.bests} == {"Best estimate", "Heaviest"}
    assert found.history.lift == "Romanian deadlift"
    assert "sessions, the last one" in found.history.summary


def test_an_exercise_never_logged_says_so() -> None:
    history = detail("jefferson_curl").history

    assert history is not None
    assert history.summary.startswith("Not logged yet")
    assert history.lift == ""


@pytest.mark.parametrize("entry_id", ["nothing", "../etc", "<b>x</b>", "name:Curl", "x" * 500])
def test_an_unknown_address_gets_words_and_no_entry(entry_id: str) -> None:
    view = exercises.build(state_of(WholeStore()), library(), TODAY, entry_id=entry_id)

    assert view.detail is None
    assert view.gallery is None
    assert view.unknown.startswith("There is no exercise or stretch called “")
    assert len(view.unknown) < 140
