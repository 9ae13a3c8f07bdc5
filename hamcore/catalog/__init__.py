"""The shipped definitions: exercises, stretches, muscles, routines and sources, parsed and checked as a whole."""

from hamcore.catalog.definitions import Catalog
from hamcore.catalog.load import load_catalog
from hamcore.catalog.names import name_key

__all__ = ["Catalog", "load_catalog", "name_key"]
