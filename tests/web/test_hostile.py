"""The room as somebody meets it who means harm: forged requests, odd forms, reports full of markup."""

from __future__ import annotations

import asyncio
import html
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin, urlsplit

import pytest

from silang.archive import Archive
from silang.reading import read_text
from silang.reading.records import Given
from silang.web import api, checking, outlets, pairs, people, reports, room, ruling, searching, stories
from silang.web.guard import MAX_QUERY, Guard
from tests.web.shelves import examples
from tests.web.visitors import HOST, token, visitor

if TYPE_CHECKING:
    from starlette.testclient import TestClient

MARK = '<b id="x">&lt;script&gt;</b><script>alert(1)</script><img src=x onerror=alert(1)>'
HREF = re.compile(r'(?:href|action|src)="([^"]*)"')
TAG = re.compile(r"<[a-zA-Z][^>]*>")


@cache
def hostile() -> Archive:
    """An archive of reports that carry markup wherever a report can carry anything."""
    archive = Archive.open(Path(mkdtemp()) / "a.sqlite")
    for n, outlet in enumerate((f"Kabar {MARK}", "Warta javascript:alert(1)")):
        text = (
            f"Jembatan {MARK} Ambruk\n\nLUMPING, {MARK} - Jembatan Lumping ambruk, Senin (3/2/2025). "
            f'"{MARK} dua belas warga luka," kata Camat Budi {MARK} Santoso kepada {MARK}. '
            f"Dikutip dari Kantor Berita {MARK}.\n\nBaca juga: {MARK}\nPenulis: Sinta {MARK}"
        )
        given = Given(
            url=f"javascript:alert({n})//kabar.test/{n}" if n else f'https://kabar.test/"><script>{n}</script>',
            headline=f"Jembatan {MARK} Ambruk",
            outlet=outlet,
            published=f"2025-02-03T1{n}:00:00+07:00",
        )
        archive.add([read_text(text, id=f"r{n}", input=MARK, given=given)])
    archive.settle()
    story = archive.stories().items[0].id
    report = archive.reports().items[0].id
    archive.rule("story", True, (report, archive.line(report).story or story), who=MARK, note=MARK)
    return archive


def crawled(browser: TestClient) -> Iterator[tuple[str, str]]:
    """Every page that links lead to from the list of stories, at most 60, each with its text."""
    todo = ["/stories?all=true", "/search?q=jembatan", "/compare?left=r0&right=r1", f"/search?q={quote(MARK)}"]
    seen: set[str] = set()
    while todo and len(seen) < 60:
        address = todo.pop(0)
        if address in seen:
            continue
        seen.add(address)
        found = browser.get(address)
        if not found.headers["content-type"].startswith("text/html"):
            continue
        yield address, found.text
        for href in HREF.findall(found.text):
            target = urljoin(HOST + address, html.unescape(href)).partition("#")[0]
            if target.startswith(HOST) and "/static/" not in target:
                todo.append(target.removeprefix(HOST))


def test_reports_full_of_markup_show_it_as_text_on_every_page() -> None:
    kinds = set()
    for address, page in crawled(visitor(hostile())):
        kinds.add(address.split("/")[1].partition("?")[0])
        for tag in TAG.findall(page):
            assert not re.match(r"<(script|img|iframe|style|b id)", tag), f"{address}: {tag}"
            assert not re.search(r"\son\w+\s*=", re.sub(r'"[^"]*"', '""', tag)), f"{address}: {tag}"
        for href in HREF.findall(page):
            scheme = urlsplit(html.unescape(href).strip()).scheme
            assert scheme in ("", "http", "https"), f"{address}: {href}"
    assert kinds >= {"stories", "search", "reports", "people", "outlets", "compare", "rulings", "desk"}


def posts() -> list[str]:
    """The address of every change that the room takes."""
    routes: list[Any] = [route for part in (checking, ruling) for route in part.router.routes]
    return sorted(re.sub(r"\{\w+\}", "1", route.path) for route in routes if "POST" in route.methods)


def test_changes_are_taken_in_two_places_only() -> None:
    assert posts() == ["/desk", "/desk/1/forget", "/rulings/1/undo", "/stories/1/rulings"]
    readers = (api, outlets, pairs, people, reports, searching, stories)
    others: list[Any] = [route for part in readers for route in part.router.routes]
    assert {method for route in others for method in route.methods} <= {"GET", "HEAD"}


@pytest.mark.parametrize("address", posts())
def test_every_change_is_refused_without_its_token_and_from_elsewhere(address: str) -> None:
    browser = visitor(examples())
    held = token(browser.get("/desk").text)
    assert browser.post(address, data={"text": "x"}).status_code == 403
    for origin in ("http://situs.test", "null", HOST.replace("http", "https")):
        assert browser.post(address, data={"token": held}, headers={"origin": origin}).status_code == 403
    there = {"token": held}
    found = browser.post(address, data=there, headers={"origin": HOST}, follow_redirects=False)
    assert found.status_code in (303, 400, 404, 409)


def test_a_change_is_a_post_whatever_a_request_says_of_itself() -> None:
    browser = visitor(examples())
    before = examples().mark()
    for name in ("x-http-method-override", "x-http-method", "x-method-override"):
        assert browser.get("/rulings/1/undo", headers={name: "POST"}).status_code == 405
    assert browser.get("/desk/x/forget?_method=POST").status_code == 405
    for method in ("PUT", "DELETE", "PATCH", "TRACE"):
        assert browser.request(method, "/stories").status_code == 405
        assert browser.request(method, "/api/v1/stories").status_code == 405
    assert examples().mark() == before


