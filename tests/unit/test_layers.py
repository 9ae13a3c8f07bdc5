import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hamcore.checkout import ROOT
from pages._parts.sections import ENTRIES

SOURCES = sorted([*Path(ROOT, "hamcore").rglob("*.py"), *Path(ROOT, "pages").rglob("*.py")])
CHART_PAGES = {"lifts.py"}
IMPORT_ALL = """
import importlib, pkgutil, sys
import hamcore
left_out = {left_out!r}
for module in pkgutil.walk_packages(hamcore.__path__, "hamcore."):
    if not module.name.endswith("__main__") and not module.name.startswith(left_out):
        importlib.import_module(module.name)
print([name for name in {unwanted!r} if name in sys.modules])
"""
RUN_PAGE = """
import sys
from streamlit.testing.v1 import AppTest
app = AppTest.from_file("pages/_entry/app.py", default_timeout=60)
app.run()
if {file!r} != "today.py":
    app.switch_page("../" + {file!r}).run()
assert app.title and not app.exception, app.exception
print([name for name in ("pandas", "altair", "pyarrow", "sqlalchemy") if name in sys.modules])
"""


def output(code: str, home: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"HAMCORE_HOME": str(home), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()[-1]


def test_nothing_in_hamcore_imports_streamlit(tmp_path: Path) -> None:
    assert output(IMPORT_ALL.format(left_out=("none",), unwanted=("streamlit",)), tmp_path) == "[]"


def test_only_frames_and_charts_need_pandas_and_altair(tmp_path: Path) -> None:
    code = IMPORT_ALL.format(left_out=("hamcore.frames", "hamcore.charts."), unwanted=("pandas", "altair", "numpy"))

    assert output(code, tmp_path) == "[]"


@pytest.mark.parametrize("verb", ["import", "export", "backup", "doctor", "routine", "run"])
def test_a_verb_starts_without_anything_heavy(verb: str, tmp_path: Path) -> None:
    code = (
        "import sys\nfrom hamcore.command import main\n"
        f"try: main([{verb!r}, '--help'])\nexcept SystemExit: pass\n"
        "print([name for name in ('streamlit', 'pandas', 'altair', 'numpy', 'sqlalchemy') if name in sys.modules])"
    )

    assert output(code, tmp_path) == "[]"


@pytest.mark.parametrize("file", sorted({entry.file for entry in ENTRIES} - CHART_PAGES))
def test_a_page_without_charts_leaves_pandas_and_altair_unimported(file: str, tmp_path: Path) -> None:
    assert output(RUN_PAGE.format(file=file), tmp_path) == "[]"


def calls() -> Iterator[tuple[str, ast.Call]]:
    assert SOURCES
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def test_no_call_allows_unsafe_html() -> None:
    found = [
        (place, keyword.arg)
        for place, call in calls()
        for keyword in call.keywords
        if keyword.arg in ("unsafe_allow_html", "unsafe_allow_javascript")
    ]

    assert found == []


def is_put_together(node: ast.expr) -> bool:
    """Whether a text is made at run time by an f-string, ``+``, ``%`` or ``format``.

    SQLite takes no parameters in a PRAGMA, so there the numbers of the program itself may be written in.
    """
    if isinstance(node, ast.JoinedStr):
        is_pragma = isinstance(node.values[0], ast.Constant) and str(node.values[0].value).startswith("PRAGMA ")
        return not is_pragma and any(isinstance(part, ast.FormattedValue) for part in node.values)
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Add | ast.Mod)
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"


def statements_put_together(source: str) -> list[int]:
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("execute", "executemany", "executescript")
        and node.args
        and is_put_together(node.args[0])
    ]


def test_no_sql_statement_is_put_together_from_text() -> None:
    found = {str(path.relative_to(ROOT)): statements_put_together(path.read_text(encoding="utf-8")) for path in SOURCES}

    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "statement", ['f"delete from {name}"', '"delete from " + name', '"delete from %s" % name', '"{}".format(name)']
)
def test_a_statement_put_together_would_be_seen(statement: str) -> None:
    assert statements_put_together(f"connection.execute({statement})") == [1]


def cached_functions(source: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Functions under ``st.cache_data`` or ``st.cache_resource``, with the decorator's name."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            for decorator in node.decorator_list:
                target = decorator.func if isinstance(decorator, ast.Call) else decorator
                if isinstance(target, ast.Attribute) and target.attr in ("cache_data", "cache_resource"):
                    yield target.attr, node


def unsafe_cache_faults(source: str) -> list[str]:
    """Cached functions that could answer one person with another's rows, or wrongly."""
    faults = []
    for kind, function in cached_functions(source):
        parameters = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
        types = [ast.unparse(parameter.annotation) for parameter in parameters if parameter.annotation]
        if any("DataFrame" in name or "Series" in name for name in types):
            faults.append(f"{function.name} takes a data frame")
        if kind == "cache_data" and (not parameters or parameters[0].arg != "athlete_id"):
            faults.append(f"{function.name} does not start with athlete_id")
    return faults


def test_what_is_cached_belongs_to_one_athlete_and_takes_no_data_frame() -> None:
    found = {path.name: unsafe_cache_faults(path.read_text(encoding="utf-8")) for path in SOURCES}

    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    "source",
    [
        "@st.cache_data\ndef total(rows: pd.DataFrame) -> int: ...",
        "@st.cache_data(max_entries=3)\ndef total(exercise: str) -> int: ...",
        "@st.cache_data\ndef total() -> int: ...",
    ],
)
def test_an_unsafe_cache_would_be_seen(source: str) -> None:
    assert unsafe_cache_faults(source)


def test_the_core_reads_neither_the_clock_nor_chance_nor_the_environment() -> None:
    allowed = {"hamcore/command", "hamcore/checkout"}
    forbidden = {
        "os.environ",
        "os.getenv",
        "date.today",
        "datetime.now",
        "datetime.utcnow",
        "time.time",
        "random.random",
    }
    found = []
    for place, call in calls():
        if place.startswith("hamcore/") and not any(place.startswith(folder) for folder in allowed):
            name = ast.unparse(call.func)
            if any(name == item or name.endswith(f".{item}") or name.startswith(f"{item}.") for item in forbidden):
                found.append((place, name))

    assert found == []
