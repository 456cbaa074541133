"""`silang show`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from silang.cli.app import app, err
from silang.cli.archived import AsJson, Where, clean, opened, print_json
from silang.cli.ending import NOTHING
from silang.errors import UnknownIdError

if TYPE_CHECKING:
    from silang.archive import Archive
    from silang.model import Crosscheck


@app.command()
def show(
    id: Annotated[str, typer.Argument(metavar="STORY|REPORT", help="As `silang stories` and `silang search` give it.")],
    archive: Where = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="DIR", help="Write the story's dossier into this folder.")
    ] = None,
    lang: Annotated[str, typer.Option(metavar="id|en", help="The language of the dossier.")] = "id",
    as_json: AsJson = False,
) -> None:
    """Print a story's dossier as Markdown, or a report with its versions; rulings are obeyed.

    With --json a story is its export (schema silang/1).
    """
    if lang not in ("id", "en"):
        raise typer.BadParameter(f"{lang!r} is not a language of the page; use id or en", param_hint="--lang")
    with opened(archive) as kept:
        try:
            crosscheck = kept.story(id)
        except UnknownIdError:
            if output is not None:
                raise
            _report(kept, id, as_json)
            return
    if output is not None:
        _write(crosscheck, output, lang)
    elif as_json:
        from silang.interchange import export

        print(json.dumps(export(crosscheck)))
    else:
        from silang.dossier import pages, render_markdown

        print(render_markdown(pages(crosscheck, lang=lang), lang=lang).encode("utf-8", "replace").decode(), end="")


def _write(crosscheck: Crosscheck, output: Path, lang: str) -> None:
    from silang.dossier import write

    try:
        written = write(crosscheck, output, lang=lang)
    except OSError as error:
        err.print(f"silang: cannot write to {escape(str(output))}: {escape(error.strerror or str(error))}")
        raise typer.Exit(NOTHING) from error
    err.print(f"{escape(str(written[0]))}")


def _report(archive: Archive, id: str, as_json: bool) -> None:
    try:
        line, report = archive.line(id), archive.report(id)
    except UnknownIdError as error:
        raise UnknownIdError(f"no story or report {id!r} in the archive; `silang stories` lists stories") from error
    if as_json:
        print_json(report)
        return
    print(f"{clean(report.headline)}\n")
    for name, value in (
        ("outlet", report.outlet.name if report.outlet else None),
        ("published", report.published),
        ("address", report.url),
        ("story", line.story),
    ):
        print(f"{name:<10}{clean(value)}")
    for version in archive.versions(id).items:
        mark = " (current)" if version.current else ""
        print(f"version {version.number} {version.id}, added {version.added}{mark}")
    print()
    for paragraph in report.text.splitlines():
        print(clean(paragraph) if paragraph.strip() else "")
