"""What all pages share: languages, ETags, kept pages, addresses."""

from __future__ import annotations

import re
import threading

import pytest

from silang.web.shelf import Shelf
from silang.web.view import path, query
from silang.web.wording import LANGUAGES, wording
from tests.web.visitors import visitor


def test_both_languages_say_the_same_things() -> None:
    braces = re.compile(r"\{(\w+)\}")
    first, second = (wording(lang).texts for lang in LANGUAGES)
    assert first.keys() == second.keys()
    for key in first:
        assert set(braces.findall(first[key])) == set(braces.findall(second[key])), key


def test_the_language_asked_for_is_remembered() -> None:
    browser = visitor()
    assert '<html lang="id">' in browser.get("/desk").text
    assert '<html lang="en">' in browser.get("/desk?lang=en").text
    assert '<html lang="en">' in browser.get("/desk").text
    assert '<html lang="en">' in browser.get("/desk?lang=xx").text
    assert '<html lang="id">' in browser.get("/desk?lang=id").text


def test_style_sheets_and_icon_are_named_by_their_content_and_kept() -> None:
    browser = visitor()
    addresses = re.findall(r'href="(/static/[^"]+)"', browser.get("/desk").text)
    assert [address.rpartition(".")[2] for address in addresses] == ["css", "css", "svg"]
    for address in addresses:
        found = browser.get(address)
        kind = "image/svg+xml" if address.endswith("svg") else "text/css"
        assert found.headers["content-type"].startswith(kind)
        assert "immutable" in found.headers["cache-control"]


def test_nothing_on_a_page_moves_by_itself() -> None:
    browser = visitor()
    for address in re.findall(r'href="(/static/[^"]+css)"', browser.get("/desk").text):
        assert not re.search(r"animation|transition|scroll-behavior", browser.get(address).text)


def test_no_page_holds_script_or_style_of_its_own() -> None:
    browser = visitor()
    for address in ("/desk", "/nothing"):
        text = browser.get(address).text
        assert "<script" not in text
        assert "<style" not in text
        assert not re.search(r"<[^>]+\s(?:style|on\w+)=", text)


@pytest.mark.parametrize("address", ["/nothing", "/desk/none/", "/desk/none/dossier.md", "/desk/a/b/c", "/static/x"])
def test_what_is_not_there_is_said_in_words(address: str) -> None:
    found = visitor().get(address)
    assert found.status_code == 404
    assert "Halaman ini tidak ada" in found.text


def test_an_address_holds_any_name_as_one_part() -> None:
    assert path("people", "a/b ?#%") == "/people/a%2Fb%20%3F%23%25"
    assert query(q="a&b", offset=0, day=None) == "?q=a%26b"


def test_a_page_is_made_once_and_the_oldest_makes_room() -> None:
    shelf, made = Shelf(most=1100), []

    def make(name: str) -> bytes:
        made.append(name)
        return name.encode() * 4

    readers = [threading.Thread(target=lambda: shelf.get("a", lambda: make("a"))) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert made == ["a"]
    shelf.get("b", lambda: make("b"))
    shelf.get("a", lambda: make("a"))
    shelf.get("c", lambda: make("c"))  # b was read longest ago
    shelf.get("a", lambda: make("a"))
    shelf.get("b", lambda: make("b"))
    assert made == ["a", "b", "c", "b"]
    assert shelf.get("large", lambda: b"x" * 1100) == b"x" * 1100
