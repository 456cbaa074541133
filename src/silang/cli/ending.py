"""How a command ends: its exit status, what it says of things passed over, and its summary as a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from silang.cli.app import err
from silang.model import Reading, Skipped

if TYPE_CHECKING:
    from silang.reading.counts import Counts

SKIPPED = 3
NOTHING = 1

SummaryFile = Annotated[
    Path | None,
    typer.Option("--summary", metavar="FILE", help="Write what was read and skipped, by kind, with rates, as JSON."),
]


def tell(skip: Skipped) -> None:
    """Names one thing passed over: file, line, reason."""
    at = f":{skip.line}" if skip.line is not None else ""
    times = f" ({skip.count:,} times)" if skip.count > 1 else ""
    err.print(f"silang: {escape(skip.path)}{at}: {escape(skip.reason)}{times}")


def leave(reading: Reading) -> None:
    """Says how much was skipped, of which kinds; exits with `SKIPPED` where anything was, pictures of a web archive and
    such not counted."""
    from silang.reading.counts import Counts

    leave_with(Counts.of(reading))


def leave_with(counts: Counts) -> None:
    """The same of counts alone."""
    from silang.reading.counts import WORDS

    kinds = [(kind, number) for kind, number in counts.skipped() if kind != "no_page"]
    if no_page := dict(counts.skipped()).get("no_page"):
        records = "1 record of web archives holds" if no_page == 1 else f"{no_page:,} records of web archives hold"
        err.print(f"silang: {records} no page.")
    if kinds:
        skipped = sum(number for _, number in kinds)
        parts = ", ".join(f"{number:,} {WORDS[kind]}" for kind, number in kinds)
        err.print(f"silang: {count(counts.reports, 'report')} read, {skipped} skipped ({parts}); see the lines above.")
        raise typer.Exit(SKIPPED)


def summarize(counts: Counts, seconds: float, path: Path | None) -> None:
    """Writes the summary where one is asked for; exits with `NOTHING` where it cannot be written."""
    if path is None:
        return
    try:
        path.write_text(json.dumps(counts.fields(seconds), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        err.print(f"silang: cannot write to {escape(str(path))}: {escape(error.strerror or str(error))}")
        raise typer.Exit(NOTHING) from error


def count(n: int, one: str, many: str | None = None) -> str:
    return f"{n} {one if n == 1 else many or one + 's'}"
