"""From values to a response: a template filled in the reader's language, with an ETag, or a problem in plain words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import Response

from silang.dossier.html import environment as of_dossier
from silang.dossier.html import style
from silang.version import VERSION
from silang.web.tokens import COOKIE, Tokens, new_session, session_of
from silang.web.wording import LANGUAGES, wording

if TYPE_CHECKING:
    from jinja2 import Environment

    from silang.archive import Archive
    from silang.web.shelf import Shelf
    from silang.web.tray import Tray

LANG_COOKIE = "silang_lang"
LATER = "private, no-cache"  # kept by the browser, asked for again with its ETag
NEVER = "no-store"
LINKED = "application/ld+json"
_YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Room:
    """What all pages share: the archive (None: only the desk is open), tokens, kept pages, results of the desk."""

    archive: Archive | None
    tray: Tray
    shelf: Shelf
    tokens: Tokens = field(default_factory=Tokens)


def room_of(request: Request) -> Room:
    """The room that a request came into."""
    room: Room = request.app.state.room
    return room


def story_mark(request: Request, id: str) -> bytes:
    """What a page of the story is made of, sought once until the archive changes. Raises UnknownIdError."""
    archive = archive_of(request)
    return room_of(request).shelf.get(("mark", id, archive.mark()), lambda: archive.story_mark(id).encode())


def archive_of(request: Request) -> Archive:
    """The archive of the room; only pages that need none are open without one."""
    archive = room_of(request).archive
    assert archive is not None
    return archive


def language(request: Request) -> str:
    """The language asked for now (`?lang=`), or once before (a cookie), or Indonesian."""
    asked = request.query_params.get("lang"), request.cookies.get(LANG_COOKIE)
    return next((lang for lang in asked if lang in LANGUAGES), LANGUAGES[0])


def show(request: Request, template: str, *, status: int = 200, keep: str = LATER, **values: Any) -> Response:
    """The page that `template` makes of `values`."""
    return html(request, fill(request, template, **values).encode("utf-8", "replace"), status=status, keep=keep)


def fill(request: Request, template: str, **values: Any) -> str:
    """The text of a page; a page with forms must be given their `token`, and never be kept for another session."""
    lang = language(request)
    other = next(one for one in LANGUAGES if one != lang)
    turn = urlencode([*((k, v) for k, v in request.query_params.multi_items() if k != "lang"), ("lang", other)])
    common = {
        "lang": lang,
        "say": wording(lang),
        "version": VERSION,
        "layout": "room.html.jinja",
        "styles": _addresses(".css"),
        "icon": _addresses(".svg")[0],
        "archive": room_of(request).archive is not None,
        "here": request.url.path,
        "turn": f"?{turn}",
        "other": other,
        **dict.fromkeys(("rule", "report_at", "outlet_at", "person_at")),  # what the dossier's templates ask for
        "data": (),
        "q": "",
    }
    return _environment().get_template(template).render(common | values)


def html(request: Request, body: bytes, *, status: int = 200, keep: str = LATER) -> Response:
    """A page that is made already."""
    response = answer(request, body, "text/html; charset=utf-8", status=status, keep=keep)
    if (asked := request.query_params.get("lang")) in LANGUAGES:
        response.set_cookie(LANG_COOKIE, asked, max_age=_YEAR, httponly=True, samesite="lax")
    return response


def answer(request: Request, body: bytes, media: str, *, status: int = 200, keep: str = LATER) -> Response:
    """`body`, or 304 where the reader holds the same bytes already (RFC 9110, If-None-Match)."""
    headers = {"cache-control": keep}
    if media.startswith("text/"):  # in the reader's language, which a cookie names
        headers["vary"] = "Cookie"
    if keep != NEVER:
        headers["etag"] = f'"{sha256(body).hexdigest()[:32]}"'
        held = [tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")]
        if status == 200 and (headers["etag"] in held or held == ["*"]):
            return Response(status_code=304, headers=headers)
    return Response(body, status_code=status, media_type=media, headers=headers)


def as_json(request: Request, value: Any, *, media: str = "application/json", keep: str = LATER) -> Response:
    """`value` as JSON in UTF-8; the same value gives the same bytes."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
    return answer(request, body, media, keep=keep)


def problem(request: Request, status: int, key: str, **values: Any) -> Response:
    """What went wrong, in the reader's language; nothing of the request is repeated."""
    text = wording(language(request))(key, **values)
    if request.url.path.startswith("/api/"):
        body = json.dumps({"status": status, "detail": wording("en")(key, **values)}).encode()
        return answer(request, body, "application/problem+json", status=status, keep=NEVER)
    return show(request, "problem.html.jinja", status=status, keep=NEVER, text=text)


def session(request: Request) -> str:
    """The reader's session, a new one where the request names none."""
    return session_of(request.cookies.get(COOKIE)) or new_session()


def with_forms(request: Request, template: str, *, status: int = 200, **values: Any) -> Response:
    """A page with forms: their token in it, the session it belongs to as a cookie, and kept by nobody."""
    mine = session(request)
    token = room_of(request).tokens.of(mine)
    response = show(request, template, status=status, keep=NEVER, token=token, **values)
    response.set_cookie(COOKIE, mine, httponly=True, samesite="strict")
    return response


def allowed(request: Request, form: Mapping[str, Any]) -> bool:
    """Whether a form carries the token of the session that sends it."""
    return room_of(request).tokens.holds(session_of(request.cookies.get(COOKIE)), str(form.get("token", "")))


def path(*parts: str) -> str:
    """An address of this room; each part stands as one, whatever it holds."""
    return "/" + "/".join(quote(part, safe="") for part in parts)


def query(**values: object) -> str:
    """The part of an address after its path; empty values are left out."""
    given = urlencode({name: value for name, value in values.items() if value not in (None, "", 0)})
    return f"?{given}" if given else ""


@cache
def statics() -> dict[str, tuple[bytes, str]]:
    """What never changes under its name, which tells its content: bytes and kind."""
    css = "text/css; charset=utf-8"
    made = (
        ("dossier", "css", style(), css),
        ("room", "css", _own("room.css"), css),
        ("icon", "svg", _own("icon.svg"), "image/svg+xml"),
    )
    return {f"{n}-{sha256(text.encode()).hexdigest()[:12]}.{end}": (text.encode(), kind) for n, end, text, kind in made}


def _own(name: str) -> str:
    return files("silang.web").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _addresses(end: str) -> tuple[str, ...]:
    """Addresses of what never changes and ends so."""
    return tuple(f"/static/{name}" for name in statics() if name.endswith(end))


@cache
def _environment() -> Environment:
    from jinja2 import ChoiceLoader, PackageLoader

    base = of_dossier()
    loader = ChoiceLoader([PackageLoader("silang.web"), base.loader] if base.loader else [PackageLoader("silang.web")])
    made = base.overlay(loader=loader)
    made.globals = {**base.globals, "path": path, "query": query}
    return made
