import doctest
import importlib
import pkgutil
from types import ModuleType

import pytest

import hamcore
import pages

# A __main__ module acts on import.
NAMES = sorted(
    module.name
    for package in (hamcore, pages)
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    if not module.name.endswith("__main__") and (package is hamcore or module.name.startswith("pages._parts"))
)


def examples(module: ModuleType) -> list[doctest.DocTest]:
    return [test for test in doctest.DocTestFinder(exclude_empty=True).find(module) if test.examples]


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_in_docstrings_are_true(name: str) -> None:
    runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.REPORT_NDIFF)
    for test in examples(importlib.import_module(name)):
        runner.run(test)

    assert runner.summarize(verbose=False).failed == 0


def test_there_are_examples_to_run() -> None:
    assert sum(len(examples(importlib.import_module(name))) for name in NAMES) > 20
