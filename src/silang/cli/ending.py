"""How a command ends: its exit status, and what it says of things passed over."""

from __future__ import annotations

import typer

from silang.cli.app import err
from silang.model import Reading

SKIPPED = 3
NOTHING = 1


def leave(reading: Reading) -> None:
    skipped, kept = sum(not skip.note for skip in reading.skipped), len(reading.reports)
    if skipped:
        err.print(f"silang: {count(kept, 'report')} read, {skipped} skipped; see the lines above.")
        raise typer.Exit(SKIPPED)


def count(n: int, one: str, many: str | None = None) -> str:
    return f"{n} {one if n == 1 else many or one + 's'}"
