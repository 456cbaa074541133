"""From the PATHs of a command to the crosscheck of their reports."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.markup import escape

from silang.cli.app import err
from silang.cli.ending import NOTHING
from silang.cli.progress import bars
from silang.engine import Cores, Engine, OneProcess
from silang.model import Crosscheck
from silang.pipeline import crosscheck

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Folders or files (.txt, .html, .jsonl, .json, .csv); - is standard input."),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs", "-j", min=1, metavar="N", help="Processes to work on; by default all cores for more than 50 reports."
    ),
]
_FEW = 50  # reports that are done before more processes have started


def checked(paths: list[str], jobs: int | None = None) -> Crosscheck:
    """Reads and compares `paths` under a progress bar, and tells what was skipped; exits where nothing was read."""
    from silang.reading import read

    with bars() as watch:
        reading = read(paths, stdin=sys.stdin.buffer, progress=lambda path: watch("reading", path))
        with _engine(jobs, len(reading.reports)) as engine:
            result = crosscheck(reading, watch=watch, engine=engine) if reading.reports else None
    for skip in reading.skipped:
        at = f":{skip.line}" if skip.line is not None else ""
        err.print(f"silang: {escape(skip.path)}{at}: {escape(skip.reason)}")
    if result is None:
        err.print("silang: no report was read. Give a folder or files with reports (.txt, .html, .jsonl, .json, .csv).")
        raise typer.Exit(NOTHING)
    return result


def _engine(jobs: int | None, reports: int) -> Engine:
    if jobs == 1 or (jobs is None and reports <= _FEW):
        return OneProcess()
    return Cores(jobs)
