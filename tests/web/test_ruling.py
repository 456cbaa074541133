"""Rulings by form: made, shown with who and when, taken back, refused."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from silang.archive import Archive
from tests.web.shelves import filled
from tests.web.visitors import token, visitor

if TYPE_CHECKING:
    from starlette.testclient import TestClient


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    return filled(tmp_path_factory.mktemp("rulings") / "a.sqlite", "putusan", "lepas")


def asked(archive: Archive) -> tuple[TestClient, str, str, dict[str, str]]:
    """A browser at the forms of the story of several reports, the page, and what every form of it holds."""
    browser = visitor(archive)
    story = next(line.id for line in archive.stories().items if line.reports > 1)
    page = browser.get(f"/stories/{story}/rulings").text
    return browser, story, page, {"token": token(page), "who": "Sinta", "note": "dibaca ulang"}


def test_a_ruling_on_a_claim_is_obeyed_and_taken_back(archive: Archive) -> None:
    browser, story, page, held = asked(archive)
    left, right = re.findall(r'<option value="(\w+:\d+-\d+)"', page)[:2]
    before = browser.get(f"/stories/{story}/").text
    fields = held | {"kind": "claim", "left": left, "right": right, "verdict": "no"}
    made = browser.post(f"/stories/{story}/rulings", data=fields)
    assert made.status_code == 200
    number = archive.rulings()[0].number
    assert f"Putusan {number} dicatat" in made.text
    assert "Sinta" in made.text
    assert "dibaca ulang" in made.text
    assert f'href="/reports/{left.replace(":", "/")}"' in made.text
    assert browser.get(f"/stories/{story}/").text != before
    assert browser.post(f"/rulings/{number}/undo", data={"token": held["token"], "who": "Budi"}).status_code == 200
    assert "ditarik kembali" in browser.get("/rulings").text
    assert archive.stories().items[0].independent is not None  # compared anew, so that it keeps its place
    assert browser.get(f"/stories/{story}/").text == before
    again = browser.post(f"/rulings/{number}/undo", data={"token": held["token"], "who": "Budi"})
    assert again.status_code == 409
    assert 'value="Budi"' in browser.get("/rulings").text or not re.search(r"/undo", browser.get("/rulings").text)


def test_a_report_is_placed_in_another_story(archive: Archive) -> None:
    browser, _, _, held = asked(archive)
    lines = archive.reports(limit=100).items
    lone = next(line.id for line in lines if "Ganda Putri" in (line.headline or ""))
    mate, story = next((line.id, str(line.story)) for line in lines if "Jembatan" in (line.headline or ""))
    led = browser.get(f"/reports/{lone}/place?story={story}")
    assert f'<option value="{lone}" selected>' in led.text
    fields = held | {"kind": "story", "left": lone, "right": story, "verdict": "yes"}
    assert browser.post(f"/stories/{story}/rulings", data=fields).status_code == 200
    assert archive.line(lone).story == archive.line(mate).story
    browser.post(f"/rulings/{archive.rulings()[0].number}/undo", data={"token": held["token"], "who": "Budi"})
    assert archive.line(lone).story != archive.line(mate).story


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "verdict"},
        {"verdict": "maybe"},
        {"who": " "},
        {"who": "x" * 501},
        {"left": ""},
        {"left": "none:1-2"},
        {"left": "x" * 501},
        {"token": "none"},
        {"left": "../../etc", "kind": "origin"},
    ],
)
def test_what_is_no_ruling_is_refused_and_not_recorded(archive: Archive, wrong: dict[str, str]) -> None:
    browser, story, page, held = asked(archive)
    left, right = re.findall(r'<option value="(\w+:\d+-\d+)"', page)[:2]
    before = archive.rulings()
    fields = held | {"kind": "claim", "left": left, "right": right, "verdict": "no"} | wrong
    assert browser.post(f"/stories/{story}/rulings", data=fields).status_code in (400, 403, 404)
    assert archive.rulings() == before


def test_a_ruling_needs_no_get(archive: Archive) -> None:
    browser, story, _, held = asked(archive)
    assert browser.get("/rulings/1/undo").status_code in (404, 405)
    assert (
        browser.post(
            "/stories/none/rulings", data=held | {"kind": "story", "verdict": "no", "left": "a", "right": "b"}
        ).status_code
        == 404
    )
    assert (
        browser.post(
            f"/stories/{story}/rulings", content=b"{}", headers={"content-type": "application/json"}
        ).status_code
        == 400
    )


def test_who_ruled_is_text(archive: Archive, tmp_path: Path) -> None:
    browser, story, _, held = asked(archive)
    ids = [line.id for line in archive.reports(limit=100).items if line.story == story][:2]
    name = '<b onclick="x">Sinta</b>\x00\n'
    fields = held | {"who": name, "kind": "origin", "left": ids[0], "right": ids[1], "verdict": "yes"}
    page = browser.post(f"/stories/{story}/rulings", data=fields)
    assert page.status_code == 200
    assert "<b onclick" not in page.text
    assert "&lt;b onclick" in page.text
    browser.post(f"/rulings/{archive.rulings()[0].number}/undo", data={"token": held["token"], "who": "Budi"})


def test_a_refusal_is_said_in_the_language_of_the_page(archive: Archive) -> None:
    browser, story, _, held = asked(archive)
    line = archive.reports(limit=100).items
    here = next(one.id for one in line if one.story == story)
    alone = next(one for one in archive.stories().items if one.reports == 1)
    lone = next(one.id for one in line if one.story == alone.id)
    for address, sides, words in (
        (story, ("origin", here, here), "Keduanya dari berita yang sama"),
        (story, ("origin", here, lone), "bukan dari satu peristiwa"),
        (story, ("claim", f"{here}:0-900000", f"{here}:0-3"), "di luar teks"),
        (story, ("claim", "apa", "saja"), "bukan bagian"),
        (story, ("origin", here, "entah"), "Tidak ada di arsip ini"),
        (alone.id, ("story", lone, alone.id), "satu-satunya berita dalam peristiwanya"),
    ):
        fields = held | dict(zip(("kind", "left", "right"), sides, strict=True)) | {"verdict": "no"}
        refused = browser.post(f"/stories/{address}/rulings", data=fields)
        assert refused.status_code == 400, words
        assert words in refused.text
    assert "only report" in browser.post(f"/stories/{alone.id}/rulings?lang=en", data=fields).text


def test_a_ruling_on_where_a_report_is_already_shows_on_the_page(archive: Archive) -> None:
    browser, story, _, held = asked(archive)
    here = next(one.id for one in archive.reports(limit=100).items if one.story == story)
    assert "Sekar Arum" not in browser.get(f"/stories/{story}/").text
    fields = held | {"who": "Sekar Arum", "kind": "story", "left": here, "right": story, "verdict": "yes"}
    assert browser.post(f"/stories/{story}/rulings", data=fields).status_code == 200
    assert "Sekar Arum" in browser.get(f"/stories/{story}/").text
