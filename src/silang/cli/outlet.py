"""`silang outlet check`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from silang.cli.app import app, err
from silang.cli.ending import NOTHING, SKIPPED

outlet = typer.Typer(no_args_is_help=True)
app.add_typer(outlet, name="outlet")


@outlet.callback()
def _outlet() -> None:
    """What Silang knows of an outlet, and what to add."""


@outlet.command()
def check(pages: Annotated[list[Path], typer.Argument(help="Saved pages (HTML) of the outlet.")]) -> None:
    """Say what is read from saved pages of an outlet, from where, what is missing, and the TOML to add."""
    from silang.model import Skipped
    from silang.reading.checking import check_page

    read = 0
    for page in pages:
        try:
            data = page.read_bytes()
        except OSError as error:
            err.print(f"{escape(str(page))}: {error.strerror}")
            continue
        result = check_page(data, str(page))
        if isinstance(result, Skipped):
            err.print(f"{escape(str(page))}: {escape(result.reason)}")
            continue
        read += 1
        print(f"{page}: {result.form}")
        for found in result.found:
            print(f"  {found.name:<10}{found.value or 'not found'}{f'  [{found.where}]' if found.value else ''}")
        print(f"  {'furniture':<10}{', '.join(f'{kind} {n}' for kind, n in result.furniture) or 'none'}")
        print(f"  {'missing':<10}{', '.join(result.missing) or 'nothing'}")
        if result.medium is None:
            print("  not in the registry")
        if result.entry:
            print(f"  to add to outlets.toml:\n\n{result.entry}\n")
    if read < len(pages):
        raise typer.Exit(SKIPPED if read else NOTHING)
