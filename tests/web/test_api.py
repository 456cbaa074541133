"""The API: shapes, pages, and that nothing a caller sends breaks it or comes back unescaped."""

from __future__ import annotations

import warnings
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from silang.archive import (
    Archive,
    Facet,
    Hit,
    PersonLine,
    ReportLine,
    Ruling,
    StoryLine,
    Version,
)
from silang.model import Independence, Outlet, Span
from silang.reading import read_text
from silang.reading.records import Given
from silang.web import shapes
from tests.web.shelves import examples, report_by
from tests.web.visitors import token, visitor

if TYPE_CHECKING:
    from starlette.testclient import TestClient

API = "/api/v1"
ANSWERED = (200, 303, 307, 308, 400, 404, 405, 414, 422)
URLENCODED = "application/x-www-form-urlencoded"
ODD = [
    "", " ", "0", "-1", "99999999999999999999", "1e9", "true", "null", "2025-02-30", "2025-13-01", "%00", "%ff",
    "\u202e", "'; DROP TABLE report; --", '" OR ""="', "*", '"', "-", "--", "((", "NEAR(a b)", "a AND", "^a", "{a b}:c",
    "a\x00b",
    "../../../etc/passwd", "%2e%2e%2f", "<script>alert(1)</script>", "\ud800", "x" * 301, "é" * 300, "{{7*7}}", "a/b",
]  # fmt: skip
NAMES = ["q", "outlet", "person", "place", "story", "day", "since", "until", "order", "limit", "offset", "all", "lang",
         "left", "right", "claim", "report", "made"]  # fmt: skip


@cache
def browser() -> TestClient:
    """One reader for all, of an archive that nobody writes to."""
    return visitor(examples())


def addresses(odd: str) -> list[str]:
    """Every page and answer, with something odd in each of its places."""
    part = quote(odd.encode("utf-8", "surrogatepass"), safe="")
    story = examples().stories().items[0].id
    report = examples().reports().items[0].id
    asked = "&".join(f"{name}={part}" for name in NAMES)
    pages = [
        "/stories", "/search", "/people", "/outlets", "/rulings", "/compare", f"/reports/{report}",
        f"/stories/{story}/rulings", f"/reports/{report}/place", f"{API}/stories", f"{API}/reports", f"{API}/search",
        f"{API}/people", f"{API}/outlets", f"{API}/rulings",
    ]  # fmt: skip
    named = [
        "/stories/{}/", "/stories/{}/dossier.md", "/stories/{}/dossier.json", "/stories/{}/rulings", "/reports/{}",
        "/reports/{}/1-2", "/reports/{}/place", "/people/{}", "/outlets/{}", "/desk/{}/", "/static/{}",
        "/compare?left={}&right=" + report, "/api/v1/stories/{}", "/api/v1/stories/{}/annotations",
        "/api/v1/reports/{}", "/api/v1/reports/{}/versions", "/api/v1/people/{}", "/api/v1/outlets/{}", "/{}",
    ]  # fmt: skip
    return [*(f"{address}?{asked}" for address in pages), *(address.format(part) for address in named)]


@pytest.mark.parametrize("odd", ODD[::2], ids=lambda odd: repr(odd)[:24])
def test_odd_values_are_answered_never_broken_never_markup(odd: str) -> None:
    for address in addresses(odd):
        found = browser().get(address, follow_redirects=False)
        assert found.status_code in ANSWERED, f"{address[:99]}: {found.status_code}"
        assert "<script>" not in found.text, address
        assert "default-src 'none'" in found.headers["content-security-policy"]


@pytest.mark.parametrize("name", ["q", "outlet", "person", "place", "story", "since", "order", "limit", "offset"])
def test_each_odd_value_alone_in_search(name: str) -> None:
    for odd in ODD[1::2]:
        value = quote(odd.encode("utf-8", "surrogatepass"), safe="")
        assert browser().get(f"{API}/search?{name}={value}").status_code in (200, 422), odd


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=60))
def test_any_words_can_be_searched_for(words: str) -> None:
    found = browser().get(f"{API}/search", params={"q": words.encode("utf-8", "replace").decode()})
    assert found.status_code in (200, 422)


