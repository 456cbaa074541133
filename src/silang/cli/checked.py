"""From the PATHs of a command to the crosscheck of their reports."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from silang.cli.app import err
from silang.cli.ending import NOTHING, summarize, tell
from silang.cli.progress import bars
from silang.engine import Cores, Engine, OneProcess
from silang.model import Crosscheck, Report

if TYPE_CHECKING:
    from silang.pipeline import Watch
    from silang.reading.sources import Part

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Folders or files (.txt, .html, .xml, .jsonl, .json, .csv, .parquet, .warc, .wacz; also .gz, .xz, .zst); "
        "- is standard input.",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs", "-j", min=1, metavar="N", help="Processes to work on; by default all cores for more than 50 reports."
    ),
]
Fields = Annotated[
    Path | None,
    typer.Option("--fields", metavar="FILE", help="A TOML file that names the columns of a table: text = 'isi'."),
]
_FEW = 50  # reports that are done before more processes have started


def checked(
    paths: list[str], jobs: int | None = None, *, fields: Path | None = None, summary: Path | None = None
) -> Crosscheck:
    """Reads and compares `paths` under a progress bar, and tells what was skipped; exits where nothing was read."""
    from silang.pipeline import crosscheck
    from silang.reading import read_columns, stream
    from silang.reading.columns import COLUMNS
    from silang.reading.counts import Counts
    from silang.reading.sources import gathered

    columns = read_columns(fields) if fields else COLUMNS
    started = time.perf_counter()
    with bars() as watch:
        reading = gathered(watched(stream(paths, stdin=sys.stdin.buffer, columns=columns), watch))
        with engine_for(jobs, len(reading.reports)) as engine:
            result = crosscheck(reading, watch=watch, engine=engine) if reading.reports else None
    for skip in reading.skipped:
        tell(skip)
    summarize(Counts.of(reading), time.perf_counter() - started, summary)
    if result is None:
        err.print("silang: no report was read. Give a folder or files with reports (.txt, .html, .jsonl, .csv, .warc).")
        raise typer.Exit(NOTHING)
    return result


def engine_for(jobs: int | None, reports: int) -> Engine:
    """As many processes as were asked for; one where starting more would take longer than the work."""
    if jobs == 1 or (jobs is None and reports <= _FEW):
        return OneProcess()
    return Cores(jobs)


def watched(parts: Iterable[Part], watch: Watch) -> Iterator[Part]:
    """The parts as they are; `watch` is told of each report."""
    for part in parts:
        if isinstance(part, Report):
            watch("reading", part.id)
        yield part
