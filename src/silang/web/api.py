"""The archive as JSON, under ``/api/v1``: lists in pages, ETags, `openapi.json` beside it. It only reads."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from pydantic import BaseModel
from starlette.responses import Response

from silang.archive import Query
from silang.comparison.entities import fold
from silang.dossier import claim_reviews, web_annotations
from silang.errors import UnknownIdError
from silang.interchange import dumps
from silang.model import Crosscheck, Reading
from silang.web import outlets as outlet_pages
from silang.web import shapes
from silang.web.asked import PAGE, Day, Id, Limit, Named, Offset, Order, Words, iso
from silang.web.people import line_of
from silang.web.view import LINKED, answer, archive_of, as_json

_REFUSED: dict[int | str, dict[str, Any]] = {status: {"model": shapes.Problem} for status in (400, 404, 422, 503)}
router = APIRouter(prefix="/api/v1", tags=["archive"], responses={304: {"description": "Unchanged"}, **_REFUSED})


@router.get("/stories", response_model=shapes.Stories)
def stories(
    request: Request, day: Day = None, outlet: Named = None, limit: Limit = PAGE, offset: Offset = 0
) -> Response:
    """Stories by the number of their independent origins, then the newest."""
    found = archive_of(request).stories(day=iso(day), outlet=outlet, limit=limit, offset=offset)
    items = [shapes.story(line) for line in found.items]
    return _json(
        request, shapes.Stories(items=items, total=found.total, next=_next(request, found.total, limit, offset))
    )


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
def reports(
    request: Request, outlet: Named = None, day: Day = None, limit: Limit = PAGE, offset: Offset = 0
) -> Response:
    """Reports, newest first."""
    found = archive_of(request).reports(outlet=outlet, day=iso(day), limit=limit, offset=offset)
    items = [shapes.report(line) for line in found.items]
    return _json(
        request, shapes.Reports(items=items, total=found.total, next=_next(request, found.total, limit, offset))
    )


@router.get("/reports/{id}")
def report(request: Request, id: Id) -> Response:
    """One report with all that was found in it, as a JSON export of that report alone, without stories."""
    archive = archive_of(request)
    found = archive.extraction(id)
    alone = Crosscheck(Reading((archive.report(id),)), (found,), found.entities, ())
    return answer(request, dumps(alone), "application/json")


@router.get("/reports/{id}/versions", response_model=shapes.Versions)
def versions(request: Request, id: Id) -> Response:
    """All texts of the report's address, oldest first."""
    archive = archive_of(request)
    archive.line(id)
    items = [shapes.version(one) for one in archive.versions(id)]
    return _json(request, shapes.Versions(items=items, total=len(items)))


@router.get("/search", response_model=shapes.Hits)
def search(
    request: Request,
    q: Words = "",
    outlet: Named = None,
    person: Named = None,
    place: Named = None,
    story: Named = None,
    since: Day = None,
    until: Day = None,
    order: Order = "relevance",
    limit: Limit = PAGE,
    offset: Offset = 0,
) -> Response:
    """Reports by words in any form, narrowed by facets; without words, all that the rest lets through."""
    asked = Query(q, outlet, person, place, story, iso(since), iso(until), order, limit, offset)
    found = archive_of(request).search(asked)
    return _json(request, shapes.hits(found, _next(request, found.total, limit, offset)))


@router.get("/people", response_model=shapes.People)
def people(request: Request, q: Words = "", limit: Limit = PAGE, offset: Offset = 0) -> Response:
    """People by number of statements; `q`: those of whose name a word starts so."""
    found = archive_of(request).people(fold(q), limit=limit, offset=offset)
    items = [shapes.person(line) for line in found.items]
    return _json(
        request, shapes.People(items=items, total=found.total, next=_next(request, found.total, limit, offset))
    )


@router.get("/people/{key:path}", response_model=shapes.Said)
def said(request: Request, key: Id, limit: Limit = PAGE, offset: Offset = 0) -> Response:
    """What a person says, newest report first; pages count reports."""
    archive = archive_of(request)
    line_of(archive, key)
    found = archive.said(key, limit=limit, offset=offset)
    items = [shapes.utterance(one) for one in found.items]
    return _json(request, shapes.Said(items=items, total=found.total, next=_next(request, found.total, limit, offset)))


@router.get("/outlets", response_model=shapes.Outlets)
def outlets(request: Request) -> Response:
    """All outlets, by number of reports."""
    found = archive_of(request).outlets()
    items = [shapes.OutletShape(id=one.id, name=one.name, group=one.group, reports=n) for one, n in found]
    return _json(request, shapes.Outlets(items=items, total=len(items)))


@router.get("/outlets/{id:path}", response_model=shapes.OutletPage)
def outlet(request: Request, id: Id) -> Response:
    """An outlet: whom it credits, and with whom it shares text."""
    archive = archive_of(request)
    here = next(((one, n) for one, n in archive.outlets() if one.id == id), None)
    if here is None:
        raise UnknownIdError(f"no outlet {id!r} in the archive")
    crosschecks = [archive.story(one) for one in outlet_pages.newest(archive, id)]
    echoes = outlet_pages.echoes(crosschecks, id)
    page = shapes.OutletPage(
        outlet=shapes.OutletShape(id=id, name=here[0].name, group=here[0].group, reports=here[1]),
        credits=[shapes.CreditShape(name=name, kind=kind, reports=n) for name, kind, n in archive.credits(id)],
        echoes=[
            shapes.EchoShape(
                outlet=shapes.OutletShape(id=e.outlet.id, name=e.outlet.name, group=e.outlet.group), stories=e.stories
            )
            for e in echoes
        ],
        stories=len(crosschecks),
    )
    return _json(request, page)


@router.get("/rulings", response_model=shapes.Rulings)
def rulings(request: Request, story: Named = None) -> Response:
    """All rulings, or those on one story, newest first; those taken back too."""
    items = [shapes.ruling(one) for one in archive_of(request).rulings(story)]
    return _json(request, shapes.Rulings(items=items, total=len(items)))


def _json(request: Request, shape: BaseModel) -> Response:
    return as_json(request, shape.model_dump(mode="json"))


def _next(request: Request, total: int, limit: int, offset: int) -> str | None:
    """The address of the next page, None on the last."""
    if offset + limit >= total:
        return None
    url = request.url.include_query_params(offset=offset + limit, limit=limit)
    return f"{url.path}?{url.query}"