@pytest.mark.parametrize("path", ["/desk", "/stories/x/rulings", "/rulings/1/undo"])
@pytest.mark.parametrize(
    "kind",
    ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "multipart/form-data", "text/plain", ""],
)
def test_odd_forms_are_refused(path: str, kind: str) -> None:
    held = token(browser().get("/desk").text)
    bodies = [
        b"", b"\xff\xfe", b"token", b"a=1&" * 40, b"x" * 70_000, b"--b\r\n\r\n", b"--b--",
        b"--b\r\ncontent-disposition: form-data\r\n\r\nx\r\n--b--", f"token={held}&who=%00&kind=claim".encode(),
    ]  # fmt: skip
    for body in bodies:
        status = browser().post(path, content=body, headers={"content-type": kind}).status_code
        assert status in (400, 403, 404), body[:40]


def test_a_list_is_read_in_pages() -> None:
    address: str | None = f"{API}/reports?limit=3"
    seen: list[str] = []
    while address:
        page = browser().get(address).json()
        seen += [item["id"] for item in page["items"]]
        address = page["next"]
    assert len(seen) == len(set(seen)) == page["total"] == examples().reports(limit=1).total


@pytest.mark.parametrize("list_of", ["reports", "stories", "outlets", "people", "search?since=2025-01-01"])
def test_the_pages_around_a_page_are_linked(list_of: str) -> None:
    address = f"{API}/{list_of}{'&' if '?' in list_of else '?'}limit=2"
    first = browser().get(address)
    assert first.headers["etag"]
    assert set(first.links) == {"next"}
    assert first.links["next"]["url"] == first.json()["next"]
    second = browser().get(first.json()["next"])
    assert browser().get(second.links["prev"]["url"]).json() == first.json()
    past = browser().get(f"{address}&offset={first.json()['total'] + 1}")
    assert past.json()["items"] == []
    assert past.json()["next"] is None
    held = browser().get(address, headers={"if-none-match": first.headers["etag"]})
    assert (held.status_code, held.content) == (304, b"")
    assert held.headers["etag"] == first.headers["etag"]


def test_versions_and_rulings_come_in_pages(tmp_path: Path) -> None:
    archive = Archive.open(tmp_path / "a.sqlite")
    for toll in ("Satu", "Dua", "Tiga"):
        text = f"Jembatan Lumping Ambruk\n\n{toll} orang luka saat jembatan Lumping ambruk, Senin (3/2/2025)."
        archive.add([read_text(text, given=Given(url="https://kabarteluk.test/jembatan"))])
    here = visitor(archive)
    current = archive.reports().items[0].id
    page = here.get(f"{API}/reports/{current}/versions?limit=2").json()
    assert ([one["number"] for one in page["items"]], page["total"]) == ([1, 2], 3)
    assert [one["number"] for one in here.get(page["next"]).json()["items"]] == [3]
    story = archive.line(current).story
    assert story
    for _ in range(3):
        archive.rule("story", True, (current, story), who="Sinta")
    page = here.get(f"{API}/rulings?limit=2").json()
    assert ([one["number"] for one in page["items"]], page["total"]) == ([3, 2], 3)
    assert [one["number"] for one in here.get(page["next"]).json()["items"]] == [1]


def test_the_address_of_the_next_page_holds_what_was_asked_for() -> None:
    asked = {"since": "2025-01-01", "q": 'crane\u202e" <kapal>', "limit": "1"}
    found = browser().get(f"{API}/search", params=asked)
    assert found.status_code == 200
    assert all(" " not in one["url"] and "<" not in one["url"] for one in found.links.values())
    said = browser().get(f"{API}/people/hasan%20wirajaya?limit=1")
    assert said.json()["next"] == "/api/v1/people/hasan%20wirajaya?offset=1&limit=1"
    assert browser().get(said.json()["next"]).status_code == 200


