"""What a guided session can be made of, with plain words instead of the screen's."""

from datetime import date

from hamcore.catalog import Catalog
from hamcore.model.exercise import Stretch
from hamcore.model.symptom import SymptomKind
from hamcore.motion import MotionLibrary
from hamcore.rules.safety import SafetyGate
from hamcore.screens import safety_words
from hamcore.screens.guide_document import GuideFixed, GuideItem, GuideStretch, GuideSymptom
from pages._components.documents import model_document, movement_document, segments_document


def fixed(catalog: Catalog, library: MotionLibrary, today: date, gate: SafetyGate, chosen: list[str]) -> GuideFixed:
    """The stretches of the catalog, the ``chosen`` ones first and on."""
    keys = [*chosen, *(key for key in catalog.stretches if key not in chosen)]
    items = [_item(catalog.stretches[key], is_on=key in chosen) for key in keys]
    return {
        "today": today.isoformat(),
        "offered": "off_day",
        "offers": [
            {
                "when": "after_training",
                "word": "After training",
                "note": "The muscles are warm already.",
                "warning": "Deadlifts are still to come today: keep long holds for after them.",
                "items": items,
            },
            {"when": "off_day", "word": "Off day", "note": "Walk a little first.", "warning": "", "items": items},
        ],
        "stretches": [_stretch(one, catalog, library, gate) for one in catalog.stretches.values()],
        "closed": "See a doctor first." if SymptomKind.RED_FLAG in gate.kinds else "",
        "symptoms": [_symptom(one) for one in safety_words.choices(catalog)],
        "limits": {"hold_s": [10, 30], "reps": [1, 30], "rounds": [1, 6]},
        "segments": segments_document(library.segments),
        "model": model_document(library.models.recommended),
    }


def _item(stretch: Stretch, *, is_on: bool) -> GuideItem:
    dose = stretch.hold_s or stretch.reps
    assert dose
    return {"key": stretch.stretch_id, "rounds": stretch.rounds.lo, "amount": dose.hi, "on": is_on, "why": ""}


def _stretch(stretch: Stretch, catalog: Catalog, library: MotionLibrary, gate: SafetyGate) -> GuideStretch:
    movement = library.movement_of(stretch.stretch_id)
    closed = gate.stops_stretch(stretch)
    return {
        "key": stretch.stretch_id,
        "name": stretch.name,
        "note": "",
        "how_to": list(stretch.how_to),
        "mistakes": list(stretch.mistakes),
        "stop_signs": list(stretch.stop_signs),
        "nerve": "This glides a nerve." if stretch.nerve_technique else "",
        "each_side": stretch.each_side,
        "hold_s": [stretch.hold_s.lo, stretch.hold_s.hi] if stretch.hold_s else None,
        "reps": [stretch.reps.lo, stretch.reps.hi] if stretch.reps else None,
        "pace_s": 6,
        "closed": safety_words.stop_words(closed, catalog) if closed else "",
        "closed_by": [kind.value for kind in SymptomKind if SafetyGate(frozenset([kind])).stops_stretch(stretch)],
        "movement": movement_document(movement) if movement else None,
    }


def _symptom(choice: safety_words.SymptomChoice) -> GuideSymptom:
    return {
        "kind": choice.kind.value,
        "title": choice.title,
        "signs": [sign for part in choice.lists for sign in part.signs],
        "stops": choice.stops,
        "turn_to": [part.words for part in choice.lists if part.words != choice.stops],
    }
