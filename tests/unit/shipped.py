"""The shipped definitions, read once, for tests of what is shipped."""

from functools import cache

from hamcore.catalog import Catalog, load_catalog
from hamcore.places import data_dir


@cache
def shipped() -> Catalog:
    """The catalog of this installation."""
    catalog, problems = load_catalog(data_dir())
    assert not problems, problems
    return catalog
