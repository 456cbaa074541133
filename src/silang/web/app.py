"""The application: every page and the API, behind the guard."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from silang.errors import ArchiveError, SilangError, UnknownIdError
from silang.version import VERSION
from silang.web import api, checking, outlets, pairs, people, reports, ruling, searching, stories
from silang.web.guard import HEADERS, Guard
from silang.web.head import Head
from silang.web.shelf import Shelf
from silang.web.tray import Tray
from silang.web.uploads import FormError
from silang.web.view import Room, problem, statics

if TYPE_CHECKING:
    from silang.archive import Archive

_LOG = logging.getLogger("silang.web")
_KEYS = {404: "problem.not_found", 405: "problem.method", 413: "problem.large"}
_TROUBLE = {"busy", "full", "read_only", "damaged", "unreachable"}
_YEAR = 365 * 24 * 3600


def room(archive: Archive | None = None) -> FastAPI:
    """The reading room over `archive`; without one, only the desk is open."""
    app = FastAPI(
        title="Silang",
        version=VERSION,
        summary="Indonesian news, cross-checked: claims, conflicts, and how many independent origins each has.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,  # their pages load scripts from elsewhere
        redoc_url=None,
    )
    app.state.room = Room(archive, Tray(), Shelf())
    app.include_router(checking.router, include_in_schema=False)
    if archive is not None:
        for part in (stories, reports, pairs, searching, people, outlets, ruling):
            app.include_router(part.router, include_in_schema=False)
        app.include_router(api.router)
    app.add_api_route("/static/{name}", _static, include_in_schema=False)
    app.add_api_route("/", _home, include_in_schema=False)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _input)
    app.add_exception_handler(FormError, _input)
    app.add_exception_handler(UnknownIdError, _unknown)
    app.add_exception_handler(SilangError, _silang)
    app.add_exception_handler(Exception, _broken)
    app.add_middleware(Head)
    app.add_middleware(Guard)
    return app


def _home(request: Request) -> Response:
    open_archive = request.app.state.room.archive is not None
    return RedirectResponse("/stories" if open_archive else "/desk", status_code=307)


def _static(name: str) -> Response:
    if name not in statics():
        raise HTTPException(404)
    body, kind = statics()[name]
    return Response(body, media_type=kind, headers={"cache-control": f"public, max-age={_YEAR}, immutable"})


def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    response = problem(request, status, _KEYS.get(status, "problem.input"))
    response.headers.update(getattr(error, "headers", None) or {})
    return response


def _input(request: Request, error: Exception) -> Response:
    return problem(request, 422 if isinstance(error, RequestValidationError) else 400, "problem.input")


def _unknown(request: Request, error: Exception) -> Response:
    return problem(request, 404, "problem.unknown")


def _silang(request: Request, error: Exception) -> Response:
    """What the archive says is for who serves the room: it is in English, and names files."""
    _LOG.error("%s %s: %s", request.method, request.url.path, error)
    key = error.key if isinstance(error, ArchiveError) and error.key in _TROUBLE else "other"
    return problem(request, 503, f"problem.archive_{key}")


def _broken(request: Request, error: Exception) -> Response:
    """The server logs the error itself; this answer goes out past the guard, so that it adds the headers."""
    response = problem(request, 500, "problem.broken")
    response.headers.update({name.decode(): value.decode() for name, value in HEADERS})
    return response
