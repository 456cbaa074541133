"""The command line: parse, call, print. Exit status 0: all was read; 3: something was skipped; 1: nothing was read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from silang.errors import SilangError
from silang.model import Crosscheck, Reading
from silang.pipeline import Watch, crosscheck
from silang.version import VERSION

SKIPPED = 3
NOTHING = 1

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
_err = Console(stderr=True, highlight=False, soft_wrap=True)

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Folders or files (.txt, .html, .jsonl, .json, .csv); - is standard input."),
]


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


@app.command()
def export(paths: Paths) -> None:
    """Write the JSON export (schema silang/1) to standard output."""
    from silang.interchange import dumps

    result = _checked(paths)
    sys.stdout.buffer.write(dumps(result))
    sys.stdout.buffer.flush()
    _leave(result.reading)


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
) -> None:
    """Write the dossier: DIR/index.html, DIR/dossier.md and DIR/dossier.json."""
    if lang not in ("id", "en"):
        raise typer.BadParameter(f"{lang!r} is not a language of the page; use id or en", param_hint="--lang")
    if output.exists() and not output.is_dir():
        raise typer.BadParameter(f"{output} is a file; name a folder", param_hint="--output")
    from silang.dossier import write
    from silang.interchange import dumps

    result = _checked(paths)
    try:
        output.mkdir(parents=True, exist_ok=True)
        written = write(result, output, lang=lang, quotes_only=quotes_only)
        if not quotes_only:
            (output / "dossier.json").write_bytes(dumps(result))
    except OSError as error:
        _err.print(f"silang: cannot write to {escape(str(output))}: {escape(error.strerror or str(error))}")
        raise typer.Exit(NOTHING) from error
    reports, stories = len(result.reading.reports), len(result.stories)
    _err.print(f"{_count(reports, 'report')} in {_count(stories, 'story', 'stories')}: {escape(str(written[0]))}")
    _leave(result.reading)


@app.command()
def explain(
    id: Annotated[str, typer.Argument(help="A claim (c12), origin (o1), conflict (k2), story, or REPORT/s3.")],
    paths: Paths,
) -> None:
    """Print why a claim, tie, conflict or statement was made: features, weights, spans.

    The same paths give the same ids, so take ID from an export or dossier of the same PATHs.
    """
    from silang.reasons import explain as explained

    print(explained(_checked(paths), id))


@app.command()
def schema() -> None:
    """Print the JSON Schema of the export."""
    import json

    from silang.interchange import schema as published

    print(json.dumps(published(), indent=1))


def _checked(paths: list[str]) -> Crosscheck:
    """Reads and compares `paths` under a progress bar, and tells what was skipped; exits where nothing was read."""
    from silang.reading import read

    with _bars() as watch:
        reading = read(paths, stdin=sys.stdin.buffer, progress=lambda path: watch("reading", path))
        result = crosscheck(reading, watch=watch) if reading.reports else None
    for skip in reading.skipped:
        at = f":{skip.line}" if skip.line is not None else ""
        _err.print(f"silang: {escape(skip.path)}{at}: {escape(skip.reason)}")
    if result is None:
        _err.print(
            "silang: no report was read. Give a folder or files with reports (.txt, .html, .jsonl, .json, .csv)."
        )
        raise typer.Exit(NOTHING)
    return result


@contextmanager
def _bars() -> Iterator[Watch]:
    """A progress bar per stage on a terminal; silence elsewhere."""
    if not _err.is_terminal:
        yield lambda stage, item, total=None: None
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=_err, transient=True) as progress:
        tasks: dict[str, object] = {}

        def watch(stage: str, item: str, total: int | None = None) -> None:
            if stage not in tasks:
                tasks[stage] = progress.add_task(stage, total=total)
            progress.advance(tasks[stage])  # type: ignore[arg-type]

        yield watch


def _leave(reading: Reading) -> None:
    if reading.skipped:
        skipped, kept = len(reading.skipped), len(reading.reports)
        _err.print(f"silang: {_count(kept, 'report')} read, {skipped} skipped; see the lines above.")
        raise typer.Exit(SKIPPED)


def _count(n: int, one: str, many: str | None = None) -> str:
    return f"{n} {one if n == 1 else many or one + 's'}"


def main() -> None:
    """The console script; an error that Silang raises on purpose ends in one line and status 1."""
    try:
        app()
    except SilangError as error:
        _err.print(f"silang: {escape(str(error))}")
        sys.exit(NOTHING)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone (| head)
        sys.exit(141)


if __name__ == "__main__":
    main()