def test_what_is_here_is_no_part_of_another_sites_page() -> None:
    browser = visitor(examples())
    link = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert browser.get("/stories", headers=link).status_code == 200
    for mode, dest in (("no-cors", "image"), ("no-cors", "script"), ("cors", "empty"), ("navigate", "iframe")):
        forged = {**link, "sec-fetch-mode": mode, "sec-fetch-dest": dest}
        assert browser.get("/stories", headers=forged).status_code == 403
        assert browser.get("/api/v1/search?q=a", headers={**forged, "sec-fetch-site": "same-site"}).status_code == 403
    assert browser.get("/stories", headers={"sec-fetch-site": "same-origin", "sec-fetch-mode": "cors"}).is_success


def test_a_query_without_end_is_refused() -> None:
    browser = visitor(examples())
    assert browser.get("/search?q=a&" + "x=1&" * 100).status_code == 200
    for address in ("/search", "/api/v1/search", "/desk"):
        assert browser.get(f"{address}?{'q' * (MAX_QUERY + 1)}").status_code == 414


@pytest.mark.parametrize("parts", [200, 5000])
def test_a_form_of_parts_without_end_is_refused(parts: int) -> None:
    browser = visitor()
    held = token(browser.get("/desk").text)
    kind = {"content-type": "multipart/form-data; boundary=b"}
    field = b'--b\r\ncontent-disposition: form-data; name="token"\r\n\r\n' + held.encode() + b"\r\n"
    empty = b'--b\r\ncontent-disposition: form-data; name="files"; filename="a.txt"\r\n\r\n\r\n'
    assert browser.post("/desk", content=field * parts + b"--b--", headers=kind).status_code == 400
    assert browser.post("/desk", content=field + empty * parts + b"--b--", headers=kind).status_code == 400
    long = b"--b\r\ncontent-disposition: form-data; name=" + b"a" * 2**20 + b"\r\n\r\n\r\n--b--"
    assert browser.post("/desk", content=long, headers=kind).status_code in (400, 403)


def test_a_request_that_never_ends_is_let_go() -> None:
    sent: list[dict[str, Any]] = []

    async def slow() -> dict[str, Any]:
        await asyncio.Event().wait()
        raise AssertionError("never comes")

    async def send(message: Any) -> None:
        sent.append(message)

    scope: Any = {
        "type": "http", "method": "POST", "path": "/desk", "raw_path": b"/desk", "query_string": b"", "root_path": "",
        "scheme": "http", "http_version": "1.1", "server": ("127.0.0.1", 8770), "client": ("127.0.0.1", 1),
        "headers": [(b"host", b"127.0.0.1:8770"), (b"content-type", b"multipart/form-data; boundary=b")],
    }  # fmt: skip
    asyncio.run(Guard(room(), seconds=0.05)(scope, slow, send))
    assert sent[0]["status"] == 408
    assert (b"connection", b"close") in sent[0]["headers"]


@pytest.mark.parametrize(
    "odd", ["a\r\nset-cookie: x=1", "\r\n\r\n<script>", "é\u2028x", '"; rel="x', ">, <http://situs.test"]
)
def test_no_value_becomes_a_header(odd: str) -> None:
    browser = visitor(examples())
    part = quote(odd, safe="")
    story = examples().stories().items[0].id
    for address in (
        f"/search?q={part}&lang={part}", f"/api/v1/search?q={part}&since=2025-01-01&limit=1",
        f"/api/v1/people/{part}?limit=1",
        f"/reports/{part}/1-2", f"/reports/{part}/place?story={part}", f"/stories/{part}/", f"/static/{part}",
        f"/stories/{story}/rulings?made={part}", f"/stories?lang={part}",
    ):  # fmt: skip
        found = browser.get(address, follow_redirects=False)
        assert "x" not in found.cookies
        assert not any("\r" in value or "\n" in value for value in found.headers.values())
        assert "situs.test" not in found.headers.get("link", "").replace(part, "")


@pytest.mark.parametrize("path", ["../", "..%2f", "%2e%2e/", "..%5c", "....//", "%00/", "/etc/"])
def test_no_address_leads_to_a_file(path: str) -> None:
    browser = visitor(examples())
    for where in ("static", "desk", "reports", "outlets", "api/v1/outlets"):
        found = browser.get(f"/{where}/{path * 6}etc/passwd")
        assert found.status_code in (400, 404, 422), where
        assert "root:" not in found.text


def test_pages_are_kept_by_nobody_but_the_reader() -> None:
    browser = visitor(examples())
    story, report = examples().stories().items[0].id, examples().reports().items[0].id
    addresses = (
        "/stories", f"/stories/{story}/", f"/reports/{report}", "/search?q=crane", "/people", "/outlets", "/compare",
        f"/api/v1/stories/{story}", "/api/v1/reports", f"/stories/{story}/dossier.md", f"/stories/{story}/dossier.json",
    )  # fmt: skip
    for address in addresses:
        found = browser.get(address)
        assert found.headers["cache-control"] == "private, no-cache", address
        assert found.headers["etag"], address
        if found.headers["content-type"].startswith(("text/html", "text/markdown")):
            assert found.headers["vary"] == "Cookie", address
    for address in ("/desk", "/rulings", f"/stories/{story}/rulings", "/nothing", "/api/v1/nothing", "/", "/reports/x"):
        assert browser.get(address, follow_redirects=False).headers["cache-control"] == "no-store", address


def test_cookies_stay_with_this_room() -> None:
    browser = visitor(examples())
    for address in ("/desk", "/stories?lang=en"):
        for cookie in browser.get(address).headers.get_list("set-cookie"):
            assert "httponly" in cookie.casefold()
            assert re.search(r"samesite=(strict|lax)", cookie.casefold())
            assert "domain=" not in cookie.casefold()
