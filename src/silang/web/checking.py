"""The desk's pages: paste or drop, read the dossier, forget it."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from silang.dossier import Page, pages, render_markdown
from silang.dossier.build import skipped
from silang.dossier.html import drawn
from silang.interchange import dumps
from silang.model import Crosscheck
from silang.web.desk import MAX_FILES, RefusedError, check
from silang.web.guard import MAX_BODY
from silang.web.tray import MINUTES
from silang.web.uploads import form_of
from silang.web.view import NEVER, allowed, answer, language, path, problem, room_of, with_forms
from silang.web.wording import wording

router = APIRouter()
_BOUNDS = {"minutes": MINUTES, "files": MAX_FILES, "megabytes": MAX_BODY // 2**20}


@router.get("/desk")
def desk(request: Request) -> Response:
    """The empty form."""
    return with_forms(request, "desk.html.jinja", **_BOUNDS)


@router.post("/desk")
async def made(request: Request) -> Response:
    """The dossier of what was given, on the tray under a key of its own."""
    form = await form_of(request)
    if not allowed(request, form.fields):
        return problem(request, 403, "problem.token")
    try:
        result = await run_in_threadpool(check, form.fields.get("text", ""), form.files)
    except RefusedError as error:
        text = wording(language(request))(error.key, **error.values)
        status = 503 if error.key in ("desk.busy", "desk.slow") else 400
        return with_forms(request, "desk.html.jinja", status=status, refused=text, **_BOUNDS)
    if not result.reading.reports:
        left_out = skipped(wording(language(request)), result.reading.skipped)
        text = wording(language(request))("desk.nothing_read")
        return with_forms(request, "desk.html.jinja", status=400, refused=text, skipped=left_out, **_BOUNDS)
    return RedirectResponse(path("desk", room_of(request).tray.lay(result)) + "/", status_code=303)


@router.get("/desk/{key}/")
def result(request: Request, key: str) -> Response:
    """The dossier of one story, or the list of several."""
    found = _taken(request, key)
    made = pages(found, lang=language(request))
    if len(made) == 1:
        return _shown(request, key, "story.html.jinja", stories=None, episode_at=None, **drawn(made[0]))
    left_out = skipped(wording(language(request)), found.reading.skipped)
    return _shown(request, key, "index.html.jinja", pages=made, skipped=left_out, address=_address)


@router.get("/desk/{key}/dossier.md")
def markdown(request: Request, key: str) -> Response:
    """The same as Markdown."""
    found, lang = _taken(request, key), language(request)
    left_out = skipped(wording(lang), found.reading.skipped)
    text = render_markdown(pages(found, lang=lang), lang=lang, skipped=left_out)
    return answer(request, text.encode("utf-8", "replace"), "text/markdown; charset=utf-8", keep=NEVER)


@router.get("/desk/{key}/dossier.json")
def export(request: Request, key: str) -> Response:
    """The same as the JSON export."""
    return answer(request, dumps(_taken(request, key)), "application/json", keep=NEVER)


@router.get("/desk/{key}/{story}/")
def story(request: Request, key: str, story: str) -> Response:
    """One story of several."""
    here = path("desk", key) + "/"
    for page in pages(_taken(request, key), lang=language(request)):
        if page.id == story:
            shown = {"stories": here, "episode_at": lambda id: path("desk", key, id) + "/", **drawn(page)}
            return _shown(request, key, "story.html.jinja", **shown)
    raise HTTPException(404)


@router.post("/desk/{key}/forget")
async def forget(request: Request, key: str) -> Response:
    """Drops a result now."""
    form = await form_of(request)
    if not allowed(request, form.fields):
        return problem(request, 403, "problem.token")
    room_of(request).tray.drop(key)
    return RedirectResponse("/desk", status_code=303)


def _taken(request: Request, key: str) -> Crosscheck:
    found = room_of(request).tray.take(key)
    if found is None:
        raise HTTPException(404)
    return found


def _shown(request: Request, key: str, template: str, **values: Any) -> Response:
    here = path("desk", key)
    forms = (("Markdown", f"{here}/dossier.md"), ("JSON", f"{here}/dossier.json"))
    return with_forms(request, template, forms=forms, forget=f"{here}/forget", **values)


def _address(page: Page) -> str:
    """From the list of stories to one of them."""
    return quote(page.id, safe="") + "/"
