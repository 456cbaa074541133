"""An archive of the examples, filled once for all tests that only read it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.web.visitors import EXAMPLES

pytest.importorskip("sqlalchemy", reason="the archive needs the extra `archive`")

from silang.archive import Archive
from silang.reading import read


def filled(where: Path, *folders: str) -> Archive:
    """A new archive of those folders of examples, its stories compared."""
    archive = Archive.open(where)
    for folder in folders:
        reading = read([EXAMPLES / folder])
        archive.add(reading.reports, inputs=reading.inputs)
    archive.settle()
    return archive


@cache
def examples() -> Archive:
    """Three stories; nobody may write to it."""
    return filled(Path(mkdtemp()) / "archive.sqlite", "pelabuhan", "putusan", "tunggal")


def report_by(archive: Archive, outlet: str, words: str) -> str:
    """The id of the outlet's report whose headline holds those words."""
    for line in archive.reports(limit=100).items:
        if line.outlet and line.outlet.name == outlet and words in (line.headline or ""):
            return line.id
    raise AssertionError(f"no report of {outlet} with {words!r} in its headline")
