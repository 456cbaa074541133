"""The command line: parse, call, print. Exit status 0: all was read; 3: something was skipped; 1: nothing was read.

One module per command; `silang.cli` names them, in the order in which the help lists them.
"""

from __future__ import annotations

import sys

from rich.markup import escape

from silang.cli import (  # noqa: F401  each registers its command
    add,
    backup,
    dossier,
    evaluate,
    explain,
    export,
    fetch,
    outlet,
    read,
    rule,
    schema,
    search,
    serve,
    show,
    stories,
    tables,
)
from silang.cli.app import app, err
from silang.cli.ending import NOTHING, SKIPPED
from silang.errors import SilangError

__all__ = ["NOTHING", "SKIPPED", "app", "main"]


def main() -> None:
    """The console script; an error that Silang raises on purpose ends in one line and status 1."""
    try:
        app()
    except SilangError as error:
        err.print(f"silang: {escape(str(error))}")
        sys.exit(NOTHING)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone (| head)
        sys.exit(141)
