"""Who is quoted, and what each said: where, when, in whose words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from fastapi import APIRouter, Request
from starlette.responses import Response

from silang.archive import ReportLine, Utterance
from silang.comparison.entities import fold
from silang.web.asked import PAGE, Id, Offset, Words
from silang.web.view import archive_of, path, query, show

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Occasion:
    """What somebody says in one report, like words once."""

    report: ReportLine
    said: tuple[Utterance, ...]


@router.get("/people")
def people(request: Request, q: Words = "", offset: Offset = 0) -> Response:
    """People by number of statements; `q`: those of whose name a word starts so."""
    return show(
        request,
        "people.html.jinja",
        found=archive_of(request).people(fold(q), limit=PAGE, offset=offset),
        words=q,
        offset=offset,
        limit=PAGE,
        page_at=lambda at: "/people" + query(q=q, offset=at),
    )


@router.get("/people/{key:path}")
def person(request: Request, key: Id, offset: Offset = 0) -> Response:
    """What the person of that key said, newest report first."""
    archive = archive_of(request)
    who = archive.person(key)
    found = archive.said(key, limit=PAGE, offset=offset)
    return show(
        request,
        "person.html.jinja",
        who=who,
        found=found,
        occasions=occasions(found.items),
        offset=offset,
        limit=PAGE,
        page_at=lambda at: path("people", key) + query(offset=at),
        named="/search" + query(person=key, order="newest"),
    )


def occasions(said: Sequence[Utterance]) -> list[Occasion]:
    """Utterances by report, in their order; words that a report prints again are shown where it does so first."""
    return [Occasion(report, _once(row)) for report, row in groupby(said, key=lambda utterance: utterance.report)]


def _once(said: Iterable[Utterance]) -> tuple[Utterance, ...]:
    first: dict[str, Utterance] = {}
    for one in said:
        first.setdefault(" ".join(one.words.split()), one)
    return tuple(first.values())
