"""`silang evaluate`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from silang.cli.app import app, err
from silang.cli.ending import NOTHING, count
from silang.errors import ExportError

_UNUSED = {
    "reports": ("gold report is not in the export", "gold reports are not in the export"),
    "references": ("reference leads to no statement of the export", "references lead to no statement of the export"),
}


@app.command()
def evaluate(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD...", help="Gold files, or folders of *.gold.json.")],
    made: Annotated[Path, typer.Option("--export", metavar="EXPORT.json", help="The export to measure.")],
    misses: Annotated[
        str | None, typer.Option("--misses", metavar="PART", help="List what one part missed and got wrong instead.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The figures as JSON.")] = False,
) -> None:
    """Measure an export against gold: precision, recall and F1 of every part."""
    from silang.evaluation import evaluate as measured
    from silang.evaluation import golds
    from silang.interchange import loads

    try:
        export = loads(made.read_bytes())
    except OSError as error:
        err.print(f"silang: cannot read {escape(str(made))}: {escape(error.strerror or str(error))}")
        raise typer.Exit(NOTHING) from error
    except ExportError as error:
        raise ExportError(f"{made}: {error}") from error
    found = measured(export, golds(gold))
    if misses is not None:
        if misses not in found.figures and misses not in found.misses:
            raise typer.BadParameter(
                f"{misses!r} is no part; use one of {', '.join(found.figures)}", param_hint="--misses"
            )
        for miss in found.misses.get(misses, ()):
            print(f"{miss.kind:6} {miss.where:20} {miss.text!r} {miss.detail}".rstrip())
    elif as_json:
        print(json.dumps(found.figures, indent=1))
    else:
        for part, row in found.figures.items():
            print(
                f"{part:30}"
                + "  ".join(f"{name} {value:{'d' if name == 'gold' else '.3f'}}" for name, value in row.items())
            )
    for part, words in _UNUSED.items():
        if gone := found.misses.get(part):
            err.print(f"silang: {count(len(gone), *words)}")
