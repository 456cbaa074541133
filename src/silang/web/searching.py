"""Search with facets: words in any form, narrowed by outlet, person, place, day and story."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from silang.archive import Found, Hit, Query
from silang.archive.nouns import Facet, FacetName
from silang.web.asked import PAGE, Day, Named, Offset, Order, Words, iso
from silang.web.view import archive_of, query, show

router = APIRouter()
FACETS: tuple[FacetName, ...] = ("outlet", "person", "place", "day", "story")


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to narrow the results down, or, where `on`, to widen them again."""

    name: str
    reports: int | None
    address: str
    on: bool


@router.get("/search")
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
    offset: Offset = 0,
) -> Response:
    """The form, and what it finds once anything is asked for."""
    chosen = {"outlet": outlet, "person": person, "place": place, "story": story}
    asked = {"q": q, **chosen, "since": iso(since), "until": iso(until)}
    values = {"order": order if order != "relevance" else None, **asked}
    found: Found[Hit] | None = None
    if any(asked.values()):
        given = Query(q, since=iso(since), until=iso(until), order=order, limit=PAGE, offset=offset, **chosen)
        found = archive_of(request).search(given)
    return show(
        request,
        "search.html.jinja",
        q=q,
        chosen=values,
        found=found,
        facets=_facets(values, found) if found else {},
        offset=offset,
        limit=PAGE,
        page_at=lambda at: "/search" + query(**values, offset=at),
        orders=[(name, "/search" + query(**{**values, "order": name})) for name in ("relevance", "newest")],
        order=order,
    )


def _facets(values: dict[str, str | None], found: Found[Hit]) -> dict[str, list[Choice]]:
    """Each facet with its choices; what is chosen already stands first, and can be taken off."""
    made: dict[str, list[Choice]] = {}
    for name in FACETS:
        row = found.facets.get(name, ())
        choices = [_off(values, name, row)] if _on(values, name) else [_to(values, name, one) for one in row]
        if choices:
            made[name] = choices
    return made


def _on(values: dict[str, str | None], name: str) -> bool:
    if name == "day":
        return values["since"] is not None and values["since"] == values["until"]
    return values[name] is not None


def _off(values: dict[str, str | None], name: str, row: tuple[Facet, ...]) -> Choice:
    value = values["since" if name == "day" else name] or ""
    gone = {"since": None, "until": None} if name == "day" else {name: None}
    known = next((one.name for one in row if one.value == value), value)
    return Choice(known, None, "/search" + query(**{**values, **gone}), True)


def _to(values: dict[str, str | None], name: str, one: Facet) -> Choice:
    more = {"since": one.value, "until": one.value} if name == "day" else {name: one.value}
    return Choice(one.name, one.reports, "/search" + query(**{**values, **more}), False)
