"""Saved pages: the article's text, and what JSON-LD, OpenGraph and meta say of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from silang.model import Report
from silang.reading import read

PARAGRAPHS = "".join(
    f"<p>{text}</p>"
    for text in (
        "JAKARTA, KOMPAS.com - Banjir merendam tiga desa di hilir Kali Bening sejak Senin dini hari; warga mengungsi.",
        "Menurut camat, air naik sejak pukul 03.00 dan belum akan surut karena hujan masih turun di hulu sungai itu.",
        "“Kami sudah menyiapkan dapur umum di balai desa,” kata dia kepada wartawan pada Senin siang di lokasi.",
    )
)
LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage"},
{"@type": "NewsArticle", "headline": "Banjir Rendam Tiga Desa", "datePublished": "2031-02-03T10:20:00+07:00",
"dateModified": "2031-02-03T11:00:00+07:00", "author": [{"@type": "Person", "name": "Sarwono Adi"}],
"publisher": {"@type": "Organization", "name": "Kompas.com"}}]}</script>"""
OG = """<meta property="og:title" content="Banjir Rendam Tiga Desa - Kompas.com">
<meta property="og:site_name" content="KOMPAS.com">
<meta property="article:published_time" content="2031-02-03T10:20+07:00">
<link rel="canonical" href="https://regional.kompas.com/read/2031/02/03/banjir">"""


def page(head: str, body: str = PARAGRAPHS) -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body><article>{body}</article></body></html>"


def one(folder: Path, html: str | bytes) -> Report:
    (folder / "banjir.html").write_bytes(html.encode() if isinstance(html, str) else html)
    reading = read([folder])
    assert reading.skipped == ()
    (report,) = reading.reports
    return report


def test_json_ld(tmp_path: Path) -> None:
    report = one(tmp_path, page(LD))
    assert report.id == "banjir"
    assert report.headline == "Banjir Rendam Tiga Desa"
    assert report.published == "2031-02-03T10:20:00+07:00"
    assert report.updated == "2031-02-03T11:00:00+07:00"
    assert report.outlet is not None
    assert report.outlet.id == "kompas-com"
    assert report.dateline == "Jakarta"
    assert [(b.role, b.name) for b in report.bylines] == [("author", "Sarwono Adi")]
    assert "“Kami sudah menyiapkan dapur umum" in report.text


def test_open_graph_and_canonical_link(tmp_path: Path) -> None:
    report = one(tmp_path, page(OG))
    assert report.headline == "Banjir Rendam Tiga Desa"
    assert report.url == "https://regional.kompas.com/read/2031/02/03/banjir"
    assert report.published == "2031-02-03T10:20+07:00"


def test_a_time_that_only_the_page_prints(tmp_path: Path) -> None:
    stamp = '<div class="read__time">Kompas.com - 03/02/2031, 10:20 WIB</div>'
    assert one(tmp_path, page("", stamp + PARAGRAPHS)).published == "2031-02-03T10:20+07:00"


@pytest.mark.parametrize("broken", ['<script type="application/ld+json">{"@type": </script>', "<meta content='x'>"])
def test_broken_metadata_is_no_harm(tmp_path: Path, broken: str) -> None:
    assert "Kali Bening" in one(tmp_path, page(broken)).text


def test_a_page_in_its_own_encoding(tmp_path: Path) -> None:
    html = page('<meta charset="windows-1252">' + OG).encode("cp1252")
    assert "“Kami sudah" in one(tmp_path, html).text


def test_a_page_that_holds_no_article(tmp_path: Path) -> None:
    (tmp_path / "kosong.html").write_text("<html><head><title>x</title></head><body></body></html>", encoding="utf-8")
    (skip,) = read([tmp_path]).skipped
    assert skip.reason == "no article found in this page"
