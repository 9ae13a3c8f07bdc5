"""Each check meets a record that breaks it, and reports exactly that."""

import pytest

from hamcore.catalog.fields import LONGEST_TEXT
from hamcore.problems import Problem
from tests.unit.catalog.sample import FILES, THURSDAY, problems_with, slot, spoilt

RDL, CURL, SWING = "exercises/rdl.toml", "exercises/curl.toml", "exercises/swing.toml"
VARIANT = "exercises/dumbbell_rdl.toml"
FOLD, SCOOP = "stretches/fold.toml", "stretches/scoop.toml"
LONG, SHORT = "muscles/biceps_femoris_long_head.toml", "muscles/biceps_femoris_short_head.toml"
ONE_DAY, SPLIT = "routines/article_one_day.toml", "routines/article_split.toml"
CHECKED = "sources/checked.toml"


def test_the_sample_itself_has_no_problem() -> None:
    assert problems_with({}) == []


def places(problems: list[Problem]) -> list[tuple[str, str]]:
    return [(problem.where, problem.column) for problem in problems]


ONE_VALUE = {
    "an unknown level": (
        RDL,
        "cues =",
        'level = "expert"\ncues =',
        "level",
        "'expert'; allowed are first, some_practice",
    ),
    "a fix too many": (RDL, "cues =", 'fixes = ["One.", "Two."]\ncues =', "fixes", "has 2 entries for 1 mistakes"),
    "a fix too many for a stretch": (
        FOLD,
        "how_to =",
        'fixes = ["A.", "B."]\nhow_to =',
        "fixes",
        "has 2 entries for 1",
    ),
    "a missing key": (RDL, 'equipment = "barbell"\n', "", "equipment", "is missing; a text is needed"),
    "an unknown key": (RDL, "cues =", 'colour = "red"\ncues =', "colour", "is not a key of this record"),
    "an id inside the record": (RDL, "cues =", 'id = "rdl"\ncues =', "id", "is not a key of this record"),
    "a number for a text": (RDL, '"Rdl short"', "5", "short_name", "is a whole number; a text is needed"),
    "a text for a list": (RDL, '["Do it well."]', '"Do it well."', "cues", "is a text; a list is needed"),
    "a number in a list of texts": (RDL, '["Do it well."]', '["Do it.", 5]', "cues", "as entry 2; a text is needed"),
    "an empty list": (RDL, '["Do it well."]', "[]", "cues", "at least one entry is needed"),
    "an empty text": (RDL, '["Do it well."]', '[" "]', "cues", "is empty; a text is needed"),
    "a space at the end": (RDL, '["Do it well."]', '["Do it. "]', "cues", "has spaces at an end"),
    "a line break": (RDL, '["Do it well."]', '["Do\\nit."]', "cues", "a line break"),
    "an invisible character": (RDL, '["Do it well."]', '["Do\\u200bit."]', "cues", "an invisible character"),
    "a text one too long": (RDL, "Do it well.", "x" * (LONGEST_TEXT + 1), "cues", f"allowed are {LONGEST_TEXT}"),
    "a short name too long": (RDL, "Rdl short", "Rdl" * 9, "short_name", "has 27 characters; allowed are 24"),
    "an entry twice": (RDL, '["Do it well."]', '["Do it.", "Do it."]', "cues", "'Do it.' twice"),
    "an unknown function": (RDL, '"hip_hinge"', '"hinge"', "function", "'hinge'; allowed are hip_hinge, knee_flexion"),
    "an unknown belly": (RDL, '"semitendinosus"', '"gracilis"', "bellies", "'gracilis'; allowed are biceps_femoris"),
    "an unknown equipment": (RDL, 'equipment = "barbell"', 'equipment = "stone"', "equipment", "allowed are barbell"),
    "a date for a text": (RDL, '"external"', "2020-01-01", "load_kind", "is a date; a text is needed"),
    "no sets": (RDL, "sets = 3", "sets = 0", "prescription.sets", "is 0; allowed is 1 to 10"),
    "too many sets": (RDL, "sets = 3", "sets = 11", "prescription.sets", "is 11; allowed is 1 to 10"),
    "true for a number": (RDL, "sets = 3", "sets = true", "prescription.sets", "is true or false; a whole number"),
    "a fraction of a set": (
        RDL,
        "sets = 3",
        "sets = 3.5",
        "prescription.sets",
        "is a number; a whole number is needed",
    ),
    "a range upside down": (RDL, "[6, 8]", "[8, 6]", "prescription.reps", "runs from 8 down to 6"),
    "a range of one number": (RDL, "[6, 8]", "[6]", "prescription.reps", "has 1 numbers; 2 are needed"),
    "a range out of bounds": (RDL, "[6, 8]", "[6, 51]", "prescription.reps", "is 51; allowed is 1 to 50"),
    "a missing inner key": (RDL, ", tempo = [2, 0, 1, 0]", "", "prescription.tempo", "is missing; a list is needed"),
    "an unknown inner key": (RDL, "sets = 3", "sets = 3, load = 60", "prescription.load", "is not a key"),
    "a text for a table": (
        RDL,
        "{ sets = 3, reps = [6, 8], rest_s = [60, 90], tempo = [2, 0, 1, 0] }",
        '"3x6"',
        "prescription",
        "is a text; a table is needed",
    ),
    "a rest under a minute": (RDL, "[60, 90]", "[59, 90]", "prescription.rest_s", "at least 60 s"),
    "a rest beyond reason": (RDL, "[60, 90]", "[60, 601]", "prescription.rest_s", "allowed is 0 to 600"),
    "no time to lower": (RDL, "[2, 0, 1, 0]", "[0, 0, 1, 0]", "prescription.tempo", "lowers or lifts in no time"),
    "a repetition too slow": (RDL, "[2, 0, 1, 0]", "[6, 0, 5, 0]", "prescription.tempo", "takes 11 s a repetition"),
    "a swing with a tempo": (SWING, "[0, 0, 0, 0]", "[1, 0, 1, 0]", "prescription.tempo", "as fast as it goes"),
    "a third of a set": (RDL, "weighted = 1", "weighted = 0.3", "credits.weighted", "a set counts 0, 0.5 or 1"),
    "two sets for one": (RDL, "raw = 1", "raw = 2", "credits.raw", "is 2; allowed is 0 to 1"),
    "not a number": (RDL, "raw = 1", "raw = nan", "credits.raw", "is nan; allowed is 0 to 1"),
    "credits that do not fit": (CURL, "weighted = 1", "weighted = 0.5", "credits", "are 1/0.5/1"),
    "a hinge with the short head": (
        RDL,
        '"semitendinosus"',
        '"biceps_femoris_short_head", "semitendinosus"',
        "bellies",
        "do not fit the function hip_hinge",
    ),
    "a curl without the short head": (CURL, '"biceps_femoris_short_head", ', "", "bellies", "do not fit the function"),
    "an unknown source": (
        RDL,
        'sources = ["checked"]',
        'sources = ["nobody"]',
        "sources",
        "no file sources/nobody.toml",
    ),
    "an unknown credit source": (
        RDL,
        'source = "checked" }',
        'source = "nobody" }',
        "credits.source",
        "no file sources/",
    ),
    "an unverified source": (RDL, 'sources = ["checked"]', 'sources = ["unread"]', "sources", "which is not verified"),
    "an unverified credit source": (RDL, 'source = "checked" }', 'source = "unread" }', "sources", "is not verified"),
    "an unknown easier exercise": (
        RDL,
        "cues =",
        'easier = ["plank"]\ncues =',
        "easier",
        "no file exercises/plank.toml",
    ),
    "an unknown harder exercise": (
        RDL,
        "cues =",
        'harder = ["plank"]\ncues =',
        "harder",
        "no file exercises/plank.toml",
    ),
    "an exercise easier than itself": (RDL, "cues =", 'easier = ["rdl"]\ncues =', "easier", "the exercise itself"),
    "an exercise both easier and harder": (
        RDL,
        "cues =",
        'easier = ["curl"]\nharder = ["curl"]\ncues =',
        "easier",
        "'curl', which is also under harder",
    ),
    "a variant without a name": (
        VARIANT,
        'name = "Dumbbell Rdl"\nshort',
        "short",
        "name",
        "is missing; a text is needed",
    ),
    "an unknown key of a variant": (VARIANT, "equipment", "x = 1\nequipment", "x", "is not a key of this record"),
    "a key that a family lacks": (RDL, 'cues = ["Do it well."]\n', "", "cues", "is missing; a list is needed"),
    "an unknown base of a variant": (VARIANT, '"rdl"', '"plank"', "variant_of", "no file exercises/plank.toml"),
    "a variant of itself": (VARIANT, '"rdl"', '"dumbbell_rdl"', "variant_of", "itself a variant"),
    "an alias of another exercise": (
        RDL,
        '"Rdl other"',
        '"Curl (Barbell)"',
        "aliases",
        "'Curl (Barbell)', which is a name",
    ),
    "an alias in another spelling": (
        RDL,
        '"Rdl other"',
        '" curl "'.replace(" ", ""),
        "aliases",
        "a name of 'curl' too",
    ),
    "a short name of another exercise": (RDL, '"Rdl short"', '"Curl short"', "short_name", "is that of 'curl' too"),
    "a hold without seconds": (FOLD, "hold_s = [15, 30]", "", "hold_s", "is missing; a list is needed"),
    "a hold too short": (FOLD, "hold_s = [15, 30]", "hold_s = [9, 30]", "hold_s", "is 9; allowed is 10 to 60"),
    "a hold too long": (FOLD, "hold_s = [15, 30]", "hold_s = [15, 61]", "hold_s", "is 61; allowed is 10 to 60"),
    "a hold with repetitions": (FOLD, "dynamic = false", "dynamic = false\nreps = [8, 10]", "reps", "is not a key"),
    "a dynamic stretch with a hold": (
        SCOOP,
        "dynamic = true",
        "dynamic = true\nhold_s = [15, 30]",
        "hold_s",
        "is not a key",
    ),
    "a yes for true": (
        FOLD,
        "each_side = true",
        'each_side = "yes"',
        "each_side",
        "is a text; true or false is needed",
    ),
    "eight days a week": (FOLD, "[2, 3]", "[2, 8]", "days_per_week", "is 8; allowed is 1 to 7"),
    "no stop signs": (FOLD, '["Sharp pain"]', "[]", "stop_signs", "at least one entry is needed"),
    "an unverified source of a stretch": (FOLD, '["checked"]', '["unread"]', "sources", "is not verified"),
    "a joint the belly does not cross": (
        SHORT,
        '["knee"]',
        '["hip", "knee"]',
        "joints",
        "are not those it crosses: knee",
    ),
    "a joint left out": (LONG, '["hip", "knee"]', '["hip"]', "joints", "are not those it crosses: hip, knee"),
    "an unverified source of a muscle": (LONG, '["checked"]', '["unread"]', "sources", "is not verified"),
    "a fibre as long as a leg": (
        LONG,
        "fibre_length_mm = 100",
        "fibre_length_mm = 501",
        "fibre_length_mm",
        "10 to 500",
    ),
    "a text for a measure": (LONG, "mass_g = 100", 'mass_g = "100 g"', "mass_g", "is a text; a number is needed"),
    "an unknown weekday": (ONE_DAY, '"monday"', '"moonday"', "days[1].weekday", "allowed are monday, tuesday"),
    "an unknown stretch": (ONE_DAY, '"fold"', '"split"', "days[1].items[5].stretch", "no file stretches/split"),
    "repetitions of a stretch that is held": (
        ONE_DAY,
        "hold_s = [15, 30]",
        "reps = [8, 10]",
        "days[1].items[5]",
        "'fold', which is done as a hold: write hold_s",
    ),
    "a hold of a stretch that moves": (
        ONE_DAY,
        "reps = [8, 10]",
        "hold_s = [15, 30]",
        "days[1].items[6]",
        "'scoop', which is done in repetitions: write reps",
    ),
    "a hold of minutes": (ONE_DAY, "[15, 30]", "[15, 121]", "days[1].items[5].hold_s", "is 121; allowed is 5 to 120"),
    "no rounds at all": (ONE_DAY, "rounds = 2", "rounds = 0", "days[1].items[5].rounds", "is 0; allowed is 1 to 5"),
    "a stretch twice on a day": (ONE_DAY, '"scoop"', '"fold"', "days[1].items", "'fold' twice"),
    "both an exercise and a stretch": (
        ONE_DAY,
        'stretch = "fold"',
        'stretch = "fold"\nexercise = "rdl"',
        "days[1].items[5].exercise",
        "is not a key of this record",
    ),
    "a technique on a compound lift": (
        ONE_DAY,
        'exercise = "rdl"',
        'exercise = "rdl"\ntechnique = "drop"',
        "days[1].items[2].technique",
        "is for one-joint exercises, and 'rdl' is a compound lift",
    ),
    "a kind of set that is no technique": (
        ONE_DAY,
        'exercise = "rdl"',
        'exercise = "rdl"\ntechnique = "warm_up"',
        "days[1].items[2].technique",
        "is 'warm_up'; allowed are drop, rest_pause, forced",
    ),
    "a superset of one": (
        ONE_DAY,
        'exercise = "rdl"',
        'exercise = "rdl"\nsuperset = 1',
        "days[1].items[2].superset",
        "a superset needs two",
    ),
    "an unknown exercise in a slot": (
        ONE_DAY,
        '"rdl"',
        '"plank"',
        "days[1].items[2].exercise",
        "no file exercises/plank",
    ),
    "an unknown alternative": (
        ONE_DAY,
        '"curl"',
        '"curl"\nalternatives = ["plank"]',
        "days[1].items[3].alternatives",
        "no file exercises/plank.toml",
    ),
    "an exercise twice on a day": (
        SPLIT,
        'exercise = "curl"',
        'exercise = "deadlift"',
        "days[1].items",
        "'deadlift' twice",
    ),
    "a weekday twice": (SPLIT, '"thursday"', '"monday"', "days", "plan two days on monday"),
    "a swing with a tempo in a routine": (
        ONE_DAY,
        "[0, 0, 0, 0]",
        "[1, 0, 1, 0]",
        "days[1].items[4].tempo",
        "as fast as it goes",
    ),
    "an unverified source of a routine": (ONE_DAY, '["checked"]', '["unread"]', "sources", "is not verified"),
    "an article routine with other sets": (
        ONE_DAY,
        'exercise = "rdl"\nsets = 3',
        'exercise = "rdl"\nsets = 4',
        "days",
        "come to 13 raw and 10 weighted sets a week",
    ),
    "a year before print on the subject": (CHECKED, "2020", "1899", "year", "is 1899; allowed is 1900 to 2100"),
    "a year in quotes": (CHECKED, "2020", '"2020"', "year", "is a text; a whole number is needed"),
    "an address for a DOI": (
        CHECKED,
        "strength",
        'doi = "doi:10.1/x"\nstrength',
        "doi",
        "a DOI as 10.1234/abc is needed",
    ),
    "letters for a PubMed number": (CHECKED, "strength", 'pmid = "PMC1"\nstrength', "pmid", "a PubMed number"),
    "an unknown strength": (CHECKED, '"strong"', '"certain"', "strength", "allowed are strong, moderate"),
    "neither title nor journal": (CHECKED, 'title = "T"\n', "", "title", "and so is journal"),
}
SECOND_PROBLEM = {
    # Taking the second half-set away breaks a promise of its own.
    "an exercise twice on a day": [(SPLIT, "days")],
    "a stretch twice on a day": [(ONE_DAY, "days[1].items[6]")],
    "credits that do not fit": [(ONE_DAY, "days"), (SPLIT, "days")],
    "an exercise both easier and harder": [],
}


