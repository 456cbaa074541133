"""Editors' rulings by form: on two statements, on two reports, on a report and its story; each can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import quote, unquote

from fastapi import APIRouter, Path, Request
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from silang.archive import Archive, Found, ReportLine, Ruling
from silang.dossier import pages
from silang.errors import RulingError, UnknownIdError
from silang.model import Crosscheck, Evidence
from silang.web.asked import PAGE, Id, Named, Offset
from silang.web.uploads import FormError, form_of
from silang.web.view import allowed, archive_of, language, path, problem, query, with_forms
from silang.web.wording import wording

router = APIRouter()
WHO = "silang_who"
_LONG = 500
_YEAR = 365 * 24 * 3600
Kind = Literal["claim", "origin", "story"]
_KINDS: tuple[Kind, ...] = ("claim", "origin", "story")


@dataclass(frozen=True, slots=True)
class Side:
    """What is ruled on: its name in the archive, or the address where it is shown, and what a reader knows it by."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruling, and where each of its sides is shown."""

    ruling: Ruling
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A statement to choose: its name in the archive, the code of its report, its words, where they are shown."""

    value: str
    code: str
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Group:
    """Statements of one claim, to choose from."""

    claim: str
    label: str
    sides: tuple[Choice, ...]


@router.get("/rulings")
def rulings(request: Request, offset: Offset = 0) -> Response:
    """All rulings, newest first."""
    found = archive_of(request).rulings()
    return with_forms(
        request,
        "rulings.html.jinja",
        rulings=shown(archive_of(request), found[offset : offset + PAGE]),
        found=Found((), len(found)),
        offset=offset,
        limit=PAGE,
        page_at=lambda at: "/rulings" + query(offset=at),
        who=_who(request),
    )


@router.get("/stories/{id}/rulings")
def of_story(request: Request, id: Id, claim: Named = None, report: Named = None, made: Named = None) -> Response:
    """The rulings on one story, and the forms for another; `claim` and `report` are what a reader came from."""
    return _forms(request, id, claim=claim, report=report, made=made)


@router.post("/stories/{id}/rulings")
async def ruled(request: Request, id: Id) -> Response:
    """Rules, and leads back to the story's rulings."""
    form = await form_of(request)
    if not allowed(request, form.fields):
        return problem(request, 403, "problem.token")
    kind, verdict, left, right, who, note = _asked(form.fields)
    archive = archive_of(request)
    try:
        made = await run_in_threadpool(archive.rule, kind, verdict, (left, right), who=who, note=note)
    except (RulingError, UnknownIdError) as error:
        key = f"ruling.refused_{error.key}" if isinstance(error, RulingError) else "problem.unknown"
        return await run_in_threadpool(_forms, request, id, refused=wording(language(request))(key))
    return _led(
        path("stories", id) + "/rulings" + query(made=made.number), who, BackgroundTask(_compare_again, archive, made)
    )


@router.post("/rulings/{number}/undo")
async def undone(request: Request, number: Annotated[int, Path(ge=1, le=10**9)]) -> Response:
    """Takes a ruling back by a new one."""
    form = await form_of(request)
    if not allowed(request, form.fields):
        return problem(request, 403, "problem.token")
    who = _text(form.fields, "who")
    archive = archive_of(request)
    try:
        made = await run_in_threadpool(archive.undo, number, who=who)
    except RulingError as error:
        return problem(request, 409, f"ruling.refused_{error.key}")
    return _led("/rulings", who, BackgroundTask(_compare_again, archive, made))


