"""The application that every command registers with, and the console that messages go to."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.console import Console

from silang.version import VERSION

app = typer.Typer(
    name="silang",
    help="Cross-checks Indonesian news: who said what, where reports agree or conflict, and on how many "
    "independent origins each claim stands. Works offline.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"silang {VERSION}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    pass
