"""`silang add`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from silang.cli.app import app, err
from silang.cli.archived import AsJson, Where, opened, print_json
from silang.cli.checked import Jobs, Paths, engine_for
from silang.cli.ending import NOTHING, count, leave
from silang.cli.progress import bars

if TYPE_CHECKING:
    from silang.archive import Added


@app.command()
def add(
    paths: Paths,
    archive: Where = None,
    as_json: AsJson = False,
    compare: Annotated[
        bool, typer.Option("--compare/--later", help="Compare the stories that changed now, or when they are read.")
    ] = True,
    jobs: Jobs = None,
) -> None:
    """Add reports to the archive; what is there already is left as it is, a changed text is a new version.

    Each report is on disk, whole, before it is told of: what an interrupted run has added stays, and running it again
    goes on from there.
    """
    from silang.reading import read

    with opened(archive, create=True) as kept, bars() as watch:
        reading = read(paths, stdin=sys.stdin.buffer, progress=lambda path: watch("reading", path))
        total = len(reading.reports)

        def acknowledge(added: Added) -> None:
            watch("adding", added.id, total)
            if as_json:
                print_json(added)

        with engine_for(jobs, total) as engine:
            done = kept.add(reading.reports, inputs=reading.inputs, acknowledge=acknowledge, engine=engine)
            if compare:
                kept.settle(watch=lambda story, stories: watch("comparing", story, stories), engine=engine)
    for skip in reading.skipped:
        at = f":{skip.line}" if skip.line is not None else ""
        err.print(f"silang: {escape(skip.path)}{at}: {escape(skip.reason)}")
    if not done:
        err.print("silang: no report was read; the archive is as it was.")
        raise typer.Exit(NOTHING)
    states = [added.state for added in done]
    told = [f"{count(states.count('new'), 'report')} added"]
    told += [f"{count(n, 'new version')}"] if (n := states.count("version")) else []
    told += [f"{n} known already"] if (n := states.count("known")) else []
    err.print(f"{', '.join(told)}: {escape(kept.where)}")
    leave(reading)
