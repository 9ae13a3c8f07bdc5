"""Statements are constants with named parameters: nothing a person types can become part of one."""

import ast
from pathlib import Path

import pytest

import hamcore.storage

MODULES = sorted(Path(hamcore.storage.__file__).parent.glob("*.py"))
RUNNERS = {"execute", "executemany", "executescript", "run", "rows", "one", "bulk"}


def is_constant(statement: ast.expr) -> bool:
    """Whether a statement is a name, a text, a call on such, or a PRAGMA, which takes no parameters."""
    if isinstance(statement, ast.JoinedStr):
        first = statement.values[0]
        return isinstance(first, ast.Constant) and str(first.value).startswith("PRAGMA ")
    return isinstance(statement, ast.Name | ast.Constant | ast.Call)


def assembled(source: str) -> list[int]:
    """The lines on which a statement is put together."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [
        call.lineno
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr in RUNNERS and call.args
        if not is_constant(call.args[0])
    ]


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 10


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_no_statement_is_put_together(module: Path) -> None:
    assert assembled(module.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source", ['s.run(f"DELETE FROM {x}")', 's.rows("SELECT " + x)', 's.execute("SELECT %s" % x)'], ids=["f", "+", "%"]
)
def test_the_check_sees_a_statement_that_is_put_together(source: str) -> None:
    assert assembled(source) == [1]
