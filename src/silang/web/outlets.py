"""An outlet: whom it credits, with whom it shares text, what it has alone."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from silang.comparison.entities import fold
from silang.dossier.feet import standing
from silang.dossier.page import Quote
from silang.dossier.rows import only
from silang.dossier.scene import Scene
from silang.model import Crosscheck, Outlet, Story
from silang.web.asked import PAGE, Id, Offset
from silang.web.pairs import leads
from silang.web.view import archive_of, fill, html, language, path, query, room_of, show
from silang.web.wording import Wording, wording

router = APIRouter()
STORIES = 8  # of an outlet's newest, in which its echoes and what it has alone are sought


@dataclass(frozen=True, slots=True)
class Echo:
    """Another outlet whose reports share text with this one's, and in which stories."""

    outlet: Outlet
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class Alone:
    """What the outlet alone has in one story."""

    story: str
    headline: str
    quotes: tuple[Quote, ...]


@router.get("/outlets")
def outlets(request: Request) -> Response:
    """All outlets, by number of reports."""
    return show(request, "outlets.html.jinja", outlets=archive_of(request).outlets())


@router.get("/outlets/{id:path}")
def outlet(request: Request, id: Id, offset: Offset = 0) -> Response:
    """One outlet; what is worked out from its newest stories is kept until the archive changes."""
    archive, lang = archive_of(request), language(request)
    here, _ = archive.outlet(id)

    def made() -> bytes:
        crosschecks = [archive.story(story) for story in archive.shared(id, limit=STORIES)]
        text = fill(
            request,
            "outlet.html.jinja",
            turn=query(offset=offset, lang="en" if lang == "id" else "id"),
            outlet=here,
            credits=[(name, kind, n, _crediting(id, name)) for name, kind, n in archive.credits(id)],
            echoes=echoes(crosschecks, id),
            alone=alone(crosschecks, id, wording(lang)),
            stories=len(crosschecks),
            found=archive.reports(outlet=id, limit=PAGE, offset=offset),
            offset=offset,
            limit=PAGE,
            page_at=lambda at: path("outlets", id) + query(offset=at),
        )
        return text.encode("utf-8", "replace")

    return html(request, room_of(request).shelf.get(("outlet", id, offset, archive.mark(), lang), made))


def _crediting(id: str, name: str) -> str:
    """The address of the outlet's reports that credit somebody."""
    return "/search" + query(outlet=id, origin=fold(name), order="newest")


def echoes(crosschecks: list[Crosscheck], id: str) -> list[Echo]:
    """The outlets that are tied to this one by an origin of text, most stories first."""
    found: dict[Outlet, list[Story]] = {}
    for crosscheck in crosschecks:
        by_report = {report.id: report.outlet for report in crosscheck.reading.reports}
        tied: set[Outlet] = set()
        for origin in crosscheck.stories[0].origins:
            here = [outlet for report in origin.reports if (outlet := by_report.get(report))]
            if any(outlet.id == id for outlet in here):
                tied |= {outlet for outlet in here if outlet.id != id}
        for outlet in tied:
            found.setdefault(outlet, []).append(crosscheck.stories[0].story)
    made = [Echo(outlet, tuple(stories)) for outlet, stories in found.items()]
    return sorted(made, key=lambda echo: (-len(echo.stories), echo.outlet.id))


def alone(crosschecks: list[Crosscheck], id: str, say: Wording) -> list[Alone]:
    """What no other report of its story has, by story."""
    made = []
    for crosscheck in crosschecks:
        story = crosscheck.stories[0]
        scene = Scene(crosscheck, story, say, quotes_only=False)
        codes = {scene.codes[r.id] for r in scene.reports if r.outlet and r.outlet.id == id}
        quotes = tuple(
            quote
            for one in only(scene, standing(scene))
            for quote in one.quotes
            if any(leads(ref, code) for _, ref in quote.refs for code in codes)
        )
        if quotes:
            made.append(Alone(story.story.id, story.story.headline, quotes))
    return made
