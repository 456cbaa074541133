"""Knowledge as data: TOML tables beside this file, each an array ``[[entry]]`` whose every entry carries an example.

A table is read once, on first use. `SILANG_LEXICON` may name a folder of further tables: a file there of the same name
adds its entries, so that a newsroom adds a word without a release.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from silang.errors import LexiconError

Entry = Mapping[str, Any]


@cache
def table(name: str) -> tuple[Entry, ...]:
    """The entries of table `name` (a file name without ``.toml``), in the order of the file.

    Raises LexiconError where the file is no TOML, or an entry has no ``example``.
    """
    packaged = files(__package__).joinpath(f"{name}.toml")
    entries = list(parse(packaged.read_text(encoding="utf-8"), f"{name}.toml"))
    if folder := os.environ.get("SILANG_LEXICON"):
        added = Path(folder) / f"{name}.toml"
        if added.is_file():
            entries += parse(added.read_text(encoding="utf-8"), str(added))
    return tuple(entries)


def parse(toml: str, where: str) -> list[Entry]:
    """The entries of one TOML text; `where` names it in errors. Raises LexiconError."""
    try:
        document = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{where}: not valid TOML: {error}") from error
    entries: list[Entry] = document.get("entry", [])
    for number, entry in enumerate(entries, 1):
        if not isinstance(entry.get("example"), str) or not entry["example"]:
            raise LexiconError(f"{where}: entry {number} ({entry.get('form', '?')!r}) has no example to match")
    return entries


@cache
def forms(name: str, **where: str) -> frozenset[str]:
    """The ``form`` of each entry of table `name` whose fields equal `where`."""
    return frozenset(e["form"] for e in table(name) if all(e.get(k) == v for k, v in where.items()))
