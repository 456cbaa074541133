"""Progress: a bar per stage on a terminal, silence elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from silang.cli.app import err
from silang.pipeline import Watch


@contextmanager
def bars() -> Iterator[Watch]:
    """A progress bar per stage on a terminal; silence elsewhere."""
    if not err.is_terminal:
        yield lambda stage, item, total=None: None
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=err, transient=True) as progress:
        tasks: dict[str, object] = {}

        def watch(stage: str, item: str, total: int | None = None) -> None:
            if stage not in tasks:
                tasks[stage] = progress.add_task(stage, total=total)
            progress.advance(tasks[stage])  # type: ignore[arg-type]

        yield watch
