"""Exercise and stretch definitions from their tables."""

from collections.abc import Mapping

from hamcore.catalog.fields import Fields
from hamcore.catalog.names import combined
from hamcore.model.exercise import (
    EQUIPMENT,
    Exercise,
    Function,
    Laterality,
    LengthClass,
    Level,
    LoadKind,
    Mechanic,
    Prescription,
    SetCredits,
    Stretch,
    Tempo,
)
from hamcore.model.muscle import Belly

OWN_KEYS = frozenset(
    ("name", "short_name", "aliases", "alias_names", "alias_words", "variant_of", "easier", "harder"),
)
"""What a variant says itself and never takes over from the exercise it is a variant of."""

LONGEST_SHORT_NAME = 24
_CREDITS = (0.0, 0.5, 1.0)


def inheritable(table: Mapping[str, object]) -> Mapping[str, object]:
    """What a variant takes over from the ``table`` of the exercise it is a variant of."""
    return {key: value for key, value in table.items() if key not in OWN_KEYS}


def exercise(exercise_id: str, fields: Fields) -> Exercise:
    """The exercise in ``fields``; to be used only if they are sound."""
    name = fields.text("name")
    return Exercise(
        exercise_id=exercise_id,
        name=name,
        short_name=fields.text("short_name", longest=LONGEST_SHORT_NAME),
        aliases=_aliases(fields, name),
        function=fields.choice("function", Function),
        equipment=_equipment(fields),
        laterality=fields.choice("laterality", Laterality),
        load_kind=fields.choice("load_kind", LoadKind),
        mechanic=fields.choice("mechanic", Mechanic),
        length_class=fields.choice("length_class", LengthClass),
        bellies=fields.choices("bellies", Belly),
        credits=_set_credits(fields.table("credits")),
        prescription=prescription(fields.table("prescription")),
        cues=fields.texts("cues"),
        mistakes=fields.texts("mistakes"),
        easier=fields.ids("easier", "exercises", default=()),
        harder=fields.ids("harder", "exercises", default=()),
        sources=fields.ids("sources", "sources"),
        variant_of=fields.one_id("variant_of", "exercises", default=""),
        fixes=_fixes(fields),
        level=fields.choice("level", Level) if fields.has("level") else Level.SOME_PRACTICE,
    )


def prescription(fields: Fields) -> Prescription:
    """Sets, repetitions, rest in seconds and tempo, within what anybody would be told to do."""
    return Prescription(
        sets=fields.whole("sets", 1, 10),
        reps=fields.bounds("reps", 1, 50),
        rest_s=fields.bounds("rest_s", 0, 600),
        tempo=Tempo(*fields.numbers("tempo", 4, 0, 60)),
    )


def stretch(stretch_id: str, fields: Fields) -> Stretch:
    """The stretch in ``fields``; to be used only if they are sound."""
    dynamic = fields.flag("dynamic")
    return Stretch(
        stretch_id=stretch_id,
        name=fields.text("name"),
        aliases=fields.texts("aliases"),
        dynamic=dynamic,
        nerve_technique=fields.flag("nerve_technique"),
        each_side=fields.flag("each_side"),
        # A hold is asked for where the stretch is still, repetitions where it moves: the other key is unknown there.
        hold_s=None if dynamic else fields.bounds("hold_s", 10, 60),
        reps=fields.bounds("reps", 3, 20) if dynamic else None,
        rounds=fields.bounds("rounds", 1, 5),
        days_per_week=fields.bounds("days_per_week", 1, 7),
        how_to=fields.texts("how_to"),
        mistakes=fields.texts("mistakes"),
        stop_signs=fields.texts("stop_signs"),
        credit=fields.text("credit", default=""),
        sources=fields.ids("sources", "sources"),
        fixes=_fixes(fields),
        forward_bend=fields.flag("forward_bend"),
    )


def _aliases(fields: Fields, name: str) -> tuple[str, ...]:
    """The other spellings: those written out, then every alias name with every equipment word."""
    written = fields.texts("aliases")
    built = combined(fields.texts("alias_names", default=()), fields.texts("alias_words", default=()))
    return tuple(alias for alias in dict.fromkeys((*written, *built)) if alias != name)


def _fixes(fields: Fields) -> tuple[str, ...]:
    """What to do instead of each mistake, or nothing."""
    fixes = fields.texts("fixes", default=())
    mistakes = fields.texts("mistakes", default=())
    if fixes and len(fixes) != len(mistakes):
        fields.note("fixes", f"has {len(fixes)} entries for {len(mistakes)} mistakes; write one for each, in order")
    return fixes


def _equipment(fields: Fields) -> str:
    equipment = fields.text("equipment")
    if equipment and equipment not in EQUIPMENT:
        fields.note("equipment", f"is {equipment!r}; allowed are {', '.join(EQUIPMENT)}")
    return equipment


def _set_credits(fields: Fields) -> SetCredits:
    return SetCredits(
        raw=_credit(fields, "raw"),
        weighted=_credit(fields, "weighted"),
        half_synergist=_credit(fields, "half_synergist"),
        source=fields.one_id("source", "sources"),
    )


def _credit(fields: Fields, key: str) -> float:
    credit = fields.number(key, 0, 1)
    if credit not in _CREDITS:
        fields.note(key, f"is {credit}; a set counts 0, 0.5 or 1")
    return credit
