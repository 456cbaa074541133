"""The API: shapes, pages, and that nothing a caller sends breaks it or comes back unescaped."""

from __future__ import annotations

import warnings
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.web.shelves import examples, report_by
from tests.web.visitors import token, visitor

if TYPE_CHECKING:
    from starlette.testclient import TestClient

API = "/api/v1"
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
        assert found.status_code in (200, 303, 307, 308, 400, 404, 405, 422), f"{address}: {found.status_code}"
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
