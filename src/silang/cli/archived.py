"""The archive that a command works on, and how its lines are printed."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from silang.cli.app import err
from silang.cli.ending import NOTHING

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from silang.archive import Archive

Where = Annotated[
    str | None,
    typer.Option(
        "--archive", metavar="FILE|URL", help="The archive; else $SILANG_ARCHIVE, else one in your data folder."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
MOST = 2**31 - 1  # what both stores take as a number
Limit = Annotated[int, typer.Option(min=1, max=MOST, help="Show so many.")]
Offset = Annotated[int, typer.Option(min=0, max=MOST, help="Pass over so many first.")]

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def iso_day(given: str | None) -> str | None:
    """A day as the archive writes it; exits where `given` is no ISO day."""
    try:
        return given and date.fromisoformat(given).isoformat()
    except ValueError as error:
        raise typer.BadParameter(f"{given!r} is no day; write YYYY-MM-DD") from error


def opened(where: str | None, *, create: bool = False) -> Archive:
    """The archive at `where`; exits where what it needs is not installed."""
    try:
        from silang.archive import Archive
    except ModuleNotFoundError as error:
        err.print("silang: the archive needs the extra `archive`: pip install 'silang[archive]'", markup=False)
        raise typer.Exit(NOTHING) from error
    return Archive.open(where, create=create)


def print_json(noun: DataclassInstance | tuple[DataclassInstance, ...]) -> None:
    """One noun of the archive, or a tuple of them, as one line of JSON."""
    told = [asdict(one) for one in noun] if isinstance(noun, tuple) else asdict(noun)
    print(json.dumps(told), flush=True)


def clean(text: str | None) -> str:
    """Words of a report on one line of a terminal, without what would steer it; a dash for what was not found."""
    words = " ".join(_CONTROL.sub(" ", text or "").split())
    return words.encode("utf-8", "replace").decode() or "–"
