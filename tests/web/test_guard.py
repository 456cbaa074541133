"""The guard: who is let in, and what every answer carries."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from silang.errors import ArchiveError, SilangError
from silang.web.guard import MAX_BODY
from silang.web.tokens import Tokens, new_session, session_of
from tests.web.visitors import HOST, token, visitor


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8770", "localhost:1", "LOCALHOST", "[::1]:8770"])
def test_this_machine_is_let_in(host: str) -> None:
    assert visitor().get("/desk", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["situs.test", "127.0.0.1.situs.test", "127.0.0.1@situs.test", "localhost.", "[::2]", "", "127.0.0.1:x", "a b"],
)
def test_a_name_that_somebody_points_here_is_not(host: str) -> None:
    found = visitor().get("/desk", headers={"host": host})
    assert found.status_code == 421
    assert "silang_session" not in found.cookies


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://situs.test"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "https://127.0.0.1:8770"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_change_asked_for_by_another_site_is_refused(headers: dict[str, str]) -> None:
    browser = visitor()
    fields = {"token": token(browser.get("/desk").text), "text": "Tiga orang luka."}
    assert browser.post("/desk", data=fields, headers=headers).status_code == 403
    assert browser.post("/desk", data=fields, headers={"origin": HOST, "sec-fetch-site": "same-origin"}).is_success


def test_a_change_needs_the_token_of_its_session() -> None:
    browser, other = visitor(), visitor()
    foreign = token(other.get("/desk").text)
    assert browser.post("/desk", data={"token": foreign, "text": "x"}).status_code == 403  # no session yet
    browser.get("/desk")
    for wrong in (foreign, "", "é", "0" * 64):
        assert browser.post("/desk", data={"token": wrong, "text": "x"}).status_code == 403


def test_every_answer_forbids_scripts_frames_and_guessing() -> None:
    browser = visitor()
    for address in ("/desk", "/nothing", "/static/nothing.css"):
        headers = browser.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "script-src" not in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


def test_a_request_too_large_is_refused_whether_it_says_so_or_not() -> None:
    browser = visitor()
    held = token(browser.get("/desk").text)
    assert browser.post("/desk", headers={"content-length": str(MAX_BODY + 1)}, content=b"").status_code == 413
    assert browser.post("/desk", headers={"content-length": "-1"}, content=b"").status_code == 400

    def endless() -> Iterator[bytes]:
        yield b'--b\r\ncontent-disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
        for _ in range(MAX_BODY // 2**20 + 1):
            yield b"a" * 2**20

    kind = {"content-type": "multipart/form-data; boundary=b"}
    assert browser.post("/desk", content=endless(), headers=kind).status_code == 413
    assert browser.post("/desk", data={"token": held, "text": "a" * 2**17}).status_code == 400


def test_tokens_are_those_of_one_process() -> None:
    session = new_session()
    first, second = Tokens(), Tokens()
    assert session_of(session) == session
    assert first.holds(session, first.of(session))
    assert not second.holds(session, first.of(session))
    assert not first.holds(None, "")
    assert session_of("../../etc") is None


def test_an_error_of_ours_says_so_and_nothing_more(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("rahasia")

    monkeypatch.setattr("silang.web.checking.check", broken)
    browser = visitor()
    found = browser.post("/desk", data={"token": token(browser.get("/desk").text), "text": "x"})
    assert found.status_code == 500
    assert "rahasia" not in found.text
    assert "default-src 'none'" in found.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (ArchiveError("the archive at /rahasia: disk", key="full"), ("Ruang disk habis", "The disk is full")),
        (ArchiveError("the archive at /rahasia: odd"), ("tidak dapat dibaca", "cannot be read")),
        (SilangError("rahasia"), ("tidak dapat dibaca", "cannot be read")),
    ],
)
def test_what_the_archive_complains_of_is_said_in_the_language_of_the_page(
    error: SilangError, told: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("silang.web.checking.check", broken)
    for lang, words in zip(("id", "en"), told, strict=True):
        browser = visitor()
        held = token(browser.get(f"/desk?lang={lang}").text)
        found = browser.post("/desk", data={"token": held, "text": "x"})
        assert found.status_code == 503
        assert words in found.text
        assert "rahasia" not in found.text


def test_head_gives_what_get_gives_without_its_body() -> None:
    browser = visitor()
    for address in ("/desk", "/", "/nothing", "/api/v1/openapi.json"):
        found, asked = browser.get(address, follow_redirects=False), browser.head(address, follow_redirects=False)
        assert asked.status_code == found.status_code
        assert asked.content == b""
        for name in ("content-type", "content-security-policy", "location"):
            assert asked.headers.get(name) == found.headers.get(name)
    assert browser.head("/desk", headers={"host": "situs.test"}).status_code == 421
    assert browser.head("/desk/x/forget").status_code == 405  # as GET is
