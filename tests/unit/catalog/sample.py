"""A small set of definition files that has no problem, as text to be spoilt by tests."""

from collections.abc import Mapping

from hamcore.catalog.load import build_catalog
from hamcore.model.exercise import Function
from hamcore.model.stretching import RangeTestName
from hamcore.model.symptom import SymptomKind
from hamcore.problems import Problem
from hamcore.rules.finding import FIXES, FindingId
from hamcore.rules.recommendation import RuleId

TWO = '["biceps_femoris_long_head", "semitendinosus", "semimembranosus"]'
FOUR = '["biceps_femoris_long_head", "biceps_femoris_short_head", "semitendinosus", "semimembranosus"]'


def exercise(name: str, function: Function, bellies: str, credits_line: str, tempo: str = "[2, 0, 1, 0]") -> str:
    return f"""\
name = "{name}"
short_name = "{name} short"
aliases = ["{name} other"]
alias_names = ["{name}"]
alias_words = ["Barbell"]
function = "{function}"
equipment = "barbell"
laterality = "bilateral"
load_kind = "external"
mechanic = "compound"
length_class = "long"
bellies = {bellies}
credits = {{ {credits_line}, source = "checked" }}
prescription = {{ sets = 3, reps = [6, 8], rest_s = [60, 90], tempo = {tempo} }}
cues = ["Do it well."]
mistakes = ["Doing it badly."]
sources = ["checked"]
"""


def variant(name: str, base: str) -> str:
    return f"""\
name = "{name}"
short_name = "{name} short"
aliases = ["{name} other"]
variant_of = "{base}"
equipment = "dumbbell"
load_kind = "per_hand"
"""


def muscle(name: str, joints: str, share: float) -> str:
    return f"""\
name = "{name}"
short_name = "{name} short"
origin = "Sit bone"
insertion = "Shin bone"
nerve = "sciatic nerve"
joints = {joints}
actions = ["flexes the knee"]
fibre_length_mm = 100
fibre_length_sd_mm = 20.5
pennation_deg = 12
pennation_sd_deg = 3
pcsa_cm2 = 10
pcsa_share = {share}
mass_g = 100
sources = ["checked"]
"""


def stretch(name: str, dose: str) -> str:
    return f"""\
name = "{name}"
aliases = ["{name} other"]
nerve_technique = false
forward_bend = false
each_side = true
{dose}
rounds = [1, 2]
days_per_week = [2, 3]
how_to = ["Breathe."]
mistakes = ["Bouncing."]
stop_signs = ["Sharp pain"]
sources = ["checked"]
"""


def slot(exercise_id: str, tempo: str = "[2, 0, 1, 0]") -> str:
    return f"""
[[days.items]]
exercise = "{exercise_id}"
sets = 3
reps = [6, 8]
rest_s = [60, 90]
tempo = {tempo}
"""


def claim(statement: str, against: str) -> str:
    return f"""\
topic = "injury"
statement = "{statement}"
figure = "RR 0.5"
strength = "contested"
verified = true
contested_with = ["{against}"]
exercises = ["curl"]
sources = ["checked"]
"""


def note(kind: str) -> str:
    return f"""\
kind = "{kind}"
order = 1
title = "A title"
words = "A few words."
claims = ["for_it", "against_it"]
"""


RULE = """\
title = "A rule"
when = "After {layoff_days} days."
then = "Less."
never = "More."
tag = "convention"
sources = ["checked"]
"""
SYMPTOM = 'title = "A sign"\nstops = "Everything."\nnotes = ["stop"]\n'


def finding(finding_id: FindingId) -> str:
    labels = "".join(f'{name} = "Do it"\n' for name in FIXES.get(finding_id, ()))
    head = 'title = "A title"\nsaid = "Few."\nwhy = "Because."\ntag = "evidence"\nsources = ["checked"]\n'
    return f"{head}\n[fixes]\n{labels}" if labels else head


HEAD = 'name = "A routine"\nwhy = "As an example."\nsources = ["checked"]\n'
MONDAY = '\n[[days]]\nname = "A"\nweekday = "monday"\n'
THURSDAY = '\n[[days]]\nname = "B"\nweekday = "thursday"\n'


