"""The text of one definition file as a table."""

import re
import tomllib
from collections.abc import Mapping

from hamcore.problems import Problem

_LINE = re.compile(r"at line ([0-9]+)")


def read_table(data: bytes, where: str) -> tuple[Mapping[str, object] | None, list[Problem]]:
    """The table in ``data``, or None and why it cannot be read. Never raises, whatever the bytes are."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [Problem(where, f"is not UTF-8 text (byte {error.start}); save the file as UTF-8", line=line)]
    try:
        return tomllib.loads(text), []
    except RecursionError:
        return None, [Problem(where, "is nested too deeply; a definition needs three levels at most")]
    except ValueError as error:
        found = _LINE.search(str(error))
        return None, [Problem(where, f"is not valid TOML: {error}", line=int(found[1]) if found else 0)]
