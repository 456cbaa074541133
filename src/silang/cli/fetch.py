"""`silang fetch`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from silang.cli.app import app, err
from silang.cli.ending import NOTHING, SKIPPED, count
from silang.errors import MissingExtraError


@app.command()
def fetch(
    addresses: Annotated[
        list[str], typer.Argument(metavar="ADDRESS...", help="Pages, feeds (RSS, Atom), news sitemaps; a saved feed.")
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FOLDER", help="The folder to keep the pages in.")],
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="Pages of one feed or sitemap.")] = 20,
    delay: Annotated[float, typer.Option(min=0, help="Seconds between two requests to one host.")] = 1.0,
    seconds: Annotated[float, typer.Option(min=0.1, help="Seconds that one request may take.")] = 30.0,
    megabytes: Annotated[float, typer.Option(min=0.01, max=8, help="What one page may measure, unpacked.")] = 8.0,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Ask hosts that are not on the public internet too.")
    ] = False,
) -> None:
    """Fetch the pages that you name into FOLDER, for silang dossier and the others to read."""
    try:
        from silang.reading.fetching.client import Limits
        from silang.reading.fetching.fetch import fetched
    except ModuleNotFoundError as error:
        raise MissingExtraError(f"silang fetch needs {error.name}: pip install 'silang[fetch]'") from error
    limits = Limits(int(megabytes * 2**20), seconds, delay, allow_private)

    def watch(url: str) -> None:
        if err.is_terminal:
            err.print(escape(url), style="dim")

    try:
        outcomes = fetched(addresses, output, limit=limit, limits=limits, watch=watch)
    except OSError as error:
        err.print(f"silang: cannot write to {escape(str(output))}: {escape(error.strerror or str(error))}")
        raise typer.Exit(NOTHING) from error
    for outcome in outcomes:
        if outcome.reason:
            err.print(f"silang: {escape(outcome.address)}: {escape(outcome.reason)}")
    states = Counter(outcome.state for outcome in outcomes)
    there = states["fetched"] + states["unchanged"]
    unchanged, refused = states["unchanged"], states["refused"]
    err.print(f"{count(there, 'page')} in {escape(str(output))}: {unchanged} unchanged, {refused} not fetched.")
    if refused:
        raise typer.Exit(SKIPPED if there else NOTHING)