NOUNS: dict[type[BaseModel], tuple[Any, set[str], set[str]]] = {
    shapes.OutletShape: (Outlet, {"reports"}, set()),
    shapes.BoundsShape: (Independence, set(), set()),
    shapes.StoryShape: (StoryLine, set(), set()),
    shapes.ReportShape: (ReportLine, set(), {"day"}),
    shapes.SpanShape: (Span, set(), set()),
    shapes.HitShape: (Hit, set(), set()),
    shapes.FacetShape: (Facet, set(), set()),
    shapes.PersonShape: (PersonLine, set(), {"label"}),
    shapes.VersionShape: (Version, set(), set()),
    shapes.RulingShape: (Ruling, set(), set()),
}  # shape: the noun it is of, what it has besides, what it leaves out


@pytest.mark.parametrize("shape", NOUNS, ids=lambda shape: shape.__name__)
def test_a_shape_has_the_fields_of_its_noun(shape: type[BaseModel]) -> None:
    noun, besides, left_out = NOUNS[shape]
    assert set(shape.model_fields) - besides == {field.name for field in fields(noun)} - left_out


def test_the_api_says_what_the_pages_say() -> None:
    first = browser().get(f"{API}/stories").json()["items"][0]
    line = examples().stories().items[0]
    assert line.independent
    assert first["independent"] == {"at_least": line.independent.at_least, "at_most": line.independent.at_most}
    exported = browser().get(f"{API}/stories/{line.id}").json()
    assert exported["schema"] == "silang/1"
    assert [story["id"] for story in exported["stories"]] == [line.id]
    id = report_by(examples(), "Harian Tirtabuana", "Crane")
    alone = browser().get(f"{API}/reports/{id}").json()
    assert [report["id"] for report in alone["reports"]] == [id]
    said = browser().get(f"{API}/people/hasan%20wirajaya").json()
    text = {
        report: browser().get(f"{API}/reports/{report}").json()["reports"][0]["text"]
        for report in {s["report"]["id"] for s in said["items"]}
    }
    assert all(text[s["report"]["id"]][s["start"] : s["end"]] == s["words"] for s in said["items"])
    hits = browser().get(f"{API}/search?q=merobohkan").json()
    assert hits["facets"]["outlet"]
    outlet = browser().get(f"{API}/outlets/harian-tirtabuana").json()
    assert "Mercu Warta" in {credit["name"] for credit in outlet["credits"]}
    assert {"Kabar Teluk"} <= {echo["outlet"]["name"] for echo in outlet["echoes"]}


def test_a_refusal_is_a_problem_in_json_and_repeats_nothing() -> None:
    for address, status in (
        (f"{API}/stories/rahasia", 404),
        (f"{API}/search?limit=rahasia", 422),
        (f"{API}/nothing", 404),
    ):
        found = browser().get(address)
        assert found.status_code == status
        assert found.headers["content-type"] == "application/problem+json"
        assert found.json()["status"] == status
        assert "rahasia" not in found.text


def test_every_answer_is_as_openapi_says() -> None:
    schemathesis = pytest.importorskip("schemathesis", reason="needs schemathesis")
    here = {"host": "127.0.0.1:8770"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        schema: Any = schemathesis.openapi.from_asgi(f"{API}/openapi.json", browser().app, headers=here)
    tried = 0
    for result in schema.get_all_operations():
        operation = result.ok()

        @settings(
            max_examples=4, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
        )
        @given(case=operation.as_strategy())
        def answered(case: Any) -> None:
            response = case.call(base_url="http://127.0.0.1:8770", headers=here)
            case.validate_response(response, checks=[schemathesis.checks.not_a_server_error])

        answered()
        tried += 1
    assert tried > 10