def _forms(
    request: Request,
    id: str,
    *,
    claim: str | None = None,
    report: str | None = None,
    made: str | None = None,
    refused: str | None = None,
) -> Response:
    archive, say = archive_of(request), wording(language(request))
    result = archive.story(id)
    page = pages(result, lang=say.lang, quotes_only=True)[0]
    reports = [Side(p.id, f"{p.code} · {p.outlet}: {p.headline}") for p in page.papers]
    codes = {p.id: p.code for p in page.papers}
    placed = [*([_line(archive.line(report))] if report and report not in codes else []), *reports]
    names = {row.id: (row.number, f"{say('claim.claim', n=row.number)}: {row.headline}") for row in page.rows}
    groups = sorted(_groups(result, codes, names), key=lambda group: (group.claim != claim, names[group.claim][0]))
    return with_forms(
        request,
        "ruling.html.jinja",
        status=400 if refused else 200,
        page=page,
        story=result.stories[0].story.id,
        groups=groups,
        asked=next((group for group in groups if group.claim == claim), None),
        reports=reports,
        placed=placed,
        report=report,
        rulings=shown(archive, archive.rulings(id, limit=PAGE)),
        made=made if made and made.isdigit() else None,
        refused=refused,
        who=_who(request),
    )


def _groups(result: Crosscheck, codes: dict[str, str], names: dict[str, tuple[int, str]]) -> list[Group]:
    made = []
    for claim in result.stories[0].claims:
        if claim.id in names:
            sides = tuple(_choice(result, codes, evidence) for evidence in claim.statements)
            made.append(Group(claim.id, names[claim.id][1], sides))
    return made


def _choice(result: Crosscheck, codes: dict[str, str], evidence: Evidence) -> Choice:
    words = " ".join(evidence.of(result.report(evidence.report).text).split())
    span = f"{evidence.start}-{evidence.end}"
    address = f"{path('reports', evidence.report)}/{span}"
    return Choice(f"{evidence.report}:{span}", codes[evidence.report], words, address)


def _line(line: ReportLine) -> Side:
    """A report of another story, which may belong here."""
    return Side(line.id, f"{line.outlet.name if line.outlet else line.id}: {line.headline or line.id}")


def _asked(fields: dict[str, str]) -> tuple[Kind, bool, str, str, str, str]:
    kind = next((kind for kind in _KINDS if kind == fields.get("kind")), None)
    verdict = {"yes": True, "no": False}.get(fields.get("verdict", ""))
    if kind is None or verdict is None:
        raise FormError("no kind, or no verdict")
    left, right = _text(fields, "left"), _text(fields, "right")
    return kind, verdict, left, right, _text(fields, "who"), _text(fields, "note", needed=False)


def _text(fields: dict[str, str], name: str, *, needed: bool = True) -> str:
    text = " ".join("".join(c if c.isprintable() else " " for c in fields.get(name, "")).split())
    if (needed and not text) or len(text) > _LONG:
        raise FormError(f"no {name}, or one of more than {_LONG} characters")
    return text


def _who(request: Request) -> str:
    """Who ruled here before."""
    return unquote(request.cookies.get(WHO, ""))[:_LONG]


def _led(where: str, who: str, after: BackgroundTask) -> Response:
    response = RedirectResponse(where, status_code=303, background=after)
    response.set_cookie(WHO, quote(who), max_age=_YEAR, httponly=True, samesite="strict")
    return response


def shown(archive: Archive, rulings: Sequence[Ruling]) -> list[Ruled]:
    """Rulings with their sides in words that a reader knows them by."""
    return [Ruled(one, tuple(_side_of(archive, one, side) for side in (one.left, one.right))) for one in rulings]


def _side_of(archive: Archive, ruling: Ruling, side: str) -> Side:
    if ruling.kind == "story" and side == ruling.right:
        return Side(path("stories", side) + "/", archive.story(side).stories[0].story.headline or side)
    report, colon, span = side.rpartition(":")
    line = archive.line(report if colon else side)
    outlet = f"{line.outlet.name}: " if line.outlet else ""
    if not colon:
        return Side(path("reports", side), outlet + (line.headline or side))
    start, _, end = span.partition("-")
    words = " ".join(archive.report(report).text[int(start) : int(end)].split())
    return Side(f"{path('reports', report)}/{span}", outlet + words)


def _compare_again(archive: Archive, ruling: Ruling) -> None:
    """Compares the stories that a ruling touched, so that they keep their place in the list."""
    for side in (ruling.left, ruling.right):
        report, colon, _ = side.rpartition(":")
        story = (
            side if ruling.kind == "story" and side == ruling.right else archive.line(report if colon else side).story
        )
        if story is not None:
            archive.story(story)
