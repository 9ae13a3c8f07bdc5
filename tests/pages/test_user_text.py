"""What a person typed never becomes markup: only ``marks`` builds HTML, and only by escaping every value."""

import ast
from pathlib import Path

import pytest
from markupsafe import Markup

from hamcore.model.exercise import Function
from pages._parts import marks, states
from pages._parts.sections import PAGES

FILES = sorted(PAGES.rglob("*.py"))
MAY_SHOW_HTML = {"marks.py", "look.py", "shell.py"}
HOSTILE = "<script>alert(1)</script>\"'&"


def faults(source: str, file: str) -> list[str]:
    """The calls in ``source`` that could turn text into markup."""
    found = []
    for call in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
        name = ast.unparse(call.func)
        if any(keyword.arg in ("unsafe_allow_html", "unsafe_allow_javascript") for keyword in call.keywords):
            found.append(f"{name}: unsafe")
        if name in ("st.markdown", "st.write", "st.latex"):
            found.append(f"{name}: reads Markdown")
        if name == "st.html" and file not in MAY_SHOW_HTML:
            found.append(f"{name}: only in {sorted(MAY_SHOW_HTML)}")
        if name.endswith("Markup") and not all(isinstance(argument, ast.Constant) for argument in call.args):
            found.append(f"{name}: takes a text that is not written in the code")
    return found


def test_there_are_page_files() -> None:
    assert len(FILES) > len(MAY_SHOW_HTML)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PAGES)))
def test_a_page_file_does_not_turn_text_into_markup(path: Path) -> None:
    assert faults(path.read_text("utf-8"), path.name) == []


@pytest.mark.parametrize(
    "source",
    [
        "st.html(name)",
        "st.markdown('# x')",
        "Markup(f'<b>{name}</b>')",
        "Markup(name)",
        "st.badge('x', unsafe_allow_html=True)",
    ],
)
def test_the_check_sees_each_fault(source: str) -> None:
    assert faults(source, "today.py")


@pytest.mark.parametrize(
    "drawn",
    [
        marks.row(HOSTILE, HOSTILE, value=HOSTILE, reason=HOSTILE),
        marks.row(HOSTILE, HOSTILE, aside=HOSTILE),
        marks.table(HOSTILE, [HOSTILE], [[HOSTILE]]),
        marks.facts([(HOSTILE, HOSTILE)]),
        marks.pairs([(HOSTILE, HOSTILE)]),
        marks.heading(HOSTILE),
        marks.quiet(HOSTILE),
        marks.key_number(HOSTILE, HOSTILE),
        marks.sparkline(Function.OTHER, [1.0, 2.0], HOSTILE),
        marks.state_tag(marks.Tone.GOOD, "check", HOSTILE),
    ],
)
def test_marks_escape_every_value(drawn: Markup) -> None:
    assert "<script" not in drawn
    assert "\"'&" not in drawn


@pytest.mark.parametrize(
    "text",
    ["*a*", "_a_", "`a`", "# a", "[a](b)", ":red[a]", "$a$", "<b>", ":material/home:", "1. a", "- a", "~a~", "a|b"],
)
def test_text_for_markdown_has_no_sign_left_that_markdown_reads(text: str) -> None:
    escaped = states.plain(text)
    assert escaped.replace("\\", "") == text
    assert all(escaped[at - 1] == "\\" for at, sign in enumerate(escaped) if sign in "*_`#[]()$<>:~|")
