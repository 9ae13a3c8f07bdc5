"""What a person noted of a set beside its amounts: side, form and tempo, as HamCore's own file has them."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from hamcore.interchange.amounts import Fault
from hamcore.interchange.columns import Role
from hamcore.model.exercise import Tempo
from hamcore.model.log import Form, Side
from hamcore.model.tempo import tempo_from
from hamcore.problems import Severity

NOTED = (Role.SIDE, Role.FORM, Role.TEMPO)
"""The columns, in the order of ``NotedCells``."""

NotedCells = tuple[str, str, str]
_Value = TypeVar("_Value", Side, Form, Tempo)


class Noted(NamedTuple):
    """What three cells say. A cell that cannot be read counts as empty, with a warning."""

    side: Side | None
    form: Form | None
    tempo: Tempo | None
    faults: tuple[Fault, ...] = ()


def read_noted(cells: NotedCells) -> Noted:
    """What the cells say.

    >>> read_noted(("left", "", "3-1-1-0"))[:3]
    (<Side.LEFT: 'left'>, None, Tempo(lower_s=3, bottom_s=1, lift_s=1, top_s=0))
    """
    faults: list[Fault] = []

    def read(role: Role, text: str, reader: Callable[[str], _Value], known: str) -> _Value | None:
        if not text:
            return None
        try:
            return reader(text)
        except ValueError:
            message = f"'{text[:40]}' is not one of {known}; the set is read without it"
            faults.append(Fault(role, message, Severity.WARNING))
            return None

    side = read(Role.SIDE, cells[0], Side, ", ".join(Side))
    form = read(Role.FORM, cells[1], Form, ", ".join(Form))
    tempo = read(Role.TEMPO, cells[2], tempo_from, "the form 3-1-1-0")
    return Noted(side, form, tempo, tuple(faults))