@pytest.mark.parametrize("case", ONE_VALUE.items(), ids=lambda case: case[0])
def test_a_bad_value_is_reported_with_its_file_and_key(case: tuple[str, tuple[str, str, str, str, str]]) -> None:
    name, (where, old, new, column, words) = case
    problems = spoilt(where, old, new)
    assert (where, column) in places(problems)
    assert [words in problem.message for problem in problems if problem.column == column] == [True]
    others = [place for place in places(problems) if place != (where, column)]
    assert others == SECOND_PROBLEM.get(name, []), problems


def test_going_back_and_forth_between_easier_is_reported_on_both_sides() -> None:
    problems = problems_with(
        {
            RDL: FILES[RDL] + 'easier = ["curl"]\n',
            CURL: FILES[CURL] + 'easier = ["rdl"]\n',
        }
    )
    assert sorted(places(problems)) == [(CURL, "easier"), (RDL, "easier")]


def test_every_problem_is_reported_and_not_only_the_first() -> None:
    problems = problems_with(
        {
            RDL: FILES[RDL].replace("sets = 3", "sets = 0").replace('"compound"', '"both"') + "x = 1\n",
            CHECKED: FILES[CHECKED].replace("2020", "20"),
            FOLD: b"\xff",
        }
    )
    assert places(problems) == [
        (FOLD, ""),
        (RDL, "mechanic"),
        (RDL, "x"),
        (RDL, "prescription.sets"),
        (CHECKED, "year"),
    ]


