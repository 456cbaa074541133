"""What a request may ask for: the shape and bounds of every parameter, said once for pages and API."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Literal

from fastapi import Depends, Path
from fastapi import Query as InQuery
from pydantic import BeforeValidator, StringConstraints

from silang.archive import Query

PAGE = 30
_LONG = 300
_PLAIN = r"^[^\x00-\x1f\x7f]*$"


def _given(value: object) -> object:
    """An empty field of a form asks for nothing."""
    return None if value == "" else value


Id = Annotated[str, Path(max_length=_LONG, pattern=_PLAIN, description="As the archive names it.")]
Words = Annotated[str, InQuery(max_length=_LONG, pattern=_PLAIN)]
_Short = Annotated[str, StringConstraints(max_length=_LONG, pattern=_PLAIN)]
Named = Annotated[_Short | None, BeforeValidator(_given), InQuery()]
Day = Annotated[date | None, BeforeValidator(_given), InQuery(description="An ISO day, 2025-03-06.")]
Offset = Annotated[int, InQuery(ge=0, le=1_000_000, description="How many to pass over.")]
Limit = Annotated[int, InQuery(ge=1, le=100, description="How many at most.")]
Order = Annotated[Literal["relevance", "newest"], InQuery()]


@dataclass(frozen=True, slots=True)
class Slice:
    """Which part of a list is asked for."""

    limit: int = PAGE
    offset: int = 0


def _slice(limit: Limit = PAGE, offset: Offset = 0) -> Slice:
    return Slice(limit, offset)


def _sought(
    *,
    q: Words = "",
    outlet: Named = None,
    person: Named = None,
    place: Named = None,
    origin: Named = None,
    story: Named = None,
    since: Day = None,
    until: Day = None,
    order: Order = "relevance",
) -> Query:
    return Query(
        q, outlet=outlet, person=person, place=place, origin=origin, story=story,
        since=iso(since), until=iso(until), order=order,
    )  # fmt: skip


Sliced = Annotated[Slice, Depends(_slice)]
Sought = Annotated[Query, Depends(_sought)]


def sliced(asked: Query, part: Slice) -> Query:
    """The search with the part of its results that is asked for."""
    return replace(asked, limit=part.limit, offset=part.offset)


def iso(day: date | None) -> str | None:
    """The day as the archive writes it."""
    return day.isoformat() if day else None