def range_test(test: RangeTestName) -> str:
    zero = 'zero_point = "At the soles."\n' if test is RangeTestName.SIT_AND_REACH else ""
    return (
        'title = "A test"\nmeasures = "Far."\nneeds = "A floor."\nhow_to = ["Do."]\nhonest = ["Same."]\n'
        f'{zero}stop_signs = ["Pain"]\nsources = ["checked"]\n'
    )


HOLD = '\n[[days.items]]\nstretch = "fold"\nrounds = 2\nhold_s = [15, 30]\n'
MOVING = '\n[[days.items]]\nstretch = "scoop"\nrounds = 1\nreps = [8, 10]\n'

FILES = {
    "exercises/deadlift.toml": exercise(
        "Deadlift", Function.HIP_HINGE, TWO, "raw = 1, weighted = 0.5, half_synergist = 0.5"
    ),
    "exercises/rdl.toml": exercise("Rdl", Function.HIP_HINGE, TWO, "raw = 1, weighted = 1, half_synergist = 0.5"),
    "exercises/dumbbell_rdl.toml": variant("Dumbbell Rdl", "rdl"),
    "exercises/curl.toml": exercise("Curl", Function.KNEE_FLEXION, FOUR, "raw = 1, weighted = 1, half_synergist = 1"),
    "exercises/raise.toml": exercise("Raise", Function.COMBINED, FOUR, "raw = 1, weighted = 1, half_synergist = 1"),
    "exercises/swing.toml": exercise(
        "Swing", Function.BALLISTIC_HINGE, TWO, "raw = 1, weighted = 0.5, half_synergist = 0.5", "[0, 0, 0, 0]"
    ),
    "exercises/reach.toml": exercise("Reach", Function.STRETCH, TWO, "raw = 0, weighted = 0, half_synergist = 0"),
    "exercises/squat.toml": exercise("Squat", Function.OTHER, "[]", "raw = 0, weighted = 0, half_synergist = 0"),
    "stretches/fold.toml": stretch("Fold", "dynamic = false\nhold_s = [15, 30]"),
    "stretches/scoop.toml": stretch("Scoop", "dynamic = true\nreps = [8, 10]"),
    "muscles/biceps_femoris_long_head.toml": muscle("Long head", '["hip", "knee"]', 0.3),
    "muscles/biceps_femoris_short_head.toml": muscle("Short head", '["knee"]', 0.1),
    "muscles/semitendinosus.toml": muscle("ST", '["hip", "knee"]', 0.1),
    "muscles/semimembranosus.toml": muscle("SM", '["hip", "knee"]', 0.5),
    "routines/article_one_day.toml": HEAD
    + MONDAY
    + slot("deadlift")
    + slot("rdl")
    + slot("curl")
    + slot("swing", "[0, 0, 0, 0]")
    + HOLD
    + MOVING,
    "routines/article_split.toml": HEAD
    + MONDAY
    + slot("deadlift")
    + slot("curl")
    + THURSDAY
    + slot("rdl")
    + slot("swing", "[0, 0, 0, 0]"),
    "claims/for_it.toml": claim("It does.", "against_it"),
    "claims/against_it.toml": claim("It does not.", "for_it"),
    "notes/reason.toml": note("reason"),
    "notes/stop.toml": note("stop"),
    **{f"progression/{rule_id}.toml": RULE for rule_id in RuleId},
    **{f"findings/{finding_id}.toml": finding(finding_id) for finding_id in FindingId},
    **{f"range_tests/{test}.toml": range_test(test) for test in RangeTestName},
    **{f"symptoms/{kind}.toml": SYMPTOM for kind in SymptomKind},
    "sources/checked.toml": 'authors = "A"\nyear = 2020\ntitle = "T"\nstrength = "strong"\nverified = true\n',
    "sources/unread.toml": 'authors = "B"\njournal = "J"\nstrength = "limited"\nverified = false\n',
}


def problems_with(changed: Mapping[str, str | bytes | None]) -> list[Problem]:
    """The problems of the sample after changes by path; None takes the file away."""
    files = {where: text.encode() for where, text in FILES.items()}
    for where, content in changed.items():
        if content is None:
            del files[where]
        else:
            files[where] = content.encode() if isinstance(content, str) else content
    return build_catalog(files)[1]


def spoilt(where: str, old: str, new: str) -> list[Problem]:
    """The problems of the sample after ``old``, which must be there once, became ``new`` in one file."""
    assert FILES[where].count(old) == 1, (where, old)
    return problems_with({where: FILES[where].replace(old, new)})
