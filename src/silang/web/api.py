"""The archive as JSON, under ``/api/v1``: lists in pages, ETags, `openapi.json` beside it. It only reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.responses import Response

from silang.comparison.entities import fold
from silang.dossier import claim_reviews, web_annotations
from silang.interchange import dumps
from silang.model import Crosscheck, Reading
from silang.web import outlets as outlet_pages
from silang.web import shapes
from silang.web.asked import Day, Id, Named, Slice, Sliced, Sought, Words, iso, sliced
from silang.web.view import LINKED, answer, archive_of, as_json

T = TypeVar("T")
_REFUSED: dict[int | str, dict[str, Any]] = {status: {"model": shapes.Problem} for status in (400, 404, 422, 503)}
router = APIRouter(prefix="/api/v1", tags=["archive"], responses={304: {"description": "Unchanged"}, **_REFUSED})


@router.get("/stories", response_model=shapes.Stories)
def stories(request: Request, part: Sliced, day: Day = None, outlet: Named = None) -> Response:
    """Stories by the number of their independent origins, then the newest."""
    found = archive_of(request).stories(day=iso(day), outlet=outlet, limit=part.limit, offset=part.offset)
    items = [shapes.story(line) for line in found.items]
    return _page(request, shapes.Stories(items=items, total=found.total), part)


@router.get("/stories/{id}")
def story(request: Request, id: Id) -> Response:
    """One story as the JSON export, schema `silang/1`."""
    return answer(request, dumps(archive_of(request).story(id)), "application/json")


@router.get("/stories/{id}/annotations")
def evidence(request: Request, id: Id) -> Response:
    """The evidence of a story as W3C Web Annotations."""
    return as_json(request, web_annotations(archive_of(request).story(id)), media=LINKED)


@router.get("/stories/{id}/claimreview")
def claim_review(request: Request, id: Id) -> Response:
    """The claims of a story as skeletons of ClaimReview, without a verdict."""
    return as_json(request, claim_reviews(archive_of(request).story(id)), media=LINKED)


@router.get("/reports", response_model=shapes.Reports)
def reports(request: Request, part: Sliced, outlet: Named = None, day: Day = None) -> Response:
    """Reports, newest first."""
    found = archive_of(request).reports(outlet=outlet, day=iso(day), limit=part.limit, offset=part.offset)
    items = [shapes.report(line) for line in found.items]
    return _page(request, shapes.Reports(items=items, total=found.total), part)


@router.get("/reports/{id}")
def report(request: Request, id: Id) -> Response:
    """One report with all that was found in it, as a JSON export of that report alone, without stories."""
    archive = archive_of(request)
    found = archive.extraction(id)
    alone = Crosscheck(Reading((archive.report(id),)), (found,), found.entities, ())
    return answer(request, dumps(alone), "application/json")


@router.get("/reports/{id}/versions", response_model=shapes.Versions)
def versions(request: Request, id: Id, part: Sliced) -> Response:
    """The texts of the report's address, oldest first."""
    archive = archive_of(request)
    archive.line(id)
    found = archive.versions(id, limit=part.limit, offset=part.offset)
    items = [shapes.version(one) for one in found.items]
    return _page(request, shapes.Versions(items=items, total=found.total), part)


@router.get("/search", response_model=shapes.Hits)
def search(request: Request, asked: Sought, part: Sliced) -> Response:
    """Reports by words in any form, narrowed by facets; without words, all that the rest lets through."""
    return _page(request, shapes.hits(archive_of(request).search(sliced(asked, part))), part)


@router.get("/people", response_model=shapes.People)
def people(request: Request, part: Sliced, q: Words = "") -> Response:
    """People by number of statements; `q`: those of whose name a word starts so."""
    found = archive_of(request).people(fold(q), limit=part.limit, offset=part.offset)
    items = [shapes.person(line) for line in found.items]
    return _page(request, shapes.People(items=items, total=found.total), part)


@router.get("/people/{key:path}", response_model=shapes.Said)
def said(request: Request, key: Id, part: Sliced) -> Response:
    """What a person says, newest report first; pages count reports."""
    archive = archive_of(request)
    archive.person(key)
    found = archive.said(key, limit=part.limit, offset=part.offset)
    items = [shapes.utterance(one) for one in found.items]
    return _page(request, shapes.Said(items=items, total=found.total), part)


@router.get("/outlets", response_model=shapes.Outlets)
def outlets(request: Request, part: Sliced) -> Response:
    """Outlets, by number of reports."""
    found = archive_of(request).outlets()
    items = [shapes.outlet(one, reports=n) for one, n in _cut(found, part)]
    return _page(request, shapes.Outlets(items=items, total=len(found)), part)


@router.get("/outlets/{id:path}", response_model=shapes.OutletPage)
def outlet(request: Request, id: Id) -> Response:
    """An outlet: whom it credits, and with whom it shares text."""
    archive = archive_of(request)
    here, reports = archive.outlet(id)
    crosschecks = [archive.story(one) for one in archive.shared(id, limit=outlet_pages.STORIES)]
    page = shapes.OutletPage(
        outlet=shapes.outlet(here, reports=reports),
        credits=[shapes.CreditShape(name=name, kind=kind, reports=n) for name, kind, n in archive.credits(id)],
        echoes=[
            shapes.EchoShape(outlet=shapes.outlet(one.outlet), stories=len(one.stories))
            for one in outlet_pages.echoes(crosschecks, id)
        ],
        stories=len(crosschecks),
    )
    return as_json(request, page.model_dump(mode="json"))


@router.get("/rulings", response_model=shapes.Rulings)
def rulings(request: Request, part: Sliced, story: Named = None) -> Response:
    """Rulings, or those on one story, newest first; those taken back too."""
    found = archive_of(request).rulings(story)
    items = [shapes.ruling(one) for one in _cut(found, part)]
    return _page(request, shapes.Rulings(items=items, total=len(found)), part)


def _cut(row: Sequence[T], part: Slice) -> Sequence[T]:
    return row[part.offset : part.offset + part.limit]


def _page(request: Request, shape: shapes.Page, part: Slice) -> Response:
    """One page of a list, with the addresses of those around it in the body and as links (RFC 8288)."""
    ways = _ways(request, shape.total, part)
    response = as_json(request, shape.model_copy(update={"next": ways.get("next")}).model_dump(mode="json"))
    if ways:
        response.headers["link"] = ", ".join(f'<{address}>; rel="{name}"' for name, address in ways.items())
    return response


def _ways(request: Request, total: int, part: Slice) -> dict[str, str]:
    """The addresses of the pages before and after, where there are such."""
    at = {}
    if part.offset:
        at["prev"] = max(part.offset - part.limit, 0)
    if part.offset + part.limit < total:
        at["next"] = part.offset + part.limit
    # The path as it is to be asked for: decoded, it might hold what a header may not.
    path = quote(request.url.path)
    return {
        name: f"{path}?{request.url.include_query_params(offset=offset, limit=part.limit).query}"
        for name, offset in at.items()
    }
