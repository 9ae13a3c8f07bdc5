"""One belly of the hamstrings in words: where it runs, what it does, how it is built, what trains it."""

from dataclasses import dataclass

from hamcore.catalog import Catalog
from hamcore.model.exercise import Function
from hamcore.model.muscle import Belly, Joint, Muscle
from hamcore.screens.claim_rows import ClaimRow, claim_rows
from hamcore.screens.wording import listed, percent

FORCE_BELOW = 15.0
"""Millimetres of fibre length per square centimetre of cross-section: below it a belly leans to force, else to range.

It parts the four as their fibre to muscle length does (Kellis 2012).
"""

TRAINERS = {
    Joint.HIP: ("romanian_deadlift", "seated_leg_curl", "glute_ham_raise"),
    Joint.KNEE: ("seated_leg_curl", "lying_leg_curl", "nordic_curl"),
}
"""Exercises to look at for a belly that crosses the hip as well, and for one that crosses the knee alone."""


@dataclass(frozen=True, slots=True)
class Share:
    """A belly's share of the group's cross-section, 0 to 1, and the same in words."""

    belly: Belly
    name: str
    share: float
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class BellyPanel:
    """The chosen belly, or the group when none is chosen. ``lead`` alternates plain and strong words."""

    title: str
    lead: tuple[str, ...]
    actions: tuple[tuple[Function, str], ...]
    facts: tuple[tuple[str, str], ...]
    built_title: str
    built_words: str
    shares: tuple[Share, ...]
    share_row: ClaimRow | None
    rows: tuple[ClaimRow, ...]
    exercises: tuple[tuple[str, str], ...]


def belly_panel(catalog: Catalog, belly: Belly | None) -> BellyPanel:
    """What stands beside the plate."""
    muscle = catalog.muscles.get(belly) if belly else None
    rows = claim_rows(catalog, ["cross_section_shares"])
    return _one(catalog, muscle, rows) if muscle else _group(catalog, rows)


def _one(catalog: Catalog, muscle: Muscle, rows: tuple[ClaimRow, ...]) -> BellyPanel:
    about = [key for key, one in catalog.claims.items() if one.bellies == (muscle.belly,)]
    trainers = TRAINERS[Joint.HIP if Joint.HIP in muscle.joints else Joint.KNEE]
    return BellyPanel(
        title=muscle.name,
        lead=_lead(muscle),
        actions=_actions(muscle),
        facts=(
            ("From", muscle.origin),
            ("To", muscle.insertion),
            ("Nerve", _capital(muscle.nerve)),
            ("Crosses", _capital(listed([joint.value for joint in muscle.joints]) + (" only" * _is_short(muscle)))),
        ),
        built_title="Built for force" if is_built_for_force(muscle) else "Built for range",
        built_words=_built(muscle),
        shares=_shares(catalog, muscle.belly),
        share_row=rows[0] if rows else None,
        rows=claim_rows(catalog, about),
        exercises=tuple((key, catalog.display_name(key)) for key in trainers if key in catalog.exercises),
    )


def _group(catalog: Catalog, rows: tuple[ClaimRow, ...]) -> BellyPanel:
    return BellyPanel(
        title="Three muscles, four bellies",
        lead=(
            "Choose a belly on the drawing. Three of them run from the sit bone past the knee: they ",
            "extend the hip",
            " and ",
            "bend the knee",
            ". The fourth, the short head, crosses the knee alone.",
        ),
        actions=((Function.HIP_HINGE, "Hip: three extend"), (Function.KNEE_FLEXION, "Knee: all four flex")),
        facts=(),
        built_title="Four builds",
        built_words="Two lean to force, with short fibres side by side; two lean to range, with long fibres.",
        shares=_shares(catalog, None),
        share_row=rows[0] if rows else None,
        rows=claim_rows(catalog, ["three_muscles_four_bellies"]),
        exercises=(),
    )


def is_built_for_force(muscle: Muscle) -> bool:
    """Whether a belly has short fibres for its cross-section."""
    return muscle.fibre_length_mm / muscle.pcsa_cm2 < FORCE_BELOW


def _is_short(muscle: Muscle) -> bool:
    return Joint.HIP not in muscle.joints


def _lead(muscle: Muscle) -> tuple[str, ...]:
    way = f"Runs from {_plain(muscle.origin)} to {_plain(muscle.insertion)}. It "
    if _is_short(muscle):
        end = " and does nothing at the hip, so a hinge never takes it through its range. Curls do."
        return (way, "bends the knee", end)
    return (way, "extends the hip", " and ", "bends the knee", ", so hinges and curls both load it, at other lengths.")


def _actions(muscle: Muscle) -> tuple[tuple[Function, str], ...]:
    turn = next((action.rsplit(" ", 1)[-1].removesuffix("ward") for action in muscle.actions if "turns" in action), "")
    knee = (Function.KNEE_FLEXION, f"Knee: flexes, turns {turn}" if turn else "Knee: flexes")
    return (knee,) if _is_short(muscle) else ((Function.HIP_HINGE, "Hip: extends"), knee)


def _built(muscle: Muscle) -> str:
    fibres = f"Fibres of {muscle.fibre_length_mm / 10:.1f} cm"
    share = f"{percent(muscle.pcsa_share)} of the group's cross-section"
    if is_built_for_force(muscle):
        return f"{fibres}, short for its size, with {share}: many fibres pull side by side."
    return f"{fibres}, long for its size, with {share}: fewer fibres, more room to shorten."


def _shares(catalog: Catalog, chosen: Belly | None) -> tuple[Share, ...]:
    found = sorted(catalog.muscles.values(), key=lambda muscle: -muscle.pcsa_share)
    return tuple(
        Share(one.belly, _short(one), one.pcsa_share, percent(one.pcsa_share), one.belly is chosen) for one in found
    )


def _short(muscle: Muscle) -> str:
    return _capital(muscle.name.rpartition(", ")[2])


def _plain(place: str) -> str:
    words = place.split(" (")[0].split(",")[0]
    return f"the {words[0].lower()}{words[1:]}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
