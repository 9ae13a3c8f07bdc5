from pathlib import Path

import pytest

from hamcore.catalog import Catalog, load_catalog
from hamcore.places import data_dir


@pytest.fixture(scope="session")
def shipped() -> Catalog:
    return load_catalog(data_dir())[0]


@pytest.fixture(scope="session")
def shipped_dir() -> Path:
    return data_dir()
