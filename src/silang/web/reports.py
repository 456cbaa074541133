"""A report with its evidence, and a lasting address for every stretch of it."""

from __future__ import annotations

import pickle
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Path, Request
from starlette.responses import RedirectResponse, Response

from silang.archive import Archive, ReportLine
from silang.comparison.entities import fold
from silang.dossier import pages
from silang.dossier.page import Block, Link, Paper
from silang.errors import UnknownIdError
from silang.model import Crosscheck, Reading, Story
from silang.pipeline import compare
from silang.web.asked import Id, Named
from silang.web.view import archive_of, language, path, query, room_of, show, story_mark

router = APIRouter()
_NEAR = 40  # stories of the same day, offered to place the report in
_VERSIONS = 20  # of a report, the newest, that its page leads to
Code = Annotated[int, Path(ge=0, le=10**9)]


@router.get("/reports/{id}")
def report(request: Request, id: Id) -> Response:
    """One report, marked: statements, sources, times, credits, and what each stretch is evidence of."""
    archive = archive_of(request)
    line = archive.line(id)
    headline, papers = _papers(request, id, line.story)
    paper = _paper(papers, id)
    story = path("stories", line.story) + "/" if line.story else ""
    texts = archive.versions(id, limit=_VERSIONS)
    if texts.total > _VERSIONS:
        texts = archive.versions(id, limit=_VERSIONS, offset=texts.total - _VERSIONS)
    return show(
        request,
        "report.html.jinja",
        line=line,
        sheet=led(paper, story) if story else unled(paper),
        superseded=line.version < texts.total,
        others=[one for one in papers if one.id != id],
        story=headline if story else None,
        places=_places(archive, line, headline) if story else (),
        quotees=_quotees(archive, id),
        versions=texts.items,
    )


@router.get("/reports/{id}/{start}-{end}")
def stretch(request: Request, id: Id, start: Code, end: Code) -> Response:
    """A lasting address for a stretch of the report: leads to the mark that covers most of it."""
    _, papers = _papers(request, id, archive_of(request).line(id).story)
    paper = _paper(papers, id)
    return RedirectResponse(f"{path('reports', id)}#{nearest(paper, start, end)}", status_code=303)


@router.get("/reports/{id}/place")
def place(request: Request, id: Id, story: Named = None) -> Response:
    """To the rulings of the story that the report is to be placed in."""
    line = archive_of(request).line(id)
    target = story or line.story
    if target is None:
        raise UnknownIdError(f"{id!r} is in no story")
    return RedirectResponse(
        path("stories", target) + "/rulings" + query(report=line.id) + "#peristiwa", status_code=303
    )


def _places(archive: Archive, line: ReportLine, headline: str) -> list[tuple[str, str]]:
    """The stories that the report may belong to, its own first: id and headline."""
    near = archive.stories(day=line.day, limit=_NEAR).items if line.day else ()
    others = [(one.id, one.headline) for one in near if one.id != line.story]
    return [(line.story or "", headline), *others]


def _quotees(archive: Archive, id: str) -> list[tuple[str, str]]:
    """Whom the report quotes, in its order: the key of the person's page, and the name."""
    found = archive.extraction(id)
    people = {one.id: one.name for one in found.entities if one.label == "PER"}
    names = [people.get(s.source.entity or "") for s in found.statements if s.source]
    return list({fold(name): name for name in names if name}.items())


def nearest(paper: Paper, start: int, end: int) -> str:
    """The anchor in the paper that shares most with a stretch, the shortest of equals; the paper's own without one."""
    nodes = [
        node for row in (paper.heading, *(block.nodes for block in paper.blocks)) for one in row for node in one.walk()
    ]
    found = [
        (_shared(span, (start, end)), span[0] - span[1], node.id) for node in nodes if (span := _span(paper, node.id))
    ]
    best = max(found, default=(0, 0, None))
    return best[2] if best[0] > 0 and best[2] else paper.anchor


def _span(paper: Paper, anchor: str | None) -> tuple[int, int] | None:
    """The stretch that an anchor of a statement or of evidence names."""
    found = re.fullmatch(rf"{re.escape(paper.anchor)}-(\d+)-(\d+)", anchor or "")
    return (int(found[1]), int(found[2])) if found else None


def _shared(one: tuple[int, int], other: tuple[int, int]) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def _papers(request: Request, id: str, story: str | None) -> tuple[str, tuple[Paper, ...]]:
    """The headline of the report's story, and its reports as its page has them; the report alone where it is in none
    (not placed yet, or no longer current).

    They are kept until the story changes: who reads one report of a story reads the next.
    """
    archive, lang = archive_of(request), language(request)
    if story is None:
        found, extraction = archive.report(id), archive.extraction(id)
        alone = compare(Story("", found.headline or "", (id,)), [found], [extraction])
        page = pages(Crosscheck(Reading((found,)), (extraction,), extraction.entities, (alone,)), lang=lang)[0]
        return page.headline, page.papers

    def made() -> bytes:
        page = pages(archive.story(story), lang=lang)[0]
        return pickle.dumps((page.headline, page.papers))

    key = ("papers", story, story_mark(request, story), lang)
    kept: tuple[str, tuple[Paper, ...]] = pickle.loads(room_of(request).shelf.get(key, made))  # our own bytes
    return kept


def _paper(papers: Sequence[Paper], id: str) -> Paper:
    """The report among those of its story. Raises UnknownIdError where it was moved to another story meanwhile."""
    for paper in papers:
        if paper.id == id:
            return paper
    raise UnknownIdError(f"{id!r} is in another story now")


def led(paper: Paper, story: str) -> Paper:
    """The paper with its links back leading to the page of its story."""

    def out(links: tuple[Link, ...]) -> tuple[Link, ...]:
        return tuple(Link(link.text, f"{story}{link.href}") for link in links)

    blocks = tuple(replace(block, back=out(block.back)) for block in paper.blocks)
    return replace(paper, blocks=blocks, heading_back=out(paper.heading_back))


def unled(paper: Paper) -> Paper:
    """The paper without links back, where there is no story to lead to."""
    blocks: tuple[Block, ...] = tuple(replace(block, back=()) for block in paper.blocks)
    return replace(paper, blocks=blocks, heading_back=())
