"""`silang dossier`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from silang.cli.app import app, err
from silang.cli.checked import Fields, Jobs, Paths, checked
from silang.cli.ending import NOTHING, SummaryFile, count, leave


@app.command()
def dossier(
    paths: Paths,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to write into.")],
    lang: Annotated[str, typer.Option(metavar="id|en", help="The language of the page.")] = "id",
    quotes_only: Annotated[
        bool,
        typer.Option(
            "--quotes-only", help="For sharing: leave the reports' full texts out, and write no dossier.json."
        ),
    ] = False,
    jobs: Jobs = None,
    fields: Fields = None,
    summary: SummaryFile = None,
) -> None:
    """Write the dossier: DIR/index.html, dossier.md, dossier.json, annotations.jsonld and claimreview.jsonld."""
    if lang not in ("id", "en"):
        raise typer.BadParameter(f"{lang!r} is not a language of the page; use id or en", param_hint="--lang")
    if output.exists() and not output.is_dir():
        raise typer.BadParameter(f"{output} is a file; name a folder", param_hint="--output")
    from silang.dossier import write
    from silang.interchange import dumps

    result = checked(paths, jobs, fields=fields, summary=summary)
    try:
        output.mkdir(parents=True, exist_ok=True)
        written = write(result, output, lang=lang, quotes_only=quotes_only)
        if not quotes_only:
            (output / "dossier.json").write_bytes(dumps(result))
    except OSError as error:
        err.print(f"silang: cannot write to {escape(str(output))}: {escape(error.strerror or str(error))}")
        raise typer.Exit(NOTHING) from error
    reports, stories = len(result.reading.reports), len(result.stories)
    err.print(f"{count(reports, 'report')} in {count(stories, 'story', 'stories')}: {escape(str(written[0]))}")
    leave(result.reading)
