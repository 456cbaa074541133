"""`silang backup`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from silang.cli.app import app, err
from silang.cli.archived import Where, opened
from silang.cli.ending import count


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="JSON lines; packed where the name ends in .gz.")],
    archive: Where = None,
    restore: Annotated[
        bool, typer.Option("--restore", help="The other way: read FILE into the archive, which must be new or empty.")
    ] = False,
) -> None:
    """Write the whole archive into one file, or read it back: from SQLite or Postgres into either, without loss."""
    with opened(archive, create=restore) as kept:
        reports = kept.restore(file) if restore else kept.backup(file)
        done = f"{count(reports, 'report')} {'restored into' if restore else 'of'} {kept.where}"
    err.print(f"{escape(done)}{'' if restore else f': {escape(str(file))}'}")
