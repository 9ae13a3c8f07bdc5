"""The gallery: every exercise and stretch that fits what a person asked for."""

from collections.abc import Iterator
from dataclasses import dataclass

from hamcore.catalog import Catalog, name_key
from hamcore.model.exercise import EQUIPMENT, Exercise, Function, Laterality, LengthClass, Level, Stretch
from hamcore.motion import MotionLibrary, Movement
from hamcore.screens.exercise_words import EQUIPMENT_WORDS, LATERALITY_WORDS, LENGTH_WORDS
from hamcore.screens.words import count_words

FUNCTION_ORDER = tuple(Function)
STRETCH_EQUIPMENT = "body_weight"
ARTICLE = "source_article"


@dataclass(frozen=True, slots=True)
class GalleryFilter:
    """What a person asked for; an empty set asks for nothing in particular. ``variants`` shows those as well."""

    functions: frozenset[Function] = frozenset()
    equipment: frozenset[str] = frozenset()
    lengths: frozenset[LengthClass] = frozenset()
    legs: frozenset[Laterality] = frozenset()
    levels: frozenset[Level] = frozenset()
    search: str = ""
    variants: bool = False


@dataclass(frozen=True, slots=True)
class GalleryEntry:
    """One exercise or stretch. ``movement`` is None where nothing moves; ``variants`` names those folded into it."""

    entry_id: str
    name: str
    function: Function
    note: str
    movement: Movement | None
    variants: int


@dataclass(frozen=True, slots=True)
class Gallery:
    """``moving`` entries have a figure, ``still`` ones none; ``summary`` counts both."""

    summary: str
    moving: tuple[GalleryEntry, ...]
    still: tuple[GalleryEntry, ...]


@dataclass(frozen=True, slots=True)
class _Item:
    """What the filters look at, the same for an exercise and a stretch."""

    entry_id: str
    name: str
    names: tuple[str, ...]
    function: Function
    equipment: str
    length: LengthClass
    legs: Laterality
    level: Level
    how: str
    is_article: bool
    family: str
    is_variant: bool = False


def gallery(catalog: Catalog, library: MotionLibrary, asked: GalleryFilter) -> Gallery:
    """The entries that fit, by function, those of the source article first.

    Variants stand behind the first exercise of their family, unless they are asked for, or searched for.
    """
    fit = [item for item in _items(catalog, library) if _fits(item, asked)]
    heads = {item.family for item in fit if not item.is_variant}
    shown = [item for item in fit if asked.variants or not item.is_variant or item.family not in heads]
    entries = [_entry(item, library, fit, folded=not asked.variants) for item in sorted(shown, key=_order)]
    moving = tuple(entry for entry in entries if entry.movement)
    still = tuple(entry for entry in entries if not entry.movement)
    folded = len(fit) - len(shown)
    more = f", {count_words(folded, 'variant')} behind them" if folded else ""
    return Gallery(f"{count_words(len(entries), 'entry', 'entries')}{more}.", moving, still)


def _items(catalog: Catalog, library: MotionLibrary) -> Iterator[_Item]:
    yield from (_exercise_item(one) for one in catalog.exercises.values() if one.exercise_id != _ANY_STRETCH)
    yield from (_stretch_item(one, library.movement_of(one.stretch_id)) for one in catalog.stretches.values())


_ANY_STRETCH = "stretching"
"""The exercise under which apps log any stretch; the gallery has the stretches themselves."""


def _exercise_item(one: Exercise) -> _Item:
    return _Item(
        entry_id=one.exercise_id,
        name=one.name,
        names=(one.name, one.short_name, *one.aliases),
        function=one.function,
        equipment=one.equipment,
        length=one.length_class,
        legs=one.laterality,
        level=one.level,
        how=EQUIPMENT_WORDS[one.equipment].lower(),
        is_article=ARTICLE in one.sources,
        family=one.family,
        is_variant=bool(one.variant_of),
    )


def _stretch_item(one: Stretch, movement: Movement | None) -> _Item:
    return _Item(
        entry_id=one.stretch_id,
        name=one.name,
        names=(one.name, *one.aliases),
        function=Function.STRETCH,
        equipment=STRETCH_EQUIPMENT,
        length=movement.length_class if movement else LengthClass.NONE,
        legs=Laterality.UNILATERAL if one.each_side else Laterality.BILATERAL,
        level=Level.FIRST,
        how="in motion" if one.dynamic else "held still",
        is_article=ARTICLE in one.sources,
        family=one.stretch_id,
    )


def _fits(item: _Item, asked: GalleryFilter) -> bool:
    chosen = (
        (asked.functions, item.function),
        (asked.equipment, item.equipment),
        (asked.lengths, item.length),
        (asked.legs, item.legs),
        (asked.levels, item.level),
    )
    if any(wanted and value not in wanted for wanted, value in chosen):
        return False
    words = name_key(asked.search).split()
    return not words or any(all(word in name_key(name) for word in words) for name in item.names)


def _order(item: _Item) -> tuple[int, bool, str]:
    return (FUNCTION_ORDER.index(item.function), not item.is_article, item.name)


def _entry(item: _Item, library: MotionLibrary, fit: list[_Item], *, folded: bool) -> GalleryEntry:
    variants = sum(other.is_variant and other.family == item.family for other in fit) if folded else 0
    legs = LATERALITY_WORDS[item.legs].lower()
    length = "" if item.length is LengthClass.NONE else f"{LENGTH_WORDS[item.length]} length · "
    note = f"{length}{item.how} · {legs}"
    return GalleryEntry(
        entry_id=item.entry_id,
        name=item.name,
        function=item.function,
        note=note[:1].upper() + note[1:],
        movement=library.movement_of(item.entry_id),
        variants=0 if item.is_variant else variants,
    )


def offered_equipment(catalog: Catalog) -> list[str]:
    """The equipment that any exercise uses, in the order a list shows it."""
    used = {one.equipment for one in catalog.exercises.values()}
    return [one for one in EQUIPMENT if one in used]