FILE_CASES = {
    "bytes that are not UTF-8": (b'name = "a"\nshort = "\xff"', 2, "is not UTF-8 text (byte 20)"),
    "UTF-16": ('name = "a"'.encode("utf-16"), 1, "is not UTF-8 text (byte 0)"),
    "no TOML": (b'name = "a"\nthis is text', 2, "is not valid TOML"),
    "a key twice": (b'name = "a"\nname = "b"\nx = 1\n', 2, "is not valid TOML"),
    "a byte of zero": (b'name = "\x00"', 1, "is not valid TOML"),
    "ten thousand brackets": (b"name = " + b"[" * 10_000, 0, "is nested too deeply"),
    "a number of ten thousand digits": (b"name = " + b"9" * 10_000, 0, "is not valid TOML"),
}


@pytest.mark.parametrize(("content", "line", "words"), FILE_CASES.values(), ids=FILE_CASES)
def test_a_file_that_is_no_definition_is_one_problem(content: bytes, line: int, words: str) -> None:
    (problem,) = problems_with({FOLD: content})
    assert (problem.where, problem.line) == (FOLD, line)
    assert words in problem.message


def test_an_empty_file_misses_every_key() -> None:
    problems = problems_with({FOLD: b""})
    assert {problem.where for problem in problems} == {FOLD}
    assert {problem.column for problem in problems} >= {"name", "dynamic", "hold_s", "sources"}


