"""`silang serve`."""

from __future__ import annotations

from typing import Annotated

import typer

from silang.cli.app import app, err
from silang.cli.ending import NOTHING


@app.command()
def serve(
    archive: Annotated[
        str | None,
        typer.Option(
            "--archive",
            metavar="FILE",
            help="The archive's file, or postgresql:// URL; $SILANG_ARCHIVE or the user's data folder without it.",
        ),
    ] = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port at 127.0.0.1 to answer at.")] = 8770,
) -> None:
    """Open the reading room in the browser: http://127.0.0.1:8770. Only this machine can reach it."""
    try:
        import uvicorn

        from silang.archive import Archive
        from silang.web import room
    except ModuleNotFoundError as error:
        err.print("silang: the reading room needs the extras `web` and `archive`: pip install 'silang[web,archive]'")
        raise typer.Exit(NOTHING) from error
    opened = Archive.open(archive)
    err.print(f"The reading room is open at http://127.0.0.1:{port} (Ctrl+C closes it)")
    uvicorn.run(room(opened), host="127.0.0.1", port=port, log_level="warning", server_header=False, ws="none")
