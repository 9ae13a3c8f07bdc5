"""Recommendations in words: one line for each rule, the facts, what would have changed it, what an edit changes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from hamcore.model.exercise import Progression, ProgressionKind
from hamcore.model.log import Form, LoggedSet, Side
from hamcore.model.settings import Settings
from hamcore.model.symptom import SymptomKind
from hamcore.rules.coach_case import CoachFrame
from hamcore.rules.exposures import exposures
from hamcore.rules.loadable import loadable_for
from hamcore.rules.progression import recommend
from hamcore.rules.recommendation import Flip, Outcome, Recommendation, RecommendationChange, RuleId, Shift
from hamcore.rules.records import Record, RecordKind
from hamcore.rules.safety import SafetyGate
from hamcore.rules.trend import TrendState
from hamcore.screens.coach_changes import change_words
from hamcore.screens.coach_words import UNKNOWN_WORDS, reason, reasoning
from hamcore.screens.rule_figures import filled
from hamcore.screens.rule_targets import target_words
from hamcore.units import LoadUnit
from tests.unit.rules.sets import a_set
from tests.unit.shipped import shipped

TODAY = date(2026, 5, 4)
"""A Monday."""

Rows = Sequence[tuple[int, str | None, tuple[int, ...]]]
"""Days ago, load, repetitions of each set."""


def done(exercise: str, rows: Rows, **noted: Any) -> list[LoggedSet]:
    return [
        a_set(load, reps, day=TODAY - timedelta(days=ago), set_no=number, exercise=exercise)._replace(**noted)
        for ago, load, all_reps in rows
        for number, reps in enumerate(all_reps, 1)
    ]


def next_up(
    exercise: str,
    rows: Rows,
    *,
    symptom: SymptomKind | None = None,
    deload: bool = False,
    growth: Progression | None = None,
    settings: Settings | None = None,
    **noted: Any,
) -> Recommendation:
    definition = shipped().exercises[exercise]
    frame = CoachFrame(
        TODAY,
        loadable_for(definition, settings or Settings()),
        SafetyGate(frozenset([symptom] if symptom else ())),
        is_deload=deload,
    )
    plan = replace(definition.prescription, progression=growth)
    return recommend(exposures(done(exercise, rows, **noted)), definition, exercise, plan, frame)


def said(rec: Recommendation) -> str:
    return reason(rec, shipped(), LoadUnit.KG, TODAY).replace("\u202f", " ")


RDL, CURL, NORDIC, HELPED = "romanian_deadlift", "seated_leg_curl", "nordic_curl", "assisted_nordic_curl"
CAUTIOUS = Progression(ProgressionKind.LOAD, exposures=2)

LINES: dict[str, tuple[Recommendation, str]] = {
    "red flag": (
        next_up(RDL, [(3, "100", (8, 8, 8))], symptom=SymptomKind.RED_FLAG),
        "A sign to stop: no load and no stretch is suggested until you say that it has gone or was looked at.",
    ),
    "sit bone": (
        next_up(RDL, [(3, "100", (8, 8, 8))], symptom=SymptomKind.SIT_BONE_PAIN),
        "An ache at the sit bone: deep hinges, swings and forward bends are not suggested.",
    ),
    "pain": (
        next_up(RDL, [(3, "100", (8, 8, 8))], form=Form.PAIN),
        "You noted pain on Friday. No load is suggested; you decide whether you try it.",
    ),
    "first time": (
        next_up(RDL, []),
        "Nothing logged yet: choose a load you control in every repetition of the range.",
    ),
    "long layoff": (
        next_up(RDL, [(56, "100", (8, 8, 8))]),
        "56 days since the last time, so it starts again at 75 kg, 75 % of what it was.",
    ),
    "layoff": (
        next_up(RDL, [(21, "100", (8, 8, 8))]),
        "21 days since the last time, so it starts again at 90 kg, 90 % of what it was.",
    ),
    "layoff without a load": (
        next_up(NORDIC, [(21, None, (8, 8, 8))]),
        "21 days since the last time: start at the bottom of the range and see.",
    ),
    "deload": (
        next_up(RDL, [(3, "100", (8, 8, 8))], deload=True),
        "A lighter week: 2 of 3 sets, the load as on Friday.",
    ),
    "back rounded": (
        next_up(RDL, [(3, "100", (8, 8, 8))], form=Form.BACK_ROUNDED),
        "You noted a rounded back on Friday: the same load over a shorter range, as far as the back stays still.",
    ),
    "form broke": (
        next_up(RDL, [(1, "100", (8, 8, 8))], form=Form.BROKE),
        "You noted that the form broke yesterday: the same load again.",
    ),
    "fewer sets": (
        next_up(RDL, [(3, "100", (8, 8))]),
        "2 of 3 planned sets at 100 kg on Friday, so it is the same again.",
    ),
    "missed twice": (
        next_up(RDL, [(10, "100", (8, 7, 5)), (3, "100", (7, 6, 5))]),
        "Under 6–8 reps twice in a row, last on Friday (7, 6, 5), so the load goes down to 92.5 kg.",
    ),
    "missed twice with help": (
        next_up(HELPED, [(10, "20", (6, 5, 5)), (3, "20", (6, 5, 5))]),
        "Under 6–8 reps twice in a row, last on Friday (6, 5, 5), so the help goes up to 21.25 kg of help.",
    ),
    "missed twice without a load": (
        next_up(NORDIC, [(10, None, (6, 5, 5)), (3, None, (6, 5, 5))]),
        (
            "Under 6–8 reps twice in a row, last on Friday (6, 5, 5). Nothing lighter can be loaded; "
            "an easier exercise is Assisted Nordic or Slider curl."
        ),
    ),
    "missed once": (
        next_up(RDL, [(3, "100", (8, 7, 5))]),
        "8, 7, 5 at 100 kg on Friday, under 6–8 in at least one set. Once changes nothing: the same load again.",
    ),
    "slower first": (
        next_up(RDL, [(3, "100", (8, 8, 8))], growth=Progression(ProgressionKind.TEMPO)),
        "You reached 8, 8, 8 at 100 kg on Friday: lower for 4 s before load grows.",
    ),
    "too large a step": (
        next_up(RDL, [(3, "40", (8, 8, 8))]),
        (
            "8, 8, 8 at 40 kg on Friday. The next load is 6.2 % more, and up to 5.6 % keeps you in 6–8: "
            "go for 10 repetitions first."
        ),
    ),
    "repetitions first": (
        next_up(CURL, [(3, "100", (12, 12, 12))], rir=2),
        "12, 12, 12 at 100 kg on Friday. Repetitions come first here: go for 13 before more load.",
    ),
    "nothing heavier": (
        next_up(RDL, [(3, "20", (8, 8, 8))], settings=Settings(plates=())),
        (
            "8, 8, 8 at 20 kg on Friday. Nothing heavier can be loaded: add a repetition, or go on with "
            "Stiff-leg DL or Barbell single-leg RDL."
        ),
    ),
    "more load": (
        next_up(RDL, [(3, "100", (8, 8, 8))]),
        "You reached 8, 8, 8 at 100 kg on Friday, so the load goes up by 2.5 kg (2.5 %).",
    ),
    "more load after two": (
        next_up(RDL, [(10, "100", (8, 8, 8)), (3, "100", (8, 8, 8))], growth=CAUTIOUS),
        "You reached 8, 8, 8 at 100 kg on Friday, 2 times in a row, so the load goes up by 2.5 kg (2.5 %).",
    ),
    "the first load on the body": (
        next_up(NORDIC, [(3, None, (10, 10, 10))]),
        (
            "You reached 10, 10, 10 with body weight alone on Friday, so the load goes up by 1.25 kg. "
            "A harder exercise would do as well: Floor GHR."
        ),
    ),
    "less help": (
        next_up(HELPED, [(3, "20", (10, 10, 10))]),
        "You reached 10, 10, 10 with 20 kg of help on Friday, so the help goes down to 18.75 kg.",
    ),
    "once more with nothing in reserve": (
        next_up(RDL, [(3, "100", (8, 8, 8))], rir=0),
        "8, 8, 8 at 100 kg on Friday, with nothing left in reserve: the same load once more.",
    ),
    "once more as asked": (
        next_up(RDL, [(3, "100", (8, 8, 8))], growth=CAUTIOUS),
        "You reached 8, 8, 8 at 100 kg on Friday. Your plan asks for that 2 times in a row: the same load once more.",
    ),
    "more repetitions": (
        next_up(RDL, [(0, "100", (8, 7, 7))]),
        "8, 7, 7 at 100 kg today: the same load, and a repetition more where there is room up to 8.",
    ),
    "power": (
        next_up("kettlebell_swing", [(3, "24", (15, 15, 15))]),
        "15, 15, 15 at 24 kg on Friday. Speed is the point here: the same load and repetitions, fast.",
    ),
}


@pytest.mark.parametrize(("rec", "line"), LINES.values(), ids=LINES)
def test_the_reason_in_one_line(rec: Recommendation, line: str) -> None:
    assert said(rec) == line


def test_every_rule_has_a_line_even_without_any_fact() -> None:
    for rule in RuleId:
        bare = Recommendation(RDL, TODAY, rule, Outcome.SAME, (), (), None)
        line = said(bare)
        assert line.endswith((".", ":")), rule
        assert "None" not in line, rule


def test_a_load_typed_in_the_other_unit_is_converted_and_what_was_typed_stands_behind_it() -> None:
    sets = [one._replace(load=a_set("225", unit=LoadUnit.LB).load) for one in done(RDL, [(3, "102.058", (8, 8, 8))])]
    rec = recommend(
        exposures(sets),
        shipped().exercises[RDL],
        RDL,
        None,
        CoachFrame(TODAY, loadable_for(shipped().exercises[RDL], Settings())),
    )
    assert said(rec) == "You reached 8, 8, 8 at 102.1 kg (225 lb) on Friday, so the load goes up to 105 kg."


def test_a_first_time_asks_for_no_load_where_there_is_none_to_choose() -> None:
    lines = {key: said(next_up(key, [])) for key in ("nordic_curl", "assisted_nordic_curl", RDL)}
    assert "body weight alone" in lines["nordic_curl"]
    assert "help" in lines["assisted_nordic_curl"]
    assert "choose a load you control in every repetition of the range" in lines[RDL]
    own = recommend([], None, "name:Mine", None, CoachFrame(TODAY, loadable_for(None, Settings())))
    assert "range" not in said(own)
    assert "load" not in said(own)


def test_what_a_rule_rests_on_is_named_and_not_an_id() -> None:
    for rule, note in shipped().progression.items():
        found = reasoning(Recommendation(RDL, TODAY, rule, Outcome.SAME, (), (), None), shipped(), LoadUnit.KG, TODAY)
        assert not [source for source in note.sources if "_" in source and source in found.rests_on]
        assert "legal pages" not in found.rests_on
        assert found.rests_on.startswith(f"{found.tag_words} (")


def test_no_word_of_a_rule_stands_twice() -> None:
    for note in shipped().progression.values():
        for text in (note.when, note.then, note.never):
            assert "repetitions more repetitions" not in filled(text)


HELD = {
    "plates": (RDL, "143", 7, Settings(plates=Settings().plates[:4]), "143 kg cannot be made with your plates; 140 kg"),
    "dumbbells": (
        "single_leg_romanian_deadlift",
        "12",
        9,
        Settings(load_unit=LoadUnit.LB),
        "26.5 lb (12 kg) cannot be made with your dumbbells; 25 lb",
    ),
    "a machine": ("seated_leg_curl", "62.5", 11, Settings(), "62.5 kg cannot be made with your machine steps; 60 kg"),
    "a kettlebell": ("kettlebell_swing", "18", 15, Settings(), "18 kg cannot be made with your kettlebells; 16 kg"),
}


@pytest.mark.parametrize(("key", "load", "reps", "settings", "words"), HELD.values(), ids=HELD)
def test_a_load_that_cannot_be_made_is_rounded_and_the_reason_says_so(
    key: str, load: str, reps: int, settings: Settings, words: str
) -> None:
    exercise = shipped().exercises[key]
    frame = CoachFrame(TODAY, loadable_for(exercise, settings))
    rec = recommend(exposures(done(key, [(3, load, (reps,) * 3)])), exercise, key, None, frame)
    line = reason(rec, shipped(), settings.load_unit, TODAY).replace("\u202f", " ")
    assert line.endswith(f" {words} is the nearest below.")
    assert rec.outcome is Outcome.SAME


def test_a_load_of_kilogram_plates_is_not_rounded_for_a_person_in_pounds() -> None:
    frame = CoachFrame(TODAY, loadable_for(shipped().exercises[RDL], Settings(load_unit=LoadUnit.LB)))
    rec = recommend(exposures(done(RDL, [(3, "102.5", (6, 6, 6))])), shipped().exercises[RDL], RDL, None, frame)
    line = reason(rec, shipped(), LoadUnit.LB, TODAY).replace("\u202f", " ")
    assert line.startswith("6, 6, 6 at 226 lb (102.5 kg) on Friday: the same load")
    assert "cannot" not in line
    assert target_words(rec, LoadUnit.LB).replace("\u202f", " ").startswith("3 × 226 lb (102.5 kg) × 7")


def test_a_step_of_kilogram_plates_is_told_in_both_units() -> None:
    frame = CoachFrame(TODAY, loadable_for(shipped().exercises[RDL], Settings(load_unit=LoadUnit.LB)))
    rec = recommend(exposures(done(RDL, [(3, "102.5", (8, 8, 8))])), shipped().exercises[RDL], RDL, None, frame)
    line = reason(rec, shipped(), LoadUnit.LB, TODAY).replace("\u202f", " ")
    assert line.endswith("so the load goes up by 5.5 lb (2.5 kg, 2.4 %).")


def test_each_side_is_named() -> None:
    key = "single_leg_romanian_deadlift"
    sets = done(key, [(3, "20", (10, 10))], side=Side.LEFT)
    sets += [one._replace(set_no=one.set_no + 2, reps=9, side=Side.RIGHT) for one in sets]
    facts = reasoning(
        Recommendation(key, TODAY, RuleId.ADD_REPS, Outcome.SAME, (), tuple(sets), None), shipped(), LoadUnit.KG, TODAY
    ).facts
    assert [fact.replace("\u202f", " ") for fact in facts] == ["Fri 1 May: 20 kg × left 10, 10, right 9, 9"]


def test_the_facts_are_a_line_for_each_workout_with_what_was_noted() -> None:
    rec = next_up(RDL, [(10, "100", (8, 7, 5)), (3, "100", (7, 6, 5))], rir=1.5)
    found = reasoning(rec, shipped(), LoadUnit.KG, TODAY)
    assert [fact.replace("\u202f", " ") for fact in found.facts] == [
        "Fri 24 Apr: 100 kg × 8, 7, 5, reserve 1.5, 1.5, 1.5",
        "Fri 1 May: 100 kg × 7, 6, 5, reserve 1.5, 1.5, 1.5",
    ]
    assert (found.rule, found.tag_words) == ("Under the range twice", "Convention")
    assert found.sources
    assert set(found.sources) <= set(shipped().sources)


def test_what_is_unknown_is_said() -> None:
    found = reasoning(next_up(RDL, [(3, "100", (8, 8, 8))]), shipped(), LoadUnit.KG, TODAY)
    assert found.unknown == (UNKNOWN_WORDS["rir"],)
    assert reasoning(next_up(RDL, [(3, "100", (8, 8, 8))], rir=1), shipped(), LoadUnit.KG, TODAY).unknown == ()


def flipped(flip: Flip | None) -> str:
    rec = replace(next_up(RDL, [(10, "100", (8, 8, 8)), (3, "100", (8, 8, 8))], growth=CAUTIOUS), flip=flip)
    return reasoning(rec, shipped(), LoadUnit.KG, TODAY).would_change.replace("\u202f", " ")


SETS = done(RDL, [(10, "100", (8, 8, 8)), (3, "100", (8, 8, 8))])
FIRST, LAST = SETS[:3], SETS[3:]
STAYS = (RuleId.ADD_REPS, Outcome.SAME, a_set("100").load)

FLIPS = {
    "one repetition less": (
        Flip((LAST[2],), (LAST[2]._replace(reps=7),), *STAYS),
        "Would have stayed at 100 kg with one repetition less in set 3.",
    ),
    "the same change in two sets": (
        Flip(tuple(LAST[:2]), tuple(one._replace(reps=6) for one in LAST[:2]), *STAYS),
        "Would have stayed at 100 kg with two repetitions less in sets 1 and 2.",
    ),
    "different changes": (
        Flip(tuple(LAST[1:]), (LAST[1]._replace(reps=9), LAST[2]._replace(reps=10, rir=1.0)), *STAYS),
        "Would have stayed at 100 kg with 8, 9, 10, at least 1 in reserve.",
    ),
    "a change in the workout before": (
        Flip((FIRST[0],), (FIRST[0]._replace(reps=7),), *STAYS),
        "Would have stayed at 100 kg with one repetition less in set 1 on 24 Apr.",
    ),
    "reserve and form": (
        Flip((LAST[0],), (LAST[0]._replace(rir=0.0, form=Form.BROKE),), *STAYS),
        "Would have stayed at 100 kg with 0 in reserve and form broke noted in set 1.",
    ),
    "another load": (
        Flip((LAST[0],), (LAST[0]._replace(load=a_set("95").load),), RuleId.STEP_LOAD, Outcome.MORE, a_set("105").load),
        "Would have been 105 kg with 95 kg in set 1.",
    ),
    "a set left out": (
        Flip((), (), *STAYS, without=(LAST[2],)),
        "Would have stayed at 100 kg without set 3.",
    ),
    "a set added": (
        Flip((), (), *STAYS, added=(LAST[2]._replace(set_no=4, reps=7),)),
        "Would have stayed at 100 kg with one more set of 7 at 100 kg.",
    ),
    "pain": (
        Flip((LAST[2],), (LAST[2]._replace(form=Form.PAIN),), RuleId.PAIN, Outcome.NONE, None),
        "No load would have been suggested with pain noted in set 3.",
    ),
    "clean form": (
        Flip((LAST[0]._replace(form=Form.BROKE),), (LAST[0]._replace(form=Form.CLEAN),), *STAYS),
        "Would have stayed at 100 kg with clean form in set 1.",
    ),
    "a later day": (
        Flip(tuple(LAST), tuple(one._replace(day=date(2026, 4, 14)) for one in LAST), *STAYS),
        "Would have stayed at 100 kg had the last time been on 14 Apr.",
    ),
    "the same load for another reason": (
        Flip((LAST[0],), (LAST[0]._replace(reps=9),), RuleId.ADD_REPS, Outcome.MORE, a_set("102.5").load),
        "Also 102.5 kg, for another reason (more repetitions), with one repetition more in set 1.",
    ),
    "nothing": (None, ""),
}


@pytest.mark.parametrize(("flip", "words"), FLIPS.values(), ids=FLIPS)
def test_what_would_have_changed_it(flip: Flip | None, words: str) -> None:
    assert flipped(flip) == words


def test_an_edit_is_told_from_the_next_workout_on() -> None:
    before, after = next_up(RDL, [(3, "100", (8, 8, 8))]), next_up(RDL, [(3, "100", (8, 8, 7))])
    record = Record(RecordKind.HEAVIEST, LAST[0], 100, 95, within_noise=None)
    change = RecommendationChange(
        RDL,
        (
            Shift("w1", date(2026, 4, 20), before, after),
            Shift("w2", date(2026, 4, 27), before, after),
            Shift("", TODAY, before, after),
        ),
        records_gained=(),
        records_lost=(record,),
        trend_before=TrendState.RISING,
        trend_after=TrendState.NO_CLEAR_CHANGE,
    )
    found = change_words(change, shipped(), LoadUnit.KG, TODAY)
    assert found.name == "Romanian deadlift"
    assert [line.replace("\u202f", " ") for line in found.lines] == [
        "Next time: 100 kg × 8, 8, 8 instead of 102.5 kg × 6, 6, 6.",
        (
            "The suggestion on 20 Apr would have been 100 kg × 8, 8, 8 instead of 102.5 kg × 6, 6, 6, "
            "and 1 later workout too."
        ),
        "No longer a best so far: 100 kg × 8 (load).",
        "The trend becomes no clear change instead of rising.",
    ]


def test_another_reason_for_the_same_load_is_said() -> None:
    before, after = next_up(RDL, [(3, "100", (7, 7, 7))]), next_up(RDL, [(3, "100", (8, 8, 8))], form=Form.BROKE)
    shift = Shift("", TODAY, before, after)
    change = RecommendationChange(RDL, (shift,), (), (), TrendState.LEVEL, TrendState.LEVEL)
    (line,) = change_words(change, shipped(), LoadUnit.KG, TODAY).lines
    assert line.replace("\u202f", " ") == (
        "Next time: 100 kg × 8, 8, 8 as before, for another reason (the form broke, not more repetitions)."
    )