@pytest.mark.parametrize(
    "name", ["Nordic.toml", "nordic-curl.toml", "_nordic.toml", "1.toml", ".toml", "nordic__x.toml"]
)
def test_a_file_whose_name_is_no_id_is_reported(name: str) -> None:
    (problem,) = problems_with({f"sources/{name}": FILES[CHECKED]})
    assert problem.where == f"sources/{name}"
    assert "the name of the file is the id" in problem.message


def test_a_muscle_file_has_the_name_of_a_belly() -> None:
    (problem,) = problems_with({"muscles/gracilis.toml": FILES[LONG]})
    assert (problem.where, problem.column) == ("muscles/gracilis.toml", "")
    assert "is none of biceps_femoris_long_head, " in problem.message


COVERAGE = {
    "no exercise of a function": ("exercises/squat.toml", "exercises", "hold no exercise with the function other"),
    "no record of a belly": ("muscles/semitendinosus.toml", "muscles", "hold no record of semitendinosus"),
    "no split routine": (SPLIT, "routines", "hold no article_split.toml"),
}


@pytest.mark.parametrize(("where", "folder", "words"), COVERAGE.values(), ids=COVERAGE)
def test_what_must_be_there_is_missed(where: str, folder: str, words: str) -> None:
    (problem,) = problems_with({where: None})
    assert problem.where == folder
    assert words in problem.message


