"""`silang serve`."""

from __future__ import annotations

from typing import Annotated

import typer

from silang.cli.app import app, err
from silang.cli.archived import Where, opened
from silang.cli.ending import NOTHING


@app.command()
def serve(
    archive: Where = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port at 127.0.0.1 to answer at.")] = 8770,
) -> None:
    """Open the reading room in the browser: http://127.0.0.1:8770. Only this machine can reach it."""
    with opened(archive, create=True) as shelves:
        try:
            import uvicorn

            from silang.web import room
        except ModuleNotFoundError as error:
            err.print("silang: the reading room needs the extra `web`: pip install 'silang[web]'", markup=False)
            raise typer.Exit(NOTHING) from error
        err.print(f"The reading room is open at http://127.0.0.1:{port} (Ctrl+C closes it)")
        uvicorn.run(
            room(shelves),
            host="127.0.0.1",
            port=port,
            log_level="warning",
            server_header=False,
            proxy_headers=False,  # nobody stands between
            ws="none",
        )
