"""`silang search`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from silang.cli.app import app, err
from silang.cli.archived import AsJson, Limit, Offset, Where, clean, iso_day, opened, print_json

if TYPE_CHECKING:
    from silang.archive import Hit

_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


@app.command()
def search(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORD]...", help='Words in any form; "a phrase"; -- -without.')
    ] = None,
    archive: Where = None,
    outlet: Annotated[str | None, typer.Option(metavar="ID", help="Only this outlet.")] = None,
    person: Annotated[str | None, typer.Option(metavar="NAME", help="Only reports that name this person.")] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME", help="Only reports that name this place.")] = None,
    origin: Annotated[str | None, typer.Option(metavar="NAME", help="Only reports that credit this origin.")] = None,
    story: Annotated[str | None, typer.Option(metavar="ID", help="Only this story.")] = None,
    since: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", callback=iso_day, help="Published on this day or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", callback=iso_day, help="Published on this day or earlier.")
    ] = None,
    newest: Annotated[bool, typer.Option("--newest", help="The newest first, not the best.")] = False,
    facets: Annotated[
        bool, typer.Option("--facets", help="Count outlets, people, places, days, origins and stories too.")
    ] = False,
    limit: Limit = 20,
    offset: Offset = 0,
    as_json: AsJson = False,
) -> None:
    """Find reports by their words in any form: menembakkan finds tembakan."""
    from silang.comparison.entities import fold

    with opened(archive) as kept:
        from silang.archive import Query

        query = Query(
            " ".join(words or ()),
            outlet=outlet,
            person=fold(person) if person else None,
            place=fold(place) if place else None,
            origin=fold(origin) if origin else None,
            story=story,
            since=since,
            until=until,
            order="newest" if newest else "relevance",
            limit=limit,
            offset=offset,
        )
        found = kept.search(query, facets=facets)
    if as_json:
        print_json(found)
        return
    for hit in found.items:
        print(_told(hit))
    for name, values in found.facets.items():
        print(f"{name}: {', '.join(f'{clean(value.name)} {value.reports}' for value in values) or '–'}")
    shown = len(found.items)
    if not shown:
        err.print("Nothing found.")
    elif shown < found.total:
        err.print(f"{offset + 1} to {offset + shown} of {found.total}; --offset {offset + shown} shows more.")


def _told(hit: Hit) -> str:
    report, bold = hit.report, sys.stdout.isatty()
    words = "".join(f"{_BOLD}{_piece(part)}{_PLAIN}" if mark and bold else _piece(part) for part, mark in hit.pieces())
    place = f"{clean(report.outlet.name if report.outlet else None)}, {report.published or 'no date found'}"
    return f"{report.id}  {place}  story {report.story or '–'}\n    {clean(report.headline)}\n    {words.strip()}"


def _piece(part: str) -> str:
    """A piece of an excerpt; a blank at its ends, which holds it apart from its neighbour, stays."""
    if not part.strip():
        return " " if part else ""
    return f"{' ' if part[0].isspace() else ''}{clean(part)}{' ' if part[-1].isspace() else ''}"
