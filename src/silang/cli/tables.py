"""`silang tables`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape

from silang.cli.app import app, err
from silang.cli.checked import Jobs, checked
from silang.cli.ending import NOTHING, count, leave
from silang.errors import ExportError
from silang.model import Reading


@app.command()
def tables(
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to write into.")],
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH...]", help="Folders or files, as for silang export; - is standard input."),
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="csv|parquet", help="CSV, or Parquet by pyarrow.")] = "csv",
    made: Annotated[
        Path | None, typer.Option("--from", metavar="EXPORT.json", help="An export to lay flat, in place of PATHs.")
    ] = None,
    jobs: Jobs = None,
) -> None:
    """Write tables: reports, statements, claims, conflicts, origins and what else was found, a file each."""
    if form not in ("csv", "parquet"):
        raise typer.BadParameter(f"{form!r} is not a format of tables; use csv or parquet", param_hint="--format")
    if output.exists() and not output.is_dir():
        raise typer.BadParameter(f"{output} is a file; name a folder", param_hint="--output")
    if bool(paths) == (made is not None):
        raise typer.BadParameter("give PATHs or --from EXPORT.json, one of the two")
    from silang.dossier.tables import write_tables

    document, reading = _given(paths, made, jobs)
    try:
        rows = write_tables(document, output, form=form)
    except OSError as error:
        err.print(f"silang: cannot write to {escape(str(output))}: {escape(error.strerror or str(error))}")
        raise typer.Exit(NOTHING) from error
    except ExportError as error:
        raise ExportError(f"{made}: {error}" if made else str(error)) from error
    err.print(f"{count(len(rows), 'table')}, {count(sum(rows.values()), 'row')}: {escape(str(output))}")
    if reading:
        leave(reading)


def _given(paths: list[str] | None, made: Path | None, jobs: int | None) -> tuple[dict[str, Any], Reading | None]:
    """The export of what was read from `paths`, with what was skipped; or the export that lies at `made`."""
    from silang.interchange import export, loads

    if made is None:
        result = checked(paths or [], jobs)
        return export(result), result.reading
    try:
        return loads(made.read_bytes()), None
    except OSError as error:
        err.print(f"silang: cannot read {escape(str(made))}: {escape(error.strerror or str(error))}")
        raise typer.Exit(NOTHING) from error
    except ExportError as error:
        raise ExportError(f"{made}: {error}") from error
