"""Search with facets: words in any form, narrowed by outlet, origin, person, place, day and story."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from silang.archive import Archive, Facet, Found, Hit, Query
from silang.archive.nouns import FacetName
from silang.web.asked import PAGE, Offset, Slice, Sought, sliced
from silang.web.view import archive_of, language, query, show
from silang.web.wording import Wording, wording

router = APIRouter()
FACETS: tuple[FacetName, ...] = ("outlet", "origin", "person", "place", "day", "story")
_NAMED: tuple[FacetName, ...] = ("outlet", "origin", "person", "place", "story")  # those asked for by one value


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to narrow the results down: what to show, how many reports it leaves, where it leads."""

    name: str
    reports: int
    address: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What narrows the results down already, and where they are without it."""

    kind: str
    name: str
    address: str


@router.get("/search")
def search(request: Request, asked: Sought, offset: Offset = 0) -> Response:
    """The form, and what it finds once anything is asked for."""
    archive, values = archive_of(request), _values(asked)
    given = any(value for name, value in values.items() if name != "order")
    found = archive.search(sliced(asked, Slice(PAGE, offset))) if given else None
    return show(
        request,
        "search.html.jinja",
        q=asked.words,
        values=values,
        found=found,
        chosen=_chosen(archive, values, found, wording(language(request))) if found else [],
        facets=_facets(values, found) if found else {},
        offset=offset,
        limit=PAGE,
        page_at=lambda at: "/search" + query(**values, offset=at),
        orders=[(name, "/search" + query(**{**values, "order": name})) for name in ("relevance", "newest")],
        order=asked.order,
    )


def _values(asked: Query) -> dict[str, str | None]:
    """The search as the fields of its address; None where a field asks for nothing."""
    named: dict[str, str | None] = {name: getattr(asked, name) for name in _NAMED}
    order = asked.order if asked.order != "relevance" else None
    return {"q": asked.words or None, **named, "since": asked.since, "until": asked.until, "order": order}


def _facets(values: dict[str, str | None], found: Found[Hit]) -> dict[str, list[Choice]]:
    """Each facet that is still open, with its choices."""
    one_day = values["since"] is not None and values["since"] == values["until"]
    made: dict[str, list[Choice]] = {}
    for name in FACETS:
        if one_day if name == "day" else values[name] is not None:
            continue
        if choices := [_to(values, name, one) for one in found.facets.get(name, ())]:
            made[name] = choices
    return made


def _to(values: dict[str, str | None], name: FacetName, one: Facet) -> Choice:
    more: dict[str, str] = {"since": one.value, "until": one.value} if name == "day" else {name: one.value}
    return Choice(one.name, one.reports, "/search" + query(**{**values, **more}))


def _chosen(archive: Archive, values: dict[str, str | None], found: Found[Hit], say: Wording) -> list[Chosen]:
    """What was chosen, by the names that a reader knows it by."""
    made = [
        Chosen(name, _called(archive, name, value, found), "/search" + query(**{**values, name: None}))
        for name in _NAMED
        if (value := values[name])
    ]
    since, until = values["since"], values["until"]
    if since and since == until:
        return [*made, Chosen("day", say.day(since), "/search" + query(**{**values, "since": None, "until": None}))]
    days = [("since", since), ("until", until)]
    return made + [Chosen(n, say.day(d), "/search" + query(**{**values, n: None})) for n, d in days if d]


def _called(archive: Archive, name: FacetName, value: str, found: Found[Hit]) -> str:
    """The name of a value that was chosen; where nothing was found no facet has it, and it stands for itself."""
    names = {one.value: one.name for one in found.facets.get(name, ())}
    if value not in names and name == "outlet":
        names = {one.id: one.name for one, _ in archive.outlets()}
    return names.get(value, value)
