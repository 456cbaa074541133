"""Two reports side by side: what both carry, where they conflict, what each has alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from silang.comparison import tie_entities
from silang.dossier import pages
from silang.dossier.page import Bracket, Clash, Page, Paper, Quote, Ref, Row
from silang.model import Crosscheck, Reading, Story
from silang.pipeline import compare
from silang.web.asked import Named
from silang.web.reports import unled
from silang.web.view import archive_of, language, path, show

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Aligned:
    """A claim in the words of each of the two."""

    row: Row
    left: tuple[Quote, ...]
    right: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Opposed:
    """A conflict in the words of each of the two."""

    clash: Clash
    left: tuple[Quote, ...]
    right: tuple[Quote, ...]


@router.get("/compare")
def pair(request: Request, left: Named = None, right: Named = None) -> Response:
    """The two reports of those ids; without both of them, how to choose."""
    if not left or not right or left == right:
        return show(request, "choose.html.jinja")
    archive = archive_of(request)
    lines = archive.line(left), archive.line(right)
    page = _page(request, left, right)
    papers = {paper.id: paper for paper in page.papers}
    one, other = papers[left], papers[right]
    return show(
        request,
        "pair.html.jinja",
        lines=lines,
        page=page,
        papers=(unled(one), unled(other)),
        aligned=_aligned(page, one, other),
        opposed=[Opposed(c, _of(one, _both(c)), _of(other, _both(c))) for c in page.clashes],
        alone=(_alone(page, one), _alone(page, other)),
        tied=len(page.branches) == 1,
        report_at=lambda report: path("reports", report),
    )


def _page(request: Request, left: str, right: str) -> Page:
    """The dossier of just those two, whatever stories they are of."""
    archive = archive_of(request)
    reports = archive.report(left), archive.report(right)
    story = Story("", "", (left, right))
    tied = tie_entities([story], [archive.extraction(left), archive.extraction(right)])
    compared = compare(story, reports, tied.extractions)
    return pages(Crosscheck(Reading(reports), tied.extractions, tied.entities, (compared,)), lang=language(request))[0]


def _aligned(page: Page, left: Paper, right: Paper) -> list[Aligned]:
    found = [Aligned(row, _of(left, row.brackets), _of(right, row.brackets)) for row in page.rows]
    return [one for one in found if one.left and one.right]


def _both(clash: Clash) -> tuple[Bracket, ...]:
    return (*clash.left.brackets, *clash.right.brackets)


def _alone(page: Page, paper: Paper) -> tuple[Quote, ...]:
    return tuple(quote for only in page.only for quote in _within(paper, only.quotes))


def _of(paper: Paper, brackets: Iterable[Bracket]) -> tuple[Quote, ...]:
    return _within(paper, (quote for bracket in brackets for quote in bracket.quotes))


def _within(paper: Paper, quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Those that stand in that report."""
    return tuple(quote for quote in quotes if any(leads(ref, paper.anchor) for _, ref in quote.refs))


def leads(ref: Ref, code: str) -> bool:
    """Whether a place is in the report of that code."""
    return ref.href == f"#{code}" or ref.href.startswith(f"#{code}-")
