"""A report with its evidence, and a lasting address for every stretch of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Path, Request
from starlette.responses import RedirectResponse, Response

from silang.dossier import pages
from silang.dossier.page import Block, Link, Page, Paper
from silang.model import Crosscheck, Reading, Story
from silang.pipeline import compare
from silang.web.asked import Id
from silang.web.view import archive_of, language, path, show

router = APIRouter()
Code = Annotated[int, Path(ge=0, le=10**9)]


@router.get("/reports/{id}")
def report(request: Request, id: Id) -> Response:
    """One report, marked: statements, sources, times, credits, and what each stretch is evidence of."""
    archive = archive_of(request)
    line = archive.line(id)
    page = _page(request, id, line.story)
    paper = next(one for one in page.papers if one.id == id)
    story = path("stories", line.story) + "/" if line.story else ""
    return show(
        request,
        "report.html.jinja",
        line=line,
        sheet=led(paper, story) if story else unled(paper),
        line_current=line.story is not None,
        others=[one for one in page.papers if one.id != id],
        story=page.headline if story else None,
        versions=archive.versions(id),
    )


@router.get("/reports/{id}/{start}-{end}")
def stretch(request: Request, id: Id, start: Code, end: Code) -> Response:
    """Where a stretch of the report is shown: the mark at exactly that place, else the paragraph's report."""
    archive = archive_of(request)
    page = _page(request, id, archive.line(id).story)
    paper = next(one for one in page.papers if one.id == id)
    wanted = f"{paper.anchor}-{start}-{end}"
    held = any(node.id == wanted for block in paper.blocks for node in block.nodes for node in node.walk())
    held = held or any(inner.id == wanted for node in paper.heading for inner in node.walk())
    return RedirectResponse(f"{path('reports', id)}#{wanted if held else paper.anchor}", status_code=303)


def _page(request: Request, id: str, story: str | None) -> Page:
    """The page of the report's story; one of its own for a version that is no longer current."""
    archive, lang = archive_of(request), language(request)
    if story is not None:
        return pages(archive.story(story), lang=lang)[0]
    found, extraction = archive.report(id), archive.extraction(id)
    alone = compare(Story("", found.headline or "", (id,)), [found], [extraction])
    return pages(Crosscheck(Reading((found,)), (extraction,), extraction.entities, (alone,)), lang=lang)[0]


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
