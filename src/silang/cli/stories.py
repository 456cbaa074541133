"""`silang stories`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from silang.cli.app import app, err
from silang.cli.archived import AsJson, Limit, Offset, Where, clean, iso_day, opened, print_json
from silang.cli.ending import count

if TYPE_CHECKING:
    from silang.archive import StoryLine


@app.command()
def stories(
    archive: Where = None,
    day: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", callback=iso_day, help="Only stories with a report of that day.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(metavar="ID", help="Only stories that this outlet reports.")] = None,
    limit: Limit = 20,
    offset: Offset = 0,
    as_json: AsJson = False,
) -> None:
    """List the stories of the archive: on most independent origins first, then the newest."""
    with opened(archive) as kept:
        found = kept.stories(day=day, outlet=outlet, limit=limit, offset=offset)
    if as_json:
        print_json(found)
        return
    for story in found.items:
        print(f"{story.id:<16}  {_days(story):<24}  {_counts(story)}")
        print(f"    {clean(story.headline)}")
        if about := "; ".join(", ".join(names) for names in (story.who, story.where) if names):
            print(f"    {clean(about)}")
    shown = len(found.items)
    if not shown:
        err.print("No story." if day or outlet or offset else "No story yet: `silang add PATH` adds reports.")
    elif shown < found.total:
        err.print(f"{offset + 1} to {offset + shown} of {found.total}; --offset {offset + shown} shows more.")


def _days(story: StoryLine) -> str:
    if story.first is None:
        return "no date found"
    return story.first if story.first == story.last else f"{story.first} to {story.last}"


def _counts(story: StoryLine) -> str:
    told = f"{count(story.reports, 'report')}, {count(story.outlets, 'outlet')}"
    bounds = story.independent
    if bounds is None:
        return told if story.reports == 1 else f"{told}, not compared yet"
    most = count(bounds.at_most, "origin")
    return f"{told}, {most if bounds.at_least == bounds.at_most else f'{bounds.at_least} to {most}'}"
