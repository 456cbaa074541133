"""`silang read`."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from silang.cli.app import app, err
from silang.cli.checked import Fields, Paths
from silang.cli.ending import NOTHING, SummaryFile, count, leave_with, summarize, tell
from silang.cli.progress import bars
from silang.model import Report, Skipped

if TYPE_CHECKING:
    from silang.model import SkipKind
    from silang.reading.sources import Part

_TOLD = 20  # lines of each kind on standard error; the folder holds all


@app.command()
def read(
    paths: Paths,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder of reports to write into.")],
    fields: Fields = None,
    summary: SummaryFile = None,
) -> None:
    """Read dumps and web archives once into a folder of reports, which every other command takes as a PATH.

    Run again after it was cut off, it goes on where it stood.
    """
    from silang.reading import read_columns
    from silang.reading.columns import COLUMNS
    from silang.reading.keeping import read_into

    columns = read_columns(fields) if fields else COLUMNS
    told: Counter[SkipKind] = Counter()
    started = time.perf_counter()
    with bars() as progress:

        def watch(part: Part) -> None:
            if isinstance(part, Report):
                progress("reading", part.id)
            elif isinstance(part, Skipped) and part.kind != "no_page":
                told[part.kind] += 1
                if told[part.kind] <= _TOLD:
                    tell(part)

        try:
            counts = read_into(output, paths, columns=columns, watch=watch)
        except OSError as error:
            err.print(f"silang: cannot write to {escape(str(output))}: {escape(error.strerror or str(error))}")
            raise typer.Exit(NOTHING) from error
    more = sum(number - _TOLD for number in told.values() if number > _TOLD)
    if more:
        err.print(f"silang: {more:,} more were skipped; the marks in {escape(str(output))} name each.")
    summarize(counts, time.perf_counter() - started, summary)
    err.print(f"{count(counts.reports, 'report')} of {count(counts.inputs, 'file')}: {escape(str(output))}")
    if not counts.reports:
        raise typer.Exit(NOTHING)
    leave_with(counts)