def test_a_belly_that_no_exercise_trains_is_reported() -> None:
    one_day = FILES[ONE_DAY].replace('exercise = "curl"', 'exercise = "rdl"').replace('"rdl"', '"deadlift"', 1)
    problems = problems_with({CURL: None, "exercises/raise.toml": None, ONE_DAY: one_day, SPLIT: None})
    assert "hold no exercise that trains biceps_femoris_short_head; each belly needs one" in [
        problem.message for problem in problems
    ]


def test_shares_that_are_no_whole_are_reported() -> None:
    (problem,) = spoilt(LONG, "pcsa_share = 0.3", "pcsa_share = 0.29")
    assert (problem.where, problem.column) == ("muscles", "pcsa_share")
    assert "add up to 0.990" in problem.message


def test_a_variant_of_a_variant_is_reported() -> None:
    text = FILES[VARIANT].replace("Dumbbell", "Cable").replace('"rdl"', '"dumbbell_rdl"')
    (problem,) = problems_with({"exercises/cable_rdl.toml": text})
    assert (problem.where, problem.column) == ("exercises/cable_rdl.toml", "variant_of")
    assert "'dumbbell_rdl', itself a variant; name the first member of the family" in problem.message


def test_a_fault_of_the_base_is_reported_once_and_takes_its_variants_along() -> None:
    problems = spoilt(RDL, "weighted = 1,", "weighted = 2,")
    assert places(problems) == [(RDL, "credits.weighted")]


def test_a_fault_of_a_variant_is_reported_even_if_its_base_cannot_be_read() -> None:
    problems = problems_with({RDL: b"x", VARIANT: FILES[VARIANT].replace('"per_hand"', '"each"')})
    assert places(problems) == [(RDL, ""), (VARIANT, "load_kind")]


def test_a_routine_uses_at_least_one_day() -> None:
    head = FILES[ONE_DAY].split("\n[[days]]")[0]
    problems = problems_with({ONE_DAY: head + "days = []\n"})
    assert places(problems) == [(ONE_DAY, "days")]
    assert problems[0].message == "is empty; at least one entry is needed"


def test_a_third_day_of_training_changes_the_sets_of_the_article() -> None:
    problems = problems_with({SPLIT: FILES[SPLIT] + THURSDAY.replace("thursday", "friday") + slot("raise")})
    assert places(problems) == [(SPLIT, "days")]
    assert "15 raw and 12 weighted" in problems[0].message
