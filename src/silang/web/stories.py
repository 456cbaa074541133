"""The list of stories by number of independent origins, and the page of each: the dossier's own page model."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from silang.archive import Archive
from silang.comparison.entities import fold
from silang.dossier import claim_reviews, pages, render_markdown, web_annotations
from silang.dossier.html import drawn
from silang.dossier.page import Count, Page
from silang.interchange import dumps
from silang.web.asked import PAGE, Day, Id, Offset, iso
from silang.web.view import (
    LINKED,
    answer,
    archive_of,
    as_json,
    fill,
    html,
    language,
    path,
    query,
    room_of,
    show,
    story_mark,
)
from silang.web.wording import LANGUAGES

router = APIRouter()
_CHAIN = 60  # seconds that a kept page may not know of a new story of its chain
_FORMS = (
    ("Markdown", "dossier.md"),
    ("JSON", "dossier.json"),
    ("Web Annotations", "annotations.jsonld"),
    ("ClaimReview", "claimreview.jsonld"),
)


class _MovedError(Exception):
    """A story that goes by another id now."""


@router.get("/stories")
def stories(
    request: Request, day: Day = None, every: Annotated[bool, Query(alias="all")] = False, offset: Offset = 0
) -> Response:
    """The stories of one day (the newest, where none is asked for), or of all days."""
    archive = archive_of(request)
    days = [one for one, _ in archive.days()]
    chosen = None if every else iso(day) or (days[0] if days else None)
    return show(
        request,
        "stories.html.jinja",
        found=archive.stories(day=chosen, limit=PAGE, offset=offset),
        offset=offset,
        limit=PAGE,
        day=chosen,
        every=every,
        earlier=max((one for one in days if chosen and one < chosen), default=None),
        later=min((one for one in days if chosen and one > chosen), default=None),
        empty=not archive.reports(limit=1).total,
        count=Count,
        page_at=lambda at: "/stories" + query(day=None if every else chosen, all="true" if every else None, offset=at),
    )


@router.get("/stories/{id}/")
def story(request: Request, id: Id) -> Response:
    """The dossier of a story; an id that it had before it was joined to another leads to it."""
    archive, lang = archive_of(request), language(request)

    def made() -> bytes:
        found = archive.story(id)
        page = pages(found, lang=lang)[0]
        if page.id != id:
            raise _MovedError(page.id)
        here = path("stories", id)
        text = fill(
            request,
            "story.html.jinja",
            # The page is kept for all readers: nothing of one reader's request may stand in it.
            turn=f"?lang={next(one for one in LANGUAGES if one != lang)}",
            stories=None,
            forms=[(name, f"{here}/{file}") for name, file in _FORMS],
            report_at=lambda report: path("reports", report),
            outlet_at={one.id: path("outlets", one.outlet.id) for one in found.reading.reports if one.outlet}.get,
            person_at=_people(archive, page),
            rule=lambda claim: f"{here}/rulings?claim={quote(claim, safe='')}",
            episode_at=lambda story: path("stories", story) + "/",
            **drawn(page),
        )
        return text.encode("utf-8", "replace")

    try:
        shelf = room_of(request).shelf
        mark = story_mark(request, id)
        since = int(time.monotonic() / _CHAIN)
        return html(request, shelf.get(("story", id, mark, since, lang), made))
    except _MovedError as moved:
        return RedirectResponse(path("stories", str(moved)) + "/", status_code=308)


def _people(archive: Archive, page: Page) -> Callable[[str], str | None]:
    """The page of each person that is quoted on a story's page, by name; None for a body, and for one who has none."""
    keys = {person.name: fold(person.name) for person in page.people if not person.doubt}
    known = archive.known_people(keys.values())
    return {name: path("people", key) for name, key in keys.items() if key in known}.get


@router.get("/stories/{id}/dossier.md")
def markdown(request: Request, id: Id) -> Response:
    """The dossier as Markdown."""
    lang = language(request)
    text = render_markdown(pages(archive_of(request).story(id), lang=lang), lang=lang)
    return answer(request, text.encode("utf-8", "replace"), "text/markdown; charset=utf-8")


@router.get("/stories/{id}/dossier.json")
def export(request: Request, id: Id) -> Response:
    """The story as the JSON export."""
    return answer(request, dumps(archive_of(request).story(id)), "application/json")


@router.get("/stories/{id}/annotations.jsonld")
def evidence(request: Request, id: Id) -> Response:
    """Its evidence as W3C Web Annotations."""
    return as_json(request, web_annotations(archive_of(request).story(id)), media=LINKED)


@router.get("/stories/{id}/claimreview.jsonld")
def reviews(request: Request, id: Id) -> Response:
    """Its claims as skeletons of ClaimReview."""
    return as_json(request, claim_reviews(archive_of(request).story(id)), media=LINKED)
