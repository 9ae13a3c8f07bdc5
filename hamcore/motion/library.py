"""Everything in ``data/motion`` read, checked and cross-checked at once."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hamcore.motion.length_class import class_of
from hamcore.motion.movement import Kind, Movement
from hamcore.motion.muscle_length import LengthModels
from hamcore.motion.read_model import read_length_models, read_segments
from hamcore.motion.read_movement import read_movement
from hamcore.motion.segments import Segments
from hamcore.problems import Problem


@dataclass(frozen=True, slots=True)
class MotionLibrary:
    """Movements by id, the length models, the segment lengths."""

    movements: Mapping[str, Movement]
    models: LengthModels
    segments: Segments

    def movement_of(self, exercise_id: str) -> Movement | None:
        """The movement that shows an exercise or a stretch; None when none does."""
        for movement in self.movements.values():
            if exercise_id in movement.shows:
                return movement
        return None


def load_motion(data_dir: Path) -> tuple[MotionLibrary, list[Problem]]:
    """The library below ``data_dir`` and all problems with it; with any problem it must not be shown."""
    folder = data_dir / "motion"
    models, problems = read_length_models(*_text(folder / "length_model.csv"))
    where, table, faults = _toml(folder / "segments.toml")
    segments, more = read_segments(where, table)
    problems += faults + (more if not faults else [])
    movements: dict[str, Movement] = {}
    for path in sorted((folder / "movements").glob("*.toml")):
        where, table, faults = _toml(path)
        movement, more = read_movement(path.stem, where, table)
        problems += faults or more
        if not faults and not more:
            movements[path.stem] = movement
    if not movements:
        problems.append(Problem("movements", "there is no movement that can be used"))
    library = MotionLibrary(movements, models, segments)
    return library, problems or _cross_checks(library)


def _text(path: Path) -> tuple[str, str]:
    return path.name, path.read_text(encoding="utf-8")


def _toml(path: Path) -> tuple[str, dict[str, object], list[Problem]]:
    where, text = _text(path)
    try:
        return where, tomllib.loads(text), []
    except tomllib.TOMLDecodeError as error:
        return where, {}, [Problem(where, f"is not valid TOML: {error}")]


def _cross_checks(library: MotionLibrary) -> list[Problem]:
    """What no single record can know: the class against the model, and one movement for each exercise."""
    problems = []
    shown: dict[str, str] = {}
    for name, movement in library.movements.items():
        where = f"{name}.toml"
        computed = class_of(movement, library.models.recommended)
        if computed is not movement.length_class:
            message = f"the model gives {computed.value}, not {movement.length_class.value}"
            problems.append(Problem(where, message, column="length_class"))
        if movement.kind is not Kind.REFERENCE and not movement.shows:
            problems.append(Problem(where, "must name at least one exercise or stretch", column="shows"))
        for exercise_id in movement.shows:
            if exercise_id in shown:
                message = f"{exercise_id} is already shown by {shown[exercise_id]}"
                problems.append(Problem(where, message, column="shows"))
            shown[exercise_id] = name
    return problems
