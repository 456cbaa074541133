"""Articles in several saved pages: which page one is, pages joined, and AMP pages read once."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest

from silang.model import Archived, Reading, Report
from silang.reading import read
from silang.reading.joining import joined
from silang.reading.turns import turn_of, turned

BASE = "https://koranbayangan.test/a2"
FIRST = (
    "SUKARAYA - Puluhan petani garam di pesisir Lontarbiru mendatangi kantor dinas perikanan pada Senin pagi.",
    "Ketua kelompok tani Samsul Arkan mengatakan harga di tambak kini lebih rendah dari ongkos produksi garam.",
)
SECOND = (
    "“Kalau begini terus, tahun depan separuh tambak di sini tidak akan digarap lagi,” ujar Samsul di depan kantor.",
    "Kepala dinas Wening Larasati berjanji membawa tuntutan itu ke rapat provinsi yang dijadwalkan pekan depan.",
)


def page(lines: tuple[str, ...], head: str = "", root: str = "", pager: str = "") -> str:
    text = "".join(f"<p>{line}</p>" for line in lines)
    head = f"<title>Petani Garam Minta Harga Dasar Dinaikkan</title><link rel='canonical' href='{BASE}'>{head}"
    return f"<!DOCTYPE html><html {root}><head>{head}</head><body><article>{text}</article>{pager}</body></html>"


def link(rel: str, number: int) -> str:
    return f"<link rel='{rel}' href='{BASE}?page={number}'>"


@pytest.mark.parametrize(
    ("url", "head", "pager", "found"),
    [
        (BASE, link("next", 2), "", (1, BASE)),
        (BASE, link("prev", 1), "", (2, f"{BASE}?page=2")),
        (f"{BASE}?page=3", "", "", (3, f"{BASE}?page=3")),
        (BASE, "", "<a href='?page=2'>2</a><a href='?page=3'>3</a>", (1, BASE)),
        (BASE, "", "<a href='?page=1'>1</a><a href='?page=3'>3</a>", (2, f"{BASE}?page=2")),
        (BASE, "", f"<a href='{BASE}/page/1'>1</a><a href='{BASE}/page/2/'>2</a>", (None, BASE)),
        (f"{BASE}?page=all", "", "<a href='?page=1'>1</a><a href='?page=2'>2</a>", None),
        (BASE, "", "<a href='/indeks?page=2'>2</a><a href='/indeks?page=3'>3</a>", None),
        (BASE, "", "<a href='?page=2'>komentar</a>", None),
    ],
)
def test_which_page_one_is(url: str, head: str, pager: str, found: tuple[int | None, str] | None) -> None:
    turn = turn_of(lxml.html.fromstring(page(FIRST, head, pager=pager)), url)
    assert (turn and (turn.page, turn.url)) == found


@pytest.mark.parametrize(
    ("url", "found"),
    [
        (BASE, (BASE, 1)),
        (f"{BASE}?page=2", (BASE, 2)),
        (f"{BASE}/page/2/", (BASE, 2)),
        (f"{BASE}?halaman=2&x=1", (f"{BASE}&x=1", 2)),
        (f"{BASE}?page=all", (BASE, 1)),
    ],
)
def test_the_address_of_the_article(url: str, found: tuple[str, int]) -> None:
    assert turned(url) == found


def test_pages_of_one_article_are_joined_in_their_order(tmp_path: Path) -> None:
    (tmp_path / "a-kedua.html").write_text(page(SECOND, link("prev", 1)), encoding="utf-8")
    (tmp_path / "b-pertama.html").write_text(page(FIRST, link("next", 2)), encoding="utf-8")
    reading = read([tmp_path])
    (report,) = reading.reports
    assert (report.id, report.url) == ("b-pertama", BASE)
    assert [" ".join(s.of(report.text).split()) for s in report.body()] == [
        FIRST[0].removeprefix("SUKARAYA - ") + " " + FIRST[1],
        " ".join(SECOND),
    ]
    said = {skip.path.rpartition("/")[2]: skip.reason for skip in reading.skipped if skip.note}
    assert said == {"a-kedua.html": "page 2 of b-pertama; joined with it"}


def test_a_page_without_the_one_before_it_stands_alone_and_that_is_said(tmp_path: Path) -> None:
    for number, lines in ((1, FIRST), (3, SECOND)):
        (tmp_path / f"{number}.html").write_text(page(lines, link("next", number + 1)), encoding="utf-8")
    reading = read([tmp_path])
    assert [report.url for report in reading.reports] == [BASE, f"{BASE}?page=3"]
    assert [skip.reason.partition(" of ")[0] for skip in reading.skipped] == [
        "read in part: page 1", "read in part: page 3",
    ]  # fmt: skip


def test_the_amp_page_of_a_report_is_read_once_and_the_longer_body_stays(tmp_path: Path) -> None:
    lines = FIRST + SECOND
    (tmp_path / "amp.html").write_text(
        page((*lines[:3], lines[3][: -len(" pekan depan.")]), root="amp"), encoding="utf-8"
    )
    (tmp_path / "biasa.html").write_text(page(lines), encoding="utf-8")
    reading = read([tmp_path])
    (report,) = reading.reports
    assert report.id == "amp"
    assert report.text.endswith("pekan depan.")
    (skip,) = reading.skipped
    assert skip.note
    assert skip.reason == "the same report as amp in another dress; read once"


def test_two_states_of_one_article_both_stand(tmp_path: Path) -> None:
    lines = FIRST + SECOND
    for hour in ("10", "12"):
        head = f"<meta property='article:modified_time' content='2031-02-03T{hour}:00:00+07:00'>"
        (tmp_path / f"{hour}.html").write_text(page(lines, head).replace("Senin", f"jam {hour}"), encoding="utf-8")
    assert len(read([tmp_path]).reports) == 2


def test_a_report_in_which_one_word_was_changed_stands_beside_the_other(tmp_path: Path) -> None:
    lines = FIRST + SECOND
    (tmp_path / "a.html").write_text(page(lines), encoding="utf-8")
    (tmp_path / "b.html").write_text(page(lines).replace("Puluhan", "Ratusan"), encoding="utf-8")
    assert len(read([tmp_path]).reports) == 2


def _dated(hour: str) -> str:
    return f"<meta property='article:modified_time' content='2031-02-03T{hour}:00:00+07:00'>"


def test_pages_of_two_editions_stay_apart(tmp_path: Path) -> None:
    (tmp_path / "1.html").write_text(page(FIRST, link("next", 2) + _dated("10")), encoding="utf-8")
    (tmp_path / "2.html").write_text(page(SECOND, link("prev", 1) + _dated("12")), encoding="utf-8")
    assert len(read([tmp_path]).reports) == 2


def test_a_page_that_follows_on_two_states_of_the_one_before_follows_on_neither(tmp_path: Path) -> None:
    for hour in ("10", "12"):
        first = page(FIRST, link("next", 2) + _dated(hour)).replace("Senin", f"jam {hour}")
        (tmp_path / f"{hour}.html").write_text(first, encoding="utf-8")
    (tmp_path / "lanjut.html").write_text(page(SECOND, link("prev", 1)), encoding="utf-8")
    assert len(read([tmp_path]).reports) == 3


def test_a_third_dress_of_a_changed_article_is_found(tmp_path: Path) -> None:
    lines = FIRST + SECOND
    changed = page(lines).replace("Puluhan", "Ratusan")
    other = changed.replace("<html ", "<html amp ").replace(" pekan depan.", "")
    for name, html in (("a", page(lines)), ("b", changed), ("c", other)):
        (tmp_path / f"{name}.html").write_text(html, encoding="utf-8")
    reading = read([tmp_path])
    assert [report.id for report in reading.reports] == ["a", "b"]
    assert [skip.reason for skip in reading.skipped] == ["the same report as b in another dress; read once"]


def test_pages_are_joined_no_further_than_a_report_may_be_long(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = tuple(
        Report(f"r{n}", "arsip.warc", "x" * 60, (), url=f"{BASE}?page={n}", archived=Archived(f"<urn:{n}>"))
        for n in (1, 2, 3)
    )
    monkeypatch.setattr("silang.reading.joining.MAX_TEXT", 130)
    reading = joined(Reading(pages))
    assert [len(report.text) for report in reading.reports] == [122, 60]
    assert [skip.reason for skip in reading.skipped] == ["page 2 of r1; joined with it (record <urn:2>)"]
